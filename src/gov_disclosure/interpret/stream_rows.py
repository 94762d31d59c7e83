"""Which figures of a stream belong to which row: by the line they share, by order, by the sums; else not told.

Text taken out of a table keeps a row's label and figures on one line, or puts the figures on a line of their own
above or below the label, or gives a cell a line, or prints whole columns one after the other. Where these
readings differ and nothing decides between them, no figure is placed.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

from gov_disclosure.interpret.stream_groups import Group, groups_of
from gov_disclosure.interpret.stream_labels import Anchor, Share
from gov_disclosure.interpret.tokens import Token
from gov_disclosure.language.numbers import read_number

__all__ = ["is_interleaved", "share_figures"]


@attrs.define(eq=False, repr=False)
class _Gap:
    """Rows between two whose figures share their line, and the figures that stand alone between those."""

    rows: list[int] = attrs.field(factory=list)
    groups: list[Group] = attrs.field(factory=list)
    beside: tuple[int, int] = (-1, -1)  # the rows before and behind whose figures share their line


AddsUp = Callable[[Anchor, Sequence[Token]], bool]


def share_figures(
    tokens: Sequence[Token],
    anchors: Sequence[Anchor],
    width: int,
    adds_up: AddsUp | None,
    interleaved: bool = False,
) -> tuple[list[Share], list[Token]]:
    """For each anchor its share of the figures, and the figures that are left over.

    ``width`` is the number of columns; ``adds_up`` tells whether figures fit a row's own sum, None where the
    rows have no sum. ``interleaved`` is true where the document is known to print a row's figures right behind
    its label, so that a label without figures is a blank row.
    """
    groups = groups_of(tokens, anchors)
    shares = [Share() for _ in anchors]
    owned: dict[int, Group] = {}
    for group in groups:
        if group.owner is not None and group.owner not in owned:
            owned[group.owner] = group
        else:
            group.owner = None
    _settle_owned(owned, shares)
    left: list[Token] = []
    after = _figures_follow(groups, anchors, owned)
    for gap in _gaps(groups, anchors, owned):
        _settle_gap(gap, anchors, shares, width, adds_up, interleaved, after and not owned, left)
    _doubt_blanks(shares, width, left)
    return shares, left


def _doubt_blanks(shares: list[Share], width: int, left: list[Token]) -> None:
    """Where figures are left that must be some row's, a row without figures may be the one that lost them."""
    spare = list(left) if len(left) >= width else []
    place = 0
    while place < len(shares):
        end = place + 1
        while end < len(shares) and shares[end].lost and shares[end].figures is shares[place].figures:
            end += 1
        if shares[place].lost and len(shares[place].figures) > width * (end - place):
            spare += shares[place].figures
        place = end
    if spare:
        for share in shares:
            if not share.figures:
                share.figures, share.lost = spare, True


def is_interleaved(tokens: Sequence[Token], anchors: Sequence[Anchor], width: int, adds_up: AddsUp) -> bool:
    """Whether rows with all their figures right behind their own labels, adding up, show how the text was made."""
    groups = [
        Group(figures=group.figures, mark=group.mark, owner=None) for group in groups_of(tokens, anchors)
    ]
    behind = _behind_labels(_Gap(rows=list(range(len(anchors))), groups=groups), anchors)
    if behind is None:
        return False
    full = [
        number for number, own in enumerate(behind) if len(own) == width and adds_up(anchors[number], own)
    ]
    over = any(len(own) >= 2 * width for own in behind)
    return not over and len(full) >= 3 and any(after == before + 1 for before, after in pairwise(full))


def _settle_owned(owned: dict[int, Group], shares: list[Share]) -> None:
    for number, group in owned.items():
        shares[number].figures, shares[number].owned = list(group.figures), group.sure


def _figures_follow(groups: Sequence[Group], anchors: Sequence[Anchor], owned: dict[int, Group]) -> bool:
    """Whether figures that stand alone stand behind labels throughout: none before the first, some after the last."""
    alone = [group for group in groups if group.owner is None]
    if not alone:
        return True
    return alone[0].mark > anchors[0].start and (
        alone[-1].mark > anchors[-1].start or len(anchors) - 1 in owned
    )


def _gaps(groups: Sequence[Group], anchors: Sequence[Anchor], owned: dict[int, Group]) -> list[_Gap]:
    gaps: list[_Gap] = []
    fixed = sorted(owned)
    bounds = [-1, *fixed, len(anchors)]
    for before, after in pairwise(bounds):
        low = groups.index(owned[before]) if before >= 0 else -1
        high = groups.index(owned[after]) if after < len(anchors) else len(groups)
        gap = _Gap(
            rows=list(range(before + 1, after)), groups=list(groups[low + 1 : high]), beside=(before, after)
        )
        if gap.rows or gap.groups:
            gaps.append(gap)
    return gaps


def _settle_gap(
    gap: _Gap,
    anchors: Sequence[Anchor],
    shares: list[Share],
    width: int,
    adds_up: AddsUp | None,
    interleaved: bool,
    after: bool,
    left: list[Token],
) -> None:
    figures = [token for group in gap.groups for token in group.figures]
    if not figures:
        return
    if not gap.rows:
        left += figures
        first, last = gap.beside
        for number in (first, last):
            if 0 <= number < len(shares):
                shares[number].beside = True
        return
    if len(figures) == width * len(gap.rows):
        parts = _balanced_parts(gap, anchors, width)
        settled = [_in_order(part, anchors, width, adds_up) for part in parts]
        for part, rows in zip(parts, settled, strict=True):
            if rows is None:
                _lose(part, shares)
                continue
            for number, (own, inferred) in zip(part.rows, rows, strict=True):
                shares[number].figures, shares[number].inferred = list(own), inferred
        return
    if len(gap.rows) == 1:
        shares[gap.rows[0]].figures = figures
        return
    if len(gap.groups) == len(gap.rows) and all(width <= len(g.figures) <= width + 6 for g in gap.groups):
        for number, group in zip(gap.rows, gap.groups, strict=True):
            shares[number].figures = list(group.figures)
        return
    behind = _behind_labels(gap, anchors) if after else None
    if behind is None:
        _lose(gap, shares)
        return
    _settle_behind(gap, anchors, behind, shares, width, adds_up, interleaved)


def _settle_behind(
    gap: _Gap,
    anchors: Sequence[Anchor],
    behind: list[list[Token]],
    shares: list[Share],
    width: int,
    adds_up: AddsUp | None,
    interleaved: bool,
) -> None:
    """Figures behind labels, with rows between that have none: blank, or the figures are those of them all."""
    start = 0
    for place, own in enumerate(behind):
        if not own:
            continue
        rows = gap.rows[start : place + 1]
        alone = len(rows) == 1
        start = place + 1
        sure = interleaved and len(own) == width and (adds_up is None or adds_up(anchors[rows[-1]], own))
        if alone or sure:
            shares[rows[-1]].figures = own
            continue
        for number in rows:
            shares[number].figures, shares[number].lost = own, True


def _lose(gap: _Gap, shares: list[Share]) -> None:
    figures = [token for group in gap.groups for token in group.figures]
    for number in gap.rows:
        shares[number].figures, shares[number].lost = figures, True


def _balanced_parts(gap: _Gap, anchors: Sequence[Anchor], width: int) -> list[_Gap]:
    """A gap cut wherever as many figures have come as the labels before them need."""
    events: list[tuple[int, int, int | Group]] = [(anchors[number].start, 1, number) for number in gap.rows]
    events += [(group.mark, 0, group) for group in gap.groups]
    # figures stand behind the words before them, so they come first where a label starts at the same place
    events.sort(key=lambda event: event[:2])
    parts = [_Gap()]
    figures = 0
    for _, _, what in events:
        part = parts[-1]
        if isinstance(what, int):
            if part.rows and figures == width * len(part.rows):
                part = _Gap()
                parts.append(part)
                figures = 0
            part.rows.append(what)
        else:
            part.groups.append(what)
            figures += len(what.figures)
    whole = all(sum(len(g.figures) for g in part.groups) == width * len(part.rows) for part in parts)
    return parts if whole else [gap]


def _in_order(
    gap: _Gap, anchors: Sequence[Anchor], width: int, adds_up: AddsUp | None
) -> list[tuple[Sequence[Token], bool]] | None:
    """As many figures as the rows have cells: row by row or column by column, if only one way can be."""
    figures = [token for group in gap.groups for token in group.figures]
    count = len(gap.rows)
    if adds_up is None and count > 1 and not _rows_are_lines(gap, width):
        return None
    by_row = [figures[place * width : (place + 1) * width] for place in range(count)]
    if count == 1 or all(len(group.figures) == width for group in gap.groups):
        return [(own, False) for own in by_row]
    behind = _behind_labels(gap, anchors)
    if behind is not None and all(len(own) == width for own in behind):
        return [(own, False) for own in behind]
    if width == 1 or len({token.text for token in figures}) == 1:
        return [(own, True) for own in by_row]
    # whole columns, printed one after the other, may stand in any order: no sum tells which is which
    rows = [anchors[number] for number in gap.rows]
    if adds_up is None or not all(adds_up(anchor, own) for anchor, own in zip(rows, by_row, strict=True)):
        return None
    if _can_be_columns(figures, count):
        return None
    return [(own, True) for own in by_row]


def _rows_are_lines(gap: _Gap, width: int) -> bool:
    """Whether no line holds the end of one row's figures and the beginning of the next one's."""
    held = 0
    for group in gap.groups:
        if held % width and held % width + len(group.figures) > width:
            return False
        held += len(group.figures)
    return width > 1 or all(len(group.figures) == 1 for group in gap.groups)


def _can_be_columns(figures: Sequence[Token], count: int) -> bool:
    """Whether the figures, taken column by column, hold a column that is the sum of the others."""
    columns = [figures[start : start + count] for start in range(0, len(figures), count)]
    values = [[read_number(token.text).value for token in column] for column in columns]
    if any(value is None for column in values for value in column):
        return True
    sums = [sum(value for value in row if value is not None) for row in zip(*values, strict=True)]
    return any(
        all(value is not None and 2 * value == total for value, total in zip(column, sums, strict=True))
        for column in values
    )


def _behind_labels(gap: _Gap, anchors: Sequence[Anchor]) -> list[list[Token]] | None:
    """For each row the figures between its label and the next; None where some stand before the first."""
    found: list[list[Token]] = [[] for _ in gap.rows]
    for group in gap.groups:
        place = max(
            (place for place, number in enumerate(gap.rows) if anchors[number].start < group.mark),
            default=None,
        )
        if place is None:
            return None
        found[place] += group.figures
    return found
