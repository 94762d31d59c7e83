"""From a painted path to rules: what of a drawing is a straight line along an axis."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from gov_disclosure.readers.pdf.content import Box, Rule

__all__ = ["Point", "Subpath", "box_of", "path_rules", "thin_rules"]

Point: TypeAlias = tuple[float, float]
#: The points of one connected line; True where it holds a curve.
Subpath: TypeAlias = tuple[Sequence[Point], bool]

_STRAIGHT = 0.7  # how far a line may lean, in points, and still be taken as along an axis


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box round some points."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def thin_rules(box: Box, thickness: float) -> tuple[Rule, ...]:
    """The rule that a thin box is; none for one that is thick both ways, and for a dot both that it may be part
    of."""
    x0, y0, x1, y1 = box
    if y1 - y0 <= thickness:
        lying = Rule(False, (y0 + y1) / 2, x0, x1)
        return (lying, Rule(True, (x0 + x1) / 2, y0, y1)) if x1 - x0 <= thickness else (lying,)
    return (Rule(True, (x0 + x1) / 2, y0, y1),) if x1 - x0 <= thickness else ()


def path_rules(
    subpaths: Sequence[Subpath], *, stroked: bool, filled: bool, thickness: float
) -> tuple[list[Rule], list[Box]]:
    """The rules in a painted path, and the boxes of what is neither a rule nor a filled box."""
    rules: list[Rule] = []
    drawings: list[Box] = []
    boxes = [box_of(points) for points, _ in subpaths if points]
    if filled and not stroked and (ring := _ring(boxes, thickness)):
        return ring, drawings
    for (points, curved), box in zip((part for part in subpaths if part[0]), boxes, strict=True):
        thin = thin_rules(box, thickness)
        if thin:
            rules.extend(thin)
        elif stroked:
            pieces = _straight_pieces(points)
            rules.extend(pieces)
            if curved and not pieces:
                drawings.append(box)
        elif curved or not _is_box(points):
            drawings.append(box)
    return rules, drawings


def _straight_pieces(points: Sequence[Point]) -> list[Rule]:
    pieces = []
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) <= _STRAIGHT and abs(ax - bx) > _STRAIGHT:
            pieces.append(Rule(False, (ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= _STRAIGHT and abs(ay - by) > _STRAIGHT:
            pieces.append(Rule(True, (ax + bx) / 2, min(ay, by), max(ay, by)))
    return pieces


def _is_box(points: Sequence[Point]) -> bool:
    x0, y0, x1, y1 = box_of(points)
    return 4 <= len(points) <= 6 and all(
        min(abs(x - x0), abs(x - x1)) <= _STRAIGHT and min(abs(y - y0), abs(y - y1)) <= _STRAIGHT
        for x, y in points
    )


def _ring(boxes: Sequence[Box], thickness: float) -> list[Rule]:
    """The four rules of a border painted as the area between an outer and an inner box."""
    if len(boxes) != 2:
        return []
    first, second = boxes
    outer, inner = (first, second) if first[0] <= second[0] else (second, first)
    gaps = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    if not all(0 <= gap <= thickness for gap in gaps) or max(gaps) == 0:
        return []
    x0, y0, x1, y1 = (
        (outer[0] + inner[0]) / 2,
        (outer[1] + inner[1]) / 2,
        (outer[2] + inner[2]) / 2,
        (outer[3] + inner[3]) / 2,
    )
    sides = [(False, y0, x0, x1), (False, y1, x0, x1), (True, x0, y0, y1), (True, x1, y0, y1)]
    return [
        Rule(*side) for side, gap in zip(sides, (gaps[1], gaps[3], gaps[0], gaps[2]), strict=True) if gap > 0
    ]
