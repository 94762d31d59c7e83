"""A statutory table ready to be printed: the drawn cells with the text that goes into each."""

from collections.abc import Mapping

import attrs

from gov_disclosure.model.fields import Value
from gov_disclosure.model.printed_table import PrintedCell, PrintedTable

__all__ = ["Grid", "GridCell", "lines_of"]


@attrs.frozen
class GridCell:
    """A drawn cell, its text, and the value that is printed in it.

    ``unit`` is printed behind a figure where no head names it; the text has it already.
    """

    drawn: PrintedCell
    text: str
    value: Value = None
    unit: str = ""


@attrs.frozen(kw_only=True)
class Grid:
    """A statutory table with its texts, row by row."""

    table: PrintedTable
    rows: tuple[tuple[GridCell, ...], ...]

    @property
    def cells(self) -> tuple[GridCell, ...]:
        """The cells in reading order."""
        return tuple(cell for row in self.rows for cell in row)


def lines_of(grid: Grid, texts: Mapping[int, str] | None = None) -> list[list[str]]:
    """The table without spans: each cell's text at its top left corner, "" in the places it covers besides.

    ``texts`` replaces the texts of cells, by their number in reading order.
    """
    table = grid.table
    lines = [[""] * table.columns for _ in range(table.rows)]
    for number, cell in enumerate(grid.cells):
        text = cell.text if texts is None else texts[number]
        lines[cell.drawn.row][cell.drawn.column] = text
    return lines
