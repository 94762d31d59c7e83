"""Read, check and write the annual open-government-information reports of Chinese public bodies.

    >>> import gov_disclosure
    >>> reading = gov_disclosure.read("examples/example-district-2020.txt")
    >>> reading.report["applications.received.total"]
    15
    >>> gov_disclosure.check(reading).errors
    ()

Names are imported when they are first used, so that ``import gov_disclosure`` stays quick.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gov_disclosure import forms
    from gov_disclosure.api import read, read_all, read_many, write
    from gov_disclosure.checks import Finding, Findings, check
    from gov_disclosure.interchange import dumps, loads, loads_reading
    from gov_disclosure.model import (
        AnnualReport,
        AnnualReport2019,
        AnnualReport2021,
        Form,
        GovDisclosureError,
        InvalidReport,
        Narrative,
        UnknownPath,
    )
    from gov_disclosure.narrative import Statement, statements
    from gov_disclosure.reading import (
        Damaged,
        Encrypted,
        Evidence,
        Limits,
        MissingExtra,
        NotAReport,
        Notice,
        Place,
        ReadError,
        Reading,
        ScannedDocument,
        SeveralReports,
        Severity,
        Source,
        TooLarge,
        UnknownForm,
        UnknownFormat,
        Unplaced,
        Unreadable,
    )
    from gov_disclosure.writers import WriteError

__version__ = "0.1.0.dev0"

_HOMES = {
    "gov_disclosure.api": ("read", "read_all", "read_many", "write"),
    "gov_disclosure.checks": ("Finding", "Findings", "check"),
    "gov_disclosure.interchange": ("dumps", "loads", "loads_reading"),
    "gov_disclosure.model": (
        "AnnualReport",
        "AnnualReport2019",
        "AnnualReport2021",
        "Form",
        "GovDisclosureError",
        "InvalidReport",
        "Narrative",
        "UnknownPath",
    ),
    "gov_disclosure.narrative": ("Statement", "statements"),
    "gov_disclosure.reading": (
        "Damaged",
        "Encrypted",
        "Evidence",
        "Limits",
        "MissingExtra",
        "NotAReport",
        "Notice",
        "Place",
        "ReadError",
        "Reading",
        "ScannedDocument",
        "SeveralReports",
        "Severity",
        "Source",
        "TooLarge",
        "UnknownForm",
        "UnknownFormat",
        "Unplaced",
        "Unreadable",
    ),
    "gov_disclosure.writers": ("WriteError",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AnnualReport",
    "AnnualReport2019",
    "AnnualReport2021",
    "Damaged",
    "Encrypted",
    "Evidence",
    "Finding",
    "Findings",
    "Form",
    "GovDisclosureError",
    "InvalidReport",
    "Limits",
    "MissingExtra",
    "Narrative",
    "NotAReport",
    "Notice",
    "Place",
    "ReadError",
    "Reading",
    "ScannedDocument",
    "SeveralReports",
    "Severity",
    "Source",
    "Statement",
    "TooLarge",
    "UnknownForm",
    "UnknownFormat",
    "UnknownPath",
    "Unplaced",
    "Unreadable",
    "WriteError",
    "__version__",
    "check",
    "dumps",
    "forms",
    "loads",
    "loads_reading",
    "read",
    "read_all",
    "read_many",
    "statements",
    "write",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "forms":
        return import_module("gov_disclosure.forms")
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
