"""Pages that are not whole: fragments, rows without their table, text with tables in it, pages cut off."""

import re

__all__ = ["ends_inside_table", "whole_page"]

_TABLE_START = re.compile(rb"<table[\s>]", re.IGNORECASE)
_TABLE_PART = re.compile(rb"</table|</?t(?:body|r|d|h)[\s>]", re.IGNORECASE)
_FRAME = re.compile(rb"<(?:html|head|body|script|!doctype)", re.IGNORECASE)
_BLOCKS = re.compile(rb"<(?:html|body|p|br|div|h[1-6]|li|pre|!doctype)[\s/>]", re.IGNORECASE)
_WHOLE_TABLE = re.compile(rb"(<table[\s>].*?(?:</table\s*>|\Z))", re.IGNORECASE | re.DOTALL)
_MARKDOWN_HEADING = re.compile(rb"^#{1,6}[ \t]+(\S.*)$", re.MULTILINE)
_LINE = re.compile(rb"\r?\n")


def whole_page(source: bytes) -> bytes:
    """The source, made into something that the parser reads as it was meant."""
    part = _TABLE_PART.search(source)
    if part is not None:
        start = _TABLE_START.search(source, 0, part.start())
        if start is None and not _FRAME.search(source, 0, part.start()):
            # Rows without a table around them would lose their cells.
            source = b"<table>" + source
    if not _BLOCKS.search(source):
        return _text_with_tables(source)
    return source


def _text_with_tables(source: bytes) -> bytes:
    """Text whose lines mean something, with tables as markup in it, as converters to Markdown write it."""
    parts = _WHOLE_TABLE.split(source)
    for number in range(0, len(parts), 2):
        lines = _MARKDOWN_HEADING.sub(rb"<h2>\1</h2>", parts[number])
        parts[number] = _LINE.sub(b"\n<br>", lines)
    return b"".join(parts)


def ends_inside_table(source: bytes) -> bool:
    """Whether the page stops before the end of a table: what stands last may be cut in the middle."""
    end = max(source.rfind(b"</table"), 0)
    start = max(source.rfind(b"<table", end), source.rfind(b"<TABLE", end))
    return start >= 0 and max(source.rfind(b"</table", start), source.rfind(b"</TABLE", start)) < 0
