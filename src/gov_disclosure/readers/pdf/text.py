"""From characters to lines of text, in reading order, with the spaces that the gaps between them mean."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from gov_disclosure.readers.pdf.content import Box, Run
from gov_disclosure.readers.pdf.settings import Tolerances

__all__ = ["Line", "Segment", "is_wide", "joined_lines", "line_of", "lines_of"]

_POINTS = frozenset(".．,，·")


class Segment(NamedTuple):
    """Part of a line without a wide gap in it."""

    text: str
    x0: float
    x1: float


class Line(NamedTuple):
    """A line of text: its words, its parts between wide gaps, its box, and its usual character size.

    ``overlapping`` is true where different characters stand on each other, ``sure`` false where a character
    is not known or not painted.
    """

    text: str
    segments: tuple[Segment, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    overlapping: bool = False
    sure: bool = True

    @property
    def box(self) -> Box:
        """The line's box."""
        return (self.x0, self.top, self.x1, self.bottom)


def is_wide(run: str) -> bool:
    """Whether a character is as wide as it is high: Chinese characters and full-width marks."""
    return run >= "\u2e80"


def lines_of(runs: Iterable[Run], tolerances: Tolerances) -> list[list[Run]]:
    """Upright characters by the line they stand on, from the top, each line from the left."""
    levels: dict[float, list[Run]] = {}  # most characters of a line stand at exactly the same height
    for run in runs:
        level = run[2] + run[4]
        if level in levels:
            levels[level].append(run)
        else:
            levels[level] = [run]
    lines: list[list[Run]] = []
    middle = reach = 0.0
    share = 2 * tolerances.same_line
    for level in sorted(levels):
        together = levels[level]
        size = max(map(_size, together))
        if lines and level - middle <= share * max(size, reach):
            lines[-1] += together
            reach = max(size, reach)
        else:
            lines.append(together)
            middle, reach = level, size
    for line in lines:
        line.sort(key=_left)
    return _points_put_back(lines) if len(lines) > 1 else lines


_left, _top, _right, _bottom, _size, _mapped, _visible = map(itemgetter, (1, 2, 3, 4, 5, 7, 8))


def _middle(run: Run) -> float:
    return run.top + run.bottom


def _points_put_back(lines: list[list[Run]]) -> list[list[Run]]:
    """Decimal points on a baseline of their own, back into the figure whose gap they stand in."""
    kept: list[list[Run]] = []
    for index, line in enumerate(lines):
        if line[0].text in _POINTS and all(run.text in _POINTS for run in line):
            for other in (lines[index - 1 : index] if index else []) + lines[index + 1 : index + 2]:
                if any(run.text not in _POINTS for run in other) and all(_fits(run, other) for run in line):
                    other += line
                    other.sort(key=_left)
                    break
            else:
                kept.append(line)
        else:
            kept.append(line)
    return kept


def _fits(point: Run, line: list[Run]) -> bool:
    before = [run for run in line if run.x0 <= point.x0]
    after = [run for run in line if run.x0 > point.x0]
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    return (
        left.text[-1].isdigit()
        and right.text[0].isdigit()
        and right.x0 - left.x1 < 1.2 * left.size
        and abs(_middle(point) - _middle(left)) <= 2 * left.size
    )


def line_of(runs: Sequence[Run], tolerances: Tolerances) -> Line:
    """One line from its characters, sorted from the left: without those painted twice, with spaces."""
    first = runs[0]
    if len(runs) == 1:
        text = first.text
        return Line(
            text,
            (Segment(text, first.x0, first.x1),),
            first.x0,
            first.top,
            first.x1,
            first.bottom,
            first.size,
            False,
            first.mapped and first.visible,
        )
    latin, wide, column = tolerances.latin_space, tolerances.wide_space, tolerances.column_gap
    segments: list[Segment] = []
    words: list[str] = []
    kept: list[Run] = []
    before, left, _, end, _, last, _, _, _ = first
    start = left
    overlapping = False
    for run in runs:
        text, x0, _, x1, _, size, _, _, _ = run
        gap = x0 - end if kept else 0.0
        if gap < 0.0:
            if gap < -tolerances.overlap * min(x1 - x0, end - left):
                if text == before:
                    continue
                overlapping = True
        elif gap > 0.0:
            unit = size if size < last else last
            if gap > latin * unit:
                if gap > column * unit:
                    segments.append(Segment("".join(words), start, end))
                    words, start = [], x0
                elif gap > wide * unit or (text < "\u2e80" and before < "\u2e80"):
                    words.append(" ")
        words.append(text)
        kept.append(run)
        before, left, end, last = text, x0, x1, size
    segments.append(Segment("".join(words), start, end))
    text = segments[0].text if len(segments) == 1 else " ".join([segment.text for segment in segments])
    return Line(
        text,
        tuple(segments),
        first.x0,
        min(map(_top, kept)),
        max(map(_right, kept)),
        max(map(_bottom, kept)),
        max(map(_size, kept)),
        overlapping,
        all(map(_mapped, kept)) and all(map(_visible, kept)),
    )


def joined_lines(lines: Iterable[str]) -> str:
    """Lines of one passage as running text: a space only between words of Latin letters."""
    whole = ""
    for line in lines:
        if whole and line and whole[-1].isalpha() and line[0].isalpha() and whole[-1] < "\u2e80" > line[0]:
            whole += " "
        whole += line
    return whole
