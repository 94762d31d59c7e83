"""How alike two short texts are."""

from collections.abc import Callable
from functools import cache

__all__ = ["likeness"]


def likeness(one: str, other: str) -> float:
    """1.0 for the same text, 0.0 for texts with nothing in common.

    The library behind it is imported when two texts first differ: most documents print the form's own words.
    """
    return 1.0 if one == other else _ratio()(one, other) / 100


@cache
def _ratio() -> Callable[[str, str], float]:
    from rapidfuzz import fuzz

    return fuzz.ratio
