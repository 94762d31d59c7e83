"""Reports written as the web pages that people publish, with the habits of their makers shuffled.

``write_page`` makes a page; what it must read as is the report it was made from.
"""

import base64
import html
import random

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.layout import layout
from gov_disclosure.model.narrative import SECTIONS
from messy_cells import CELL_HABITS
from messy_tables import TABLE_HABITS, table_markup

__all__ = ["HABITS", "some_habits", "write_page"]

PAGE_HABITS = (
    "fragment",  # no html and body around
    "navigation",
    "metadata table",
    "second head",
    "hidden parts",  # with figures in them
    "scripts",
    "nested layout",
    "table in a division",
    "headings as paragraphs",
    "headings in two spans",
    "headings left out",
    "headings without numbers",
    "article in a script",
    "text beside tables",  # sentences with figures between heading and table
    "line after a table",  # wrinkle 54
    "footer",
    "lines by br",
    "another encoding",
    "wrong charset",
    "no charset",
    "archive",
)
HABITS = (*CELL_HABITS, *TABLE_HABITS, *PAGE_HABITS)

_PROSE = "本年度，示例机关持续完善信息发布机制，及时回应来信来电，公开工作平稳有序。"
_NAVIGATION = "<ul class=nav><li><a href=#>首页</a></li><li><a href=#>信息公开</a></li><li>政务服务</ul>"
_METADATA = (
    "<table class=info><tr><td>名称</td><td colspan=3>{title}</td></tr>"
    "<tr><td>索引号</td><td>014314799/2024-00002</td><td>公开日期</td><td>2024-01-17</td></tr><tr><td>文号</td><td></td><td>发布机构</td><td>示例机关</td></tr></table>"
)
_SECOND_HEAD = "<head><meta name=SiteName content=示例网站><title>示例网站</title></head>"
_HIDDEN = (
    "<div style='display:none'><p>三、收到和处理政府信息公开申请情况</p>"
    "<table><tr><td>一、本年新收政府信息公开申请数量</td><td>99</td></tr></table></div>"
    "<p hidden>共收到政府信息公开申请99件。</p>"
)
_SCRIPTS = (
    "<script>var total = 99; document.title = '示例<table>';</script>"
    "<style>p { margin: 0 }</style><noscript>99</noscript>"
)
_FOOTER = "<div class=foot>网站标识码：3213220037 <span>访问量：12345</span> 苏ICP备00000000号</div>"


def some_habits(rng: random.Random) -> frozenset[str]:
    """A few habits, or many."""
    share = rng.choice([0.0, 0.05, 0.1, 0.2, 0.3, 0.5])
    return frozenset(habit for habit in HABITS if rng.random() < share)


def write_page(rng: random.Random, report: AnnualReport, habits: frozenset[str]) -> bytes:
    """The report as a page, in some encoding."""
    article = _article(rng, report, habits)
    if "article in a script" in habits:
        body = article.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("/", "\\/")
        article = f'<script>var article = "{body}";</script>'
    if "nested layout" in habits:
        article = f"<table width=1000><tr><td><table><tr><td>{article}</td></tr></table></td></tr></table>"
    title = report.title or "示例"
    parts = [
        _NAVIGATION if "navigation" in habits else "",
        _SECOND_HEAD if "second head" in habits else "",
        _SCRIPTS if "scripts" in habits else "",
        _HIDDEN if "hidden parts" in habits else "",
        _METADATA.format(title=title) if "metadata table" in habits else "",
        f"<h1>{title}</h1>",
        article,
        _FOOTER if "footer" in habits else "",
    ]
    return _encoded(rng, "\n".join(parts), title, habits)


def _article(rng: random.Random, report: AnnualReport, habits: frozenset[str]) -> str:
    tables = {table.name: table for table in layout(report, only_printed=True)}
    period = report.period or f"{report.year}年1月1日至12月31日"
    parts = [f"<p>现公布{report.title}。所列数据的统计期限为{period}。</p>"]
    for section in SECTIONS:
        parts.append(_heading(rng, section.number, section.title, habits))
        table = tables.get(section.name)
        if table is None:
            parts.append(_paragraph(rng, _PROSE, habits))
            continue
        if "text beside tables" in habits:
            parts.append("<p>共收到8份申请，均为自然人申请。其中，予以公开2件。</p>")
        written = table_markup(rng, table, report, habits)
        if "table in a division" in habits:
            written = f"<div style='text-indent:2em'>{written}</div>"
        parts.append(written)
        if "line after a table" in habits and section.name == "proactive":
            parts.append("<p>本行政区域政府信息公开发布总数量（非新闻类、消息类）：0</p>")
    return "\n".join(parts)


def _heading(rng: random.Random, number: str, title: str, habits: frozenset[str]) -> str:
    if "headings left out" in habits and number in "二三四" and rng.random() < 0.7:
        return ""
    text = title if "headings without numbers" in habits and rng.random() < 0.5 else f"{number}、{title}"
    if "headings in two spans" in habits:
        cut = len(text) // 2
        text = f"<span><font>{text[:cut]}</font></span><span>{text[cut:]}</span>"
    if "headings as paragraphs" in habits:
        return rng.choice([f"<p>{text}</p>", f"<p><strong>{text}</strong></p>", f"<div>{text}</div>"])
    return f"<h2>{text}</h2>"


def _paragraph(rng: random.Random, text: str, habits: frozenset[str]) -> str:
    if "lines by br" in habits:
        return f"{html.escape(text)}<br>\n<br>"
    return f"<p style='text-indent:2em'>{html.escape(text)}</p>"


def _encoded(rng: random.Random, body: str, title: str, habits: frozenset[str]) -> bytes:
    encoding = "utf-8"
    if "another encoding" in habits:
        encoding = rng.choice(["gb18030", "gbk", "utf-16", "utf-8-sig"])
    declared: str | None = {"utf-8-sig": "utf-8", "gbk": "gb2312"}.get(encoding, encoding)
    if "wrong charset" in habits:
        declared = rng.choice(["utf-8", "gb2312", "iso-8859-1", "big5"])
    if "no charset" in habits:
        declared = None
    charset = f"<meta charset={declared}>" if declared else ""
    page = body
    if "fragment" not in habits:
        page = f"<!DOCTYPE html><html><head>{charset}<title>{title}</title></head><body>{body}</body></html>"
    content = page.encode(encoding, errors="xmlcharrefreplace")
    if "archive" not in habits:
        return content
    head = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/related; boundary=part\r\n\r\n--part\r\n"
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(content) + b"--part--\r\n"
