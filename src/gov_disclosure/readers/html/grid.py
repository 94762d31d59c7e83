"""Where each cell of a marked-up table stands: the table algorithm of the HTML standard, within bounds."""

from gov_disclosure.readers.html.raw import RawCell, RawTable
from gov_disclosure.reading.limits import Limits

__all__ = ["Placed", "lay_out"]

#: A cell, its row and column from 0, and how many rows and columns it covers.
Placed = tuple[RawCell, int, int, int, int]

_WIDEST = 100  # more columns than this are not meant: such a cell reaches to the table's edge
_WORK = 500_000  # grid slots looked at for one table


def lay_out(table: RawTable, limits: Limits) -> list[Placed]:
    """The cells in reading order with their true place in the grid.

    Raises :class:`~gov_disclosure.TooLarge` where spans ask for more grid than the limits allow.
    """
    placed, wide = _lay_out(table, limits)
    if wide:
        width = max(column + (columns if columns <= _WIDEST else 1) for *_, column, _, columns in placed)
        placed = [
            (cell, row, column, rows, columns if columns <= _WIDEST else width - column)
            for cell, row, column, rows, columns in placed
        ]
    return placed


def _lay_out(table: RawTable, limits: Limits) -> tuple[list[Placed], bool]:
    """The cells with their places, and whether one of them is wider than anyone means."""
    placed: list[Placed] = []
    top, work, wide = 0, 0, False
    for group in table.groups:
        height = len(group)
        taken: dict[int, int] = {}  # column -> first row in which it is free again
        for number, row in enumerate(group):
            column = 0
            for cell in row.cells:
                while taken and taken.get(column, 0) > number:
                    column += 1
                    work += 1
                rows, columns = cell.rowspan, cell.colspan
                if columns > _WIDEST:
                    columns, wide = _WIDEST + 1, True
                if rows != 1:
                    rows = min(rows or height, height - number)
                    work += columns
                    for covered in range(column, column + columns):
                        if taken.get(covered, 0) < number + rows:
                            taken[covered] = number + rows
                placed.append((cell, top + number, column, rows, columns))
                column += columns
            if work > _WORK:
                limits.check_cells(work)
        top += height
    return placed, wide
