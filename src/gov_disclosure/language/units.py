"""Units of money: found in printed heads, and converted without rounding."""

from decimal import Decimal
from typing import ClassVar

import attrs

from gov_disclosure.language.folding import fold, simplify
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.errors import GovDisclosureError

__all__ = ["MONEY_UNITS", "UnknownUnit", "convert", "money_unit", "shift"]

#: The units of money that reports print, with the power of ten that each has in 元.
MONEY_UNITS: dict[str, int] = {
    "元": 0,
    "百元": 2,
    "千元": 3,
    "万元": 4,
    "十万元": 5,
    "百万元": 6,
    "千万元": 7,
    "亿元": 8,
}

_ALTERNATIVES = "|".join(sorted(MONEY_UNITS, key=len, reverse=True))
_NOT_BEFORE = "0-9百千万亿十" + "美港欧日韩澳" + "单公多纪状"  # 100万元以上, 美元, 单元, 公元, 多元 …
_PRINTED_UNIT = regex(rf"(?<![{_NOT_BEFORE}])(?:{_ALTERNATIVES})(?![素月旦件首老])")
_BARE_SCALE = regex(r"(?:[(\[【〔]|单位:)(?P<scale>[万亿])(?=[)\]】〕]|$)")
_HIGHEST_EXPONENT = 1_000


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class UnknownUnit(GovDisclosureError, ValueError):
    """A unit of money that is not one of :data:`MONEY_UNITS`."""

    code: ClassVar[str] = "unknown-unit"
    templates: ClassVar[dict[str, str]] = {
        "en": "{unit!r} is not a unit of money; known are {known}",
        "zh": "“{unit}”不是金额单位；可用的有 {known}",
    }
    unit: str
    known: str = "、".join(MONEY_UNITS)


def convert(value: int | Decimal, from_unit: str, to_unit: str) -> Decimal:
    """The amount in another unit of money, to its last digit. Raises :class:`UnknownUnit`."""
    return shift(value, _power(from_unit) - _power(to_unit))


def _power(unit: str) -> int:
    power = MONEY_UNITS.get(unit)
    if power is None:
        raise UnknownUnit(unit=unit)
    return power


def shift(value: int | Decimal, places: int) -> Decimal:
    """The value times ten to the power ``places``, exactly, whatever the precision of the decimal context.

    Zeros at the end of a fraction that only the shift would bring are left out. NaN and infinity stay.
    """
    number = Decimal(value)
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or places == 0:
        return number
    if not number:
        return Decimal(0)
    kept = list(digits)
    exponent += places
    while exponent < 0 and places < 0 and len(kept) > 1 and kept[-1] == 0:
        kept.pop()
        exponent += 1
    if 0 < exponent <= _HIGHEST_EXPONENT:
        kept += [0] * exponent
        exponent = 0
    return Decimal((sign, kept, exponent))


def money_unit(text: str) -> str | None:
    """The unit of money named in a printed head: 采购总金额(万元), 本年收费金额（单位：万元）.

    A bare 万 or 亿 counts in brackets or behind 单位. None where no unit is printed, or more than one.
    """
    head = simplify(fold(text)).replace(" ", "")  # 万 元 is not 元
    found = set(_PRINTED_UNIT.findall(head))
    if not found:
        found = {scale + "元" for scale in _BARE_SCALE.findall(head)}
    return found.pop() if len(found) == 1 else None
