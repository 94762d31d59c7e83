"""Where in running lines the statutory tables stand, and which lines are theirs rather than prose."""

from collections.abc import Iterator, Sequence

import attrs

from gov_disclosure.documents import Block, Paragraph
from gov_disclosure.interpret.form_text import style_of
from gov_disclosure.interpret.labels import row_in
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.sections import SectionSpan
from gov_disclosure.interpret.stream_bands import read_bands
from gov_disclosure.interpret.stream_items import read_items
from gov_disclosure.interpret.stream_lines import Look, look_at
from gov_disclosure.interpret.stream_matrix import matrix_text, prints_rows_whole, read_matrix
from gov_disclosure.interpret.tearing import unread_row
from gov_disclosure.interpret.tokens import Token, tokens_of
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import FormTable, editions

__all__ = ["read_streams"]

_POINTS = frozenset(".．")
_SIGNS = frozenset({"增", "减", "減", "增加", "减少", "減少"})
_BROKEN_AT_POINT = regex(r"[1-9]\s*[.．]\s*[㐀-鿿]|[\d０-９]+[.．][\d０-９]+$")


@attrs.define(eq=False, repr=False)
class _Line:
    """A line in which something is printed, and what it seems to be."""

    place: int  # in the blocks
    number: int  # in the section
    page: int
    source: Paragraph
    look: Look
    also: tuple[int, ...] = ()  # places of lines that were broken off it


def read_streams(blocks: Sequence[Block], spans: Sequence[SectionSpan], harvest: Harvest) -> set[int]:
    """Take the tables that stand in running lines; returns the places of the lines that belong to them."""
    tables = [table for table in editions()[-1].tables if table.name not in harvest.tables]
    found: list[tuple[FormTable, list[_Line]]] = []
    used: set[int] = set()
    for table in tables:
        span = next((span for span in spans if span.section.name == table.name), None)
        start, end = (span.start, span.end) if span is not None else (0, len(blocks))
        lines = _table_lines(_lines(table, blocks, start, end, used))
        if lines and (span is not None or any(line.look.figures for line in lines)):
            used |= _places(lines)
            found.append((table, lines))
    streams = [(table, lines, _tokens(lines)) for table, lines in found]
    matrices = {
        table.name: matrix_text(table, tokens) for table, _, tokens in streams if style_of(table) == "matrix"
    }
    interleaved = any(map(prints_rows_whole, matrices.values()))
    taken: set[int] = set()
    for table, lines, tokens in streams:
        if table.name in matrices:
            there = read_matrix(matrices[table.name], harvest, interleaved)
        elif style_of(table) == "bands":
            there = read_bands(table, tokens, harvest)
            _lose_blank_rows(list(matrices), table, tokens, harvest)
        else:
            there = read_items(table, tokens, harvest, interleaved)
        if there:
            if lines[-1].place > max(taken, default=-1):
                harvest.last_streamed = table.name
            taken |= _places(lines)
    return taken


def _lose_blank_rows(
    matrices: Sequence[str], table: FormTable, tokens: Sequence[Token], harvest: Harvest
) -> None:
    """Where a table of bands is followed by far more figures than it can have, rows without figures in the matrix
    before it may be those that lost them."""
    figures = [token.cell() for token in tokens if token.figure]
    if len(figures) < 2 * sum(len(row.fields) for row in table.rows):
        return
    for place, printed in enumerate(harvest.rows):
        name = printed.path.partition(".")[0]
        if name in matrices and not any(cell.text.strip() for _, cell in printed.cells):
            row = row_in(editions()[-1].table(name), printed.path)
            harvest.rows[place] = attrs.evolve(printed, cells=unread_row(row, figures, harvest))


def _places(lines: Sequence[_Line]) -> set[int]:
    return {place for line in lines for place in (line.place, *line.also)}


def _lines(table: FormTable, blocks: Sequence[Block], start: int, end: int, used: set[int]) -> list[_Line]:
    lines: list[_Line] = []
    known = editions()
    page = 1
    pointed = False
    for place, block in enumerate(blocks[start:end], start):
        if not isinstance(block, Paragraph) or place in used:
            continue
        text = block.text
        if "\f" in text:
            page += text.count("\f")
        if text and not text.isspace():
            own = block.place.page if block.place is not None else None
            bare = text.strip()
            pointed |= bare[:1] in _POINTS or bare[-1] in _POINTS or bare in _SIGNS
            lines.append(_Line(place, len(lines), own or page, block, look_at(text, table.name, known)))
    return list(_with_points(lines, table.name)) if pointed else lines


def _with_points(lines: Sequence[_Line], name: str) -> Iterator[_Line]:
    """The lines, with those put together that were broken in a row's number or in a figure."""
    at = 0
    while at < len(lines):
        texts = [line.source.text.strip() for line in lines[at : at + 3]]
        size = next((size for size in (3, 2) if _is_broken(texts[:size], size)), 1)
        yield lines[at] if size == 1 else _together(lines[at : at + size], name)
        at += size


def _is_broken(texts: Sequence[str], size: int) -> bool:
    """Whether lines are the pieces of a number: at its point, or behind its sign."""
    if len(texts) < size:
        return False
    if texts[0] in _SIGNS:
        return size == 2 and texts[1].isdecimal()
    if not texts[0].rstrip(".．").isdecimal():
        return False
    at_point = texts[1] in _POINTS if size == 3 else texts[1][:1] in _POINTS or texts[0][-1:] in _POINTS
    return at_point and _BROKEN_AT_POINT.match("".join(texts)) is not None


def _together(lines: Sequence[_Line], name: str) -> _Line:
    """Lines as one; a figure that was broken is in doubt."""
    first, text = lines[0], "".join([line.source.text.strip() for line in lines])
    source = attrs.evolve(first.source, text=text, doubt=first.source.doubt or text[-1].isdigit())
    also = tuple(line.place for line in lines[1:])
    return attrs.evolve(first, also=also, source=source, look=look_at(text, name, editions()))


def _tokens(lines: Sequence[_Line]) -> list[Token]:
    return [
        token
        for line in lines
        for token in tokens_of(line.source, line.number, line.page, prose=line.look.prose)
    ]


def _table_lines(lines: list[_Line]) -> list[_Line]:
    """From the first line that is surely the table's, back over its heads, to the last with figures or labels."""
    marks = [number for number, line in enumerate(lines) if line.look.sure]
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    while first > 0 and lines[first - 1].look.tabular:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].look.tabular:
        last += 1
    return lines[first : last + 1]
