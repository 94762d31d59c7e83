"""How the page and the fragment look: one style sheet, and the same as inline styles.

Fonts are named as the notices ask for them, with what other machines have instead; nothing is fetched.
"""

__all__ = ["INLINE", "SHEET"]

_BODY = '"仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif'
_HEADING = '"黑体",SimHei,STHeiti,"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif'
_TITLE = f'"方正小标宋简体","FZXiaoBiaoSong-B05S","方正小标宋_GBK","小标宋",{_BODY}'

#: The page's own style sheet. Tables are scrolled sideways on a narrow screen and fit an A4 page in print.
SHEET = f"""
html {{ color: #000; background: #fff; }}
body {{ max-width: 48em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.8 {_BODY}; }}
h1 {{ font: normal 1.6em/1.4 {_TITLE}; text-align: center; }}
h2 {{ font: normal 1.15em/1.6 {_HEADING}; margin: 1.2em 0 .4em; }}
p {{ margin: 0; text-indent: 2em; text-align: justify; }}
.particular {{ text-align: center; text-indent: 0; }}
.signature {{ text-align: right; text-indent: 0; margin-right: 2em; }}
.table {{ overflow-x: auto; margin: .8em 0; }}
table {{ border-collapse: collapse; width: 100%; font-size: .82em; line-height: 1.35; text-indent: 0; }}
th, td {{ border: 1px solid #000; padding: .25em .3em; font-weight: normal; text-align: center; }}
th.label {{ text-align: left; }}
th.upright {{ writing-mode: vertical-rl; letter-spacing: .1em; margin: 0 auto; }}
td {{ min-width: 2em; height: 1.35em; font-variant-numeric: tabular-nums; }}
@media print {{
  @page {{ size: A4; margin: 25mm 20mm; }}
  body {{ max-width: none; margin: 0; padding: 0; font-size: 12pt; }}
  h2 {{ break-after: avoid; }}
  tr {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  table {{ font-size: 8.5pt; }}
  .table {{ overflow: visible; }}
}}
"""

_CELL = "border:1px solid #000;padding:3px 4px;font-weight:normal;text-align:center"

#: The styles of a fragment's elements, by what they are; editors keep these where they drop a style sheet.
INLINE: dict[str, str] = {
    "title": f"font-family:{_TITLE};font-size:22px;font-weight:normal;text-align:center;margin:0 0 12px",
    "heading": f"font-family:{_HEADING};font-size:17px;font-weight:normal;margin:16px 0 6px",
    "paragraph": f"font-family:{_BODY};font-size:16px;line-height:1.8;text-indent:2em;margin:0",
    "particular": f"font-family:{_BODY};font-size:16px;line-height:1.8;text-align:center;margin:0",
    "signature": f"font-family:{_BODY};font-size:16px;line-height:1.8;text-align:right;margin:0 2em 0 0",
    "scroll": "overflow-x:auto;margin:10px 0",
    "table": f"border-collapse:collapse;width:100%;font-family:{_BODY};font-size:13px;line-height:1.35",
    "head": _CELL,
    "label": _CELL.replace("center", "left"),
    "upright": f"{_CELL};writing-mode:vertical-rl",
    "value": f"{_CELL};min-width:2em;height:1.35em",
}
