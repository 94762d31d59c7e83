"""A drawn table: cells that know which rectangle of the grid they cover, and what they stand for."""

from typing import Literal, TypeAlias

import attrs

__all__ = ["CellRole", "PrintedCell", "PrintedTable"]

CellRole: TypeAlias = Literal["head", "label", "group", "corner", "value"]


@attrs.frozen(kw_only=True)
class PrintedCell:
    """One cell of a drawn table: its text, and the rectangle of the grid that it covers.

    ``role`` is ``head`` (over columns), ``label`` (of one row), ``group`` (over several rows or columns),
    ``corner`` or ``value``; a value cell has the ``path`` of the cell of the form. ``vertical`` labels are
    printed one character a line. ``english`` is the same text in English ("" for a value).
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    role: CellRole
    path: str | None = None
    vertical: bool = False
    english: str = ""

    def words(self, lang: str = "zh") -> str:
        """The text in Chinese, as printed, or in English where there is any."""
        return self.english if lang == "en" and self.english else self.text


@attrs.frozen(kw_only=True)
class PrintedTable:
    """One drawn table: its name, its section's heading, the size of its grid, and its cells row by row.

    ``widths`` are the relative widths of the grid's columns; ``head_rows`` says how many rows at the top are
    heads alone (what is to be repeated where the table runs on to another page).
    """

    name: str
    heading: str
    english: str
    rows: int
    columns: int
    widths: tuple[int, ...]
    head_rows: int
    cells: tuple[PrintedCell, ...]

    def by_row(self) -> tuple[tuple[PrintedCell, ...], ...]:
        """The cells by the row they start in, from left to right; a row may be empty."""
        rows: list[list[PrintedCell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return tuple(tuple(row) for row in rows)
