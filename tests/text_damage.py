"""The rows of a report's tables as they are printed, and what happens to them on the way into a text.

A habit or damage changes what is printed, never the report: what must be read is what the report holds, or
nothing, said to be so.
"""

import random
from collections.abc import Sequence
from decimal import Decimal

import attrs

from gov_disclosure.language.characters import SIMPLIFIED
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model import AnnualReport, Form
from gov_disclosure.model.forms import FormRow, FormTable

__all__ = ["DAMAGES", "Line", "printed_lines", "some_damages", "spoiled"]

#: What may be done to rows (the first ones) and to the finished text.
DAMAGES = (
    "torn figures",  # 12 as 1 2 (wrinkle 62)
    "misprinted labels",  # a character lost, doubled or replaced (72, 120)
    "lost rows",
    "lost figures",
    "extra row",  # 其他主动公开文件 (53)
    "old heads",  # table two of the 2021 form under the heads of 2019, or the reverse (22-24)
    "other wordings",  # labels as known otherwise (65, 76)
    "other numbers",  # 1、 and (1) for 1. (73)
    "marks for nothing",  # - / 无 — (81)
    "measure words",  # 5件 (90)
    "separators",  # 1,234 (89)
    "full-width digits",
    "table twice",
    "traditional",  # characters (77)
    "bare page numbers",
    "one line",  # a whole table without a line break
    "blank lines lost",
    "lines lost",
    "lines twice",
    "cut off",
)

_MARKS = ("-", "—", "/", "无", "－")
_TRADITIONAL = {simple: traditional for traditional, simple in SIMPLIFIED.items()}
_ARABIC = ("1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.")


@attrs.define
class Line:
    """A row as printed: its label, the labels around it, the heads above it, its cells."""

    label: str
    cells: list[str]
    heads: list[str]
    item: str = ""
    groups: tuple[str, ...] = ()
    result: bool = False  # it stands beside 三、本年度办理结果
    across: bool = False


def some_damages(rng: random.Random) -> frozenset[str]:
    """None, one or a few."""
    return frozenset(rng.sample(DAMAGES, rng.choice([0, 1, 1, 1, 2, 3])))


def printed_lines(
    rng: random.Random,
    report: AnnualReport,
    table: FormTable,
    rows: Sequence[FormRow],
    damages: frozenset[str],
) -> list[Line]:
    """The rows of a table as they are printed."""
    lines = [_line(rng, report, row, damages) for row in rows]
    if "old heads" in damages and table.name == "proactive":
        _give_other_heads(rng, report, lines, rows)
    if "misprinted labels" in damages:
        for line in rng.sample(lines, min(2, len(lines))):
            line.label = _misprinted(rng, line.label)
    if "lost rows" in damages and len(lines) > 2:
        for _ in range(rng.randint(1, 2)):
            lines.pop(rng.randrange(len(lines)))
    if "lost figures" in damages:
        for line in rng.sample(lines, min(2, len(lines))):
            filled = [number for number, cell in enumerate(line.cells) if cell]
            if len(filled) > 1 and not line.across:
                line.cells.pop(rng.choice(filled))
    if "torn figures" in damages:
        _tear(rng, lines)
    if "extra row" in damages and table.name == "proactive":
        first = lines[0]
        more = Line(
            "其他主动公开文件", ["186", "86", "255"][: len(first.cells)], first.heads, item=first.item
        )
        lines.insert(rng.randint(1, 2) if len(lines) > 1 else 1, more)
    return lines


def _line(rng: random.Random, report: AnnualReport, row: FormRow, damages: frozenset[str]) -> Line:
    label, heads = row.label, [field.column for field in row.fields]
    if "other wordings" in damages:
        label = rng.choice((label, *row.also))
        heads = [rng.choice((field.column, *field.also)) for field in row.fields]
    if "other numbers" in damages and label.startswith(_ARABIC):
        label = rng.choice(
            (f"{label[0]}、{label[2:]}", f"({label[0]}){label[2:]}", f"{label[0]}．{label[2:]}", label[2:])
        )
    cells = [
        _figure(rng, report[field.path], field.type == "signed count", field.type != "decimal", damages)
        for field in row.fields
    ]
    groups = tuple(row.groups)
    return Line(label, cells, heads, row.item, groups, "results" in row.path, row.across)


def _figure(
    rng: random.Random, value: int | Decimal | None, signed: bool, counted: bool, damages: frozenset[str]
) -> str:
    if value is None:
        return rng.choice(_MARKS) if "marks for nothing" in damages and rng.random() < 0.7 else ""
    text = str(value)
    if signed and value < 0:
        text = rng.choice([f"-{abs(value)}", f"减{abs(value)}", f"－{abs(value)}", f"减 {abs(value)}"])
    elif signed and value > 0:
        text = rng.choice([f"{value}", f"+{value}", f"增{value}"])
    elif counted and "separators" in damages and value >= 1000:
        text = f"{value:,}"
    if counted and "measure words" in damages and rng.random() < 0.5:
        text += rng.choice(["件", "件", " 件", "条", "项"])
    if "full-width digits" in damages and rng.random() < 0.5:
        text = "".join(chr(ord(one) + 0xFEE0) if one.isascii() and one.isdigit() else one for one in text)
    return text


def _give_other_heads(
    rng: random.Random, report: AnnualReport, lines: list[Line], rows: Sequence[FormRow]
) -> None:
    """One item's rows under the heads that another edition prints above them."""
    assert report.form is not None
    others = {row.path: row for row in Form("2019" if report.form == "2021" else "2021").rows}
    item = rng.choice([row.item for row in rows])
    for line, row in zip(lines, rows, strict=True):
        other = others.get(row.path)
        if row.item == item and other is not None:
            printed = dict(zip((field.name for field in row.fields), line.cells, strict=True))
            line.heads = [field.column for field in other.fields]
            line.cells = [printed.get(field.name, "0") for field in other.fields]


def _misprinted(rng: random.Random, label: str) -> str:
    if len(label) < 5:
        return label
    at = rng.randrange(2, len(label))
    return rng.choice(
        [
            label[:at] + label[at + 1 :],
            label[:at] + label[at] + label[at:],
            label[:at] + "某" + label[at + 1 :],
        ]
    )


def _tear(rng: random.Random, lines: list[Line]) -> None:
    places = [
        (line, number)
        for line in lines
        for number, cell in enumerate(line.cells)
        if len(cell) > 1 and cell.isascii() and cell.isdigit()
    ]
    for line, number in rng.sample(places, min(len(places), rng.randint(1, 3))):
        cell = line.cells[number]
        at = rng.randrange(1, len(cell))
        line.cells[number] = f"{cell[:at]} {cell[at:]}"


def spoiled(rng: random.Random, lines: list[str], damages: frozenset[str]) -> list[str]:
    """The finished lines of a text, spoiled."""
    if "lines lost" in damages:
        lines = [line for line in lines if rng.random() > 0.03]
    if "lines twice" in damages:
        lines = [copy for line in lines for copy in [line] * _copies(rng, line)]
    if "cut off" in damages:
        lines = lines[: rng.randrange(len(lines) // 3, len(lines))]
    if "traditional" in damages:
        lines = ["".join(_TRADITIONAL.get(one, one) for one in line) for line in lines]
    return lines


def _copies(rng: random.Random, line: str) -> int:
    """Two of a few lines; a lone figure printed twice could be anyone's."""
    lone = read_number(line).kind == "number"
    return 2 if rng.random() < 0.02 and not lone else 1
