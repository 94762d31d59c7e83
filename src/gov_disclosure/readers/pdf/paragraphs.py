"""From lines to paragraphs: across lines and across pages, and lines of unruled tables left as lines."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.documents import Paragraph
from gov_disclosure.language.patterns import LETTER, regex
from gov_disclosure.readers.pdf.content import Box, rounded
from gov_disclosure.readers.pdf.mending import is_figure
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line, joined_lines
from gov_disclosure.reading.place import Place

__all__ = ["Margins", "PlacedLine", "margins_of", "paragraphs_of"]


_MOST_BETWEEN = 8  # lines of labels between two rows of figures
_SENTENCE_ENDS = frozenset("。；：！？;:!?")
_FULL_STOPS = frozenset("。！？!?")
_FIRST_LINE = 2.6  # how far the first line of a paragraph may be indented, in characters
_WORD = regex(r"[!-~]+")
_LATIN = 0.55  # how wide its letters and figures are, as a part of their size
_LABELLED = regex(rf"{LETTER}{{2,8}}[：:]")
_NUMERALS = "一二三四五六七八九十"
#: What stands before and behind the numeral of a heading.
_AROUND_NUMERAL = {"": ("、",), "（": ("）", ")"), "(": ("）", ")"), "第": ("部分", "章", "节")}


class PlacedLine(NamedTuple):
    """A line, the page it stands on, and its box on the page as it is shown."""

    page: int
    line: Line
    box: Box


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
    lefts = Counter(round(line.x0 / 3) for _, line, _ in lines)
    rights = Counter(round(line.x1 / 6) for _, line, _ in lines)
    left = min((place for place, count in lefts.items() if count >= enough), default=min(lefts))
    right = max((place for place, count in rights.items() if count >= enough), default=max(rights))
    steps = Counter(
        round(second.line.top - first.line.top)
        for first, second in pairwise(lines)
        if first.page == second.page and second.line.top > first.line.top
    )
    step = max(steps, key=steps.__getitem__, default=0)
    return Margins(left * 3.0, right * 6.0, float(step))


def paragraphs_of(lines: Sequence[PlacedLine], margins: Margins, tolerances: Tolerances) -> list[Paragraph]:
    """The paragraphs that a run of lines makes, in reading order."""
    tabular = _tabular(lines, margins, tolerances)
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
    if _is_heading(line.text) and (last.text[-1] in _SENTENCE_ENDS or _is_heading(last.text)):
        return True
    if last.x1 < margins.right - (tolerances.short_line + _unbroken(last, line)) * size:
        return True
    # A line set in the middle may end where full lines seem to, in a short document; it does not begin where they do.
    indented = margins.left + _FIRST_LINE * size
    if last.x0 > indented + size and (line.x0 <= indented or _LABELLED.match(line.text)):
        return True
    if line.x0 > margins.left + tolerances.indent * size and line.x0 > last.x0 - tolerances.indent * size:
        return True
    if max(last.size, line.size) > 1.25 * size:
        return True
    gap = line.top - last.top
    return before.page == here.page and margins.step > 0 and gap > tolerances.paragraph_gap * margins.step


def _is_heading(text: str) -> bool:
    """Whether a text begins with the numeral of a heading: 一、, （一）, 第一部分."""
    before = text[:1] if text[:1] in _AROUND_NUMERAL else ""
    numbered = text[len(before) :]
    behind = numbered.lstrip(_NUMERALS)
    return 0 < len(numbered) - len(behind) <= 3 and behind.startswith(_AROUND_NUMERAL[before])


def _unbroken(last: Line, line: Line) -> float:
    """How many characters wide the word is with which a line begins: too wide for the end of the line before it.

    Numbers and Latin words are not broken, so that such a line may end early in mid-sentence.
    """
    if last.text[-1] in _FULL_STOPS:
        return 0.0
    word = _WORD.match(line.text)
    return 0.0 if word is None else len(word[0]) * _LATIN


def _paragraph(together: Sequence[PlacedLine]) -> Paragraph:
    first = together[0]
    x0, top, x1, bottom = zip(*(box for page, _, box in together if page == first.page), strict=True)
    box = (min(x0), min(top), max(x1), max(bottom))
    return Paragraph(
        text=joined_lines(line.text for _, line, _ in together),
        place=Place(page=first.page, box=rounded(box)),
        doubt=any(not line.sure or line.overlapping for _, line, _ in together),
    )


def _tabular(lines: Sequence[PlacedLine], margins: Margins, tolerances: Tolerances) -> list[bool]:
    """Which lines are rows of a table without rules, or stand between such rows."""
    marked = [_is_row(line, margins) for _, line, _ in lines]
    places = [index for index, mark in enumerate(marked) if mark]
    for first, second in pairwise(places):
        between = range(first + 1, second)
        if len(between) <= _MOST_BETWEEN and not any(
            _fills(lines[index].line, margins, tolerances) for index in between
        ):
            for index in between:
                marked[index] = True
    return marked


def _is_row(line: Line, margins: Margins) -> bool:
    """Whether a line has words or figures in several columns, or a lone figure that stands in one."""
    if len(line.segments) > 2:
        return True
    figures = [is_figure(segment.text) for segment in line.segments]
    return figures[-1] and (len(figures) > 1 or line.x0 > margins.left + 3 * line.size)


def _fills(line: Line, margins: Margins, tolerances: Tolerances) -> bool:
    """Whether a line runs from one margin to the other, as lines of prose do."""
    return (
        line.x0 <= margins.left + tolerances.indent * line.size
        and line.x1 >= margins.right - tolerances.short_line * line.size
    )


def _spaced(placed: PlacedLine, margins: Margins) -> Paragraph:
    """A line with its gaps kept as spaces, a space for half a character's width."""
    page, line, box = placed
    unit = max(line.size / 2, 1.0)
    text = ""
    for segment in line.segments:
        column = round((segment.x0 - margins.left) / unit)
        text += " " * max(column - _width(text), 2 if text else 0) + segment.text
    return Paragraph(
        text=text,
        place=Place(page=page, box=rounded(box)),
        whole=False,
        doubt=not line.sure or line.overlapping,
    )


def _width(text: str) -> int:
    return sum(2 if char >= "\u2e80" else 1 for char in text)
