"""What stands between a document and a report: printed cells and rows whose labels are told, not yet a report."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import attrs

from gov_disclosure.documents import Cell
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.forms import Field
from gov_disclosure.model.opened import new, opened
from gov_disclosure.reading.evidence import Flag, Unplaced
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.placed import told_when_asked

__all__ = ["Harvest", "ItemRow", "PrintedCell", "PrintedRow", "doubted"]


@attrs.define(kw_only=True, eq=False, repr=False)
class PrintedCell(ByFields):
    """The text of one cell, where it stands, and what had to be done to get at it."""

    text: str
    raw: str | None = None  # as printed, where text was mended
    place: Place | None = None
    flags: tuple[Flag, ...] = ()
    doubt: bool = False
    unread: bool = False  # something is printed, but what it says or where it belongs cannot be told

    @staticmethod
    def of(cell: Cell) -> "PrintedCell":
        """A document's cell as it is printed, made in a third of the time that naming these fields takes."""
        printed: Any = new(PrintedCell)
        printed.text, printed.placed, printed.doubt = cell.text, cell, cell.doubt
        printed.raw, printed.flags, printed.unread = None, (), False
        filled: PrintedCell = printed
        return filled


told_when_asked(PrintedCell)


def doubted(cells: Iterable[tuple[str, PrintedCell]]) -> tuple[tuple[str, PrintedCell], ...]:
    """A row's cells, all of them in doubt."""
    return tuple((name, attrs.evolve(cell, doubt=True)) for name, cell in cells)


class Drawn(NamedTuple):
    """The cells of a row that stands in the document as the form draws it, and the names of their columns."""

    columns: tuple[str, ...]
    cells: Sequence[Cell]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PrintedRow(ByFields):
    """A row whose label and columns are told: its path and its cells by column name.

    The cells of a row that stands as ``drawn`` are made when they are asked for. Where others are put in their place,
    those count.
    """

    path: str
    labels: tuple[str, ...]
    _cells: tuple[tuple[str, PrintedCell], ...] | None = None
    flags: tuple[Flag, ...] = ()
    place: Place | None = None
    units: tuple[tuple[str, str], ...] = ()  # the printed head of each column, for the unit it may name
    _drawn: Drawn | None = None

    @staticmethod
    def as_drawn(path: str, labels: tuple[str, ...], drawn: Drawn, first: Cell) -> "PrintedRow":
        """The row as it stands in the document from its ``first`` figure on, in a third of the time that naming these
        fields takes."""
        row: Any = new(_OpenRow)
        row.path, row.labels, row._drawn, row.placed = path, labels, drawn, first
        row._cells = None
        row.flags = row.units = ()
        row.__class__ = PrintedRow
        filled: PrintedRow = row
        return filled

    @property
    def cells(self) -> tuple[tuple[str, PrintedCell], ...]:
        """The cells with their columns' names."""
        if self._cells is not None or self._drawn is None:
            return self._cells or ()
        return tuple(zip(self._drawn.columns, map(PrintedCell.of, self._drawn.cells), strict=True))

    @property
    def drawn(self) -> Drawn | None:
        """The row as it stands in the document, where nothing in it was changed."""
        return self._drawn if self._cells is None and not self.flags and not self.units else None

    @property
    def has_cells(self) -> bool:
        """Whether the document prints any cell of the row."""
        return bool(self._cells) if self._cells is not None else self._drawn is not None


told_when_asked(PrintedRow)
_OpenRow = opened(PrintedRow)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ItemRow(ByFields):
    """A row of table two, whose columns are told by heads that differ between editions.

    ``path`` is the row's (the same in every edition that has it); ``heads`` the printed heads above it, in order,
    () where none are printed; ``values`` the row's cells in order. ``aligned`` is false where blank cells may
    have vanished, so that fewer values than heads cannot be placed. ``lost`` is true where whose the values are
    cannot be told; ``said`` where a notice tells of it already. ``bare`` is true where cells of the grid may not
    stand in the document: nothing is known of those that are wanting.
    """

    path: str
    labels: tuple[str, ...]
    item: str
    heads: tuple[str, ...]
    values: tuple[PrintedCell, ...]
    aligned: bool = True
    lost: bool = False
    said: bool = False
    bare: bool = False
    flags: tuple[Flag, ...] = ()
    place: Place | None = None


class OpenRows(NamedTuple):
    """Rows whose torn figures can be joined in several ways that all let the rows add up.

    A way is the places at which the run of pieces is cut into cells.
    """

    fields: tuple[Field, ...]
    figures: tuple[PrintedCell, ...]
    ways: tuple[tuple[int, ...], ...]

    def pieces(self, way: tuple[int, ...]) -> list[tuple[PrintedCell, ...]]:
        """The pieces of each cell."""
        bounds = zip((0, *way), (*way, len(self.figures)), strict=True)
        return [self.figures[start:end] for start, end in bounds]

    def values(self, way: tuple[int, ...]) -> list[int]:
        """The value of each cell."""
        return [int("".join(piece.text.strip() for piece in group)) for group in self.pieces(way)]


class Harvest:
    """Everything found in the tables of one report, in the order it was found."""

    def __init__(self) -> None:
        self.rows: list[PrintedRow] = []
        self.items: list[ItemRow] = []
        self.tables: set[str] = set()
        self.unplaced: list[Unplaced] = []
        self.notices: list[Notice] = []
        self.open: list[OpenRows] = []
        self.streamed: set[str] = set()  # tables read from running text, whose figures may be torn
        self.last_streamed = ""  # the table to which the last lines of running text belong

    def set_aside(
        self, labels: tuple[str, ...], cell: PrintedCell, *, foreign_path: str | None = None
    ) -> None:
        """Keep a printed figure that belongs to no cell, and say so."""
        value = read_number(cell.text).value
        self.unplaced.append(
            Unplaced(labels=labels, raw=cell.text, value=value, place=cell.place, foreign_path=foreign_path)
        )
        params = {"raw": cell.text, "label": "·".join(labels)}
        self.notices.append(notice("unplaced", place=cell.place, params=params))

    def lose_last_row(self, name: str, columns: Sequence[str]) -> None:
        """Doubt the last row of a table, some of whose cells were torn off: blank ones are not known to be blank."""
        if self.items and self.items[-1].path.startswith(f"{name}."):
            item = self.items[-1]
            self.items[-1] = attrs.evolve(item, lost=True, said=True)
        elif self.rows and self.rows[-1].path.startswith(f"{name}."):
            row = self.rows[-1]
            cells = dict.fromkeys(columns, PrintedCell(text="")) | dict(row.cells)
            doubted = tuple(
                (column, attrs.evolve(cell, doubt=True, unread=cell.unread or not cell.text.strip()))
                for column, cell in cells.items()
            )
            self.rows[-1] = attrs.evolve(row, cells=doubted)

    def take(self, other: "Harvest") -> None:
        """Add what another harvest holds."""
        self.rows += other.rows
        self.items += other.items
        self.tables |= other.tables
        self.unplaced += other.unplaced
        self.notices += other.notices
        self.open += other.open
        self.streamed |= other.streamed
