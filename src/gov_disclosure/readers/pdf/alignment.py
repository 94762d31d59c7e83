"""Tables that are ruled across only: the rules give the rows, and how the figures line up gives the columns.

Where the figures do not line up without doubt, nothing is made of such a table, and its lines stay lines of text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from gov_disclosure.readers.pdf.content import Rule, Run
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Segment, line_of, lines_of

__all__ = ["aligned_groups"]

_FIGURE = frozenset("0123456789.,+-０１２３４５６７８９．，＋－−—/")
_FEWEST = 3  # full rules of a table


def aligned_groups(loose: Sequence[Rule], runs: Iterable[Run], tolerances: Tolerances) -> list[list[Rule]]:
    """For each table that is ruled across only, its rules and the rules that would part its columns."""
    across = sorted(rule for rule in loose if not rule.vertical)
    if len(across) < _FEWEST:
        return []
    upright = [run for run in runs if run.turn == 0]
    groups = []
    for group in _stacks(across, tolerances):
        added = _columns(group, upright, tolerances)
        if added:
            groups.append([*group, *added])
    return groups


def _stacks(across: Sequence[Rule], tolerances: Tolerances) -> list[list[Rule]]:
    """Rules above each other within the same two sides, at least some of which reach from side to side."""
    stacks: list[list[Rule]] = []
    for rule in across:
        for stack in stacks:
            left, right = min(r.start for r in stack), max(r.end for r in stack)
            if rule.start >= left - tolerances.same_side and rule.end <= right + tolerances.same_side:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(_full(stack, tolerances)) >= _FEWEST]


def _full(stack: Sequence[Rule], tolerances: Tolerances) -> list[Rule]:
    left, right = min(rule.start for rule in stack), max(rule.end for rule in stack)
    near = tolerances.same_side
    return [rule for rule in stack if rule.start <= left + near and rule.end >= right - near]


def _columns(group: Sequence[Rule], runs: Sequence[Run], tolerances: Tolerances) -> list[Rule]:
    """The upright rules that the alignment of the figures asks for; none where it is not clear."""
    ys = sorted({rule.at for rule in group})
    left, right = min(rule.start for rule in group), max(rule.end for rule in group)
    bands: list[list[Run]] = [[] for _ in ys[1:]]
    for run in runs:
        middle = (run.top + run.bottom) / 2
        if ys[0] < middle < ys[-1] and left - 2 <= run.x0 and run.x1 <= right + 2:
            bands[bisect_right(ys, middle) - 1].append(run)
    words = [_words(band, tolerances) for band in bands]
    figures = [[word for word in band if _FIGURE.issuperset(word.text)] for band in words]
    rows = [row for row in figures if len(row) > 1]
    if len(rows) < 2:
        return []
    columns = _lined_up(word for row in rows for word in row)
    filled = [_in_columns(row, columns) for row in rows]
    if len(columns) < 2 or any(len(here) < len(row) for here, row in zip(filled, rows, strict=True)):
        return []
    # a column that only few rows fill belongs to rows that are divided in another way
    if any(2 * sum(place in here for here in filled) < len(rows) for place in range(1, len(columns) + 1)):
        return []
    if any(2 * len(here) < len(columns) for here in filled):
        return []
    labels = [word.x1 for row in words for word in row if word.x1 < columns[0][0]]
    if labels:
        columns.insert(0, (left, max(labels)))
    parts = [_emptiest(before[1], after[0], words) for before, after in pairwise(columns)]
    parts += [rule.start - 0.5 for rule in group if rule.start > left + tolerances.same_side]
    rules = [Rule(True, side, ys[0], ys[-1]) for side in (left, right)]
    for x in parts:
        for (top, bottom), band in zip(pairwise(ys), words, strict=True):
            if not any(word.x0 + 0.5 < x < word.x1 - 0.5 for word in band):
                rules.append(Rule(True, x, top, bottom))
    return rules


def _words(band: Sequence[Run], tolerances: Tolerances) -> list[Segment]:
    """The words of a row, by the gaps between them."""
    found: list[Segment] = []
    for line in lines_of(band, tolerances) if band else ():
        together: list[Run] = []
        for run in line:
            if together and run.x0 - together[-1].x1 > 0.7 * run.size:
                found.append(_word(together, tolerances))
                together = []
            together.append(run)
        found.append(_word(together, tolerances))
    return found


def _word(together: Sequence[Run], tolerances: Tolerances) -> Segment:
    line = line_of(together, tolerances)
    return Segment(line.text, line.x0, line.x1)


def _lined_up(figures: Iterable[Segment]) -> list[tuple[float, float]]:
    """From where to where the figures of each column reach."""
    columns: list[tuple[float, float]] = []
    for figure in sorted(figures, key=lambda word: word.x0):
        if columns and figure.x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], figure.x1))
        else:
            columns.append((figure.x0, figure.x1))
    return columns


def _in_columns(row: Sequence[Segment], columns: Sequence[tuple[float, float]]) -> set[int]:
    """The columns in which a row has a figure."""
    starts = [start for start, _ in columns]
    return {bisect_right(starts, word.x0) for word in row}


def _emptiest(start: float, end: float, rows: Sequence[Sequence[Segment]]) -> float:
    """The place between two columns that runs through the fewest words, as near the middle as can be."""
    words = [word for row in rows for word in row if word.x1 > start and word.x0 < end]
    edges = sorted({start, end, *(x for word in words for x in (word.x0, word.x1) if start < x < end)})
    middle = (start + end) / 2
    places = [(a + b) / 2 for a, b in pairwise(edges)]
    return min(places, key=lambda x: (sum(word.x0 < x < word.x1 for word in words), abs(x - middle)))
