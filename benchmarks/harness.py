"""Measuring on a machine that other work shares: two programs take turns, and their minima are compared.

A single time moves by a third from run to run; the ratio of two minima, taken in turns in one process, moves
by a few per cent. So speed is stated as such a ratio wherever there is something to compare with.
"""

import gc
import time
from collections.abc import Callable
from typing import Any, NamedTuple

__all__ = ["Race", "race", "seconds"]


class Race(NamedTuple):
    """The best time of each of two programs, in seconds."""

    first: float
    second: float

    @property
    def ratio(self) -> float:
        """The first in units of the second."""
        return self.first / self.second


def seconds(program: Callable[[], Any]) -> float:
    """How long one run takes, without the garbage collector of runs before it."""
    gc.collect()
    gc.disable()
    try:
        started = time.perf_counter()
        program()
        return time.perf_counter() - started
    finally:
        gc.enable()


def race(
    first: Callable[[], Any],
    second: Callable[[], Any],
    *,
    rounds: int = 30,
    clock: Callable[[Callable[[], Any]], float] = seconds,
) -> Race:
    """Both programs in turns, after one run each that does not count; the minimum of each.

    ``clock`` says how long a run takes: for programs that measure themselves, give one that calls them.
    """
    first(), second()
    times = [(clock(first), clock(second)) for _ in range(rounds)]
    return Race(first=min(pair[0] for pair in times), second=min(pair[1] for pair in times))
