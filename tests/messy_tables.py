"""The form's tables as web pages print them: spans wrong or not drawn, rows and cells too many, tags forgotten."""

import random
from collections.abc import Iterable

import attrs

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.forms import Form
from gov_disclosure.model.printed_table import PrintedCell, PrintedTable
from messy_cells import cell_markup, figure, wording

__all__ = ["TABLE_HABITS", "table_markup"]

TABLE_HABITS = (
    "no tbody",
    "no end tags",
    "upper case",
    "attributes",
    "head rows in thead",
    "empty rows",
    "trailing cells",  # an empty cell behind every row
    "leading cells",  # an empty cell before the rows of a table
    "heads not spanned",  # an empty cell under a head instead of a rowspan (wrinkle 43)
    "groups not spanned",  # an empty cell under a group's label instead of a rowspan
    "groups left out",  # later rows of a group begin with their own label (wrinkle 45)
    "wrong spans",  # a figure over two columns where its head has one (wrinkle 42)
    "cut in two",  # the table goes on in another one
    "cut with heads",  # … which repeats the heads
    "extra row",  # a row the form does not have (wrinkle 53)
)


@attrs.define
class Draft:
    """A cell about to be written."""

    text: str
    rowspan: int
    colspan: int
    role: str


Rows = list[list[Draft]]


def table_markup(
    rng: random.Random, table: PrintedTable, report: AnnualReport, habits: frozenset[str]
) -> str:
    """The table as HTML."""
    assert report.form is not None
    rows = _drafts(rng, table, report, report.form, habits)
    heads = table.head_rows
    if "heads not spanned" in habits and heads > 1:
        _unspan(rows, range(heads), ("head", "corner", "group"), table)
    if "groups not spanned" in habits:
        _unspan(rows, range(heads, len(rows)), ("group",), table)
    elif "groups left out" in habits:
        _leave_out(rows, heads)
    if "wrong spans" in habits:
        _widen(rng, rows, table)
    if "extra row" in habits and table.name == "proactive":
        rows.insert(
            4, [Draft("其他主动公开文件", 1, 1, "label"), *(Draft("3", 1, 1, "value") for _ in range(3))]
        )
    if "trailing cells" in habits:
        for row in rows:
            row.append(Draft("", 1, 1, "extra"))
    elif "leading cells" in habits and not any(draft.rowspan > 1 for row in rows for draft in row):
        for row in rows:
            row.insert(0, Draft("", 1, 1, "extra"))
    if "empty rows" in habits:
        rows = list(_with_empty_rows(rng, rows, table))
    parts = _cut(rng, rows, heads, habits, table)
    return rng.choice(["\n", "<p>&nbsp;</p>", ""]).join(_written(rng, part, heads, habits) for part in parts)


def _drafts(
    rng: random.Random, table: PrintedTable, report: AnnualReport, form: Form, habits: frozenset[str]
) -> Rows:
    rows: Rows = []
    for row in table.by_row():
        drafts = []
        for cell in row:
            text = _text(rng, cell, report, form, habits)
            drafts.append(Draft(text, cell.rowspan, cell.colspan, cell.role))
        rows.append(drafts)
    return rows


def _text(
    rng: random.Random, cell: PrintedCell, report: AnnualReport, form: Form, habits: frozenset[str]
) -> str:
    if cell.path is None:
        return wording(rng, cell, form, habits)
    return figure(rng, form.field(cell.path), report[cell.path], habits)


def _unspan(rows: Rows, which: range, roles: tuple[str, ...], table: PrintedTable) -> None:
    """Write empty cells where a rowspan should be."""
    columns = [{cell.column: cell for cell in row} for row in table.by_row()]
    order = [[cell.column for cell in row] for row in table.by_row()]
    for number in which:
        for cell in list(columns[number].values()):
            if cell.rowspan == 1 or cell.role not in roles:
                continue
            draft = rows[number][order[number].index(cell.column)]
            for below in range(number + 1, min(number + cell.rowspan, len(rows))):
                place = sum(column < cell.column for column in order[below])
                rows[below].insert(
                    place, Draft("", 1, draft.colspan, "head" if below < table.head_rows else "group")
                )
                order[below].insert(place, cell.column)
            draft.rowspan = 1


def _leave_out(rows: Rows, heads: int) -> None:
    """Write nothing where a rowspan should be."""
    for row in rows[heads:]:
        for draft in row:
            draft.rowspan = 1


def _widen(rng: random.Random, rows: Rows, table: PrintedTable) -> None:
    if table.name != "proactive":
        return
    for row in rows:
        values = [draft for draft in row if draft.role == "value"]
        if len(values) == 3:
            for draft in values:
                draft.colspan = 1
            rng.choice(values).colspan = 2


def _with_empty_rows(rng: random.Random, rows: Rows, table: PrintedTable) -> Iterable[list[Draft]]:
    open_until = 0
    for number, row in enumerate(rows):
        yield row
        open_until = max([open_until, *(number + draft.rowspan for draft in row)])
        if open_until <= number + 1 and number >= table.head_rows and rng.random() < 0.2:
            yield [Draft("", 1, 1, "extra") for _ in range(rng.choice([0, 1, len(row)]))]


def _cut(
    rng: random.Random, rows: Rows, heads: int, habits: frozenset[str], table: PrintedTable
) -> list[Rows]:
    """The table in one piece or two; a label that spans both is written once."""
    if not habits & {"cut in two", "cut with heads"} or table.name == "challenges" or len(rows) < heads + 4:
        return [rows]
    at = rng.randint(heads + 2, len(rows) - 2)
    first, second = rows[:at], rows[at:]
    for number, row in enumerate(first):
        for draft in row:
            draft.rowspan = min(draft.rowspan, at - number)
    if "cut with heads" in habits and heads:
        second = [*rows[:heads], *second]
    return [first, second]


def _written(rng: random.Random, rows: Rows, heads: int, habits: frozenset[str]) -> str:
    end = "no end tags" not in habits
    lines = []
    for number, row in enumerate(rows):
        cells = "".join(_cell(rng, draft, habits, end) for draft in row)
        lines.append(f"<tr{_attributes(rng, habits)}>{cells}" + ("</tr>" if end or not row else ""))
        if "head rows in thead" in habits and number == heads - 1 and _closed(rows[:heads]):
            lines[:] = ["<thead>", *lines, "</thead><tbody>" if "no tbody" not in habits else "</thead>"]
    inner = "\n".join(lines)
    if "no tbody" not in habits and "<tbody>" not in inner:
        inner = f"<tbody>{inner}</tbody>"
    columns = "<colgroup><col width=64><col></colgroup>" if rng.random() < 0.2 else ""
    written = f"<table{_attributes(rng, habits)}>{columns}{inner}</table>"
    if "upper case" in habits:
        for tag in ("table", "tbody", "tr", "td"):
            written = written.replace(f"<{tag}", f"<{tag.upper()}").replace(f"</{tag}>", f"</{tag.upper()}>")
    return written


def _closed(rows: Rows) -> bool:
    return all(number + draft.rowspan <= len(rows) for number, row in enumerate(rows) for draft in row)


def _attributes(rng: random.Random, habits: frozenset[str]) -> str:
    if "attributes" not in habits:
        return ""
    return rng.choice(
        [' class="MsoNormal" width=83', ' style="border: 1px solid; height:20px"', " valign='top'", ""]
    )


def _cell(rng: random.Random, draft: Draft, habits: frozenset[str], end: bool) -> str:
    spans = f' rowspan="{draft.rowspan}"' if draft.rowspan > 1 else ""
    spans += f" colspan={draft.colspan}" if draft.colspan > 1 else ""
    inside = cell_markup(rng, draft.text, habits, draft.role != "value")
    return f"<td{spans}{_attributes(rng, habits)}>{inside}" + ("</td>" if end else "")
