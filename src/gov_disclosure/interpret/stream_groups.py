"""Figures that stand together in a line of running text, and the row whose label stands before them there."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import attrs

from gov_disclosure.interpret.stream_labels import Anchor
from gov_disclosure.interpret.tokens import Token
from gov_disclosure.language.patterns import regex

__all__ = ["Group", "groups_of"]

_NUMBER = regex(r"\(?(\d{1,2})[.,)]")


@attrs.define(eq=False, repr=False)
class Group:
    """Figures that stand together in one line."""

    figures: list[Token]
    mark: int  # characters of words before them
    owner: int | None  # the anchor whose label stands before them in their line
    sure: bool = True  # the words before them are the owner's label or a part of it, to the letter


def groups_of(tokens: Sequence[Token], anchors: Sequence[Anchor]) -> list[Group]:
    """The figures of a stream, line by line."""
    groups: list[Group] = []
    mark = 0
    line, word = -1, ""
    crowded = _crowded_lines(tokens, anchors)
    current: Group | None = None
    for token in tokens:
        if token.line != line:
            line, word, current = token.line, "", None
        if not token.figure:
            word = token.key
            mark += len(word)
            current = None
            continue
        if current is None:
            owner = _owner(anchors, mark, word) if line not in crowded else None
            sure = owner is not None and _is_surely(anchors[owner], mark - len(word), word)
            current = Group(figures=[], mark=mark, owner=owner, sure=sure)
            groups.append(current)
        current.figures.append(token)
    return groups


def _crowded_lines(tokens: Sequence[Token], anchors: Sequence[Anchor]) -> set[int]:
    """Lines in which the labels of several rows start, or figures stand behind words twice: a line is then no row."""
    starts = sorted([anchor.start for anchor in anchors])
    crowded: set[int] = set()
    mark = 0
    for line, of_line in groupby(tokens, key=attrgetter("line")):
        begin, groups, before = mark, 0, False
        for token in of_line:
            groups += token.figure and not before
            before = token.figure
            mark += len(token.key)
        if groups > 1 or (mark > begin and bisect_left(starts, mark) - bisect_left(starts, begin) > 1):
            crowded.add(line)
    return crowded


def _owner(anchors: Sequence[Anchor], mark: int, word: str) -> int | None:
    """The row to whose label the word before some figures belongs."""
    if not word:
        return None
    for number in range(len(anchors) - 1, -1, -1):
        anchor = anchors[number]
        if anchor.start < mark:
            fits = anchor.has_part(word) or any(_overlaps(key, word) for key in anchor.keys)
            return number if fits and not _numbered_otherwise(anchor, word) else None
    return None


def _is_surely(anchor: Anchor, start: int, word: str) -> bool:
    """Whether a word is a row's label or a part of it, to the letter; behind a whole label it is another's."""
    behind_a_whole_one = start >= anchor.end and any(len(key) == anchor.length for key in anchor.keys)
    return not behind_a_whole_one and anchor.has_part(word)


def _numbered_otherwise(anchor: Anchor, word: str) -> bool:
    """Whether a word carries the number of another row: 8.属于行政 is no part of 7.属于行政执法案卷."""
    own = _NUMBER.match(word)
    numbers = {found[1] for key in anchor.keys if (found := _NUMBER.match(key))}
    return own is not None and bool(numbers) and own[1] not in numbers


def _overlaps(key: str, word: str) -> bool:
    # a word that starts with the end of a group's label, or a misprinted one: most of it is the label's
    common = sum(1 for character in set(word) if character in key)
    return len(word) >= 4 and common >= 0.8 * len(set(word))
