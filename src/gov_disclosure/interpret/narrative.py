"""The text of a report: lines healed into paragraphs, told from what belongs to tables, feet and signatures."""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

import attrs

from gov_disclosure.documents import Block, Paragraph
from gov_disclosure.language.folding import fold
from gov_disclosure.language.patterns import regex
from gov_disclosure.language.width import width

__all__ = ["TextLine", "Wrapping", "close_gaps", "heal", "text_lines", "wrapping_of"]

_TERMINAL = tuple("。！？：；.!?:;”》）)")
_INDENTS = " \u3000\t\f"
_ENUMERATOR = regex(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))"
)
_WIDE = r"[^\x00-\x7f\s]"  # Chinese characters and marks; a class of them spelled out is slow to compile
_SPACES = frozenset(" \t\u3000")
_GAP = regex(rf"(?<={_WIDE})[ \t\u3000]+(?=[0-9A-Za-z(]|{_WIDE})|(?<=[0-9A-Za-z%)])[ \t\u3000]+(?={_WIDE})")


@attrs.define(eq=False, repr=False)
class TextLine:
    """A line or whole paragraph outside the tables."""

    at: int  # in the blocks
    source: Paragraph
    text: str  # without what stands around it
    wide: int  # 0 for a whole paragraph, of which nobody asks it
    stops: bool  # it ends as a sentence or a heading before a list does

    @property
    def indent(self) -> int:
        """Spaces before the text."""
        return len(self.source.text) - len(self.source.text.lstrip(_INDENTS))


def text_lines(blocks: Sequence[Block], aside: Container[int]) -> list[TextLine]:
    """The lines in which something is printed, without those set aside."""
    found: list[TextLine] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or at in aside:
            continue
        text = block.text.replace("\f", "").strip()
        if text:
            wide = 0 if block.whole else width(text)
            found.append(TextLine(at, block, text, wide, text.endswith(_TERMINAL)))
    return found


class Wrapping(NamedTuple):
    """How the torn lines of a document are wrapped: the width of a full line, or 0 where lines are paragraphs."""

    full: int


def wrapping_of(lines: Iterable[TextLine]) -> Wrapping:
    """How lines are wrapped: many that stop in mid-sentence at about the same width are full lines."""
    torn = [line for line in lines if line.wide and len(line.text) > 1]
    open_widths = sorted(line.wide for line in torn if not line.stops and line.wide >= 24)
    if len(open_widths) < 2:
        return Wrapping(full=0)
    typical = open_widths[int(len(open_widths) * 0.75)]
    near = sum(typical * 0.85 <= wide <= typical * 1.15 for wide in open_widths)
    if near < 2 or near < 0.4 * len(open_widths):
        return Wrapping(full=0)
    # Headings stop without a full stop, too; where lines run on far beyond, none of them is full at that width.
    if 4 * sum(line.wide > typical * 1.3 for line in torn) > near:
        return Wrapping(full=0)
    return Wrapping(full=typical)


def close_gaps(text: str) -> str:
    """Text without the spaces that typesetting leaves between Chinese characters, and round figures in them."""
    text = text.strip()
    return text if _SPACES.isdisjoint(text) else _GAP.sub("", text)


def heal(lines: Iterable[TextLine], wrapping: Wrapping) -> list[tuple[str, TextLine]]:
    """Paragraphs, from whole ones as they are and torn lines joined; each with the line it begins in."""
    found: list[tuple[str, TextLine]] = []
    current: list[str] = []
    first: TextLine | None = None
    before: TextLine | None = None
    for line in lines:
        if first is not None and (
            line.source.whole or (before is not None and _starts_paragraph(line, before, wrapping))
        ):
            found.append((close_gaps("".join(current)), first))
            current, first = [], None
        before = line
        if line.source.whole:
            found.append((line.text, line))
            continue
        if current and _is_letter(current[-1][-1]) and _is_letter(line.text[0]):
            current.append(" ")
        current.append(line.text)
        first = first or line
    if first is not None:
        found.append((close_gaps("".join(current)), first))
    return found


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _starts_paragraph(line: TextLine, before: TextLine, wrapping: Wrapping) -> bool:
    if not wrapping.full or before.wide < wrapping.full * 0.88:
        return True
    if not before.stops:
        return False
    return line.indent >= before.indent + 2 or _ENUMERATOR.match(fold(line.text)) is not None
