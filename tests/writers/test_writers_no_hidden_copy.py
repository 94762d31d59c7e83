"""No written file holds a second copy of the figures that nobody sees and that could say something else."""

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

import gov_disclosure
from gov_disclosure import AnnualReport, Evidence, Form, Narrative, Reading
from gov_disclosure.model.forms import editions
from gov_disclosure.writers import BUILT_IN

PRINTED = [name for name, writer in BUILT_IN.items() if hasattr(writer.load(), "reads_as")]
TITLE = "示例区人民政府2022年政府信息公开工作年度报告"
TEXT = "这一段文字在文件中只应当出现一次。"


def _report(form: Form) -> AnnualReport:
    """A figure of its own in every cell, so that each can be counted in the file."""
    report = AnnualReport.blank(form, year=2022, issuer="示例区人民政府", title=TITLE)
    paths = [path for path, _ in report.cells() if report.prints(path)]
    figures: dict[str, int | Decimal | None] = {
        path: 7_390_011 + 13 * place
        if form.field(path).type != "decimal"
        else Decimal(7_390_011 + 13 * place) + Decimal("0.37")
        for place, path in enumerate(paths)
    }
    return attrs.evolve(report.replace(figures), narrative=Narrative(overview=(TEXT,)))


def _parts(content: bytes) -> dict[str, str]:
    """Everything that a file holds, unpacked."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {"": content.decode()}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.comment == b""
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _packed(parts: dict[str, str]) -> bytes:
    if set(parts) == {""}:
        return parts[""].encode()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("form", editions())
def test_every_figure_stands_once_in_the_file(form: Form, name: str) -> None:
    """A copy that is not shown would be read by one program and not by another, and nobody would know which."""
    report = _report(form)
    # What a reading knows beyond the report must not slip in either.
    evidence = {path: Evidence(raw=f"原{value}") for path, value in report.cells() if value is not None}
    for written in (report, Reading(report=report, evidence=evidence)):
        target = io.BytesIO()
        assert gov_disclosure.write(written, target, format=name) == ()
        held = "\n".join(_parts(target.getvalue()).values())
        for path, value in report.cells():
            if value is not None:
                found = re.findall(rf"(?<![\d.]){re.escape(str(value))}(?![\d.])", held)
                assert (path, len(found)) == (path, 1)
        assert held.count(TEXT) == 1


def _bare_docx(parts: dict[str, str]) -> dict[str, str]:
    """The paragraphs and tables with nothing but their text and spans."""
    kept = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"}
    parts = {name: text for name, text in parts.items() if name in kept}
    body = re.sub(
        r"<w:sectPr.*?</w:sectPr>|<w:pStyle[^>]*/>|<w:trPr>.*?</w:trPr>", "", parts["word/document.xml"]
    )
    return parts | {"word/document.xml": body, "word/_rels/document.xml.rels": _EMPTY}


_EMPTY = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def _bare_xlsx(parts: dict[str, str]) -> dict[str, str]:
    """The sheets without properties, defined names and formulas."""
    parts = {name: text for name, text in parts.items() if not name.startswith("docProps")}
    book = re.sub(r"<definedNames>.*?</definedNames>", "", parts["xl/workbook.xml"])
    return parts | {"xl/workbook.xml": book}


def _bare_html(parts: dict[str, str]) -> dict[str, str]:
    """What a browser shows: no head, no comments, and of all attributes the spans alone."""
    shown = re.sub(r"<head>.*?</head>|<!--.*?-->", "", parts[""], flags=re.DOTALL)
    return {"": re.sub(r' (?!(?:rowspan|colspan)=)[\w-]+="[^"]*"', "", shown)}


_BARE: dict[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "docx": _bare_docx,
    "xlsx": _bare_xlsx,
    "html": _bare_html,
    "html-fragment": _bare_html,
}


@pytest.mark.parametrize("name", _BARE)
@pytest.mark.parametrize("form", editions())
def test_what_is_seen_is_enough_to_read_it_back(form: Form, name: str) -> None:
    """A file that only reads back by what nobody sees would lose its figures in the next program that saves it."""
    report = _report(form)
    target = io.BytesIO()
    gov_disclosure.write(report, target, format=name)
    parts = _parts(target.getvalue())
    bare = _BARE[name](parts)
    assert bare != parts
    read = gov_disclosure.read(_packed(bare), format=name.removesuffix("-fragment")).report
    assert dict(read.cells()) == dict(report.cells())
    assert (read.title, read.narrative) == (report.title, report.narrative)


def test_all_files_with_parts_that_are_not_seen_are_tried() -> None:
    """Text and Markdown show all they hold; every other format has to be taken apart above."""
    assert set(PRINTED) - set(_BARE) == {"text", "markdown"}
