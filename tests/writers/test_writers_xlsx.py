"""The workbook as spreadsheet programs see it."""

import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import AnnualReport, Form
from gov_disclosure.model.forms import editions
from gov_disclosure.model.layout import layout
from gov_disclosure.writers.official import exact_number
from gov_disclosure.writers.xlsx import XlsxWriter

TITLE = "示例区人民政府2022年政府信息公开工作年度报告"


@pytest.mark.parametrize("form", editions())
def test_one_sheet_a_table_with_its_merged_cells(form: Form) -> None:
    """Formulas and copies that point at the form's cells need them where the form has them."""
    report = AnnualReport.blank(form, year=2022, title=TITLE)
    book = openpyxl.load_workbook(io.BytesIO(XlsxWriter().write(report).content))
    for drawn, sheet in zip(layout(form), book.worksheets[1:], strict=True):
        merged = {
            (
                area.min_row - 1,
                area.min_col - 1,
                area.max_row - area.min_row + 1,
                area.max_col - area.min_col + 1,
            )
            for area in sheet.merged_cells.ranges
        }
        spans = {
            (cell.row, cell.column, cell.rowspan, cell.colspan)
            for cell in drawn.cells
            if cell.rowspan > 1 or cell.colspan > 1
        }
        assert spans == merged


def test_figures_are_numbers_with_all_their_digits() -> None:
    """A figure stored as text is left out of every sum; one that is rounded is another figure."""
    report = AnnualReport.blank("2021", year=2022).replace(
        {
            "proactive.administrative_fees.amount": Decimal("12.30"),
            "applications.received.total": 0,
            "applications.carried_over.total": 10**14 + 1,
            "applications.carried_forward.total": 10**17 + 1,
        }
    )
    book = openpyxl.load_workbook(io.BytesIO(XlsxWriter().write(report).content))
    values = {cell.value: cell for sheet in book for row in sheet.iter_rows() for cell in row}
    assert values[12.3].number_format == "0.00"
    assert 0 in values
    assert 10**14 + 1 in values
    assert str(10**17 + 1) in values  # as text: the number would lose its last digits


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4) | st.integers(-(10**20), 10**20))
def test_a_number_that_would_change_is_not_written_as_one(value: Decimal | int) -> None:
    """Spreadsheets keep fifteen digits; the sixteenth would become a zero."""
    number = exact_number(value)
    assert number is None or Decimal(repr(number)) == value


def test_nothing_is_hidden_in_the_workbook() -> None:
    """Whoever blacks out a figure in the workbook must not leave it elsewhere in the file."""
    report = AnnualReport.blank("2021", year=2022, title=TITLE).replace(
        {"applications.received.total": 918273}
    )
    content = XlsxWriter().write(report).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        together = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert together.count("918273") == 1
    assert together.count(TITLE) == 1
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert all(sheet.sheet_state == "visible" for sheet in book)
    assert "<f>" not in together


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    """A title that begins with an equals sign must not be calculated when the file is opened."""
    report = AnnualReport(title="=1+1")
    book = openpyxl.load_workbook(io.BytesIO(XlsxWriter().write(report).content))
    cell = book.worksheets[0]["A1"]
    assert (cell.value, cell.data_type) != ("=1+1", "f")
