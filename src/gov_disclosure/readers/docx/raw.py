"""What a document's body holds before it is decided which tables are tables."""

from typing import TypeAlias

import attrs

from gov_disclosure.documents import Table

__all__ = ["Item", "RawCell", "RawParagraph", "RawTable"]


@attrs.define(kw_only=True)
class RawParagraph:
    """A paragraph with its number in the document."""

    text: str
    number: int
    heading: bool = False
    doubt: bool = False


@attrs.define(kw_only=True)
class RawCell:
    """A cell with its place in the grid, its text, and all that it holds in order."""

    row: int
    column: int
    colspan: int = 1
    rowspan: int = 1
    text: str = ""
    items: "list[Item]" = attrs.field(factory=list)
    doubt: bool = False

    @property
    def nested(self) -> bool:
        """Whether a table stands inside."""
        return any(isinstance(item, RawTable) for item in self.items)


@attrs.define(kw_only=True)
class RawTable:
    """A table with its number in the document and its rows of cells that start there; ``regular`` is false
    where cells stand side by side that share one column of the grid."""

    number: int
    rows: list[list[RawCell]] = attrs.field(factory=list)
    regular: bool = True


#: A table that is surely one is made at once.
Item: TypeAlias = RawParagraph | RawTable | Table
