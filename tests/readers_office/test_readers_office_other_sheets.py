"""Workbooks that are no XLSX: XLS (and ``.et``), ODS, XLSB."""

import io
import struct
from collections.abc import Callable

import pytest
import xlwt

import gov_disclosure
from gov_disclosure.documents import Document
from gov_disclosure.readers import Options
from gov_disclosure.readers.sheets import SheetsReader
from office_parts import zipped

_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def read(content: bytes) -> Document:
    """The document of a workbook."""
    return SheetsReader().read(content, Options())


def grid(made: Document, number: int = 0) -> list[list[str]]:
    """A table's texts by rows."""
    return [[cell.text for cell in row] for row in made.tables[number].rows()]


def xls(fill: Callable[[xlwt.Workbook], None]) -> bytes:
    """An XLS file filled by a function."""
    book = xlwt.Workbook()
    fill(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def line(sheet: xlwt.Worksheet, row: int, *values: object) -> None:
    """Write a row."""
    for column, value in enumerate(values):
        if value is not None:
            sheet.write(row, column, value)


def test_xls_with_merges_sums_and_a_hidden_sheet() -> None:
    """Old workbooks by libraries store 0 as every formula's result: plain sums are added up anew."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表一")
        sheet.write_merge(0, 0, 0, 3, "第二十条第（一）项")
        line(sheet, 1, "规章", 1, 2.5, xlwt.Formula("B2+C2"))
        line(sheet, 2, "文件", 3, 4, xlwt.Formula("SUM(B3:C3)"))
        line(sheet, 3, "合计", 4, xlwt.Formula("B2*C2"), xlwt.Formula("SUM(D2,D3)"))
        old = book.add_sheet("去年")
        line(old, 0, "规章", 77)
        old.visibility = 1

    made = read(xls(fill))
    assert grid(made)[:4] == [
        ["第二十条第（一）项"],
        ["规章", "1", "2.5", "3.5"],
        ["文件", "3", "4", "7"],
        ["合计", "4", "=?", "10.5"],
    ]
    doubted = [cell.text for cell in made.tables[0].cells if cell.doubt]
    assert doubted == ["=?"]
    assert sorted(one.code for one in made.notices) == [
        *["formula-evaluated"] * 3,
        "formula-untrusted",
        "hidden-sheets",
    ]


def test_xls_number_formats_and_hidden_rows() -> None:
    """Formats and hidden rows are not among the values of an old file, and count all the same."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表一")
        line(sheet, 0, "规章", 12)
        line(sheet, 1, "旧", 13)
        sheet.row(1).hidden = True
        sheet.write(2, 0, "金额")
        sheet.write(2, 1, 47735, xlwt.easyxf(num_format_str="0!.0,"))
        sheet.write(3, 0, "件数")
        sheet.write(3, 1, 8, xlwt.easyxf(num_format_str='0"件"'))

    made = read(xls(fill))
    assert grid(made)[:3] == [["规章", "12"], ["金额", "47735"], ["件数", "8件"]]
    assert sorted(one.code for one in made.notices) == ["hidden-cells", "shown-otherwise"]


def test_xls_is_told_by_its_content_whatever_its_name() -> None:
    """WPS calls such a file ``.et``; people rename it to ``.doc``."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表")
        line(sheet, 0, "示例镇2023年政府信息公开工作年度报告")
        line(sheet, 2, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
        line(sheet, 3, "规章", 0, 0, 0)
        line(sheet, 4, "行政规范性文件", 1, 0, 5)

    file = io.BytesIO(xls(fill))
    file.name = "report.doc"
    reading = gov_disclosure.read(file)
    assert reading.report["proactive.normative_documents.in_force"] == 5
    assert (reading.source.reader, reading.source.engine) == ("xlsx", "xls")


def ods(rows: str, *, styles: str = "", table: str = "") -> bytes:
    """An ODS file with a sheet of rows."""
    names = " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}><office:automatic-styles>{styles}"
            "</office:automatic-styles><office:body><office:spreadsheet>"
            f'<table:table table:name="表一" {table}>{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def number(value: str, shown: str | None = None, more: str = "") -> str:
    """A cell with a number."""
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {more}>'
        f"<text:p>{value if shown is None else shown}</text:p></table:table-cell>"
    )


def words(text: str, more: str = "") -> str:
    """A cell with text."""
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def test_ods_with_spans_repetitions_and_shown_text() -> None:
    """Spans, repeated cells and rows, and text as shown stand in the file's own XML alone."""
    rows = (
        "<table:table-header-rows><table:table-row>"
        + words("第二十条第（一）项", 'table:number-columns-spanned="3"')
        + '<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row></table:table-header-rows>'
        + "<table:table-row>"
        + words("规<text:span>章</text:span><text:s/>甲")
        + number("0", more='table:number-columns-repeated="2"')
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        + "<table:table-row>"
        + words("文件")
        + number("1234.5", "1,234.5")
        + number("7.25", "7.3")
        + "</table:table-row>"
        + '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    made = read(ods(rows))
    assert grid(made)[:3] == [["第二十条第（一）项"], ["规章 甲", "0", "0"], ["文件", "1,234.5", "7.25"]]
    assert made.tables[0].cells[0].colspan == 3
    assert [one.code for one in made.notices] == ["shown-otherwise"]


def test_ods_formulas_and_hidden_parts() -> None:
    """Formulas are written otherwise there, and mean the same."""
    formula = 'table:formula="of:=SUM([.B1:.C1])"'
    rows = (
        "<table:table-row>"
        + words("规章")
        + number("1")
        + number("2")
        + number("9", more=formula)
        + '</table:table-row><table:table-row table:visibility="collapse">'
        + words("旧")
        + number("5")
        + "</table:table-row>"
    )
    made = read(ods(rows))
    assert grid(made)[0] == ["规章", "1", "2", "9"]
    assert sorted(one.code for one in made.notices) == ["formula-untrusted", "hidden-cells"]
    hidden = ods(
        rows,
        styles='<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        table='table:style-name="ta2"',
    )
    assert [one.code for one in read(hidden).notices] == ["hidden-sheets"]


def test_an_opendocument_text_says_what_to_do() -> None:
    """It looks like a workbook from outside."""
    content = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    with pytest.raises(gov_disclosure.UnknownFormat, match="OpenDocument text"):
        gov_disclosure.read(content)


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an XLSB part."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(content)]) + content


def xlsb(*cells: tuple[int, int, str | float]) -> bytes:
    """An XLSB file with one sheet of cells by row and column."""
    wide: Callable[[str], bytes] = lambda text: struct.pack("<I", len(text)) + text.encode("utf-16-le")  # noqa: E731
    far = [max(corner) for corner in zip(*((row, column) for row, column, _ in cells), strict=True)]
    sheet = record(0x81) + record(0x94, struct.pack("<IIII", 0, far[0], 0, far[1])) + record(0x91)
    for row, column, value in cells:
        sheet += record(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0))
        place = struct.pack("<II", column, 0)
        sheet += (
            record(6, place + wide(value))
            if isinstance(value, str)
            else record(5, place + struct.pack("<d", value))
        )
    sheet += record(0x92) + record(0x82)
    book = record(0x83) + record(0x8F) + record(0x9C, struct.pack("<II", 0, 1) + wide("rId1") + wide("表"))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "xl/workbook.bin": book + record(0x90) + record(0x84),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
            f'Type="{relation}" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def test_xlsb() -> None:
    """The binary kind of new workbooks is read like the others."""
    made = read(xlsb((0, 0, "规章"), (0, 1, 12.0), (1, 0, "文件"), (1, 1, 3.5)))
    assert grid(made)[:2] == [["规章", "12"], ["文件", "3.5"]]
    assert made.engine == "xlsb"


def test_far_apart_cells_of_binary_workbooks_are_refused() -> None:
    """Room for every cell between two corners would take all memory there is."""
    with pytest.raises(gov_disclosure.TooLarge):
        read(xlsb((0, 0, "规章"), (1_048_575, 16_383, 1.0)))

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表")
        sheet.write(0, 0, "规章")
        sheet.write(65_535, 255, 1)

    with pytest.raises(gov_disclosure.TooLarge):
        read(xls(fill))
