"""Table two in a grid: items of Article 20, each with heads of its own and a row or two under them."""

from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.broken_heads import under_whole_heads, whole_heads
from gov_disclosure.interpret.grid_lines import with_whole_labels
from gov_disclosure.interpret.grids import (
    Grid,
    filled_cells,
    holds_several,
    is_figure,
    is_nothing,
    printed_cell,
    printed_cells,
    printed_pieces,
    split_row,
)
from gov_disclosure.interpret.heads import heads_of
from gov_disclosure.interpret.labels import RowLabels, RowMatch, row_labels
from gov_disclosure.interpret.printed import Harvest, ItemRow, PrintedCell
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import Form, FormTable, editions
from gov_disclosure.reading.evidence import Unplaced
from gov_disclosure.reading.notices import notice

__all__ = ["ItemsReader", "looks_like_head"]

_LONGEST = 60  # characters of an item or head with its remarks


def looks_like_head(key: str, labels: RowLabels) -> bool:
    """Whether a key is the head of some column of the table, whole, shortened or with remarks."""
    known = editions()
    if len(key) < 3 or key[0] not in _first_letters(labels.name, known):
        return False
    told = _is_like_a_head if len(key) <= _LONGEST else _is_like_a_head.__wrapped__
    return told(key, labels.name, known)


@cache
def _first_letters(name: str, _known: tuple[Form, ...]) -> frozenset[str]:
    """What heads of the table begin with: no figure need be compared with them."""
    return frozenset(
        wording[:1]
        for path in row_labels(name).rows
        for heads in heads_of(path)
        for wordings in heads.wordings
        for wording in wordings
    )


@lru_cache(maxsize=2048)
def _is_like_a_head(key: str, name: str, _known: tuple[Form, ...]) -> bool:
    for path in row_labels(name).rows:
        for heads in heads_of(path):
            for wordings in heads.wordings:
                for wording in wordings:
                    if key == wording or wording.startswith(key) or key.startswith(wording):
                        return True
    return False


@lru_cache(maxsize=2048)
def _item_in(key: str, name: str, _known: tuple[Form, ...]) -> str:
    """The item that a key names, alone or among other words; "" where it names none."""
    return next((group for group in row_labels(name).groups if group in key), "")


class ItemsReader:
    """Reads grids that hold (parts of) the table of items; remembers the item and heads it is under."""

    def __init__(self, table: FormTable, harvest: Harvest) -> None:
        self.table = table
        self.harvest = harvest
        self.labels = row_labels(table.name)
        self.item = ""
        self.heads: list[Cell] = []
        self.heads_here = False  # they stand in the grid at hand
        self.head_cells = 0  # of the row that holds the heads, blank ones among them
        self.broken = False  # they are those of text, and were broken over several cells each
        self.moved = False  # figures of text stand where no head does: cells were put in, or fell out
        self.last = -1
        self.outer: RowMatch | None = (
            None  # an official row whose label stands before smaller rows of its own
        )
        self.parts: dict[str, list[tuple[str, Sequence[Cell]]]] = {}

    def read(self, table: Table) -> None:
        """Take what a grid holds."""
        grid = Grid(table)
        grid.rows = with_whole_labels(grid.rows, self.labels)
        items = self.harvest.items
        before = len(items)
        self.heads_here = self.moved = False
        for number, cells in enumerate(grid.rows):
            self._row(grid, number, cells)
        if self.moved:
            items[before:] = [
                attrs.evolve(item, values=_doubted_around_blanks(item.values)) for item in items[before:]
            ]
        if grid.is_text or (len(items) > before + 1 and not any(item.values for item in items[before:])):
            items[before:] = [attrs.evolve(item, bare=True) for item in items[before:]]
        if len(items) > before:
            self.harvest.tables.add(self.table.name)

    def _row(self, grid: Grid, number: int, cells: Sequence[Cell]) -> None:
        filled = filled_cells(cells)
        if not filled:
            return
        item, name = next(((cell, name) for cell in filled if (name := self._item_of(cell.text))), (None, ""))
        if item is not None:
            self.item = name
            self.heads = []
            self.outer = None
            cells = [cell for cell in cells if cell is not item]
            filled = [cell for cell in filled if cell is not item]
            if not filled:
                return
        if self._take_heads(cells, filled):
            return
        self._take_row(grid, number, cells)

    def _item_of(self, text: str) -> str:
        if text.isdecimal():
            return ""
        key = label_key(text)
        return _item_in(key, self.labels.name, editions()) if len(key) <= _LONGEST else ""

    def _take_heads(self, cells: Sequence[Cell], filled: list[Cell]) -> bool:
        keys = [label_key(cell.text) for cell in filled]
        corner = label_key(getattr(self.table.cls, "columns_head", ""))
        if keys[0] == corner:
            filled = filled[1:]
        elif self.labels.exact(filled[0].text) or not self._are_heads(keys):
            return False
        if not filled:
            return keys[0] == corner
        self.heads, self.head_cells, self.heads_here, self.broken = filled, len(cells), True, False
        return True

    def _are_heads(self, keys: Sequence[str]) -> bool:
        return 2 * sum(looks_like_head(key, self.labels) for key in keys) >= len(keys)

    def _take_row(self, grid: Grid, number: int, cells: Sequence[Cell]) -> None:
        texts, values = split_row(cells, self.labels)
        match, outer = self._match(grid, number, texts, values)
        figures = filled_cells(values)
        if match is None:
            if outer is not None and figures:
                self._part(outer, texts, values)
            elif figures and self._in_table() and (texts or all(is_figure(cell.text) for cell in figures)):
                self._aside(texts or [self.table.section.title], figures)
                if not texts and not grid.sure:
                    self.harvest.lose_last_row(self.table.name, ())  # a line broken inside
            return
        self.last = self.labels.order[match.path]
        drawn = len(values) + len(grid.tails[number]) if grid.is_text else len(figures)
        if not self.heads_here and drawn > len(self.heads):
            self.heads, self.head_cells = [], 0  # of another item, whose rows stand in a grid before this one
        if match.how == "fuzzy":
            params = {"raw": texts[-1], "label": self.labels.rows[match.path].label}
            self.harvest.notices.append(notice("fuzzy-label", paths=(match.path,), params=params))
        row = self.labels.rows[match.path]
        if grid.is_text and self.heads_here and not self.broken:
            whole = whole_heads(self.heads, match.path)
            self.heads, self.broken = whole or self.heads, whole is not None
        if grid.is_text and self.heads_here and not self.broken:
            self.moved |= not {cell.column for cell in figures} <= {cell.column for cell in self.heads}
        ordered = self._ordered(grid, number, grid.completed(number, values, len(self.heads)))
        short = not grid.sure and len(cells) < self.head_cells and 0 < len(figures) < len(self.heads)
        self.harvest.items.append(
            ItemRow(
                path=match.path,
                labels=tuple(texts),
                item=self.item or label_key(row.item),
                heads=tuple(cell.text for cell in self.heads),
                values=tuple(printed_cells(figures)) if ordered is None else ordered,
                aligned=grid.sure,
                lost=short or ordered is None,
                flags=("fuzzy-label",) if match.how == "fuzzy" else (),
                place=values[0].place if values else None,
            )
        )

    def _ordered(self, grid: Grid, number: int, values: Sequence[Cell]) -> tuple[PrintedCell, ...] | None:
        """A row's cells, without those beyond its heads in which nothing is printed; None where whose they are cannot
        be told."""
        wanted = len(self.heads)
        if grid.is_text and any(map(holds_several, values)):
            return tuple(attrs.evolve(piece, doubt=True) for piece in printed_pieces(filled_cells(values)))
        if self.broken:
            return under_whole_heads(self.heads, values)
        if not wanted or len(values) == wanted:
            return tuple(printed_cells(values))
        if self._is_as_wide_as_heads(grid, number):
            # Where figures stand under heads only, the other cells are what a wide head covers besides.
            columns = [cell.column for cell in self.heads]
            if max(columns) < grid.columns and {cell.column for cell in filled_cells(values)} <= set(columns):
                by_column = {cell.column: cell for cell in values}
                blank = Cell(text="", row=0, column=0)
                return tuple(printed_cells(by_column.get(column, blank) for column in columns))
        left = list(values)
        while len(left) > wanted and is_nothing(left[-1].text):
            left.pop()
        while len(left) > wanted and is_nothing(left[0].text):
            left.pop(0)
        cells = tuple(printed_cells(left))
        # which of several blank cells are too many, text does not tell
        return _doubted_around_blanks(cells) if grid.is_text and len(left) < len(values) else cells

    def _is_as_wide_as_heads(self, grid: Grid, number: int) -> bool:
        if grid.sure:
            return grid.is_whole(number)
        return self.heads_here and grid.is_text and len(grid.rows[number]) == self.head_cells

    def _match(
        self, grid: Grid, number: int, texts: list[str], values: Sequence[Cell]
    ) -> tuple[RowMatch | None, RowMatch | None]:
        """The row that a row's labels name, or the official row that a label before or above its own names."""
        if not texts:
            return None, None
        exact = self.labels.exact(texts[-1])
        if exact:
            return exact[0], None
        left = min((cell.column for cell in values), default=grid.rows[number][-1].column + 1)
        above = grid.labels_from_above(number, left)
        for text in reversed((*above, *texts[:-1])):
            outer = self.labels.exact(text)
            if outer:
                return None, outer[0]
        among = [
            path
            for path, row in self.labels.rows.items()
            if not self.item or label_key(row.item) == self.item
        ]
        return self.labels.alike(texts[-1], among), None

    def finish(self) -> None:
        """Mark official rows that are printed as several smaller ones: unread, with the sum offered."""
        for path, parts in self.parts.items():
            row = self.labels.rows[path]
            widest = max(len(values) for _, values in parts)
            sums = []
            for column in range(widest):
                values = [read_number(cells[column].text).value for _, cells in parts if column < len(cells)]
                known = [value for value in values if value is not None]
                sums.append(str(sum(known)) if known else "-")
            params = {
                "label": row.label,
                "parts": "、".join(label for label, _ in parts),
                "sum": " | ".join(sums),
            }
            paths = tuple(field.path for field in row.fields)
            self.harvest.notices.append(notice("parts-of-row", paths=paths, params=params))
            self.harvest.items.append(
                ItemRow(
                    path=path,
                    labels=(row.label,),
                    item=label_key(row.item),
                    heads=tuple(cell.text for cell in self.heads) if self.item == label_key(row.item) else (),
                    values=tuple(printed_cells(cell for _, cells in parts for cell in cells)),
                    lost=True,
                    said=True,
                    place=parts[0][1][0].place if parts[0][1] else None,
                )
            )

    def _in_table(self) -> bool:
        return bool(self.item or self.heads)

    def _part(self, outer: RowMatch, texts: list[str], values: Sequence[Cell]) -> None:
        self.harvest.tables.add(self.table.name)
        row = self.labels.rows[outer.path]
        for cell in values:
            if not is_nothing(cell.text) and is_figure(cell.text):
                value = read_number(cell.text).value
                labels = (row.label, texts[-1])
                self.harvest.unplaced.append(
                    Unplaced(labels=labels, raw=cell.text, value=value, place=cell.place)
                )
        self.parts.setdefault(outer.path, []).append((texts[-1], values))

    def _aside(self, texts: list[str], figures: list[Cell]) -> None:
        for cell in figures:
            labels = (self.item, *texts) if self.item else tuple(texts)
            self.harvest.set_aside(labels, printed_cell(cell))


def _doubted_around_blanks(values: tuple[PrintedCell, ...]) -> tuple[PrintedCell, ...]:
    """The cells, in doubt where both figures and blanks are among them, which may have changed places."""
    if len({is_nothing(value.text) for value in values}) < 2:
        return values
    return tuple(attrs.evolve(value, doubt=True) for value in values)
