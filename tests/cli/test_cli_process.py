"""The command as a process: encodings, pipes and signals of the real world."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import gov_disclosure

EXAMPLE = Path(__file__).parents[2] / "examples" / "example-district-2020.txt"
COMMAND = (sys.executable, "-m", "gov_disclosure")


def _environment(**changes: str) -> dict[str, str]:
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONIO"))
    }
    return plain | {"PYTHONUTF8": "0", "PYTHONPATH": os.pathsep.join(sys.path)} | changes


def _run(*words: str, stdin: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *words],
        input=stdin,
        capture_output=True,
        env=_environment(**changes),
        check=False,
        timeout=120,
    )


def test_first_command_of_the_readme_shows_the_report() -> None:
    """A newcomer's first command must end in tables and a verdict, not in a traceback."""
    done = _run("read", str(EXAMPLE), LANG="zh_CN.UTF-8", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    out = done.stdout.decode("utf-8")
    assert "示例区人民政府2020年度政府信息公开工作报告" in out
    assert "31482898.87" in out
    assert "12*" in out
    assert gov_disclosure.check(gov_disclosure.read(EXAMPLE)).summary("zh") in out.replace("\n", "")


def test_facts_from_standard_input_are_complete_json_lines() -> None:
    """What a pipeline gets must be every cell, whatever comes before it in the pipe."""
    done = _run("read", "-", "--to", "facts", stdin=EXAMPLE.read_bytes(), PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert records[0]["document"] == "-"
    assert [record["path"] for record in records[1:]] == list(gov_disclosure.Form("2019").paths)


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "ascii", "latin-1"])
@pytest.mark.parametrize("to", ["table", "facts", "json"])
def test_output_survives_consoles_that_are_not_utf_8(encoding: str, to: str) -> None:
    """On a Chinese Windows console a single rare character must not end the run or break the JSON."""
    done = _run("read", str(EXAMPLE), "--to", to, "--lang", "zh", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    if to == "table":
        assert "31482898.87" in text
    else:
        records = [json.loads(line) for line in done.stdout.decode("ascii").splitlines()]
        assert "示例区人民政府" in json.dumps(records, ensure_ascii=False)


def test_errors_survive_consoles_that_are_not_utf_8() -> None:
    """An error that cannot be printed is an error nobody sees."""
    for encoding in ("gbk", "ascii"):
        done = _run("read", "没有这个文件𠮷.pdf", "--lang", "zh", PYTHONIOENCODING=encoding)
        assert done.returncode == 3
        assert b".pdf" in done.stderr
        assert b"Traceback" not in done.stderr


def test_every_file_is_processed_and_the_worst_status_wins(tmp_path: Path) -> None:
    """One bad file among many must neither stop the run nor be forgotten at its end."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    names = [str(tmp_path / "missing.pdf"), str(EXAMPLE), str(empty), str(tmp_path), str(EXAMPLE)]
    done = _run("read", *names, "--to", "facts", PYTHONIOENCODING="utf-8")
    assert done.returncode == 3
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    errors = [record for record in records if record["record"] == "error"]
    assert [record["document"] for record in records if record["record"] != "cell"] == names
    assert [record["document"] for record in errors] == [names[0], names[2], names[3]]
    assert all(set(record) == {"record", "document", "code", "message"} for record in errors)
    assert len(done.stderr.splitlines()) == 3


def test_check_of_the_example_ends_with_0_and_of_a_changed_one_with_1(tmp_path: Path) -> None:
    """The status is what a script that publishes reports goes by."""
    assert _run("check", str(EXAMPLE)).returncode == 0
    report = gov_disclosure.read(EXAMPLE).report.replace({"applications.received.total": 16})
    changed = tmp_path / "changed.json"
    changed.write_text(gov_disclosure.dumps(report), encoding="utf-8")
    done = _run("check", str(changed), "--to", "json", PYTHONIOENCODING="utf-8")
    assert done.returncode == 1
    (record,) = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert any("applications.received.total" in finding["paths"] for finding in record["findings"])


def test_convert_and_read_again_give_the_same_report(tmp_path: Path) -> None:
    """What is archived as JSON must come back as it was."""
    target = tmp_path / "report.json"
    assert _run("convert", str(EXAMPLE), str(target)).returncode == 0
    assert _run("convert", str(EXAMPLE), str(target)).returncode == 2
    assert gov_disclosure.read(target).report == gov_disclosure.read(EXAMPLE).report


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise on Windows")
def test_closed_pipe_is_a_quiet_exit() -> None:
    """``gov-disclosure read … | head -1`` must not print a traceback."""
    with subprocess.Popen(
        [*COMMAND, "read", *[str(EXAMPLE)] * 30, "--to", "facts"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["record"] == "document"
        process.stdout.close()
        assert process.wait(120) == 0
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disks_are_said() -> None:
    """Facts that were never stored must not look stored."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "read", str(EXAMPLE), "--to", "facts", "--lang", "en"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=_environment(),
            check=False,
            timeout=120,
        )
    assert done.returncode == 3
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT between processes on Windows")
def test_interrupt_ends_with_130_and_no_traceback() -> None:
    """Control-C at a long run gives the prompt back, and what was done stays done."""
    with subprocess.Popen(
        [*COMMAND, "read", str(EXAMPLE), "-", "--to", "facts"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        cells = len(gov_disclosure.Form("2019").paths)
        lines = [process.stdout.readline() for _ in range(cells + 1)]
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 130
        assert len(lines) == cells + 1
        assert json.loads(lines[0])["form"] == "2019"
        assert process.stderr.read() == b""


def test_help_loads_no_reader_no_writer_and_no_converter() -> None:
    """Help that takes half a second feels broken; what it does not need must not be loaded."""
    code = (
        "import sys\n"
        "from gov_disclosure.cli import main\n"
        "status = main(['--help'])\n"
        "print('loaded:', *sorted(sys.modules))\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=_environment(), check=True, timeout=120
    )
    loaded = set(done.stdout.decode().partition("loaded:")[2].split())
    heavy = {"cattrs", "pdfminer", "lxml", "selectolax", "docx", "rich", "importlib.metadata", "tempfile"}
    assert not heavy & loaded
    assert not {
        name for name in loaded if name.startswith(("gov_disclosure.readers", "gov_disclosure.interpret"))
    }
