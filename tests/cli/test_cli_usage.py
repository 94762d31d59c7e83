"""Words on the command line, its help, its languages, and how a run ends."""

import gc

import pytest

from command_desk import Desk, Run, records_of


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


def test_errors_are_told_in_chinese_where_that_is_spoken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clerk must not need English to learn that a file has a password."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    status, out, err = run("read", "locked.pdf")
    assert (status, out) == (3, "")
    assert "密码" in err
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "password" in run("read", "locked.pdf")[2]
    assert "密码" in run("read", "--lang=zh", "locked.pdf")[2]


def test_interrupts_end_without_a_traceback(run: Run, desk: Desk) -> None:
    """Control-C is no fault: whoever presses it wants the prompt back and the usual status."""
    desk.documents["slow.txt"] = KeyboardInterrupt()
    status, out, err = run("read", "good.txt", "slow.txt", "wrong.txt", "--to", "facts")
    assert status == 130
    assert records_of(out)[0]["document"] == "good.txt"
    assert "Traceback" not in err


def test_a_program_that_runs_the_command_keeps_its_own_settings(run: Run) -> None:
    """A program that goes on after the command would let dead objects pile up, as a command that ends may."""
    before = gc.get_threshold()
    assert run("read", "good.txt")[0] == 0
    assert gc.get_threshold() == before
