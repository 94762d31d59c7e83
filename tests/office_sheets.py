"""Reports as workbooks, in the manners in which people lay them out, by two libraries that write XLSX.

Every choice is drawn from a random generator, so that one seed is one document.
"""

import io
import random
from decimal import Decimal

import openpyxl
import xlsxwriter
from openpyxl.utils import get_column_letter

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.layout import PrintedTable
from gov_disclosure.model.printed_table import PrintedCell
from office_parts import pieces_of, zipped

__all__ = ["by_hand", "write_xlsx"]


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def by_hand(*sheets: str, strings: str = "", styles: str = "", names: str = "") -> bytes:
    """A workbook of sheets' inner XML."""
    listed = "".join(
        f'<sheet name="表{number}" sheetId="{number}" r:id="r{number}"/>'
        for number in range(1, len(sheets) + 1)
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_REL}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}">{names}<sheets>{listed}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
            **{
                f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{_MAIN}">{content}</worksheet>'
                for number, content in enumerate(sheets, 1)
            },
        }
    )


class _Sheet:
    """A sheet in the making: texts, numbers and formulas by position, and merged ranges."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells: dict[tuple[int, int], str | int | Decimal] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.row = 0


def write_xlsx(report: AnnualReport, rng: random.Random) -> bytes:
    """A report as a workbook with the quirks that the generator draws."""
    sheets = _lay_out(report, rng)
    as_text = rng.random() < 0.25
    hidden = rng.random() < 0.15
    writer = _by_xlsxwriter if rng.random() < 0.5 else _by_openpyxl
    return writer(sheets, rng, as_text, hidden)


def _lay_out(report: AnnualReport, rng: random.Random) -> list[_Sheet]:
    one_sheet = rng.random() < 0.5
    column = rng.choice([0, 0, 1, 3])
    formulas = rng.random() < 0.4
    gap = rng.choice([0, 1, 1, 2])
    merged_titles = rng.random() < 0.5
    sheets = [_Sheet("Sheet1")]
    sheets[0].row = rng.choice([0, 0, 2])
    for kind, content in pieces_of(report):
        sheet = sheets[-1]
        if isinstance(content, PrintedTable):
            sheet.row += rng.choice([0, gap])
            _draw(sheet, content, column, formulas)
            sheet.row += gap
        else:
            if kind == "heading" and not one_sheet and any(sheet.cells):
                sheets.append(sheet := _Sheet(f"表{len(sheets) + 1}"))
            sheet.cells[sheet.row, column] = content
            if merged_titles:
                sheet.merges.append((sheet.row, column, sheet.row, column + 8))
            sheet.row += 1
    return sheets


def _draw(sheet: _Sheet, drawn: PrintedTable, left: int, formulas: bool) -> None:
    for cell in drawn.cells:
        row, column = sheet.row + cell.row, left + cell.column
        if cell.rowspan > 1 or cell.colspan > 1:
            sheet.merges.append((row, column, row + cell.rowspan - 1, column + cell.colspan - 1))
        value = _value(cell)
        if formulas and cell.path is not None and cell.path.endswith(".total") and isinstance(value, int):
            line = [one for one in drawn.cells if one.row == cell.row and one.role == "value"]
            block = [one for one in line if one.path is not None and one.path[:-6].startswith(cell.path[:-6])]
            group = [one for one in line if (one.path or "").rpartition(".")[0] == cell.path[:-6]]
            others = [_value(one) for one in group if one is not cell]
            if block and all(isinstance(other, int) for other in others) and sum(map(_int, others)) == value:
                first, last = group[0], group[-2]
                a = f"{get_column_letter(left + first.column + 1)}{row + 1}"
                b = f"{get_column_letter(left + last.column + 1)}{row + 1}"
                value = f"=SUM({a}:{b})"
        if value != "":
            sheet.cells[row, column] = value
    sheet.row += drawn.rows


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _value(cell: PrintedCell) -> str | int | Decimal:
    if cell.role != "value" or not cell.text:
        return cell.text
    return Decimal(cell.text) if "." in cell.text else int(cell.text)


def _stored(value: str | int | Decimal, as_text: bool) -> str | int | float:
    if isinstance(value, str):
        return value
    if as_text:
        return str(value)
    return value if isinstance(value, int) and abs(value) < 10**15 else float(value)


def _by_xlsxwriter(sheets: list[_Sheet], rng: random.Random, as_text: bool, hidden: bool) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    plain = book.add_format({"border": 1})
    grouped = book.add_format({"num_format": "#,##0"})
    for sheet in sheets:
        made = book.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merges:
            made.merge_range(top, left, bottom, right, "", plain)
        for (row, column), value in sheet.cells.items():
            stored = _stored(value, as_text and not _summed(sheet))
            if isinstance(stored, str) and stored.startswith("="):
                made.write_formula(row, column, stored)
            elif isinstance(stored, str):
                made.write_string(row, column, stored, plain)
            else:
                style = grouped if rng.random() < 0.05 and isinstance(stored, int) else plain
                made.write_number(row, column, stored, style)
    if hidden:
        made = book.add_worksheet("旧数据")
        made.write_row(0, 0, ["规章", 91, 92, 93])
        made.hide()
    book.close()
    return target.getvalue()


def _by_openpyxl(sheets: list[_Sheet], rng: random.Random, as_text: bool, hidden: bool) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        made = book.create_sheet(sheet.name)
        for (row, column), value in sheet.cells.items():
            made.cell(row + 1, column + 1, _stored(value, as_text and not _summed(sheet)))
        for top, left, bottom, right in sheet.merges:
            made.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )
    if hidden:
        made = book.create_sheet("旧数据")
        made.append(["规章", 91, 92, 93])
        made.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _summed(sheet: _Sheet) -> bool:
    """Whether formulas add up figures: those are never stored as text beside them."""
    return any(isinstance(value, str) and value.startswith("=") for value in sheet.cells.values())
