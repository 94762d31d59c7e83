"""What a walk over a page gathers, before it is decided which tables are tables."""

import re
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from selectolax.lexbor import LexborNode

from gov_disclosure.documents import Cell
from gov_disclosure.model.opened import opened
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.placed import RowOfCells

__all__ = ["Item", "RawCell", "RawParagraph", "RawRow", "RawTable", "finished"]

_USUAL = {str(span): span for span in range(1, 13)}
_DIGITS = re.compile(r"\s*\+?(\d+)")


class RawParagraph:
    """A stretch of text and the block element that holds it."""

    __slots__ = ("heading", "node", "text", "whole")

    def __init__(self, text: str, node: LexborNode, heading: bool = False, whole: bool = True) -> None:
        self.text = text
        self.node = node
        self.heading = heading
        self.whole = whole


class _Contents:
    """What a cell holds that is not known to hold nothing but words."""

    __slots__ = ("items", "nested", "node")

    def __init__(self, node: LexborNode, items: "list[Item]") -> None:
        self.node = node
        self.items = items
        self.nested = False


if TYPE_CHECKING:

    class _OpenCell:
        text: str
        row: int
        column: int
        rowspan: int
        colspan: int
        doubt: bool
        kept: LexborNode | _Contents

else:
    _OpenCell = opened(Cell)


class RawCell(_OpenCell):
    """A cell as marked up: what it holds in reading order, its spans as written (0: to the end).

    ``row`` and ``column`` are its place in the grid, told when the table is laid out. A page has hundreds of cells,
    so they are not made twice: when all is known of one it becomes the document's own, see :func:`finished`.
    """

    __slots__ = ()

    def __init__(self, node: LexborNode, text: str = "") -> None:
        self.text = text
        self.rowspan = self.colspan = 1
        self.doubt = False
        self.kept = node

    __eq__ = object.__eq__
    __hash__ = object.__hash__
    __repr__ = object.__repr__

    @property
    def node(self) -> LexborNode:
        """The element."""
        return self.kept.node if isinstance(self.kept, _Contents) else self.kept

    @property
    def items(self) -> "list[Item]":
        """The paragraphs and tables in the cell."""
        return self._contents().items

    @items.setter
    def items(self, items: "list[Item]") -> None:
        self._contents().items = items

    @property
    def nested(self) -> bool:
        """Whether there is a table in the cell."""
        return isinstance(self.kept, _Contents) and self.kept.nested

    @nested.setter
    def nested(self, nested: bool) -> None:
        self._contents().nested = nested

    def _contents(self) -> _Contents:
        kept = self.kept
        if not isinstance(kept, _Contents):
            items: list[Item] = [RawParagraph(self.text, kept)] if self.text else []
            kept = self.kept = _Contents(kept, items)
        return kept

    def take_spans(self) -> None:
        """Take the spans written on the cell."""
        attributes = self.node.attributes
        if "rowspan" in attributes:
            self.rowspan = _span(attributes["rowspan"])
        if "colspan" in attributes:
            self.colspan = _span(attributes["colspan"]) or 1


def finished(cells: list[RawCell], placed: Iterable[Place | None] | RowOfCells) -> list[Cell]:
    """The cells of a row, of which all is known by now, as the document's own: their places, or what tells them."""
    row = placed if isinstance(placed, RowOfCells) else None
    places = repeat(row) if row is not None else placed
    cell: Any
    for number, (cell, place) in enumerate(zip(cells, places, strict=row is None), 1):
        cell.placed, cell.number, cell.kept = place, number, None
        cell.__class__ = Cell
    return cast("list[Cell]", cells)


def _span(written: str | None) -> int:
    """A span as browsers take it: the digits it starts with, or 1."""
    if written in _USUAL:
        return _USUAL[written]
    found = _DIGITS.match(written or "")
    return int(found[1][:9]) if found else 1


class RawRow:
    """A row as marked up; ``step`` leads to it from the table.

    ``regular`` is false where its cells are not all the cells of one row element. ``tag`` is that of all its cells,
    "" where it is not known to be.
    """

    __slots__ = ("cells", "regular", "step", "tag")

    def __init__(self, step: str) -> None:
        self.step = step
        self.tag = ""
        self.cells: list[RawCell] = []
        self.regular = True


class RawTable:
    """A table as marked up: row groups of rows of cells. No cell reaches over the end of its row group."""

    __slots__ = (
        "arranges",
        "before",
        "cell_count",
        "counts",
        "cut",
        "group_step",
        "groups",
        "is_metadata",
        "node",
        "row_count",
    )

    def __init__(self, node: LexborNode) -> None:
        self.node = node
        self.groups: list[list[RawRow]] = []
        self.before: list[Item] = []  # captions
        self.cell_count = 0
        self.arranges = False  # some cell holds a table or long prose
        self.cut = False  # the page ends in its last row
        self.is_metadata: bool | None = None  # it holds fields about the page alone, as far as that was asked
        self.counts: dict[str, int] = {}  # of thead, tbody and tfoot so far
        self.group_step = ""
        self.row_count = 0  # in the present group

    def begin_group(self, tag: str) -> None:
        """Begin a thead, tbody or tfoot."""
        self.group_step = self._step(tag)
        self.groups.append([])
        self.row_count = 0

    def begin_row(self) -> RawRow:
        """Begin a row of the present group."""
        self.row_count += 1
        row = RawRow(f"{self.group_step}/tr[{self.row_count}]")
        self.groups[-1].append(row)
        return row

    def pass_over_group(self, tag: str) -> None:
        """Count a group that is not shown."""
        self._step(tag)

    def _step(self, tag: str) -> str:
        self.counts[tag] = number = self.counts.get(tag, 0) + 1
        return f"{tag}[{number}]"

    def rows(self) -> Iterator[RawRow]:
        """All rows, from the top."""
        for group in self.groups:
            yield from group


Item: TypeAlias = RawParagraph | RawTable
