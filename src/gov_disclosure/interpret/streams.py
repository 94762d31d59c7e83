"""Where in running lines the statutory tables stand, and which lines are theirs rather than prose."""

from collections.abc import Sequence

import attrs

from gov_disclosure.documents import Block, Paragraph
from gov_disclosure.interpret.form_text import style_of
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.sections import SectionSpan
from gov_disclosure.interpret.stream_bands import read_bands
from gov_disclosure.interpret.stream_items import read_items
from gov_disclosure.interpret.stream_lines import Look, look_at
from gov_disclosure.interpret.stream_matrix import matrix_text, prints_rows_whole, read_matrix
from gov_disclosure.interpret.tokens import Token, tokens_of
from gov_disclosure.model.forms import FormTable, editions

__all__ = ["read_streams"]


@attrs.define(eq=False, repr=False)
class _Line:
    """A line in which something is printed, and what it seems to be."""

    place: int  # in the blocks
    number: int  # in the section
    page: int
    source: Paragraph
    look: Look


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
            used |= {line.place for line in lines}
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
        else:
            there = read_items(table, tokens, harvest, interleaved)
        if there:
            if lines[-1].place > max(taken, default=-1):
                harvest.last_streamed = table.name
            taken |= {line.place for line in lines}
    return taken


def _lines(table: FormTable, blocks: Sequence[Block], start: int, end: int, used: set[int]) -> list[_Line]:
    lines: list[_Line] = []
    known = editions()
    page = 1
    for place, block in enumerate(blocks[start:end], start):
        if not isinstance(block, Paragraph) or place in used:
            continue
        text = block.text
        if "\f" in text:
            page += text.count("\f")
        if text and not text.isspace():
            own = block.place.page if block.place is not None else None
            lines.append(_Line(place, len(lines), own or page, block, look_at(text, table.name, known)))
    return lines


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
