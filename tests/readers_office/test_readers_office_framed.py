"""Blank cells of a workbook that are drawn, lone labels beside them, and sheets full of formulas."""

import io

import openpyxl
from openpyxl.styles import Border, Side

from gov_disclosure.documents import Document, Table
from gov_disclosure.readers.protocol import Options
from gov_disclosure.readers.sheets import SheetsReader

THIN = Side(style="thin")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LABELS = ("（七）总计", "四、结转下年度继续办理")


def _read(book: openpyxl.Workbook) -> Document:
    saved = io.BytesIO()
    book.save(saved)
    return SheetsReader().read(saved.getvalue(), Options())


def _framed(*rows: list[str | int]) -> openpyxl.Workbook:
    """A table with a border around each of its three columns' cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for line in sheet.iter_rows(max_row=len(rows), max_col=3):
        for cell in line:
            cell.border = FRAME
    return book


def test_a_label_beside_drawn_blank_cells_is_a_row() -> None:
    """The last row of a form that is not filled in would otherwise count as not printed, and its label as text."""
    (table,) = _read(_framed([LABELS[0], 1, 2], [LABELS[1]])).blocks
    assert isinstance(table, Table)
    assert (table.row_count, table.column_count) == (2, 3)


def test_a_blank_line_is_where_it_is_drawn() -> None:
    """The line of figures that is not filled in stands where it is drawn, and where it will be typed into."""
    (table,) = _read(_framed(["结果维持", "结果纠正", "总计"], [])).blocks
    assert isinstance(table, Table)
    assert table.row_count == 2


def test_two_heads_as_wide_as_the_table_belong_to_it() -> None:
    """行政诉讼 over 复议后起诉, each joined over all columns, stand above five heads."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["行政诉讼"])
    sheet.append(["复议后起诉"])
    sheet.append(["结果维持", "结果纠正"])
    sheet.append([1, 2])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:B2")
    (table,) = _read(book).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows()[0]] == ["行政诉讼"]
    assert [cell.text for cell in table.rows()[3]] == ["1", "2"]


def test_a_sheet_full_of_formulas_is_told_once() -> None:
    """Two hundred notices about a sheet of checks would hide the one about a figure."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 61):
        sheet.append([row, f'=IF(COUNT(A{row})<1,"待填","相符")'])
    (notice,) = _read(book).notices
    assert notice.code == "formula-untrusted"
    assert "B1 … B60 (60)" in notice.message()
