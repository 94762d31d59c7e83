"""From rules to grids: rules that meet make a table, and what they do not separate is one cell.

A table's outer border need not be drawn: a table that is cut by the end of a page, or that has no side rules,
is closed where its rules end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.readers.pdf.content import Box, Rule
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.reading.limits import Limits

__all__ = ["DrawnCell", "Grid", "find_grids", "grid_of", "meeting_rules"]


class DrawnCell(NamedTuple):
    """A cell as the rules draw it. ``open_top`` and ``open_bottom``: no rule closes it there. ``ragged``: the
    rules do not separate it from a neighbour all the way, so that its shape is a guess."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    open_top: bool = False
    open_bottom: bool = False
    open_side: bool = False
    ragged: bool = False


_new_cell = partial(tuple.__new__, DrawnCell)


class Grid(NamedTuple):
    """The lines of one table and the cells between them. ``owners`` names, for each field of the grid by row
    and column, the index of the cell that covers it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[DrawnCell, ...]
    owners: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The table's outline."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def inner_lines(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """The lines between columns and those between rows: what stands before the first is in field 0."""
        return self.xs[1:-1], self.ys[1:-1]


def find_grids(
    rules: Sequence[Rule], tolerances: Tolerances, limits: Limits
) -> tuple[list[Grid], list[Rule]]:
    """The grids on a page, smallest first, and the rules that belong to none."""
    grids: list[Grid] = []
    loose: list[Rule] = []
    for group in meeting_rules(rules, tolerances, limits):
        grid = grid_of(group, tolerances, limits)
        if grid is None:
            loose += group
        else:
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.box[2] - grid.box[0]) * (grid.box[3] - grid.box[1]))
    return grids, loose


def meeting_rules(rules: Sequence[Rule], tolerances: Tolerances, limits: Limits) -> list[list[Rule]]:
    """Rules sorted into groups that meet or cross, directly or through others. Uprights that begin and end
    together belong together as well: a page break may leave nothing but them of a row."""
    gap = tolerances.corner_gap
    across = sorted(rule for rule in rules if not rule.vertical)
    upright = sorted(rule for rule in rules if rule.vertical)
    places = [rule.at for rule in across]
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    meetings = 0
    alone: list[int] = []
    for number, line in enumerate(upright, len(across)):
        met = False
        for index in range(bisect_left(places, line.start - gap), bisect_right(places, line.end + gap)):
            other = across[index]
            if other.start - gap <= line.at <= other.end + gap:
                parents[root(number)] = root(index)
                met = True
                meetings += 1
        if not met:
            alone.append(number)
        limits.check_cells(meetings)
    for number in alone:
        line = upright[number - len(across)]
        for beside in _neighbours(line, upright, gap):
            parents[root(number)] = root(len(across) + beside)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate([*across, *upright]):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _neighbours(line: Rule, upright: Sequence[Rule], gap: float) -> list[int]:
    """The uprights next to one that meets no rule across: those that run beside it and begin or end with it."""
    beside = [
        (abs(other.at - line.at), other.at < line.at, index)
        for index, other in enumerate(upright)
        if other is not line
        and (abs(other.start - line.start) <= gap or abs(other.end - line.end) <= gap)
        and min(other.end, line.end) - max(other.start, line.start) >= line.end - line.start - 2 * gap
    ]
    return [min(side)[2] for left in (True, False) if (side := [item for item in beside if item[1] is left])]


def grid_of(group: Sequence[Rule], tolerances: Tolerances, limits: Limits) -> Grid | None:
    """The grid that some meeting rules draw, or None if they draw no cell, or a frame round a text."""
    upright = [rule for rule in group if rule.vertical]
    across = [rule for rule in group if not rule.vertical]
    if not upright or len(upright) + min(len(across), 1) < 2:
        return None
    near = tolerances.same_grid_line
    xs = _lines(upright, across, near)
    ys = _lines(across, upright, near)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1:
        return None
    limits.check_cells(columns * rows)
    walls = _drawn(upright, xs, ys)
    floors = _drawn(across, ys, xs)
    cells, owners = _cells(xs, ys, walls, floors)
    if len(cells) == 1 and ys[-1] - ys[0] > tolerances.frame_height:
        return None
    return Grid(xs=tuple(xs), ys=tuple(ys), cells=tuple(cells), owners=tuple(map(tuple, owners)))


def _lines(drawn: Sequence[Rule], across: Sequence[Rule], near: float) -> list[float]:
    """The grid's lines one way: where rules are drawn, and the outermost ends of the rules across them."""
    places = sorted(rule.at for rule in drawn)
    ends = [end for rule in across for end in (rule.start, rule.end)]
    if ends:
        low, high = min(ends), max(ends)
        if not places or low < places[0] - near:
            places.insert(0, low)
        if high > places[-1] + near:
            places.append(high)
    lines: list[float] = []
    together: list[float] = []
    for place in places:
        if together and place - together[0] > near:
            lines.append(sum(together) / len(together))
            together = []
        together.append(place)
    lines.append(sum(together) / len(together))
    return lines


def _drawn(rules: Sequence[Rule], lines: list[float], across: list[float]) -> list[bytearray]:
    """For each grid line, which of the steps along it are drawn."""
    middles = [(a + b) / 2 for a, b in pairwise(across)]
    between = [(a + b) / 2 for a, b in pairwise(lines)]
    drawn = [bytearray(len(middles)) for _ in lines]
    for rule in rules:
        line = drawn[bisect_left(between, rule.at)]
        for step in range(bisect_left(middles, rule.start), bisect_right(middles, rule.end)):
            line[step] = 1
    return drawn


def _cells(
    xs: list[float], ys: list[float], walls: list[bytearray], floors: list[bytearray]
) -> tuple[list[DrawnCell], list[list[int]]]:
    """Each cell is the widest and then tallest run of fields that nothing separates."""
    columns, rows = len(xs) - 1, len(ys) - 1
    owners = [[-1] * columns for _ in range(rows)]
    shapes: list[tuple[int, int, int, int]] = []
    for row in range(rows):
        column = 0
        while column < columns:
            if owners[row][column] >= 0:
                column += 1
                continue
            right = column + 1
            if walls[right][row] and floors[row + 1][column]:  # as most cells are
                owners[row][column] = len(shapes)
                shapes.append((row, column, row + 1, right))
                column = right
                continue
            while right < columns and not walls[right][row] and owners[row][right] < 0:
                right += 1
            below = row + 1
            while (
                below < rows
                and not any(floors[below][column:right])
                and not any(walls[line][below] for line in range(column + 1, right))
            ):
                below += 1
            for line in owners[row:below]:
                line[column:right] = [len(shapes)] * (right - column)
            shapes.append((row, column, below, right))
            column = right
    ragged = _ragged(owners, walls, floors)
    cells: list[DrawnCell] = []
    for index, (row, column, below, right) in enumerate(shapes):
        cells.append(
            _new_cell(
                (
                    row,
                    column,
                    below - row,
                    right - column,
                    (xs[column], ys[row], xs[right], ys[below]),
                    row == 0 and not all(floors[0][column:right]),
                    below == rows and not all(floors[rows][column:right]),
                    (column == 0 and not all(walls[0][row:below]))
                    or (right == columns and not all(walls[columns][row:below])),
                    index in ragged,
                )
            )
        )
    return cells, owners


def _ragged(owners: list[list[int]], walls: list[bytearray], floors: list[bytearray]) -> set[int]:
    """Cells that some field's edge leaves open towards a neighbouring cell."""
    found: set[int] = set()
    rows, columns = len(owners), len(owners[0])
    for row in range(rows):
        here = owners[row]
        for column in range(1, columns):
            if not walls[column][row] and here[column] != here[column - 1]:
                found |= {here[column], here[column - 1]}
    for row in range(1, rows):
        above, here = owners[row - 1], owners[row]
        drawn = floors[row]
        for column in range(columns):
            if not drawn[column] and above[column] != here[column]:
                found |= {above[column], here[column]}
    return found
