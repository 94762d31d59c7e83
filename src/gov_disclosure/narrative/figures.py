"""Numbers in running text: counts with their measure words, amounts of money, percentages."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import attrs

from gov_disclosure.language.characters import SIMPLIFIED
from gov_disclosure.language.numbers import MEASURE_WORDS
from gov_disclosure.language.numerals import NUMERALS, chinese_numeral
from gov_disclosure.language.patterns import regex
from gov_disclosure.language.units import MONEY_UNITS, convert

__all__ = ["Figure", "figures", "may_hold_figures"]


def may_hold_figures(printed: str) -> bool:
    """Whether a text may give a number with a unit, as it stands in a report: in any characters, with spaces."""
    return _maybe_figure().search(printed) is not None


@cache
def _maybe_figure() -> "re.Pattern[str]":
    firsts = {unit[0] for unit in (*MONEY_UNITS, *MEASURE_WORDS, "%", "个", "百")}
    firsts |= {odd for odd, plain in SIMPLIFIED.items() if plain in firsts} | {"％"}
    numerals = {*NUMERALS, *(odd for odd, plain in SIMPLIFIED.items() if plain in NUMERALS)}
    digits = "[\\d⁰-⁹₀-₉²³¹①-⒛⓪-⓿❶-➓]"
    one, units = "".join(sorted(numerals)), "".join(sorted(firsts))
    return re.compile(rf"{digits}|[{one}㊀-㊉][{one}㊀-㊉余餘多\W]*[{units}]")


@attrs.frozen
class Figure:
    """A number in a text. ``start`` and ``end`` enclose it with its unit and what makes it vague.

    ``unit`` is the measure word as printed, 元 for money in whatever unit, or %. ``value`` is None where
    digits stand there that cannot be told for certain.
    """

    start: int
    end: int
    value: int | Decimal | None
    unit: str
    approximate: bool


_POWERS = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_VAGUE_BEFORE = ("大约", "约为", "约", "接近", "将近", "近", "超过", "逾", "多达")
_MONEY = "|".join(sorted(MONEY_UNITS, key=len, reverse=True))
_MEASURES = "|".join(MEASURE_WORDS)
_FIGURE = regex(
    # the first character comes before all conditions: so the search is told where a figure may begin
    rf"[0-9{NUMERALS}](?:(?<=[0-9])(?<![0-9.].)(?<![0-9],.)"
    r"(?P<digits>[0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{0,11}(?:\.[0-9]{1,6})?)"
    rf"|(?<=[{NUMERALS}])(?<![第{NUMERALS}].)(?P<chinese>[{NUMERALS}]{{0,9}}))"
    rf"(?P<odd>[余多])?(?P<scale>[百千万亿](?!元))?(?P<odd2>[余多])?(?P<unit>%|个?百分点|{_MONEY}|{_MEASURES})"
    r"(?P<after>左右|以上|上下)?"
)
_ORDINAL = regex(r"[第之每首逐同任]$")
_SPOKEN = "性龙事通式批线网站屏盘栏规"  # 一次性, 一件事, 一条龙, 一网通办 are ways of speaking


def figures(text: str) -> Iterator[Figure]:
    """Every number with a unit or measure word, in order; expects text in half-width marks without spaces."""
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if _ORDINAL.search(text, max(0, start - 1), start):
            continue
        if match["chinese"] is not None and text[end : end + 1] in _SPOKEN and end < len(text):
            continue
        before = ""
        if text.endswith(_VAGUE_BEFORE, 0, start):
            before = next(word for word in _VAGUE_BEFORE if text.endswith(word, 0, start))
        vague = bool(before or match["odd"] or match["odd2"] or match["after"])
        yield _figure(match, start - len(before), vague)


def _figure(match: "re.Match[str]", start: int, vague: bool) -> Figure:
    unit, value = match["unit"], _value(match)
    if unit in MONEY_UNITS:
        if value is not None:
            value, unit = _whole(convert(value, unit, "元")), "元"
    elif unit != "%" and isinstance(value, Decimal):
        value = None  # half a case is a slip of the pen
    return Figure(start, match.end(), value, unit.removeprefix("个") or unit, vague)


def _value(match: "re.Match[str]") -> int | Decimal | None:
    first, scale = match.string[match.start()], match["scale"] or ""
    if match["chinese"] is not None:
        return chinese_numeral(first + match["chinese"] + scale)
    digits = (first + match["digits"]).replace(",", "")
    value: int | Decimal = Decimal(digits) if "." in digits else int(digits)
    return _whole(value * _POWERS[scale]) if scale else value


def _whole(value: int | Decimal) -> int | Decimal:
    return int(value) if value == int(value) else value
