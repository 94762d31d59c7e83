"""Plain text: dumps of PDFs, what a browser copies, what web extractors leave."""

from collections.abc import Iterator
from itertools import groupby
from operator import and_

import attrs

from gov_disclosure.documents import Block, Document, Paragraph
from gov_disclosure.language.patterns import regex
from gov_disclosure.language.width import width
from gov_disclosure.readers.decoding import decode
from gov_disclosure.readers.pipe_table import PipeTable
from gov_disclosure.readers.pipes import is_rule, piped
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place

__all__ = ["TextReader"]

_STOPS = ("。", "！", "？", "：", "；", ".", "!", "?", ":", ";", "”", "）", ")")
_LINE_ENDS = ("\n", "\r", "\f", "\x85", "\u2028", "\u2029")
_LONG_LINE = 40
_ODD_BREAK = regex(r"[\r\x0b\x1c\x1d\x1e\x85\u2028\u2029]")
_LONE_FIGURE = regex(r"\s*[+＋\-－−]?[0-9０-９][0-9０-９,，.．]{0,11}(?:件|项|元|万元)?\s*")
_BETWEEN_CELLS = regex(r"[|｜\t]")
_LINES = regex(r"\r\n|\n|\r|\x0b|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")


class TextReader:
    """Reads text line by line; lines of cells between pipes or tabs become tables."""

    name = "text"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content looks like text: mostly printable in some encoding."""
        # a few NULs are damage, half of them is UTF-16, anything between is no text
        nuls = head.count(0)
        return 100 * nuls <= len(head) or 3 * nuls >= len(head) or head[:2] in (b"\xff\xfe", b"\xfe\xff")

    def read(self, content: bytes, options: Options) -> Document:
        """The document; raises :class:`~gov_disclosure.Damaged` where the bytes are no text."""
        options.limits.check_bytes(len(content))
        decoded = decode(content)
        notices: tuple[Notice, ...] = ()
        if decoded.replaced:
            params = {"count": decoded.replaced, "encoding": decoded.encoding}
            notices = (notice("encoding-repaired", params=params),)
        open_end = not decoded.text.endswith(_LINE_ENDS)
        blocks = tuple(_blocks(decoded.text))
        return Document(blocks=blocks, reader=self.name, notices=notices, open_end=open_end)


def _blocks(text: str) -> list[Block]:
    if _BETWEEN_CELLS.search(text) is None:
        lines = list(_numbered_lines(text))
        whole = _each_line_a_paragraph([line for _, line in lines])
        return [
            Paragraph.filled(line, Place(line=number), whole, False)
            for number, line in lines
            if "\f" in line or (line and not line.isspace())
        ]
    blocks: list[Block] = []
    rows: list[tuple[int, list[str]]] = []
    for item in piped(_numbered_lines(text)):
        if isinstance(item, PipeTable):
            _finish(rows, blocks)
            blocks.append(item.table())
            continue
        number, line = item
        cells = _cells(line)
        if cells is not None:
            rows.append((number, cells))
            continue
        if rows and (not line.strip() or is_rule(line)):
            continue
        if rows and _LONE_FIGURE.fullmatch(line):
            rows.append((number, [line.strip()]))  # a cell of several lines, copied
            continue
        _finish(rows, blocks)
        blocks.append(Paragraph.filled(line, Place(line=number), False, False))
    _finish(rows, blocks)
    if _each_line_a_paragraph([block.text if isinstance(block, Paragraph) else "" for block in blocks]):
        return [
            attrs.evolve(block, whole=True) if isinstance(block, Paragraph) else block for block in blocks
        ]
    return blocks


def _each_line_a_paragraph(lines: list[str]) -> bool:
    """Whether an empty line stands behind every line of words, and most long ones end as a sentence does."""
    filled = [line.strip() for line in lines]
    if any(map(and_, map(bool, filled), map(bool, filled[1:]))):
        return False
    ends = [line.endswith(_STOPS) for line in filled if 2 * len(line) >= _LONG_LINE and _is_long(line)]
    return 2 * sum(ends) > len(ends)


def _is_long(line: str) -> bool:
    return len(line) >= _LONG_LINE or width(line) >= _LONG_LINE


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers; what stands behind a form feed counts as a line of its own."""
    lines = _LINES.split(text) if _ODD_BREAK.search(text) else text.split("\n")
    if "\f" not in text:
        yield from enumerate(lines, 1)
        return
    for number, line in enumerate(lines, 1):
        first, *others = line.split("\f")
        if first or not others:
            yield number, first
        for other in others:
            yield number, "\f" + other


def _cells(line: str) -> list[str] | None:
    """The cells of a line that has some: between tabs with words or figures on both sides."""
    if "\t" not in line.strip(" \r\n\f"):
        return None
    cells = [cell.strip() for cell in line.split("\t")]
    return cells if len([cell for cell in cells if cell]) > 1 else None


def _finish(rows: list[tuple[int, list[str]]], blocks: list[Block]) -> None:
    """Turn gathered lines of cells into a table, or into several where empty lines part them."""
    for part in _parted(rows):
        _table(part, blocks)
    rows.clear()


def _parted(rows: list[tuple[int, list[str]]]) -> Iterator[list[tuple[int, list[str]]]]:
    """Lines of cells as tables: an empty line parts two tables that are each of one width, and not of the same.

    A line of its own between empty lines parts nothing: it may be one that has lost a cell.
    """
    runs: list[list[tuple[int, list[str]]]] = []
    for number, cells in rows:
        if not runs or number > runs[-1][-1][0] + 1:
            runs.append([])
        runs[-1].append((number, cells))
    if all(len(run) > 1 and len({len(cells) for _, cells in run}) == 1 for run in runs):
        for _, together in groupby(runs, key=lambda run: len(run[0][1])):
            yield [row for run in together for row in run]
    elif rows:
        yield rows


def _table(rows: list[tuple[int, list[str]]], blocks: list[Block]) -> None:
    texts = tuple((number, tuple(cells)) for number, cells in rows)
    blocks.append(PipeTable(rows=texts, sure=len({len(cells) for _, cells in rows}) == 1).table())
