"""The rows of a matrix's grid, and which of them may have lost cells, where its columns are not sure."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from gov_disclosure.documents import Cell
from gov_disclosure.interpret.grids import Grid, filled_cells, is_figure, is_nothing
from gov_disclosure.interpret.labels import RowLabels, RowMatch

__all__ = ["GridLine", "holds_figures", "short_rows", "with_whole_labels"]


class GridLine:
    """One row of the grid with its labels and values told apart, before its label is matched."""

    def __init__(self, labels: list[str], values: Sequence[Cell], number: int) -> None:
        self.labels = labels
        self.values = values
        self.filled = filled_cells(values)
        self.number = number
        self.match: RowMatch | None = None
        self.outer: RowMatch | None = None  # an official row under whose label a smaller one stands


def holds_figures(line: GridLine) -> bool:
    """Whether a row above the first that is told holds figures; 1 to 7 under the heads number the columns."""
    figures = [cell.text for cell in line.filled if any(map(str.isdigit, cell.text)) and is_figure(cell.text)]
    return bool(figures) and figures != [str(number) for number in range(1, len(figures) + 1)]


def with_whole_labels(rows: Sequence[Sequence[Cell]], labels: RowLabels) -> list[Sequence[Cell]]:
    """The rows of a grid, with a label whole that stands in two of them, as where a page ended within its row.

    Figures stand beside one half of it; the other is left without cells. Where they stand beside both, nothing is done.
    """
    whole = list(rows)
    for number, (upper, lower) in enumerate(pairwise(rows)):
        above, below = filled_cells(upper), filled_cells(lower)
        if (
            not above
            or not below
            or above[0].column != below[0].column
            or (len(above) > 1) == (len(below) > 1)
        ):
            continue
        text = above[0].text + below[0].text
        if not above[0].text.isdecimal() and labels.exact(text) and not labels.exact(above[0].text):
            place = number if len(above) > 1 else number + 1
            half = above[0] if len(above) > 1 else below[0]
            whole[place] = [attrs.evolve(cell, text=text) if cell is half else cell for cell in rows[place]]
            whole[2 * number + 1 - place] = []
    return whole


def short_rows(grid: Grid, lines: list[GridLine], wanted: int) -> set[int]:
    """Rows with fewer cells than the others; where labels are of different depth, with fewer values.

    A row with a figure in every column has lost none.
    """
    told = [line for line in lines if line.match is not None]
    whole = {line.number for line in told if len(line.values) == wanted == len(line.filled)}
    if not told:
        return set()
    astray = _reaching_into_labels(grid, told, wanted)
    lengths = Counter(len(grid.rows[line.number]) for line in told)
    length, often = max(lengths.items(), key=lambda pair: (pair[1], pair[0]))
    if often >= 0.7 * len(told):
        return {line.number for line in told if len(grid.rows[line.number]) < length} - whole | astray
    values = Counter(len(line.values) for line in told)
    usual = max(values.items(), key=lambda pair: (pair[1], pair[0]))[0]
    short = {line.number for line in told if len(line.values) < usual} | astray
    if len({line.match.path for line in told if line.match is not None}) < len(told):
        # the table is there twice, and the copies may be written differently: one's blank label is the other's cell
        short |= {line.number for line in told if line.values and is_nothing(line.values[0].text)}
    return short


def _reaching_into_labels(grid: Grid, told: Sequence[GridLine], wanted: int) -> set[int]:
    """Rows with a value for every column only if the blank first one is not the label's, as it is in other rows."""
    depths = {line.number: len(grid.rows[line.number]) - len(line.values) for line in told}
    deepest = max(depths.values())
    blank_first = [
        line
        for line in told
        if depths[line.number] < deepest and line.values and is_nothing(line.values[0].text)
    ]
    if all(len(line.values) <= wanted for line in blank_first):
        return set()
    return {line.number for line in blank_first if len(line.values) == wanted}
