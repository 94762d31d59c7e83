"""Where the output of the command goes: files, closed pipes, consoles that know little Chinese, terminals."""

import io
import json
import sys
from pathlib import Path

import attrs
import pytest

from command_desk import Desk, Run, records_of, small_reading
from gov_disclosure.cli import main
from gov_disclosure.reading import NotAReport


def test_output_file_is_complete_or_not_there(run: Run, desk: Desk, tmp_path: Path) -> None:
    """Half a file after an interrupt would be taken for the whole."""
    target = tmp_path / "facts.jsonl"
    assert run("read", "good.txt", "--to", "facts", "-o", str(target)) == (0, "", "")
    whole = target.read_text("utf-8")
    assert records_of(whole)[0]["title"] == "示例区人民政府2023年政府信息公开工作年度报告"
    desk.documents["slow.txt"] = KeyboardInterrupt()
    assert run("read", "wrong.txt", "slow.txt", "--to", "facts", "-o", str(target))[0] == 130
    assert target.read_text("utf-8") == whole
    assert [path.name for path in tmp_path.iterdir()] == ["facts.jsonl"]


def test_output_never_replaces_an_input(run: Run, desk: Desk, tmp_path: Path) -> None:
    """``-o`` on the report itself would destroy the document."""
    document = tmp_path / "report.txt"
    document.write_text("x")
    assert run("read", str(document), "-o", str(document))[0] == 2
    assert document.read_text() == "x"


def test_output_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    """A lost result must not look like a stored one."""
    status, out, err = run("read", "good.txt", "-o", str(tmp_path / "no" / "such" / "folder"), "--lang", "en")
    assert (status, out) == (3, "")
    assert "cannot be written" in err


class _ClosedPipe(io.TextIOBase):
    """Output whose reader goes away after some characters."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def write(self, text: str) -> int:
        self.patience -= len(text)
        if self.patience < 0:
            raise BrokenPipeError
        return len(text)


def test_closed_pipes_end_quietly(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """``gov-disclosure read … | head`` must not end in a traceback."""
    errors = io.StringIO()
    monkeypatch.setattr(sys, "stdout", _ClosedPipe(500))
    monkeypatch.setattr(sys, "stderr", errors)
    assert main(["read", "good.txt", "wrong.txt", "--to", "facts"]) == 0
    assert errors.getvalue() == ""


class _Gbk(io.TextIOWrapper):
    """A console that knows GBK only."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="gbk", write_through=True)

    def content(self) -> bytes:
        """What arrived."""
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


def test_gbk_consoles_get_readable_text_and_valid_json(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese Windows consoles speak GBK: what it lacks must neither stop the run nor spoil the JSON."""
    rare = "示例𠮷镇ⅷ🙂ö"
    good = small_reading("good.txt")
    desk.documents["good.txt"] = attrs.evolve(good, report=attrs.evolve(good.report, title=rare))
    for to in ("table", "facts", "json"):
        console = _Gbk()
        monkeypatch.setattr(sys, "stdout", console)
        assert main(["read", "good.txt", "--to", to, "--lang", "zh"]) == 0
        if to == "table":
            shown = console.content().decode("gbk")
            assert "示例□镇" in shown
            assert "本年新收政府信息公开申请数量" in shown
        else:
            lines = console.content().decode("ascii").splitlines()
            first = json.loads(lines[0])
            assert (first.get("title") or first["report"]["title"]) == rare


def test_documents_cannot_take_over_the_terminal(run: Run, desk: Desk) -> None:
    """A title with escape sequences must not clear the screen or fake a verdict."""
    good = small_reading("good.txt")
    evil = "\x1b[2J\x9b31m示例\u202e\x07"
    desk.documents["good.txt"] = attrs.evolve(good, report=attrs.evolve(good.report, title=evil))
    desk.documents["bad\x1b]0;x.txt"] = NotAReport(source="bad\x1b]0;x.txt", reason=evil, reason_zh=evil)
    for words in (
        ("read", "good.txt"),
        ("check", "good.txt"),
        ("inspect", "good.txt"),
        ("read", "bad\x1b]0;x.txt"),
    ):
        _, out, err = run(*words)
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(out + err)


def test_progress_is_shown_only_to_a_person_who_waits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Control characters in a log file help nobody; a silent hour at a terminal neither."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    quiet, loud = io.StringIO(), Terminal()
    for errors, shown in ((quiet, False), (loud, True)):
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        monkeypatch.setattr(sys, "stderr", errors)
        assert main(["read", "good.txt", "wrong.txt", "--to", "facts"]) == 0
        assert ("[2/2] wrong.txt" in errors.getvalue()) is shown
    assert loud.getvalue().endswith("\x1b[K")
