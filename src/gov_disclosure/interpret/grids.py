"""A table as a grid to be asked: which cells start in a row, which cover a place, which are figures."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.labels import RowLabels
from gov_disclosure.interpret.printed import PrintedCell
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.language.patterns import LETTER, regex

__all__ = [
    "Grid",
    "filled_cells",
    "holds_several",
    "is_figure",
    "is_nothing",
    "printed_cell",
    "printed_cells",
    "printed_pieces",
    "split_row",
]

_NUMBERED = regex(rf"\(?\d{{1,2}}[.,)](?={LETTER})")
_SEVERAL = regex(r"\s*[-+]?\d+(?:\s+[-+]?\d+)+\s*")
_SHORT = 120  # characters of a text that is worth remembering: labels and figures, not paragraphs
_NONE_WORDS = frozenset({"无", "暂无", "没有", "未发生", "不涉及", "不适用", "零", "空"})


def is_nothing(text: str) -> bool:
    """Whether nothing is printed."""
    if not text or text.isdecimal():
        return not text
    return _is_nothing(text) if len(text) <= _SHORT else not label_key(text)


@lru_cache(maxsize=8192)
def _is_nothing(text: str) -> bool:
    return text.isspace() or not label_key(text)


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or one of the marks printed for none, rather than words."""
    if text.isdecimal():
        return True
    return _is_figure(text) if len(text) <= _SHORT else _is_figure.__wrapped__(text)


def filled_cells(cells: Iterable[Cell]) -> list[Cell]:
    """Those of some cells in which anything is printed."""
    return [cell for cell in cells if (text := cell.text) and (text.isdecimal() or not is_nothing(text))]


@lru_cache(maxsize=8192)
def _is_figure(text: str) -> bool:
    key = label_key(text)
    if not key or key in _NONE_WORDS:
        return True
    if key[0] in "=#":
        return True  # a workbook's formula or error, where a figure should be
    if _NUMBERED.match(key):
        return False
    kind = read_number(text).kind
    if kind == "number" and not any("0" <= character <= "9" for character in key):
        return False  # 三 alone is more often a piece of a label than a figure
    if kind == "text":
        return False
    if kind == "unread":
        return _words(key) <= 2 and any(character.isdigit() for character in key)
    return True


def _words(key: str) -> int:
    return sum("㐀" <= character <= "鿿" for character in key)


def printed_cell(cell: Cell) -> PrintedCell:
    """A document's cell as a printed one."""
    return PrintedCell.of(cell)


def printed_cells(cells: Iterable[Cell]) -> list[PrintedCell]:
    """A document's cells as printed ones."""
    return list(map(PrintedCell.of, cells))


def holds_several(cell: Cell) -> bool:
    """Whether a cell of text holds several figures: those of several cells, or one that is torn."""
    return len(cell.text) > 2 and _SEVERAL.fullmatch(cell.text) is not None


def printed_pieces(cells: Iterable[Cell]) -> list[PrintedCell]:
    """A document's cells as printed ones, each figure in them as one of its own."""
    return [
        PrintedCell(text=text, place=cell.place, doubt=cell.doubt)
        for cell in cells
        for text in (cell.text.split() if holds_several(cell) else (cell.text,))
    ]


class Grid:
    """The rows of a table, without columns at its right edge in which nothing is printed."""

    def __init__(self, table: Table) -> None:
        all_rows = table.rows()
        rows: list[Sequence[Cell]] = list(all_rows)
        tails: list[Sequence[Cell]] = [()] * len(rows)
        if table.sure_columns:
            last = -1
            for row in all_rows:
                for cell in reversed(row):
                    if cell.column <= last:
                        break
                    if not is_nothing(cell.text):
                        last = cell.column
            for number, row in enumerate(all_rows):
                if row and row[-1].column > last:
                    rows[number] = [cell for cell in row if cell.column <= last]
                    tails[number] = [cell for cell in row if cell.column > last]
        self.table = table
        self.rows = rows
        self.tails = tails  # for each row the blank cells that were left out
        self.columns = table.column_count  # of the table as it stands, with those at the edge
        self._ends: dict[int, int] | None = None  # row -> columns that its cells and those above reach
        self._cover: dict[tuple[int, int], Cell] | None = None

    @property
    def sure(self) -> bool:
        """Whether a cell's column tells something."""
        return self.table.sure_columns

    @property
    def is_text(self) -> bool:
        """Whether the cells stand between marks in lines of text, where one is lost without a trace."""
        place = self.table.place
        return place is not None and place.line is not None and place.xpath is None

    def is_whole(self, row: int) -> bool:
        """Whether a row reaches the table's right edge, so that its columns are those of the other rows."""
        if self._ends is None:
            self._ends = {}
            for cell in self.table.cells if self.sure else ():
                for covered in range(cell.row, cell.row + cell.rowspan):
                    self._ends[covered] = max(self._ends.get(covered, 0), cell.column + cell.colspan)
        return self._ends.get(row, 0) == self.columns

    def completed(self, row: int, values: Sequence[Cell], wanted: int) -> Sequence[Cell]:
        """A row's values, with blank cells at the edge that make them as many as there are columns."""
        lacking = wanted - len(values)
        if 0 < lacking <= len(self.tails[row]) and self.is_whole(row):
            return [*values, *self.tails[row][:lacking]]
        return values

    def covering(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid."""
        if self._cover is None:
            self._cover = {}
            for cells in self.rows:
                for cell in cells:
                    for down in range(min(cell.rowspan, len(self.rows) - cell.row)):
                        for across in range(cell.colspan):
                            self._cover[cell.row + down, cell.column + across] = cell
        return self._cover.get((row, column))

    def labels_from_above(self, row: int, column: int) -> list[str]:
        """The texts of cells that started in a higher row and stand left of a column, outermost first."""
        found: list[str] = []
        seen: set[int] = set()
        for left in range(column):
            cell = self.covering(row, left)
            if cell is not None and cell.row < row and id(cell) not in seen and not is_nothing(cell.text):
                seen.add(id(cell))
                found.append(cell.text)
        return found


def split_row(cells: Sequence[Cell], labels: RowLabels) -> tuple[list[str], Sequence[Cell]]:
    """A row's labels and the cells behind them: all up to the last words before the first figure are label."""
    texts: list[str] = []
    cut = 0
    for place, cell in enumerate(cells):
        text = cell.text
        if is_nothing(text):
            continue
        if is_figure(text) and not labels.exact(text):
            break
        texts.append(text)
        cut = place + 1
    return texts, cells[cut:]
