"""Old Word and WPS files, by whichever program can turn them into new ones."""

import io
import sys
from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure import Limits
from gov_disclosure.readers import legacy
from office_docx import package, paragraph, run

SAMPLE = Path(__file__).parent / "samples" / "small-town-2023.doc"


def named(name: str) -> io.BytesIO:
    """The sample as a file of another name."""
    file = io.BytesIO(SAMPLE.read_bytes())
    file.name = name
    return file


@pytest.mark.parametrize("name", ["report.doc", "report.wps", "report.xls", "report"])
def test_an_old_document_is_read_whatever_its_name(name: str) -> None:
    """WPS names the same kind of file ``.wps``."""
    reading = gov_disclosure.read(named(name))
    assert reading.report["proactive.normative_documents.in_force"] == 45
    assert reading.report["proactive.rules.repealed"] is None
    assert reading.report["proactive.licensing.decisions"] == 678
    assert (reading.source.reader, reading.source.engine) == ("doc", "msdoc2docx")


def test_without_a_program_both_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person must learn what to install, either of two."""
    monkeypatch.setattr(legacy, "find_spec", lambda name: None)
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(legacy, "_USUAL_PLACES", ())
    with pytest.raises(gov_disclosure.MissingExtra) as raised:
        gov_disclosure.read(named("report.doc"))
    for lang in ("en", "zh"):
        message = raised.value.message(lang)
        assert "msdoc2docx" in message
        assert "LibreOffice" in message
        assert "gov_disclosure[legacy]" in message


def stand_in(folder: Path, script: str) -> str:
    """A program that stands in for LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang line")
def test_libreoffice_is_the_second_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It gets a profile and folders of its own, and what it makes is read as DOCX."""
    result = tmp_path / "made.docx"
    result.write_bytes(
        package(
            paragraph(run("示例镇2022年政府信息公开工作年度报告"))
            + paragraph(run("一、总体情况"))
            + paragraph(run("二、主动公开政府信息情况"))
        )
    )
    script = (
        "import pathlib, sys\n"
        "target = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "source = pathlib.Path(sys.argv[-1])\n"
        "assert source.read_bytes()[:4] == b'\\xd0\\xcf\\x11\\xe0'\n"
        "assert any(one.startswith('-env:UserInstallation=file:') for one in sys.argv)\n"
        f"(target / 'document.docx').write_bytes(pathlib.Path({str(result)!r}).read_bytes())\n"
    )
    monkeypatch.setattr(legacy, "find_spec", lambda name: None)
    monkeypatch.setattr("shutil.which", lambda name: stand_in(tmp_path, script))
    reading = gov_disclosure.read(named("report.doc"))
    assert (reading.source.engine, reading.report.year) == ("libreoffice", 2022)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang line")
def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One document must not hold up a run over thousands."""
    program = stand_in(tmp_path, "import time\ntime.sleep(600)\n")
    monkeypatch.setattr(legacy, "_engines", lambda: iter([("libreoffice", program)]))
    with pytest.raises(gov_disclosure.TooLarge, match="max_seconds"):
        gov_disclosure.read(named("report.doc"), limits=Limits(max_seconds=0.5))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang line")
def test_a_program_that_fails_is_named_with_its_complaint(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Which of the programs failed, and why, is what a person needs to go on."""
    program = stand_in(tmp_path, "import sys\nprint('no such filter', file=sys.stderr)\n")
    monkeypatch.setattr(legacy, "_engines", lambda: iter([("libreoffice", program)]))
    with pytest.raises(gov_disclosure.Damaged, match=r"libreoffice could not convert it \(no such filter\)"):
        gov_disclosure.read(named("report.doc"))


def test_a_truncated_document_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a download says so."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(gov_disclosure.Damaged):
        gov_disclosure.read(SAMPLE.read_bytes()[:6000])
