"""Tables printed cell for cell as the form draws them, which most bodies' are: read by their cells' places alone.

Where every head and label stands where the form has it, there is nothing to be told by likeness, order or sums.
What differs from the drawing in anything goes to the readers of grids, which would read these tables the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.form_text import style_of
from gov_disclosure.interpret.grids import is_figure, printed_cells
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Drawn, Harvest, ItemRow, PrintedRow
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import Form, FormRow, FormTable, editions
from gov_disclosure.model.layout import layout
from gov_disclosure.model.printed_table import PrintedCell as DrawnCell
from gov_disclosure.model.printed_table import PrintedTable as DrawnTable

__all__ = ["Drawings", "drawings_of", "take_as_drawn"]

_rectangle = attrgetter("row", "column", "rowspan", "colspan")


class _Line(NamedTuple):
    """A line of a drawing with values in it; cells are named by their numbers in reading order."""

    rows: tuple[FormRow, ...]
    labels: tuple[int, ...]
    first: int  # of the values, which stand in one run
    heads: tuple[int, ...]  # over the values, in a table of items


class _Drawing(NamedTuple):
    """A table of an edition as it is drawn."""

    table: FormTable
    rectangles: list[tuple[int, int, int, int]]
    words: tuple[
        tuple[int, str, str, str], ...
    ]  # heads and labels: number, text, key, path of the row told by it
    values: frozenset[int]
    lines: tuple[_Line, ...]


#: The drawing of each table that follows one, by the table's identity.
Drawings: TypeAlias = Mapping[int, _Drawing]


def drawings_of(tables: Iterable[Table]) -> Drawings:
    """Which tables are printed as the form draws them, and as which of its tables."""
    return {id(table): drawing for table in tables if (drawing := _drawing_of(table)) is not None}


def take_as_drawn(tables: Sequence[Table], drawings: Drawings, harvest: Harvest) -> bool:
    """Take what tables hold that all follow a drawing; false, and nothing taken, where one does not."""
    found: list[tuple[_Drawing, Table]] = []
    names: set[str] = set()
    for table in tables:
        drawing = drawings.get(id(table))
        if drawing is None or drawing.table.name in names:
            return False
        names.add(drawing.table.name)
        found.append((drawing, table))
    for drawing, table in found:
        _take(drawing, table.cells, harvest)
    return bool(found)


def _drawing_of(table: Table) -> _Drawing | None:
    if not table.sure_columns or _is_text(table):
        return None
    known = _drawings(editions())
    cells: Sequence[Cell] = table.cells
    if len(cells) not in known:
        cells = _without_blank_end(cells)  # sheets are read one row further than anything stands in them
    candidates = known.get(len(cells))
    if candidates is None:
        return None
    rectangles = list(map(_rectangle, cells))
    return next(
        (drawing for drawing in candidates if drawing.rectangles == rectangles and _fits(drawing, cells)),
        None,
    )


def _without_blank_end(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells without those of the last row, where nothing is printed in it."""
    end = len(cells)
    while end and cells[end - 1].row == cells[-1].row and not cells[end - 1].text:
        end -= 1
    return cells[:end] if end and cells[end - 1].row < cells[-1].row else cells


def _is_text(table: Table) -> bool:
    place = table.place
    return place is not None and place.line is not None and place.xpath is None


def _fits(drawing: _Drawing, cells: Sequence[Cell]) -> bool:
    labels = row_labels(drawing.table.name)
    for number, printed, key, path in drawing.words:
        text = cells[number].text
        if (
            text != printed
            and label_key(text) != key
            and not (path and (told := labels.exact(text)) and told[0].path == path)
        ):
            return False
    for number in drawing.values:
        text = cells[number].text
        if text and not text.isdecimal() and not is_figure(text):
            return False
    return True


def _take(drawing: _Drawing, cells: Sequence[Cell], harvest: Harvest) -> None:
    style = style_of(drawing.table)
    harvest.tables.add(drawing.table.name)
    for line in drawing.lines:
        start = line.first
        if style == "items":
            (row,) = line.rows
            harvest.items.append(
                ItemRow(
                    path=row.path,
                    labels=tuple([cells[number].text for number in line.labels]),
                    item=label_key(row.item),
                    heads=tuple([cells[number].text for number in line.heads]),
                    values=tuple(printed_cells(cells[start : start + len(row.fields)])),
                    place=cells[start].place,
                )
            )
            continue
        for row in line.rows:
            end = start + len(row.fields)
            labels = (
                (*row.groups, row.label)
                if row.across
                else tuple([cells[number].text for number in line.labels])
            )
            drawn = Drawn(row.columns, cells[start:end])
            harvest.rows.append(PrintedRow.as_drawn(row.path, labels, drawn, cells[line.first]))
            start = end


@cache
def _drawings(known: tuple[Form, ...]) -> dict[int, list[_Drawing]]:
    """The drawings of all editions, in every way of printing, by how many cells they have; the newest first."""
    found: dict[int, list[_Drawing]] = {}
    for form in reversed(known):
        ways = dict.fromkeys(row.variant for row in form.rows if row.variant) or {"": None}
        for way in ways:
            for table, drawn in zip(form.tables, layout(form, variants=(way,)), strict=True):
                found.setdefault(len(drawn.cells), []).append(_drawing(table, drawn))
    return found


def _drawing(table: FormTable, drawn: DrawnTable) -> _Drawing:
    rows = {field.path: row for row in table.rows for field in row.fields}
    numbers = {id(cell): number for number, cell in enumerate(drawn.cells)}
    lines: list[_Line] = []
    words: list[tuple[int, str, str, str]] = []
    corner = label_key(getattr(table.cls, "columns_head", ""))
    heads: tuple[int, ...] = ()
    for cells in drawn.by_row():
        values = [cell for cell in cells if cell.path is not None]
        labels = [cell for cell in cells if cell.path is None]
        across = tuple(dict.fromkeys(rows[cell.path] for cell in values if cell.path is not None))
        for cell in labels:
            own = across[0].path if cell.role == "label" and across else ""
            words.append((numbers[id(cell)], cell.text, label_key(cell.text), own))
        if values:
            lines.append(_Line(across, _numbers(labels, numbers), numbers[id(values[0])], heads))
        elif len(labels) > 1:
            heads = _numbers([cell for cell in labels if label_key(cell.text) != corner], numbers)
    return _Drawing(
        table=table,
        rectangles=[_rectangle(cell) for cell in drawn.cells],
        words=tuple(words),
        values=frozenset(numbers[id(cell)] for cell in drawn.cells if cell.path is not None),
        lines=tuple(lines),
    )


def _numbers(cells: Sequence[DrawnCell], numbers: dict[int, int]) -> tuple[int, ...]:
    return tuple(numbers[id(cell)] for cell in cells)
