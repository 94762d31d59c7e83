"""Plain text: a paragraph a line with an empty line behind it, tables between upright strokes."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from gov_disclosure.language.width import pad, width
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.official import Grid, Part, Particular, lines_of, official
from gov_disclosure.writers.protocol import Written

__all__ = ["TextWriter"]


class TextWriter:
    """The official form as plain text in UTF-8.

    Every line of a table has all columns of the table's grid; a cell that covers several stands in the first
    of them. So a blank cell can be told from one that is not there.
    """

    name = "text"
    suffixes: tuple[str, ...] = (".txt",)
    reads_as: ClassVar[str] = "text"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The text."""
        form = official(value)
        blocks = [block for part in form.parts for block in _block(part)]
        text = "\n\n".join(blocks) + "\n" if blocks else ""
        return Written(content=text.encode(), notices=form.notices)


def _block(part: Part) -> Iterator[str]:
    if isinstance(part, Grid):
        yield "\n".join(_table(part))
    elif isinstance(part, Particular):
        yield part.line
    else:
        yield part.text


def _table(grid: Grid) -> Iterator[str]:
    lines = [[text.replace("|", "\\|") for text in line] for line in lines_of(grid)]
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
