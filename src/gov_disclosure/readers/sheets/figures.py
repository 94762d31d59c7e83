"""Numbers of a workbook as people see them: fifteen digits, no exponent, no point behind a whole number."""

import datetime
from decimal import Decimal, InvalidOperation

__all__ = ["date_of", "decimal_of", "plain"]

_DIGITS = 15  # what Excel keeps of a number; the rest of a binary fraction is noise
_LARGEST = 60  # digits before an exponent is no longer written out
_EPOCH_1900 = datetime.date(1899, 12, 30)
_EPOCH_1904 = datetime.date(1904, 1, 1)


def decimal_of(text: str) -> Decimal | None:
    """The number a file stores as text, without the noise of binary fractions; None where it is none."""
    if len(text) <= _DIGITS and text.isascii() and text.isdigit():
        return Decimal(text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    if len(number.as_tuple().digits) > _DIGITS:
        number = Decimal(f"{number:.{_DIGITS - 1}e}")
    return number


def plain(number: Decimal) -> str:
    """A number with all its digits and none more: 12 for 12.0, 7730.28 for 7.73028E+3."""
    text = str(number)
    if text.isdigit():
        return text
    if number == 0:
        return "0"
    if abs(number.adjusted()) > _LARGEST:
        return text
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def date_of(number: Decimal, *, since_1904: bool) -> str | None:
    """The date that a day number stands for, as reports print dates; None where it is none."""
    days = int(number)
    if not 0 < days < 2_958_466:
        return None
    if not since_1904 and days < 60:
        days += 1  # the 1900 calendar has a 29 February
    date = (_EPOCH_1904 if since_1904 else _EPOCH_1900) + datetime.timedelta(days=days)
    return f"{date.year}年{date.month}月{date.day}日"
