"""Documents that hold more than one report: taken apart where, after the last table, another report begins."""

from collections.abc import Sequence
from itertools import pairwise

from gov_disclosure.documents import Block, Paragraph
from gov_disclosure.interpret.sections import find_sections, is_heading_of, lines_of_contents
from gov_disclosure.interpret.titles import is_title
from gov_disclosure.model.narrative import SECTIONS

__all__ = ["split_reports"]


_NUMBERS = frozenset(section.number for section in SECTIONS)


def split_reports(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The stretches of a document that are one report each."""
    starts = _first_headings(blocks)
    if len(starts) < 2:
        return [blocks]
    cuts = [0]
    for before, start in pairwise(starts):
        cuts.append(_head_of(blocks, before, start))
    ends = [*cuts[1:], len(blocks)]
    parts = [blocks[cut:end] for cut, end in zip(cuts, ends, strict=True)]
    return [part for part in parts if len(find_sections(part)) >= 3] or [blocks]


def _first_headings(blocks: Sequence[Block]) -> list[int]:
    """Where a first section's heading stands that is followed by more sections of its own."""
    ranks: list[tuple[int, int]] = []
    order = {section.name: rank for rank, section in enumerate(SECTIONS)}
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or len(block.text) >= 60:
            continue
        numeral = block.text.strip()[:1]
        if numeral in _NUMBERS:
            section = is_heading_of(block.text)
            if section is not None and numeral == section.number:
                ranks.append((place, order[section.name]))
    starts: list[int] = []
    seen: set[int] = set()
    contents = lines_of_contents(dict(ranks))
    ranks = [heading for heading in ranks if heading[0] not in contents]
    for number, (place, rank) in enumerate(ranks):
        following = {other for _, other in ranks[number + 1 : number + 6]}
        if rank == 0 and (not starts or len(seen) >= 4) and len(following & {1, 2, 3, 4, 5}) >= 3:
            starts.append(place)
            seen = set()
        seen.add(rank)
    return starts


def _head_of(blocks: Sequence[Block], before: int, start: int) -> int:
    """Where the report begins whose first section's heading stands at ``start``: at its title, if it has one."""
    for place in range(start - 1, max(before, start - 60), -1):
        block = blocks[place]
        if isinstance(block, Paragraph) and is_title(block.text):
            return place
        if isinstance(block, Paragraph) and place + 1 < start:
            following = blocks[place + 1]
            if isinstance(following, Paragraph) and is_title(block.text + following.text):
                return place
    return start
