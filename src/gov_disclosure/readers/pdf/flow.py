"""From pages to blocks: tables joined over pages, lines healed into paragraphs, all in reading order."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from gov_disclosure.documents import Block, Cell, Table
from gov_disclosure.readers.pdf.furniture import without_furniture
from gov_disclosure.readers.pdf.joining import JoinedTable, goes_on, join, joined
from gov_disclosure.readers.pdf.layout import PageLayout, PageTable
from gov_disclosure.readers.pdf.paragraphs import PlacedLine, margins_of, paragraphs_of
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.place import Place

__all__ = ["blocks_of", "table_block"]

_BY_PLACE = itemgetter(1, 2)  # of a filled cell: its row and column


def blocks_of(pages: Sequence[PageLayout], tolerances: Tolerances, limits: Limits) -> Iterator[Block]:
    """The blocks of the document."""
    kept = without_furniture(pages, tolerances)
    margins = margins_of(
        [
            PlacedLine(page.number, line, line.box)
            for page, lines in zip(pages, kept, strict=True)
            for line in lines
        ]
    )
    waiting: list[PlacedLine] = []
    table: JoinedTable | None = None
    for item in _without_frames(list(_in_order(pages, kept)), tolerances):
        if isinstance(item, PlacedLine):
            if table is not None:
                yield from table_block(table)
                table = None
            waiting.append(item)
            continue
        if waiting:
            yield from paragraphs_of(waiting, margins, tolerances)
            waiting = []
        if table is not None:
            if item.page > table.last_page and goes_on(table, item, tolerances):
                table = join(table, item, tolerances)
                continue
            yield from table_block(table)
        table = joined(item)
    if table is not None:
        yield from table_block(table)
    if waiting:
        yield from paragraphs_of(waiting, margins, tolerances)


def _in_order(
    pages: Sequence[PageLayout], kept: Sequence[Sequence[Line]]
) -> Iterator[PlacedLine | PageTable]:
    for page, lines in zip(pages, kept, strict=True):
        items: list[tuple[float, float, PlacedLine | PageTable]] = []
        items += [(table.ys[0], table.xs[0], table) for table in page.tables]
        items += [(line.top, line.x0, PlacedLine(page.number, line, page.shown(line.box))) for line in lines]
        items.sort(key=lambda item: item[:2])
        for _, _, item in items:
            yield item


def _without_frames(
    items: Sequence[PlacedLine | PageTable], tolerances: Tolerances
) -> Iterator[PlacedLine | PageTable]:
    """The items with single boxes opened, but for those that are rows cut off from a table by a page break."""
    for index, item in enumerate(items):
        if isinstance(item, PlacedLine) or len(item.cells) > 1:
            yield item
            continue
        before = items[index - 1] if index else None
        after = items[index + 1] if index + 1 < len(items) else None
        if any(
            isinstance(other, PageTable)
            and abs(other.page - item.page) == 1
            and goes_on(joined(first), second, tolerances)
            for other, first, second in (
                (before, before, item),
                (after, item, after),
            )
            if isinstance(first, PageTable) and isinstance(second, PageTable)
        ):
            yield item
        else:
            for line in item.lines:
                yield PlacedLine(item.page, line, item.cells[0].box)


class _Hundredths(dict[float, float]):
    """Lengths to a hundredth of a point, as places give them, each rounded once: cells share their sides."""

    def __missing__(self, length: float) -> float:
        self[length] = short = round(length, 2)
        return short


def table_block(table: JoinedTable) -> Iterator[Table]:
    """The table as the neutral document has it; none for a grid with nothing in it."""
    if not any(cell.text for cell in table.cells):
        return
    sides = _Hundredths()
    cells = tuple(
        Cell.filled(
            text,
            row,
            column,
            rowspan,
            colspan,
            Place(page=page, box=(sides[x0], sides[top], sides[x1], sides[bottom])),
            doubt,
        )
        for page, row, column, rowspan, colspan, (x0, top, x1, bottom), text, doubt, *_ in sorted(
            table.cells, key=_BY_PLACE
        )
    )
    yield Table(cells=cells, place=cells[0].place)
