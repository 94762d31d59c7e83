"""Page numbers among the lines of a text: printed between marks, or bare at the foot of page after page."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from gov_disclosure.documents import Block, Paragraph
from gov_disclosure.language.folding import fold
from gov_disclosure.language.patterns import regex

__all__ = ["without_page_numbers"]

_LONGEST = 200  # characters of a line that holds a page number, the spaces before it included
_BARE = regex(r"\s*\d{1,3}\s*\Z")
_PAGE = regex(r"^(?:[- ]+\d{1,4}[- ]+|第 ?\d{1,4} ?页(?: ?[,/]? ?共 ?\d{1,4} ?页)?|\d{1,4} ?/ ?\d{1,4})$")


def without_page_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without lines that hold a page number alone; where a page ends stays marked."""
    bare = _bare_numbers(blocks)
    for place, block in enumerate(blocks):
        if (
            not isinstance(block, Paragraph)
            or len(block.text) > _LONGEST
            or (place not in bare and (_begins_words(block.text) or not _is_page_number(block.text)))
        ):
            yield block
        elif "\f" in block.text:
            yield attrs.evolve(block, text="\f")


def _bare_numbers(blocks: Sequence[Block]) -> set[int]:
    """Lines at the ends of pages that hold a number and nothing else, one more than on the page before or behind."""
    feet: list[tuple[int, int]] = []
    last: tuple[int, str] | None = None
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            last = None
            continue
        text = block.text
        if last is not None and text.startswith("\f"):
            feet.append((last[0], int(last[1])))
        if len(text) > _LONGEST:
            last = None
            continue
        last = (place, text.strip()) if _BARE.match(text) else None
    if last is not None:
        feet.append((last[0], int(last[1])))
    numbers = [number for _, number in feet]
    return {
        place
        for at, (place, number) in enumerate(feet)
        if numbers[at + 1 : at + 2] == [number + 1] or (at and numbers[at - 1] == number - 1)
    }


def _begins_words(text: str) -> bool:
    """Whether a line begins with a character that no page number does."""
    return "\u4e00" <= text[:1] <= "\u9fff" and text[0] != "第"


@lru_cache(maxsize=4096)
def _is_page_number(text: str) -> bool:
    """Whether a line is a page number as printed in a foot: - 3 -, 第3页, 3/6."""
    stripped = fold(text).strip()
    return 0 < len(stripped) < 24 and _PAGE.match(stripped) is not None
