"""From characters to lines of text, in reading order, with the spaces that the gaps between them mean."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gov_disclosure.readers.pdf.content import Box, Char
from gov_disclosure.readers.pdf.settings import Tolerances

__all__ = ["Line", "Segment", "is_wide", "joined_lines", "line_of", "lines_of", "turned_upright"]

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


def is_wide(char: str) -> bool:
    """Whether a character is as wide as it is high: Chinese characters and full-width marks."""
    return char >= "\u2e80"


def lines_of(chars: Iterable[Char], tolerances: Tolerances) -> list[list[Char]]:
    """Upright characters by the line they stand on, from the top, each line from the left."""
    lines: list[list[Char]] = []
    line: list[Char] = []
    middle = reach = 0.0
    share = 2 * tolerances.same_line
    for char in sorted(chars, key=_middle):
        here = char[2] + char[4]
        if line and here - middle <= share * (char[5] if char[5] > reach else reach):
            line.append(char)
            if char[5] > reach:
                reach = char[5]
        else:
            line = [char]
            lines.append(line)
            middle, reach = here, char[5]
    for line in lines:
        line.sort(key=_left)
    return _points_put_back(lines) if len(lines) > 1 else lines


def _middle(char: Char) -> float:
    return char[2] + char[4]


def _left(char: Char) -> float:
    return char[1]


def _points_put_back(lines: list[list[Char]]) -> list[list[Char]]:
    """Decimal points on a baseline of their own, back into the figure whose gap they stand in."""
    kept: list[list[Char]] = []
    for index, line in enumerate(lines):
        if all(char.text in _POINTS for char in line):
            for other in (lines[index - 1 : index] if index else []) + lines[index + 1 : index + 2]:
                if any(char.text not in _POINTS for char in other) and all(
                    _fits(char, other) for char in line
                ):
                    other += line
                    other.sort(key=_left)
                    break
            else:
                kept.append(line)
        else:
            kept.append(line)
    return kept


def _fits(point: Char, line: list[Char]) -> bool:
    before = [char for char in line if char.x0 <= point.x0]
    after = [char for char in line if char.x0 > point.x0]
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    return (
        left.text.isdigit()
        and right.text.isdigit()
        and right.x0 - left.x1 < 1.2 * left.size
        and abs(_middle(point) - _middle(left)) <= 2 * left.size
    )


def line_of(chars: Sequence[Char], tolerances: Tolerances) -> Line:
    """One line from its characters, sorted from the left: without those painted twice, with spaces."""
    first = chars[0]
    if len(chars) == 1:
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
    start, end = first.x0, first.x0
    before = first
    top, bottom, size = first.top, first.bottom, first.size
    overlapping, sure = False, True
    for char in chars:
        text, x0, upper, x1, lower, height, _, mapped, visible = char
        if words:
            gap = x0 - before[3]
            if gap < 0:
                narrower = min(x1 - x0, before[3] - before[1])
                if gap < -tolerances.overlap * narrower:
                    if text == before[0]:
                        continue
                    overlapping = True
            else:
                unit = height if height < before[5] else before[5]
                if gap > column * unit:
                    segments.append(Segment("".join(words), start, end))
                    words, start = [], x0
                elif gap > latin * unit and (gap > wide * unit or (text < "\u2e80" and before[0] < "\u2e80")):
                    words.append(" ")
        words.append(text)
        if x1 > end:
            end = x1
        if upper < top:
            top = upper
        if lower > bottom:
            bottom = lower
        if height > size:
            size = height
        if not (mapped and visible):
            sure = False
        before = char
    segments.append(Segment("".join(words), start, end))
    text = segments[0].text if len(segments) == 1 else " ".join(segment.text for segment in segments)
    return Line(text, tuple(segments), first.x0, top, end, bottom, size, overlapping, sure)


def joined_lines(lines: Iterable[str]) -> str:
    """Lines of one passage as running text: a space only between words of Latin letters."""
    whole = ""
    for line in lines:
        if whole and line and whole[-1].isalpha() and line[0].isalpha() and whole[-1] < "\u2e80" > line[0]:
            whole += " "
        whole += line
    return whole


def turned_upright(char: Char) -> Char:
    """The character as it stands when the page is turned so that its text runs from left to right."""
    text, x0, top, x1, bottom, size, turn, mapped, visible = char
    if turn == 90:
        box = (top, -x1, bottom, -x0)
    elif turn == 270:
        box = (-bottom, x0, -top, x1)
    elif turn == 180:
        box = (-x1, -bottom, -x0, -top)
    else:
        return char
    return Char(text, *box, size, 0, mapped, visible)
