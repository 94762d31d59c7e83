"""Page furniture: page numbers, running heads and feet, which are on the page but not part of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from gov_disclosure.readers.pdf.layout import PageLayout
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line

__all__ = ["without_furniture"]

_PAGE_NUMBER = re.compile(
    r"[-－—–·•~～\s]*(?:第\s*)?(\d{1,4}|[ivxIVX]{1,6}|[０-９]{1,3})\s*(?:页|頁)?"
    r"(?:\s*[/／，,]?\s*(?:共\s*)?\d{1,4}\s*(?:页|頁)?)?[-－—–·•~～\s]*|Page\s*\d+(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[PageLayout], tolerances: Tolerances) -> list[tuple[Line, ...]]:
    """The lines of each page without its furniture.

    A page number is a lone number that is the first or last thing on its page, in the margin; a running head
    or foot is a line in the margin that stands at the same height on at least two pages with the same words,
    but for its numbers.
    """
    repeated: Counter[tuple[str, int]] = Counter()
    for page in pages:
        repeated.update({_key(line) for line in page.lines if _in_margin(page, line, tolerances)})
    kept: list[tuple[Line, ...]] = []
    for page in pages:
        first, last = _ends(page)
        lines: list[Line] = []
        for line in page.lines:
            if _in_margin(page, line, tolerances):
                edge = line.bottom <= first or line.top >= last
                key = _key(line)
                again = max(repeated[key], repeated[key[0], key[1] - 1], repeated[key[0], key[1] + 1])
                if edge and (_PAGE_NUMBER.fullmatch(line.text) or again > 1):
                    continue
            lines.append(line)
        kept.append(tuple(lines))
    return kept


def _key(line: Line) -> tuple[str, int]:
    return (_DIGITS.sub("#", line.text.replace(" ", "")), round(line.top / 3))


def _in_margin(page: PageLayout, line: Line, tolerances: Tolerances) -> bool:
    margin = tolerances.margin * page.height
    return line.bottom <= margin or line.top >= page.height - margin


def _ends(page: PageLayout) -> tuple[float, float]:
    """Where what is surely text begins and ends: the tables, and the lines that are no page numbers."""
    tops = [table.ys[0] for table in page.tables]
    bottoms = [table.ys[-1] for table in page.tables]
    if not tops:
        return (page.height / 2, page.height / 2)
    return (min(tops) + 1, max(bottoms) - 1)
