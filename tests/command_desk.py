"""Documents that exist only for the command, to be put in its hands: fixtures for its tests."""

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import gov_disclosure
from gov_disclosure.checks import check
from gov_disclosure.cli import main
from gov_disclosure.interchange import dumps
from gov_disclosure.model.form2021 import AnnualReport2021
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading import Encrypted, Evidence, FrozenMapping, NotAReport, Place, Reading, Source

__all__ = ["TOTAL", "Desk", "Run", "records_of", "small_reading"]

TOTAL = "applications.received.total"
Document = Reading | BaseException
Run = Callable[..., tuple[int, str, str]]


def small_reading(name: str, **changes: int | None) -> Reading:
    """A reading of a small report whose received applications add up unless told otherwise."""
    columns = ("natural_person", "business", "research", "public_interest", "legal_services", "other")
    values: dict[str, Any] = {f"applications.received.{column}": 1 for column in columns} | {TOTAL: 6}
    values |= {f"applications.received.{column}": value for column, value in changes.items()}
    report = AnnualReport2021(title="示例区人民政府2023年政府信息公开工作年度报告", issuer="示例区人民政府")
    return Reading(
        report=report.replace(values),
        evidence=FrozenMapping({TOTAL: Evidence(raw=str(values[TOTAL]), place=Place(page=2, row=3))}),
        source=Source(document=name, sha256="0" * 64, reader="text"),
    )


@attrs.frozen
class Desk:
    """Documents that exist only for the command, by name, and what it was asked for."""

    documents: dict[str, Document]
    asked: list[tuple[Any, dict[str, Any]]]

    def read(self, source: Any, **options: Any) -> Reading:
        """Stands in for ``gov_disclosure.read``."""
        self.asked.append((source, options))
        name = source if isinstance(source, str) else source.read().decode()
        found = self.documents[name]
        if isinstance(found, BaseException):
            raise found
        return found


def records_of(text: str) -> list[dict[str, Any]]:
    """The records of an output, one a line."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with a sound report, one whose sum is wrong, and files that cannot be read."""
    desk = Desk(
        documents={
            "good.txt": small_reading("good.txt"),
            "wrong.txt": small_reading("wrong.txt", total=7),
            "locked.pdf": Encrypted(source="locked.pdf"),
            "plan.docx": NotAReport(source="plan.docx", reason="a plan", reason_zh="这是工作方案"),
        },
        asked=[],
    )
    monkeypatch.setattr(gov_disclosure, "read", desk.read, raising=False)
    monkeypatch.setattr(gov_disclosure, "check", check, raising=False)
    monkeypatch.setattr(gov_disclosure, "dumps", dumps, raising=False)
    monkeypatch.setattr(gov_disclosure, "AnnualReport", AnnualReport, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return desk


@pytest.fixture
def run(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command and give its status, standard output and standard error."""

    def run_command(*words: str) -> tuple[int, str, str]:
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_command
