"""Lines of torn text as words and figures in order, with where they stand; page numbers and prose left out."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from gov_disclosure.documents import Paragraph
from gov_disclosure.interpret.grids import is_figure
from gov_disclosure.interpret.printed import PrintedCell
from gov_disclosure.language.folding import fold, label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.language.width import width
from gov_disclosure.reading.place import Place

__all__ = ["Token", "Words", "is_page_number", "tokens_of", "words_of"]

_CHUNK = re.compile(r"\S+")
_SIGN = frozenset({"增", "减", "減", "減少", "增加", "减少", "+", "-", "−", "－", "＋", "↑", "↓"})
_UNITS = frozenset({"元", "万元", "亿元", "万", "件", "条", "项", "个", "宗", "起", "次", "份"})
_PAGE = re.compile(
    r"^(?:[-—–―－ ]+\d{1,4}[-—–―－ ]+|第 ?\d{1,4} ?页(?: ?[,/，]? ?共 ?\d{1,4} ?页)?|\d{1,4} ?/ ?\d{1,4})$"
)
_ENDS_IN_SIGN = re.compile(r"\d\s*(?:增加|减少|[增减+\-−－＋])\s*\d*$")
_ROW_NUMBER = re.compile(r"^\d{1,2}[.．、]$")
_MARKS = frozenset({"-", "—", "——", "--", "–", "－", "/", "／", "\\", "无", "暂无"})
_GLUED = re.compile(r"^(.*?[㐀-鿿）)”\"])([-+]?\d[\d,.]*)$")


@attrs.frozen
class Token:
    """A word or figure of a line: its text, line number, and the columns it covers in display width."""

    text: str
    figure: bool
    line: int
    start: int
    end: int
    page: int
    column: int = 1
    line_place: Place | None = None
    doubt: bool = False  # a sign stands before it that may be its own

    @property
    def place(self) -> Place | None:
        """Where the token stands in the document."""
        if self.line_place is None:
            return None
        # attrs.evolve would cost ten times as much, for every figure
        line = self.line_place
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


@lru_cache(maxsize=4096)
def is_page_number(text: str) -> bool:
    """Whether a line is a page number as printed in a foot: - 3 -, 第3页, 3/6."""
    stripped = fold(text).strip()
    return 0 < len(stripped) < 24 and _PAGE.match(stripped) is not None


def tokens_of(lines: Sequence[Paragraph]) -> list[Token]:
    """The words and figures of lines; a figure amid words of the same line is part of prose, and so a word."""
    found: list[Token] = []
    page = 1
    for number, line in enumerate(lines):
        if "\f" in line.text:
            page += line.text.count("\f")
        if not line.text.strip() or is_page_number(line.text):
            continue
        found += _line_tokens(line, number, line.place.page if line.place and line.place.page else page)
    return found


def _line_tokens(line: Paragraph, number: int, page: int) -> list[Token]:
    chunks = [(match.group(), match.start()) for match in _CHUNK.finditer(line.text)]
    chunks = list(_joined(chunks))
    kinds = [_is_figure(text) for text, _ in chunks]
    measured = any(kinds)  # where words stand matters only beside figures
    tokens: list[Token] = []
    for (text, start), figure in zip(chunks, kinds, strict=True):
        left = width(line.text[:start]) if measured else start
        right = left + (width(text) if measured else len(text))
        after_sign = bool(tokens) and figure and tokens[-1].figure and _ENDS_IN_SIGN.search(tokens[-1].text)
        tokens.append(Token(text, figure, number, left, right, page, start + 1, line.place, bool(after_sign)))
    return tokens


@lru_cache(maxsize=8192)
def _is_figure(text: str) -> bool:
    if _ROW_NUMBER.match(text):
        return False
    if any(character.isdigit() for character in text):
        return any("0" <= character <= "9" or "０" <= character <= "９" for character in text) and is_figure(
            text
        )
    return text in _MARKS


def _joined(chunks: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Chunks with a sign joined to the figure behind it and a unit to the figure before it."""
    waiting: tuple[str, int] | None = None
    for text, start in chunks:
        if waiting is not None:
            before, begin = waiting
            waiting = None
            if before in _SIGN and text[:1].isdigit() and read_number(text).kind == "number":
                waiting = (f"{before} {text}", begin)
                continue
            if text in _UNITS and read_number(before).kind == "number":
                yield f"{before} {text}", begin
                continue
            yield before, begin
        if text in _SIGN or read_number(text).kind == "number":
            waiting = (text, start)
            continue
        glued = _GLUED.match(text) if text[-1:].isdigit() else None
        if glued and not re.search(r"[年月第〔\[(（]", glued.group(1)[-3:]) and len(glued.group(1)) > 1:
            yield glued.group(1), start
            waiting = (glued.group(2), start + len(glued.group(1)))
            continue
        yield text, start
    if waiting is not None:
        yield waiting


@attrs.define
class Words:
    """The words of tokens as one string of label keys, knowing which token each character came from.

    ``marks`` holds, for each figure, how many characters of words stand before it.
    """

    text: str
    owners: list[int]
    figures: list[tuple[int, Token]]


def words_of(tokens: Sequence[Token]) -> Words:
    """The words of tokens as one string, and the figures between them."""
    parts: list[str] = []
    owners: list[int] = []
    figures: list[tuple[int, Token]] = []
    for number, token in enumerate(tokens):
        if token.figure:
            figures.append((len(owners), token))
        else:
            key = label_key(token.text)
            parts.append(key)
            owners += [number] * len(key)
    return Words(text="".join(parts), owners=owners, figures=figures)
