"""What a type checker knows of the public names: code that must type-check, and slips that it must find.

``python3 dev.py types`` is the real test. An ``ignore`` that is not needed is an error there, so each one below
says that the type checker finds the slip; running the file shows that the code is right as well.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import pytest

import gov_disclosure
from gov_disclosure import (
    AnnualReport,
    AnnualReport2019,
    AnnualReport2021,
    Evidence,
    Finding,
    Findings,
    InvalidReport,
    Notice,
    Reading,
    UnknownPath,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "example-district-2020.txt"


def fees(report: AnnualReport) -> int | Decimal | None:
    """``match`` narrows a report to its edition, whose tables have other rows."""
    match report:
        case AnnualReport2019(proactive=proactive) if proactive is not None:
            assert_type(report, AnnualReport2019)
            row = proactive.administrative_fees
            return row.items_previous_year if row is not None else None
        case AnnualReport2021():
            assert report.proactive is not None
            assert report.proactive.administrative_fees is not None
            assert_type(report.proactive.administrative_fees.amount, Decimal | None)
            return report.proactive.administrative_fees.amount
        case _:
            return None


def test_match_narrows_to_the_edition() -> None:
    """A user would have to cast before using a cell of one edition."""
    report = AnnualReport.blank("2021").replace({"proactive.administrative_fees.amount": Decimal("1.5")})
    assert fees(report) == Decimal("1.5")
    assert fees(AnnualReport.blank("2019")) is None
    assert fees(AnnualReport()) is None


def test_isinstance_narrows_to_the_edition() -> None:
    """As above, for those who write ``isinstance``."""
    report: AnnualReport = gov_disclosure.read(EXAMPLE).report
    assert isinstance(report, AnnualReport2019)
    assert report.applications is not None
    assert report.applications.received is not None
    assert_type(report.applications.received.total, int | None)
    assert report.applications.received.total == 15


def test_public_functions_say_what_they_give() -> None:
    """An editor would offer nothing after ``reading.``."""
    reading = gov_disclosure.read(EXAMPLE)
    assert_type(reading, Reading)
    assert_type(reading.notices, tuple[Notice, ...])
    assert_type(reading.evidence["applications.received.total"], Evidence)
    assert_type(reading.report["applications.received.total"], int | Decimal | None)
    assert_type(reading.report.cells(), Iterator[tuple[str, int | Decimal | None]])
    findings = gov_disclosure.check(reading)
    assert_type(findings, Findings)
    assert_type(findings.errors, tuple[Finding, ...])
    assert_type(gov_disclosure.loads(gov_disclosure.dumps(reading.report)), AnnualReport)


def test_replace_keeps_the_edition() -> None:
    """After a correction the report would be of an unknown edition to the type checker."""
    report = AnnualReport2019()
    assert_type(report.replace({}), AnnualReport2019)
    assert report.replace({}) == report


def test_slips_are_found_by_the_type_checker() -> None:
    """A slip that only shows when the program runs may not show until it is too late."""
    report = AnnualReport.blank("2021")
    with pytest.raises(InvalidReport):
        AnnualReport2021(proactive="none")  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        report.year = 2022  # type: ignore[misc]
    with pytest.raises(AttributeError):
        AnnualReport().applications  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(TypeError):
        gov_disclosure.check(report, None)  # type: ignore[call-arg]
    with pytest.raises(UnknownPath):
        AnnualReport()["applications.received.total"]
