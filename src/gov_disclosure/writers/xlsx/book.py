"""The workbook: sheets filled part by part, knowing afterwards where each cell of the form stands."""

import io
import math
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from gov_disclosure.language.width import width
from gov_disclosure.model.fields import Value
from gov_disclosure.writers.official import (
    Grid,
    GridCell,
    Heading,
    Part,
    Particular,
    Signature,
    Title,
    exact_number,
)
from gov_disclosure.writers.xlsx.looks import Looks
from gov_disclosure.writers.xlsx.sheets import SheetPlan

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

__all__ = ["LINE", "Book", "Placed", "workbook_bytes"]

_A4 = 9
#: Points that a line of text is high.
LINE = 15.5
_TABLE_WIDTH = 96.0  # characters over all columns of a table
_LEAST = 5.0
_FIRST_LINE = "\u3000\u3000"
_NEVER = datetime(1980, 1, 1)
_KINDS: dict[type[Part], str] = {
    Title: "title",
    Heading: "heading",
    Particular: "particular",
    Signature: "signature",
}


@attrs.frozen
class Placed:
    """Where a cell of the form stands: sheet, row and column from 0."""

    sheet: str
    row: int
    column: int


@attrs.define
class Book:
    """A workbook under way.

    ``first_column`` leaves columns free at the left of tables drawn across; ``value_kind`` is how cells for
    figures look. ``cells`` tells, once the sheets are filled, where each cell of the form stands; ``tables``
    in which row of its sheet each table begins.
    """

    workbook: "xlsxwriter.Workbook"
    content: io.BytesIO
    looks: Looks
    value_kind: str = "value"
    cells: dict[str, Placed] = attrs.field(factory=dict)
    tables: dict[str, Placed] = attrs.field(factory=dict)
    sheets: "dict[str, Worksheet]" = attrs.field(factory=dict)

    @classmethod
    def new(cls, *, value_kind: str = "value") -> "Book":
        """An empty workbook that says nothing of who made it or when."""
        import xlsxwriter

        content = io.BytesIO()
        options: dict[str, Any] = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        workbook = xlsxwriter.Workbook(content, options)
        workbook.set_properties({"created": _NEVER})
        return cls(workbook=workbook, content=content, looks=Looks(workbook), value_kind=value_kind)

    def add_sheet(self, name: str) -> "Worksheet":
        """A sheet that prints on A4, as wide as the page."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        sheet.hide_gridlines(1)
        self.sheets[name] = sheet
        return sheet

    def fill(self, plan: SheetPlan, *, left: int = 0) -> None:
        """Write a sheet; its table begins in column ``left``."""
        sheet = self.add_sheet(plan.name)
        grid = plan.grid
        if grid is None:
            # As wide as the tables, so that all sheets are printed in one size; in two columns, since a single one
            # that is too wide for the page is cut off there and not shrunk to it.
            columns, room = 2, _TABLE_WIDTH
            sheet.set_column(0, columns - 1, room / columns, self.looks.of("plain"))
        else:
            columns, room = left + grid.table.columns, sum(_widths(grid)) + left * _LEAST
            for place, wide in enumerate(_widths(grid), start=left):
                sheet.set_column(place, place, wide)
        row = 0
        for part in plan.parts:
            if isinstance(part, Grid):
                # An empty row parts the table from the lines above and below it.
                row += 1 if row else 0
                self._table(sheet, plan.name, part, row, left)
                row += part.table.rows + 1
            else:
                self._line(sheet, part, row, columns, room)
                row += 1

    def _line(self, sheet: "Worksheet", part: Part, row: int, columns: int, room: float) -> None:
        assert not isinstance(part, Grid)
        text = part.line if isinstance(part, Particular) else part.text
        kind = _KINDS.get(type(part), "paragraph")
        size = {"title": 1.7, "paragraph": 1.3}.get(kind, 1.3)
        look = self.looks.of(kind)
        if columns > 1:
            sheet.merge_range(row, 0, row, columns - 1, "", look)
        if kind == "paragraph" and text:
            # As paragraphs begin in Chinese: on paper nothing else tells where one ends and the next begins.
            text = f"{_FIRST_LINE}{text}"
        if text:
            sheet.write_string(row, 0, text, look)
        sheet.set_row(row, LINE * size * max(1, math.ceil(width(text) * size / room)))

    def _table(self, sheet: "Worksheet", name: str, grid: Grid, top: int, left: int) -> None:
        self.tables[grid.table.name] = Placed(name, top, left)
        widths = _widths(grid)
        lines = [1] * grid.table.rows
        for cell in grid.cells:
            drawn = cell.drawn
            self._cell(sheet, cell, top + drawn.row, left + drawn.column)
            if drawn.path is not None:
                self.cells[drawn.path] = Placed(name, top + drawn.row, left + drawn.column)
            elif not drawn.vertical:
                room = sum(widths[drawn.column : drawn.column + drawn.colspan]) - 1
                needed = math.ceil(width(cell.text) / room / drawn.rowspan)
                for row in range(drawn.row, drawn.row + drawn.rowspan):
                    lines[row] = max(lines[row], needed)
        for row, count in enumerate(lines):
            sheet.set_row(top + row, LINE * count + 4)
        if grid.table.head_rows:
            sheet.repeat_rows(top, top + grid.table.head_rows - 1)

    def _cell(self, sheet: "Worksheet", cell: GridCell, row: int, column: int) -> None:
        drawn = cell.drawn
        if drawn.path is not None:
            number = exact_number(cell.value)
            look = self.looks.of(self.value_kind, number_format(cell.value, cell.unit))
        else:
            number = None
            kind = "upright" if drawn.vertical else "label" if drawn.role == "label" else "head"
            look = self.looks.of(kind)
        if drawn.rowspan > 1 or drawn.colspan > 1:
            sheet.merge_range(row, column, row + drawn.rowspan - 1, column + drawn.colspan - 1, "", look)
        if number is not None:
            sheet.write_number(row, column, number, look)
        elif cell.text:
            sheet.write_string(row, column, cell.text, look)
        else:
            sheet.write_blank(row, column, None, look)

    def close(self) -> bytes:
        """The finished file."""
        self.workbook.close()
        return self.content.getvalue()


def workbook_bytes(plans: list[SheetPlan]) -> bytes:
    """Sheets as a workbook."""
    book = Book.new()
    for plan in plans:
        book.fill(plan)
    return book.close()


def _widths(grid: Grid) -> list[float]:
    """The widths of the table's columns in characters."""
    whole = sum(grid.table.widths)
    return [max(_LEAST, _TABLE_WIDTH * part / whole) for part in grid.table.widths]


def number_format(value: Value, unit: str) -> str:
    """The number format that shows a value with all its digits and its unit."""
    places = 0
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
    if not places and not unit:
        return ""
    digits = "0." + "0" * places if places else "0" if value is not None else "General"
    return f'{digits}"{unit}"' if unit else digits
