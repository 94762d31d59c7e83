"""Matrices and boxes: from a page's own coordinates to points from its top left corner as it is shown."""

import math
from typing import TypeAlias

from gov_disclosure.readers.pdf.content import Box

__all__ = ["Matrix", "multiply", "page_matrix", "transform", "transform_box", "turn_of"]

#: a, b, c, d, e, f as in PDF: x' = ax + cy + e, y' = bx + dy + f
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_LEAN = 0.05  # how much of a full turn's sine a direction may be off and still count as along an axis


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def transform(matrix: Matrix, point: tuple[float, float]) -> tuple[float, float]:
    """Where a point comes to stand."""
    a, b, c, d, e, f = matrix
    x, y = point
    return (a * x + c * y + e, b * x + d * y + f)


def transform_box(matrix: Matrix, box: Box) -> Box:
    """The smallest upright box round where a box comes to stand."""
    ax, ay = transform(matrix, (box[0], box[1]))
    bx, by = transform(matrix, (box[2], box[3]))
    if matrix[1] or matrix[2]:
        cx, cy = transform(matrix, (box[0], box[3]))
        dx, dy = transform(matrix, (box[2], box[1]))
        return (min(ax, bx, cx, dx), min(ay, by, cy, dy), max(ax, bx, cx, dx), max(ay, by, cy, dy))
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def page_matrix(shown: Box, rotation: int) -> tuple[Matrix, float, float]:
    """From PDF coordinates to the page as shown, and its width and height.

    ``shown`` is the visible part (left, bottom, right, top), ``rotation`` in degrees clockwise.
    """
    left, bottom, right, top = shown
    across, up = right - left, top - bottom
    rotation %= 360
    if rotation == 90:
        return (0, 1, 1, 0, -bottom, -left), up, across
    if rotation == 180:
        return (-1, 0, 0, 1, right, -bottom), across, up
    if rotation == 270:
        return (0, -1, -1, 0, top, right), up, across
    return (1, 0, 0, -1, -left, top), across, up


def turn_of(a: float, b: float) -> int:
    """The direction, in degrees clockwise, in which text runs whose matrix (in shown coordinates) starts with
    ``a`` and ``b``; -1 where it is not along an axis."""
    length = math.hypot(a, b)
    if not length:
        return 0
    a, b = a / length, b / length
    if abs(b) <= _LEAN:
        return 0 if a > 0 else 180
    if abs(a) <= _LEAN:
        return 90 if b > 0 else 270
    return -1
