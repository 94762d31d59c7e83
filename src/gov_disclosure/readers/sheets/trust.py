"""Whether the results that a workbook stores beside its formulas can be trusted.

Some writers calculate nothing and store 0, or nothing, as the result of every formula; others keep results
that were right before the cells were changed. So every plain sum is added up anew and compared.
"""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from gov_disclosure.readers.sheets.figures import plain
from gov_disclosure.readers.sheets.formulas import Area, parse_sum
from gov_disclosure.readers.sheets.workbook import Position, Sheet, SheetCell, Workbook, cell_name
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place

__all__ = ["settle_formulas"]

_CLOSE = Decimal("1e-9")
_LONGEST = 80  # characters of a formula that stands in for its result
_MOST_CELLS = 20_000  # cells that one formula may add
_MOST_NOTICES = 20  # of one kind about one sheet
_MOST_WORK = 300_000  # cells that all of them may add

#: A sheet's number and a position in it.
_Key = tuple[int, Position]


@attrs.define
class _Sums:
    """The results of the plain sums of a workbook, each worked out once."""

    workbook: Workbook
    numbers: dict[str, int]
    done: dict[_Key, tuple[Decimal | None, bool]] = attrs.field(factory=dict)
    work: int = 0

    def result(self, key: _Key) -> tuple[Decimal | None, bool]:
        """What a formula comes to (None: cannot be told), and whether text that looks like a number was passed
        over on the way."""
        waiting = [key]
        under_way: set[_Key] = set()
        while waiting:
            current = waiting[-1]
            if current in self.done:
                waiting.pop()
                continue
            needed = self._needed(current)
            if needed is None or (current in under_way and any(one not in self.done for one in needed)):
                self.done[current] = (None, False)  # not a sum, or one that contains itself
                waiting.pop()
                continue
            missing = [one for one in needed if one not in self.done]
            if missing:
                under_way.add(current)
                waiting += [one for one in missing if one not in under_way]
                if all(one in under_way for one in missing):
                    self.done[current] = (None, False)
                continue
            self.done[current] = self._add(current)
            waiting.pop()
        return self.done[key]

    def _areas(self, key: _Key) -> list[tuple[int, int, Area, bool]] | None:
        cell = self.workbook.sheets[key[0]].cells[key[1]]
        terms = parse_sum(cell.formula or "")
        if terms is None:
            return None
        areas = []
        for sign, term, within in terms:
            if isinstance(term, Area):
                sheet = key[0] if term.sheet is None else self.numbers.get(term.sheet.casefold(), -1)
                if sheet < 0 or term.size > _MOST_CELLS:
                    return None
                areas.append((sign, sheet, term, within))
        return areas

    def _needed(self, key: _Key) -> list[_Key] | None:
        areas = self._areas(key)
        if areas is None:
            return None
        self.work += sum(area.size for _, _, area, _ in areas)
        if self.work > _MOST_WORK:
            return None
        found = []
        for _, sheet, area, _ in areas:
            cells = self.workbook.sheets[sheet].cells
            for position in area.positions():
                cell = cells.get(position)
                if cell is not None and cell.formula is not None and parse_sum(cell.formula) is not None:
                    found.append((sheet, position))
        return found

    def _add(self, key: _Key) -> tuple[Decimal | None, bool]:
        cell = self.workbook.sheets[key[0]].cells[key[1]]
        total, passed_over = Decimal(0), False
        for sign, term, _ in parse_sum(cell.formula or "") or ():
            if isinstance(term, Decimal):
                total += sign * term
        for sign, sheet, area, within in self._areas(key) or ():
            cells = self.workbook.sheets[sheet].cells
            for position in area.positions():
                operand = cells.get(position)
                if operand is None:
                    continue
                number, doubtful = self._operand(sheet, position, operand)
                passed_over |= doubtful
                if number is not None:
                    total += sign * number
                elif operand.formula is not None:
                    return None, passed_over
                elif operand.text.strip():
                    if not within:
                        return None, passed_over
                    passed_over |= any(character.isdigit() for character in operand.text)
        return total, passed_over

    def _operand(self, sheet: int, position: Position, cell: SheetCell) -> tuple[Decimal | None, bool]:
        if cell.formula is None:
            return cell.number, False
        known = self.done.get((sheet, position))
        if known is not None and known[0] is not None:
            return known
        return (cell.number if cell.cached else None), False


def settle_formulas(workbook: Workbook) -> list[Notice]:
    """Give every formula cell the text it should be read by, in doubt where its result cannot be trusted."""
    formulas = [
        (number, position, cell)
        for number, sheet in enumerate(workbook.sheets)
        for position, cell in sheet.cells.items()
        if cell.formula is not None
    ]
    if not formulas:
        return []
    sums = _Sums(workbook, {sheet.name.casefold(): number for number, sheet in enumerate(workbook.sheets)})
    results = {(number, position): sums.result((number, position)) for number, position, _ in formulas}
    calculated = any(cell.cached and cell.number not in (None, 0) for _, _, cell in formulas)
    stale = calculated and any(
        result is not None and cell.cached and not _same(cell.number, result)
        for number, position, cell in formulas
        for result in [results[number, position][0]]
    )
    found: dict[tuple[int, str], list[tuple[Position, SheetCell]]] = {}
    for number, position, cell in formulas:
        result, passed_over = results[number, position]
        code = _settle(cell, result, calculated=calculated, stale=stale)
        if passed_over:
            code, cell.doubt = "formula-untrusted", True
        if code is not None and not workbook.sheets[number].hidden:
            found.setdefault((number, code), []).append((position, cell))
    return [
        notice
        for (number, code), cells in found.items()
        for notice in _notices(code, workbook.sheets[number], cells)
    ]


def _settle(cell: SheetCell, result: Decimal | None, *, calculated: bool, stale: bool) -> str | None:
    if result is not None:
        if cell.cached and _same(cell.number, result):
            return None
        if not cell.cached or (not calculated and cell.number == 0):
            cell.text, cell.number = plain(result), result
            return "formula-evaluated"
        cell.doubt = True
        return "formula-untrusted"
    if cell.cached and cell.number is None and cell.text:
        return None  # words
    if not cell.cached or (cell.number == 0 and not calculated):
        cell.text, cell.doubt = f"={cell.formula}"[:_LONGEST], True
        return "formula-untrusted"
    if stale:
        cell.doubt = True
        return "formula-untrusted"
    return None


def _same(stored: Decimal | None, result: Decimal) -> bool:
    return stored is not None and abs(stored - result) <= _CLOSE * max(abs(result), Decimal(1))


def _notices(code: str, sheet: Sheet, cells: list[tuple[Position, SheetCell]]) -> Iterator[Notice]:
    """A notice for each cell, or one for all where a sheet is full of such formulas."""
    shown = cells[:1] if len(cells) > _MOST_NOTICES else cells
    for position, cell in shown:
        name = cell_name(*position)
        label = f"{sheet.name}!{name}"
        if len(shown) < len(cells):
            label += f" … {cell_name(*cells[-1][0])} ({len(cells)})"
        params = {"label": label, "raw": f"={cell.formula}", "value": cell.text}
        if code != "formula-evaluated":
            del params["value"]
        yield notice(code, place=Place(sheet=sheet.name, cell=name), params=params)
