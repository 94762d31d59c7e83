"""``gov-disclosure check``: its status, its output, and what it passes on."""

from typing import Any

import pytest

import gov_disclosure
from command_desk import Desk, Run, records_of, small_reading
from gov_disclosure.checks import check
from gov_disclosure.model.errors import InvalidReport
from gov_disclosure.reading import Reading


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
    good, locked, wrong = records_of(out)
    assert status == 3
    assert good["findings"] == []
    assert good["answered"] == check(small_reading("good.txt")).answered > 0
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
        "previous": small_reading("wrong.txt", total=7),
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
