"""Writing 0 into blank cells where nothing else could be meant: asked for by name, with a list of what changed."""

from typing import Literal, TypeAlias

import attrs

from gov_disclosure.checks.case import Case, Checkable
from gov_disclosure.checks.settings import DEFAULTS
from gov_disclosure.model.report import AnnualReport

__all__ = ["Filled", "WhyLeft", "fill_blanks"]

WhyLeft: TypeAlias = Literal["not-printed", "unread", "sum"]


@attrs.frozen(kw_only=True)
class Filled:
    """A report with blanks filled.

    ``changes`` are the cells that hold 0 now and were blank. ``left`` are those that stay blank, each with the
    reason: its row is ``not-printed``; something is printed that could not be read (``unread``); it is the
    total of figures that are there, or a part of a total that 0 would not fit (``sum``).
    """

    report: AnnualReport
    changes: tuple[str, ...]
    left: tuple[tuple[str, WhyLeft], ...]


def fill_blanks(report_or_reading: Checkable) -> Filled:
    """The report with 0 in every blank cell that may be counted as 0.

    Those are the cells that ``check(…, blank_as_zero=True)`` takes for 0: the row is printed, nothing (or 无, a
    dash, a slash) stands in the cell, it is not the total of figures that are there, and no printed total says
    that a figure is missing. Totals are never computed. The report given stays as it is.

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
    blank = [
        place
        for place, field in enumerate(case.layout.fields)
        if case.values[place] is None and field.variant in active
    ]
    zeros = _that_fit(case, {place for place in blank if case.zeroable(place)})
    fields = case.layout.fields
    return Filled(
        report=case.report.replace({fields[place].path: 0 for place in sorted(zeros)}),
        changes=tuple(fields[place].path for place in blank if place in zeros),
        left=tuple((fields[place].path, _why(case, place)) for place in blank if place not in zeros),
    )


def _that_fit(case: Case, zeros: set[int]) -> set[int]:
    """Those of the cells in which a 0 contradicts no sum that is printed."""
    assert case.layout is not None
    while True:
        wrong: set[int] = set()
        for compiled in case.layout.sums():
            if compiled.choosy and compiled.identity.variant not in case.variants:
                continue
            cells = [*compiled.left, *compiled.right]
            filled = zeros.intersection(cells)
            if filled and all(case.values[place] is not None or place in zeros for place in cells):
                gap = sum(sign * (case.values[place] or 0) for _, place, sign in compiled.parts)
                if not compiled.holds(gap):
                    wrong |= filled
        if not wrong:
            return zeros
        zeros = zeros - wrong


def _why(case: Case, place: int) -> WhyLeft:
    assert case.layout is not None
    if not case.printed[case.layout.row_of[place]]:
        return "not-printed"
    evidence = case.evidence(case.layout.fields[place].path)
    if evidence is not None and (evidence.doubt or evidence.kind in ("unread", "text", "number")):
        return "unread"
    return "sum"
