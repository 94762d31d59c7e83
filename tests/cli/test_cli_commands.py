"""The command, with readings put in its hands: what it prints, where, and how it ends."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import gov_disclosure
from gov_disclosure.checks import check
from gov_disclosure.cli import main
from gov_disclosure.interchange import dumps, loads_reading
from gov_disclosure.model.errors import InvalidReport
from gov_disclosure.model.form2021 import AnnualReport2021
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading import (
    Encrypted,
    Evidence,
    FrozenMapping,
    NotAReport,
    Notice,
    Place,
    Reading,
    Source,
    Unplaced,
    notice,
)
from gov_disclosure.writers import TargetExists

TOTAL = "applications.received.total"
Document = Reading | BaseException


def _reading(name: str, **changes: int | None) -> Reading:
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


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with a sound report, one whose sum is wrong, and files that cannot be read."""
    desk = Desk(
        documents={
            "good.txt": _reading("good.txt"),
            "wrong.txt": _reading("wrong.txt", total=7),
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


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command and give its status, standard output and standard error."""

    def run_command(*words: str) -> tuple[int, str, str]:
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_command


def _records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_read_prints_tables_and_verdict(run: Run) -> None:
    """The first thing a newcomer runs must show the report and say what was verified."""
    status, out, err = run("read", "good.txt", "--lang", "zh")
    assert (status, err) == (0, "")
    assert "示例区人民政府2023年政府信息公开工作年度报告" in out
    assert "一、本年新收政府信息公开申请数量" in out
    assert "核对结果" in out
    assert check(_reading("good.txt")).summary("zh") in out.replace("\n", "")


def test_read_marks_cells_of_broken_sums(run: Run) -> None:
    """A clerk looks for the wrong cell in the table, not in a list of paths."""
    status, out, _ = run("read", "wrong.txt", "--lang", "zh")
    assert status == 0
    (line,) = [line for line in out.splitlines() if line.startswith("一、本年新收")]
    assert line.split()[-1] == "7!"


def test_read_shows_doubts_notices_and_unplaced_figures(run: Run, desk: Desk) -> None:
    """What was mended or left over must not be hidden behind a tidy table."""
    desk.documents["torn.txt"] = attrs.evolve(
        _reading("torn.txt"),
        evidence=FrozenMapping({TOTAL: Evidence(raw="1 2", doubt=True, flags=("repaired",))}),
        notices=(
            notice("cut-off", params={"reason": "it ends in a table", "reason_zh": "表格中断"}),
            *(notice("fuzzy-label", params={"raw": f"x{n}", "label": "规章"}) for n in range(9)),
        ),
        unplaced=(Unplaced(labels=("其他",), raw="186"),),
    )
    status, out, _ = run("read", "torn.txt", "--lang", "en")
    assert status == 0
    assert "6?" in out
    assert "it ends in a table" in out
    assert out.count("is taken for") == 5
    assert "4 more" in out
    assert "186" in out


def test_facts_are_one_line_for_the_document_and_one_for_each_cell(run: Run) -> None:
    """Programs count on the order and the number of the lines."""
    status, out, err = run("read", "good.txt", "wrong.txt", "--to", "facts")
    records = _records(out)
    assert (status, err) == (0, "")
    cells = len(AnnualReport2021.form.fields) if AnnualReport2021.form else 0
    assert [record["record"] for record in records] == (["document"] + ["cell"] * cells) * 2
    assert records[0]["document"] == "good.txt"
    assert {record["path"]: record["value"] for record in records[1 : cells + 1]}[TOTAL] == 6


def test_json_gives_back_the_reading(run: Run) -> None:
    """A reading stored by the command must be the one that was read."""
    status, out, _ = run("read", "good.txt", "--to", "json")
    assert status == 0
    assert loads_reading(out) == _reading("good.txt")


@pytest.mark.parametrize("to", ["facts", "json"])
def test_unreadable_files_have_a_record_and_do_not_stop_the_others(run: Run, to: str) -> None:
    """One locked file among a thousand must not cost the rest, nor pass unseen."""
    status, out, err = run("read", "locked.pdf", "good.txt", "plan.docx", "--to", to, "--lang", "en")
    records = _records(out)
    assert status == 3
    assert [record.get("code") for record in (records[0], records[-1])] == ["encrypted", "not-a-report"]
    assert records[0]["record"] == "error"
    assert records[0]["document"] == "locked.pdf"
    assert "password" in records[0]["message"]
    assert len(records) > 2
    assert [line.split(": ")[1] for line in err.splitlines()] == ["locked.pdf", "plan.docx"]


def test_errors_are_told_in_chinese_where_that_is_spoken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clerk must not need English to learn that a file has a password."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    status, out, err = run("read", "locked.pdf")
    assert (status, out) == (3, "")
    assert "密码" in err
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "password" in run("read", "locked.pdf")[2]
    assert "密码" in run("read", "--lang=zh", "locked.pdf")[2]


def test_faults_of_the_program_cost_one_file_only(run: Run, desk: Desk) -> None:
    """A bug that one document brings out must not lose the results of all the others."""
    desk.documents["odd.txt"] = RuntimeError("no such luck")
    status, out, err = run("read", "odd.txt", "good.txt", "--to", "facts")
    records = _records(out)
    assert status == 3
    assert records[0]["record"] == "error"
    assert "RuntimeError: no such luck" in records[0]["message"]
    assert records[1]["record"] == "document"
    assert "odd.txt" in err


def test_readings_that_cannot_be_written_as_json_are_errors_of_their_file(run: Run, desk: Desk) -> None:
    """Half a character in one title must not end a run over a thousand files."""
    good = _reading("good.txt")
    desk.documents["half.txt"] = attrs.evolve(good, report=attrs.evolve(good.report, title="示\ud842例"))
    status, out, err = run("read", "half.txt", "good.txt", "--to", "json")
    half, whole = _records(out)
    assert status == 3
    assert (half["record"], half["document"], half["code"]) == ("error", "half.txt", "invalid-report")
    assert whole["report"]["issuer"] == "示例区人民政府"
    assert "half.txt" in err


def test_faults_of_checks_cost_one_file_only(run: Run, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in a check must not lose the results of the files after it."""

    def fail(reading: Reading, **options: Any) -> Any:
        if reading.source.document == "wrong.txt":
            raise ZeroDivisionError("oh")
        return check(reading)

    monkeypatch.setattr(gov_disclosure, "check", fail)
    for words in (("check", "--to", "json"), ("check",), ("read",)):
        status, out, err = run(*words, "wrong.txt", "good.txt")
        assert status == 3
        assert "ZeroDivisionError: oh" in err
        assert "good.txt" in out


def test_interrupts_end_without_a_traceback(run: Run, desk: Desk) -> None:
    """Control-C is no fault: whoever presses it wants the prompt back and the usual status."""
    desk.documents["slow.txt"] = KeyboardInterrupt()
    status, out, err = run("read", "good.txt", "slow.txt", "wrong.txt", "--to", "facts")
    assert status == 130
    assert _records(out)[0]["document"] == "good.txt"
    assert "Traceback" not in err


def test_check_ends_with_1_only_for_errors(run: Run) -> None:
    """Scripts decide by the status whether a report may be published."""
    assert run("check", "good.txt")[0] == 0
    status, out, err = run("check", "wrong.txt", "good.txt", "--lang", "zh")
    assert (status, err) == (1, "")
    assert "错误" in out
    assert out.index("wrong.txt") < out.index("good.txt")
    assert run("check", "wrong.txt", "locked.pdf")[0] == 3


def test_check_json_is_one_object_a_file(run: Run) -> None:
    """Programs read findings by their keys."""
    status, out, _ = run("check", "good.txt", "locked.pdf", "wrong.txt", "--to", "json", "--lang", "en")
    good, locked, wrong = _records(out)
    assert status == 3
    assert good["findings"] == []
    assert good["answered"] == check(_reading("good.txt")).answered > 0
    assert locked["record"] == "error"
    assert (wrong["document"], wrong["findings"][0]["severity"]) == ("wrong.txt", "error")
    assert wrong["findings"][0]["actual"] == 7


def test_check_passes_on_what_it_is_told(run: Run, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Options that are read and then forgotten would give answers to other questions."""
    asked: list[dict[str, Any]] = []

    def note(report: Any, **options: Any) -> Any:
        asked.append(options)
        return check(report)

    monkeypatch.setattr(gov_disclosure, "check", note)
    words = (
        "good.txt",
        "--previous",
        "wrong.txt",
        "--blank-as-zero",
        "--profile",
        "p.toml",
        "--form",
        "2021",
    )
    assert run("check", *words)[0] == 0
    assert asked[-1] == {
        "previous": _reading("wrong.txt", total=7),
        "profile": "p.toml",
        "blank_as_zero": True,
    }
    assert [options for _, options in desk.asked] == [{}, {"form": "2021"}]


def test_missing_last_year_is_said_and_counts(run: Run) -> None:
    """Checked against nothing must not look like checked against last year."""
    status, out, err = run("check", "good.txt", "--previous", "locked.pdf", "--lang", "en")
    assert status == 3
    assert "good.txt" in out
    assert "nothing was checked against it" in err


def test_profiles_that_cannot_be_used_are_wrong_usage(
    run: Run, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped profile must not silently mean the default checks."""

    def refuse(report: Any, **options: Any) -> Any:
        raise InvalidReport(problems=())

    monkeypatch.setattr(gov_disclosure, "check", refuse)
    assert run("check", "good.txt", "--profile", "nowhere.toml")[0] == 2
    assert desk.asked == []


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("read",),
        ("read", "good.txt", "--to", "yaml"),
        ("read", "good.txt", "--form", "1999"),
        ("read", "-", "-"),
        ("schema", "nothing"),
        ("codes", "--group", "nothing"),
        ("convert", "good.txt"),
        ("frobnicate",),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    """Scripts tell a typing error from a bad document by the status."""
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert err.strip()


@pytest.mark.parametrize("words", [("--help",), ("read", "-h"), ("--version",)])
def test_help_ends_with_0(run: Run, words: tuple[str, ...]) -> None:
    """Asking for help is not an error."""
    status, out, err = run(*words)
    assert (status, err) == (0, "")
    assert "gov-disclosure" in out


def test_standard_input_is_named_by_its_sign(run: Run, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts from a pipe must still name their document."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"good.txt")))
    status, out, _ = run("read", "-", "--to", "facts")
    assert status == 0
    assert _records(out)[0]["document"] == "-"
    assert hasattr(desk.asked[0][0], "read")


def test_output_file_is_complete_or_not_there(run: Run, desk: Desk, tmp_path: Path) -> None:
    """Half a file after an interrupt would be taken for the whole."""
    target = tmp_path / "facts.jsonl"
    assert run("read", "good.txt", "--to", "facts", "-o", str(target)) == (0, "", "")
    whole = target.read_text("utf-8")
    assert _records(whole)[0]["title"] == "示例区人民政府2023年政府信息公开工作年度报告"
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
    good = _reading("good.txt")
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
    good = _reading("good.txt")
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


def test_convert_writes_each_file_and_asks_before_replacing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A conversion must end up under the name expected, and never over somebody's file."""
    written: list[tuple[str | None, Path, str | None]] = []

    def write(
        reading: Reading,
        target: Path,
        *,
        format: str | None,  # noqa: A002
        overwrite: bool,
    ) -> tuple[Notice, ...]:
        if target.exists() and not overwrite:
            raise TargetExists(target=str(target))
        written.append((reading.source.document, target, format))
        target.write_text("done")
        return (notice("no-tables"),) if overwrite else ()

    monkeypatch.setattr(gov_disclosure, "write", write, raising=False)
    target = tmp_path / "out.json"
    assert run("convert", "good.txt", str(target)) == (0, "", "")
    assert run("convert", "good.txt", str(target), "--lang", "en")[0] == 2
    status, _, err = run("convert", "good.txt", str(target), "--force", "--lang", "en")
    assert (status, notice("no-tables").message("en") in err) == (0, True)
    assert run("convert", "good.txt", "locked.pdf", "wrong.txt", str(tmp_path), "--to", "facts")[0] == 3
    assert written == [
        ("good.txt", target, None),
        ("good.txt", target, None),
        ("good.txt", tmp_path / "good.jsonl", "facts"),
        ("wrong.txt", tmp_path / "wrong.jsonl", "facts"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("good.txt", "out.bmp"),
        ("good.txt", "wrong.txt", "out.json"),
        ("good.txt", "{folder}"),
    ],
)
def test_conversions_that_make_no_sense_are_refused_before_reading(
    run: Run, desk: Desk, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """An hour of reading must not end in the news that there is nowhere to write to."""
    assert run("convert", *(word.format(folder=tmp_path) for word in words))[0] == 2
    assert desk.asked == []
    assert list(tmp_path.iterdir()) == []


def test_inspect_shows_what_needs_a_look(run: Run, desk: Desk) -> None:
    """A wrong reading must be traceable to the place in the document."""
    plain = _reading("good.txt")
    desk.documents["good.txt"] = attrs.evolve(
        plain,
        evidence=FrozenMapping(
            {
                "issuer": Evidence(raw="示例区人民政府", place=Place(line=1)),
                TOTAL: Evidence(raw="1 2", place=Place(page=2), flags=("repaired",), doubt=True),
                "applications.received.business": Evidence(raw="1", place=Place(page=2)),
            }
        ),
    )
    status, out, _ = run("inspect", "good.txt", "--lang", "en")
    assert status == 0
    assert f"{TOTAL} = 6?  '1 2'  number  repaired  @ page 2" in out.splitlines()
    assert "issuer = 示例区人民政府  '示例区人民政府'  number  @ line 1" in out.splitlines()
    assert "received.business" not in out
    assert "received.business = 1  '1'" in run("inspect", "good.txt", "--all")[1]


def test_inspect_shows_the_document_before_it_is_interpreted(run: Run, tmp_path: Path) -> None:
    """Whether the reader or the interpreter went wrong can only be told if both can be looked at."""
    document = tmp_path / "note.txt"
    document.write_text("一、总体情况\n| 规章 | 0 | 3 |\n| 行政规范性文件 | 1 | 2 |\n", encoding="utf-8")
    status, out, err = run("inspect", "--document", str(document), "--lang", "en")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "read by: text"
    assert "~ 一、总体情况  @ line 1" in lines
    assert any(line.startswith("── table 1, 2 × 3") for line in lines)
    assert "规章 | 0 | 3" in lines
    assert run("inspect", "--document", str(tmp_path / "none.txt"))[0] == 3
    assert run("inspect", "--document", str(tmp_path))[0] == 3


def test_codes_and_schemas_are_printed(run: Run) -> None:
    """The contract must be at hand without reading the source."""
    assert "encrypted" in run("codes")[1]
    kinds = _records(run("codes", "--group", "kind", "--to", "json")[1])
    assert "unread" in {record["code"] for record in kinds}
    names = run("schema")[1].split()
    assert "facts" in names
    for name in names:
        assert json.loads(run("schema", name)[1])["$id"]


def test_formats_name_readers_and_writers(run: Run) -> None:
    """Whoever has a .wps file wants to know whether it can be read before trying."""
    records = _records(run("formats", "--to", "json")[1])
    assert {"direction": "read", "name": "text"}.items() <= next(
        record for record in records if record["name"] == "text"
    ).items()
    assert any(record["direction"] == "write" and ".json" in record["suffixes"] for record in records)
    assert ".pdf" in run("formats")[1]
