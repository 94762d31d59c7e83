"""Where each cell of a marked-up table stands: the table algorithm of the HTML standard, within bounds."""

from gov_disclosure.readers.html.raw import RawCell, RawTable
from gov_disclosure.reading.limits import Limits

__all__ = ["lay_out"]

_WIDEST = 100  # more columns than this are not meant: such a cell reaches to the table's edge
_WORK = 500_000  # grid slots that cells of one table cover beyond their own, or that were looked at


def lay_out(table: RawTable, limits: Limits) -> None:
    """Tell each cell its true place in the grid, and how many rows and columns it covers there.

    Raises :class:`~gov_disclosure.TooLarge` where spans ask for more grid than the limits allow.
    """
    top, work = 0, 0
    # wider than anyone means, and where the next cell of the row stands
    wide: list[tuple[RawCell, int | None]] = []
    for group in table.groups:
        height = len(group)
        taken: dict[int, int] = {}  # column -> first row in which it is free again
        for number, row in enumerate(group):
            column = 0
            for cell in row.cells:
                while taken and taken.get(column, 0) > number:
                    column += 1
                    work += 1
                cell.row, cell.column = top + number, column
                columns = cell.colspan
                if columns > _WIDEST:
                    columns = _WIDEST + 1
                    wide.append((cell, column + columns if cell is not row.cells[-1] else None))
                if cell.rowspan != 1:
                    cell.rowspan = rows = min(cell.rowspan or height, height - number)
                    work += columns * rows
                    for covered in range(column, column + columns):
                        if taken.get(covered, 0) < number + rows:
                            taken[covered] = number + rows
                column += columns
            if work > _WORK:
                limits.check_cells(work)
        top += height
    if wide:
        cells = [cell for row in table.rows() for cell in row.cells]
        width = max(cell.column + (cell.colspan if cell.colspan <= _WIDEST else 1) for cell in cells)
        for cell, end in wide:
            cell.colspan = (end or width) - cell.column
            work += cell.rowspan * cell.colspan
        if work > _WORK:
            limits.check_cells(work)
