"""Tables over pages: what a page break cut in two becomes one table again.

A table goes on where nothing stands between it and one on the next page that has the same sides and no column
lines of its own. A head that is printed again is left out; a cell that no rule closes at the break is one
cell.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from gov_disclosure.readers.pdf.layout import FilledCell, PageTable
from gov_disclosure.readers.pdf.mending import is_figure, mended
from gov_disclosure.readers.pdf.settings import Tolerances

__all__ = ["JoinedTable", "goes_on", "join", "joined"]


class JoinedTable(NamedTuple):
    """A table with all its parts: the column lines of all of them, and the cells by the rows of the whole."""

    xs: tuple[float, ...]
    rows: int
    last_page: int
    cells: tuple[FilledCell, ...]


def joined(table: PageTable) -> JoinedTable:
    """A table that stands on one page."""
    return JoinedTable(xs=table.xs, rows=len(table.ys) - 1, last_page=table.page, cells=table.cells)


def goes_on(table: JoinedTable, part: PageTable, tolerances: Tolerances) -> bool:
    """Whether a table at the top of the next page goes on with the one before: it has its sides, and either its
    columns, or at least that of the labels, or else the one before was left open."""
    near = tolerances.same_side
    if abs(table.xs[0] - part.xs[0]) > near or abs(table.xs[-1] - part.xs[-1]) > near:
        return False
    few, many = sorted((table.xs, part.xs), key=len)
    if all(any(abs(x - other) <= near for other in many) for x in few):
        return True
    if any(cell.open_bottom and cell.row + cell.rowspan == table.rows for cell in table.cells):
        return True
    return abs(table.xs[1] - part.xs[1]) <= near / 2


def join(table: JoinedTable, part: PageTable, tolerances: Tolerances) -> JoinedTable:
    """The table with its part on the next page."""
    xs = _union(table.xs, part.xs, tolerances.same_side)
    above = _placed(table.cells, table.xs, xs)
    below = _placed(part.cells, part.xs, xs)
    head = _repeated_head(above, below)
    below = [cell._replace(row=cell.row + table.rows - head) for cell in below if cell.row >= head]
    rows = table.rows + len(part.ys) - 1 - head
    above, below, rows = mended(above, below, table.rows, rows)
    return JoinedTable(xs=xs, rows=rows, last_page=part.page, cells=(*above, *below))


def _union(first: tuple[float, ...], second: tuple[float, ...], near: float) -> tuple[float, ...]:
    xs = list(first)
    xs += [x for x in second if all(abs(x - other) > near for other in first)]
    return tuple(sorted(xs))


def _placed(cells: Sequence[FilledCell], own: Sequence[float], xs: Sequence[float]) -> list[FilledCell]:
    """The cells by the columns of the whole."""
    columns = [_nearest(xs, x) for x in own]
    if columns == list(range(len(own))):
        return list(cells)
    return [
        cell._replace(
            column=columns[cell.column],
            colspan=max(columns[cell.column + cell.colspan] - columns[cell.column], 1),
        )
        for cell in cells
    ]


def _nearest(xs: Sequence[float], x: float) -> int:
    index = bisect_left(xs, x)
    return min((i for i in (index - 1, index) if 0 <= i < len(xs)), key=lambda i: abs(xs[i] - x))


def _repeated_head(above: Sequence[FilledCell], below: Sequence[FilledCell]) -> int:
    """How many rows at the top of a part are the table's first rows, printed again."""
    same = row = 0
    while True:
        first = [(*cell[2:5], cell.text) for cell in above if cell.row == row]
        again = [(*cell[2:5], cell.text) for cell in below if cell.row == row]
        if not again or first != again or any(is_figure(cell.text) for cell in below if cell.row == row):
            break
        row += 1
        if not any(cell.row < row < cell.row + cell.rowspan for cell in below):
            same = row  # a whole head: no cell of it reaches into the rows below
    return same if any(cell.text for cell in below if cell.row < same) else 0
