"""A workbook as every format of it comes out: sheets of cells with their text, number and formula."""

from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

import attrs

__all__ = [
    "Merge",
    "Position",
    "Sheet",
    "SheetCell",
    "Workbook",
    "cell_name",
    "column_letters",
    "column_number",
]

#: Row and column, both from 0.
Position: TypeAlias = tuple[int, int]
#: First row, first column, last row, last column of a merged range.
Merge: TypeAlias = tuple[int, int, int, int]


# Text and number may be given without their names, which would take as long as the rest of making a cell.
@attrs.define
class SheetCell:
    """A cell that holds something.

    ``text`` is what is shown, ``number`` what a formula would take from it (None for text). ``formula`` is
    written in the manner of Excel, without its equals sign; ``cached`` is false where the file holds a formula
    without a result. ``shown_otherwise`` is a number format that hides or changes what the cell holds.
    """

    text: str
    number: Decimal | None = None
    formula: str | None = attrs.field(default=None, kw_only=True)
    cached: bool = attrs.field(default=True, kw_only=True)
    shown_otherwise: str | None = attrs.field(default=None, kw_only=True)
    doubt: bool = attrs.field(default=False, kw_only=True)


@attrs.define(kw_only=True)
class Sheet:
    """A sheet: its cells by position, merged ranges, what of it is hidden, and blank cells that are drawn."""

    name: str
    cells: dict[Position, SheetCell] = attrs.field(factory=dict)
    merges: list[Merge] = attrs.field(factory=list)
    hidden: bool = False
    hidden_rows: set[int] = attrs.field(factory=set)
    hidden_columns: set[int] = attrs.field(factory=set)
    framed: set[Position] = attrs.field(factory=set)  # blank cells with a border, as far as the format tells


@attrs.define(kw_only=True)
class Workbook:
    """All sheets of a workbook, hidden ones too, since formulas may ask for them."""

    sheets: list[Sheet] = attrs.field(factory=list)


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """The letters of a column: A for 0, AA for 26."""
    letters = ""
    column += 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """The number of a column from 0 by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """The name of a cell: B7 for row 6, column 1."""
    return f"{column_letters(column)}{row + 1}"
