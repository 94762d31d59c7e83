"""The column heads of table two, which differ between editions and from row to row, and how printed ones fit them."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from gov_disclosure.interpret.labels import without_remarks
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.likeness import likeness, likeness_at_most
from gov_disclosure.model.forms import Form, editions

__all__ = ["GOOD", "Heads", "fit", "fits_edition", "heads_in", "heads_of"]

#: Heads that fit an edition at least this well are its heads.
GOOD = 0.55
_AHEAD = 0.15  # by how much one edition's heads must be more like a run of words than another's

_Measure: TypeAlias = Callable[[str, str], float]


class Heads(NamedTuple):
    """The column heads of one row in one edition, for matching printed heads in order."""

    form: str
    names: tuple[str, ...]
    wordings: tuple[tuple[str, ...], ...]

    def are(self, printed: Sequence[str]) -> bool:
        """Whether printed heads (keys, in order) are these, word for word."""
        return len(printed) == len(self.names) and all(map(tuple.__contains__, self.wordings, printed))

    def score(self, printed: Sequence[str], alike: _Measure = likeness) -> float:
        """How well printed heads (keys, in order) fit: 1.0 for each exact, less for shortened or mangled ones."""
        width = len(self.names)
        if len(printed) < width:
            return 0.0
        if len(printed) > width:
            return max(self.score(printed[:width], alike) - 0.25 * (len(printed) - width), 0.0)
        if self.are(printed) or self.moved(printed) is not None:
            return 1.0
        fits = (_fit(key, wordings, alike) for key, wordings in zip(printed, self.wordings, strict=True))
        return sum(fits) / width

    def may_fit(self, printed: Sequence[str]) -> bool:
        """Whether printed heads may fit well, as far as that can be told without measuring how alike they are."""
        return self.score(printed, likeness_at_most) >= GOOD

    def moved(self, printed: Sequence[str]) -> tuple[str, ...] | None:
        """The columns' names in the order of heads that stand in another order than the form's; None otherwise."""
        if len(printed) != len(self.names):
            return None
        places = [
            [place for place, wordings in enumerate(self.wordings) if _is_sure(key, wordings)]
            for key in printed
        ]
        if any(len(fitting) != 1 for fitting in places):
            return None
        order = [fitting[0] for fitting in places]
        if sorted(order) != list(range(len(self.names))) or all(a < b for a, b in pairwise(order)):
            return None
        return tuple(self.names[place] for place in order)


@lru_cache(maxsize=4096)
def _is_sure(key: str, wordings: tuple[str, ...]) -> bool:
    """Whether a printed head is that of a column, wherever it stands."""
    return key in wordings or (
        bool(key) and without_remarks(key) in (without_remarks(wording) for wording in wordings)
    )


@lru_cache(maxsize=4096)
def _fit(key: str, wordings: tuple[str, ...], alike: _Measure) -> float:
    """How well a printed head's key fits the wordings of one column."""
    best = 0.0
    for wording in wordings:
        if key == wording:
            return 1.0
        if not key:
            continue
        if without_remarks(key) == without_remarks(wording):
            best = max(best, 0.98)
        elif wording.startswith(key) and len(key) >= 3:
            best = max(best, 0.6)
        else:
            ratio = alike(key, wording)
            best = max(best, ratio * 0.9 if ratio >= 0.6 else 0.0)
    return best


@cache
def _heads_of(path: str, known: tuple[Form, ...]) -> tuple[Heads, ...]:
    return tuple(
        Heads(
            form=str(form),
            names=tuple(field.name for field in row.fields),
            wordings=tuple(
                tuple(label_key(label) for label in (field.column, *field.also)) for field in row.fields
            ),
        )
        for form in known
        for row in form.rows
        if row.path == path
    )


def heads_of(path: str) -> tuple[Heads, ...]:
    """The column heads under which a row stands, one value for each edition that has the row."""
    return _heads_of(path, editions())


def fit(path: str, printed: Sequence[str]) -> bool:
    """Whether printed heads are those of some edition above that row."""
    keys = tuple([label_key(head) for head in printed])
    return any(_fitting(path, keys, editions()))


def fits_edition(path: str, printed: Sequence[str], form: str) -> bool:
    """Whether printed heads are those of one edition above that row, or none are printed."""
    keys = tuple([label_key(head) for head in printed])
    return not keys or form in _fitting(path, keys, editions())


@lru_cache(maxsize=1024)
def _fitting(path: str, keys: tuple[str, ...], _known: tuple[Form, ...]) -> frozenset[str]:
    """The editions whose heads above a row are the printed ones."""
    return frozenset(
        heads.form for heads in heads_of(path) if heads.may_fit(keys) and heads.score(keys) >= GOOD
    )


def heads_in(text: str, path: str) -> tuple[str, ...]:
    """The heads that a run of words (keys, joined) holds above a row, as they stand there.

    () where nothing is there to be a head; the words themselves, as one head that fits no column, where they are
    not enough like the heads of one edition.
    """
    words = without_remarks(text)
    if len(words) < 2:
        return ()
    scored = sorted(((_likeness(words, heads), heads) for heads in heads_of(path)), key=lambda pair: -pair[0])
    first = scored[0]
    rivals = [score for score, heads in scored[1:] if heads.wordings != first[1].wordings]
    if first[0] < GOOD or any(first[0] - rival < _AHEAD for rival in rivals):
        return (words,)
    return _as_printed(text, first[1])


def _likeness(words: str, heads: Heads) -> float:
    found = sum(any(wording in words for wording in wordings) for wordings in heads.wordings)
    together = "".join(wordings[0] for wordings in heads.wordings)
    return max(found / len(heads.wordings), likeness(words, together))


def _as_printed(text: str, heads: Heads) -> tuple[str, ...]:
    anywhere = [text.find(wordings[0]) for wordings in heads.wordings]
    if min(anywhere) >= 0 and len(set(anywhere)) == len(anywhere):
        starts = sorted(anywhere)  # all there, in whatever order
        return tuple(text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    spans: list[int] = []
    cursor = 0
    for wordings in heads.wordings:
        spots = [(text.find(wording, cursor), -len(wording)) for wording in wordings]
        start, length = min((spot for spot in spots if spot[0] >= 0), default=(-1, 0))
        spans.append(start)
        cursor = start - length if start >= 0 else cursor
    starts = [start for start in spans if start >= 0] + [len(text)]
    return tuple(
        wordings[0] if start < 0 else text[start : min(other for other in starts if other > start)]
        for wordings, start in zip(heads.wordings, spans, strict=True)
    )
