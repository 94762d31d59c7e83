"""Workbooks as people lay reports out in them."""

import datetime
import io
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter

import gov_disclosure
from gov_disclosure.documents import Document, Paragraph
from gov_disclosure.readers import Options
from gov_disclosure.readers.sheets import SheetsReader
from office_sheets import by_hand


def by_openpyxl(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    """A workbook filled by a function."""
    book = openpyxl.Workbook()
    fill(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(content: bytes) -> Document:
    """The document of a workbook."""
    return SheetsReader().read(content, Options())


def grid(made: Document, number: int = 0) -> list[list[str]]:
    """A table's texts by rows."""
    return [[cell.text for cell in row] for row in made.tables[number].rows()]


def rows(*lines: list[object]) -> bytes:
    """A workbook with lines of values on one sheet."""

    def fill(book: openpyxl.Workbook) -> None:
        for line in lines:
            book.worksheets[0].append(line)

    return by_openpyxl(fill)


def test_numbers_keep_their_digits_and_no_others() -> None:
    """12.0 is 12, 7730.28 is not 7730.280000000001, and numbers stored as text are themselves."""
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>12.0</v></c>'
        '<c r="C1"><v>7730.2800000000007</v></c><c r="D1"><v>1.1397E7</v></c><c r="E1" t="str"><v>+1,036</v></c>'
        '<c r="F1"><v>9.1999999999999998E-2</v></c><c r="G1"><v>-0</v></c></row></sheetData>'
    )
    assert grid(read(by_hand(sheet)))[0] == ["甲", "12", "7730.28", "11397000", "+1,036", "0.092", "0"]


def test_strings_of_several_runs_without_their_readings() -> None:
    """Rich text is joined; the pinyin that may stand beside it is not part of the label."""
    strings = (
        "<si><r><t>行政</t></r><r><t>许可</t></r><rPh sb='0' eb='1'><t>xíng</t></rPh></si><si><t>数</t></si>"
    )
    sheet = (
        '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
        '<row><c t="s"><v>1</v></c><c><v>4</v></c></row></sheetData>'
    )
    assert grid(read(by_hand(sheet, strings=strings)))[:2] == [["行政许可", "数"], ["数", "4"]]


def test_merged_ranges_and_blank_cells() -> None:
    """A merged label stands once; a blank cell inside the table is a cell."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for line in (["办理结果", "甲", 1, None], [None, "乙", None, 4]):
            sheet.append(line)
        sheet.merge_cells("A1:A2")

    (table,) = read(by_openpyxl(fill)).tables
    assert [(one.text, one.row, one.column, one.rowspan) for one in table.cells if one.row < 2] == [
        ("办理结果", 0, 0, 2),
        ("甲", 0, 1, 1),
        ("1", 0, 2, 1),
        ("", 0, 3, 1),
        ("乙", 1, 1, 1),
        ("", 1, 2, 1),
        ("4", 1, 3, 1),
    ]


def test_titles_and_notes_are_paragraphs_and_blank_rows_part_tables() -> None:
    """A title over a table is no row of it, and two tables on a sheet are two."""
    made = read(
        rows(
            ["示例区人民政府2023年政府信息公开工作年度报告"],
            [],
            ["规章", 1, 2],
            ["文件", 3, 4],
            ["注：以上数据由示例区汇总，如有疑问请与我们联系。"],
            [],
            ["行政许可", 5],
            ["行政处罚", 6],
        )
    )
    assert [block.text[:6] for block in made.blocks if isinstance(block, Paragraph)] == [
        "示例区人民政",
        "注：以上数据",
    ]
    assert [grid(made, number)[0] for number in (0, 1)] == [["规章", "1", "2"], ["行政许可", "5"]]


def test_tables_side_by_side_are_two() -> None:
    """Figures of the right table must not become further figures of the left one."""
    made = read(
        rows(
            ["规章", 1, 2, None, "行政许可", 7],
            ["文件", 3, 4, None, "行政处罚", 8],
            ["合计", 4, 6, None, "行政强制", 9],
        )
    )
    assert [len(table.rows()[0]) for table in made.tables] == [3, 2]


def test_several_sheets_and_hidden_ones() -> None:
    """One table a sheet is read in order; a hidden sheet holds last year's figures and is named, not read."""

    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["规章", 1])
        book.create_sheet("表二").append(["文件", 2])
        old = book.create_sheet("去年")
        old.append(["规章", 77])
        old.sheet_state = "veryHidden"

    made = read(by_openpyxl(fill))
    assert [grid(made, number)[0] for number in range(len(made.tables))] == [["规章", "1"], ["文件", "2"]]
    (notice,) = made.notices
    assert (notice.code, notice.params["sheets"]) == ("hidden-sheets", "去年")


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    """A hidden column of last year's figures would push this year's to the right."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for line in (["规章", 70, 1], ["旧行", 71, 2], ["文件", 72, 3]):
            sheet.append(line)
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[2].hidden = True

    made = read(by_openpyxl(fill))
    assert grid(made)[:2] == [["规章", "1"], ["文件", "3"]]
    last = made.tables[0].rows()[1][1].place
    assert last is not None
    assert last.cell == "C3"
    (notice,) = made.notices
    assert (notice.code, notice.params["cells"]) == ("hidden-cells", "2、B")


def test_places_name_sheet_and_cell() -> None:
    """A person must find a doubtful cell again, also a blank one."""
    made = read(rows([None, None], [None, "规章", 1, None], [None, "文件", None, 2]))
    places = {cell.text or "blank": cell.place for cell in made.tables[0].cells if cell.row == 1}
    assert [(place.sheet, place.cell) for place in places.values() if place] == [
        ("Sheet", "B3"),
        ("Sheet", "C3"),
        ("Sheet", "D3"),
    ]


def test_dates_and_errors() -> None:
    """A date is printed as reports print it; an error value is none, and says so."""
    made = read(rows(["公开日期", datetime.date(2024, 1, 17)], ["规章", "x"]))
    assert grid(made)[0] == ["公开日期", "2024年1月17日"]
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><v>2</v></c>'
        "</row></sheetData>"
    )
    (table,) = read(by_hand(sheet)).tables
    assert [(cell.text, cell.doubt) for cell in table.rows()[0]] == [
        ("甲", False),
        ("#REF!", True),
        ("2", False),
    ]


@pytest.mark.parametrize(
    ("format_", "value", "text", "doubt"),
    [
        ('0"件"', 12, "12件", False),
        ('0.00"万元"', 477.35, "477.35万元", False),
        ("#,##0.00", 1234.5, "1234.5", False),
        ("0%", 0.34, "34%", False),
        ("0", 12.4, "12.4", True),
        ("0!.0,", 47735, "47735", True),
        ("0;-0;;@", 0, "0", True),
        ('_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', 0, "0", False),
        ('_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', -3, "-3", False),
        ("General", 5, "5", False),
        ("[Red]0", 5, "5", False),
        ("[>5]0;0", 5, "5", True),
        ("yyyy/m/d", 3, "1900年1月3日", False),
        ("h:mm", 0.5, "0.5", True),
        ("0.00E+00", 120, "120", True),
    ],
)
def test_number_formats(format_: str, value: float, text: str, doubt: bool) -> None:
    """Units that a format adds are kept; a format that hides or changes a figure puts it in doubt."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, "规章")
    sheet.write_number(0, 1, value, book.add_format({"num_format": format_}))
    book.close()
    made = read(target.getvalue())
    cell = made.tables[0].rows()[0][1]
    assert (cell.text, cell.doubt) == (text, doubt)
    assert [one.code for one in made.notices] == ["shown-otherwise"] * doubt


def test_a_sheet_with_a_heading_in_every_manner_is_read() -> None:
    """Title, section headings and tables on one sheet without a blank row between them."""
    made = gov_disclosure.read(
        rows(
            ["示例镇2023年政府信息公开工作年度报告"],
            ["一、总体情况"],
            ["本年度，示例镇认真落实各项公开要求。"],
            ["二、主动公开政府信息情况"],
            ["第二十条第（一）项"],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", 0, 0, 0],
            ["行政规范性文件", 2, 1, None],
            ["三、收到和处理政府信息公开申请情况"],
        )
    )
    assert made.report.title == "示例镇2023年政府信息公开工作年度报告"
    assert made.report.narrative.overview == ("本年度，示例镇认真落实各项公开要求。",)
    assert made.report["proactive.normative_documents.repealed"] == 1
    assert made.report["proactive.normative_documents.in_force"] is None
    assert not made.doubtful


def test_properties_are_kept_aside() -> None:
    """A title in the file's properties may name the issuer where the sheets do not."""

    def fill(book: openpyxl.Workbook) -> None:
        book.properties.title = "示例区2023年政府信息公开工作年度报告"
        book.worksheets[0].append(["规章", 1])

    named = {meta.name: meta.value for meta in read(by_openpyxl(fill)).metadata}
    assert named["title"] == "示例区2023年政府信息公开工作年度报告"
