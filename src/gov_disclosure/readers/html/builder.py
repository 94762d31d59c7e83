"""From what a walk gathered to the blocks of a document: places worked out, metadata tables set aside."""

from collections.abc import Iterable, Iterator

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
                self.metadata.extend(table_metadata(item, self.paths if inside is None else None))
            else:
                self._add_table(item, path, inside)

    def _add_table(self, item: RawTable, path: str | None, inside: str | None) -> None:
        self.table_count += 1
        number, member = self.table_count, self.member
        places = iter(lay_out(item, self.limits))
        cells = []
        for row in item.rows():
            counts = {"td": 0, "th": 0}
            for raw in row.cells:
                tag = raw.node.tag or ""
                counts[tag] = counts.get(tag, 0) + 1
                if inside is not None or path is None:
                    xpath = path
                elif row.regular:
                    xpath = f"{path}/{row.step}/{tag}[{counts[tag]}]"
                else:
                    xpath = self.paths.path(raw.node)
                _, top, left, rowspan, colspan = next(places)
                cells.append(
                    Cell(
                        text=raw.text,
                        row=top,
                        column=left,
                        rowspan=rowspan,
                        colspan=colspan,
                        place=Place(xpath=xpath, table=number, row=top + 1, column=left + 1, member=member),
                        doubt=raw.doubt,
                    )
                )
        if item.cut:
            cells.extend(_lost_cells(cells))
        place = Place(xpath=path, table=number, member=member)
        self.blocks.append(Table(cells=tuple(cells), place=place))


def _lost_cells(cells: list[Cell]) -> Iterator[Cell]:
    """What a cut-off last row lacks beside the row above: nothing is known of it, which is not the same as blank."""
    last = cells[-1].row
    above = max((cell.row for cell in cells if cell.row < last), default=last)
    width = max(cell.column + cell.colspan for cell in cells if cell.row + cell.rowspan > above)
    taken = {
        column
        for cell in cells
        if cell.row + cell.rowspan > last
        for column in range(cell.column, cell.column + cell.colspan)
    }
    for column in range(width):
        if column not in taken:
            yield Cell(text="", row=last, column=column, doubt=True)
