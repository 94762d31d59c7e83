"""Rows of running text whose figures may be a neighbour's: where lines are lost, sums that hold prove nothing.

A row's figures can be moved to the next label without breaking the row's sum. So a row whose figures do not stand
on its label's own line is in doubt wherever something beside it shows that figures or labels are missing.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from gov_disclosure.interpret.labels import RowLabels
from gov_disclosure.interpret.stream_labels import Anchor, Share, rows_without_number
from gov_disclosure.interpret.sums import tell_order
from gov_disclosure.interpret.tokens import Token, words_in
from gov_disclosure.language.folding import fold
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import editions

__all__ = ["doubt_neighbours", "doubt_ragged_rows", "lose_what_is_glued"]

_NOUGHT = frozenset("0")
_GLUED = regex(r"[-+]?\d+(?![\d.,)])")  # and no number of the next row
_FAR = 60  # characters of words: more than any label and what stands beside it


def doubt_neighbours(
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
    shares: Sequence[Share],
    left: Sequence[Token],
    crowded: set[int],
    labels: RowLabels,
) -> None:
    """Mark as heirs the rows whose figures may be those of a row beside them.

    ``left`` are figures of no row, ``crowded`` the places of rows with more figures than can be theirs.
    """
    gone = _missing_before(anchors, labels)
    marks = _marks(tokens)
    stray = {sum(anchor.start < marks[id(token)] for anchor in anchors) for token in left}
    crowded = crowded | {place for place, share in enumerate(shares) if share.lost}
    _doubt_moved(shares, stray | {place + 1 for place in crowded}, stray | crowded, gone)
    if crowded:
        _doubt_above_blanks(shares)
        _doubt(share for share in shares if share.inferred)
    if crowded or not all(share.figures for share in shares):
        _doubt_in_one_line(shares)
    _doubt_copies(marks, shares, bool(stray or gone))
    _doubt_beside_missing(marks, anchors, shares, gone)
    _doubt_far(marks, anchors, shares)
    _doubt_behind_other_words(tokens, anchors, shares, labels)
    _doubt_runs(shares, gone | stray, crowded, among=lambda share: share.inferred)
    if any(share.owned for share in shares):
        _doubt_runs(shares, gone | stray, crowded, among=lambda share: not share.owned)


def lose_what_is_glued(tokens: Sequence[Token], anchors: Sequence[Anchor], shares: Sequence[Share]) -> None:
    """Mark rows as lost that have no figures but digits right behind their label, in one piece with other words."""
    words = words_in(tokens)
    for anchor, share, following in zip(anchors, shares, (*anchors[1:], None), strict=True):
        behind = words[anchor.end : following.start if following is not None else len(words)]
        if anchor.path and not share.figures and _GLUED.match(behind):
            share.figures, share.lost = [_token_at(tokens, anchor.end)], True


def _token_at(tokens: Sequence[Token], place: int) -> Token:
    mark = 0
    for token in tokens:
        mark += len(token.key)
        if mark > place:
            return token
    return tokens[-1]


def doubt_ragged_rows(shares: Sequence[Share], width: int) -> None:
    """A torn figure can make a row whole again in which a blank cell has vanished; totals may stand first.

    Where figures are torn, but each row tells in which way, no row lacks cells: one that does not add up is the
    report's own slip, unless its columns say otherwise.
    """
    whole = [share for share in shares if len(share.figures) == width and not share.lost]
    ragged = any(share.lost or not (share.torn or len(share.figures) in (0, width)) for share in shares)
    first = tell_order([[token.text for token in share.figures] for share in whole], width - 1, 0) == 0
    for share in whole:
        share.beside = share.beside or ragged
        share.heir = share.heir or first


def _doubt(shares: Iterable[Share]) -> None:
    for share in shares:
        share.heir = share.heir or not share.owned


def _missing_before(anchors: Sequence[Anchor], labels: RowLabels) -> set[int]:
    """The places before which the label of a row is missing that every report prints."""
    order, found = labels.order, {anchor.path for anchor in anchors}
    variants = {path.rpartition(".")[0]: labels.rows[path].variant for path in found if path}

    def is_of_the_other_way(path: str) -> bool:
        printed = variants.get(path.rpartition(".")[0])
        return bool(printed) and labels.rows[path].variant not in ("", printed)

    wanted = [rank for path, rank in order.items() if path not in found and not is_of_the_other_way(path)]
    missing: set[int] = set()
    known = [(place, order[anchor.path]) for place, anchor in enumerate(anchors) if anchor.path]
    for (_, before), (place, after) in pairwise([(-1, -1), *known, (len(anchors), len(order))]):
        if any(before < rank < after for rank in wanted):
            missing.add(place)
    return missing


def _doubt_moved(
    shares: Sequence[Share], below: Iterable[int], above: Iterable[int], gone: Container[int]
) -> None:
    """Where figures are left over, lost or too many they may be those of the row beside, its own the next one's,
    and so on to the first row without figures or a label that is missing, down the page or up."""
    for one, other in pairwise(shares):
        if other.lost:
            _doubt([one])
        if one.lost:
            _doubt([other])
    for start in below:
        _doubt(_run_to_a_gap(shares[start:], len(shares) in gone))
    for end in above:
        _doubt(_run_to_a_gap(shares[:end][::-1], 0 in gone))


def _doubt_above_blanks(shares: Sequence[Share]) -> None:
    """Where figures stand before labels somewhere, those of a row above a blank one may be its, and so on upwards."""
    for place, share in enumerate(shares):
        if not share.figures:
            _doubt(takewhile(_is_filled, reversed(shares[:place])))


def _doubt_in_one_line(shares: Sequence[Share]) -> None:
    """Where whole tables stand in one line, only an even text shows which figures are before which label."""
    lines = Counter(share.figures[0].line for share in shares if _is_filled(share))
    _doubt(share for share in shares if share.figures and lines[share.figures[0].line] > 2)


def _is_filled(share: Share) -> bool:
    return bool(share.figures) and not share.lost


def _run_to_a_gap(shares: Sequence[Share], open_end: bool) -> list[Share]:
    """The rows with figures of their own before the first that has none; none where no such row ends them."""
    run = list(takewhile(_is_filled, shares))
    return run if open_end or len(run) < len(shares) else []


def _doubt_copies(marks: Mapping[int, int], shares: Sequence[Share], uneven: bool) -> None:
    """A row without figures of its own may have got a copy of its neighbour's line, where a line is there twice.

    Two rows of small figures are often the same by chance, those of noughts most often. Where rows lack figures, or
    labels are gone, a copy that stands right below may have moved those of all rows around it.
    """
    lacking = uneven or any(not _is_filled(share) for share in shares)
    printed = [
        [token.text if token.text.isascii() else fold(token.text) for token in share.figures]
        for share in shares
    ]
    for place, (one, other) in enumerate(pairwise(printed)):
        if not one or one != other:
            continue
        pair = shares[place : place + 2]
        no_words_between = len({marks[id(share.figures[0])] for share in pair}) == 1
        each_a_line = all(len({token.line for token in share.figures}) == 1 for share in pair)
        if no_words_between and each_a_line and (uneven if _NOUGHT.issuperset(one) else lacking):
            _doubt(_run_around(shares, place, place + 1))
        elif any(len(text) > 1 for text in one):
            _doubt(pair)


def _marks(tokens: Sequence[Token]) -> dict[int, int]:
    """For each token how many characters of words stand before it."""
    marks: dict[int, int] = {}
    mark = 0
    for token in tokens:
        marks[id(token)] = mark
        mark += len(token.key)
    return marks


def _doubt_beside_missing(
    marks: Mapping[int, int], anchors: Sequence[Anchor], shares: Sequence[Share], gone: set[int]
) -> None:
    """The figures of a row whose label is missing stand behind the label before it, or before the next one."""
    for place in gone:
        for before in range(place - 1, -1, -1):
            _doubt([shares[before]])
            if anchors[before].path:
                break
        if place < len(shares):
            own = shares[place].figures
            if own and marks[id(own[0])] <= anchors[place].start:
                _doubt([shares[place]])


def _doubt_far(marks: Mapping[int, int], anchors: Sequence[Anchor], shares: Sequence[Share]) -> None:
    """Figures with many words or another row's label between them and their own, unless all labels stand before
    all figures."""
    apart: list[int] = []
    starts = sorted([anchor.start for anchor in anchors])
    for place, (anchor, share) in enumerate(zip(anchors, shares, strict=True)):
        if not _is_filled(share) or share.inferred:
            continue
        mark = marks[id(share.figures[0])]
        if mark - anchor.end > _FAR and place + 1 == len(anchors):
            _doubt([share])
        elif bisect_left(starts, max(anchor.start, mark)) > bisect_right(starts, min(anchor.start, mark - 1)):
            apart.append(place)
    for _, numbered in groupby(enumerate(apart), key=lambda pair: pair[1] - pair[0]):
        run = [place for _, place in numbered]
        run.append(min(run[-1] + 1, len(shares) - 1))
        firsts = [marks[id(shares[place].figures[0])] for place in run if shares[place].figures]
        if min(firsts) <= max(anchors[place].start for place in run):
            _doubt(_run_around(shares, run[0], run[-1]))


def _run_around(shares: Sequence[Share], first: int, last: int) -> Sequence[Share]:
    """Rows, with those above and below them whose figures do not stand on their own line either."""
    while first > 0 and not shares[first - 1].owned:
        first -= 1
    while last + 1 < len(shares) and not shares[last + 1].owned:
        last += 1
    return shares[first : last + 1]


def _doubt_behind_other_words(
    tokens: Sequence[Token], anchors: Sequence[Anchor], shares: Sequence[Share], labels: RowLabels
) -> None:
    """Figures on a line that begins with other words than their own label's, or right behind another row's label
    without its number."""
    owner = {id(share.figures[0]): place for place, share in enumerate(shares) if _is_filled(share)}
    unnumbered = rows_without_number(labels.name, editions())
    word, line = "", -1
    for token in tokens:
        if not token.figure:
            word, line = token.key, token.line
        elif word and id(token) in owner:
            anchor, share = anchors[owner[id(token)]], shares[owner[id(token)]]
            of_another = word in unnumbered and anchor.path and anchor.path not in unnumbered[word]
            if of_another:
                share.heir = True
            elif (
                token.line == line and not anchor.has_part(word) and not _is_misprint_of(anchor, word, labels)
            ):
                _doubt([share])


def _is_misprint_of(anchor: Anchor, word: str, labels: RowLabels) -> bool:
    """Whether a word is more like a row's label than like any other's."""
    told = labels.alike(word, [*labels.order])
    return told is not None and told.path == anchor.path


def _doubt_runs(
    shares: Sequence[Share], gaps: set[int], crowded: set[int], among: Callable[[Share], bool]
) -> None:
    """Rows whose figures were told by their order, or stand between two that have theirs on their own line, where
    something among them is missing: nothing tells whose they are."""
    for told, numbered in groupby(enumerate(shares), key=lambda pair: among(pair[1])):
        run = list(numbered)
        start, end = run[0][0], run[-1][0] + 1
        if told and not (gaps.isdisjoint(range(start, end + 1)) and crowded.isdisjoint(range(start, end))):
            _doubt(share for _, share in run)
