"""An edition added by its classes alone: its drawn reports go through checks and JSON like all others."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from gov_disclosure import check, dumps, loads, loads_reading
from gov_disclosure.model import AnnualReport, Form
from gov_disclosure.reading import Reading
from gov_disclosure.testing import Broken, broken, readings, reports
from third_edition import NAME, declared

IDS = ("C1", "C3", "F1", "L1", "L2", "L3", "L4", "R1")
within_the_fixture = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def form() -> Iterator[Form]:
    """The edition, for one test."""
    with declared() as known:
        yield known


@within_the_fixture
@given(report=reports(NAME))
def test_its_consistent_reports_have_no_error(form: Form, report: AnnualReport) -> None:
    """A new edition would need changes in the checks."""
    assert check(report).errors == ()


@within_the_fixture
@given(report=reports(NAME, blanks=False))
def test_its_full_reports_are_checked_in_full(form: Form, report: AnnualReport) -> None:
    """Nothing would be found wrong because nothing was looked at."""
    findings = check(report)
    assert findings.errors == ()
    assert findings.answered > 40
    assert not findings.unanswered


@within_the_fixture
@given(spoiled=broken(NAME))
def test_its_broken_identities_are_found(form: Form, spoiled: Broken) -> None:
    """A mistake in a new row or column would go unnoticed."""
    assert {finding.check for finding in check(spoiled.report) if finding.check in IDS} == spoiled.checks


@within_the_fixture
@given(report=reports(NAME, consistent=False))
def test_its_reports_round_trip(form: Form, report: AnnualReport) -> None:
    """Reports on a new edition could not be saved."""
    assert loads(dumps(report)) == report


@within_the_fixture
@given(reading=readings(NAME))
def test_its_readings_round_trip(form: Form, reading: Reading) -> None:
    """Readings on a new edition could not be saved."""
    assert loads_reading(dumps(reading)) == reading
