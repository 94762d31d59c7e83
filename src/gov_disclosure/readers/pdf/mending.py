"""What a page break cuts inside a table: a row in two, or a label that stands for several rows.

Figures decide. Two figures in one column are two rows, never one; what is joined besides is a label with the
rest of it, or a cell with nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from gov_disclosure.language.patterns import regex
from gov_disclosure.readers.pdf.layout import FilledCell
from gov_disclosure.readers.pdf.text import joined_lines

__all__ = ["is_figure", "mended"]

_Pair: TypeAlias = tuple[FilledCell, FilledCell]

#: the number in front of a row's label: a label that begins with one is whole
_NUMBERED = regex(r"[（(]?[一二三四五六七八九十0-9０-９]{1,3}[）).、．，]")


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure: digits, and no letter or Chinese character but those of units."""
    if text.isdigit() or not text:
        return bool(text)
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text.strip("元万亿件")))


def mended(
    above: Sequence[FilledCell], below: Sequence[FilledCell], rows: int, total: int
) -> tuple[list[FilledCell], list[FilledCell], int]:
    """The cells on both sides of a break, with what it cut made whole, and the number of rows there are now.

    ``rows`` are those above the break, ``total`` all of them; the rows of ``below`` are counted on from
    there.
    """
    bottom = [cell for cell in above if cell.row + cell.rowspan == rows]
    top = [cell for cell in below if cell.row == rows]
    firsts = {(cell.column, cell.colspan): cell for cell in bottom}
    pairs = [
        (firsts[cell.column, cell.colspan], cell) for cell in top if (cell.column, cell.colspan) in firsts
    ]
    if not pairs:
        return list(above), list(below), total
    one_row = _one_row_cut(pairs, bottom, top)
    if not one_row:
        at_break = _Break(
            bottom=bottom,
            top=top,
            all_open=all(cell.open_bottom for cell in bottom) and all(cell.open_top for cell in top),
            inside_head=_inside_head(bottom, top),
            cells=(*above, *below),
        )
        pairs = [pair for pair in pairs if _one_label(pair, at_break)]
    joined = {id(first): _joined(first, second, int(one_row)) for first, second in pairs}
    seconds = {id(second) for _, second in pairs}
    rest = [cell for cell in below if id(cell) not in seconds]
    return (
        [joined.get(id(cell), cell) for cell in above],
        [cell._replace(row=cell.row - 1) for cell in rest] if one_row else rest,
        total - one_row,
    )


class _Break(NamedTuple):
    """What stands at a break: the cells that end above it and begin below it, among all cells of the table."""

    bottom: Sequence[FilledCell]
    top: Sequence[FilledCell]
    all_open: bool
    inside_head: bool
    cells: Sequence[FilledCell]

    def holds_figures(self, first: int, last: int) -> bool:
        """Whether a figure stands anywhere in some columns of the table."""
        return any(
            cell.column < last and first < cell.column + cell.colspan and is_figure(cell.text)
            for cell in self.cells
        )


def _joined(first: FilledCell, second: FilledCell, shared: int) -> FilledCell:
    holder = first if first.text or not second.text else second
    return holder._replace(
        row=first.row,
        rowspan=first.rowspan + second.rowspan - shared,
        text=joined_lines((first.text, second.text)),
        doubt=first.doubt or second.doubt,
        full=second.full if second.text else first.full,
        open_top=first.open_top,
        open_bottom=second.open_bottom,
    )


def _one_row_cut(pairs: Sequence[_Pair], bottom: Sequence[FilledCell], top: Sequence[FilledCell]) -> bool:
    """Whether the last row above and the first below are one row."""
    if not len(pairs) == len(bottom) == len(top):
        return False
    if any(a.text and b.text and (is_figure(a.text) or is_figure(b.text)) for a, b in pairs):
        return False
    rowwise = [pair for pair in pairs if pair[0].rowspan == pair[1].rowspan == 1]
    figures_above = [bool(first.text) and is_figure(first.text) for first, _ in rowwise]
    figures_below = [bool(second.text) and is_figure(second.text) for _, second in rowwise]
    if not rowwise or (any(figures_above) and any(figures_below)):
        return False
    is_open = all(first.open_bottom and second.open_top for first, second in pairs)
    words = [
        (first, second)
        for first, second in rowwise
        if not is_figure(first.text) and not is_figure(second.text) and (first.text or second.text)
    ]
    both = [pair for pair in words if pair[0].text and pair[1].text]
    if any(not _goes_on(first, second) for first, second in both):
        return False
    if is_open:
        # the rest of a label; figures in the other half of their row; an empty remainder, but not below heads,
        # where it is a row that holds nothing
        return bool(both) or any(figures_below) or any(figures_above)
    return bool(both) and any(figures_above) != any(figures_below)


def _one_label(pair: _Pair, at_break: _Break) -> bool:
    """Whether two cells are one label that stands for rows on both sides of the break."""
    first, second = pair
    if any(cell.text and is_figure(cell.text) for cell in pair):
        return False
    if first.open_bottom and second.open_top and not at_break.all_open:
        return True
    both = bool(first.text and second.text)
    if at_break.inside_head:
        return not both or _goes_on(first, second)
    last = first.column + first.colspan
    if at_break.holds_figures(first.column, last):
        return False
    inner = all(
        any(cell.column >= last and cell.text and not is_figure(cell.text) for cell in cells)
        for cells in (at_break.bottom, at_break.top)
    )
    if both:
        return (inner or first.rowspan > 1 or second.rowspan > 1) and _goes_on(first, second)
    return inner and bool(first.text or second.text)


def _inside_head(bottom: Sequence[FilledCell], top: Sequence[FilledCell]) -> bool:
    """Whether the break lies inside a head of several rows: a head above stands over several heads below."""
    words = {(cell.column, cell.colspan) for cell in bottom if cell.text}
    if any(is_figure(cell.text) or not (cell.text or (cell.column, cell.colspan) in words) for cell in top):
        return False
    for wide in bottom:
        if wide.colspan > 1 and wide.text:
            parts = [cell for cell in top if wide.column <= cell.column < wide.column + wide.colspan]
            if len(parts) > 1 and all(_is_head(part.text) for part in parts):
                return True
    return False


def _is_head(text: str) -> bool:
    return bool(text) and not _NUMBERED.match(text)


def _goes_on(first: FilledCell, second: FilledCell) -> bool:
    """Whether a label's text fills its cell above the break and is not a label of its own below."""
    return first.full and not _NUMBERED.match(second.text)
