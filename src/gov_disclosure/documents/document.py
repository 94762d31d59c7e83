"""The neutral document between readers and the interpreter: paragraphs and tables, in reading order."""

from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeAlias

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.opened import new, opened
from gov_disclosure.reading.notices import Notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.placed import told_when_asked

__all__ = ["Block", "Cell", "Document", "Meta", "Paragraph", "Table"]

_column = attrgetter("column")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Paragraph(ByFields):
    """Text outside tables.

    ``whole`` is false for a mere line of a text dump or an unruled page, which may be torn out of a paragraph
    or of a table. ``heading`` is true only where the source marks it as one. ``doubt`` is true where the reader
    is not sure of the text.
    """

    text: str
    place: Place | None = None
    whole: bool = True
    heading: bool = False
    doubt: bool = False

    @staticmethod
    def filled(text: str, placed: Any, whole: bool, heading: bool) -> "Paragraph":
        """The paragraph with these fields, in a third of the time that naming them takes; ``placed`` is its place or
        what tells it."""
        paragraph: Any = new(_OpenParagraph)
        paragraph.text, paragraph.placed = text, placed
        paragraph.whole, paragraph.heading, paragraph.doubt = whole, heading, False
        paragraph.__class__ = Paragraph
        filled: Paragraph = paragraph
        return filled

    def place_of(self, _named: object) -> Place | None:
        """The place of what is named in the paragraph."""
        return self.place


told_when_asked(Paragraph)
_OpenParagraph = opened(Paragraph)


class _Made(ByFields):
    """Room beside a cell's fields: its number in its row, from which its place may be told, and what a reader keeps
    with it until it is done."""

    __slots__ = ("kept", "number")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Cell(_Made):
    """A cell of a table: its text ("" if nothing is printed), where its top left corner stands in the grid, and
    how many rows and columns it covers. ``doubt`` is true where the reader is not sure of the text."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    place: Place | None = None
    doubt: bool = False

    @staticmethod
    def filled(
        text: str, row: int, column: int, rowspan: int, colspan: int, place: Place | None, doubt: bool
    ) -> "Cell":
        """The cell with these fields, in a third of the time that naming them takes."""
        cell: Any = new(_OpenCell)
        cell.text, cell.row, cell.column = text, row, column
        cell.rowspan, cell.colspan = rowspan, colspan
        cell.placed, cell.doubt = place, doubt
        cell.__class__ = Cell
        filled: Cell = cell
        return filled

    def place_of(self, _printed: object) -> Place | None:
        """The place of what is printed in the cell."""
        return self.place


told_when_asked(Cell)
_OpenCell = opened(Cell)


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class Table(ByFields):
    """A table: its cells in reading order, each standing once, at its top left corner.

    ``sure_columns`` is false where blank cells may have vanished, so that a cell's column tells nothing (one
    cell a line, ragged pipes).
    """

    cells: tuple[Cell, ...]
    place: Place | None = None
    sure_columns: bool = True

    @property
    def row_count(self) -> int:
        """Rows of the grid."""
        return max([cell.row + cell.rowspan for cell in self.cells], default=0)

    @property
    def column_count(self) -> int:
        """Columns of the grid."""
        return max([cell.column + cell.colspan for cell in self.cells], default=0)

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells by the row they start in, from left to right."""
        return self._rows

    @cached_property
    def _rows(self) -> tuple[tuple[Cell, ...], ...]:
        rows: list[list[Cell]] = [[] for _ in range(self.row_count)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        for row in rows:
            row.sort(key=_column)
        return tuple(map(tuple, rows))

    def __str__(self) -> str:
        return "\n".join(" | ".join(cell.text.replace("\n", " ") for cell in row) for row in self.rows())


Block: TypeAlias = Paragraph | Table


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Meta(ByFields):
    """Something the source says about itself outside the report: a title tag, a metadata field, a property."""

    name: str
    value: str
    place: Place | None = None

    @staticmethod
    def filled(name: str, value: str, placed: Any) -> "Meta":
        """The field with these parts, in a third of the time that naming them takes; ``placed`` is its place or what
        tells it."""
        meta: Any = new(_OpenMeta)
        meta.name, meta.value, meta.placed = name, value, placed
        meta.__class__ = Meta
        filled: Meta = meta
        return filled


told_when_asked(Meta)
_OpenMeta = opened(Meta)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Document(ByFields):
    """What a reader saw, in reading order, and nothing of what it means.

    ``open_end`` is true where the source may have been cut off in its last word or figure, as text may that ends
    without a line break.
    """

    blocks: tuple[Block, ...] = ()
    reader: str = ""
    engine: str | None = None
    metadata: tuple[Meta, ...] = ()
    notices: tuple[Notice, ...] = ()
    open_end: bool = False

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    def walk_text(self) -> Iterator[str]:
        """All text, paragraphs and cells, in reading order."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                for cell in block.cells:
                    yield cell.text

    def __str__(self) -> str:
        return "\n\n".join(
            block.text if isinstance(block, Paragraph) else str(block) for block in self.blocks
        )
