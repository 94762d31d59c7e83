"""Where each cell of a marked-up table stands: the table algorithm of the HTML standard, within bounds."""

from collections.abc import Iterator

from gov_disclosure.readers.html.raw import RawCell, RawTable
from gov_disclosure.reading.limits import Limits

__all__ = ["Placed", "lay_out"]

#: A cell, the step to its row, its row and column from 0, and the rows and columns it covers.
Placed = tuple[RawCell, str, int, int, int, int]

_WIDEST = 100  # more columns than this are not meant: such a cell reaches to the table's edge
_WORK = 5_000_000  # grid slots looked at for one table


def lay_out(table: RawTable, limits: Limits) -> list[Placed]:
    """The cells in reading order with their true place in the grid.

    Raises :class:`~gov_disclosure.TooLarge` where spans ask for more grid than the limits allow.
    """
    placed = list(_lay_out(table, limits))
    if any(columns > _WIDEST for *_, columns in placed):
        width = max(column + (columns if columns <= _WIDEST else 1) for *_, column, _, columns in placed)
        placed = [
            (cell, step, row, column, rows, columns if columns <= _WIDEST else width - column)
            for cell, step, row, column, rows, columns in placed
        ]
    return placed


def _lay_out(table: RawTable, limits: Limits) -> Iterator[Placed]:
    top, work = 0, 0
    for group in table.groups:
        height = len(group)
        taken: dict[int, int] = {}  # column -> first row in which it is free again
        for number, row in enumerate(group):
            column = 0
            for cell in row.cells:
                while taken.get(column, 0) > number:
                    column += 1
                    work += 1
                columns = min(cell.colspan, _WIDEST + 1)
                rows = min(cell.rowspan or height, height - number)
                yield cell, row.step, top + number, column, rows, columns
                if rows > 1:
                    work += columns
                    for covered in range(column, column + columns):
                        if taken.get(covered, 0) < number + rows:
                            taken[covered] = number + rows
                column += columns
            if work > _WORK:
                limits.check_cells(work)
        top += height
