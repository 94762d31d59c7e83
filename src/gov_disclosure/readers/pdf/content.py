"""What an engine gives for a page: characters, rules, drawings and pictures, measured from the top left.

Both engines give the same shapes; everything behind them is common to both.
"""

from typing import NamedTuple, TypeAlias

import attrs

from gov_disclosure.model.by_fields import ByFields

__all__ = ["Box", "PageContent", "Rule", "Run", "rounded"]

#: left, top, right, bottom, in points from the page's top left corner
Box: TypeAlias = tuple[float, float, float, float]


def rounded(box: Box) -> Box:
    """A box to a hundredth of a point, as places give it."""
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


class Run(NamedTuple):
    """A printed character and the box of its line height and advance width.

    ``turn`` is the direction it is read in, in degrees clockwise (0, 90, 180, 270; -1 for any other, as in a
    watermark). ``mapped`` is false where the font does not say which character it is, ``visible`` false where
    it is not painted (the text layer behind a scan).
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    turn: int = 0
    mapped: bool = True
    visible: bool = True


class Rule(NamedTuple):
    """A straight piece of line along an axis: at which place across it, and from where to where along it."""

    vertical: bool
    at: float
    start: float
    end: float


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PageContent(ByFields):
    """One page as an engine saw it.

    ``runs`` stand in the order in which the page paints them, without white space. ``drawings`` are the boxes of
    painted shapes that are neither rules nor boxes, ``pictures`` those of images. ``partial`` is true where text
    may be missing.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...] = attrs.field(default=(), repr=False)
    rules: tuple[Rule, ...] = attrs.field(default=(), repr=False)
    drawings: tuple[Box, ...] = attrs.field(default=(), repr=False)
    pictures: tuple[Box, ...] = attrs.field(default=(), repr=False)
    partial: bool = False
