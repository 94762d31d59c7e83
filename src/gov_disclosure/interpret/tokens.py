"""Lines of torn text as words and figures in order, with where they stand; prose left out."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs

from gov_disclosure.documents import Paragraph
from gov_disclosure.interpret.form_text import of_the_form
from gov_disclosure.interpret.grids import is_figure
from gov_disclosure.interpret.printed import PrintedCell
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import MEASURE_WORDS, read_number
from gov_disclosure.language.patterns import regex
from gov_disclosure.language.width import width
from gov_disclosure.model.forms import editions
from gov_disclosure.reading.place import Place

__all__ = ["Piece", "Token", "pieces_of", "tokens_of", "words_in"]

_SHORT_LINE = 60  # characters of a line whose pieces are worth remembering
_LONGEST_RUN = 160  # characters of a label and figures glued to it
_LONGEST_FIGURE = 16  # characters of a figure in Chinese numerals
_DIGIT = regex(r"\d")
_SIGN = frozenset({"增", "减", "減", "減少", "增加", "减少", "+", "-", "−", "－", "＋", "↑", "↓"})
_BEHIND_NUMBERS = frozenset("、．.")
_DASHES = frozenset("-−－")  # with a gap behind it either a sign or a cell of its own
_WIDEST_SIGN = 4  # a dash with its gap: behind a wider one a column of its own begins
_UNITS = frozenset({"元", "万元", "亿元", "万", "件", "条", "项", "个", "宗", "起", "次", "份"})
_ENDS_IN_SIGN = regex(r"\d\s*(?:增加|减少|[增减+\-−－＋])\s*\d*$")
_ROW_NUMBER = regex(r"^\d{1,2}[.．、]$")
_MARKS = frozenset({"-", "—", "——", "--", "–", "－", "/", "／", "\\", "无", "暂无"})
_BEFORE_OWN_NUMBER = regex(r"[年月第〔\[(（]")
_GLUED = regex(r"^(.*?[㐀-鿿）)”\"])([-+]?\d[\d,.]*(?:[-+]\d[\d,.]*)*)$")
# 3件0-12: figures of several cells with nothing between them; not the number of a row
_NOTHING = r"[-+—–－−＋/\\无]"
_RUN = (
    rf"(?<![（(第]){_NOTHING}*(?!\d{{1,2}}\s*[.、．,:：)）]\s*[㐀-鿿])\d"
    rf"(?:[\d,.]|{_NOTHING}|{'|'.join(MEASURE_WORDS)})*(?![）)年月])"
)
_ONLY_RUN = regex(rf"^{_RUN}$")
_RUNS = regex(f"({_RUN})")


@attrs.define(eq=False, repr=False)
class Token:
    """A word or figure of a line: its text, line number, and the columns it covers in display width."""

    text: str
    key: str  # under which its words are compared; empty for a figure
    figure: bool
    line: int
    start: int
    end: int
    page: int
    column: int = 1
    line_place: Place | None = None
    doubt: bool = False  # a sign stands before it that may be its own, or its line is in doubt

    @property
    def place(self) -> Place | None:
        """Where the token stands in the document."""
        if self.line_place is None:
            return None
        line = self.line_place
        if line.page is None and line.xpath is None and line.member is None:
            return Place(line=line.line, column=self.column)
        # attrs.evolve would cost ten times as much, for every figure
        return Place(
            page=line.page,
            box=line.box,
            line=line.line,
            column=self.column,
            xpath=line.xpath,
            member=line.member,
        )

    def cell(self) -> PrintedCell:
        """The token as a printed cell."""
        return PrintedCell(text=self.text, place=self.place, doubt=self.doubt)


def tokens_of(line: Paragraph, number: int, page: int, *, prose: bool = False) -> list[Token]:
    """The words and figures of a line; in prose, figures are words."""
    place = line.place
    return [
        Token(
            piece.text,
            label_key(piece.text) if prose and piece.figure else piece.key,
            piece.figure and not prose,
            number,
            piece.left,
            piece.right,
            page,
            piece.start + 1,
            place,
            piece.after_sign or line.doubt,
        )
        for piece in pieces_of(line.text)
    ]


@attrs.frozen(eq=False, repr=False)
class Piece:
    """A word or figure of a line, as it stands in the line's text and in its display width."""

    text: str
    key: str
    figure: bool
    start: int
    left: int
    right: int
    after_sign: bool  # a sign stands before it that may be its own


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The words and figures of a line's text."""
    return _pieces_short(text) if len(text) <= _SHORT_LINE else _pieces(text)


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces = text.split()
    if len(pieces) == 1 and len(pieces[0]) > _LONGEST_FIGURE and not _DIGIT.search(pieces[0]):
        start = text.find(pieces[0])
        return (Piece(pieces[0], label_key(pieces[0]), False, start, start, start + len(pieces[0]), False),)
    if len(pieces) == 1 and not (facts := _facts(pieces[0])).figure and facts.glued is None:
        # most lines: one piece of a label, whose width nobody asks for
        start = text.find(pieces[0])
        return (Piece(pieces[0], facts.key, False, start, start, start + len(pieces[0]), False),)
    chunks = list(_joined(_chunks(text)))
    kinds = [_facts(chunk).figure for chunk, _ in chunks]
    measured = any(kinds)  # where words stand matters only beside figures
    found: list[Piece] = []
    at = left = 0
    for (chunk, start), figure in zip(chunks, kinds, strict=True):
        left = left + width(text[at:start]) if measured else start
        right = left + (width(chunk) if measured else len(chunk))
        before = found[-1] if found else None
        after_sign = (
            figure and before is not None and before.figure and _ENDS_IN_SIGN.search(before.text) is not None
        ) or (figure and chunk[0] in _DASHES and chunk[1:2] == " ")
        found.append(
            Piece(chunk, "" if figure else _facts(chunk).key, figure, start, left, right, after_sign)
        )
        at = start
    return tuple(found)


_pieces_short = lru_cache(maxsize=4096)(_pieces)


def _chunks(text: str) -> list[tuple[str, int]]:
    chunks: list[tuple[str, int]] = []
    start = 0
    for chunk in text.split():
        start = text.index(chunk, start)
        if chunks and chunk[0] in _BEHIND_NUMBERS and len(chunk) > 1 and not chunk[1].isdigit():
            number, at = chunks[-1]
            if number.isdigit() and len(number) <= 2:
                chunks[-1] = (text[at : start + len(chunk)], at)  # 2 、属于: the number of a row
                start += len(chunk)
                continue
        chunks.append((chunk, start))
        start += len(chunk)
    return chunks


class _Facts(NamedTuple):
    """What a chunk of text is on its own."""

    key: str
    figure: bool
    number: bool
    sign: bool
    unit: bool
    glued: tuple[str, ...] | None  # words and figures with nothing between them


@lru_cache(maxsize=8192)
def _facts(text: str) -> _Facts:
    sign, number = text in _SIGN, read_number(text).kind == "number"
    glued: tuple[str, ...] | None = None
    if not (sign or number) and (glued := _taken_apart(text)) is None and text[-1:].isdigit():
        match = _GLUED.match(text)
        if match and len(match[1]) > 1 and not _BEFORE_OWN_NUMBER.search(match[1][-3:]):
            glued = (match[1], match[2])
    return _Facts(label_key(text), _is_figure(text), number, sign, text in _UNITS, glued)


def _taken_apart(text: str) -> tuple[str, ...] | None:
    """The form's words and the figures between and behind them, in text that lost what stood between its cells.

    全年收到申请12件 is a sentence, and stays what it is.
    """
    if len(text) > _LONGEST_RUN or not _DIGIT.search(text):
        return None
    parts = tuple(part for part in _RUNS.split(text) if part)
    words = [part for part in parts if not _ONLY_RUN.match(part)]
    if len(parts) < 2 or not words:
        return None
    return parts if all(map(_is_of_the_form, words)) else None


def _is_of_the_form(words: str) -> bool:
    key = label_key(words)
    return len(key) > 1 and any(of_the_form(key, table.name) for table in editions()[-1].tables)


def _is_figure(text: str) -> bool:
    if _ROW_NUMBER.match(text):
        return False
    if len(text) <= _LONGEST_RUN and _ONLY_RUN.match(text):
        return True
    if any(character.isdigit() for character in text):
        return any("0" <= character <= "9" or "０" <= character <= "９" for character in text) and is_figure(
            text
        )
    return text in _MARKS


def _joined(chunks: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Chunks with a sign joined to the figure behind it and a unit to the figure before it."""
    waiting: tuple[str, int] | None = None
    for text, start in chunks:
        facts = _facts(text)
        if waiting is not None:
            before, begin = waiting
            waiting = None
            apart = before in _DASHES and start - begin > _WIDEST_SIGN
            if facts.number and text[:1].isdigit() and before in _SIGN and not apart:
                waiting = (f"{before} {text}", begin)
                continue
            if facts.unit and (_facts(before).number or before[-1:].isdigit()):
                yield f"{before} {text}", begin
                continue
            yield before, begin
        if facts.sign or facts.number:
            waiting = (text, start)
        elif facts.glued is not None:
            *before_last, last = facts.glued
            for part in before_last:
                yield part, start
                start += len(part)
            waiting = (last, start)
        else:
            yield text, start
    if waiting is not None:
        yield waiting


def words_in(tokens: Sequence[Token]) -> str:
    """The keys of the words of tokens as one string."""
    return "".join([token.key for token in tokens])
