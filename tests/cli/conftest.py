"""A desk of documents for the command, and the command run in this process."""

import pytest

import gov_disclosure
from command_desk import Desk, Run, small_reading
from gov_disclosure.checks import check
from gov_disclosure.cli import main
from gov_disclosure.interchange import dumps
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading import Encrypted, NotAReport


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
