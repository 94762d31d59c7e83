"""All formulas of a check evaluated in one go, which is all that a report needs whose figures agree."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat
from operator import eq, ge, le
from typing import Any

from gov_disclosure.checks.layout import Compiled, Side, Vector, picker

__all__ = ["Together", "together"]

_SIGNS: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "<=": le, ">=": ge}


class Together:
    """The formulas of a check, ``count`` of them, that apply to a way of printing a form."""

    __slots__ = ("_left", "_right", "_sign", "_widths", "count")

    def __init__(self, formulas: Sequence[Compiled], widths: tuple[int, int]) -> None:
        self.count = len(formulas)
        self._sign = _SIGNS[formulas[0].relation]
        self._widths = widths
        self._left, self._right = _flat(one.left for one in formulas), _flat(one.right for one in formulas)

    def hold(self, values: Vector) -> bool:
        """Whether all cells are known and every formula holds to the last digit; False may mean that it cannot be told
        in this way."""
        left, right = self._widths
        try:
            return all(map(self._sign, _sums(self._left(values), left), _sums(self._right(values), right)))
        except TypeError:  # a cell is blank
            return False


def _flat(sides: Iterable[tuple[int, ...]]) -> Side:
    return picker(tuple(chain.from_iterable(sides)))


def _sums(values: tuple[int, ...], width: int) -> Iterable[Any]:
    """The sums of so many values each."""
    if width == 1:
        return values
    return map(sum, zip(*[iter(values)] * width, strict=True)) if width else repeat(0)


def together(formulas: Iterable[Compiled], variants: tuple[str, ...]) -> Together | None:
    """The formulas of a check that apply to one way of printing a form; None where they are not all of one shape."""
    applying = [one for one in formulas if not one.choosy or one.identity.variant in variants]
    shapes = {(one.relation, len(one.left), len(one.right)) for one in applying}
    if len(variants) > 1 or len(shapes) != 1 or not all(one.plain for one in applying):
        return None
    _, left, right = shapes.pop()
    return Together(applying, (left, right))
