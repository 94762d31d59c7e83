"""What a type checker makes of the model: it must accept this file and refuse the slips in it."""

import re
import sys
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import pytest

from gov_disclosure.model import (
    AnnualReport,
    AnnualReport2019,
    AnnualReport2021,
    Applications2019,
    Applications2021,
    ByApplicant,
    Challenges,
    Form,
    FormTable,
    OtherHandling2019,
    OtherHandling2021,
    Outcomes,
    Proactive2019,
    Proactive2021,
)
from gov_disclosure.model.forms import Field


def test_cells_have_the_types_of_values() -> None:
    """Someone's type checker would let a blank be added up as a number."""
    report = AnnualReport.blank("2021")
    assert_type(report, AnnualReport)
    assert_type(report["applications.received.total"], int | Decimal | None)
    assert_type(report.cells(), Iterator[tuple[str, int | Decimal | None]])
    assert_type(report.replace({"applications.received.total": 3}), AnnualReport)
    assert_type(report.form, Form | None)
    assert_type(report.year, int | None)
    assert_type(report.narrative.overview, tuple[str, ...] | None)
    assert report["applications.received.total"] is None


def test_isinstance_narrows_to_the_tables_of_the_edition() -> None:
    """Code for both editions would need casts, which hide the mistakes types are for."""
    for name in ("2019", "2021"):
        report = AnnualReport.blank(name)
        if isinstance(report, AnnualReport2019):
            assert_type(report.proactive, Proactive2019 | None)
            assert_type(report.applications, Applications2019 | None)
            assert report.applications is not None
            assert_type(report.applications.results.other_handling, OtherHandling2019)
            assert_type(report.replace({}), AnnualReport2019)
        else:
            assert isinstance(report, AnnualReport2021)
            assert_type(report.proactive, Proactive2021 | None)
            assert_type(report.applications, Applications2021 | None)
            assert report.applications is not None
            assert_type(report.applications.results.other_handling, OtherHandling2021)
            assert_type(report.applications.results.other_handling.unpaid, ByApplicant | None)


def test_match_narrows_to_the_tables_of_the_edition() -> None:
    """``match`` would leave the report a mere AnnualReport."""
    report = AnnualReport.blank("2019")
    match report:
        case AnnualReport2019(proactive=Proactive2019() as table):
            assert_type(report, AnnualReport2019)
            assert_type(table, Proactive2019)
        case AnnualReport2021(challenges=Challenges(reconsideration=Outcomes(total=total))):
            assert_type(report, AnnualReport2021)
            assert_type(total, int | None)
            raise AssertionError("a report of the other edition")
        case _:
            raise AssertionError("no match")


def test_forms_are_walked_with_types() -> None:
    """Code that walks a form would work on values of any type."""
    form = Form("2021")
    assert_type(form.tables, tuple[FormTable, ...])
    assert_type(form.fields, tuple[Field, ...])
    assert_type(form.report_class, type[AnnualReport])
    assert_type(form.fields[0].unit, str)
    assert form.fields


SLIPS = {
    "a float as a count": "ByApplicant(total=1.5)",
    "a text as a count": 'ByApplicant(total="1")',
    "a count by position": "ByApplicant(1)",
    "a column that is not there": "ByApplicant(nobody=1)",
    "a float as an amount": "FeesCollected(amount=1.5)",
    "a column of the other edition": "DocumentsIssued(created=1)",
    "a table of the other edition": "AnnualReport2021(proactive=Proactive2019())",
    "rows of the other edition": "AnnualReport2019(applications=Applications2021())",
    "a row that is a band": "Challenges(reconsideration=ByApplicant())",
    "a float in replace": 'AnnualReport.blank("2021").replace({"applications.received.total": 1.5})',
    "a year as a form": "Form(2021)",
    "an assignment": "AnnualReport2021().year = 2020",
    "an assigned cell": 'AnnualReport.blank("2021")["applications.received.total"] = 1',
    "a table that may be missing": "AnnualReport2021().applications.received",
    "a row that may be missing": "Challenges().reconsideration.total",
    "a blank that is added up": "ByApplicant().total + 1",
    "a table no edition is known for": "AnnualReport().applications",
    "one text as paragraphs": 'Narrative(overview="text")',
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[int]:
    """The lines of a file of slips that mypy refuses, all of them in one run."""
    from mypy import api

    head = "from gov_disclosure.model import *\n"
    folder: Path = tmp_path_factory.mktemp("slips")
    file = folder / "slips.py"
    file.write_text(head + "\n".join(SLIPS.values()) + "\n", encoding="utf-8")
    depth = sys.getrecursionlimit()
    out, err, _ = api.run(
        ["--strict", "--config-file=", "--no-incremental", "--cache-dir", str(folder / "cache"), str(file)]
    )
    sys.setrecursionlimit(depth)  # mypy raises it for the whole process
    assert not err, err
    lines = {int(line) for line in re.findall(r"slips\.py:(\d+): error", out)}
    assert 1 not in lines, textwrap.indent(out, "mypy: ")
    return lines


@pytest.mark.parametrize("slip", SLIPS)
def test_a_type_checker_refuses_the_slip(slip: str, refused: set[int]) -> None:
    """The slip would only show when the program runs, if at all."""
    assert list(SLIPS).index(slip) + 2 in refused, SLIPS[slip]
