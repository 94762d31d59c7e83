"""Tables of which every cell stands on a line of its own with its pipe, as extractors leave pages with paragraphs
in their cells::

    信息内容 |
    本年处理决定数量 |
    ||
    行政许可 |
    |
    ||

A blank cell is a pipe alone, and rows with less cells than the widest are filled up with pipes (the last one not
always). So the table is as wide as every row that was filled up ends at a multiple of it: then no cell has vanished,
and the rows are whole again.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import gcd
from typing import NamedTuple, TypeAlias

from gov_disclosure.language.patterns import regex
from gov_disclosure.model.narrative import SECTIONS

__all__ = ["CellRows", "with_cells_gathered"]

_Line: TypeAlias = tuple[int, str]

_PIPE = regex(r"[|｜]")
_FILL = regex(r"[|｜]\s*[|｜]\s*$")  # pipes that fill a row up
_LEAST_LINES = 12
_WIDEST = 20  # cells of a row
_LONG = 60  # characters of a line that is no part of a label
_SENTENCE = ("。", "！", "；", "：", ":")


class CellRows(NamedTuple):
    """The rows of a table, each cell with the number of its line."""

    rows: tuple[tuple[_Line, ...], ...]


def with_cells_gathered(lines: Iterable[_Line]) -> Iterator[_Line | CellRows]:
    """The lines, with those that hold the cells of a table one by one as rows."""
    all_lines = list(lines)
    if not _is_cell_by_cell([text for _, text in all_lines]):
        yield from all_lines
        return
    waiting: list[_Line] = []
    for place, line in enumerate(all_lines):
        parts = _parts_tables(line[1])
        if waiting and parts:
            yield from _gathered(waiting)
            waiting = []
        begins = bool(_PIPE.search(line[1])) or (
            not parts and any(text.strip() in ("|", "｜") for _, text in all_lines[place + 1 : place + 2])
        )
        if waiting or begins:
            waiting.append(line)
        else:
            yield line
    yield from _gathered(waiting)


def _is_cell_by_cell(texts: Sequence[str]) -> bool:
    """Whether nearly all lines with pipes hold one cell or none, and some fill a row up."""
    piped = [text for text in texts if _PIPE.search(text)]
    if len(piped) < _LEAST_LINES or not any(map(_FILL.search, piped)):
        return False
    single = sum(len([cell for cell in _PIPE.split(text) if cell.strip()]) < 2 for text in piped)
    return 20 * single >= 19 * len(piped)


def _parts_tables(text: str) -> bool:
    """Whether a line without a pipe is a heading or a sentence rather than a piece of a cell."""
    stripped = text.strip()
    if not stripped or _PIPE.search(stripped):
        return False
    return (
        len(stripped) > _LONG or stripped.endswith(_SENTENCE) or any(title in stripped for title in _titles())
    )


@cache
def _titles() -> tuple[str, ...]:
    return tuple(section.title for section in SECTIONS)


def _gathered(lines: Sequence[_Line]) -> Iterator[_Line | CellRows]:
    """The rows of one table; the lines as they are where rows cannot be told apart."""
    cells: list[_Line] = []
    ends: list[int] = []  # how many cells there are where a row was filled up
    words: list[_Line] = []
    last = 0
    for place, (number, text) in enumerate(lines, 1):
        *closed, rest = _PIPE.split(text)
        if closed:
            first = [*words, (number, closed[0])]
            joined = "\n".join(part for _, part in first if part.strip())
            cells += [(first[0][0], joined.strip()), *((number, cell.strip()) for cell in closed[1:])]
            words, last = [], place
            if _FILL.search(text):
                ends.append(len(cells))
        if rest.strip():
            words.append((number, rest))
    width = gcd(*ends)
    rows = [tuple(cells[start : start + width]) for start in range(0, len(cells), width or 1)]
    blank = sum(
        not row[0][1] and any(text for _, text in row) for row in rows
    )  # as the figures of table four may begin, and a label does not
    if not 1 < width <= _WIDEST or len(rows[-1]) < 2 or blank > 1:
        yield from lines
        return
    yield CellRows(tuple(rows))
    yield from lines[last:]
