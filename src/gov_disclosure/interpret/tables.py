"""Which statutory table a grid holds, told by what stands in it, and its reading."""

from collections.abc import Sequence
from functools import lru_cache

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.interpret.grid_bands import BandsReader, words_of_bands
from gov_disclosure.interpret.grid_items import ItemsReader, looks_like_head
from gov_disclosure.interpret.grid_matrix import MatrixReader
from gov_disclosure.interpret.grids import is_figure, is_nothing
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.streams import style_of
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import Form, FormTable, editions
from gov_disclosure.reading.notices import notice

__all__ = ["TableReaders"]


@attrs.define
class TableReaders:
    """Reads the grids of one report in order, each by the statutory table it holds (a part of)."""

    harvest: Harvest
    readers: dict[str, ItemsReader | MatrixReader | BandsReader] = attrs.field(factory=dict)
    last: str | None = None

    def __attrs_post_init__(self) -> None:
        for table in editions()[-1].tables:
            self.readers[table.name] = _reader(table, self.harvest)

    def read(self, table: Table, section: str | None = None) -> bool:
        """Take what a grid holds; False where it is none of the statutory tables.

        ``section`` is the name of the section under whose heading it stands.
        """
        if figures := _of_last_year(table):
            params = {"count": figures}
            self.harvest.notices.append(notice("last-year", place=table.place, params=params))
            return True
        kinds = [self._kind(row) for row in table.rows()]
        if not any(kinds):
            return self._continue(table, section)
        filled: list[str | None] = list(kinds)
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
        if not isinstance(reader, BandsReader):
            reader = self.readers.get(section or "")
        if not isinstance(reader, BandsReader) or any(
            row.path.startswith(reader.table.name) and row.cells for row in self.harvest.rows
        ):
            return False
        if not reader.heads_seen and not reader.fits(table):
            return False
        reader.read(table)
        return True

    def _kind(self, cells: Sequence[Cell]) -> str | None:
        best: tuple[int, str] | None = None
        for name, reader in self.readers.items():
            score = sum(_tells(cell.text, reader) for cell in cells)
            if score and (best is None or score > best[0]):
                best = (score, name)
        return best[1] if best is not None else None

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


def _tells(text: str, reader: ItemsReader | MatrixReader | BandsReader) -> int:
    """How much a cell's text says for a table."""
    key = label_key(text)
    if len(key) < 2 or key.isdigit():
        return 0
    return _weight(key, reader.table.name, editions())


@lru_cache(maxsize=8192)
def _weight(key: str, name: str, known: tuple[Form, ...]) -> int:
    labels = row_labels(name)
    table = next(table for table in known[-1].tables if table.name == name)
    style = style_of(table)
    if style == "bands":
        return 2 * (key in words_of_bands(table)) - (key in _COMMON)
    head = label_key(getattr(table.cls, "columns_head", ""))
    if style == "matrix":
        heads = {label_key(field.column) for row in table.rows for field in row.fields} - _COMMON
        corner = label_key(getattr(table.cls, "corner", ""))
        if key in heads or key == head or (len(key) > 6 and (key in corner or (corner and corner in key))):
            return 2
        return 2 if labels.exact(key) or labels.is_group(key) else 0
    if key == head or looks_like_head(key, labels):
        return 2
    return 2 if labels.exact(key) or (len(key) < 60 and any(group in key for group in labels.groups)) else 0


def _of_last_year(table: Table) -> int:
    """How many figures a grid holds of which each row says that they are last year's; 0 where one does not."""
    count = 0
    for row in table.rows():
        filled = [cell for cell in row if not is_nothing(cell.text)]
        figures = [cell for cell in filled if any("0" <= one <= "9" for one in label_key(cell.text))]
        if not any(is_figure(cell.text) for cell in figures):
            continue
        if label_key(filled[0].text) not in _LAST_YEAR:
            return 0
        count += len(figures)
    return count


_LAST_YEAR = frozenset({"上年", "上年度", "上一年", "上一年度", "上年数", "上年同期", "去年", "去年同期"})
_COMMON = frozenset({"总计", "合计", "其他"})


def _part(table: Table, start: int, end: int) -> Table:
    if start == 0 and end >= table.row_count:
        return table
    cells = tuple(
        attrs.evolve(cell, row=cell.row - start, rowspan=min(cell.rowspan, end - cell.row))
        for cell in table.cells
        if start <= cell.row < end
    )
    return attrs.evolve(table, cells=cells)
