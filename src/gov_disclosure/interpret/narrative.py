"""The text of a report: lines healed into paragraphs, told from what belongs to tables, feet and signatures."""

import re
from collections.abc import Iterable, Sequence

import attrs

from gov_disclosure.documents import Paragraph
from gov_disclosure.interpret.tokens import is_page_number
from gov_disclosure.language.folding import fold
from gov_disclosure.language.width import width

__all__ = ["Wrapping", "close_gaps", "heal", "wrapping_of"]

_TERMINAL = tuple("。！？：；.!?:;”》）)")
_ENUMERATOR = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))"
)
_WIDE = r"[^\x00-\x7f\s]"  # Chinese characters and marks; a class of them spelled out is slow to compile
_GAP = re.compile(
    rf"(?<={_WIDE})[ \t\u3000]+(?=[0-9A-Za-z(]|{_WIDE})|(?<=[0-9A-Za-z%)])[ \t\u3000]+(?={_WIDE})"
)


@attrs.frozen
class Wrapping:
    """How the torn lines of a document are wrapped: the width of a full line, or 0 where lines are paragraphs."""

    full: int


def wrapping_of(lines: Iterable[Paragraph]) -> Wrapping:
    """How lines are wrapped: many that stop in mid-sentence at about the same width are full lines."""
    widths: list[int] = []
    stops: list[bool] = []
    for line in lines:
        text = line.text.strip()
        if line.whole or len(text) < 2 or is_page_number(text):
            continue
        widths.append(width(text))
        stops.append(text.endswith(_TERMINAL))
    open_widths = sorted(wide for wide, stop in zip(widths, stops, strict=True) if not stop and wide >= 24)
    if len(open_widths) < 2:
        return Wrapping(full=0)
    typical = open_widths[int(len(open_widths) * 0.75)]
    near = sum(typical * 0.85 <= wide <= typical * 1.15 for wide in open_widths)
    if near < 2 or near < 0.4 * len(open_widths):
        return Wrapping(full=0)
    # Headings stop without a full stop, too; where lines run on far beyond, none of them is full at that width.
    if 4 * sum(wide > typical * 1.3 for wide in widths) > near:
        return Wrapping(full=0)
    return Wrapping(full=typical)


def close_gaps(text: str) -> str:
    """Text without the spaces that typesetting leaves between Chinese characters, and round figures in them."""
    return _GAP.sub("", text.strip())


def heal(lines: Sequence[Paragraph], wrapping: Wrapping) -> tuple[str, ...]:
    """Paragraphs, from whole ones as they are and torn lines joined."""
    found: list[str] = []
    current: list[str] = []

    def finish() -> None:
        if current:
            found.append(close_gaps("".join(current)))
            current.clear()

    torn = [line for line in lines if line.text.strip() and not is_page_number(line.text)]
    for number, line in enumerate(torn):
        text = line.text.replace("\f", "").strip()
        if not text:
            continue
        if line.whole:
            finish()
            found.append(text)
            continue
        if current and _starts_paragraph(line.text, text, torn[number - 1].text, wrapping):
            finish()
        if (
            current
            and current[-1][-1:].isascii()
            and current[-1][-1:].isalpha()
            and text[:1].isalpha()
            and text[:1].isascii()
        ):
            current.append(" ")
        current.append(text)
    finish()
    return tuple(found)


def _starts_paragraph(line: str, text: str, before: str, wrapping: Wrapping) -> bool:
    if not wrapping.full:
        return True
    if _ENUMERATOR.match(fold(text)) and before.rstrip().endswith(_TERMINAL):
        return True
    stripped = before.replace("\f", "").strip()
    if width(stripped) < wrapping.full * 0.88:
        return True
    indent = len(line) - len(line.lstrip(" 　\t\f"))
    outdent = len(before) - len(before.lstrip(" 　\t\f"))
    return indent >= outdent + 2 and before.rstrip().endswith(_TERMINAL)
