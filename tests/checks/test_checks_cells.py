"""What a single cell must be."""

from gov_disclosure.checks import Severity, check
from gov_disclosure.reading import Evidence, FrozenMapping, Reading, notice
from planted_faults import nil_report

A = "applications."


def test_a_negative_count_is_an_error() -> None:
    """A count below zero is legal to store and never right."""
    path = A + "results.granted.natural_person"
    findings = check(nil_report("2021", year=2022).replace({path: -5}))
    (found,) = findings.of("C1")
    assert (found.severity, found.paths, found.actual) == (Severity.error, (path,), -5)
    assert "“（一）予以公开·自然人”填的是 -5" in found.message("zh")


def test_a_fall_may_be_negative() -> None:
    """本年增/减 is the one kind of cell where a minus is what the form asks for."""
    report = nil_report("2019", year=2020).replace(
        {"proactive.penalties.items_previous_year": 136, "proactive.penalties.change": -17}
    )
    assert list(check(report)) == []


def test_items_cannot_fall_below_nothing() -> None:
    """More items removed than there were: one of the two figures is wrong."""
    report = nil_report("2019", year=2020).replace(
        {"proactive.licensing.items_previous_year": 5, "proactive.licensing.change": -11}
    )
    (found,) = check(report).of("C3")
    assert (found.expected, found.actual, found.severity) == (0, -6, Severity.error)
    assert "“上一年项目数量”加“本年增/减”为 -6（5 - 11）" in found.message("zh")


def test_a_printed_fraction_is_named() -> None:
    """A fraction in a count cell was left out by the reader: the clerk must hear of it."""
    path = A + "received.natural_person"
    report = nil_report("2021", year=2022).replace({path: None})
    evidence = {path: Evidence(raw="3.5", kind="unread", doubt=True)}
    said = notice("not-a-count", (path,), params={"label": "x", "raw": "3.5"})
    reading = Reading(report=report, evidence=FrozenMapping(evidence), notices=(said,))
    (found,) = check(reading).of("C2")
    assert "“3.5”" in found.message("zh")
    assert (found.origin, found.severity) == ("reading", Severity.warning)


def test_words_in_a_cell_are_named_unless_they_mean_none() -> None:
    """若干 is no figure; 无 is how many bodies write none."""
    few, none = A + "received.business", A + "received.research"
    report = nil_report("2021", year=2022).replace({few: None, none: None})
    evidence = {few: Evidence(raw="若干", kind="text"), none: Evidence(raw="无", kind="text")}
    findings = check(Reading(report=report, evidence=FrozenMapping(evidence)))
    (found,) = findings.of("C4")
    assert found.paths == (few,)
    assert "“若干”，不是数字" in found.message("zh")


def test_a_missing_total_is_pointed_out_once_for_the_table() -> None:
    """Row totals left blank beside figures: one line names the rows, not twenty."""
    granted, held = A + "results.granted.", A + "results.unavailable.not_held."
    report = nil_report("2019", year=2019).replace({granted + "total": None, held + "total": None})
    (found,) = check(report).of("R2")
    assert found.severity is Severity.info
    assert found.paths == (granted + "total", held + "total")
    assert "有 2 行填了明细而没有填总计：“（一）予以公开”" in found.message("zh")
    blank = report.replace({granted + name: None for name in ("natural_person", "business", "research")})
    assert granted + "total" in check(blank).of("R2")[0].paths  # other parts are still there
