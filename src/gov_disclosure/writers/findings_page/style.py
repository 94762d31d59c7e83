"""How the page looks, on a screen and on A4 paper; shapes tell the kinds of findings where colours are lost."""

__all__ = ["SHEET"]

_LATIN = '"Noto Sans","Segoe UI","Helvetica Neue",Arial,"DejaVu Sans"'
_TEXT = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",SimHei,sans-serif'

SHEET = f"""
:root {{ color-scheme: light; --error: #b3261e; --warning: #8a5a00; --info: #1a5fb4; --rule: #8a8a8a; }}
html {{ color: #1b1b1b; background: #fff; }}
body {{ max-width: 64em; margin: 1.5em auto; padding: 0 1em; font: 15px/1.6 {_TEXT}; }}
:lang(en) body, body:lang(en) {{ font-family: {_LATIN},{_TEXT}; }}
h1 {{ font-size: 1.45em; margin: 0 0 .2em; }}
h2 {{ font-size: 1.1em; margin: 1.6em 0 .5em; }}
article + article {{ border-top: 3px solid #1b1b1b; margin-top: 3em; padding-top: 1.5em; }}
.particulars, .legend, footer {{ color: #555; font-size: .87em; margin: .1em 0; }}
.verdict {{ margin: .9em 0; padding: .55em .9em; border: 1px solid var(--rule); border-left: .5em solid #2e7d32; }}
.verdict.error {{ border-left-color: var(--error); }}
.verdict.warning {{ border-left-color: #e0a100; }}
.verdict.info {{ border-left-color: var(--info); }}
.verdict.partial {{ border-left: .5em double #555; }}
.verdict.unread {{ border-left-color: #555; }}
.scroll {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; font-size: .8em; line-height: 1.3; }}
th, td {{ border: 1px solid var(--rule); padding: .2em .35em; font-weight: normal; }}
th {{ background: #f1f1f1; text-align: center; }}
th.label {{ text-align: left; }}
th.upright {{ writing-mode: vertical-rl; letter-spacing: .1em; }}
td {{ min-width: 2.2em; text-align: right; font-variant-numeric: tabular-nums; }}
td.absent {{ background: repeating-linear-gradient(45deg, #ececec, #ececec 3px, #fff 3px, #fff 6px); }}
td.wanting, .wanting {{ background: #e8eef8; }}
td.doubt {{ background: #fff3c4; }}
td .printed {{ color: #777; }}
td.error {{ outline: 3px solid var(--error); outline-offset: -3px; }}
td.warning {{ outline: 2px dashed #b87900; outline-offset: -2px; }}
td.info {{ outline: 2px dotted var(--info); outline-offset: -2px; }}
td.suspect {{ background: #fbd9d6; }}
td.error, td.warning, td.info {{ padding: .4em .6em .35em; }}
.marks {{ display: block; font-size: .82em; line-height: 1.2; white-space: nowrap; }}
.marks a {{ text-decoration: none; border: 1px solid currentColor; border-radius: .7em; padding: 0 .35em; }}
a.error {{ color: var(--error); }} a.warning {{ color: var(--warning); }} a.info {{ color: var(--info); }}
ol.findings {{ list-style: none; margin: .7em 0 0; padding: 0; }}
ol.findings > li {{ margin: .45em 0; padding: .4em .7em; border-left: .35em solid var(--info); background: #f7f7f7; }}
ol.findings > li.error {{ border-left: .35em solid var(--error); }}
ol.findings > li.warning {{ border-left: .35em double #b87900; }}
ol.findings > li:target {{ background: #fff3c4; }}
.number {{ font-weight: bold; margin-right: .4em; }}
.kind {{ font-weight: bold; margin-right: .6em; }}
.kind.error {{ color: var(--error); }} .kind.warning {{ color: var(--warning); }} .kind.info {{ color: var(--info); }}
.aside {{ display: block; color: #555; font-size: .88em; }}
ul.plain {{ margin: .4em 0; padding-left: 1.4em; }}
ul.columns {{ columns: 24em; column-gap: 3em; font-size: .9em; }}
details {{ margin: 1em 0; }}
summary {{ cursor: pointer; }}
footer {{ margin-top: 2em; border-top: 1px solid var(--rule); padding-top: .5em; overflow-wrap: anywhere; }}
@media print {{
  @page {{ size: A4; margin: 14mm 12mm; }}
  body {{ max-width: none; margin: 0; padding: 0 1mm; font-size: 10pt; line-height: 1.45; }}
  h2 {{ margin: 1em 0 .35em; }}
  .verdict {{ margin: .5em 0; padding: .35em .7em; }}
  ul.plain {{ margin: .2em 0; }}
  article + article {{ break-before: page; border-top: 0; margin: 0; padding: 0; }}
  .scroll {{ overflow: visible; }}
  table {{ font-size: 7.6pt; }}
  th, td {{ padding: .1em .25em; }}
  td.error, td.warning, td.info {{ padding: .4em .6em .35em; }}
  h2 {{ break-after: avoid; }}
  tr, ol.findings > li, .verdict {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  td, th, li, .verdict {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
"""
