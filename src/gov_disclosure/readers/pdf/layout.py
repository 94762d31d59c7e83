"""One page, step by step: rules, grids, the characters in each cell, and the lines outside tables.

Every step's result is kept in :class:`PageLayout`, so that a wrong cell can be traced to the step that went
wrong.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.readers.pdf.alignment import aligned_groups
from gov_disclosure.readers.pdf.celltext import cell_text
from gov_disclosure.readers.pdf.content import Box, PageContent, Rule, Run
from gov_disclosure.readers.pdf.grids import Grid, find_grids, grid_of
from gov_disclosure.readers.pdf.rules import merged_rules
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line, line_of, lines_of
from gov_disclosure.readers.pdf.turning import main_turn, turned, turned_back
from gov_disclosure.reading.limits import Limits

__all__ = ["FilledCell", "PageLayout", "PageTable", "lay_out"]


_NO_RUN = Run("", 0.0, 0.0, 0.0, 0.0, 0.0)
_TOUCH = 0.15  # the widest gap, in characters, between two digits of one figure


class FilledCell(NamedTuple):
    """A cell with its text. ``full``: its last line has no room left, so that the text may go on
    elsewhere."""

    page: int
    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    text: str
    doubt: bool = False
    full: bool = False
    open_top: bool = False
    open_bottom: bool = False


_new_cell: "partial[FilledCell]" = partial(tuple.__new__, FilledCell)


class PageTable(NamedTuple):
    """A table, or what of it stands on one page: the grid's lines and the cells in reading order.

    A single box is kept as a table of one cell, with the ``lines`` of its text: it is a row of a table that a page
    break cut off, or no table at all.
    """

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[FilledCell, ...]
    lines: tuple[Line, ...] = ()

    @property
    def box(self) -> Box:
        """The table's outline."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PageLayout(ByFields):
    """What was seen on a page: ``rules`` after merging, ``grids`` as drawn, ``tables`` with their text,
    ``lines`` of text outside them, ``loose`` rules that belong to no table.

    A page whose text lies on its side is laid out turned by ``turn`` degrees: all is given as it stands then,
    width and height too, but for the boxes of the cells, which are those on the page as it is shown.
    """

    number: int
    width: float
    height: float
    rules: tuple[Rule, ...] = attrs.field(repr=False)
    loose: tuple[Rule, ...] = attrs.field(repr=False)
    grids: tuple[Grid, ...] = attrs.field(repr=False)
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...] = attrs.field(repr=False)
    turn: int = 0

    def shown(self, box: Box) -> Box:
        """Where a box of the layout stands on the page as it is shown."""
        return turned_back(box, self.turn, self.width, self.height) if self.turn else box


def lay_out(content: PageContent, tolerances: Tolerances, limits: Limits) -> PageLayout:
    """All steps for one page. Raises :class:`~gov_disclosure.TooLarge` for a page that draws too many
    cells."""
    tolerances = tolerances.for_page(content.width, content.height)
    turn = main_turn(content)
    if turn:
        content = turned(content, turn)
    rules = merged_rules(content.rules, tolerances)
    grids, loose = find_grids(rules, tolerances, limits) if rules else ([], [])
    if len(loose) > 2:
        aligned, loose = _aligned(loose, content, tolerances, limits)
        grids += aligned
    inside, outside, torn = _shared_out(content, grids)
    tables: list[PageTable] = []
    used: list[Grid] = []
    for index, (grid, contents) in enumerate(zip(grids, inside, strict=True)):
        if len(contents) == 1 and not contents[0]:
            continue
        used.append(grid)
        cells = _filled(grid, contents, torn.get(index, ()), content, tolerances)
        tables.append(
            PageTable(
                page=content.number,
                xs=grid.xs,
                ys=grid.ys,
                cells=tuple(_back(cell, turn, content) for cell in cells) if turn else tuple(cells),
                lines=_own_lines(contents[0], tolerances) if len(contents) == 1 else (),
            )
        )
    tables.sort(key=lambda table: (table.ys[0], table.xs[0]))
    lines = [line_of(line, tolerances) for line in lines_of(outside, tolerances)]
    return PageLayout(
        number=content.number,
        width=content.width,
        height=content.height,
        rules=tuple(rules),
        loose=tuple(loose),
        grids=tuple(used),
        tables=tuple(tables),
        lines=tuple(lines),
        turn=turn,
    )


def _back(cell: FilledCell, turn: int, content: PageContent) -> FilledCell:
    return cell._replace(box=turned_back(cell.box, turn, content.width, content.height))


def _aligned(
    loose: Sequence[Rule], content: PageContent, tolerances: Tolerances, limits: Limits
) -> tuple[list[Grid], list[Rule]]:
    """The grids of tables that are ruled across only, and the rules that are left."""
    grids: list[Grid] = []
    used: set[Rule] = set()
    for group in aligned_groups(loose, content.runs, tolerances):
        grid = grid_of(group, tolerances, limits)
        if grid is not None:
            grids.append(grid)
            used.update(group)
    return grids, [rule for rule in loose if rule not in used]


def _own_lines(runs: Sequence[Run], tolerances: Tolerances) -> tuple[Line, ...]:
    upright = [run for run in runs if run.turn == 0]
    return tuple(line_of(line, tolerances) for line in lines_of(upright, tolerances)) if upright else ()


def _shared_out(
    content: PageContent, grids: Sequence[Grid]
) -> tuple[list[list[list[Run]]], list[Run], dict[int, set[int]]]:
    """The characters by grid and cell, each in the innermost table round its middle; those in no table; and, by
    grid, the cells between which a rule runs through a figure.

    Text that runs neither across nor down the page is a watermark and goes nowhere, nor does text beside the page.
    """
    inside: list[list[list[Run]]] = [[[] for _ in grid.cells] for grid in grids]
    outside: list[Run] = []
    torn: dict[int, set[int]] = {}
    if not grids:
        width, height = content.width, content.height
        return (
            inside,
            [
                run
                for run in content.runs
                if run[6] == 0 and 0 <= run[1] + run[3] <= 2 * width and 0 <= run[2] + run[4] <= 2 * height
            ],
            torn,
        )
    lookups = [
        (index, grid.box, *grid.inner_lines, grid.owners, inside[index]) for index, grid in enumerate(grids)
    ]
    before, last_grid, last_cell = _NO_RUN, -1, -1
    for run in content.runs:
        letter, x0, top, x1, bottom, size, turn, _, _ = run
        if turn == -1:
            continue
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for index, (left, upper, right, lower), xs, ys, owners, contents in lookups:
            if left <= x <= right and upper <= y <= lower:
                cell = owners[bisect_right(ys, y)][bisect_right(xs, x)]
                contents[cell].append(run)
                if (
                    cell != last_cell
                    and index == last_grid
                    and -_TOUCH * size < x0 - before[3] < _TOUCH * size
                    and abs(top - before[2]) < size / 2
                    and letter.isdigit()
                    and before[0].isdigit()
                ):
                    torn.setdefault(index, set()).update((cell, last_cell))
                last_grid, last_cell = index, cell
                break
        else:
            last_grid = -1
            if turn == 0 and 0 <= y <= content.height and 0 <= x <= content.width:
                outside.append(run)
        before = run
    return inside, outside, torn


def _filled(
    grid: Grid,
    contents: list[list[Run]],
    torn: Collection[int],
    content: PageContent,
    tolerances: Tolerances,
) -> Iterable[FilledCell]:
    number = content.number
    marks = (*content.drawings, *content.pictures)
    for index, (cell, runs) in enumerate(zip(grid.cells, contents, strict=True)):
        row, column, rowspan, colspan, box, open_top, open_bottom, open_side, ragged = cell
        if runs:
            text, doubt, full = cell_text(runs, box, tolerances)
            doubt = doubt or ragged or index in torn or _spills(runs, box)
        elif open_side and (open_top or open_bottom):
            continue  # the corner beside a table of uneven width
        else:
            text, full = "", False
            doubt = ragged or content.partial or any(_covers(box, mark) for mark in marks)
        yield _new_cell(
            (number, row, column, rowspan, colspan, box, text, doubt, full, open_top, open_bottom)
        )


def _covers(cell: Box, mark: Box) -> bool:
    """Whether a mark stands in a cell, where a figure would."""
    x, y = (mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2
    return (
        cell[0] < x < cell[2]
        and cell[1] < y < cell[3]
        and mark[2] - mark[0] < cell[2] - cell[0]
        and mark[3] - mark[1] < 1.2 * (cell[3] - cell[1])
    )


def _spills(runs: Sequence[Run], box: Box) -> bool:
    """Whether a figure runs over the side of its cell, so that some of its digits may lie in the next one."""
    left, right = box[0] - 0.5, box[2] + 0.5
    for run in runs:  # noqa: SIM110 - asked for every cell, and a generator takes twice as long
        if (run[1] < left or run[3] > right) and run[0].isdigit():
            return True
    return False
