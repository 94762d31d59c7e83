"""What the sums of printed rows say about the order of their columns."""

from collections.abc import Iterable, Sequence

from gov_disclosure.language.numbers import read_number

__all__ = ["add_up", "tell_order"]


def add_up(texts: Sequence[str], total: int) -> bool | None:
    """Whether one of a row's figures is the sum of the others; None where that says nothing: all are nought."""
    values: list[int] = []
    for text in texts:
        read = read_number(text)
        if read.kind == "number" and isinstance(read.value, int):
            values.append(read.value)
        elif read.kind in ("number", "unread"):
            return None
        else:
            values.append(0)
    if not any(values):
        return None
    return 2 * values[total] == sum(values)


def tell_order(rows: Iterable[Sequence[str]], first: int, second: int) -> int | None:
    """Which of two columns holds the total, told by every row that tells it; None where none does or they differ."""
    places: set[int] = set()
    for row in rows:
        fits = [place for place in (first, second) if add_up(row, place)]
        if len(fits) == 1:
            places.add(fits[0])
    return places.pop() if len(places) == 1 else None
