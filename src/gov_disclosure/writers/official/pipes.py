"""A statutory table as lines of cells between upright strokes, for formats that are read as text."""

from collections.abc import Callable, Iterator, Sequence

from gov_disclosure.language.width import pad, width
from gov_disclosure.writers.official.grid import Grid, lines_of

__all__ = ["piped_lines"]


def piped_lines(grid: Grid, escaped: Callable[[str], str]) -> Iterator[str]:
    """The table's lines, each with all columns of its grid; strokes stand under each other where there is room.

    A cell that covers several places stands in the first of them. ``escaped`` makes a text safe between strokes.
    """
    lines = [[escaped(text) for text in line] for line in lines_of(grid)]
    wide = {(cell.drawn.row, cell.drawn.column) for cell in grid.cells if cell.drawn.colspan > 1}
    widths = [
        max((width(line[column]) for row, line in enumerate(lines) if (row, column) not in wide), default=0)
        for column in range(grid.table.columns)
    ]
    figures = {(cell.drawn.row, cell.drawn.column) for cell in grid.cells if cell.drawn.path is not None}
    for row, line in enumerate(lines):
        yield _line(line, widths, {column for at, column in figures if at == row})


def _line(texts: Sequence[str], widths: Sequence[int], figures: set[int]) -> str:
    """One line of the table; behind a text too long for its column the next ones are narrower."""
    line = "|"
    due = 1
    for column, (text, wanted) in enumerate(zip(texts, widths, strict=True)):
        due += wanted + 3
        room = due - width(line) - 3
        line += f" {pad(text, room, 'right' if column in figures else 'left')} |"
    return line
