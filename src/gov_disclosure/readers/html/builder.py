"""From what a walk gathered to the blocks of a document: places worked out, metadata tables set aside."""

from collections.abc import Iterable

from gov_disclosure.documents import Block, Cell, Meta, Paragraph, Table
from gov_disclosure.readers.html.grid import lay_out
from gov_disclosure.readers.html.metadata import is_metadata_table, table_metadata
from gov_disclosure.readers.html.paths import Paths
from gov_disclosure.readers.html.raw import Item, RawParagraph, RawTable
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.place import Place

__all__ = ["Builder"]


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
        for item in items:
            path = self.paths.path(item.node) if inside is None else inside
            if isinstance(item, RawParagraph):
                place = Place(xpath=path, member=self.member)
                self.blocks.append(
                    Paragraph(text=item.text, place=place, whole=item.whole, heading=item.heading)
                )
            elif is_metadata_table(item):
                self.metadata.extend(table_metadata(item, path if inside is None else None))
            else:
                self._add_table(item, path, inside)

    def _add_table(self, item: RawTable, path: str | None, inside: str | None) -> None:
        self.table_count += 1
        number, member = self.table_count, self.member
        stem = f"{path}/" if path is not None and inside is None else None
        cells = []
        for cell, step, row, column, rowspan, colspan in lay_out(item, self.limits):
            xpath = f"{stem}{step}/{cell.step}" if stem is not None else path
            place = Place(xpath=xpath, table=number, row=row + 1, column=column + 1, member=member)
            cells.append(
                Cell(
                    text=cell.text,
                    row=row,
                    column=column,
                    rowspan=rowspan,
                    colspan=colspan,
                    place=place,
                    doubt=cell.doubt,
                )
            )
        place = Place(xpath=path, table=number, member=member)
        self.blocks.append(Table(cells=tuple(cells), place=place))
