"""How wide text is where a Chinese character takes the place of two letters: terminals, plain-text tables."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from gov_disclosure.language.patterns import regex

__all__ = ["cut", "pad", "width", "wrap"]

_MOST_WIDTHS = 8_192  # characters kept in mind
_NOT_AT_START = "，。、；：！？）》】〕”’％%),.;:!?]}…"
_NOT_AT_END = "（《【〔“‘([{"
# What nearly all lines are made of: letters and digits, and Chinese characters and marks of two columns each.
_LETTERS_AND_WIDE = regex("[ -~\u3000-\u3029\u3030-\u303e\u4e00-\u9fff\uff01-\uff60]*")
_WORD = regex(r"\s+|[!-~]+|.", re.DOTALL)


class _Widths(dict[str, int]):
    """How wide each character is, worked out when it is first met."""

    def __missing__(self, character: str) -> int:
        wide = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
            wide = 0
        if len(self) < _MOST_WIDTHS:
            self[character] = wide
        return wide


_WIDTHS = _Widths()


def width(text: str) -> int:
    """The number of columns the text takes; marks that join the character before them take none."""
    if text.isascii() and text.isprintable():
        return len(text)
    if _LETTERS_AND_WIDE.fullmatch(text):
        return 2 * len(text) - len(text.encode("ascii", "ignore"))
    return sum(map(_WIDTHS.__getitem__, text))


def pad(text: str, columns: int, align: Literal["left", "right", "centre"] = "left") -> str:
    """The text with spaces added up to that many columns; a text that is wider stays as it is."""
    missing = max(columns - width(text), 0)
    before = {"left": 0, "right": missing, "centre": missing // 2}[align]
    return " " * before + text + " " * (missing - before)


def cut(text: str, columns: int, ellipsis: str = "…") -> str:
    """The text if it fits in that many columns, else its beginning with an ellipsis, together no wider."""
    if width(text) <= columns:
        return text
    room = columns - width(ellipsis)
    if room < 0:
        return _beginning(ellipsis, columns)
    return _beginning(text, room) + ellipsis


def _beginning(text: str, columns: int) -> str:
    taken = 0
    for place, character in enumerate(text):
        taken += _WIDTHS[character]
        if taken > columns:
            return text[:place]
    return text


def wrap(text: str, columns: int) -> tuple[str, ...]:
    """The text in lines of at most that many columns.

    Words in letters are kept whole where they fit, and a line starts with no mark that closes and ends with
    none that opens. Line breaks in the text stay. One column is too narrow for a Chinese character, which
    then stands alone.
    """
    return tuple(line for paragraph in text.splitlines() or [""] for line in _lines(paragraph, columns))


def _lines(paragraph: str, columns: int) -> Iterator[str]:
    line, taken = "", 0
    for piece, wide in _pieces(paragraph, columns):
        if line and taken + wide > columns:
            yield line.rstrip()
            line, taken = "", 0
            if piece.isspace():
                continue
        line += piece
        taken += wide
    yield line.rstrip()


def _pieces(paragraph: str, columns: int) -> Iterator[tuple[str, int]]:
    """What may not be torn, with its width: words, and characters with the marks that belong to them."""
    held, held_width = "", 0
    for match in _WORD.finditer(paragraph):
        for piece, wide in _torn(match.group(), columns):
            joins = (
                not held.isspace()
                and (held[-1:] in _NOT_AT_END or piece[0] in _NOT_AT_START)
                and held_width + wide <= columns
            )
            if held and not joins:
                yield held, held_width
                held, held_width = "", 0
            held += piece
            held_width += wide
    if held:
        yield held, held_width


def _torn(word: str, columns: int) -> Iterator[tuple[str, int]]:
    """A word wider than a line in parts that fit."""
    start, taken = 0, 0
    for place, character in enumerate(word):
        wide = _WIDTHS[character]
        if taken + wide > columns and place > start:
            yield word[start:place], taken
            start, taken = place, 0
        taken += wide
    yield word[start:], taken
