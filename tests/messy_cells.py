"""The words and figures of a form as people type them: spelled otherwise, broken, padded, marked up in many ways.

Everything is drawn from a random generator and a set of habits, so that one seed is one document, and a habit can
be taken away to see whether it is to blame.
"""

import html
import random
from decimal import Decimal

from gov_disclosure.model.forms import Field, Form
from gov_disclosure.model.printed_table import PrintedCell

__all__ = ["CELL_HABITS", "cell_markup", "figure", "wording"]

CELL_HABITS = (
    "soup",  # spans and fonts around every piece of text
    "paragraphs",  # one or two paragraphs in a cell
    "odd blanks",  # nothing printed, in many ways of marking up
    "broken labels",  # <br>, paragraphs or spaces within a label
    "half-width",  # brackets, commas and colons of labels
    "row numbers",  # 1、 and 1． for 1.
    "other wordings",  # known from published reports
    "padding",  # spaces and no-break spaces around a figure
    "full-width digits",
    "thousands",
    "signs",  # 减38, +4, －5
    "units",  # 251000元, 1646.5万元
    "measure words",  # 3件
    "marks for nothing",  # -, /, —, 无
    "noise in cells",  # comments and hidden text
)

_BLANKS = (
    "", " ", "&nbsp;", "&nbsp;&nbsp;", "<p>&nbsp;</p>", "<p></p>", "<br>", "<p><span><o:p>&nbsp;</o:p></span></p>",
    "<p align=center><span lang=EN-US><o:p></o:p></span></p>", "&#12288;", "<font face=宋体>&nbsp;</font>",
)  # fmt: skip
_NOTHING = ("-", "—", "/", "无", "－", "--")
_HALF = str.maketrans("（），、：；“”", '(),､:;""')
_HALF_KEPT = str.maketrans({"､": "、"})
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_NOISE = (
    "<!-- 7 -->",
    '<span style="display:none">7</span>',
    "<script>var a = 7;</script>",
    "<!--[if x]>7<![endif]-->",
)
_SPANS = (
    '<span style="font-family: 宋体; font-size: 14px;">{}</span>',
    "<span lang=EN-US>{}</span>",
    '<font face="方正仿宋_GBK">{}</font>',
    "<b>{}</b>",
    '<span style="mso-spacerun:\'yes\';font-family:宋体;"><font face="宋体">{}</font></span>',
    "<strong><span>{}</span></strong>",
)
_PLACES = Decimal(10) ** 4


def wording(rng: random.Random, cell: PrintedCell, form: Form, habits: frozenset[str]) -> str:
    """The text of a label or head as it may be found."""
    text = cell.text
    if "other wordings" in habits and rng.random() < 0.5:
        text = rng.choice(_others(cell, form) or [text])
    if "row numbers" in habits and len(text) > 2 and text[0].isdigit() and text[1] == ".":
        text = text[0] + rng.choice([".", "、", "．", ". "]) + text[2:]
    if "half-width" in habits:
        text = text.translate(_HALF).translate(_HALF_KEPT)
    return text


def _others(cell: PrintedCell, form: Form) -> list[str]:
    """Other wordings that the form's classes know for a label or head."""
    if cell.role == "label":
        return [other for row in form.rows if row.label == cell.text for other in row.also]
    if cell.role == "head":
        return [other for field in form.fields if field.column == cell.text for other in field.also]
    return []


def figure(rng: random.Random, field: Field, value: int | Decimal | None, habits: frozenset[str]) -> str:
    """A value as it may be printed; an empty string for a blank."""
    if value is None:
        return rng.choice(_NOTHING) if "marks for nothing" in habits and rng.random() < 0.5 else ""
    if field.type == "decimal":
        text = _money(rng, field, Decimal(value), habits)
    else:
        text = _count(rng, field, int(value), habits)
    if "full-width digits" in habits and rng.random() < 0.5:
        text = text.translate(_FULL)
    if "padding" in habits:
        text = rng.choice(["", " ", "\u00a0"]) + text + rng.choice(["", " ", "\u00a0\u00a0"])
    return text


def _count(rng: random.Random, field: Field, value: int, habits: frozenset[str]) -> str:
    text = str(abs(value))
    if "thousands" in habits:
        text = f"{abs(value):,}"
    if field.type == "signed count" and "signs" in habits:
        if value < 0:
            return rng.choice(["-", "－", "−", "减", "减 ", "- "]) + text
        if value > 0:
            return rng.choice(["", "+", "增", "＋"]) + text
    if value < 0:
        text = f"-{text}"
    if "measure words" in habits and rng.random() < 0.4:
        text += field.unit
    return text


def _money(rng: random.Random, field: Field, value: Decimal, habits: frozenset[str]) -> str:
    text = format(value, "f")
    if "units" not in habits or rng.random() < 0.4:
        return text
    if field.unit == "元" and rng.random() < 0.5:
        return format(value / _PLACES, "f") + rng.choice(["万元", " 万元"])
    return text + field.unit


def cell_markup(rng: random.Random, text: str, habits: frozenset[str], label: bool) -> str:
    """What stands between ``<td>`` and ``</td>`` for a text."""
    if not text:
        return rng.choice(_BLANKS) if "odd blanks" in habits else ""
    pieces = _pieces(rng, text, habits, label)
    marked = [_inline(rng, piece, habits) for piece in pieces]
    if "noise in cells" in habits and rng.random() < 0.1:
        marked[-1] += rng.choice(_NOISE)
    if len(pieces) > 1 and rng.random() < 0.5:
        return rng.choice(["<br>", "<br/>\n", "<BR>"]).join(marked)
    if len(pieces) > 1 or "paragraphs" in habits:
        empty = "<p><o:p>&nbsp;</o:p></p>" if rng.random() < 0.05 else ""
        return empty + "\n".join(f"<p align=center>{piece}</p>" for piece in marked)
    return marked[0]


def _pieces(rng: random.Random, text: str, habits: frozenset[str], label: bool) -> list[str]:
    """A label broken over lines, in some places; figures stay whole."""
    if not label or "broken labels" not in habits or len(text) < 4 or rng.random() < 0.6:
        return [text]
    cut = rng.randint(2, len(text) - 2)
    if rng.random() < 0.4:
        return [text[:cut] + rng.choice([" ", "\u00a0", "\n  "]) + text[cut:]]
    return [text[:cut], text[cut:]]


def _inline(rng: random.Random, text: str, habits: frozenset[str]) -> str:
    if "soup" not in habits:
        return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")
    parts = []
    rest = text
    while rest:
        size = rng.choice([1, 2, len(rest)])
        parts.append(html.escape(rest[:size], quote=False).replace("\u00a0", "&nbsp;"))
        rest = rest[size:]
    return "".join(rng.choice(_SPANS).format(part) for part in parts)
