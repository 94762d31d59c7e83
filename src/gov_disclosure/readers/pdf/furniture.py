"""Page furniture: page numbers, running heads and feet, which are on the page but not part of the text.

It is taken off from the edges inwards, up to the first line that is none, so that a figure at the foot of a page is
never taken for its number.
"""

from collections import Counter
from collections.abc import Sequence

from gov_disclosure.language.patterns import regex
from gov_disclosure.readers.pdf.layout import PageLayout
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line

__all__ = ["without_furniture"]

_DIGITS_OF_A_PAGE = 4
_NUMBER = rf"\d{{1,{_DIGITS_OF_A_PAGE}}}"
_DASHES = "-－—–―·•~～"
#: a number with something that says it is a page's: 第3页, 3/5, Page 3 of 5
_MARKED = regex(
    rf"第\s*{_NUMBER}\s*[页頁](?:\s*[/／，,]?\s*共\s*{_NUMBER}\s*[页頁])?"
    rf"|{_NUMBER}\s*[/／]\s*{_NUMBER}|(?:[Pp]age|PAGE)\s*{_NUMBER}(?:\s*(?:of|OF|/)\s*{_NUMBER})?|{_NUMBER}\s*[页頁]"
)
_PLAIN = regex(rf"{_NUMBER}|[ivxlc]{{1,6}}|[IVXLC]{{1,6}}")
_DIGITS = regex(r"\d+")
_SAME_HEIGHT = 6.0  # points by which a running line may move from page to page


def without_furniture(pages: Sequence[PageLayout], tolerances: Tolerances) -> list[tuple[Line, ...]]:
    """The lines of each page without its furniture.

    A page number is the outermost line of its page, and either marked as one, or a lone number that goes up with
    the pages at the same height; a running head or foot is an outermost line that stands at the same height on
    at least two pages with the same words, but for its numbers.
    """
    words: Counter[tuple[str, int]] = Counter()
    numbers: Counter[tuple[int, int]] = Counter()
    for page in pages:
        margins = [line for line in page.lines if _in_margin(page, line, tolerances)]
        words.update({_words(line) for line in margins})
        numbers.update({_number(page, line) for line in margins if _PLAIN.fullmatch(line.text)})
    kept: list[tuple[Line, ...]] = []
    for page in pages:
        lines = sorted(page.lines, key=lambda line: line.top)
        dropped: set[int] = set()
        for outwards in (lines, lines[::-1]):
            for line in outwards:
                if not _in_margin(page, line, tolerances) or _beyond_tables(page, line):
                    break
                if not (
                    _is_marked(line.text)
                    or (_PLAIN.fullmatch(line.text) and _around(numbers, _number(page, line)) > 1)
                    or (_is_worded(line) and _around(words, _words(line)) > 1)
                ):
                    break
                dropped.add(id(line))
        kept.append(tuple(line for line in page.lines if id(line) not in dropped))
    return kept


def _is_marked(text: str) -> bool:
    """Whether a text is a number that is said to be a page's: - 3 - or one of the above."""
    first, last = text[:1], text[-1:]
    if first in _DASHES and last in _DASHES:
        number = text.strip(_DASHES).strip()
        return number.isdecimal() and len(number) <= _DIGITS_OF_A_PAGE
    # most lines, and plain figures, begin or end otherwise
    likely = (first.isdecimal() or first in "第pP") and (last.isdecimal() or last in "页頁")
    return likely and not text.isdecimal() and _MARKED.fullmatch(text) is not None


def _words(line: Line) -> tuple[str, int]:
    return (_DIGITS.sub("#", line.text.replace(" ", "")), round(line.top / _SAME_HEIGHT))


def _number(page: PageLayout, line: Line) -> tuple[int, int]:
    """By how much a number is ahead of its page, and its height: the same for all pages where it counts them."""
    value = int(line.text) if line.text.isdigit() else 0
    return (value - page.number, round(line.top / _SAME_HEIGHT))


def _around(counts: Counter[tuple[str, int]] | Counter[tuple[int, int]], key: tuple[object, int]) -> int:
    what, height = key
    return max(counts[what, near] for near in (height - 1, height, height + 1))  # type: ignore[index]


def _is_worded(line: Line) -> bool:
    """Whether a line has words, and is neither a row of figures nor the end of a sentence."""
    if line.text.endswith("。"):
        return False
    rows = [segment for segment in line.segments if not any(char.isalpha() for char in segment.text)]
    return len(rows) < 2 and any(char.isalpha() for char in line.text)


def _in_margin(page: PageLayout, line: Line, tolerances: Tolerances) -> bool:
    margin = tolerances.margin * page.height
    return line.bottom <= margin or line.top >= page.height - margin


def _beyond_tables(page: PageLayout, line: Line) -> bool:
    """Whether a table stands between a line and the edge of the page that is nearer to it."""
    middle = (line.top + line.bottom) / 2
    if middle < page.height / 2:
        return any(table.ys[0] < line.top for table in page.tables)
    return any(table.ys[-1] > line.bottom for table in page.tables)
