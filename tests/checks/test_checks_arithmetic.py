"""The sums and balances of the form: each with a report that obeys it and one that does not."""

import pytest

from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport, Value
from planted_faults import nil_report

A = "applications."
R = "applications.results."


def shanghai(**changes: Value) -> AnnualReport:
    """The figures of a published report on 2019: 859 + 18 = 805 + 72, of which natural persons and businesses."""
    cells: dict[str, Value] = {
        A + "received.natural_person": 820,
        A + "received.business": 39,
        A + "received.total": 859,
        A + "carried_over.natural_person": 18,
        A + "carried_over.total": 18,
        R + "granted.natural_person": 258,
        R + "granted.business": 17,
        R + "granted.total": 275,
        R + "denied.process_information.natural_person": 35,
        R + "denied.process_information.total": 35,
        R + "unavailable.not_held.natural_person": 316,
        R + "unavailable.not_held.business": 18,
        R + "unavailable.not_held.total": 334,
        R + "not_processed.petition_or_complaint.natural_person": 158,
        R + "not_processed.petition_or_complaint.total": 158,
        R + "other_handling.all.natural_person": 3,
        R + "other_handling.all.total": 3,
        R + "total.natural_person": 770,
        R + "total.business": 35,
        R + "total.total": 805,
        A + "carried_forward.natural_person": 68,
        A + "carried_forward.business": 4,
        A + "carried_forward.total": 72,
    }
    report = nil_report("2019", year=2019, issuer="示例市人民政府办公厅").replace(cells)
    return report.replace({path.replace("__", "."): value for path, value in changes.items()})


def ids(report: AnnualReport) -> set[str]:
    return {finding.check for finding in check(report)}


def test_published_figures_that_add_up_have_no_findings() -> None:
    """A clean report must come back clean, or nobody would trust the rest."""
    findings = check(shanghai())
    assert list(findings) == []
    assert (findings.answered, findings.unanswered) == (41, ())


def test_a_wrong_outcome_breaks_its_row_and_its_column() -> None:
    """A slip in one cell shows in the row's total and in the column's, with both numbers and the gap."""
    findings = check(shanghai().replace({R + "granted.natural_person": 285}))
    assert [(f.check, f.expected, f.actual) for f in findings] == [("R1", 302, 275), ("L2", 797, 770)]
    row, column = findings
    assert row.severity is Severity.error
    assert row.origin == "document"
    assert "“（一）予以公开”一行" in row.message("zh")
    assert "302（285 + 17）" in row.message("zh")
    assert "“总计”栏填的是 275，少 27" in row.message("zh")
    assert "(granted in full): the applicants add up to 302 (285 + 17)" in row.message("en")
    assert "says 275, 27 too few" in row.message("en")
    assert "“自然人”一列" in column.message("zh")
    assert "“（七）总计”一行填的是 770" in column.message("zh")
    assert R + "granted" not in row.message("zh") + row.message("en") + column.message("en")


def test_the_corner_balance() -> None:
    """The form's own printed rule: what came in equals what was concluded or carried on, in every column."""
    findings = check(
        shanghai().replace({A + "carried_forward.natural_person": 67, A + "carried_forward.total": 71})
    )
    assert [(f.check, f.paths[0]) for f in findings] == [
        ("L1", A + "received.natural_person"),
        ("L1", A + "received.total"),
    ]
    message = findings[0].message("zh")
    assert (
        "“一、本年新收政府信息公开申请数量”加“二、上年结转政府信息公开申请数量”为 838（820 + 18）" in message
    )
    assert "为 837（770 + 67），相差 1" in message
    assert "国办公开办函〔2019〕60号" in findings[0].citation


def test_more_concluded_than_there_was() -> None:
    """L3 sees it even where nothing is known of what was carried forward."""
    report = shanghai().replace({A + "carried_forward.total": None, R + "total.total": 880})
    findings = check(report)
    assert "L3" in {f.check for f in findings}
    found = findings.of("L3")[0]
    assert (found.expected, found.actual) == (877, 880)
    assert any(
        lacking.check == "L1" and lacking.paths == (A + "carried_forward.total",)
        for lacking in findings.unanswered
    )


def test_more_carried_forward_than_there_was() -> None:
    """Where what was concluded is blank, the other half of the balance must still not be too large."""
    report = shanghai().replace({R + "total.business": None, A + "carried_forward.business": 40})
    assert [(f.expected, f.actual) for f in check(report).of("L3")] == [(39, 40)]


def test_the_corner_check_tells_which_side_is_wrong() -> None:
    """L4 says whether the total column or an applicant's column holds the error."""
    wrong_total = check(shanghai().replace({A + "received.total": 860})).of("L4")[0]
    assert (wrong_total.expected, wrong_total.actual, wrong_total.severity) == (0, 1, Severity.info)
    assert "问题多半在“总计”列" in wrong_total.message("zh")
    wrong_column = check(shanghai().replace({A + "received.business": 40})).of("L4")[0]
    assert "one of the applicants' columns" in wrong_column.message("en")


def test_challenges_include_the_pending_cases() -> None:
    """376 + 97 + 196 + 121 = 790: a total without the pending cases is an error."""
    k = "challenges.reconsideration."
    cells: dict[str, Value] = {k + "upheld": 376, k + "corrected": 97, k + "other": 196, k + "pending": 121}
    report = nil_report("2021", year=2025).replace({**cells, k + "total": 790})
    assert "F1" not in ids(report)
    (found,) = check(report.replace({k + "total": 669})).of("F1")
    assert (found.expected, found.actual) == (790, 669)
    assert "“行政复议”一栏" in found.message("zh")
    assert "少 121" in found.message("zh")


@pytest.mark.parametrize("variant", ["single_other", "split_other"])
def test_either_way_of_printing_other_handling_adds_up(variant: str) -> None:
    """Bodies print （六） as one row or as three: whichever is there is added up, the other is not missed."""
    row = R + ("other_handling.all" if variant == "single_other" else "other_handling.miscellaneous")
    report = nil_report("2021", variant=variant, year=2022).replace(
        {
            A + "received.business": 4,
            A + "received.total": 4,
            row + ".business": 4,
            row + ".total": 4,
            R + "total.business": 4,
            R + "total.total": 4,
        }
    )
    findings = check(report)
    assert [f.check for f in findings] == []
    assert findings.unanswered == ()
    broken = check(report.replace({row + ".business": 5, row + ".total": 5}))
    assert {f.check for f in broken} == {"L2"}


def test_figures_in_both_ways_of_printing_are_an_error() -> None:
    """Counting the single row and its parts would count applications twice: which one counts is not guessed."""
    report = nil_report("2021", variant="split_other", year=2022).replace(
        {R + "other_handling.all.natural_person": 3, R + "other_handling.uncorrected.natural_person": 3}
    )
    findings = check(report)
    (found,) = findings.of("L6")
    assert found.severity is Severity.error
    assert R + "other_handling.all.natural_person" in found.paths
    assert findings.of("L2") == ()
    lacking = [entry for entry in findings.unanswered if entry.check == "L2"]
    assert len(lacking) == 7
    assert all(entry.paths for entry in lacking if entry.label_en == "natural persons")
    assert "（六）其他处理" in found.message("zh")


def test_findings_come_in_the_order_of_the_form() -> None:
    """A clerk walks down the printed tables: so must the list."""
    report = shanghai().replace(
        {"challenges.reconsideration.total": 5, R + "granted.other": 1, A + "received.research": 2}
    )
    assert report.form is not None
    order = {path: place for place, path in enumerate(report.form.paths)}
    places = [min(order[path] for path in finding.paths) for finding in check(report)]
    assert places == sorted(places)
