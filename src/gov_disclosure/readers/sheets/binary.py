"""XLS and XLSB by python-calamine, after a look at how much room their sheets would need."""

import datetime
import io
import struct
from decimal import Decimal
from typing import Any

from gov_disclosure.readers.archive import Archive
from gov_disclosure.readers.compound import CompoundFile
from gov_disclosure.readers.sheets.biff import SheetFacts, read_facts
from gov_disclosure.readers.sheets.figures import decimal_of
from gov_disclosure.readers.sheets.formats import show
from gov_disclosure.readers.sheets.workbook import Sheet, SheetCell, Workbook
from gov_disclosure.reading.errors import Damaged, Encrypted, TooLarge
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["read_xls", "read_xlsb"]

_ROOM_A_CELL = 20  # empty cells allowed for each cell that the limits allow


def read_xls(content: bytes, container: CompoundFile, limits: Limits, deadline: Deadline) -> Workbook:
    """The sheets of an XLS file; raises :class:`~gov_disclosure.Damaged`, ``Encrypted`` or ``TooLarge``."""
    stream = container.read("Workbook") or container.read("Book") or b""
    facts = read_facts(stream, limits, deadline)
    for sheet in facts:
        _check_room(limits, sheet.last_row, sheet.last_column)
    return _read(content, facts, limits, deadline)


def read_xlsb(content: bytes, archive: Archive, limits: Limits, deadline: Deadline) -> Workbook:
    """The sheets of an XLSB file; raises :class:`~gov_disclosure.Damaged`, ``Encrypted`` or ``TooLarge``."""
    for name in archive.names:
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            part = archive.read(name) or b""
            _check_room(limits, *_corner(part, deadline))
        elif name.endswith(".bin") and "sharedStrings" in name:
            archive.read(name)  # for its size
    return _read(content, [], limits, deadline)


def _check_room(limits: Limits, last_row: int, last_column: int) -> None:
    room = (last_row + 1) * (last_column + 1)
    if room > _ROOM_A_CELL * limits.max_cells:
        raise TooLarge(limit="max_cells", allowed=limits.max_cells, found=str(room))


def _corner(part: bytes, deadline: Deadline) -> tuple[int, int]:
    """The last row and column of an XLSB sheet in which something stands."""
    position = row = 0
    last_row = last_column = -1
    count = 0
    while position < len(part):
        count += 1
        if count % 10_000 == 0:
            deadline.check()
        number, position = _variable(part, position, 2)
        length, position = _variable(part, position, 4)
        if number == 0 and position + 4 <= len(part):
            row = struct.unpack_from("<I", part, position)[0]
        elif 2 <= number <= 11 and position + 4 <= len(part):
            last_row = max(last_row, row)
            last_column = max(last_column, struct.unpack_from("<I", part, position)[0])
        position += length
    return last_row, last_column


def _variable(part: bytes, position: int, most: int) -> tuple[int, int]:
    """A number of up to ``most`` bytes, seven bits in each, and where it ends."""
    number = 0
    for place in range(most):
        if position >= len(part):
            return number, position
        byte = part[position]
        position += 1
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return number, position


def _read(content: bytes, facts: list[SheetFacts], limits: Limits, deadline: Deadline) -> Workbook:
    import python_calamine

    workbook = Workbook()
    try:
        opened = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        place = 0
        for metadata in opened.sheets_metadata:
            if metadata.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            deadline.check()
            fact = facts[place] if place < len(facts) else SheetFacts()
            place += 1
            found = opened.get_sheet_by_name(metadata.name)
            sheet = Sheet(
                name=metadata.name,
                hidden=metadata.visible != python_calamine.SheetVisibleEnum.Visible,
                merges=[
                    (top, left, bottom, right)
                    for (top, left), (bottom, right) in found.merged_cell_ranges or ()
                ],
                hidden_rows=fact.hidden_rows,
                hidden_columns=fact.hidden_columns,
            )
            _fill(sheet, found, fact, limits)
            workbook.sheets.append(sheet)
    except python_calamine.PasswordError as error:
        raise Encrypted from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise _broken(error) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the library's own fault on a broken file
            raise _broken(error) from error
        raise
    return workbook


def _broken(error: BaseException) -> Damaged:
    return Damaged(reason=f"the workbook cannot be opened ({error})", reason_zh="工作簿打不开")


def _fill(sheet: Sheet, found: Any, fact: SheetFacts, limits: Limits) -> None:
    if found.start is None:
        return
    first_row, first_column = found.start
    for row, values in enumerate(found.to_python(skip_empty_area=True), first_row):
        for column, value in enumerate(values, first_column):
            position = (row, column)
            formula = fact.formulas.get(position)
            if value == "" and formula is None:
                continue
            cell = _cell(value, fact.formats.get(position))
            cell.formula = formula
            cell.cached = value != ""
            sheet.cells[position] = cell
    limits.check_cells(len(sheet.cells))


def _cell(value: object, code: str | None) -> SheetCell:
    if isinstance(value, bool):
        return SheetCell(text=str(value).upper())
    if isinstance(value, int | float):
        number = decimal_of(repr(value)) or Decimal(0)
        shown = show(number, code)
        return SheetCell(text=shown.text, number=number, shown_otherwise=code if shown.otherwise else None)
    if isinstance(value, datetime.date):
        return SheetCell(text=f"{value.year}年{value.month}月{value.day}日")
    text = str(value)
    return SheetCell(text=text, doubt=text.startswith("#") and text.endswith(("!", "?", "/A")))
