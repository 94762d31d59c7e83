"""From the characters inside a cell to its text, whichever way it is set, and whether that text is sure."""

from collections.abc import Sequence
from typing import NamedTuple

from gov_disclosure.readers.pdf.content import Box, Run
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line, joined_lines, line_of, lines_of
from gov_disclosure.readers.pdf.turning import turned_run

__all__ = ["CellText", "cell_text"]

_FIGURE = frozenset("0123456789.,+-０１２３４５６７８９．，＋－−")
_PADDING = 12.0  # the most that a producer leaves free on both sides of a cell together


class CellText(NamedTuple):
    """The text of a cell. ``full`` is true where its last line has no room for another character, so that the
    text may go on elsewhere."""

    text: str
    doubt: bool
    full: bool


def cell_text(runs: Sequence[Run], box: Box, tolerances: Tolerances) -> CellText:
    """The text that some characters make in a cell with that box; ``runs`` in the order they are painted."""
    if len(runs) == 1:
        letter, x0, _, x1, _, size, _, mapped, visible = runs[0]
        return CellText(letter, not (mapped and visible), box[2] - box[0] - (x1 - x0) < size + _PADDING)
    close = _close_together(runs, box, tolerances)
    if close is not None:
        return close
    figure = _FIGURE.issuperset([run[0] for run in runs])
    turns = {run[6] for run in runs}
    if turns == {0} and _on_one_line(runs):
        lines = [line_of(runs, tolerances)]
        doubt = False
    elif turns != {0}:
        upright = [turned_run(run, run.turn) for run in runs]
        if turns == {90} or turns == {270}:
            box = (box[1], box[0], box[3], box[2])
        lines = [line_of(line, tolerances) for line in lines_of(upright, tolerances)]
        doubt = len(turns) > 1
    elif not figure and _runs_down(runs):
        lines = _columns(runs, tolerances)
        doubt = False
    else:
        lines = [line_of(line, tolerances) for line in lines_of(runs, tolerances)]
        doubt = False
    doubt = doubt or any(line.overlapping or not line.sure for line in lines)
    texts = [line.text for line in lines]
    last = lines[-1]
    full = box[2] - box[0] - (last.x1 - last.x0) < last.size + _PADDING
    if figure:
        if len(lines) > 1 and not all(_no_room(line, box) for line in lines[:-1]):
            return CellText("\n".join(texts), True, full)
        if any(" " in text for text in texts):
            doubt = True
    return CellText(joined_lines(texts), doubt, full)


def _close_together(runs: Sequence[Run], box: Box, tolerances: Tolerances) -> CellText | None:
    """The text of characters that are painted one after the other along a line, with neither gaps nor doubt, as they
    are in most cells; None for any others."""
    text, x0, top, end, bottom, size, turn, mapped, visible = runs[0]
    if turn or not mapped or not visible:
        return None
    letters, left, right, last, highest = [text], x0, end, size, size
    level, near = top + bottom, 0.2 * size
    for text, start, top, stop, bottom, size, turn, mapped, visible in runs[1:]:
        if turn or not mapped or not visible or start < left or not -near < top + bottom - level < near:
            return None
        gap = start - end
        if gap > 0.0:
            if gap > tolerances.latin_space * (size if size < last else last):
                return None
        elif gap < -tolerances.overlap * min(stop - start, end - left):
            return None
        letters.append(text)
        left, end, last = start, stop, size
        if stop > right:
            right = stop
        if size > highest:
            highest = size
    full = box[2] - box[0] - (right - x0) < highest + _PADDING
    return CellText("".join(letters), False, full)


def _on_one_line(runs: Sequence[Run]) -> bool:
    """Whether the characters are painted one after the other along a line, as most text is."""
    _, x, top, _, bottom, size, _, _, _ = runs[0]
    for run in runs:
        if run[1] < x or not -0.2 * size < run[2] + run[4] - top - bottom < 0.2 * size:
            return False
        x = run[1]
    return True


def _no_room(line: Line, box: Box) -> bool:
    """Whether a figure's line is so long that its next digit had to go to the next line."""
    width = line.x1 - line.x0
    digit = width / max(len(line.text), 1)
    return box[2] - box[0] - width < digit + _PADDING


def _runs_down(runs: Sequence[Run]) -> bool:
    """Whether the text is set from top to bottom, by the steps from one character painted to the next."""
    down = right = 0
    before = runs[0]
    for run in runs[1:]:
        size = run.size if run.size < before.size else before.size
        across = (run.x0 + run.x1 - before.x0 - before.x1) / 2
        below = (run.top + run.bottom - before.top - before.bottom) / 2
        if len(run.text) > 1:
            right += 1
        elif abs(across) < 0.35 * size and 0.4 * size < below:
            down += 1
        elif across > 0 and abs(below) < 0.5 * size:
            right += 1
        before = run
    return down > right


def _columns(runs: Sequence[Run], tolerances: Tolerances) -> list[Line]:
    """Columns of characters set from top to bottom, each as a line, in the order they are painted."""
    columns: list[list[Run]] = []
    for run in runs:
        middle = (run.x0 + run.x1) / 2
        for column in columns:
            other = column[0]
            if abs(middle - (other.x0 + other.x1) / 2) < 0.6 * min(run.size, other.size):
                column.append(run)
                break
        else:
            columns.append([run])
    lines = []
    for column in columns:
        column.sort(key=lambda run: run.top)
        turned = [
            run._replace(x0=run.top, x1=run.bottom, top=run.x0, bottom=run.x1, size=run.size)
            for run in column
        ]
        line = line_of(turned, tolerances)
        lines.append(line._replace(text=line.text.replace(" ", "")))
    return lines
