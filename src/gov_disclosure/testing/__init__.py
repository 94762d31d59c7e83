"""Hypothesis strategies for annual reports, for this library's tests and for those of its users.

Needs the extra ``testing``. Everything is derived from the classes of the form, so that an edition added
by its classes alone has its strategies too.

    >>> from hypothesis import given
    >>> from gov_disclosure.testing import reports
    >>> @given(reports("2021"))
    ... def test_my_table_has_every_cell(report):
    ...     assert len(list(report.cells())) == 207
    >>> test_my_table_has_every_cell()
"""

from gov_disclosure.reading.errors import MissingExtra

try:
    import hypothesis  # noqa: F401  asked for here, so that its absence has one place
except ImportError as error:
    raise MissingExtra(extra="testing", package="hypothesis", purpose="gov_disclosure.testing") from error

from gov_disclosure.testing.breaking import Broken, broken
from gov_disclosure.testing.figures import Scale
from gov_disclosure.testing.mangling import mangled
from gov_disclosure.testing.readings import readings
from gov_disclosure.testing.relations import Relation, printed_variant, relations
from gov_disclosure.testing.reports import reports, reports_without_tables
from gov_disclosure.testing.texts import issuers, narratives, paragraphs, years

__all__ = [
    "Broken",
    "Relation",
    "Scale",
    "broken",
    "issuers",
    "mangled",
    "narratives",
    "paragraphs",
    "printed_variant",
    "readings",
    "relations",
    "reports",
    "reports_without_tables",
    "years",
]
