"""JSON text into plain values, in bounded time and memory, with nothing lost or guessed on the way.

The standard parser forgives what a file of figures must not: of two equal keys it keeps the last, and
``1e400`` becomes infinity. Here both survive the parsing as values that the hooks of
:mod:`~gov_disclosure.interchange.converter` refuse with their path.
"""

import json
import math
from typing import Any

from gov_disclosure.model import InvalidReport, Problem

__all__ = ["MAX_DIGITS", "Doubled", "LongNumber", "parse", "shown"]

#: The longest whole number that is written or read: what Python itself converts unless told otherwise.
MAX_DIGITS = 4300


class Doubled(dict[str, Any]):
    """An object in which a key was given more than once; ``keys_given_twice`` names them."""

    keys_given_twice: tuple[str, ...] = ()


class LongNumber:
    """A whole number too long to be one; kept so that it can be refused where it stands."""

    def __init__(self, digits: str) -> None:
        self.start = digits[:20]

    def __repr__(self) -> str:
        return f"{self.start}…"


def shown(value: object) -> str:
    """A value offered, as an error shows it: short, however long or deep it is."""
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list | tuple):
        return "[…]" if value else "[]"
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:59] + "…")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value) is int and abs(value).bit_length() > 200:
        return f"{'-' if value < 0 else ''}… ({value.bit_length()} bits)"
    return repr(value)[:60]


def parse(text: str | bytes, *, max_bytes: int) -> Any:
    """The value that a JSON text says. Bytes are UTF-8, with or without a byte order mark.

    Raises :class:`~gov_disclosure.InvalidReport` where it is not JSON, too long or too deep.
    """
    if len(text) > max_bytes:
        raise _refused("too-large", value=str(len(text)), expected=str(max_bytes))
    try:
        decoded = text if isinstance(text, str) else bytes(text).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused("not-json", expected=f"UTF-8 ({error.reason}, byte {error.start})") from None
    try:
        return _DECODER.decode(decoded.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise _refused(
            "not-json", expected=f"{error.msg}, line {error.lineno}, column {error.colno}"
        ) from None
    except RecursionError:
        raise _refused("too-deep") from None


def _refused(code: str, value: str = "", expected: str = "") -> InvalidReport:
    return InvalidReport(problems=(Problem(path="", code=code, value=value, expected=expected),))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = Doubled(found)
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for key, _ in pairs:
        if key in seen:
            twice[key] = None
        seen.add(key)
    doubled.keys_given_twice = tuple(twice)
    return doubled


def _whole(digits: str) -> object:
    if len(digits) > MAX_DIGITS + digits.startswith("-"):
        return LongNumber(digits)
    try:
        return int(digits)
    except ValueError:  # the interpreter was told to convert even fewer digits
        return LongNumber(digits)


def _not_a_number(_: str) -> float:
    return math.nan


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_constant=_not_a_number)
