"""Running text as it can be printed: one line a paragraph, without characters that no file may hold."""

import re

__all__ = ["one_line", "printable", "text_lines"]

# What XML refuses and nobody can see: control characters, halves of characters, and the two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text with a mark in place of every character that no file may hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def text_lines(text: str) -> list[str]:
    """The lines of a paragraph that has several, without those that are empty."""
    return [line for part in _BREAKS.split(printable(text)) if (line := part.strip())]


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(printable(text).split())
