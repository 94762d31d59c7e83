"""Which statutory table a grid holds, told by what stands in it, and its reading."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.form_text import style_of
from gov_disclosure.interpret.grid_bands import BandsReader, words_of_bands
from gov_disclosure.interpret.grid_items import ItemsReader, looks_like_head
from gov_disclosure.interpret.grid_matrix import MatrixReader
from gov_disclosure.interpret.grids import filled_cells, is_figure, is_nothing, printed_cell
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import Form, FormTable, editions
from gov_disclosure.reading.notices import notice

__all__ = ["TableReaders"]

_Weights: TypeAlias = tuple[tuple[str, int], ...]


class TableReaders:
    """Reads the grids of one report in order, each by the statutory table it holds (a part of)."""

    def __init__(self, harvest: Harvest) -> None:
        self.harvest = harvest
        self.readers = {table.name: _reader(table, harvest) for table in editions()[-1].tables}
        self.last: str | None = None

    def read(self, table: Table, section: str | None = None) -> bool:
        """Take what a grid holds; False where it is none of the statutory tables.

        ``section`` is the name of the section under whose heading it stands.
        """
        known = editions()
        rows = [_told_by(cells, known) for cells in table.rows()]
        if any(row.last_year for row in rows) and (figures := _of_last_year(table)):
            params = {"count": figures}
            self.harvest.notices.append(notice("last-year", place=table.place, params=params))
            return True
        filled = [row.kind if row.sure else None for row in rows]
        if not any(filled):
            filled = [row.kind for row in rows]
        if not any(filled):
            return self._continue(table, section)
        for number in range(1, len(filled)):
            filled[number] = filled[number] or filled[number - 1]
        first = next(kind for kind in filled if kind)
        filled = [kind or first for kind in filled]
        start = 0
        for number in range(1, len(filled) + 1):
            if number == len(filled) or filled[number] != filled[start]:
                name = filled[start]
                assert name is not None
                self.readers[name].read(_part(table, start, number))
                self.last = name
                start = number
        return True

    def _continue(self, table: Table, section: str | None) -> bool:
        """A grid of figures alone: the line of a table of bands, cut off by a page's end or robbed of its heads."""
        if not all(is_figure(cell.text) or is_nothing(cell.text) for cell in table.cells):
            return False
        reader = self.readers.get(self.last or "")
        if isinstance(reader, MatrixReader) and section in (None, self.last):
            self._set_aside(table, reader)
            return False
        if not isinstance(reader, BandsReader):
            reader = self.readers.get(section or "")
        if not isinstance(reader, BandsReader) or any(
            row.path.startswith(reader.table.name) and row.has_cells for row in self.harvest.rows
        ):
            return False
        if not reader.heads_seen and not reader.fits(table):
            return False
        reader.read(table)
        return True

    def _set_aside(self, table: Table, reader: MatrixReader) -> None:
        """Figures without a label behind a matrix: torn off its last row, if not another's."""
        filled = filled_cells(table.cells)
        for cell in filled:
            self.harvest.set_aside((reader.table.section.title,), printed_cell(cell))
        if filled:
            self.harvest.lose_last_row(reader.table.name, reader.names)

    def finish(self) -> None:
        """Say what can only be said when all grids are read."""
        for reader in self.readers.values():
            if isinstance(reader, ItemsReader):
                reader.finish()


def _reader(table: FormTable, harvest: Harvest) -> ItemsReader | MatrixReader | BandsReader:
    style = style_of(table)
    if style == "items":
        return ItemsReader(table=table, harvest=harvest)
    if style == "bands":
        return BandsReader(table=table, harvest=harvest)
    return MatrixReader(table=table, harvest=harvest)


class _Told(NamedTuple):
    """What the words of a row tell."""

    kind: str | None  # the table of which they tell most; the first of those that they tell the same of
    sure: bool  # not by a word that several tables have, as 总计
    last_year: bool  # a cell says that figures are last year's


def _told_by(cells: Sequence[Cell], known: tuple[Form, ...]) -> _Told:
    words = tuple([text for cell in cells if (text := cell.text) and not text.isdecimal()])
    told = _told_by_words if sum(map(len, words)) <= _ROW else _told_by_words.__wrapped__
    return told(words, known)


@lru_cache(maxsize=2048)
def _told_by_words(words: tuple[str, ...], known: tuple[Form, ...]) -> _Told:
    scores = {table.name: 0 for table in known[-1].tables}
    for text in words:
        for name, weight in _tells(text, known):
            scores[name] += weight
    best = max([score for score in scores.values() if score], default=None)
    kind = None if best is None else next(name for name, score in scores.items() if score == best)
    sure = best is not None and best >= _SURE
    return _Told(kind, sure, any(label_key(text) in _LAST_YEAR for text in words))


def _tells(text: str, known: tuple[Form, ...]) -> _Weights:
    """How much a cell's text says for each table it says something for."""
    return _weights(text, known) if len(text) <= _LABEL else _weights.__wrapped__(text, known)


@lru_cache(maxsize=8192)
def _weights(text: str, known: tuple[Form, ...]) -> _Weights:
    key = label_key(text)
    if len(key) < 2 or key.isdigit():
        return ()
    weights = ((table.name, _weight(key, table.name, known)) for table in known[-1].tables)
    return tuple((name, weight) for name, weight in weights if weight)


def _weight(key: str, name: str, known: tuple[Form, ...]) -> int:
    labels = row_labels(name)
    table, style, head, corner, heads = _words_of_table(name, known)
    if style == "bands":
        return 2 * (key in words_of_bands(table)) - (key in _COMMON)
    if style == "matrix":
        if key in heads or key == head or (len(key) > 6 and (key in corner or (corner and corner in key))):
            return 2
        return 2 if labels.exact(key) or labels.is_group(key) else 0
    if key == head or looks_like_head(key, labels):
        return 2
    return 2 if labels.exact(key) or (len(key) < 60 and any(group in key for group in labels.groups)) else 0


@lru_cache(maxsize=64)
def _words_of_table(name: str, known: tuple[Form, ...]) -> tuple[FormTable, str, str, str, frozenset[str]]:
    """A table in the newest edition, how it is laid out, and the keys of its first head, corner and columns."""
    table = next(table for table in known[-1].tables if table.name == name)
    head = label_key(getattr(table.cls, "columns_head", ""))
    corner = label_key(getattr(table.cls, "corner", ""))
    heads = {label_key(field.column) for row in table.rows for field in row.fields} - _COMMON
    return table, style_of(table), head, corner, frozenset(heads)


def _of_last_year(table: Table) -> int:
    """How many figures a grid holds of which each row says that they are last year's; 0 where one does not."""
    count = 0
    for row in table.rows():
        filled = filled_cells(row)
        figures = [cell for cell in filled if any("0" <= one <= "9" for one in label_key(cell.text))]
        if not any(is_figure(cell.text) for cell in figures):
            continue
        if label_key(filled[0].text) not in _LAST_YEAR:
            return 0
        count += len(figures)
    return count


_LAST_YEAR = frozenset({"上年", "上年度", "上一年", "上一年度", "上年数", "上年同期", "去年", "去年同期"})
_COMMON = frozenset({"总计", "合计", "其他"})
_SURE = 2  # what a label, head or corner tells
_LABEL = 120  # characters of a text that may be a label or head: longer ones are not worth remembering
_ROW = 400  # characters of the words of a row that may be the form's


def _part(table: Table, start: int, end: int) -> Table:
    if start == 0 and end >= len(table.rows()):
        return table
    cells = tuple(
        attrs.evolve(cell, row=cell.row - start, rowspan=min(cell.rowspan, end - cell.row))
        for cell in table.cells
        if start <= cell.row < end
    )
    return attrs.evolve(table, cells=cells)
