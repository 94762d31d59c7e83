"""The filled regions of a sheet: tables, with the blank cells that belong to them, and lines of text."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, product
from operator import attrgetter, itemgetter

import attrs

from gov_disclosure.documents import Block, Cell, Paragraph, Table
from gov_disclosure.readers.sheets.workbook import Position, Sheet, cell_name
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.place import Place

__all__ = ["blocks_of"]

_BEYOND = 20  # rows and columns that a merged range may reach beyond the last filled cell
_PROSE = 60  # characters in a row of its own: more than any label of a form has
_FEW = 32  # cells of a range that are looked at one by one
_row, _column = itemgetter(0), itemgetter(1)


@attrs.define
class _Piece:
    """A cell or merged range with its place among the rows and columns that are shown, and its text without spaces
    around it."""

    text: str
    row: int
    column: int
    rows: int
    columns: int
    name: str
    doubt: bool
    filled: bool


class _Shown:
    """Where rows or columns stand when the hidden ones are taken out."""

    def __init__(self, hidden: set[int]) -> None:
        self._hidden = sorted(hidden)
        self._known = hidden

    def place(self, original: int, *, first: bool) -> int:
        """The place of the first (or last) shown row at or behind (or before) an original one."""
        if not self._hidden:
            return original
        shown = original - bisect_left(self._hidden, original)
        return shown if first or original not in self._known else shown - 1

    def original(self, place: int) -> int:
        """The original number of a shown row."""
        for hidden in self._hidden:
            if hidden > place:
                break
            place += 1
        return place


def blocks_of(sheet: Sheet, limits: Limits) -> list[Block]:
    """What a sheet shows, from top to bottom; raises :class:`~gov_disclosure.TooLarge`."""
    blocks: list[Block] = []
    room = 0

    def make_room(cells: int) -> None:
        nonlocal room
        room += cells
        limits.check_cells(room)

    rows, columns = _Shown(sheet.hidden_rows), _Shown(sheet.hidden_columns)

    def name(row: int, column: int) -> str:
        return cell_name(rows.original(row), columns.original(column))

    for region in _regions(_pieces(sheet, rows, columns)):
        for part in _side_by_side(region):
            blocks += _Region(part, sheet.name, name, make_room).blocks()
    return blocks


def _pieces(sheet: Sheet, rows: _Shown, columns: _Shown) -> list[_Piece]:
    """The cells that are shown, merged ranges as one, in reading order; hidden rows and columns are closed up."""
    merges = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    covered = _covered(sheet)
    furthest_row = max(map(_row, sheet.cells), default=0) + _BEYOND
    furthest_column = max(map(_column, sheet.cells), default=0) + _BEYOND
    # drawn to the edges of the sheet by some programs
    framed = [place for place in sheet.framed if place[0] <= furthest_row and place[1] <= furthest_column]
    starts = [place for place in chain(sheet.cells, framed) if place not in covered and place not in merges]
    starts += merges
    moved = bool(sheet.hidden_rows or sheet.hidden_columns)
    pieces = []
    cells = sheet.cells
    for position in sorted(starts):
        row, column = position
        top, left, height, width = row, column, 1, 1
        if moved or position in merges:
            low, far = merges.get(position, position)
            if position in merges:
                low, far = min(low, furthest_row), min(far, furthest_column)
            if moved:
                top, low = rows.place(row, first=True), rows.place(low, first=False)
                left, far = columns.place(column, first=True), columns.place(far, first=False)
            height, width = low - top + 1, far - left + 1
            if height < 1 or width < 1:
                continue
        text, doubt = "", False
        if (cell := cells.get(position)) is not None:
            text, doubt = cell.text.strip(), cell.doubt
        pieces.append(_Piece(text, top, left, height, width, cell_name(row, column), doubt, bool(text)))
    return pieces


def _covered(sheet: Sheet) -> set[Position]:
    """The positions under merged ranges, but for their first, as far as cells stand there."""
    if not sheet.merges:
        return set()
    covered: set[Position] = set()
    standing = sheet.framed.union(sheet.cells)
    by_row: dict[int, list[int]] = {}
    for top, left, bottom, right in sheet.merges:
        reach = range(top, bottom + 1)
        if len(reach) * (right + 1 - left) <= _FEW:
            covered.update(standing.intersection(product(reach, range(left, right + 1))) - {(top, left)})
            continue
        if not by_row:
            for row, column in standing:
                by_row.setdefault(row, []).append(column)
        for row in reach if len(reach) <= len(by_row) else [row for row in by_row if row in reach]:
            for column in by_row.get(row, ()):
                if left <= column <= right and (row, column) != (top, left):
                    covered.add((row, column))
    return covered


def _regions(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces between rows in which nothing stands; merged ranges alone, without text, belong to their region."""
    region: list[_Piece] = []
    spare: list[_Piece] = []  # blank ranges that may belong to the region above or below
    end = -1
    for piece in pieces:
        if not piece.filled:
            spare.append(piece)
            continue
        if region and piece.row > end:
            yield region + [one for one in spare if one.row <= end]
            region = []
            spare = [one for one in spare if one.row > end]
        if not region:
            spare = [one for one in spare if one.row + one.rows > piece.row]
        region.append(piece)
        if piece.row + piece.rows > end:
            end = piece.row + piece.rows
    if region:
        yield region + [one for one in spare if one.row <= end]


def _side_by_side(region: list[_Piece]) -> Iterator[list[_Piece]]:
    """A region, or the tables that stand beside each other in it, each with words down its left edge."""
    widths = {(one.column, one.columns) for one in region if one.filled}  # few, whatever the number of rows
    taken = sorted({column for start, width in widths for column in range(start, start + width)})
    runs: list[list[int]] = []
    for column in taken:
        if runs and column == runs[-1][-1] + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    if len(runs) == 1 or not all(_has_labels(region, run[0]) for run in runs):
        yield region
        return
    for run in runs:
        yield [one for one in region if run[0] <= one.column <= run[-1]]


def _has_labels(region: Sequence[_Piece], column: int) -> bool:
    words = [one for one in region if one.column == column and one.filled and not one.text[-1:].isdigit()]
    return len(words) >= 2


@attrs.define
class _Region:
    """A region on its way to becoming tables and lines of text."""

    pieces: list[_Piece]
    sheet: str
    name: Callable[[int, int], str]
    make_room: Callable[[int], None]

    def blocks(self) -> Iterator[Block]:
        """The lone rows above and below as text, what is between them as tables."""
        filled = [one for one in self.pieces if one.filled]
        by_row: dict[int, list[_Piece]] = {}
        for one in filled:
            by_row.setdefault(one.row, []).append(one)
        wide = {row for row, ones in by_row.items() if len(ones) > 1}
        if not wide:
            yield from (self._paragraph(one) for one in filled)
            return
        first = min(wide)
        beside = [one for row in wide for one in by_row[row]]
        left = min([one.column for one in beside])
        right = max([one.column + one.columns for one in beside])
        top = [row for row in by_row if row < first]
        while top and _is_head(by_row[top[-1]][0], first, left, right):
            first = top.pop()
        for row in top:
            yield self._paragraph(by_row[row][0])
        last = max([one.row + one.rows - 1 for one in beside])
        for row in (row for row in by_row if row > last):
            lone = by_row[row][0]
            if _is_prose(lone) or (lone.column <= left and lone.column + lone.columns >= right):
                break
            last = row + lone.rows - 1  # a label without figures, or a figure under heads
        start = first
        for row, ones in by_row.items():
            if first < row < last and len(ones) == 1 and _is_prose(ones[0]):
                yield from self._table(start, row - 1)
                yield self._paragraph(ones[0])
                start = row + 1
        # A label alone under the table is a row of it where blank cells are drawn beside it.
        drawn = {one.row for one in self.pieces if not one.filled and left <= one.column < right}
        for row, ones in by_row.items():
            if row == last + 1 and row in drawn and ones[0].column == left and not _is_prose(ones[0]):
                last = ones[0].row + ones[0].rows - 1
        below = [row for row in by_row if row > last]
        if not below:
            # A line of blank cells below counts as printed, also where the file does not say that it is drawn.
            last = max((row for row in drawn if row > last), default=last if last in drawn else last + 1)
        yield from self._table(start, last)
        for row in below:
            yield self._paragraph(by_row[row][0])

    def _paragraph(self, one: _Piece) -> Paragraph:
        return Paragraph(text=one.text, place=Place.in_sheet(self.sheet, one.name), doubt=one.doubt)

    def _table(self, first: int, last: int) -> Iterator[Table]:
        """The rows from first to last as a table, blank cells filled in."""
        inside = [one for one in self.pieces if first <= one.row <= last]
        filled = [one for one in inside if one.filled]
        if not filled:
            return
        left = min([one.column for one in filled])
        right = max([one.column + one.columns for one in filled])
        area = (last - first + 1) * (right - left)
        self.make_room(area)
        taken = {(one.row, one.column) for one in inside if left <= one.column < right}
        sheet = self.sheet
        cells: list[Cell] = []
        for one in inside:
            row, column, rows, columns = one.row, one.column, one.rows, one.columns
            if column < left or column >= right:
                continue
            if rows > 1 or columns > 1:
                rows, columns = min(rows, last - row + 1), min(columns, right - column)
                taken.update(product(range(row, row + rows), range(column, column + columns)))
            place = Place.in_sheet(sheet, one.name)
            cells.append(Cell.filled(one.text, row - first, column - left, rows, columns, place, one.doubt))
        if len(taken) < area:
            cells += [
                Cell.filled("", row - first, column - left, 1, 1, self._place(row, column), False)
                for row in range(first, last + 1)
                for column in range(left, right)
                if (row, column) not in taken
            ]
        cells.sort(key=attrgetter("row", "column"))
        yield Table(cells=tuple(cells), place=self._place(first, left))

    def _place(self, row: int, column: int) -> Place:
        return Place.in_sheet(self.sheet, self.name(row, column))


def _is_head(one: _Piece, first: int, left: int, right: int) -> bool:
    """Whether a lone cell over a table is drawn as a part of it: as wide as the table, and touching it."""
    return (
        one.row + one.rows == first
        and one.column == left
        and one.column + one.columns == right
        and not _is_prose(one)
    )


def _is_prose(one: _Piece) -> bool:
    return len(one.text) > _PROSE or one.text.endswith("。")
