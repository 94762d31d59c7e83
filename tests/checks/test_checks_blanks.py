"""Blank is not zero: what cannot be told is said to be so, and counting blanks as zero is the clerk's own choice."""

from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Evidence, FrozenMapping, Reading
from planted_faults import nil_report

A = "applications."
R = A + "results."


def test_no_errors_and_could_not_tell_never_look_alike() -> None:
    """A blank report has no errors because nothing could be verified: the verdict says so."""
    findings = check(AnnualReport.blank("2021", year=2022))
    assert findings.errors == ()
    assert findings.answered == 0
    assert len(findings.unanswered) == 43
    assert len(findings.wanting) == 25 * 7 + 15
    assert "核对了 0 项，另有 43 项无法核对" in findings.summary("zh")
    assert "0 of 43 identities verified" in findings.summary("en")


def test_what_is_wanting_is_named() -> None:
    """One blank cell leaves its row and its column open, and both name it."""
    path = R + "granted.business"
    findings = check(nil_report("2019", year=2020).replace({path: None}))
    assert [(entry.check, entry.paths) for entry in findings.unanswered] == [("R1", (path,)), ("L2", (path,))]
    assert [entry.label("zh") for entry in findings.unanswered] == [
        "（一）予以公开",
        "法人或其他组织·商业企业",
    ]
    assert findings.wanting == (path,)
    assert findings.answered == 39


def test_a_table_that_is_not_printed_is_unanswered_not_clean() -> None:
    """A table lost on the way must not pass for a table without errors."""
    findings = check(nil_report("2019", year=2020).__class__(year=2020))
    assert findings.answered == 0
    assert "没有可核对的数据" in findings.summary("zh")


def test_a_contradiction_that_no_figure_in_the_blanks_could_mend() -> None:
    """Known parts already above the total: certain, though cells are blank, and the sentence says why."""
    report = nil_report("2019", year=2020).replace(
        {R + "granted.natural_person": 9, R + "granted.business": None, R + "granted.total": 4}
    )
    (found,) = check(report).of("R1")
    assert found.severity is Severity.error
    assert found.certain_despite_blanks
    assert not found.assumed
    assert "无论填什么件数都不能使其相符" in found.message("zh")
    assert "No number of cases in the blank cells could make it fit" in found.message("en")


def test_known_parts_below_the_total_prove_nothing() -> None:
    """The blank may hold the rest: no finding."""
    report = nil_report("2019", year=2020).replace(
        {
            A + "received.natural_person": 3,
            A + "received.business": None,
            A + "received.total": 5,
            A + "carried_forward.natural_person": 3,
            A + "carried_forward.business": 2,
            A + "carried_forward.total": 5,
        }
    )
    findings = check(report)
    assert list(findings) == []
    assert {entry.check for entry in findings.unanswered} == {"R1", "L1", "L4"}


def test_blank_as_zero_is_assumed_at_most_a_warning_and_stores_nothing() -> None:
    """The clerk's button: it looks at blanks as zeros without writing any."""
    report = nil_report("2019", year=2020).replace(
        {A + "received.natural_person": 3, A + "received.business": None, A + "received.total": 5}
    )
    before = hash(report)
    findings = check(report, blank_as_zero=True)
    (found,) = findings.of("R1")
    assert (found.expected, found.actual, found.assumed, found.severity) == (3, 5, True, Severity.warning)
    assert "空白格按 0 计算" in found.message("zh")
    assert all(not finding.assumed for finding in findings.errors)
    assert findings.assumed == 3
    assert (hash(report), report[A + "received.business"]) == (before, None)


def test_a_blank_total_beside_figures_is_never_taken_for_zero() -> None:
    """A total left blank is not 0 but unwritten: taking it for 0 would call every such row wrong."""
    report = nil_report("2019", year=2020).replace(
        {R + "granted.natural_person": 258, R + "granted.business": 12, R + "granted.total": None}
    )
    findings = check(report, blank_as_zero=True)
    assert findings.of("R1") == ()
    assert any(entry.check == "R1" for entry in findings.unanswered)


def test_a_wholly_blank_row_counts_as_zeros_with_its_total() -> None:
    """Small bodies leave whole rows blank: then the total too is nothing."""
    row = {
        R + f"granted.{name}": None for name in ("natural_person", "business", "research", "public_interest")
    }
    row |= {R + f"granted.{name}": None for name in ("legal_services", "other", "total")}
    report = nil_report("2021", year=2022).replace(row)
    assert len(check(report).unanswered) == 8
    findings = check(report, blank_as_zero=True)
    assert findings.unanswered == ()
    assert (findings.answered, findings.assumed) == (43, 8)


def test_what_could_not_be_read_or_is_not_printed_is_never_zero() -> None:
    """A figure may have been lost there: only a cell that is printed empty may be counted as nothing."""
    path = A + "received.business"
    report = nil_report("2021", year=2022).replace({path: None})
    for kind, open_ in (("unread", True), ("blank", False), ("dash", False), ("slash", False)):
        evidence = Evidence(raw="?", kind=kind, doubt=kind == "unread")  # type: ignore[arg-type]
        reading = Reading(report=report, evidence=FrozenMapping({path: evidence}))
        assert bool(check(reading, blank_as_zero=True).unanswered) is open_
    for raw, open_ in (("无", False), ("若干", True)):
        reading = Reading(report=report, evidence=FrozenMapping({path: Evidence(raw=raw, kind="text")}))
        assert bool(check(reading, blank_as_zero=True).unanswered) is open_


def test_a_row_that_is_not_printed_is_not_counted_as_zeros() -> None:
    """A row lost at a page break looks just like this."""
    report = nil_report("2021", variant="split_other", year=2022)
    paths = {field.path: 0 for field in report.form.fields if field.variant != "single_other"}  # type: ignore[union-attr]
    lost = type(report)(year=2022).replace(
        {path: value for path, value in paths.items() if ".denied.state_secret." not in path}
    )
    findings = check(lost, blank_as_zero=True)
    assert {entry.check for entry in findings.unanswered} == {"R1", "L2"}
