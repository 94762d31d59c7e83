"""Table four in a grid: bands of columns side by side and one line of figures under them."""

from collections.abc import Sequence

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.grids import (
    Grid,
    filled_cells,
    holds_several,
    is_figure,
    is_nothing,
    printed_cells,
    printed_pieces,
)
from gov_disclosure.interpret.labels import table_of
from gov_disclosure.interpret.printed import Harvest, PrintedCell, PrintedRow, doubted
from gov_disclosure.interpret.sums import add_up
from gov_disclosure.interpret.tearing import regroup_bands
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import FormRow, FormTable
from gov_disclosure.reading.evidence import Unplaced

__all__ = ["BandsReader", "words_of_bands"]


def words_of_bands(table: FormTable) -> frozenset[str]:
    """The keys of the words that stand above the figures of a table of bands."""
    words = _WORDS.get(table.cls)
    if words is None:
        words = _WORDS[table.cls] = frozenset(
            label_key(text)
            for row in table.rows
            for text in (row.label, *row.groups, *(field.column for field in row.fields))
        )
    return words


_WORDS: dict[type, frozenset[str]] = {}  # by the table's class, which is where the words come from


def _width(rows: tuple[FormRow, ...]) -> int:
    return sum(len(row.fields) for row in rows)


def _adds_up(values: tuple[tuple[str, PrintedCell], ...]) -> bool:
    names = [name for name, _ in values]
    return "total" in names and add_up([cell.text for _, cell in values], names.index("total")) is True


class BandsReader:
    """Reads grids that hold (parts of) the table of bands."""

    def __init__(self, table: FormTable, harvest: Harvest) -> None:
        self.table = table
        self.harvest = harvest
        self.heads_seen = False
        self.leaves = 0  # columns whose heads are printed
        self.columns: tuple[int, ...] | None = None
        self.rows: tuple[FormRow, ...] = ()  # the bands that are printed
        self.words = words_of_bands(table)

    def read(self, table: Table) -> None:
        """Take what a grid holds."""
        grid = Grid(table)
        words = self.words
        lines: list[Sequence[Cell]] = []
        heads: set[str] = set()
        leaves: dict[int, Cell] = {}
        names = {label_key(field.column) for field in self.table.fields}
        for cells in grid.rows:
            keys = [label_key(cell.text) for cell in cells]
            heads.update(keys)
            if not words.isdisjoint(keys):
                self.heads_seen = True
                leaves |= {cell.column: cell for cell, key in zip(cells, keys, strict=True) if key in names}
                lines = []
                if any(is_figure(cell.text) for cell in filled_cells(cells)):
                    lines.append(cells)
                continue
            filled = filled_cells(cells)
            figures = sum(is_figure(cell.text) for cell in filled)
            # 本年 before blank cells is the line of figures, not filled in
            unfilled = len(filled) == 1 and len(cells) > _width(self.table.rows)
            if figures == len(filled) or (figures and figures >= len(cells) // 2) or unfilled:
                lines.append(cells)
        if not self.heads_seen:
            return
        self.table = table_of(self.table.name, heads.__contains__)
        self._remember(grid, leaves, heads)
        self._take(grid, lines)

    def fits(self, table: Table) -> bool:
        """Whether a grid without heads holds one line of figures in which every band adds up."""
        figures = filled_cells(table.cells)
        if len(figures) != _width(self.table.rows) or len({cell.row for cell in figures}) != 1:
            return False
        start = 0
        for row in self.table.rows:
            texts = [cell.text for cell in figures[start : start + len(row.fields)]]
            if add_up(texts, [field.name for field in row.fields].index("total")) is False:
                return False
            start += len(row.fields)
        self.heads_seen = True
        return True

    def _remember(self, grid: Grid, leaves: dict[int, Cell], heads: set[str]) -> None:
        """Which bands are printed, and in which columns: a band whose label is missing may be left out."""
        if not leaves:
            return
        self.leaves = len(leaves)
        named = tuple(row for row in self.table.rows if label_key(row.label) in heads)
        groups = {label_key(group) for row in named for group in row.groups}
        others = {label_key(group) for row in self.table.rows for group in row.groups} - groups
        # a band whose inner label alone is missing may be the one whose columns are printed
        told = _width(named) == len(leaves) and not others & heads
        self.rows = named if told else self.table.rows
        if _width(self.rows) == len(leaves) and grid.sure:
            self.columns = tuple(sorted(leaves))

    def _take(self, grid: Grid, lines: list[Sequence[Cell]]) -> None:
        printed = [line for line in lines if filled_cells(line)]
        chosen = printed or lines[-1:]
        for number, line in enumerate(chosen):
            self._line(grid, line, spare=number > 0, alone=grid.sure or len(chosen) == 1)
        if chosen:
            self.harvest.tables.add(self.table.name)

    def _line(self, grid: Grid, cells: Sequence[Cell], spare: bool, alone: bool) -> None:
        rows = self.rows or self.table.rows
        width = _width(rows)
        while cells and not is_figure(cells[0].text):
            cells = cells[1:]
        if cells and grid.is_text:
            cells = grid.completed(cells[0].row, cells, width)
        if not cells or (self.leaves < width and all(is_nothing(cell.text) for cell in cells)):
            return  # cut off before the figures
        if spare and len(cells) != width:
            for cell in cells:
                if not is_nothing(cell.text):
                    label = self.table.section.title
                    self.harvest.unplaced.append(Unplaced(labels=(label,), raw=cell.text, place=cell.place))
            return
        moved = not grid.sure and len(cells) != width  # which blank cells are too many, nothing tells
        if len(cells) != width and self.columns is not None:
            by_column = {cell.column: cell for cell in cells}
            if {cell.column for cell in filled_cells(cells)} <= set(self.columns):
                blank = Cell(text="", row=0, column=0)
                cells = [by_column.get(column, blank) for column in self.columns]
        if len(cells) > width and is_nothing(cells[0].text) and is_nothing(cells[-1].text):
            # which of the two is stray, nothing tells
            cells = filled_cells(cells) or cells[:width]
        while len(cells) > width and is_nothing(cells[-1].text):
            cells = cells[:-1]
        while len(cells) > width and is_nothing(cells[0].text):
            cells = cells[1:]
        ran_together = grid.is_text and any(map(holds_several, cells))
        if ran_together:
            figures = printed_pieces(filled_cells(cells))
        else:
            figures = printed_cells(cells if len(cells) == width else filled_cells(cells))
        if not alone or (moved and any(is_nothing(figure.text) for figure in figures)):
            figures = [attrs.evolve(figure, doubt=True) for figure in figures]
        shared = regroup_bands(rows, figures, self.harvest)
        if ran_together and not all(_adds_up(values) for values in shared):
            shared = tuple(doubted(values) for values in shared)
        for row, values in zip(rows, shared, strict=True):
            self.harvest.rows.append(
                PrintedRow(path=row.path, labels=(*row.groups, row.label), cells=values, place=cells[0].place)
            )
