"""The sections of a report, told by their headings: number and noun phrase together, in the form's order."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

import attrs

from gov_disclosure.documents import Block, Paragraph, Table
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.likeness import likeness
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.narrative import SECTIONS, Section

__all__ = ["SectionSpan", "find_sections", "is_heading_of", "lines_of_contents"]

_SUBNUMERAL = regex(r"^(?:\((?P<chinese>[一二三四五六])\)|(?P<arabic>[1-6])[.,])")
_SUBHEADING = regex(r"^(?:\(|\d{1,2}[.,)]|[一二三四五六七八九十]是)")
_ANY_SIGN = tuple(sorted({signs[0] for section in SECTIONS for signs in section.signs}))
_NUMERALS = "一二三四五六七八九十"
_BEHIND_NUMERAL = frozenset("、,.;:)")
_LONGEST_NUMERAL = 3
_STOPS = ".:;,"
_LONGEST = 44
_DROPPED = 8  # characters that may go when a text is folded to its key: quotation marks, pinyin
_ALIKE = 0.72  # how much a heading without a number must be like the form's
_CONTENTS = 4  # headings without anything between them
_PLAIN = 0.9  # … and one that stands where the form has another
# a text twice as long as the title is less alike than that; one more for a stop at the end
_LONGEST_BARE = 2 * max(len(section.title) for section in SECTIONS) + 1


class SectionSpan(NamedTuple):
    """A section: its heading's block, the blocks under it, and what of its text runs on behind the heading."""

    section: Section
    heading: int
    start: int
    end: int
    tail: str = ""
    expected: bool = True  # the heading carries the number the form gives the section


class _Candidate(NamedTuple):
    place: int
    rank: int
    score: float
    blocks: int = 1
    tail: str = ""
    expected: bool = True
    plain: bool = False  # a number and the form's words, nothing else


def find_sections(blocks: Sequence[Block]) -> list[SectionSpan]:
    """The sections whose headings are printed, as they follow each other: in the form's order, but for headings that
    plainly stand elsewhere."""
    candidates = _without_contents(_all_candidates(blocks, _candidates))
    chosen = _with_strays(blocks, _best_chain(candidates), candidates)
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


def lines_of_contents(headings: Mapping[int, int]) -> set[int]:
    """Those of the headings (place and rank) that stand in a table of contents: four or more, one after the other."""
    found: set[int] = set()
    run: dict[int, int] = {}
    for place, rank in sorted(headings.items()):
        if place - 1 not in run or rank in run.values():
            run = {}
        run[place] = rank
        if len(run) >= _CONTENTS:
            found.update(run)
    return found


def _without_contents(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates that are no lines of a table of contents, where the headings are printed once more."""
    best: dict[int, _Candidate] = {}
    for candidate in candidates:
        if candidate.place not in best or candidate.score > best[candidate.place].score:
            best[candidate.place] = candidate
    contents = lines_of_contents({place: candidate.rank for place, candidate in best.items()})
    rest = [candidate for candidate in candidates if candidate.place not in contents]
    return rest if len({candidate.rank for candidate in rest}) >= 3 else candidates


def _candidates_below(place: int, block: Paragraph, following: Block | None) -> list[_Candidate]:
    """Headings that carry the form's number as headings below the sections do: （一）总体情况, 1.总体情况."""
    key = label_key(block.text[: 4 * _LONGEST])
    numeral = _SUBNUMERAL.match(key)
    if numeral is None:
        return []
    number = numeral["chinese"] or _NUMERALS[int(numeral["arabic"]) - 1]
    renumbered = attrs.evolve(block, text=f"{number}、{key[numeral.end() :]}")
    return [found for found in _candidates(place, renumbered, following) if found.expected]


@lru_cache(maxsize=512)
def is_heading_of(text: str) -> Section | None:
    """The section that a text alone would be the heading of, if any."""
    found = _candidates(0, Paragraph(text=text), None)
    best = max(found, key=lambda candidate: candidate.score, default=None)
    return SECTIONS[best.rank] if best is not None else None


def _candidates(place: int, block: Paragraph, following: Block | None) -> list[_Candidate]:
    text = block.text.strip()
    unmarked = text[:1] not in _NUMERALS and not block.heading
    if unmarked and (_is_prose(text) or not _may_be_title(text)):
        return []
    titled = _titled if len(text) <= _LONGEST else _titled.__wrapped__
    over_table = isinstance(following, Table)
    candidates = []
    for found in titled(text, block.heading):
        tail = _behind(block.text, SECTIONS[found.rank].title) if found.tailed else ""
        score = found.score + (1.5 if over_table and found.rank in (1, 2, 3) else 0)
        plain = found.plain and not tail
        candidates.append(_Candidate(place, found.rank, score, 1, tail, found.expected, plain))
    return candidates


class _Titled(NamedTuple):
    """A section whose title a text may be; ``tailed`` where more stands behind it than the title."""

    rank: int
    score: float
    tailed: bool
    expected: bool
    plain: bool


@lru_cache(maxsize=1024)
def _titled(text: str, heading: bool) -> tuple[_Titled, ...]:
    """The sections whose titles a text may be, which is remembered: most reports print the same."""
    key = label_key(text[: 4 * _LONGEST])
    numeral, rest = _numbered(key)
    bare = not numeral and not heading
    if bare and (len(key) > _LONGEST_BARE or "." in key.rstrip(_STOPS)):
        return ()  # too unlike any title, so that nothing need be looked up for most lines
    if not any(sign in key for sign in _ANY_SIGN) or _SUBHEADING.match(key):
        return ()
    number = _NUMERALS.find(numeral) if len(numeral) == 1 else -1
    found = []
    for rank, (title, signs) in enumerate(_titles()):
        if not _shows(rest, signs):
            continue
        words, tailed = rest, False
        if len(rest) > len(title) and rest.startswith(title) and len(rest) - len(title) > 3:
            if not numeral or "." not in rest:
                if len(rest) > _LONGEST:
                    continue
            else:
                words, tailed = title, True
        if bare and 2 * min(len(words), len(title)) < _ALIKE * (len(words) + len(title)) - 1:
            continue  # too unlike the title, whatever it says
        if len(words) > _LONGEST or "." in words.rstrip(_STOPS) or words.count(",") > 2:
            continue
        if words is not rest and not _shows(words, signs):
            continue
        alike = likeness(words.rstrip(_STOPS), title)
        if bare and alike < _ALIKE:
            continue
        score = 2 * alike + (4 if number == rank else 0.5 if number >= 0 else 0.3) + (1 if heading else 0)
        found.append(_Titled(rank, score, tailed, number == rank, bool(numeral) and alike >= _PLAIN))
    return tuple(found)


def _numbered(key: str) -> tuple[str, str]:
    """A key's Chinese numeral, "" where it has none, and what stands behind it and its mark."""
    rest = key.lstrip(_NUMERALS)
    length = len(key) - len(rest)
    if not 0 < length <= _LONGEST_NUMERAL or not rest:
        return "", key
    return key[:length], rest[1:] if rest[0] in _BEHIND_NUMERAL else rest


@cache
def _titles() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    return tuple((label_key(section.title), section.signs) for section in SECTIONS)


def _shows(words: str, signs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether any one set of words is there in full."""
    for together in signs:
        for sign in together:
            if sign not in words:
                break
        else:
            return True
    return False


@lru_cache(maxsize=4096)
def _may_be_title(text: str) -> bool:
    """Whether a short text that no mark sets apart may be a heading: as good as no label of a table may."""
    key = label_key(text)
    if key[:1] in _NUMERALS:
        return True
    if len(key) > _LONGEST_BARE or "." in key.rstrip(_STOPS):
        return False
    return any(sign in key for sign in _ANY_SIGN) and _SUBHEADING.match(key) is None


def _is_prose(text: str) -> bool:
    """Whether a text is too long for a bare title, or holds more than one sentence."""
    longest = _LONGEST_BARE + _DROPPED
    if len(text) > longest and len(text) - text.count(" ") - text.count("\u3000") > longest:
        return True
    return 0 <= text.find("。") < len(text) - 1


def _behind(text: str, title: str) -> str:
    """What stands behind a title in a text, with the text's own characters."""
    length = len(label_key(title))
    for cut in range(1, len(text) + 1):
        key = label_key(text[:cut])
        _, bare = _numbered(key)
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


def _with_strays(
    blocks: Sequence[Block], chain: list[_Candidate], candidates: Sequence[_Candidate]
) -> list[_Candidate]:
    """The chain, and the sections that are not in it and whose heading is plainly printed once in another place.

    A line among other headings belongs to a table of contents, and is none.
    """
    ranks = {candidate.rank for candidate in chain}
    if not chain or len(ranks) == len(SECTIONS):
        return chain
    headings = {candidate.place for candidate in candidates}
    strays = []
    for rank in set(range(len(SECTIONS))) - ranks:
        plain = [one for one in candidates if one.rank == rank and one.plain]
        if len(plain) == 1 and headings.isdisjoint((plain[0].place - 1, plain[0].place + 1)):
            strays += plain
    if len(chain) + len(strays) < 3:
        return chain
    return sorted((*chain, *strays), key=lambda candidate: candidate.place)
