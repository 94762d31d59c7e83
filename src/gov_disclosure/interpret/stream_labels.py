"""Row labels in a stream of words: where they start, and which words are labels of rows the form does not have."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs

from gov_disclosure.interpret.form_text import of_the_form
from gov_disclosure.interpret.labels import RowLabels, bare_key, row_labels
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.tokens import Token
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import Form, editions

__all__ = [
    "Anchor",
    "Share",
    "displaced_rows",
    "find_labels",
    "rows_without_number",
    "with_strangers",
    "without_strangers",
]

_LEAST_PREFIX = 4
_LEAST_BARE = 4  # characters of a label without its number that may be looked for
_LEAST_STRANGE = 4
_REMARK = regex(r"\([^()]*\)?")  # a bracketed instruction, closed or torn


class Anchor(NamedTuple):
    """Where a row's label stands in the words of a stream, and the label's keys.

    ``path`` is empty for a row the form does not have; ``label`` is what is printed, where it is not the form's.
    """

    path: str
    start: int
    length: int
    keys: tuple[str, ...]
    label: str = ""

    @property
    def end(self) -> int:
        """Where the label ends."""
        return self.start + self.length

    def has_part(self, word: str) -> bool:
        """Whether a word is the label, a part of it, or the label with more around it, to the letter."""
        return any(word in key or key in word for key in self.keys)


@attrs.define(eq=False, repr=False)
class Share:
    """What a row got: its figures in order; ``lost`` where figures are there but whose they are cannot be told."""

    figures: list[Token] = attrs.field(factory=list)
    lost: bool = False
    inferred: bool = False
    beside: bool = False  # other figures stand next to the row's that belong to no row
    heir: bool = False  # the figures may be those of a row whose label is lost
    owned: bool = False  # the figures stand on the label's own line
    torn: bool = False  # more figures than cells, pieces that can be joined in one way only


def find_labels(text: str, labels: RowLabels, paths: Sequence[str]) -> list[Anchor]:
    """Where the labels of rows start, looked for in the form's order; a label that is not there is left out.

    A label torn in its middle is known by its beginning, as long as no other row's label begins alike.
    """
    found: list[Anchor] = []
    missing: list[tuple[int, _Beginnings]] = []
    cursor = 0
    for row in _beginnings(labels.name, tuple(paths), editions()):
        best: tuple[int, int] | None = None
        for key, least in zip(row.keys, row.least, strict=True):
            at = text.find(least, cursor)
            if at >= 0:
                spot = _longest(text, key, len(least), cursor, at)
                best = spot if best is None or spot < best else best
        if best is None:
            missing.append((len(found), row))
        else:
            start, length = best
            found.append(Anchor(path=row.path, start=start, length=length, keys=row.keys))
            cursor = start + length
    return _with_other_numbers(text, found, missing) if missing else found


def _with_other_numbers(
    text: str, found: list[Anchor], missing: "Sequence[tuple[int, _Beginnings]]"
) -> list[Anchor]:
    """The labels, with those that carry another number than the form's, or none: between those beside them."""
    more: list[tuple[int, Anchor]] = []
    for place, row in missing:
        there = [wording for wording in row.renumbered if wording in text]
        if not there:
            continue
        low = found[place - 1].end if place else 0
        low = max([low, *(anchor.end for at, anchor in more if at == place)])
        high = found[place].start if place < len(found) else len(text)
        spots = [
            (at, len(wording), wording) for wording in there if (at := text.find(wording, low, high)) >= 0
        ]
        if spots:
            at, length, wording = min(spots)
            more.append((place, Anchor(path=row.path, start=at, length=length, keys=(wording, *row.keys))))
    for place, anchor in reversed(more):
        found.insert(place, anchor)
    return found


def _renumbered(key: str) -> tuple[str, ...]:
    """A label's key with other marks behind its number, and without it where enough is left to know it by."""
    bare = bare_key(key)
    if bare == key:
        return ()
    number = key[: len(key) - len(bare)].strip("().,")
    other = (f"{number},{bare}", f"({number}){bare}", f"{number}){bare}") if number.isdigit() else ()
    return (*other, bare) if len(bare) >= _LEAST_BARE else other


@attrs.frozen(eq=False, repr=False)
class _Beginnings:
    """The keys of a row's wordings, each with the beginning from which on it is like no other row's."""

    path: str
    keys: tuple[str, ...]
    least: tuple[str, ...]
    renumbered: tuple[str, ...]  # the same wordings with other numbers, or none


@lru_cache(maxsize=256)
def _beginnings(name: str, paths: tuple[str, ...], _known: tuple[Form, ...]) -> tuple[_Beginnings, ...]:
    labels = row_labels(name)
    keys = {
        path: tuple(label_key(wording) for wording in (labels.rows[path].label, *labels.rows[path].also))
        for path in paths
    }
    found = []
    for path in paths:
        others = [key for other, wordings in keys.items() if other != path for key in wordings]
        least = tuple(key[: _least(key, others)] for key in keys[path])
        renumbered = tuple(wording for key in keys[path] for wording in _renumbered(key))
        found.append(_Beginnings(path, keys[path], least, renumbered))
    return tuple(found)


def _least(key: str, others: Sequence[str]) -> int:
    for length in range(_LEAST_PREFIX, len(key) + 1):
        if not any(other.startswith(key[:length]) for other in others):
            return length
    return len(key)


def _longest(text: str, key: str, least: int, cursor: int, at: int) -> tuple[int, int]:
    """Where as much of a key stands as can be found, whose beginning is known to stand somewhere."""
    for length in range(len(key), least, -1):
        longer = text.find(key[:length], cursor)
        if longer >= 0:
            return longer, length
    return at, least


def displaced_rows(labels: RowLabels, text: str, anchors: Sequence[Anchor]) -> set[str]:
    """All rows whose labels are there, if some stand out of the form's order; else none."""
    found = {anchor.path for anchor in anchors}
    astray = set()
    for path, row in labels.rows.items():
        key = label_key(row.label)
        if path in found or len(key) < 5 or key not in text:
            continue
        block = path.rpartition(".")[0] + "."
        if not row.own_line or not any(other.startswith(block) for other in found):
            astray.add(path)
    return found | astray if astray else set()


def with_strangers(tokens: Sequence[Token], anchors: Sequence[Anchor], labels: RowLabels) -> list[Anchor]:
    """The anchors, with those of labels that are not (quite) the form's and stand right before figures.

    A misprinted label is known by its likeness to one that is missing just there; any other is a row of its own,
    whose figures must not be taken for a neighbour's.
    """
    order = labels.order
    found = list(anchors)
    for start, length, label in _strange_runs(tokens, anchors, labels):
        place = sum(anchor.start < start for anchor in found)
        if not place:
            continue
        known = {anchor.path for anchor in found}
        below = max((order[anchor.path] for anchor in found[:place] if anchor.path), default=-1)
        above = min((order[anchor.path] for anchor in found[place:] if anchor.path), default=len(order))
        between = [path for path, rank in order.items() if below < rank < above and path not in known]
        named = [
            path
            for path in rows_without_number(labels.name, editions()).get(label_key(label), ())
            if path in between
        ]
        again = known.intersection(labels.keys.get(label_key(label), ()))
        glued = any(
            character.isdigit() for character in bare_key(label_key(label))
        )  # figures of a row among them
        match = labels.alike(label, between) if not again and not glued else None
        path = named[0] if len(named) == 1 else match.path if match is not None else ""
        anchor = Anchor(path=path, start=start, length=length, keys=(label_key(label),), label=label)
        found.insert(place, anchor)
    return found


def _strange_runs(
    tokens: Sequence[Token], anchors: Sequence[Anchor], labels: RowLabels
) -> list[tuple[int, int, str]]:
    """Words right before figures that are none of the form's, or a row's label (once more, or without its number)
    alone on the figures' line: where they stand, their length, and the words."""
    name = labels.name
    runs: list[tuple[int, int, str]] = []
    current: tuple[int, str] | None = None
    covered = bytearray(max((anchor.end for anchor in anchors), default=0))
    for anchor in anchors:
        covered[anchor.start : anchor.end] = b"\1" * anchor.length
    bare = _labels_alone(tokens, labels)
    mark = 0
    for number, token in enumerate(tokens):
        if token.figure:
            if current is not None and (_is_label(current[1]) or number - 1 in bare):
                runs.append((current[0], mark - current[0], current[1]))
            current = None
            continue
        key = token.key
        if 1 in covered[mark : mark + len(key)]:
            current = None
        elif current is not None:
            current = (current[0], current[1] + token.text)
        elif number in bare or not of_the_form(key, name):
            current = (mark, token.text)
        mark += len(key)
    return runs


def _labels_alone(tokens: Sequence[Token], labels: RowLabels) -> set[int]:
    """Where a line has a row's label, with its number or without, and then nothing but figures: 其他 70 226 0."""
    lines: dict[int, list[int]] = {}
    for number, token in enumerate(tokens):
        lines.setdefault(token.line, []).append(number)
    return {
        first
        for first, *rest in lines.values()
        if rest
        and not tokens[first].figure
        and all(tokens[number].figure for number in rest)
        and (
            tokens[first].key in labels.keys
            or tokens[first].key in rows_without_number(labels.name, editions())
        )
    }


@lru_cache(maxsize=8)
def rows_without_number(name: str, _known: tuple[Form, ...]) -> dict[str, tuple[str, ...]]:
    """The rows by their labels without numbers, those that are called like a column among them (3.其他)."""
    found: dict[str, tuple[str, ...]] = {}
    for path, row in row_labels(name).rows.items():
        key = label_key(row.label)
        if bare_key(key) != key:
            found[bare_key(key)] = (*found.get(bare_key(key), ()), path)
    return found


def _is_label(text: str) -> bool:
    key = label_key(text)
    letters = sum("㐀" <= character <= "鿿" for character in key)
    return letters >= _LEAST_STRANGE and key.count("(") >= key.count(")") and not _REMARK.fullmatch(key)


def without_strangers(
    anchors: Sequence[Anchor], shares: Sequence[Share], harvest: Harvest
) -> tuple[list[Anchor], list[Share]]:
    """The rows of the form with their shares; what other rows got is kept aside.

    Where a row beside such a one has no figures, whose they are cannot be told.
    """
    for place, (anchor, share) in enumerate(zip(anchors, shares, strict=True)):
        if anchor.path or not share.figures:
            continue
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(anchors)]
        bare = [other for other in beside if anchors[other].path and not shares[other].figures]
        for other in bare:
            shares[other].figures, shares[other].lost = share.figures, True
        if not bare and not share.lost:
            for token in share.figures:
                harvest.set_aside((anchor.label,), token.cell())
    own = [(anchor, share) for anchor, share in zip(anchors, shares, strict=True) if anchor.path]
    return [anchor for anchor, _ in own], [share for _, share in own]
