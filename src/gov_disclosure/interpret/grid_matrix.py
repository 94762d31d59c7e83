"""Table three in a grid: a row of labels, then one figure for each kind of applicant and the total."""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.grid_columns import astray_and_under, side_of_surplus, trimmed
from gov_disclosure.interpret.grid_lines import GridLine, holds_figures, short_rows, with_whole_labels
from gov_disclosure.interpret.grids import (
    Grid,
    holds_several,
    is_figure,
    is_nothing,
    printed_cell,
    printed_cells,
    printed_pieces,
    split_row,
)
from gov_disclosure.interpret.labels import RowMatch, row_in, row_labels, table_of
from gov_disclosure.interpret.printed import Harvest, PrintedCell, PrintedRow, doubted
from gov_disclosure.interpret.sums import add_up, tell_order
from gov_disclosure.interpret.tearing import regroup, unread_row
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import FormTable
from gov_disclosure.reading.evidence import Flag
from gov_disclosure.reading.notices import notice

__all__ = ["MatrixReader"]


class MatrixReader:
    """Reads grids that hold (parts of) one matrix table; remembers the heads for a part without them."""

    def __init__(self, table: FormTable, harvest: Harvest) -> None:
        self.table = table
        self.harvest = harvest
        self.labels = row_labels(table.name)
        self.columns: tuple[int, ...] | None = None
        self.columns_in = 0  # columns of the grid whose heads told them
        self.moved: tuple[
            str, ...
        ] = ()  # the columns' names in the order of heads in another than the form's
        self.doubted = False  # heads and sums tell different orders of the columns
        self.ragged = False  # some rows have lost cells, so that others may have
        self.stray = 0  # blank cells behind the last head, which are no columns
        self.some_heads: dict[str, int] = {}  # those that could be told, by their columns
        self.some_in = 0  # columns of the grid that holds them
        self.bare = False  # no row has a cell beside its label
        self.astray = False  # some figures stand under no head, so that others may stand under a wrong one
        self.surplus = ""  # the side of their rows at which all blank cells beyond the columns stand
        self.last = -1  # printed order of the last row that was told

    @property
    def names(self) -> tuple[str, ...]:
        """The table's column names, in the order in which they are printed."""
        return self.moved or self.table.rows[0].columns

    def read(self, table: Table) -> None:
        """Take what a grid holds."""
        grid = Grid(table)
        grid.rows = with_whole_labels(grid.rows, self.labels)
        lines = self._lines(grid)
        first = next((line.number for line in lines if line.match is not None), len(grid.rows))
        heads = {label_key(cell.text) for cells in grid.rows[:first] for cell in cells}
        columns = heads.intersection(label_key(field.column) for field in self.table.rows[0].fields)
        if columns:
            self.table = table_of(self.table.name, heads.__contains__)
        self._match_the_rest(lines)
        self._remember_heads(grid, first, lines)
        told = [line for line in lines if line.match is not None]
        self.bare = len(told) > 1 and not any(line.values for line in told)
        astray, under = astray_and_under(self.columns, grid, lines)
        self.astray = astray > 0
        if astray > under:
            self.columns = None
        self.surplus = side_of_surplus(lines, len(self.names)) if grid.sure else ""
        short = set() if grid.sure else short_rows(grid, lines, len(self.names))
        self.ragged = bool(short)
        of_the_form = first < len(grid.rows) or len(columns) > 1  # 合计 alone stands in many a table
        for line in lines:
            if line.number >= first or line.match is not None or (of_the_form and holds_figures(line)):
                self._take(grid, line, doubt=self.doubted or line.number in short)
        if first < len(grid.rows):
            self.harvest.tables.add(self.table.name)

    def _lines(self, grid: Grid) -> list[GridLine]:
        lines = []
        for number, cells in enumerate(grid.rows):
            texts, values = split_row(cells, self.labels)
            line = GridLine(labels=texts, values=values, number=number)
            matches = self.labels.exact(texts[-1]) if texts else ()
            if matches:
                line.match = self._most_likely(matches)
            elif len(texts) > 1:
                line.outer = next((match for text in texts[:-1] for match in self.labels.exact(text)), None)
            if line.match is not None and (self._is_group_line(grid, line) or self._is_head_line(line)):
                line.match = None
            lines.append(line)
        return lines

    def _is_group_line(self, grid: Grid, line: GridLine) -> bool:
        # （六）其他处理 alone on its line with no cells beside it, above three rows of its own
        return not line.values and len(grid.rows[line.number]) == 1 and line.number + 1 < len(grid.rows)

    def _is_head_line(self, line: GridLine) -> bool:
        # 自然人, 法人或其他组织, 总计: the last head is worded as the row of totals is
        if line.filled:
            return False
        heads = {
            label_key(word) for field in self.table.rows[0].fields for word in (field.column, *field.also)
        }
        *outer, own = map(label_key, line.labels)
        return not heads.isdisjoint(outer) or (own in heads and len(line.values) < len(self.names))

    def _most_likely(self, matches: Sequence[RowMatch]) -> RowMatch:
        if len(matches) == 1:
            return matches[0]
        return min(matches, key=lambda match: self.labels.order[match.path])

    def _match_the_rest(self, lines: list[GridLine]) -> None:
        order = self.labels.order
        known = {line.match.path for line in lines if line.match is not None}
        for place, line in enumerate(lines):
            if line.match is not None or line.outer is not None or not line.labels:
                continue
            if not any(is_figure(cell.text) for cell in line.filled):
                continue
            above = max(
                (order[other.match.path] for other in lines[:place] if other.match is not None),
                default=self.last,
            )
            below = min(
                (order[other.match.path] for other in lines[place + 1 :] if other.match is not None),
                default=len(order),
            )
            between = [path for path, rank in order.items() if above < rank < below and path not in known]
            line.match = self.labels.alike(line.labels[-1], between)
            if line.match is None and len(line.labels) > 1:
                line.match = self.labels.alike("".join(line.labels[-2:]), between)
            if line.match is not None:
                known.add(line.match.path)

    def _remember_heads(self, grid: Grid, first: int, lines: list[GridLine]) -> None:
        found: dict[str, int] = {}
        wordings = {
            label_key(label): field.name
            for field in self.table.rows[0].fields
            for label in (field.column, *field.also)
        }
        last = self.table.rows[0].fields[-1].name
        for number, cells in enumerate(grid.rows[:first]):
            for place, cell in enumerate(cells):
                name = wordings.get(label_key(cell.text))
                if name is not None:
                    found[name] = cell.column
                if name == last and all(is_nothing(other.text) for other in cells[place + 1 :]):
                    self.stray = len(cells) - place - 1 + len(grid.tails[number])
        if not found:
            return
        self.moved, self.doubted = (), False
        names = self.names
        columns = tuple(found.get(name, -1) for name in names)
        if not grid.sure or columns[0] < 0:
            return
        self.some_heads, self.some_in = found, grid.columns
        if all(left < right for left, right in pairwise(columns)):
            self.columns, self.columns_in = columns, grid.columns
        elif len(set(columns)) == len(names) and -1 not in columns:
            self._settle_order(names, tuple(sorted(found, key=lambda name: found[name])), lines)

    def _settle_order(self, names: tuple[str, ...], moved: tuple[str, ...], lines: list[GridLine]) -> None:
        """Heads out of the form's order: in text that was copied they often are, while the figures are not."""
        whole = [[cell.text for cell in line.values] for line in lines if len(line.values) == len(names)]
        total = names[-1]
        place = tell_order(whole, len(names) - 1, moved.index(total))
        if place is not None and moved.index(total) != len(names) - 1:
            self.moved = moved if place == moved.index(total) else ()
            return
        if any(add_up(row, len(names) - 1) is not None for row in whole):
            self.doubted = True
            printed = {field.name: field.column for field in self.table.rows[0].fields}
            label = self.table.section.title
            params = {"label": label, "heads": "、".join(printed[name] for name in moved)}
            paths = tuple(field.path for field in self.table.fields)
            self.harvest.notices.append(notice("heads-unclear", paths=paths, params=params))

    def _take(self, grid: Grid, line: GridLine, doubt: bool) -> None:
        filled = line.filled
        if line.match is None:
            if filled:
                self._set_aside(grid, line, filled)
                if not line.labels and (grid.is_text or not grid.sure):
                    self.harvest.lose_last_row(self.table.name, self.names)  # a line broken inside
            return
        row = row_in(self.table, line.match.path)
        self.last = max(self.last, self.labels.order[row.path])
        flags: tuple[Flag, ...] = ("fuzzy-label",) if line.match.how == "fuzzy" else ()
        if flags:
            params = {"raw": line.labels[-1], "label": row.label}
            self.harvest.notices.append(notice("fuzzy-label", paths=(row.path,), params=params))
        place = line.values[0].place if line.values else None
        cells = self._columns(grid, line)
        if not grid.sure and len(line.values) > len(self.names) and filled and cells:
            # a blank cell behind the label may be the label's, and the figure lost another's
            doubt = doubt or is_nothing(cells[0][1].text)
        shifted = self._may_have_shifted(grid, cells) or (self.astray and len(line.values) != len(self.names))
        # a sum holds in whichever columns its parts stand
        doubt = doubt or (shifted and not self._adds_up(cells)) or self._misses_heads(grid, line, cells)
        if cells and doubt:
            cells = doubted(cells)
        self.harvest.rows.append(
            PrintedRow(
                path=row.path,
                labels=tuple(line.labels),
                cells=cells,
                flags=flags,
                place=place,
            )
        )

    def _misses_heads(self, grid: Grid, line: GridLine, cells: tuple[tuple[str, PrintedCell], ...]) -> bool:
        """Whether cells of text, blank ones among them, do not stand under those heads that could be told."""
        before = grid.columns - self.some_in  # columns at the left edge in which the heads' grid has nothing
        heads = {name: column + before for name, column in self.some_heads.items()}
        if not heads or not grid.is_text or not grid.sure or before < 0:
            return False
        if not line.values or min(heads.values()) < line.values[0].column:
            return False  # heads in columns of labels are not in those of figures
        columns = {
            name: cell.place.column - 1
            for name, cell in cells
            if cell.place is not None and cell.place.column is not None
        }
        blank = any(is_nothing(cell.text) for _, cell in cells)
        return blank and any(columns.get(name, column) != column for name, column in heads.items())

    def _may_have_shifted(self, grid: Grid, cells: tuple[tuple[str, PrintedCell], ...]) -> bool:
        """Whether a row may have lost a cell: others have, or it stands in text and has a blank one."""
        return self.ragged or (grid.is_text and any(is_nothing(cell.text) for _, cell in cells))

    def _adds_up(self, cells: tuple[tuple[str, PrintedCell], ...]) -> bool:
        """Whether a row adds up, as those do of which no cell has vanished, blank ones taken for nothing."""
        texts = {name: cell.text for name, cell in cells}
        if "total" not in texts:
            return True
        if is_nothing(texts["total"]) and any(map(str.strip, texts.values())):
            return False
        return add_up(list(texts.values()), list(texts).index("total")) is not False

    def _columns(self, grid: Grid, line: GridLine) -> tuple[tuple[str, PrintedCell], ...]:
        names = self.names
        if grid.is_text and any(map(holds_several, line.filled)):
            return self._of_pieces(line)
        values = grid.completed(line.number, line.values, len(names))
        if len(values) == len(names):
            return tuple(zip(names, printed_cells(values), strict=True))
        filled = line.filled
        if (
            self.columns is not None
            and self.columns_in == grid.columns
            and grid.is_whole(line.number)
            and line.values[0].column <= self.columns[0]  # else labels stand under the heads of figures
            and {cell.column for cell in filled} <= set(self.columns)
        ):
            by_column = {cell.column: cell for cell in values}
            placed = zip(names, (by_column.get(column) for column in self.columns), strict=True)
            found = _inferred if len(values) < len(names) else printed_cell
            return tuple((name, found(cell)) for name, cell in placed if cell is not None)
        if not filled:
            # where cells may stand in another line, or columns are wanting, none is perhaps blank, perhaps not
            wanting = len(values) < len(names) if grid.is_text else not values
            lost = self.names if wanting and (grid.is_text or self.bare or not grid.sure) else ()
            return tuple((name, PrintedCell(text="", doubt=True)) for name in lost)
        values = trimmed(values, len(names), self.stray - len(grid.tails[line.number]), self.surplus)
        if len(values) == len(names):
            return tuple(zip(names, printed_cells(values), strict=True))
        assert line.match is not None
        row = row_in(self.table, line.match.path)
        if not all(is_figure(cell.text) for cell in filled):
            # the next row stands in the same line
            return unread_row(row, printed_cells(filled), self.harvest)
        return regroup(row, printed_cells(filled), self.harvest)

    def _of_pieces(self, line: GridLine) -> tuple[tuple[str, PrintedCell], ...]:
        """A row of cells that ran into one another: only its figures' order is left, and the sum to prove it."""
        assert line.match is not None
        row = row_in(self.table, line.match.path)
        pieces = printed_pieces(line.filled)
        if not all(is_figure(piece.text) for piece in pieces):
            return unread_row(row, pieces, self.harvest)
        cells = regroup(row, pieces, self.harvest)
        proved = "total" in row.columns and add_up(
            [cell.text for _, cell in cells], row.columns.index("total")
        )
        return cells if proved else doubted(cells)

    def _set_aside(self, grid: Grid, line: GridLine, filled: list[Cell]) -> None:
        above = grid.labels_from_above(line.number, min(cell.column for cell in filled))
        labels = tuple(dict.fromkeys((*above, *line.labels))) or (self.table.section.title,)
        for cell in filled:
            self.harvest.set_aside(labels, printed_cell(cell))


def _inferred(cell: Cell) -> PrintedCell:
    return attrs.evolve(printed_cell(cell), flags=("position-inferred",))
