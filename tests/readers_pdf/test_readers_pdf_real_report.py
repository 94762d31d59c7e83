"""The real report from WPS, where it is at hand: every printed figure, each in its place, with both engines."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

import gov_disclosure

FOLDER = os.environ.get("GOV_DISCLOSURE_REAL_REPORTS")
ENGINES = ("pdfium", "pdfminer")

pytestmark = pytest.mark.skipif(
    not FOLDER or not (Path(FOLDER) / "hongze-2023.pdf").exists(),
    reason="set GOV_DISCLOSURE_REAL_REPORTS to the folder that holds hongze-2023.pdf",
)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_printed_figure_is_read_from_its_place(engine: str) -> None:
    """Without it, a report as most bodies print them could be read wrongly."""
    folder = Path(FOLDER or "")
    truth = json.loads((folder / "hongze-2023.cells.json").read_text(encoding="utf-8"))["cells"]
    reading = gov_disclosure.read(folder / "hongze-2023.pdf", engine=engine)
    read = {path: None if value is None else Decimal(value) for path, value in reading.report.cells()}
    assert {path: read[path] for path in truth} == {
        path: None if value is None else Decimal(str(value)) for path, value in truth.items()
    }
    assert not reading.doubtful
    absent = {path for path, evidence in reading.evidence.items() if evidence.kind == "absent"}
    assert absent == set(read) - set(truth)
    pages = {reading.evidence[path].place.page for path in truth if reading.evidence[path].place}  # type: ignore[union-attr]
    assert pages == {2, 3, 4}
    assert all(place.box for path in truth if (place := reading.evidence[path].place))


@pytest.mark.parametrize("engine", ENGINES)
def test_its_two_contradictions_are_found_and_no_other(engine: str) -> None:
    """Without it, a misread figure would show up as an error of the body that reported it."""
    findings = gov_disclosure.check(
        gov_disclosure.read(Path(FOLDER or "") / "hongze-2023.pdf", engine=engine)
    )
    assert sorted(finding.paths[-1] for finding in findings.errors) == [
        "challenges.litigation.after_reconsideration.total",
        "challenges.reconsideration.total",
    ]
