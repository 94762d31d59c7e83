"""Drawn readings have evidence for everything, and it agrees with the report."""

import pickle
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import FLAGS, KINDS, Reading
from gov_disclosure.testing import readings, reports, reports_without_tables

PARTICULARS = ("title", "issuer", "year", "period")


@given(readings())
def test_there_is_evidence_for_everything_in_printed_order(reading: Reading) -> None:
    """A writer of evidence would meet readings that no reader gives."""
    assert tuple(reading.evidence) == (*PARTICULARS, *(path for path, _ in reading.report.cells()))
    assert {evidence.kind for evidence in reading.evidence.values()} <= set(KINDS)
    assert {flag for evidence in reading.evidence.values() for flag in evidence.flags} <= set(FLAGS)


@given(readings())
def test_the_evidence_agrees_with_the_report(reading: Reading) -> None:
    """A test would take a contradiction for a rule."""
    report = reading.report
    for path, value in report.cells():
        evidence = reading.evidence[path]
        assert (evidence.kind == "absent") == (not report.prints(path))
        assert (evidence.kind == "number") == (value is not None)
        if value is not None:
            assert evidence.raw is not None
            digits = "".join(character for character in evidence.raw if character.isdigit())
            assert digits == "".join(character for character in f"{Decimal(value):f}" if character.isdigit())
        if evidence.kind == "unread":
            assert evidence.doubt
        assert (evidence.place is None) == (evidence.kind == "absent")


@given(readings())
def test_what_was_repaired_has_a_notice(reading: Reading) -> None:
    """Something would seem mended that nobody was told about."""
    repaired = {path for path, evidence in reading.evidence.items() if "repaired" in evidence.flags}
    assert repaired == {path for notice in reading.notices for path in notice.paths}
    assert all(notice.message("zh") and notice.message("en") for notice in reading.notices)


@given(readings(doubts=False))
def test_readings_without_doubts(reading: Reading) -> None:
    """A test of a clean reading would meet doubts."""
    assert reading.doubtful == ()
    assert not reading.unplaced
    assert not reading.notices


@given(readings(reports(consistent=False)))
def test_readings_of_any_report_are_values(reading: Reading) -> None:
    """Readings could not be handed to another process."""
    again = pickle.loads(pickle.dumps(reading))
    assert again == reading
    assert hash(again) == hash(reading)


@given(readings(reports_without_tables()))
def test_readings_of_reports_without_tables(reading: Reading) -> None:
    """Readings of reports from before 2019 would never be tested."""
    assert type(reading.report) is AnnualReport
    assert tuple(reading.evidence) == PARTICULARS


def test_every_kind_of_nothing_comes_up() -> None:
    """A kind of blank would never be tested."""
    kinds: set[str] = set()
    flags: set[str] = set()

    @settings(
        max_examples=200,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(readings())
    def collect(reading: Reading) -> None:
        kinds.update(evidence.kind for evidence in reading.evidence.values())
        flags.update(flag for evidence in reading.evidence.values() for flag in evidence.flags)

    collect()
    assert kinds == set(KINDS)
    assert "repaired" in flags
