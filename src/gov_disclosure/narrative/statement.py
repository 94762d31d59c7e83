"""A statement: a figure that the text of a report gives, and the cells of the form that it speaks of."""

from decimal import Decimal
from typing import Literal, TypeAlias, get_args

import attrs

__all__ = ["SCOPES", "StatedScope", "StatedYear", "Statement"]

StatedScope: TypeAlias = Literal["region", "organ"]
StatedYear: TypeAlias = Literal["this", "previous", "other"]

#: Whose figure a sentence says it gives: all bodies of a region or system, or the organ itself.
SCOPES: tuple[str, ...] = get_args(StatedScope)


@attrs.frozen(kw_only=True)
class Statement:
    """One figure in the text of a report.

    ``kind`` says what is counted: the name of a row or block of the form (``received``, ``denied``,
    ``reconsideration.upheld``), or of something that the form does not ask for (``fee``, ``items``,
    ``channel``). ``paths`` are the cells whose sum it states, ``()`` where the form has none; ``readings`` are
    all the sums of cells that such words are used for, the plainest (``paths``) first. ``unit`` is 件, 元 or %.
    ``approximate`` is true of 约, 近, 余 and 多; ``in_words`` where nothing is counted (未收到: 0). ``scope`` is
    None where the sentence does not say whose figure it is; ``year`` tells the year's own figure from those
    given for comparison. ``section`` (or ``preamble``), ``paragraph`` and ``span`` say where it stands;
    ``text`` is the clause around it. ``part`` is true where the figure is a part of one before it.
    """

    kind: str
    value: int | Decimal
    unit: str = "件"
    paths: tuple[str, ...] = ()
    readings: tuple[tuple[str, ...], ...] = ()
    approximate: bool = False
    in_words: bool = False
    part: bool = False
    scope: StatedScope | None = None
    year: StatedYear = "this"
    section: str
    paragraph: int
    span: tuple[int, int]
    text: str
