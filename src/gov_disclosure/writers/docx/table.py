"""A statutory table as one element: spans, repeated heads, rows that do not break inside, an upright label."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from xml.sax.saxutils import escape

from gov_disclosure.language.width import width
from gov_disclosure.writers.docx.skeleton import TABLE_SIZE, TEXT_WIDTH
from gov_disclosure.writers.official import Grid, GridCell

__all__ = ["table_xml"]

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_ASIDE = 120  # margins that leave room for one character a line
_TOGETHER = 3  # rows that stay with the one below them
_BESIDE = 100  # the margins at both sides of a cell, and a little more
_DIGIT = 0.64  # how wide a digit is in the widest of the fonts, as a part of its size
_SMALLEST = 8  # half points


def table_xml(grid: Grid) -> str:
    """The table's XML. Every place of its grid belongs to one cell, so it is written in one go, row by row."""
    table = grid.table
    edges = _edges(table.widths)
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    covering = _covering(grid)
    rows = "".join(
        _row(row, covering[row], edges, head=row < table.head_rows, kept=_kept(row, covering[row]))
        for row in range(table.rows)
    )
    return (
        f'<w:tbl xmlns:w="{_MAIN}"><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _edges(widths: Sequence[int]) -> tuple[int, ...]:
    """Where columns begin and end, if they share the width of the text by their relative widths."""
    whole = sum(widths)
    return tuple(TEXT_WIDTH * part // whole for part in accumulate(widths, initial=0))


def _covering(grid: Grid) -> list[list[GridCell]]:
    """For each row the cells that cover its places, from left to right, each standing once a row."""
    rows: list[list[GridCell]] = [[] for _ in range(grid.table.rows)]
    for cell in grid.cells:
        for row in range(cell.drawn.row, cell.drawn.row + cell.drawn.rowspan):
            rows[row].append(cell)
    for cells in rows:
        cells.sort(key=lambda cell: cell.drawn.column)
    return rows


def _kept(row: int, cells: Sequence[GridCell]) -> bool:
    """Whether a row stays on the page of the one below it: the first few, and heads without a figure beside them."""
    return row < _TOGETHER or all(cell.drawn.path is None for cell in cells)


def _row(row: int, cells: Sequence[GridCell], edges: Sequence[int], *, head: bool, kept: bool) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    inside = "".join(part for cell in cells for part in _cell(row, cell, edges, kept=kept))
    # No least height, and a table does not begin with a row or two at the foot of a page: there LibreOffice 7
    # can lose all the rows that follow.
    return f'<w:tr><w:trPr><w:cantSplit/>{repeated}<w:jc w:val="center"/></w:trPr>{inside}</w:tr>'


def _smaller(cell: GridCell, wide: int) -> str:
    """A size at which a figure fits on one line, where it does not fit as it is: broken in two it would be misread."""
    if cell.value is None:
        return ""
    fits = int(2 * (wide - _BESIDE) / 20 / (width(cell.text) * _DIGIT))  # in half points
    return "" if fits >= TABLE_SIZE else f'<w:rPr><w:sz w:val="{max(fits, _SMALLEST)}"/></w:rPr>'


def _cell(row: int, cell: GridCell, edges: Sequence[int], *, kept: bool) -> Iterator[str]:
    drawn = cell.drawn
    wide = edges[drawn.column + drawn.colspan] - edges[drawn.column]
    yield f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>'
    if drawn.colspan > 1:
        yield f'<w:gridSpan w:val="{drawn.colspan}"/>'
    if drawn.rowspan > 1:
        yield '<w:vMerge w:val="restart"/>' if row == drawn.row else "<w:vMerge/>"
    if drawn.vertical:
        # Text turned upright comes out garbled where its font is missing.
        yield f'<w:tcMar><w:left w:w="{_ASIDE}" w:type="dxa"/><w:right w:w="{_ASIDE}" w:type="dxa"/></w:tcMar>'
    yield '<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="'
    yield "TableLabel" if drawn.role == "label" else "TableText"
    yield '"/><w:keepNext/></w:pPr>' if kept else '"/></w:pPr>'
    if cell.text and row == drawn.row:
        yield f'<w:r>{_smaller(cell, wide)}<w:t xml:space="preserve">{escape(cell.text)}</w:t></w:r>'
    yield "</w:p></w:tc>"
