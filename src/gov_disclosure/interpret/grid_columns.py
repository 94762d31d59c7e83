"""Which columns of a grid the figures of a matrix stand in, where rows have more cells than there are columns."""

from collections.abc import Sequence

from gov_disclosure.documents import Cell
from gov_disclosure.interpret.grid_lines import GridLine
from gov_disclosure.interpret.grids import Grid, is_nothing

__all__ = ["astray_and_under", "side_of_surplus", "trimmed"]

_PROOF = 3  # rows that show which side it cannot be


def astray_and_under(
    columns: tuple[int, ...] | None, grid: Grid, lines: Sequence[GridLine]
) -> tuple[int, int]:
    """How many rows have figures under no head, and how many under the last one and no other place.

    Heads that were repeated over a part of the table with labels of less depth than theirs stand some columns to the
    right of all figures.
    """
    astray = under = 0
    for line in lines:
        if columns is not None and line.match is not None and line.filled and grid.is_whole(line.number):
            taken = {cell.column for cell in line.filled}
            if not taken <= set(columns):
                astray += 1
            elif columns[-1] in taken:
                under += 1
    return astray, under


def side_of_surplus(lines: Sequence[GridLine], wanted: int) -> str:
    """Where rows of text have more cells than columns, as beside labels of less depth: "left" or "right" where all of
    those too many can be blank ones at that side and cannot at the other; else "".
    """
    wide = [line.values for line in lines if line.match is not None and len(line.values) > wanted]
    left = sum(not all(is_nothing(cell.text) for cell in values[:-wanted]) for values in wide)
    right = sum(not all(is_nothing(cell.text) for cell in values[wanted:]) for values in wide)
    if left >= _PROOF and not right:
        return "right"
    return "left" if right >= _PROOF and not left else ""


def trimmed(values: Sequence[Cell], wanted: int, stray: int, side: str) -> Sequence[Cell]:
    """The cells without blank ones too many at their ends; all of them where it is open which are too many."""
    surplus = len(values) - wanted
    if not surplus:
        return values
    if surplus > 0 and side:
        return values[:wanted] if side == "right" else values[surplus:]
    places = [place for place, cell in enumerate(values) if not is_nothing(cell.text)]
    leading, trailing = places[0], len(values) - 1 - places[-1]
    if surplus < 0 or leading + trailing < surplus:
        return values
    if leading and trailing and leading + trailing > surplus:
        return values[:wanted] if surplus == stray <= trailing else values
    start = min(leading, surplus)
    return values[start : start + wanted]
