"""What an XLS file says beyond its values: formulas, number formats, what is hidden, where cells stand.

python-calamine reads the values; it sets aside room for every cell between the first and the last, so where
those stand is looked at first.
"""

import struct
from collections.abc import Iterator

import attrs

from gov_disclosure.readers.sheets.formats import BUILT_IN_FORMATS
from gov_disclosure.readers.sheets.tokens import Sheets, formula_text
from gov_disclosure.readers.sheets.workbook import Position
from gov_disclosure.reading.errors import Encrypted
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["SheetFacts", "read_facts"]

_FORMULA, _EXTERN_SHEET, _FILE_PASS, _FORMAT = 0x0006, 0x0017, 0x002F, 0x041E
_BOUND_SHEET, _XF, _ROW, _COLUMNS, _BOF, _SHARED = 0x0085, 0x00E0, 0x0208, 0x007D, 0x0809, 0x04BC
_CELLS = frozenset({0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, _FORMULA})
_MANY_CELLS = 0x00BD
_SHEET_KIND = 0x0010


@attrs.define
class SheetFacts:
    """One sheet: the rectangle that its values need, formats and formulas by position, hidden rows and columns."""

    last_row: int = -1
    last_column: int = -1
    formats: dict[Position, str] = attrs.field(factory=dict)
    formulas: dict[Position, str] = attrs.field(factory=dict)
    hidden_rows: set[int] = attrs.field(factory=set)
    hidden_columns: set[int] = attrs.field(factory=set)


@attrs.define
class _Globals:
    styles: list[int] = attrs.field(factory=list)
    codes: dict[int, str] = attrs.field(factory=dict)
    starts: list[int] = attrs.field(factory=list)
    names: list[str] = attrs.field(factory=list)
    links: list[int] = attrs.field(factory=list)


def read_facts(stream: bytes, limits: Limits, deadline: Deadline) -> list[SheetFacts]:
    """The facts of all sheets in the workbook's order; raises :class:`~gov_disclosure.Encrypted`.

    What is broken is left out: whether the file can be read is for the reader of its values to say.
    """
    shared = _Globals()
    for number, record in _records(stream, 0):
        try:
            _take_global(shared, number, record)
        except (struct.error, IndexError):
            continue
    facts = []
    for start in shared.starts:
        deadline.check()
        facts.append(_read_sheet(stream, start, shared, limits))
    return facts


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place up to the end of that part of the stream."""
    depth, position = 0, start
    while position + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, position)
        yield number, stream[position + 4 : position + 4 + length]
        position += 4 + length
        if number == _BOF:
            depth += 1
        elif number == 0x000A:
            depth -= 1
            if depth <= 0:
                return


def _take_global(shared: _Globals, number: int, record: bytes) -> None:
    if number == _FILE_PASS:
        raise Encrypted
    if number == _XF:
        shared.styles.append(struct.unpack_from("<H", record, 2)[0])
    elif number == _FORMAT:
        shared.codes[struct.unpack_from("<H", record, 0)[0]] = _text(record, 2, wide=True)
    elif number == _BOUND_SHEET:
        start, _, kind = struct.unpack_from("<IBB", record, 0)
        if kind == 0:
            shared.starts.append(start)
        shared.names.append(_text(record, 6, wide=False))
    elif number == _EXTERN_SHEET:
        count = struct.unpack_from("<H", record, 0)[0]
        for place in range(min(count, (len(record) - 2) // 6)):
            shared.links.append(struct.unpack_from("<H", record, 2 + 6 * place + 2)[0])


def _text(record: bytes, start: int, *, wide: bool) -> str:
    length = struct.unpack_from("<H" if wide else "<B", record, start)[0]
    start += 2 if wide else 1
    if record[start] & 1:
        return record[start + 1 : start + 1 + 2 * length].decode("utf-16-le", errors="replace")
    return record[start + 1 : start + 1 + length].decode("latin-1")


def _read_sheet(stream: bytes, start: int, shared: _Globals, limits: Limits) -> SheetFacts:
    facts = SheetFacts()
    sheets = Sheets(names=tuple(shared.names), links=tuple(shared.links))
    copied: list[tuple[Position, Position, bytes]] = []
    pending: dict[Position, tuple[int, int]] = {}
    cells = 0
    for number, record in _records(stream, start):
        try:
            if number in _CELLS or number == _MANY_CELLS:
                row, column, style = struct.unpack_from("<HHH", record, 0)
                last = (
                    struct.unpack_from("<H", record, len(record) - 2)[0] if number == _MANY_CELLS else column
                )
                facts.last_row, facts.last_column = max(facts.last_row, row), max(facts.last_column, last)
                cells += last - column + 1
                limits.check_cells(cells)
                for place in range(column, last + 1):
                    if number == _MANY_CELLS:
                        style = struct.unpack_from("<H", record, 4 + 6 * (place - column))[0]
                    code = _code(shared, style)
                    if code is not None:
                        facts.formats[row, place] = code
                if number == _FORMULA:
                    _take_formula(facts, pending, (row, column), record, sheets)
            elif number == _SHARED:
                top, bottom, left, right = struct.unpack_from("<HHBB", record, 0)
                length = struct.unpack_from("<H", record, 8)[0]
                copied.append(((top, left), (bottom, right), record[10 : 10 + length]))
            elif number == _ROW:
                row = struct.unpack_from("<H", record, 0)[0]
                if struct.unpack_from("<H", record, 12)[0] & 0x20:
                    facts.hidden_rows.add(row)
            elif number == _COLUMNS:
                first, last, _, _, options = struct.unpack_from("<5H", record, 0)
                if options & 1:
                    facts.hidden_columns.update(range(first, min(last, 255) + 1))
        except (struct.error, IndexError):
            continue
    for position, anchor in pending.items():
        for first, last_one, tokens in copied:
            if first == anchor or (
                first[0] <= position[0] <= last_one[0] and first[1] <= position[1] <= last_one[1]
            ):
                facts.formulas[position] = formula_text(tokens, position, sheets)
                break
    return facts


def _code(shared: _Globals, style: int) -> str | None:
    if style >= len(shared.styles):
        return None
    number = shared.styles[style]
    code = shared.codes.get(number, BUILT_IN_FORMATS.get(number))
    return None if code == "General" else code


def _take_formula(
    facts: SheetFacts,
    pending: dict[Position, tuple[int, int]],
    position: Position,
    record: bytes,
    sheets: Sheets,
) -> None:
    length = struct.unpack_from("<H", record, 20)[0]
    tokens = record[22 : 22 + length]
    if tokens[:1] == b"\x01" and len(tokens) >= 5:  # as another cell's, which comes behind
        pending[position] = struct.unpack_from("<HH", tokens, 1)
        facts.formulas[position] = "?"
    else:
        facts.formulas[position] = formula_text(tokens, position, sheets)
