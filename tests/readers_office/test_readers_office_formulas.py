"""Formulas: which stored results can be trusted."""

import io
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.documents import Cell, Document
from gov_disclosure.readers import Options
from gov_disclosure.readers.sheets import SheetsReader
from gov_disclosure.readers.sheets.formulas import parse_sum, shifted
from gov_disclosure.readers.sheets.workbook import cell_name, column_letters, column_number


def stored(lines: list[list[object]], results: dict[str, object] | None = None) -> Document:
    """A workbook in which formulas are stored with the results given, 0 where none is."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("表1")
    for row, line in enumerate(lines):
        for column, value in enumerate(line):
            if isinstance(value, str) and value.startswith("="):
                sheet.write_formula(row, column, value, None, (results or {}).get(cell_name(row, column), 0))
            elif value is not None:
                sheet.write(row, column, value)
    book.close()
    return SheetsReader().read(target.getvalue(), Options())


def without_results(lines: list[list[object]]) -> Document:
    """The same with formulas that have no stored results."""
    book = openpyxl.Workbook()
    for line in lines:
        book.worksheets[0].append(line)
    target = io.BytesIO()
    book.save(target)
    return SheetsReader().read(target.getvalue(), Options())


def at(made: Document, name: str) -> Cell:
    """The cell of a name."""
    return next(
        cell
        for table in made.tables
        for cell in table.cells
        if cell.place is not None and cell.place.cell == name
    )


def codes(made: Document) -> list[str]:
    """The notices' codes."""
    return [one.code for one in made.notices]


@pytest.mark.parametrize(
    "formula", ["=SUM(B1:D1)", "=B1+C1+D1", "=sum(B1,C1:D1)", "=SUM($B$1:D1)+0", "=+(B1+C1)+D1"]
)
def test_plain_sums_are_added_up_where_a_writer_calculates_nothing(formula: str) -> None:
    """Some libraries store 0 or nothing as every result: a total of 0 would be a wrong number."""
    line: list[object] = ["规章", 1, 2, 3, formula]
    for made in (stored([line]), without_results([line])):
        assert (at(made, "E1").text, at(made, "E1").doubt) == ("6", False)
        assert codes(made) == ["formula-evaluated"]


def test_a_stored_result_that_agrees_is_taken_silently() -> None:
    """Most workbooks come from programs that calculate."""
    made = stored([["规章", 1, 2, "=B1+C1"], ["文件", 3, 4, "=B2*C2"]], {"D1": 3, "D2": 12})
    assert [at(made, name).text for name in ("D1", "D2")] == ["3", "12"]
    assert not codes(made)
    assert not any(cell.doubt for cell in made.tables[0].cells)


def test_a_stored_result_that_disagrees_is_in_doubt_with_all_that_cannot_be_checked() -> None:
    """Cells were changed after the last calculation: nobody knows which results are still right."""
    made = stored([["规章", 1, 2, "=B1+C1"], ["文件", 3, 4, "=B2*C2"]], {"D1": 9, "D2": 12})
    assert [(at(made, name).text, at(made, name).doubt) for name in ("D1", "D2")] == [
        ("9", True),
        ("12", True),
    ]
    assert codes(made) == ["formula-untrusted"] * 2


def test_what_is_no_plain_sum_and_has_no_result_is_left_open() -> None:
    """Its text is the formula, which is no number, and it is in doubt."""
    for made in (stored([["规章", 1, 2, "=B1*C1"]]), without_results([["规章", 1, 2, "=B1*C1"]])):
        assert (at(made, "D1").text, at(made, "D1").doubt) == ("=B1*C1", True)
        assert codes(made) == ["formula-untrusted"]


def test_sums_of_sums_on_other_sheets_and_circles() -> None:
    """A grand total adds totals; a formula that contains itself comes to nothing."""
    made = without_results(
        [["甲", 1, 2, "=SUM(B1:C1)"], ["乙", 3, 4, "=SUM(B2:C2)"], ["总", "=B1+B2", "=C1+C2", "=D1+Sheet!D2"]]
    )
    assert [at(made, name).text for name in ("B3", "C3", "D3")] == ["4", "6", "10"]
    circle = without_results([["甲", "=C1+1", "=B1+1", 5]])
    assert [at(circle, name).doubt for name in ("B1", "C1")] == [True, True]


def test_figures_stored_as_text_are_passed_over_by_sum_and_said() -> None:
    """SUM over text comes to 0 in the program that calculates, which is not what people mean."""
    made = without_results([["规章", "3", "4", "=SUM(B1:C1)"]])
    assert at(made, "D1").doubt
    assert codes(made) == ["formula-untrusted"]


def test_shared_formulas_move_along() -> None:
    """A formula filled down is stored once; its copies mean their own row."""
    assert shifted("SUM(B1:$C$1)+A$2", 3, 1) == "SUM(C4:$C$1)+B$2"
    assert shifted("SUM('表 A1'!B1:C1)", 1, 0) == "SUM('表 A1'!B2:C2)"


@pytest.mark.parametrize(
    "formula",
    [
        "B1*C1",
        "SUM(B1:C1)*2",
        "IF(A1,1,2)",
        "B1:C1",
        "ROUND(SUM(A1),0)",
        "SUM(A:A)",
        "A1&B1",
        "-",
        "",
        "(" * 40,
        "SUM(A1",
    ],
)
def test_what_is_no_sum(formula: str) -> None:
    """Anything beyond adding and subtracting is left to those who calculate."""
    assert parse_sum(formula) is None


@given(st.lists(st.integers(-999, 999), min_size=1, max_size=12))
def test_any_range_is_added_up(figures: list[int]) -> None:
    """Whatever stands in a row, its sum comes out to the digit."""
    last = column_letters(len(figures))
    made = without_results([["规章", *figures, f"=SUM(B1:{last}1)"]])
    name = cell_name(0, len(figures) + 1)
    assert Decimal(at(made, name).text) == sum(figures)


@given(st.integers(0, 16_383))
def test_column_letters_and_numbers(column: int) -> None:
    """Places named by letters must be the places that are meant."""
    assert column_number(column_letters(column)) == column
