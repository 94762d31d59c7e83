"""From what a walk gathered to the blocks of a document: places worked out, metadata tables set aside."""

from collections.abc import Iterable
from operator import attrgetter

import attrs

from gov_disclosure.documents import Block, Cell, Meta, Paragraph, Table
from gov_disclosure.readers.html.grid import lay_out
from gov_disclosure.readers.html.metadata import is_metadata_table, table_metadata
from gov_disclosure.readers.html.paths import Addressed, Paths
from gov_disclosure.readers.html.raw import Item, RawParagraph, RawRow, RawTable, finished
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.placed import RowOfCells

__all__ = ["Builder"]

_TALL = 100  # rows under one label, at most, to tell the shape of a table that was cut off


class Builder:
    """Gathers blocks and metadata; tables are numbered as they come."""

    def __init__(self, limits: Limits, member: str | None) -> None:
        self.limits = limits
        self.member = member
        self.paths = Paths()
        self.blocks: list[Block] = []
        self.metadata: list[Meta] = []
        self.table_count = 0

    def add(self, items: Iterable[Item], inside: str | None = None) -> None:
        """Take in what was found; ``inside`` is the address of an element that carried it as text."""
        paths, member = self.paths, self.member
        for item in items:
            if isinstance(item, RawParagraph):
                placed = (
                    Addressed(item.node, paths, member)
                    if inside is None
                    else Place.at_element(inside, member)
                )
                self.blocks.append(Paragraph.filled(item.text, placed, item.whole, item.heading))
            elif is_metadata_table(item):
                self.metadata.extend(table_metadata(item, paths if inside is None else None))
            else:
                self._add_table(item, paths.path(item.node) if inside is None else inside, inside)

    def _add_table(self, item: RawTable, path: str | None, inside: str | None) -> None:
        self.table_count += 1
        number, member = self.table_count, self.member
        lay_out(item, self.limits)
        cells: list[Cell] = []
        for row in item.rows():
            cells += finished(row.cells, self._places(row, number, path, inside))
        if item.cut:
            cells = _with_lost_cells(cells, self.limits)
        place = Place(xpath=path, table=number, member=member)
        self.blocks.append(Table(cells=tuple(cells), place=place))

    def _places(
        self, row: RawRow, table: int, path: str | None, inside: str | None
    ) -> Iterable[Place] | RowOfCells:
        """The places of a row's cells in a table at ``path``, or what tells them."""
        cells, member = row.cells, self.member
        if inside is None and path is not None and cells and row.regular and row.tag:
            return RowOfCells(table, cells[0].row + 1, path, row.step, row.tag, member)
        return [
            Place.of_cell(table, cell.row + 1, cell.column + 1, xpath, member)
            for cell, xpath in zip(cells, self._xpaths(row, path, inside), strict=True)
        ]

    def _xpaths(self, row: RawRow, path: str | None, inside: str | None) -> Iterable[str | None]:
        """The addresses of a row's cells in a table at ``path``."""
        if inside is not None or path is None:
            return [path] * len(row.cells)
        if not row.regular:
            return [self.paths.path(cell.node) for cell in row.cells]
        found: list[str | None] = []
        counts = {"td": 0, "th": 0}
        for cell in row.cells:
            tag = cell.node.tag or ""
            counts[tag] += 1
            found.append(f"{path}/{row.step}/{tag}[{counts[tag]}]")
        return found


def _with_lost_cells(cells: list[Cell], limits: Limits) -> list[Cell]:
    """With what a cut-off last row lacks beside the row above: nothing is known of it, which is not the same as blank.

    Where rows end in different columns, it cannot be told how many cells are lost, and the whole row is in doubt.
    """
    last = cells[-1].row
    ends: dict[int, int] = {}
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.rowspan, last + 1, cell.row + _TALL)):
            ends[row] = max(ends.get(row, 0), cell.column + cell.colspan)
    width = ends.get(last - 1, 0)
    limits.check_cells(width)
    lost = [Cell(text="", row=last, column=column, doubt=True) for column in _free(cells, last, width)]
    if len({end for row, end in ends.items() if row < last}) > 1:
        cells = [attrs.evolve(cell, doubt=True) if cell.row == last else cell for cell in cells]
    return cells + lost


def _free(cells: list[Cell], row: int, width: int) -> list[int]:
    """The columns below ``width`` that no cell covers in the last row."""
    found: list[int] = []
    covered = 0
    for cell in sorted((cell for cell in cells if cell.row + cell.rowspan > row), key=attrgetter("column")):
        found += range(covered, min(cell.column, width))
        covered = max(covered, cell.column + cell.colspan)
    return [*found, *range(covered, width)]
