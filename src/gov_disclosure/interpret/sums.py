"""What the sums of printed rows say about the order of their columns."""

from collections.abc import Iterable, Sequence

from gov_disclosure.language.numbers import read_number

__all__ = ["add_up", "tell_order"]

_LONGEST = 200  # digits of a row; more are no figures


def add_up(texts: Sequence[str], total: int) -> bool | None:
    """Whether one of a row's figures is the sum of the others; None where that says nothing: all are nought."""
    values = _values(texts)
    if values is None or not any(values):
        return None
    return 2 * values[total] == sum(values)


def _values(texts: Sequence[str]) -> list[int] | None:
    """What the figures say, nothing printed taken for nought; None where one of them is no whole number."""
    together = "".join(texts)
    if together.isascii() and together.isdigit() and all(texts):
        return list(map(int, texts)) if len(together) < _LONGEST else None
    values: list[int] = []
    for text in texts:
        read = read_number(text)
        if read.kind == "number" and isinstance(read.value, int):
            values.append(read.value)
        elif read.kind in ("number", "unread"):
            return None
        else:
            values.append(0)
    return values


def tell_order(rows: Iterable[Sequence[str]], first: int, second: int) -> int | None:
    """Which of two columns holds the total, told by every row that tells it; None where none does or they differ."""
    places: set[int] = set()
    for row in rows:
        values = _values(row)
        if values is None or not any(values):
            continue
        fits = [place for place in (first, second) if 2 * values[place] == sum(values)]
        if len(fits) == 1:
            places.add(fits[0])
    return places.pop() if len(places) == 1 else None
