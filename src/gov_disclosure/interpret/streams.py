"""Where in running lines the statutory tables stand, and which lines are theirs rather than prose."""

from collections.abc import Callable, Sequence

import attrs

from gov_disclosure.documents import Block, Paragraph
from gov_disclosure.interpret.form_text import form_words, of_the_form
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.sections import SectionSpan
from gov_disclosure.interpret.stream_bands import read_bands
from gov_disclosure.interpret.stream_items import read_items
from gov_disclosure.interpret.stream_matrix import prints_rows_whole, read_matrix
from gov_disclosure.interpret.tokens import Token, is_page_number, tokens_of
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import FormTable, editions

__all__ = ["read_streams"]

_STOPS = frozenset("。；！？;!?")
_LONG_WORDS = 16


@attrs.define
class _Line:
    """A line with its tokens and what it seems to be."""

    place: int  # in the blocks
    tokens: list[Token]
    tabular: bool
    figures: bool
    key: str  # of its words


def read_streams(blocks: Sequence[Block], spans: Sequence[SectionSpan], harvest: Harvest) -> set[int]:
    """Take the tables that stand in running lines; returns the places of the lines that belong to them."""
    tables = [table for table in editions()[-1].tables if table.name not in harvest.tables]
    found: list[tuple[FormTable, list[_Line]]] = []
    used: set[int] = set()
    for table in tables:
        span = next((span for span in spans if span.section.name == table.name), None)
        start, end = (span.start, span.end) if span is not None else (0, len(blocks))
        lines = _table_lines(table, _lines(table, blocks, start, end, used))
        if lines and (span is not None or any(line.figures for line in lines)):
            used |= {line.place for line in lines}
            found.append((table, lines))
    interleaved = any(
        prints_rows_whole(table, _tokens(lines)) for table, lines in found if style_of(table) == "matrix"
    )
    taken: set[int] = set()
    for table, lines in found:
        if _READERS[style_of(table)](table, _tokens(lines), harvest, interleaved):
            taken |= {line.place for line in lines}
    return taken


def _tokens(lines: Sequence[_Line]) -> list[Token]:
    return [token for line in lines for token in line.tokens]


_READERS: dict[str, Callable[[FormTable, Sequence[Token], Harvest, bool], bool]] = {
    "items": read_items,
    "matrix": read_matrix,
    "bands": read_bands,
}


def style_of(table: FormTable) -> str:
    """How a table is laid out: in items of Article 20, in bands side by side, or as a matrix."""
    if any(row.item for row in table.rows):
        return "items"
    return "bands" if any(row.across for row in table.rows) else "matrix"


def _lines(table: FormTable, blocks: Sequence[Block], start: int, end: int, used: set[int]) -> list[_Line]:
    paragraphs = [
        (place, block)
        for place, block in enumerate(blocks[start:end], start)
        if isinstance(block, Paragraph) and place not in used and not is_page_number(block.text)
    ]
    tokens = tokens_of([block for _, block in paragraphs])
    by_line: dict[int, list[Token]] = {}
    for token in tokens:
        by_line.setdefault(token.line, []).append(token)
    return [
        _line(table, place, by_line.get(number, []))
        for number, (place, _) in enumerate(paragraphs)
        if by_line.get(number)
    ]


def _line(table: FormTable, place: int, tokens: list[Token]) -> _Line:
    words = [token for token in tokens if not token.figure]
    key = label_key("".join(token.text for token in words))
    prose = any(not _STOPS.isdisjoint(token.text) for token in words)
    if not prose and _figure_amid_words(tokens, table):
        prose = True
    if prose and not of_the_form(key, table.name):
        tokens = [attrs.evolve(token, figure=False) for token in tokens]
        return _Line(place=place, tokens=tokens, tabular=False, figures=False, key=key)
    figures = any(token.figure for token in tokens)
    tabular = figures or all(of_the_form(label_key(token.text), table.name) for token in words)
    if not tabular and words:
        tabular = of_the_form(key, table.name)
    if figures and len(key) > _LONG_WORDS * 2 and not of_the_form(key, table.name):
        tokens = [attrs.evolve(token, figure=False) for token in tokens]
        return _Line(place=place, tokens=tokens, tabular=False, figures=False, key=key)
    return _Line(place=place, tokens=tokens, tabular=tabular, figures=figures, key=key)


def _figure_amid_words(tokens: Sequence[Token], table: FormTable) -> bool:
    """A figure followed by words in its line that are none of the form's: a sentence."""
    seen = False
    for token in tokens:
        if token.figure:
            seen = True
        elif seen:
            key = label_key(token.text)
            if len(key) >= 1 and not of_the_form(key, table.name):
                return True
    return False


def _table_lines(table: FormTable, lines: list[_Line]) -> list[_Line]:
    """From the first line that is surely the table's, back over its heads, to the last with figures or labels."""
    bands = style_of(table) == "bands"
    whole = form_words(table.name)
    marks = [number for number, line in enumerate(lines) if line.tabular and _sure(table, line, bands, whole)]
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    while first > 0 and lines[first - 1].tabular:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].tabular:
        last += 1
    return lines[first : last + 1]


def _sure(table: FormTable, line: _Line, bands: bool, whole: frozenset[str]) -> bool:
    """Whether a line can only be the table's: it holds one of its labels or heads."""
    if bands:
        return line.key in whole or any(label_key(token.text) in whole for token in line.tokens)
    labels = row_labels(table.name)
    if labels.exact(line.key) or labels.is_group(line.key):
        return True
    if label_key(getattr(table.cls, "columns_head", "")) in line.key:
        return True
    if not line.figures or len(line.key) < 4:
        return False
    return any(line.key.endswith(word) or word.startswith(line.key) for word in whole)
