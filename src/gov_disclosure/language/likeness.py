"""How alike two short texts are."""

from collections import Counter
from collections.abc import Callable
from functools import cache

__all__ = ["likeness", "likeness_at_most"]


def likeness(one: str, other: str) -> float:
    """1.0 for the same text, 0.0 for texts with nothing in common.

    The library behind it is imported when two texts first differ by more than characters that dropped out: most
    documents print the form's own words.
    """
    if one == other:
        return 1.0
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    if _is_left_of(shorter, longer):
        # worked out as the library does it, to the last digit
        return (1 - (len(longer) - len(shorter)) / (len(longer) + len(shorter))) * 100 / 100
    return _ratio()(one, other) / 100


def likeness_at_most(one: str, other: str) -> float:
    """More than the likeness cannot be, or as much: the share of characters that both have in any order.

    It tells without the library that texts are nothing like each other.
    """
    total = len(one) + len(other)
    return 2 * sum((Counter(one) & Counter(other)).values()) / total if total else 1.0


def _is_left_of(shorter: str, longer: str) -> bool:
    """Whether a text is what stays of another when characters drop out: the commonest misprint of labels."""
    rest = iter(longer)
    return bool(shorter) and all(character in rest for character in shorter)


@cache
def _ratio() -> Callable[[str, str], float]:
    from rapidfuzz import fuzz

    return fuzz.ratio
