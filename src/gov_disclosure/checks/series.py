"""Several years of one body's reports, each checked against those before it."""

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any, TypeVar

from gov_disclosure.checks.case import Checkable
from gov_disclosure.checks.engine import check
from gov_disclosure.checks.findings import Findings
from gov_disclosure.checks.settings import Settings
from gov_disclosure.reading.reading import Reading

__all__ = ["check_series", "in_order"]

SubjectT = TypeVar("SubjectT", bound=Checkable)
_YEARS_BACK = 2  # the farthest that any check looks


def check_series(
    reports: Iterable[Checkable],
    *,
    profile: "str | PathLike[str] | Mapping[str, Any] | Settings | None" = None,
    blank_as_zero: bool = False,
) -> tuple[Findings, ...]:
    """The findings on each report of one body, oldest year first, each against the years before it.

    Reports are put in the order of their years; where the year of one is not known, they stay as given. A year that
    is missing is said (Y3), and nothing is compared across the gap.
    """
    ordered = in_order(reports)
    return tuple(
        check(
            report,
            previous=tuple(reversed(ordered[max(0, place - _YEARS_BACK) : place])) or None,
            profile=profile,
            blank_as_zero=blank_as_zero,
        )
        for place, report in enumerate(ordered)
    )


def in_order(reports: Iterable[SubjectT]) -> tuple[SubjectT, ...]:
    """Reports by year; as given, where the year of one of them is not known."""
    given = tuple(reports)
    years = [_year(report) for report in given]
    known = [year for year in years if year is not None]
    if len(known) < len(given):
        return given
    places = sorted(range(len(given)), key=lambda place: known[place])
    return tuple(given[place] for place in places)


def _year(report: Checkable) -> int | None:
    return report.report.year if isinstance(report, Reading) else report.year
