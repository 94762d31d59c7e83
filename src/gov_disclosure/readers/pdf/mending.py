"""What a page break cuts inside a table: a row in two, or a label that stands for several rows.

Figures decide. Two figures in one column are two rows, never one; what is joined besides is a label with the
rest of it, or a cell with nothing.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from gov_disclosure.readers.pdf.layout import FilledCell
from gov_disclosure.readers.pdf.text import joined_lines

__all__ = ["is_figure", "mended"]

_Pair: TypeAlias = tuple[FilledCell, FilledCell]

#: the number in front of a row's label: a label that begins with one is whole
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9０-９]{1,3}[）).、．，]")


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure: digits, and no letter or Chinese character but those of units."""
    return any(char.isdigit() for char in text) and not any(char.isalpha() for char in text.strip("元万亿件"))


def mended(
    above: Sequence[FilledCell], below: Sequence[FilledCell], rows: int, total: int
) -> tuple[list[FilledCell], list[FilledCell], int]:
    """The cells on both sides of a break, with what it cut made whole, and the number of rows there are now.

    ``rows`` are those above the break, ``total`` all of them; the rows of ``below`` are counted on from
    there.
    """
    pairs = _pairs(above, below, rows)
    if not pairs:
        return list(above), list(below), total
    if _one_row_cut(pairs, above, below, rows):
        joined = {id(first): _joined(first, second, 1) for first, second in pairs}
        seconds = {id(second) for _, second in pairs}
        rest = [cell._replace(row=cell.row - 1) for cell in below if id(cell) not in seconds]
        return [joined.get(id(cell), cell) for cell in above], rest, total - 1
    labels = [pair for pair in pairs if _one_label(pair, above, below, rows)]
    joined = {id(first): _joined(first, second, 0) for first, second in labels}
    seconds = {id(second) for _, second in labels}
    return (
        [joined.get(id(cell), cell) for cell in above],
        [cell for cell in below if id(cell) not in seconds],
        total,
    )


def _pairs(above: Sequence[FilledCell], below: Sequence[FilledCell], rows: int) -> list[_Pair]:
    """Cells that meet at the break in the same columns."""
    firsts = {(c.column, c.colspan): c for c in above if c.row + c.rowspan == rows}
    return [
        (firsts[second.column, second.colspan], second)
        for second in below
        if second.row == rows and (second.column, second.colspan) in firsts
    ]


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


def _one_row_cut(
    pairs: Sequence[_Pair], above: Sequence[FilledCell], below: Sequence[FilledCell], rows: int
) -> bool:
    """Whether the last row above and the first below are one row."""
    if len(pairs) != sum(c.row + c.rowspan == rows for c in above) or len(pairs) != sum(
        c.row == rows for c in below
    ):
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


def _one_label(pair: _Pair, above: Sequence[FilledCell], below: Sequence[FilledCell], rows: int) -> bool:
    """Whether two cells are one label that stands for rows on both sides of the break."""
    first, second = pair
    if any(cell.text and is_figure(cell.text) for cell in pair):
        return False
    at_break = [c.open_bottom for c in above if c.row + c.rowspan == rows]
    at_break += [c.open_top for c in below if c.row == rows]
    if first.open_bottom and second.open_top and not all(at_break):
        return True
    both = bool(first.text and second.text)
    if _inside_head(above, below, rows):
        return not both or _goes_on(first, second)
    if not _is_label_column(first, above) or not _is_label_column(second, below):
        return False
    last = first.column + first.colspan
    inner = all(
        any(c.column >= last and c.text and not is_figure(c.text) for c in cells)
        for cells in (
            [c for c in above if c.row + c.rowspan == rows],
            [c for c in below if c.row == rows],
        )
    )
    if both:
        return (inner or first.rowspan > 1 or second.rowspan > 1) and _goes_on(first, second)
    return inner and bool(first.text or second.text)


def _inside_head(above: Sequence[FilledCell], below: Sequence[FilledCell], rows: int) -> bool:
    """Whether the break lies inside a head of several rows: a head above stands over several heads below."""
    under = [c for c in below if c.row == rows]
    words = {(c.column, c.colspan) for c in above if c.row + c.rowspan == rows and c.text}
    if any(is_figure(c.text) or not (c.text or (c.column, c.colspan) in words) for c in under):
        return False
    for wide in above:
        if wide.row + wide.rowspan == rows and wide.colspan > 1:
            parts = [c for c in under if wide.column <= c.column < wide.column + wide.colspan]
            if len(parts) > 1 and wide.text and all(_is_head(part.text) for part in parts):
                return True
    return False


def _is_head(text: str) -> bool:
    return bool(text) and not _NUMBERED.match(text)


def _is_label_column(cell: FilledCell, cells: Sequence[FilledCell]) -> bool:
    last = cell.column + cell.colspan
    return not any(
        other.text
        and is_figure(other.text)
        and other.column < last
        and other.column + other.colspan > cell.column
        for other in cells
    )


def _goes_on(first: FilledCell, second: FilledCell) -> bool:
    """Whether a label's text fills its cell above the break and is not a label of its own below."""
    return first.full and not _NUMBERED.match(second.text)
