"""What a reading is: places, evidence, notices, limits, errors, and the reading itself."""

from typing import TYPE_CHECKING

from gov_disclosure.reading.evidence import FLAGS, KINDS, Evidence, Flag, Kind, Unplaced
from gov_disclosure.reading.limits import Deadline, Limits
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import NOTICES, Notice, NoticeKind, Severity, notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.reading import Reading, Source

if TYPE_CHECKING:
    from gov_disclosure.reading.errors import (
        Damaged,
        Encrypted,
        MissingExtra,
        NoSuchPage,
        NotAReport,
        ReadError,
        ScannedDocument,
        SeveralReports,
        TooLarge,
        UnknownEngine,
        UnknownForm,
        UnknownFormat,
        Unreadable,
    )

__all__ = [
    "FLAGS",
    "KINDS",
    "NOTICES",
    "Damaged",
    "Deadline",
    "Encrypted",
    "Evidence",
    "Flag",
    "FrozenMapping",
    "Kind",
    "Limits",
    "MissingExtra",
    "NoSuchPage",
    "NotAReport",
    "Notice",
    "NoticeKind",
    "Place",
    "ReadError",
    "Reading",
    "ScannedDocument",
    "SeveralReports",
    "Severity",
    "Source",
    "TooLarge",
    "UnknownEngine",
    "UnknownForm",
    "UnknownFormat",
    "Unplaced",
    "Unreadable",
    "notice",
]


def __getattr__(name: str) -> object:
    # a class takes a while to be made, and few documents ask for one of these
    if name in __all__:
        from gov_disclosure.reading import errors

        return getattr(errors, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
