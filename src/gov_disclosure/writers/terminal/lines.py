"""Lines made of styled pieces, and text broken into lines with the widths of Chinese characters.

Whoever can show colour paints the styles; :func:`plain` gives the bare text.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from gov_disclosure.language.width import width, wrap

__all__ = ["Line", "Span", "Style", "folded", "hang", "plain"]

Style: TypeAlias = Literal["plain", "title", "head", "quiet", "zero", "mended", "doubt", "broken"]


@attrs.frozen
class Span:
    """A piece of a line and the style in which it may be shown."""

    text: str
    style: Style = "plain"


Line: TypeAlias = tuple[Span, ...]

_SHORT = 6  # words up to this width are left on one line


def plain(line: Line) -> str:
    """The bare text of a line."""
    return "".join(span.text for span in line).rstrip()


def hang(text: str, columns: int, *, first: str = "", then: str = "") -> Iterator[str]:
    """A sentence in lines of at most so many columns, after ``first`` and then under ``then``."""
    lead = first
    for piece in wrap(text, max(8, columns - max(width(first), width(then)))):
        yield lead + piece
        lead = then


def folded(text: str, lines: int) -> list[str]:
    """A head on at most so many lines, as narrow as can be without breaking words."""
    longest_word = max((len(word) for word in text.split() if word.isascii()), default=0)
    if width(text) > _SHORT:
        for room in range(max(4, longest_word), width(text)):
            pieces = wrap(text, room)
            if len(pieces) <= lines:
                return list(pieces)
    return [text]
