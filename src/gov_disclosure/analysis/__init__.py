"""What is made of reports: tables of data, the codebook, comparison of editions, indicators.

Names are imported when they are first used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gov_disclosure.analysis.correspondences import Comparable, Link, links
    from gov_disclosure.analysis.crosswalk import CrossNote, Crosswalked, Dropped, as_form, crosswalk_table
    from gov_disclosure.analysis.datapackage import descriptor, table_schema
    from gov_disclosure.analysis.frames import COLUMNS, Column, Table, tidy, tidy_chunks, wide
    from gov_disclosure.analysis.saving import save

_HOMES = {
    "gov_disclosure.analysis.correspondences": ("Comparable", "Link", "links"),
    "gov_disclosure.analysis.crosswalk": (
        "CrossNote",
        "Crosswalked",
        "Dropped",
        "as_form",
        "crosswalk_table",
    ),
    "gov_disclosure.analysis.datapackage": ("descriptor", "table_schema"),
    "gov_disclosure.analysis.frames": ("COLUMNS", "Column", "Table", "tidy", "tidy_chunks", "wide"),
    "gov_disclosure.analysis.saving": ("save",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "COLUMNS",
    "Column",
    "Comparable",
    "CrossNote",
    "Crosswalked",
    "Dropped",
    "Link",
    "Table",
    "as_form",
    "crosswalk_table",
    "descriptor",
    "links",
    "save",
    "table_schema",
    "tidy",
    "tidy_chunks",
    "wide",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
