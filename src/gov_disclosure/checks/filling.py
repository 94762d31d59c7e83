"""Writing 0 into blank cells where nothing else could be meant: asked for by name, with a list of what changed."""

from typing import Literal, TypeAlias

import attrs

from gov_disclosure.checks.case import Case, Checkable
from gov_disclosure.checks.settings import DEFAULTS
from gov_disclosure.model.fields import Value
from gov_disclosure.model.report import AnnualReport

__all__ = ["Filled", "WhyLeft", "fill_blanks"]

WhyLeft: TypeAlias = Literal["not-printed", "unread", "sum"]


@attrs.frozen(kw_only=True)
class Filled:
    """A report with blanks filled.

    ``changes`` are the cells that hold 0 now and were blank. ``left`` are those that stay blank, each with the
    reason: its row is ``not-printed``; something is printed that could not be read (``unread``); it is the
    total of figures that are there, or adds up to one (``sum``).
    """

    report: AnnualReport
    changes: tuple[str, ...]
    left: tuple[tuple[str, WhyLeft], ...]


def fill_blanks(report_or_reading: Checkable) -> Filled:
    """The report with 0 in every blank cell that may be counted as 0.

    Those are the cells that ``check(…, blank_as_zero=True)`` takes for 0: the row is printed, nothing (or 无, a
    dash, a slash) stands in the cell, and it is not the total of figures that are there. Totals are never
    computed. The report given stays as it is.

        >>> import gov_disclosure
        >>> from gov_disclosure.checks import fill_blanks
        >>> report = gov_disclosure.AnnualReport.blank("2021", year=2023)
        >>> report = report.replace({"applications.received.natural_person": 3})
        >>> filled = fill_blanks(report)
        >>> filled.report["applications.received.business"]
        0
        >>> ("applications.received.total", "sum") in filled.left
        True
    """
    case = Case(report_or_reading, settings=DEFAULTS)
    if case.layout is None:
        return Filled(report=case.report, changes=(), left=())
    active = ("", *case.variants)
    changes: dict[str, Value] = {}
    left: list[tuple[str, WhyLeft]] = []
    for place, field in enumerate(case.layout.fields):
        if case.values[place] is not None or field.variant not in active:
            continue
        if case.zeroable(place):
            changes[field.path] = 0
        else:
            left.append((field.path, _why(case, place)))
    return Filled(report=case.report.replace(changes), changes=tuple(changes), left=tuple(left))


def _why(case: Case, place: int) -> WhyLeft:
    assert case.layout is not None
    if not case.printed[case.layout.row_of[place]]:
        return "not-printed"
    evidence = case.evidence(case.layout.fields[place].path)
    if evidence is not None and (evidence.doubt or evidence.kind in ("unread", "text", "number")):
        return "unread"
    return "sum"
