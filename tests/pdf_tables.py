"""Tables drawn over pages, broken wherever a test likes: what a PDF reader has to make whole again."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, Protocol, TypeAlias

import attrs

from pdf_drawing import Drawing, PenStyle, text_width

__all__ = ["LEFT", "TOP", "BreakEdge", "DrawnTable", "LabelAtBreak", "draw_table", "row_heights"]

BreakEdge: TypeAlias = Literal["open", "closed", "open below", "open above"]
LabelAtBreak: TypeAlias = Literal["before", "cut"]

LEFT, RIGHT, TOP, BOTTOM = 77.0, 517.0, 80.0, 770.0
SIZE = 9.0
_LINE = SIZE * 1.35


class _TableCell(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def rowspan(self) -> int: ...
    @property
    def colspan(self) -> int: ...


@attrs.frozen(kw_only=True)
class DrawnTable:
    """A table and how it is to be drawn: after which rows the page ends, how the rules stand there, whether the
    head is printed again, and where a label goes that stands for rows on both pages."""

    cells: tuple[_TableCell, ...]
    rows: int
    widths: tuple[float, ...]
    breaks: tuple[int, ...] = ()
    edge: BreakEdge = "open"
    head_rows: int = 0
    label: LabelAtBreak = "before"
    vertical: frozenset[str] = frozenset()

    @property
    def xs(self) -> list[float]:
        """The column lines."""
        whole = sum(self.widths)
        xs, done = [LEFT], 0.0
        for width in self.widths:
            done += width
            xs.append(LEFT + (RIGHT - LEFT) * done / whole)
        return xs


def _wrapped(text: str, room: float, *, one_a_line: bool = False) -> list[str]:
    lines = [""]
    for char in text:
        if char == "\n":
            lines.append("")
            continue
        if lines[-1] and (one_a_line or text_width(lines[-1] + char, SIZE) > room):
            lines.append("")
        lines[-1] += char
    return lines


def _lines(table: DrawnTable, cell: _TableCell) -> list[str]:
    xs = table.xs
    room = xs[cell.column + cell.colspan] - xs[cell.column] - 6
    return _wrapped(cell.text, room, one_a_line=cell.text in table.vertical)


def row_heights(table: DrawnTable) -> list[float]:
    """Heights in which every text fits, a cut label's two halves included."""
    heights = [_LINE + 5.0] * table.rows
    for cell in sorted(table.cells, key=lambda cell: cell.rowspan):
        need = len(_lines(table, cell)) * _LINE + 5.0
        spans = [range(cell.row, cell.row + cell.rowspan)]
        if table.label == "before":  # all of it has to fit above the first break inside
            inside = [at for at in table.breaks if cell.row < at < cell.row + cell.rowspan]
            if inside:
                spans = [range(cell.row, inside[0])]
        for span in spans:
            short = need - sum(heights[row] for row in span)
            if short > 0:
                for row in span:
                    heights[row] += short / len(span)
    return heights


def draw_table(drawing: Drawing, table: DrawnTable, style: PenStyle, top: float = TOP) -> float:
    """Draw a table, with new pages at its breaks; gives where it ends on the last page."""
    heights = row_heights(table)
    edges = [0, *sorted(table.breaks), table.rows]
    for part, (first, last) in enumerate(pairwise(edges)):
        if part:
            drawing.new_page()
            top = TOP
            if table.head_rows and first >= table.head_rows:
                top = _draw_rows(drawing, table, style, heights, 0, table.head_rows, top, ends=False)
                top = _draw_rows(drawing, table, style, heights, first, last, top, begins=False)
                continue
        top = _draw_rows(drawing, table, style, heights, first, last, top)
    return top


def _draw_rows(
    drawing: Drawing,
    table: DrawnTable,
    style: PenStyle,
    heights: Sequence[float],
    first: int,
    last: int,
    top: float,
    *,
    begins: bool = True,
    ends: bool = True,
) -> float:
    xs = table.xs
    ys = [top]
    for row in range(first, last):
        ys.append(ys[-1] + heights[row])
    rules: list[tuple[float, float, float, float]] = []
    for cell in table.cells:
        if cell.row >= last or cell.row + cell.rowspan <= first:
            continue
        above, below = max(cell.row, first), min(cell.row + cell.rowspan, last)
        x0, x1 = xs[cell.column], xs[cell.column + cell.colspan]
        y0, y1 = ys[above - first], ys[below - first]
        if style == "boxed":
            drawing.raw("1 1 1 rg\n")
            drawing.box(x0 + 0.2, y0 + 0.2, x1 - 0.2, y1 - 0.2, "f")
            drawing.raw("0 0 0 rg\n")
        cut_above = begins and above == first and first > 0
        cut_below = ends and below == last and last < table.rows
        goes_on_above, goes_on_below = cell.row < first, cell.row + cell.rowspan > last
        open_top = cut_above and (
            table.edge in ("open", "open above") or (goes_on_above and table.edge != "closed")
        )
        open_bottom = cut_below and (
            table.edge in ("open", "open below") or (goes_on_below and table.edge != "closed")
        )
        if style == "rects" and not open_top and not open_bottom:
            drawing.width(0.5)
            drawing.box(x0, y0, x1, y1)
        elif style == "rings" and not open_top and not open_bottom:
            drawing.ring(x0, y0, x1, y1)
        else:
            rules += [(x0, y0, x0, y1), (x1, y0, x1, y1)]
            rules += [] if open_top else [(x0, y0, x1, y0)]
            rules += [] if open_bottom else [(x0, y1, x1, y1)]
        _write(drawing, table, cell, first, last, heights, (x0, y0, x1, y1))
    drawing.rules(rules, "lines" if style in ("rects", "rings", "boxed") else style)
    return ys[-1]


def _write(
    drawing: Drawing,
    table: DrawnTable,
    cell: _TableCell,
    first: int,
    last: int,
    heights: Sequence[float],
    box: tuple[float, float, float, float],
) -> None:
    """Write what of a cell's text belongs on this page."""
    lines = _lines(table, cell)
    shown = lines
    if cell.row < first or cell.row + cell.rowspan > last:
        edges = sorted({cell.row, *(at for at in table.breaks if cell.row < at < cell.row + cell.rowspan)})
        done = 0
        shown = []
        for start, stop in zip(edges, [*edges[1:], cell.row + cell.rowspan], strict=True):
            room = int((sum(heights[start:stop]) - 4) // _LINE)
            if table.label == "cut" and stop < cell.row + cell.rowspan:
                later = int((sum(heights[stop : cell.row + cell.rowspan]) - 4) // _LINE)
                room = min(room, max(len(lines) // 2, len(lines) - done - later, 1))
            here = lines[done : done + room]
            done += len(here)
            if max(start, first) < min(stop, last):
                shown = here
    x0, y0, x1, y1 = box
    figure = cell.text.replace(".", "").replace("-", "").isdigit()
    baseline = (y0 + y1) / 2 - len(shown) * _LINE / 2 + SIZE * 1.05
    for line in shown:
        x = x0 + 3.0
        if figure or cell.text in table.vertical:
            x = (x0 + x1) / 2 - text_width(line, SIZE) / 2
        drawing.text(x, baseline, line, SIZE)
        baseline += _LINE
