"""Any report, written as an office document with quirks shuffled in, reads back, or the loss is told."""

import io
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.model import AnnualReport
from gov_disclosure.testing import reports
from office_docx import write_docx
from office_markdown import write_markdown
from office_parts import differences
from office_sheets import write_xlsx

WRITERS: dict[str, Callable[[AnnualReport, random.Random], bytes]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "md": lambda report, rng: write_markdown(report, rng).encode(),
}


@pytest.mark.parametrize("kind", sorted(WRITERS))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(report=reports(), seed=st.integers(0, 10**9))
def test_any_report_reads_back(kind: str, report: AnnualReport, seed: int) -> None:
    """The failure that must not be: a figure that is wrong, or gone, and nobody was told."""
    assume(any(value is not None for _, value in report.cells()))
    file = io.BytesIO(WRITERS[kind](report, random.Random(seed)))
    file.name = f"report.{kind}"
    reading = gov_disclosure.read(file, form=report.form)
    changed = differences(report, reading.report)
    told = set(reading.doubtful) | {path for notice in reading.notices for path in notice.paths}
    assert {path: pair for path, pair in changed.items() if pair[1] is not None} == {}
    assert {path for path in changed if path not in told} == set()
    if kind != "md":
        assert not changed
        assert reading.report.title == report.title or report.title is None


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_the_same_document_reads_the_same_from_bytes_and_from_a_file(kind: str) -> None:
    """The kind of document is told by what it holds."""
    report = AnnualReport.blank("2021", year=2023, title="示例镇2023年政府信息公开工作年度报告").replace(
        {
            "proactive.rules.issued": 3,
            "applications.received.total": 7,
            "applications.received.natural_person": 7,
        }
    )
    content = WRITERS[kind](report, random.Random(1))
    file = io.BytesIO(content)
    file.name = "report.bin" if kind != "md" else "report.md"
    reading = gov_disclosure.read(file)
    assert tuple(reading.report.cells()) == tuple(gov_disclosure.read(content).report.cells())
    assert reading.report["proactive.rules.issued"] == 3
