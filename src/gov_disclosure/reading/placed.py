"""Places that are told only when they are asked for: a page has hundreds of cells, and hardly any is ever looked up.

A value of a class that is :func:`told_when_asked` may be given, as its place, something that can tell it::

    told_when_asked(Cell)

    cell.placed = RowOfCells(table=2, row=5, xpath="/html[1]/body[1]/table[2]", steps="tbody[1]/tr[5]", tag="td")
    cell.place  # is worked out now, and kept
"""

from typing import Any, NamedTuple

from gov_disclosure.reading.place import Place

__all__ = ["RowOfCells", "told_when_asked"]


class RowOfCells(NamedTuple):
    """A row of a marked-up table: the table's number and the row's (from 1), the table's address and the steps from it
    to the row, the tag of its cells, and the file inside an archive."""

    table: int
    row: int
    xpath: str
    steps: str
    tag: str
    member: str | None = None

    def place_of(self, cell: Any) -> Place:
        """The place of a cell that knows its number in the row (from 1) and its column (from 0)."""
        xpath = f"{self.xpath}/{self.steps}/{self.tag}[{cell.number}]"
        return Place.of_cell(self.table, self.row, cell.column + 1, xpath, self.member)


def told_when_asked(cls: type[Any]) -> None:
    """Let ``place`` of a class with slots be told when it is first asked for.

    Its slot is ``placed`` from now on: that may hold a place, None, or what has a ``place_of`` to tell it.
    """
    cls.placed = cls.__dict__["place"]
    cls.place = _Place()


class _Place:
    """The field ``place`` of such a class."""

    def __get__(self, owner: Any, cls: type[Any] | None = None) -> Any:
        if owner is None:
            return self
        placed = owner.placed
        if placed is not None and placed.__class__ is not Place:
            placed = placed.place_of(owner)
            self.__set__(owner, placed)
        return placed

    def __set__(self, owner: Any, place: Place | None) -> None:
        type(owner).placed.__set__(owner, place)
