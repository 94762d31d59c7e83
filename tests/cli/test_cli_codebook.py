"""``gov-disclosure codebook``: to the terminal and to files."""

import csv
import io
from pathlib import Path

import pytest

from gov_disclosure.analysis import build_codebook
from gov_disclosure.cli import main


def test_codebook_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """The command would have to be given a file to say anything."""
    assert main(["codebook", "--lang", "en", "--form", "2021"]) == 0
    assert capsys.readouterr().out == build_codebook(["2021"]).markdown("en")


@pytest.mark.parametrize("ending", ["html", "csv", "md"])
def test_codebook_to_a_file(ending: str, tmp_path: Path) -> None:
    """The file's name would promise what is not in it."""
    target = tmp_path / f"codebook.{ending}"
    assert main(["codebook", "--lang", "zh", "-o", str(target)]) == 0
    text = target.read_text(encoding="utf-8")
    book = build_codebook()
    if ending == "csv":
        assert text.startswith("\ufeff")
        lines = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        assert [line["code"] for line in lines] == [entry.field.code for entry in book.entries]
    else:
        assert text == (book.html("zh") if ending == "html" else book.markdown("zh"))


def test_codebook_format_by_word(capsys: pytest.CaptureFixture[str]) -> None:
    """A table for programs could not be piped on."""
    assert main(["codebook", "--to", "csv", "--form", "2019"]) == 0
    lines = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert lines[0][0] == "form"
    assert len(lines) == 199


@pytest.mark.parametrize("words", [["--form", "1999"], ["-o", "codebook.pdf"]])
def test_codebook_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A slip would end in a traceback, or in a file of another kind than its name says."""
    assert main(["codebook", *words]) == 2
    assert capsys.readouterr().err.startswith("gov-disclosure: ")
