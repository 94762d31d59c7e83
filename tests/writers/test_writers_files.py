"""Putting files in their place: whole or not at all, and never under an office program that has them open."""

import os
from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure import AnnualReport
from gov_disclosure.cli import main
from gov_disclosure.writers import CannotWrite, HeldOpen
from gov_disclosure.writers.files import placing, put_in_place

BLANK = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府")


@pytest.mark.parametrize("sign", [".~lock.年报汇总.docx#", "~$年报汇总.docx", "~$报汇总.docx", "~$汇总.docx"])
def test_a_file_that_an_office_program_has_open_is_left_alone(sign: str, tmp_path: Path) -> None:
    """The program would write its own version over ours, and nobody would see that it did."""
    target = tmp_path / "年报汇总.docx"
    target.write_bytes(b"open in a program")
    (tmp_path / sign).write_bytes(b"")
    with pytest.raises(HeldOpen) as caught:
        gov_disclosure.write(BLANK, target, overwrite=True)
    assert sign in caught.value.message("en")
    assert "请先关闭" in caught.value.message("zh")
    assert target.read_bytes() == b"open in a program"
    (tmp_path / sign).unlink()
    gov_disclosure.write(BLANK, target, overwrite=True)
    assert gov_disclosure.read(target).report == BLANK
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clerk has the old table open in the next window, which is the commonest reason of all."""
    source, target = tmp_path / "a.json", tmp_path / "a.csv"
    gov_disclosure.write(BLANK, source)
    target.write_bytes(b"old")
    (tmp_path / ".~lock.a.csv#").write_bytes(b"")
    assert main(["convert", str(source), str(target), "--force", "--lang", "zh"]) == 3
    assert "正被其他程序打开" in capsys.readouterr().err
    assert target.read_bytes() == b"old"


def test_a_sign_of_another_file_means_nothing(tmp_path: Path) -> None:
    """One open file must not keep everything else in the folder from being written."""
    target = tmp_path / "b.docx"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.a.docx#").write_bytes(b"")
    gov_disclosure.write(BLANK, target, overwrite=True)
    assert gov_disclosure.read(target).report == BLANK


def test_what_fails_midway_leaves_the_old_file(tmp_path: Path) -> None:
    """Half a file under the old name would be taken for the whole."""
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")

    def fail() -> None:
        with placing(target, overwrite=True) as file:
            file.write(b"half")
            raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"):
        fail()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


def test_no_such_folder_is_not_an_open_program(tmp_path: Path) -> None:
    """Advice that does not fit the fault sends the person to the wrong place."""
    with pytest.raises(CannotWrite) as caught:
        put_in_place(tmp_path / "none" / "a.txt", b"", overwrite=False)
    assert not isinstance(caught.value, HeldOpen)
    assert "program" not in str(caught.value)
    assert os.strerror(2) in str(caught.value)
