"""Small documents of a fictitious issuer, each showing one habit of published reports.

Figures and labels are written cell by cell, so that a test shows in a few lines what is printed.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import gov_disclosure
from gov_disclosure.model.forms import Form
from gov_disclosure.reading import Reading

__all__ = [
    "CORNER",
    "HEADING",
    "ISSUER",
    "TITLE",
    "Written",
    "applicants",
    "bands",
    "grid",
    "items",
    "lines",
    "page",
    "pipes",
    "read_lines",
    "read_page",
]

ISSUER = "示例区人民政府"
TITLE = f"{ISSUER}2023年政府信息公开工作年度报告"
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

#: The official headings of the sections that hold tables.
HEADING: dict[str, str] = {table.name: table.section.heading for table in Form("2021").tables}

_APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

#: A cell as written: its text, or its text with the columns and rows it covers.
Written: TypeAlias = str | tuple[str, int] | tuple[str, int, int]


def _cell(written: Written) -> str:
    if isinstance(written, str):
        return f"<td>{written}</td>"
    columns, rows = written[1], written[2] if len(written) == 3 else 1
    return f'<td colspan="{columns}" rowspan="{rows}">{written[0]}</td>'


def grid(rows: Iterable[Sequence[Written]]) -> str:
    """A table of a web page."""
    return "<table>" + "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows) + "</table>"


def page(*parts: str, title: str = TITLE, before: str = "") -> bytes:
    """A web page with a title and whatever stands under it."""
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return (
        f"<html><head><meta charset=utf-8></head><body>{before}<h1>{title}</h1>{body}</body></html>".encode()
    )


def lines(*parts: str, title: str = TITLE) -> bytes:
    """A text with a title and lines under it."""
    return "\n".join([title, *parts, ""]).encode()


def pipes(rows: Iterable[Sequence[str]], *, edges: bool = True) -> str:
    """Rows between pipes."""
    joined = (" | ".join(row) for row in rows)
    return "\n".join(f"| {row} |" if edges else row for row in joined)


def items(
    *rows: Sequence[Written], heads: Sequence[Written], item: str = "第二十条第（一）项"
) -> list[list[Written]]:
    """One item of Article 20: its label, its heads and its rows."""
    return [[(item, 1 + len(heads))], ["信息内容", *heads], *(list(row) for row in rows)]


def applicants(*rows: Sequence[Written], corner: bool = True) -> list[list[Written]]:
    """Table three with its heads as the form draws them: three columns of labels, seven of figures."""
    if not corner:
        return [list(row) for row in rows]
    return [
        [(CORNER, 3, 3), ("申请人情况", 7)],
        [("自然人", 1, 2), ("法人或其他组织", 5), ("总计", 1, 2)],
        list(_APPLICANTS[1:6]),
        *(list(row) for row in rows),
    ]


def bands(figures: Sequence[Written]) -> list[list[Written]]:
    """Table four as the form draws it."""
    return [
        [("行政复议", 5), ("行政诉讼", 10)],
        [*((head, 1, 2) for head in _RESULTS), ("未经复议直接起诉", 5), ("复议后起诉", 5)],
        [*_RESULTS, *_RESULTS],
        list(figures),
    ]


def read_page(*parts: str, title: str = TITLE, before: str = "") -> Reading:
    """The reading of a web page."""
    return gov_disclosure.read(page(*parts, title=title, before=before))


def read_lines(*parts: str, title: str = TITLE) -> Reading:
    """The reading of a text."""
    return gov_disclosure.read(lines(*parts, title=title))
