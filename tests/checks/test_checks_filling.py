"""Writing 0 into blanks, and several years in a row."""

import random

import attrs
from hypothesis import given

from gov_disclosure.checks import check, check_series, fill_blanks
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Evidence, Reading
from gov_disclosure.testing import reports
from planted_faults import nil_report, sound_report

A = "applications."


@given(reports())
def test_filling_changes_blank_cells_alone_and_makes_no_error(report: AnnualReport) -> None:
    """A button that changed a figure, or made a sound report wrong, would do more harm than good."""
    filled = fill_blanks(report)
    before, after = dict(report.cells()), dict(filled.report.cells())
    changed = {
        path
        for path in before
        if before[path] != after[path] or (before[path] is None) != (after[path] is None)
    }
    assert changed == set(filled.changes)
    assert all(before[path] is None and after[path] == 0 for path in changed)
    assert len(check(filled.report).errors) == len(check(report).errors)
    assert len(check(filled.report).unanswered) <= len(check(report).unanswered)


@given(reports(consistent=False))
def test_every_blank_is_filled_or_has_its_reason(report: AnnualReport) -> None:
    """A clerk must see what was left, and why."""
    filled = fill_blanks(report)
    assert set(filled.changes).isdisjoint(path for path, _ in filled.left)
    assert all(filled.report[path] is None for path, _ in filled.left)
    assert {why for _, why in filled.left} <= {"not-printed", "unread", "sum"}
    assert fill_blanks(filled.report).changes == ()


def test_totals_and_unread_cells_stay_blank() -> None:
    """A total is never computed, and what could not be read is no zero."""
    blank = AnnualReport.blank("2021", year=2023).replace({A + "received.business": 3})
    filled = fill_blanks(blank)
    assert (A + "received.total", "sum") in filled.left
    assert filled.report[A + "received.natural_person"] == 0
    evidence = {A + "carried_over.total": Evidence(raw="1?", kind="unread", doubt=True)}
    read = fill_blanks(Reading(report=blank, evidence=evidence))
    assert (A + "carried_over.total", "unread") in read.left


def test_a_total_without_its_parts_keeps_them_blank() -> None:
    """0 in every column under a total of 7 would be a lie."""
    blank = AnnualReport.blank("2021", year=2023).replace({A + "received.total": 7})
    left = dict(fill_blanks(blank).left)
    assert left[A + "received.natural_person"] == "sum"
    assert left[A + "received.other"] == "sum"


def test_a_report_without_tables_has_nothing_to_fill() -> None:
    """No cell comes into being."""
    plain = AnnualReport(year=2017)
    assert fill_blanks(plain).report is plain


def test_a_series_is_checked_year_by_year() -> None:
    """What is carried over must be what was carried forward, in whatever order the files come."""
    first = attrs.evolve(sound_report(random.Random(1), "2021"), year=2022)
    forward = first[A + "carried_forward.total"]
    assert isinstance(forward, int)
    second = nil_report("2021", year=2023).replace({A + "carried_over.total": forward + 1})
    third = nil_report("2021", year=2025)
    found = check_series([third, first, second])
    assert [len(findings.of("Y1")) for findings in found] == [0, 1, 0]
    assert [len(findings.of("Y3")) for findings in found] == [0, 0, 1]
    assert [findings.answered for findings in found][1] > [findings.answered for findings in found][2]


def test_a_series_without_years_is_taken_as_it_comes() -> None:
    """Where a year is not known, the order given is all there is."""
    unknown = nil_report("2021")
    later = nil_report("2021", year=2021)
    assert [findings.of("Y3") for findings in check_series([later, unknown])] == [(), ()]
