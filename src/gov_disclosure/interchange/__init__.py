"""Reports, readings, facts and findings as JSON: what is written, what is read back, and all codes.

``report_json`` saves and loads reports and readings, by the rules of ``converter``; ``facts`` makes the
records that the command prints, ``lines`` writes them; ``schema`` gives the JSON Schemas, and ``codes`` the
list of all codes.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gov_disclosure.interchange.report_json import dumps, loads, loads_reading

__all__ = ["dumps", "loads", "loads_reading"]


def __getattr__(name: str) -> object:
    # facts are written without what loads reports, and the command that prints them should start at once
    if name in __all__:
        from gov_disclosure.interchange import report_json

        return getattr(report_json, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
