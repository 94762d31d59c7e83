"""How alike two short texts are."""

__all__ = ["likeness"]


def likeness(one: str, other: str) -> float:
    """1.0 for the same text, 0.0 for texts with nothing in common.

    The library behind it is imported when two texts first differ: most documents print the form's own words.
    """
    if one == other:
        return 1.0
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100
