"""The Word document as other programs see it."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

import gov_disclosure
from gov_disclosure import AnnualReport, Form, Narrative
from gov_disclosure.model.forms import editions
from gov_disclosure.model.layout import layout
from gov_disclosure.writers.docx import DocxWriter

TITLE = "示例区人民政府2022年政府信息公开工作年度报告"


def _numbered(form: Form) -> AnnualReport:
    """A report with another number in each cell of the official layout, so that a shift cannot hide."""
    report = AnnualReport.blank(form, year=2022, issuer="示例区人民政府", title=TITLE)
    paths = [path for path, _ in report.cells() if report.prints(path)]
    return report.replace({path: 4100 + place for place, path in enumerate(paths)})


@pytest.mark.parametrize("form", editions())
def test_spans_are_those_of_the_form(form: Form) -> None:
    """A table whose merged cells are not merged is refused by whoever checks the form."""
    report = _numbered(form)
    document = docx.Document(io.BytesIO(DocxWriter().write(report).content))
    for drawn, table in zip(layout(report), document.tables, strict=True):
        cells = table._cells  # every place of the grid, as the program that opens it sees it
        for cell in drawn.cells:
            covered = {
                id(cells[row * drawn.columns + column]._tc)
                for row in range(cell.row, cell.row + cell.rowspan)
                for column in range(cell.column, cell.column + cell.colspan)
            }
            assert len(covered) == 1
            text = cells[cell.row * drawn.columns + cell.column].text
            assert text in (cell.text, f"{cell.text}元")


@pytest.mark.parametrize("form", editions())
def test_rows_do_not_break_and_heads_are_repeated(form: Form) -> None:
    """On the second page a row torn in two, or figures without heads, cannot be read."""
    document = docx.Document(io.BytesIO(DocxWriter().write(_numbered(form)).content))
    for drawn, table in zip(layout(form), document.tables, strict=True):
        for number, row in enumerate(table.rows):
            properties = row._tr.trPr
            assert properties is not None
            assert properties.find(qn("w:cantSplit")) is not None
            assert (properties.find(qn("w:tblHeader")) is not None) == (number < drawn.head_rows)


def test_page_and_fonts_are_those_of_official_papers() -> None:
    """Official papers are A4 with fonts of their own; a machine without these needs to know what to take."""
    report = gov_disclosure.AnnualReport(title=TITLE, narrative=Narrative(overview=("无。",)))
    content = DocxWriter().write(report).content
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fonts = {
        paragraph.style.name: paragraph.style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in document.paragraphs
        if paragraph.style is not None
    }
    assert fonts == {"Title": "方正小标宋简体", "Heading 1": "黑体", "Normal": "仿宋_GB2312"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        table = archive.read("word/fontTable.xml").decode()
    for font in fonts.values():
        assert re.search(f'w:name="{font}"><w:altName w:val="[^"]*SimSun|SimHei', table)


def test_nothing_is_hidden_in_the_file() -> None:
    """Whoever blacks out a figure in the document must not leave it elsewhere in the file."""
    report = AnnualReport.blank("2021", year=2022, title=TITLE).replace(
        {"applications.received.total": 918273}
    )
    with zipfile.ZipFile(io.BytesIO(DocxWriter().write(report).content)) as archive:
        names = archive.namelist()
        together = b"".join(archive.read(name) for name in names).decode()
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert together.count("918273") == 1
    assert together.count(TITLE) == 1
    assert not [name for name in names if "custom" in name.lower() or name.startswith("docProps")]
    assert "w:comment" not in together
    assert "w:vanish" not in together
