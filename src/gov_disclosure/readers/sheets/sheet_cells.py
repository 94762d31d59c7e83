"""The cells of one sheet of an XLSX workbook, straight from its XML, with merged ranges and what is hidden."""

import re
from decimal import Decimal
from functools import lru_cache

import attrs

from gov_disclosure.readers.safe_xml import Element, parse_xml
from gov_disclosure.readers.sheets.figures import decimal_of, plain
from gov_disclosure.readers.sheets.formats import show
from gov_disclosure.readers.sheets.formulas import shifted
from gov_disclosure.readers.sheets.workbook import (
    Merge,
    Position,
    Sheet,
    SheetCell,
    column_letters,
    column_number,
)
from gov_disclosure.reading.errors import Damaged
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["ON", "S", "SheetReader", "rich_text"]

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE, _FORMULA, _INLINE, _TEXT, _RUN = S + "v", S + "f", S + "is", S + "t", S + "r"
_ROWS, _ROW, _COLUMNS, _COLUMN = S + "sheetData", S + "row", S + "cols", S + "col"
_MERGES, _MERGE = S + "mergeCells", S + "mergeCell"
_REFERENCE = re.compile(r"^([A-Z]{1,3})([1-9]\d{0,6})$")
_RANGE = re.compile(r"^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$")
_LONGEST_NUMBER = 40  # characters of a number that may be met again
_LONGEST_RANGE = 22  # characters of a range: XFD1048576:XFD1048576, and a line break that may follow
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383
#: How a switch that is turned on is written.
ON = frozenset({"1", "true", "on"})


@attrs.define
class SheetReader:
    """Reads the sheets of one workbook, counting their cells."""

    strings: list[str]
    formats: dict[str, str]
    framed: frozenset[str]
    since_1904: bool
    limits: Limits
    deadline: Deadline
    cells: int = 0

    def fill(self, sheet: Sheet, content: bytes, *, part: str) -> None:
        """Put into a sheet what its part holds."""
        root = parse_xml(content, self.limits, part=part)
        shared: dict[str, tuple[Position, str]] = {}
        row = -1
        for section in root:
            tag = section.tag
            if tag == _ROWS:
                row = self._read_rows(section, sheet, shared, row)
            elif tag == _COLUMNS:
                for element in section.iterchildren(_COLUMN):
                    if element.get("hidden", "0") in ON or element.get("width") == "0":
                        first, last = _integer(element.get("min"), 1), _integer(element.get("max"), 1)
                        sheet.hidden_columns.update(range(first - 1, min(last, _LAST_COLUMN + 1)))
            elif tag == _MERGES:
                texts = [merge.get("ref", "") for merge in section.iterchildren(_MERGE)]
                found = [_merge(text) for text in texts if len(text) <= _LONGEST_RANGE]
                sheet.merges += [merge for merge in found if merge is not None]
        self.cells += len(sheet.cells)

    def _read_rows(
        self, section: Element, sheet: Sheet, shared: dict[str, tuple[Position, str]], row: int
    ) -> int:
        """The cells of some rows, which stand behind an earlier one; gives the last."""
        cells, framed = sheet.cells, self.framed
        for row_element in section.iterchildren(_ROW):
            row = _integer(row_element.get("r"), row + 2) - 1
            if not 0 <= row <= _LAST_ROW:
                raise Damaged(reason=f"sheet {sheet.name} has rows out of range", reason_zh="行号超出范围")
            if row_element.get("hidden", "0") in ON:
                sheet.hidden_rows.add(row)
            column, digits = -1, str(row + 1)
            for element in row_element:
                name = element.get("r")
                column += 1
                if name is not None and name != column_letters(column) + digits:
                    place = _REFERENCE.match(name)
                    column = column_number(place[1]) if place is not None else column
                parts = len(element)
                if parts == 1 and (only := element[0]).tag == _VALUE:
                    cell = self._made(element, only.text)
                    if cell.text:
                        cells[row, column] = cell
                elif parts:
                    made = self._made_of_parts(element, (row, column), shared)
                    if made is not None:
                        cells[row, column] = made
                elif element.get("s") in framed:
                    sheet.framed.add((row, column))
            self.limits.check_cells(self.cells + len(cells))
            self.deadline.check()
        return row

    def _made_of_parts(
        self, element: Element, position: Position, shared: dict[str, tuple[Position, str]]
    ) -> SheetCell | None:
        """A cell that holds something; None for one that does not."""
        value = formula = inline = None
        for inner in element:
            tag = inner.tag
            if tag == _VALUE:
                value = inner.text
            elif tag == _FORMULA:
                formula = _formula(inner, position, shared)
            elif tag == _INLINE:
                inline = rich_text(inner)
        if value is None and formula is None and inline is None:
            return None
        cell = self._made(element, value) if inline is None else SheetCell(text=inline)
        if formula is not None:
            cell.formula, cell.cached = formula, value is not None
            return cell
        return cell if cell.text else None

    def _made(self, element: Element, value: str | None) -> SheetCell:
        if value is None:
            return SheetCell(text="")
        kind = element.get("t", "n")
        if kind == "s":
            place = _integer(value, -1)
            if not 0 <= place < len(self.strings):
                raise Damaged(
                    reason="a cell names a text that is not there", reason_zh="单元格引用的文本不存在"
                )
            return SheetCell(self.strings[place])
        if kind == "n":
            code = self.formats.get(element.get("s", "0"))
            shown = _number if len(value) <= _LONGEST_NUMBER else _number.__wrapped__
            text, number, shown_otherwise = shown(value, code, self.since_1904)
            cell = SheetCell(text, number)
            if shown_otherwise is not None:
                cell.shown_otherwise = shown_otherwise
            return cell
        if kind == "b":
            return SheetCell(text="TRUE" if value.strip() in ON else "FALSE")
        return SheetCell(text=value, doubt=kind == "e")


@lru_cache(maxsize=1024)
def _number(value: str, code: str | None, since_1904: bool) -> tuple[str, Decimal | None, str | None]:
    """What is shown of a number, the number, and its format where that shows something else."""
    number = decimal_of(value.strip())
    if number is None:
        return value, None, None
    if code is None:
        return plain(number), number, None
    shown = show(number, code, since_1904=since_1904)
    return shown.text, number, code if shown.otherwise else None


def _formula(element: Element, position: Position, shared: dict[str, tuple[Position, str]]) -> str:
    text = (element.text or "").strip()
    name = element.get("si")
    if element.get("t") == "shared" and name is not None:
        if text:
            shared[name] = (position, text)
        elif name in shared:
            start, first = shared[name]
            return shifted(first, position[0] - start[0], position[1] - start[1])
    if element.get("t") in ("array", "dataTable"):
        return f"{{{text}}}"
    return text.lstrip("=")


@lru_cache(maxsize=1024)
def _merge(text: str) -> Merge | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    top, bottom = sorted((int(match[2]) - 1, int(match[4]) - 1))
    left, right = sorted((column_number(match[1]), column_number(match[3])))
    return top, left, bottom, right


def _integer(text: str | None, otherwise: int) -> int:
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        return otherwise
    return int(text)


def rich_text(item: Element) -> str:
    """The text of a string, without the readings that may stand beside it."""
    if len(item) == 1 and (only := item[0]).tag == _TEXT:
        text = only.text or ""
    else:
        parts = []
        for element in item:
            tag = element.tag
            if tag == _TEXT:
                parts.append(element.text or "")
            elif tag == _RUN:
                parts.append(element.findtext(_TEXT) or "")
        text = "".join(parts)
    return text.replace("_x000D_", "").replace("\r\n", "\n")
