"""From the characters inside a cell to its text, whichever way it is set, and whether that text is sure."""

from collections.abc import Sequence
from typing import NamedTuple

from gov_disclosure.readers.pdf.content import Box, Char
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line, joined_lines, line_of, lines_of, turned_upright

__all__ = ["CellText", "cell_text"]

_FIGURE = frozenset("0123456789.,+-０１２３４５６７８９．，＋－−")
_PADDING = 12.0  # the most that a producer leaves free on both sides of a cell together


class CellText(NamedTuple):
    """The text of a cell. ``full`` is true where its last line has no room for another character, so that the
    text may go on elsewhere."""

    text: str
    doubt: bool
    full: bool


def cell_text(chars: Sequence[Char], box: Box, tolerances: Tolerances) -> CellText:
    """The text that some characters make in a cell with that box; ``chars`` in the order they are painted."""
    if len(chars) == 1:
        char = chars[0]
        full = box[2] - box[0] - (char.x1 - char.x0) < char.size + _PADDING
        return CellText(char.text, not (char.mapped and char.visible), full)
    figure = all(char.text in _FIGURE for char in chars)
    turns = {char.turn for char in chars}
    if turns != {0}:
        upright = [turned_upright(char) for char in chars]
        if turns == {90} or turns == {270}:
            box = (box[1], box[0], box[3], box[2])
        lines = [line_of(line, tolerances) for line in lines_of(upright, tolerances)]
        doubt = len(turns) > 1
    elif not figure and _runs_down(chars):
        lines = _columns(chars, tolerances)
        doubt = False
    else:
        lines = [line_of(line, tolerances) for line in lines_of(chars, tolerances)]
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


def _no_room(line: Line, box: Box) -> bool:
    """Whether a figure's line is so long that its next digit had to go to the next line."""
    width = line.x1 - line.x0
    digit = width / max(len(line.text), 1)
    return box[2] - box[0] - width < digit + _PADDING


def _runs_down(chars: Sequence[Char]) -> bool:
    """Whether the text is set from top to bottom, by the steps from one character painted to the next."""
    down = right = 0
    before = chars[0]
    for char in chars[1:]:
        size = char.size if char.size < before.size else before.size
        across = (char.x0 + char.x1 - before.x0 - before.x1) / 2
        below = (char.top + char.bottom - before.top - before.bottom) / 2
        if abs(across) < 0.35 * size and 0.4 * size < below:
            down += 1
        elif across > 0 and abs(below) < 0.5 * size:
            right += 1
        before = char
    return down > right


def _columns(chars: Sequence[Char], tolerances: Tolerances) -> list[Line]:
    """Columns of characters set from top to bottom, each as a line, in the order they are painted."""
    columns: list[list[Char]] = []
    for char in chars:
        middle = (char.x0 + char.x1) / 2
        for column in columns:
            other = column[0]
            if abs(middle - (other.x0 + other.x1) / 2) < 0.6 * min(char.size, other.size):
                column.append(char)
                break
        else:
            columns.append([char])
    lines = []
    for column in columns:
        column.sort(key=lambda char: char.top)
        turned = [
            char._replace(x0=char.top, x1=char.bottom, top=char.x0, bottom=char.x1, size=char.size)
            for char in column
        ]
        line = line_of(turned, tolerances)
        lines.append(line._replace(text=line.text.replace(" ", "")))
    return lines
