"""Text and numbers as files of data can hold them."""

from decimal import Context, Decimal

from gov_disclosure.writers.errors import CannotHold
from gov_disclosure.writers.tabular.columns import DIGITS, PLACES, Column

__all__ = ["cannot_hold", "check_fits", "plain", "scaled", "sound"]

_WHOLE = 2**63
_UNIT, _WIDE = Decimal(1).scaleb(-PLACES), Context(prec=2 * DIGITS)
_SHOWN = 60
_LONGEST = 400  # digits; beyond them an exponent is written, or a file could be made to swell


def sound(text: str | None) -> str | None:
    """Text that can be written as UTF-8: half characters, as names of files may hold, become escapes."""
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
    return text


def plain(number: int | Decimal) -> str:
    """A number with all its digits.

    >>> plain(Decimal("31482898.87")), plain(Decimal("1E+3")), plain(-17)
    ('31482898.87', '1000', '-17')
    """
    if isinstance(number, int) or abs(number.adjusted()) > _LONGEST:
        return str(number)
    return f"{number:f}"


def check_fits(column: Column, value: int | Decimal, row: int) -> None:
    """Raise :class:`~gov_disclosure.writers.CannotHold` for a number that would lose digits."""
    if column.type == "whole":
        fits = -_WHOLE <= value < _WHOLE
    else:
        scaled = Decimal(value).as_tuple()
        exponent = scaled.exponent
        assert isinstance(exponent, int)
        digits = len(scaled.digits)
        # The digits behind the point must have a place, but for zeros; and so must those before it.
        behind = -exponent - _trailing_zeros(scaled.digits)
        fits = (behind <= PLACES and digits + exponent <= DIGITS - PLACES) or not any(scaled.digits)
    if not fits:
        raise cannot_hold(column, value, row)


def scaled(column: Column, value: Decimal, row: int) -> Decimal:
    """The same number with as many places as exact columns have; raises as :func:`check_fits` does."""
    check_fits(column, value, row)
    return value.quantize(_UNIT, context=_WIDE)


def cannot_hold(column: Column, value: int | Decimal, row: int) -> CannotHold:
    """The error that names a number which a format has no room for."""
    try:
        shown = str(value)
    except ValueError:  # more digits than Python itself agrees to print
        shown = hex(int(value))
    short = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return CannotHold(target=column.name, row=row, value=short)


def _trailing_zeros(digits: tuple[int, ...]) -> int:
    count = 0
    for digit in reversed(digits):
        if digit:
            break
        count += 1
    return count
