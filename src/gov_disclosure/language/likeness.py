"""How alike two short texts are."""

__all__ = ["likeness"]


def likeness(one: str, other: str) -> float:
    """1.0 for the same text, 0.0 for texts with nothing in common.

    Twice the number of characters that can be left standing in both, in the same order, over that of all characters:
    what ``ratio`` means elsewhere. A label is so short that a row of the usual table fits into one number, a bit for
    each character: a few microseconds, where importing a library for it takes ten milliseconds of a command that
    reads one file. (Hyyrö 2004, "Bit-parallel LCS-length computation revisited".)
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    where: dict[str, int] = {}
    for place, character in enumerate(one):
        where[character] = where.get(character, 0) | 1 << place
    whole = (1 << len(one)) - 1
    open_ = whole
    for character in other:
        met = open_ & where.get(character, 0)
        open_ = (open_ + met) | (open_ - met)
    common = len(one) - (open_ & whole).bit_count()
    return 2 * common / (len(one) + len(other))
