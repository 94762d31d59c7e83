"""The single values of a document: what each must be exactly, on the way in and on the way out.

Every function raises :class:`~gov_disclosure.InvalidReport` with an empty path; whoever holds the value puts
its own key in front.
"""

import math
from decimal import Decimal
from typing import Any

from gov_disclosure.interchange.parsing import MAX_DIGITS, Doubled, shown
from gov_disclosure.language.patterns import regex
from gov_disclosure.model import InvalidReport, Problem

__all__ = [
    "MONEY_PATTERN",
    "NOT_MONEY_PATTERN",
    "amount_from_text",
    "amount_to_text",
    "coordinate",
    "count",
    "number_from_json",
    "number_to_json",
    "param_from_json",
    "param_to_json",
    "refused",
    "text",
    "truth",
    "under",
    "whole",
]

#: An amount of money as a JSON string. The exponent is bounded, so that no short text stands for a number
#: that takes all memory to print.
MONEY_PATTERN = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?(E[+-][0-9]{1,4})?$"
#: What no amount holds; said beside the pattern since in some languages ``$`` lets a line's end through.
NOT_MONEY_PATTERN = r"[^-+.0-9E]"

_MONEY = regex(MONEY_PATTERN)
_LIMIT = 10**MAX_DIGITS


def refused(code: str, value: object, expected: str = "") -> InvalidReport:
    """The error for one value that cannot stand where it is."""
    return InvalidReport(problems=(Problem(path="", code=code, value=shown(value), expected=expected),))


def under(key: str, error: InvalidReport) -> tuple[Problem, ...]:
    """The problems of something inside, with the key that holds it in front of their paths."""
    return tuple(
        Problem(
            path=key + problem.path
            if not problem.path or problem.path.startswith("[")
            else f"{key}.{problem.path}",
            code=problem.code,
            value=problem.value,
            expected=problem.expected,
        )
        for problem in error.problems
    )


def whole(value: object, _: object = None) -> int:
    """A whole number, not ``true``, not ``5.0``."""
    if type(value) is int and -_LIMIT < value < _LIMIT:
        return value
    raise refused("wrong-value", value, "an integer")


def count(value: object, _: object = None) -> int | None:
    """A cell that holds a count, or a blank one."""
    if value is None or (type(value) is int and -_LIMIT < value < _LIMIT):
        return value
    raise refused("not-a-count", value)


def truth(value: object, _: object = None) -> bool:
    """``true`` or ``false``."""
    if type(value) is bool:
        return value
    raise refused("wrong-value", value, "true or false")


def text(value: object, _: object = None) -> str:
    """Text of real characters: half a surrogate pair can be neither encoded nor shown."""
    if type(value) is str:
        if value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError as error:
            problem = "text without lone surrogates"
            raise refused("wrong-value", value[error.start : error.end], problem) from None
        return value
    raise refused("wrong-value", value, "a string")


def coordinate(value: object, _: object = None) -> float:
    """A finite number of points on a page."""
    if type(value) is int and -_LARGEST <= value <= _LARGEST:
        return value
    if type(value) is float and math.isfinite(value):
        return value
    raise refused("wrong-value", value, "a finite number")


_LARGEST = int(1.7976931348623157e308)


def amount_from_text(value: object, _: object = None) -> Decimal:
    """Money: a string of digits, all of them kept."""
    if type(value) is str and _MONEY.fullmatch(value):
        return Decimal(value)
    raise refused("not-an-amount", value)


def amount_to_text(value: object, _: object = None) -> str:
    """Money as a string that gives the same digits back."""
    if type(value) is Decimal:
        written = str(value).upper()  # a context may ask for a small e
        if _MONEY.fullmatch(written):
            return written
    raise refused("not-an-amount", value)


def number_from_json(value: object, _: object = None) -> int | Decimal | None:
    """A figure without a cell: a number is a count, a string of digits an amount, null neither."""
    if value is None:
        return None
    return amount_from_text(value) if type(value) is str else whole(value)


def number_to_json(value: object, _: object = None) -> int | str | None:
    """A figure without a cell, told apart by its JSON type."""
    if value is None:
        return None
    return amount_to_text(value) if type(value) is Decimal else whole(value)


def param_from_json(value: object, _: object = None) -> Any:
    """A notice's parameter; ``{"decimal": "7730.280"}`` is an amount, an array a tuple."""
    if value is None or type(value) is bool:
        return value
    if type(value) is str:
        return text(value)
    if type(value) is int:
        return whole(value)
    if type(value) is float:
        return coordinate(value)
    if type(value) is list:
        return _each(param_from_json, value)
    if type(value) is dict and value.keys() == {"decimal"}:
        try:
            return amount_from_text(value["decimal"])
        except InvalidReport as error:
            raise InvalidReport(problems=under("decimal", error)) from None
    if type(value) is Doubled:
        raise InvalidReport(
            problems=tuple(Problem(path=key, code="duplicate-key") for key in value.keys_given_twice)
        )
    raise refused("wrong-value", value, _PARAM)


def param_to_json(value: object, _: object = None) -> Any:
    """A notice's parameter in JSON; an amount is marked, since plain text is allowed too."""
    if type(value) is Decimal:
        return {"decimal": amount_to_text(value)}
    if type(value) is tuple or type(value) is list:
        return list(_each(param_to_json, value))
    if value is None or type(value) is bool:
        return value
    if isinstance(value, str):  # an edition is a string with a class of its own
        return text(str(value))
    if type(value) is int:
        return whole(value)
    if type(value) is float:
        return coordinate(value)
    raise refused("wrong-value", value, _PARAM)


_PARAM = 'a string, a number, true, false, null, an array of these, or {"decimal": "…"}'


def _each(hook: Any, values: Any) -> tuple[Any, ...]:
    made: list[Any] = []
    problems: list[Problem] = []
    for place, value in enumerate(values):
        try:
            made.append(hook(value))
        except InvalidReport as error:
            problems += under(f"[{place}]", error)
    if problems:
        raise InvalidReport(problems=tuple(problems))
    return tuple(made)
