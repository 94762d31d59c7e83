"""The sections of a report, told by their headings: number and noun phrase together, in the form's order."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

import attrs

from gov_disclosure.documents import Block, Paragraph, Table
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.likeness import likeness
from gov_disclosure.model.narrative import SECTIONS, Section

__all__ = ["SectionSpan", "find_sections", "is_heading_of"]

_NUMERAL = re.compile(r"^([一二三四五六七八九十]{1,3})(?:[、,.;:)]|(?=[^一二三四五六七八九十]))")
_SUBNUMERAL = re.compile(r"^(?:\((?P<chinese>[一二三四五六])\)|(?P<arabic>[1-6])[.,])")
_SUBHEADING = re.compile(r"^(?:\(|\d{1,2}[.,)]|[一二三四五六七八九十]是)")
_ANY_SIGN = re.compile("|".join(sorted({signs[0] for section in SECTIONS for signs in section.signs})))
_NUMERALS = "一二三四五六七八九十"
_LONGEST = 44


@attrs.frozen(kw_only=True)
class SectionSpan:
    """A section: its heading's block, the blocks under it, and what of its text runs on behind the heading."""

    section: Section
    heading: int
    start: int
    end: int
    tail: str = ""
    expected: bool = True  # the heading carries the number the form gives the section


@attrs.frozen
class _Candidate:
    place: int
    rank: int
    score: float
    blocks: int = 1
    tail: str = ""
    expected: bool = True


def find_sections(blocks: Sequence[Block]) -> list[SectionSpan]:
    """The sections whose headings are printed, in the form's order."""
    chosen = _best_chain(_all_candidates(blocks, _candidates))
    if len(chosen) < 2:
        # some bodies number their sections (一), 1. or not at all
        other = _best_chain(_all_candidates(blocks, _candidates_below))
        chosen = other if len(other) > 2 else chosen
    spans = []
    for number, candidate in enumerate(chosen):
        end = chosen[number + 1].place if number + 1 < len(chosen) else len(blocks)
        spans.append(
            SectionSpan(
                section=SECTIONS[candidate.rank],
                heading=candidate.place,
                start=candidate.place + candidate.blocks,
                end=end,
                tail=candidate.tail,
                expected=candidate.expected,
            )
        )
    return spans


def _all_candidates(
    blocks: Sequence[Block], candidates_in: Callable[[int, Paragraph, Block | None], list[_Candidate]]
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            found += candidates_in(place, block, following)
    return found


def _candidates_below(place: int, block: Paragraph, following: Block | None) -> list[_Candidate]:
    """Headings that carry the form's number as headings below the sections do: （一）总体情况, 1.总体情况."""
    key = label_key(block.text[: 4 * _LONGEST])
    numeral = _SUBNUMERAL.match(key)
    if numeral is None:
        return []
    number = numeral["chinese"] or _NUMERALS[int(numeral["arabic"]) - 1]
    renumbered = attrs.evolve(block, text=f"{number}、{key[numeral.end() :]}")
    return [found for found in _candidates(place, renumbered, following) if found.expected]


def is_heading_of(text: str) -> Section | None:
    """The section that a text alone would be the heading of, if any."""
    found = _candidates(0, Paragraph(text=text), None)
    best = max(found, key=lambda candidate: candidate.score, default=None)
    return SECTIONS[best.rank] if best is not None else None


def _candidates(place: int, block: Paragraph, following: Block | None) -> list[_Candidate]:
    key = label_key(block.text[: 4 * _LONGEST])
    if _ANY_SIGN.search(key) is None or _SUBHEADING.match(key):
        return []
    numeral = _NUMERAL.match(key)
    rest = key[numeral.end() :] if numeral else key
    number = _NUMERALS.find(numeral.group(1)) if numeral and len(numeral.group(1)) == 1 else -1
    found = []
    for rank, section in enumerate(SECTIONS):
        title = label_key(section.title)
        tail = ""
        words = rest
        if len(rest) > len(title) and rest.startswith(title) and len(rest) - len(title) > 3:
            if numeral is None or "." not in rest:
                if len(rest) > _LONGEST:
                    continue
            else:
                words, tail = title, _behind(block.text, section.title)
        if len(words) > _LONGEST or "." in words.rstrip(".:;,") or words.count(",") > 2:
            continue
        if not any(all(sign in words for sign in signs) for signs in section.signs):
            continue
        alike = likeness(words.rstrip(".:;,"), title)
        if numeral is None and alike < 0.72 and not block.heading:
            continue
        score = 2 * alike + (4 if number == rank else 0.5 if number >= 0 else 0.3)
        score += 1 if block.heading else 0
        score += 1.5 if isinstance(following, Table) and rank in (1, 2, 3) else 0
        found.append(_Candidate(place, rank, score, 1, tail, number == rank))
    return found


def _behind(text: str, title: str) -> str:
    """What stands behind a title in a text, with the text's own characters."""
    length = len(label_key(title))
    for cut in range(1, len(text) + 1):
        key = label_key(text[:cut])
        bare = _NUMERAL.sub("", key, count=1)
        if len(bare) >= length:
            return text[cut:].lstrip(" 　：:。")
    return ""


def _best_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The best choice of candidates that follow each other in the form's order."""
    # for each section the best chain that ends with it
    best: list[tuple[float, tuple[_Candidate, ...]]] = [(0.0, ())] * len(SECTIONS)
    for _, together in groupby(candidates, key=lambda candidate: candidate.place):
        extended: list[tuple[int, float, tuple[_Candidate, ...]]] = []
        for candidate in together:
            score, chain = max(best[: candidate.rank], key=lambda pair: pair[0], default=(0.0, ()))
            extended.append((candidate.rank, score + candidate.score, (*chain, candidate)))
        for rank, score, chain in extended:
            if score > best[rank][0]:
                best[rank] = score, chain
    return list(max(best, key=lambda pair: pair[0])[1])
