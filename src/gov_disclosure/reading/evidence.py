"""What a value rests on: the printed text, what kind of something or nothing it was, and where it stands."""

from typing import Any, Literal, TypeAlias, get_args

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.opened import new, opened
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.placed import told_when_asked

__all__ = ["FLAGS", "KINDS", "Evidence", "Flag", "Kind", "Unplaced"]

Kind: TypeAlias = Literal["number", "blank", "dash", "slash", "text", "unread", "absent"]
Flag: TypeAlias = Literal[
    "repaired", "unit-converted", "unit-assumed", "fuzzy-label", "position-inferred", "form-assumed", "ocr"
]

#: What a cell can hold: a number, one of the kinds of nothing, something unreadable, or no row at all.
KINDS: tuple[str, ...] = get_args(Kind)
#: What may have been done to arrive at a value.
FLAGS: tuple[str, ...] = get_args(Flag)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Evidence(ByFields):
    """What stands in the document for one value.

    ``kind`` is ``number``; ``blank``; ``dash`` (-, —); ``slash``; ``text`` (无 and other words); ``unread``
    (something is printed that cannot be told); ``absent`` (the row or table is not printed). ``doubt`` is true
    where a person should look before using the value. ``others`` holds what else the document prints for it.
    """

    raw: str | None = None
    kind: Kind = "number"
    place: Place | None = None
    flags: tuple[Flag, ...] = ()
    doubt: bool = False
    others: "tuple[Evidence, ...]" = ()

    @staticmethod
    def of_cell(raw: str | None, kind: Kind, placed: Any, flags: tuple[Flag, ...], doubt: bool) -> "Evidence":
        """What is printed in one cell, made in a third of the time that naming these fields takes; ``placed`` is its
        place or what tells it."""
        evidence: Any = new(_OpenEvidence)
        evidence.raw, evidence.kind, evidence.placed = raw, kind, placed
        evidence.flags, evidence.doubt, evidence.others = flags, doubt, ()
        evidence.__class__ = Evidence
        filled: Evidence = evidence
        return filled


told_when_asked(Evidence)
_OpenEvidence = opened(Evidence)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Unplaced(ByFields):
    """A printed figure that belongs to no cell of the report's form.

    ``labels`` are the words printed for it, outermost first; ``foreign_path`` names the cell of another edition
    that it would be.
    """

    labels: tuple[str, ...]
    raw: str
    value: object = None
    place: Place | None = None
    foreign_path: str | None = None
