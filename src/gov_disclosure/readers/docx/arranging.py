"""Which tables are tables: one that only arranges the page gives way to what it holds."""

import re
from collections.abc import Iterator

from gov_disclosure.documents import Block, Cell, Paragraph, Table
from gov_disclosure.readers.docx.raw import Item, RawCell, RawParagraph, RawTable
from gov_disclosure.reading.place import Place

__all__ = ["PROSE", "blocks_of"]

_FIGURE = re.compile(r"[\d０-９.,，+＋\-－—/\s]+")
#: Characters in several paragraphs: more than any label of a form has.
PROSE = 300
_FEW = 3  # cells in a row that sets pieces of a page side by side
_SMALL = 10  # cells of a table that may stand inside a cell of figures


def blocks_of(items: list[Item]) -> Iterator[Block]:
    """The items of a body as the blocks of a document, tables that arrange the page taken apart."""
    waiting = [iter(items)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif isinstance(item, RawParagraph):
            yield Paragraph(
                text=item.text, place=Place(line=item.number), heading=item.heading, doubt=item.doubt
            )
        elif isinstance(item, Table):
            yield item
        else:
            pieces = list(_pieces(item))
            if len(pieces) == 1 and pieces[0] is item:
                yield _table(item)
            else:
                waiting.append(iter(pieces))


def _pieces(table: RawTable) -> Iterator[Item]:
    """The table itself where it is one; else the rows that are, and what the others hold."""
    if all(len(row) <= 1 for row in table.rows):
        yield from (item for row in table.rows for cell in row for item in cell.items)
        return
    if not any(_arranges(row) for row in table.rows):
        yield table
        return
    run: list[list[RawCell]] = []
    for row in table.rows:
        if not _arranges(row) or _absorb(table, row):
            run.append(row)
        else:
            yield from _part(table, run)
            run = []
            yield from (item for cell in row for item in cell.items)
    yield from _part(table, run)


def _arranges(row: list[RawCell]) -> bool:
    if any(cell.nested for cell in row):
        return True
    prose = any(len(cell.text) > PROSE and len(cell.items) > 1 for cell in row)
    return prose and len(row) <= _FEW and not any(cell.text and _FIGURE.fullmatch(cell.text) for cell in row)


def _part(table: RawTable, rows: list[list[RawCell]]) -> Iterator[Item]:
    if not any(rows):
        return
    first = next(cell.row for row in rows for cell in row)
    last = first + len(rows)
    for row in rows:
        for cell in row:
            cell.rowspan = min(cell.rowspan, last - cell.row)
    yield from _pieces(RawTable(number=table.number, rows=rows, regular=table.regular))


def _absorb(table: RawTable, row: list[RawCell]) -> bool:
    """Put the cells of small tables where the cells that hold them stand, amid a row of other cells."""
    nested = [cell for cell in row if cell.nested]
    plain = [cell for cell in row if not cell.nested and 0 < len(cell.text) <= PROSE]
    if not nested or not plain or not all(_is_small(cell) for cell in nested):
        return False
    for cell in nested:
        inner = next(item for item in cell.items if isinstance(item, RawTable))
        rows = [inner_row for inner_row in inner.rows if inner_row]
        if len(rows) == 1 and len(cell.items) == 1:
            parts = [
                RawCell(
                    row=cell.row, column=cell.column, text=part.text, rowspan=cell.rowspan, doubt=part.doubt
                )
                for part in rows[0]
            ]
            where = row.index(cell)
            row[where : where + 1] = parts
            table.regular = table.regular and len(parts) == 1
        else:
            texts = [part.text for inner_row in rows for part in inner_row if part.text]
            outer = [item.text for item in cell.items if isinstance(item, RawParagraph)]
            cell.text = "\n".join(outer + texts)
            cell.doubt = len(outer) + len(texts) > 1
            cell.items = [RawParagraph(text=cell.text, number=0)]
    return True


def _is_small(cell: RawCell) -> bool:
    tables = [item for item in cell.items if isinstance(item, RawTable)]
    return (
        len(tables) == 1
        and sum(len(row) for row in tables[0].rows) <= _SMALL
        and not any(inner.nested for row in tables[0].rows for inner in row)
        and len(cell.text) <= PROSE
    )


def _table(table: RawTable) -> Table:
    """A table of the document, its rows counted from its own first one, places from the whole table's."""
    first = next((cell.row for row in table.rows for cell in row), 0)
    cells: list[Cell] = []
    for row in table.rows:
        column = 0
        for cell in row:
            column = max(cell.column, column) if table.regular else column
            cells.append(
                Cell(
                    text=cell.text,
                    row=cell.row - first,
                    column=column,
                    rowspan=cell.rowspan,
                    colspan=cell.colspan,
                    place=Place(table=table.number, row=cell.row + 1, column=cell.column + 1),
                    doubt=cell.doubt,
                )
            )
            column += cell.colspan
    return Table(cells=tuple(cells), place=Place(table=table.number), sure_columns=table.regular)
