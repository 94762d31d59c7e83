"""Whose fault: where a figure was not read with certainty, a finding asks to look and accuses nobody."""

import pickle

import pytest

from gov_disclosure.checks import Severity, check
from gov_disclosure.reading import Evidence, FrozenMapping, Place, Reading
from planted_faults import nil_report

PATH = "applications.results.granted.natural_person"


def reading(evidence: Evidence) -> Reading:
    report = nil_report("2021", year=2022).replace({PATH: 3})
    return Reading(report=report, evidence=FrozenMapping({PATH: evidence}))


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(raw="3", doubt=True),
        Evidence(raw="1 2", flags=("repaired",)),
        Evidence(raw="3", flags=("ocr",)),
    ],
)
def test_no_error_rests_on_a_doubtful_reading(evidence: Evidence) -> None:
    """A clerk must never be told that a sum is wrong when it was our reading that was."""
    findings = check(reading(evidence))
    assert {f.check for f in findings} == {"R1", "L2"}
    assert findings.errors == ()
    for finding in findings:
        assert (finding.origin, finding.severity) == ("reading", Severity.warning)
        assert finding.message("zh").startswith("请对照原文查看：")
        assert "请核对这一" not in finding.message("zh")
        assert finding.message("en").startswith("To be looked at: ")
        assert "correct the one that is wrong" not in finding.message("en")


def test_a_clean_reading_gives_errors_with_raw_text_and_place() -> None:
    """Where it was read cleanly the finding shows what is printed and where."""
    place = Place(page=3, table=2, row=5)
    findings = check(reading(Evidence(raw="３", place=place)))
    assert {f.severity for f in findings} == {Severity.error}
    operand = next(op for op in findings[0].operands if op.path == PATH)
    assert (operand.raw, operand.place, operand.value, operand.doubt) == ("３", place, 3, False)


def test_last_years_doubt_counts_too() -> None:
    """A carried figure that was read doubtfully last year accuses nobody this year."""
    path = "applications.carried_forward.total"
    before = nil_report("2021", year=2021).replace({path: 4})
    doubtful = Reading(report=before, evidence=FrozenMapping({path: Evidence(raw="4", doubt=True)}))
    now = nil_report("2021", year=2022)
    assert check(now, previous=before).of("Y1")[0].severity is Severity.error
    (found,) = check(now, previous=doubtful).of("Y1")
    assert (found.origin, found.severity) == ("reading", Severity.warning)
    assert found.operands[0].report == "previous"


def test_findings_are_values() -> None:
    """They go through queues and caches of big corpora: equal, hashable, picklable, unchangeable."""
    findings = check(reading(Evidence(raw="3")))
    copy = pickle.loads(pickle.dumps(findings))
    assert copy == findings
    assert hash(copy) == hash(findings)
    assert copy.suspects == findings.suspects
    assert copy[0].message("zh") == findings[0].message("zh")
    with pytest.raises(AttributeError):
        findings.answered = 3
    assert findings[:1] == (findings[0],)
    assert findings.at(PATH) == tuple(findings)


def test_the_fingerprint_is_stable_and_changes_with_the_figures() -> None:
    """Accepting a finding must not accept another one, and must last from run to run."""
    first = check(reading(Evidence(raw="3")))
    again = check(reading(Evidence(raw="3 ")))
    assert [f.fingerprint for f in first] == [f.fingerprint for f in again]
    assert len({f.fingerprint for f in first}) == 2
    other = check(nil_report("2021", year=2022).replace({PATH: 4}))
    assert {f.fingerprint for f in other}.isdisjoint(f.fingerprint for f in first)
    assert [f.fingerprint for f in check(nil_report("2021", year=2022, issuer=None).replace({PATH: 3}))] == [
        f.fingerprint for f in first
    ]
