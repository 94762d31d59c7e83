"""The published reports themselves, where they are at hand: what a careful person would write about them."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gov_disclosure.checks import check
from gov_disclosure.model import AnnualReport, Form

FOLDER = os.environ.get("GOV_DISCLOSURE_REAL_REPORTS")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="GOV_DISCLOSURE_REAL_REPORTS names no folder of real reports"
)


def real(name: str) -> AnnualReport:
    path = Path(str(FOLDER)) / f"{name}.cells.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not there")
    said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    blank = Form(said["form"]).report_class(year=said["year"], issuer=said["issuer"], title=said["title"])
    return blank.replace(said["cells"])


def test_a_sound_district_report() -> None:
    """Its figures add up: a single finding would be a false one."""
    findings = check(real("taiping-2020"))
    assert (list(findings), findings.answered, findings.unanswered) == ([], 41, ())


def test_two_totals_left_at_nought() -> None:
    """Two totals of section four contradict their parts, and nothing else does."""
    findings = check(real("hongze-2023"))
    assert [(f.check, f.expected, f.actual) for f in findings] == [("F1", 11, 0), ("F1", 5, 0)]
    assert {suspect.path for suspect in findings.suspects[:2]} == {
        "challenges.reconsideration.total",
        "challenges.litigation.after_reconsideration.total",
    }


def test_a_report_of_blanks() -> None:
    """Nothing is wrong with it, and most of it cannot be verified: both are said."""
    report = real("shuyang-ndrc-2023")
    findings = check(report)
    assert (list(findings), findings.answered, len(findings.unanswered)) == ([], 7, 36)
    assert len(findings.wanting) == 125
    assumed = check(report, blank_as_zero=True)
    assert (list(assumed), assumed.answered, assumed.unanswered) == ([], 43, ())
