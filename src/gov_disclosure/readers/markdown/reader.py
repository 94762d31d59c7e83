"""The reader of Markdown: headings, lists, tables between pipes and in HTML, everything else line by line."""

import re
from collections.abc import Iterator

from gov_disclosure.documents import Block, Document, Meta, Paragraph, Table
from gov_disclosure.readers.decoding import decode
from gov_disclosure.readers.markdown.inline import plain_text
from gov_disclosure.readers.markdown.markup import split_tables
from gov_disclosure.readers.pipe_table import PipeTable
from gov_disclosure.readers.pipes import Line, is_rule, piped
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place

__all__ = ["MarkdownReader"]

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(?=[^\s#])(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}=+\s*$")
_QUOTE = re.compile(r"^(?:\s{0,3}>\s?)+")
_BULLET = re.compile(r"^\s*[-*+•]\s+(?=\S)")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_FIGURE = re.compile(r"^[\d０-９.,，\s-]+$")
_FIELD = re.compile(r"^([\w-]{1,40})\s*[:：]\s*(\S.*)$")
_FRONT = 60  # lines that the fields before a text may take
_LONGEST_HEADING = 80
_LONGEST_LINE = 1_000  # characters of a line that may be marked as a heading


class MarkdownReader:
    """Reads Markdown; what is not marked up is read as plain text is."""

    name = "markdown"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether a document is named like Markdown: its content cannot be told from text."""
        return (name or "").lower().endswith((".md", ".markdown"))

    def read(self, content: bytes, options: Options) -> Document:
        """The document; raises :class:`~gov_disclosure.TooLarge` or :class:`~gov_disclosure.UnknownFormat`."""
        options.limits.check_bytes(len(content))
        decoded = decode(content)
        notices: tuple[Notice, ...] = ()
        if decoded.replaced:
            params = {"count": decoded.replaced, "encoding": decoded.encoding}
            notices = (notice("encoding-repaired", params=params),)
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        text, metadata = _front_matter(text)
        blocks = tuple(_blocks(text, options.limits))
        open_end = not text.endswith("\n")
        return Document(
            blocks=blocks, reader=self.name, metadata=metadata, notices=notices, open_end=open_end
        )


def _front_matter(text: str) -> tuple[str, tuple[Meta, ...]]:
    """The text with the fields before it blanked out, and the fields."""
    lines = text.split("\n", _FRONT)
    if lines[0].strip("﻿ ") != "---":
        return text, ()
    end = next((place for place, line in enumerate(lines[1:_FRONT], 1) if line.strip() == "---"), None)
    if end is None:
        return text, ()
    found = []
    for number, line in enumerate(lines[1:end], 2):
        field = _FIELD.match(line)
        if field is not None:
            value = field[2].strip().strip("\"'")
            found.append(Meta(name=field[1], value=value[:500], place=Place(line=number)))
    return "\n".join([""] * (end + 1) + lines[end + 1 :]), tuple(found)


def _blocks(text: str, limits: Limits) -> Iterator[Block]:
    for first, piece in split_tables(text, limits):
        if isinstance(piece, Table):
            yield piece
        else:
            yield from _lines(piece, first, limits)


def _lines(text: str, first: int, limits: Limits) -> Iterator[Block]:
    lines = [(number, _QUOTE.sub("", line)) for number, line in enumerate(text.split("\n"), first)]
    blank = {number for number, line in lines if not line.strip()} | {first - 1, first + len(lines)}
    underlined = {number - 1 for number, line in lines if _UNDERLINE.match(line)}
    cells = 0
    for item in piped(lines):
        if isinstance(item, PipeTable):
            cells += sum(len(row) for _, row in item.rows)
            limits.check_cells(cells)
            rows = tuple((number, tuple(plain_text(cell) for cell in row)) for number, row in item.rows)
            yield PipeTable(rows=rows, sure=item.sure).table()
        else:
            paragraph = _paragraph(item, blank, underlined)
            if paragraph is not None:
                yield paragraph


def _paragraph(line: Line, blank: set[int], underlined: set[int]) -> Paragraph | None:
    number, text = line
    if not text.strip() or is_rule(text) or _UNDERLINE.match(text) or _FENCE.match(text):
        return None
    heading = _HEADING.match(text) if len(text) <= _LONGEST_LINE else None
    if heading is not None:
        text = heading[2]
    elif not _FIGURE.match(bare := _BULLET.sub("", text)):
        text = bare
    text = plain_text(text).strip()
    if not text:
        return None
    marked = (heading is not None or number in underlined) and len(text) <= _LONGEST_HEADING
    alone = number - 1 in blank and number + 1 in blank
    return Paragraph(text=text, place=Place(line=number), whole=alone or marked, heading=marked)
