"""Pages whose text lies on its side: turned upright to be laid out, and places turned back."""

from collections import Counter
from operator import itemgetter

import attrs

from gov_disclosure.readers.pdf.content import Box, PageContent, Rule, Run

__all__ = ["main_turn", "turned", "turned_back", "turned_box", "turned_run"]

_FEWEST = 20  # letters that lie on their side before the page does


def main_turn(content: PageContent) -> int:
    """The direction of most of a page's text, in degrees clockwise; 0 where none prevails."""
    turns = Counter(map(itemgetter(6), content.runs))
    if len(turns) < 2 and not any(turns):
        return 0
    turn, count = turns.most_common(1)[0]
    return turn if turn > 0 and count >= _FEWEST and 4 * count > 3 * len(content.runs) else 0


def turned_box(box: Box, turn: int, width: float = 0.0, height: float = 0.0) -> Box:
    """Where a box stands when text of that direction is turned to run from left to right; ``width`` and ``height``
    are the page's own."""
    x0, top, x1, bottom = box
    if turn == 90:
        return (top, width - x1, bottom, width - x0)
    if turn == 270:
        return (height - bottom, x0, height - top, x1)
    if turn == 180:
        return (width - x1, height - bottom, width - x0, height - top)
    return box


def turned_back(box: Box, turn: int, width: float, height: float) -> Box:
    """Where a box of the turned page stands on the page as it is shown; ``width`` and ``height`` are the turned
    page's own."""
    return turned_box(box, (360 - turn) % 360, width, height)


def turned_run(run: Run, turn: int, width: float = 0.0, height: float = 0.0) -> Run:
    """A run as it stands when text of that direction is turned to run from left to right."""
    text, x0, top, x1, bottom, size, own, mapped, visible = run
    box = turned_box((x0, top, x1, bottom), turn, width, height)
    return Run(text, *box, size, own if own < 0 else (own - turn) % 360, mapped, visible)


def turned(content: PageContent, turn: int) -> PageContent:
    """The whole page, turned so that text of that direction runs from left to right."""
    width, height = content.width, content.height

    def box(old: Box) -> Box:
        return turned_box(old, turn, width, height)

    def rule(old: Rule) -> Rule:
        vertical, at, start, end = old
        x0, top, x1, bottom = box((at, start, at, end) if vertical else (start, at, end, at))
        if vertical == (turn == 180):
            return Rule(True, x0, top, bottom)
        return Rule(False, top, x0, x1)

    sideways = turn in (90, 270)
    return attrs.evolve(
        content,
        width=height if sideways else width,
        height=width if sideways else height,
        runs=tuple(turned_run(run, turn, width, height) for run in content.runs),
        rules=tuple(map(rule, content.rules)),
        drawings=tuple(map(box, content.drawings)),
        pictures=tuple(map(box, content.pictures)),
    )
