"""Table four in a grid: bands of columns side by side and one line of figures under them."""

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.grids import Grid, is_figure, is_nothing, printed_cell
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Harvest, PrintedRow
from gov_disclosure.interpret.tearing import regroup_bands
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import FormTable
from gov_disclosure.reading.evidence import Unplaced

__all__ = ["BandsReader"]


@attrs.define
class BandsReader:
    """Reads grids that hold (parts of) the table of bands."""

    table: FormTable
    harvest: Harvest
    heads_seen: bool = False
    columns: tuple[int, ...] | None = None
    words: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.words = frozenset(
            label_key(text)
            for row in self.table.rows
            for text in (row.label, *row.groups, *(field.column for field in row.fields))
        )

    def read(self, table: Table) -> None:
        """Take what a grid holds."""
        grid = Grid.of(table)
        words = self.words
        lines: list[list[Cell]] = []
        last_heads: list[Cell] = []
        for cells in grid.rows:
            keys = [label_key(cell.text) for cell in cells]
            if any(key in words for key in keys):
                self.heads_seen = True
                leaves = [cell for cell, key in zip(cells, keys, strict=True) if key in words]
                last_heads = leaves
                lines = []
                if any(not is_nothing(cell.text) and is_figure(cell.text) for cell in cells):
                    lines.append(cells)
                continue
            filled = [cell for cell in cells if not is_nothing(cell.text)]
            figures = sum(is_figure(cell.text) for cell in filled)
            if figures == len(filled) or figures >= len(cells) // 2:
                lines.append(cells)
        if not self.heads_seen:
            return
        self._remember(grid, last_heads)
        self._take(grid, lines)

    def _remember(self, grid: Grid, heads: list[Cell]) -> None:
        width = sum(len(row.fields) for row in self.table.rows)
        if len(heads) == width and grid.sure:
            self.columns = tuple(cell.column for cell in heads)

    def _take(self, grid: Grid, lines: list[list[Cell]]) -> None:
        printed = [line for line in lines if any(not is_nothing(cell.text) for cell in line)]
        chosen = printed or lines[-1:]
        for number, line in enumerate(chosen):
            self._line(line, spare=number > 0)
        if chosen:
            self.harvest.tables.add(self.table.name)

    def _line(self, cells: list[Cell], spare: bool) -> None:
        rows = tuple(row_labels(self.table.name).rows[row.path] for row in self.table.rows)
        width = sum(len(row.fields) for row in rows)
        while cells and not is_figure(cells[0].text):
            cells = cells[1:]
        if spare and len(cells) != width:
            for cell in cells:
                if not is_nothing(cell.text):
                    label = self.table.section.title
                    self.harvest.unplaced.append(Unplaced(labels=(label,), raw=cell.text, place=cell.place))
            return
        while len(cells) > width and is_nothing(cells[-1].text):
            cells = cells[:-1]
        while len(cells) > width and is_nothing(cells[0].text):
            cells = cells[1:]
        if len(cells) < width and self.columns is not None:
            by_column = {cell.column: cell for cell in cells}
            if set(by_column) <= set(self.columns):
                blank = Cell(text="", row=0, column=0)
                cells = [by_column.get(column, blank) for column in self.columns]
        if len(cells) == width:
            figures = [printed_cell(cell) for cell in cells]
        else:
            figures = [printed_cell(cell) for cell in cells if not is_nothing(cell.text)]
        shared = regroup_bands(rows, figures, self.harvest)
        for row, values in zip(rows, shared, strict=True):
            self.harvest.rows.append(
                PrintedRow(path=row.path, labels=(*row.groups, row.label), cells=values, place=cells[0].place)
            )
