"""From lines to paragraphs: across lines and across pages, and lines of unruled tables left as lines."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.documents import Paragraph
from gov_disclosure.readers.pdf.content import rounded
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line, joined_lines
from gov_disclosure.reading.place import Place

__all__ = ["Margins", "PlacedLine", "margins_of", "paragraphs_of"]


_SENTENCE_ENDS = frozenset("。；：！？;:!?")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HEADING = re.compile(f"{_NUMERAL}、|[（(]{_NUMERAL}[）)]|第{_NUMERAL}(?:部分|章|节)")


class PlacedLine(NamedTuple):
    """A line and the page it stands on."""

    page: int
    line: Line


class Margins(NamedTuple):
    """Where lines of running text begin and end, and how far apart they stand, in points."""

    left: float
    right: float
    step: float


def margins_of(lines: Sequence[PlacedLine]) -> Margins:
    """The margins of the running text, by where most lines begin and end."""
    if not lines:
        return Margins(0.0, 0.0, 0.0)
    enough = max(2, len(lines) // 20)
    lefts = Counter(round(line.x0 / 3) for _, line in lines)
    rights = Counter(round(line.x1 / 6) for _, line in lines)
    left = min((place for place, count in lefts.items() if count >= enough), default=min(lefts))
    right = max((place for place, count in rights.items() if count >= enough), default=max(rights))
    steps = Counter(
        round(second.line.top - first.line.top)
        for first, second in pairwise(lines)
        if first.page == second.page and second.line.top > first.line.top
    )
    step = steps.most_common(1)[0][0] if steps else 0
    return Margins(left * 3.0, right * 6.0, float(step))


def paragraphs_of(lines: Sequence[PlacedLine], margins: Margins, tolerances: Tolerances) -> list[Paragraph]:
    """The paragraphs that a run of lines makes, in reading order."""
    tabular = _tabular(lines)
    paragraphs: list[Paragraph] = []
    together: list[PlacedLine] = []
    for index, placed in enumerate(lines):
        if tabular[index]:
            if together:
                paragraphs.append(_paragraph(together))
                together = []
            paragraphs.append(_spaced(placed, margins))
        else:
            if together and _begins(together[-1], placed, margins, tolerances):
                paragraphs.append(_paragraph(together))
                together = []
            together.append(placed)
    if together:
        paragraphs.append(_paragraph(together))
    return paragraphs


def _begins(before: PlacedLine, here: PlacedLine, margins: Margins, tolerances: Tolerances) -> bool:
    """Whether a line begins a paragraph."""
    last, line = before.line, here.line
    size = min(last.size, line.size)
    if last.text[-1] in _SENTENCE_ENDS and _HEADING.match(line.text):
        return True
    if last.x1 < margins.right - tolerances.short_line * size:
        return True
    if line.x0 > margins.left + tolerances.indent * size and line.x0 > last.x0 - tolerances.indent * size:
        return True
    if max(last.size, line.size) > 1.25 * size:
        return True
    gap = line.top - last.top
    return before.page == here.page and margins.step > 0 and gap > tolerances.paragraph_gap * margins.step


def _paragraph(together: Sequence[PlacedLine]) -> Paragraph:
    first = together[0]
    same = [line for page, line in together if page == first.page]
    box = (
        min(line.x0 for line in same),
        min(line.top for line in same),
        max(line.x1 for line in same),
        max(line.bottom for line in same),
    )
    return Paragraph(
        text=joined_lines(line.text for _, line in together),
        place=Place(page=first.page, box=rounded(box)),
        doubt=any(not line.sure or line.overlapping for _, line in together),
    )


def _tabular(lines: Sequence[PlacedLine]) -> list[bool]:
    """Which lines are rows of a table without rules, or stand between such rows."""
    marked = [len(line.segments) > 2 for _, line in lines]
    for index, (_, line) in enumerate(lines):
        if len(line.segments) == 2 and any(marked[max(index - 2, 0) : index + 3]):
            marked[index] = True
    places = [index for index, mark in enumerate(marked) if mark]
    for first, second in pairwise(places):
        if 1 < second - first <= 3:
            for index in range(first + 1, second):
                marked[index] = True
    return marked


def _spaced(placed: PlacedLine, margins: Margins) -> Paragraph:
    """A line with its gaps kept as spaces, a space for half a character's width."""
    page, line = placed
    unit = max(line.size / 2, 1.0)
    text = ""
    for segment in line.segments:
        column = round((segment.x0 - margins.left) / unit)
        text += " " * max(column - _width(text), 2 if text else 0) + segment.text
    return Paragraph(
        text=text,
        place=Place(page=page, box=rounded(line.box)),
        whole=False,
        doubt=not line.sure or line.overlapping,
    )


def _width(text: str) -> int:
    return sum(2 if char >= "\u2e80" else 1 for char in text)
