"""What is made of reports: tables of data, the codebook, comparison of editions, indicators.

Names are imported when they are first used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gov_disclosure.analysis.codebook import Codebook, CodebookEntry, Comparison, build_codebook
    from gov_disclosure.analysis.correspondences import Comparable, Link, links
    from gov_disclosure.analysis.crosswalk import CrossNote, Crosswalked, Dropped, as_form, crosswalk_table
    from gov_disclosure.analysis.datapackage import descriptor, table_schema
    from gov_disclosure.analysis.frames import COLUMNS, Column, Table, tidy, tidy_chunks, wide
    from gov_disclosure.analysis.from_tidy import readings_from_tidy
    from gov_disclosure.analysis.indicator_catalogue import Indicator, indicators_of
    from gov_disclosure.analysis.indicators import IndicatorValue, compute, indicator_table
    from gov_disclosure.analysis.saving import save

_HOMES = {
    "gov_disclosure.analysis.codebook": ("Codebook", "CodebookEntry", "Comparison", "build_codebook"),
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
    "gov_disclosure.analysis.from_tidy": ("readings_from_tidy",),
    "gov_disclosure.analysis.indicator_catalogue": ("Indicator", "indicators_of"),
    "gov_disclosure.analysis.indicators": ("IndicatorValue", "compute", "indicator_table"),
    "gov_disclosure.analysis.saving": ("save",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "COLUMNS",
    "Codebook",
    "CodebookEntry",
    "Column",
    "Comparable",
    "Comparison",
    "CrossNote",
    "Crosswalked",
    "Dropped",
    "Indicator",
    "IndicatorValue",
    "Link",
    "Table",
    "as_form",
    "build_codebook",
    "compute",
    "crosswalk_table",
    "descriptor",
    "indicator_table",
    "indicators_of",
    "links",
    "readings_from_tidy",
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
