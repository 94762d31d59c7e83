"""Dates, years and the period of a report, as Chinese reports print them.

Places in the text are given as (start, end) of the string that was passed in.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from gov_disclosure.language.aligning import align
from gov_disclosure.language.numerals import chinese_numeral
from gov_disclosure.language.patterns import regex

__all__ = ["FoundDate", "FoundYear", "Period", "find_dates", "read_date", "read_period", "report_years"]


class FoundDate(NamedTuple):
    """A whole date and where it stands."""

    value: datetime.date
    span: tuple[int, int]


class FoundYear(NamedTuple):
    """A year and where it stands; ``annual`` where 年度 follows it, ``dated`` where a month does."""

    value: int
    span: tuple[int, int]
    annual: bool = False
    dated: bool = False


class Period(NamedTuple):
    """The period a report covers, from ``start`` to ``end``, both included.

    An end that cannot be told for certain is None. ``year`` is the calendar year of both ends, else None.
    """

    start: datetime.date | None
    end: datetime.date | None
    year: int | None
    span: tuple[int, int]


_SHORT = (
    40  # characters of a text that is worth remembering: the day of publication is asked for again by a check
)
_ZEROS = "〇零○OoΟ"
_ONE_BY_ONE = {
    **{digit: str(value) for value, digit in enumerate("一二三四五六七八九", start=1)},
    **dict.fromkeys(_ZEROS, "0"),
}

_S = " *+"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|(?:1 9|2 0) [0-9] [0-9](?={_S}年))"
_PART = "[0-9](?: ?[0-9])?"
#: How a year in Chinese digits begins.
_CENTURIES = tuple(first + second for first in "一二" for second in _ZEROS + "九")
_CHINESE_YEAR = rf"[一二][{_ZEROS}九][{_ZEROS}一二三四五六七八九]{{2}}"
_CHINESE_PART = "[一二三四五六七八九十廿卅]{1,3}"

_DATE = regex(
    rf"(?<![0-9])(?P<year>{_YEAR}){_S}年{_S}(?P<month>{_PART}){_S}月{_S}(?P<day>{_PART}){_S}(?:[日号]|\Z)"
    rf"|(?P<cn_year>{_CHINESE_YEAR})年(?P<cn_month>{_CHINESE_PART})月(?P<cn_day>{_CHINESE_PART})[日号]"
    rf"|(?<![0-9./-])(?P<iso_year>(?:19|20)[0-9]{{2}}){_S}(?P<mark>[./-]){_S}(?P<iso_month>[0-9]{{1,2}}){_S}"
    rf"(?P=mark){_S}(?P<iso_day>[0-9]{{1,2}})(?![0-9])"
)
_REPORT_YEAR = regex(
    rf"(?:(?<![0-9])(?P<year>{_YEAR}){_S}|(?P<cn_year>{_CHINESE_YEAR}))年(?P<annual>度)?"
    rf"(?P<dated>(?={_S}(?:{_PART}{_S}|{_CHINESE_PART})月))?"
)
_JOINTS = ("至", "到", "-", "~")  # one of them stands in every period
_OF = "(?:年度?[(,]?|[./-])?"
_JOINED = rf"{_S}(?:起|开始|[零0]时)*+{_S},?{_S}(?:至|到|-{{1,3}}|~){_S}(?:同年|当年|本年)?{_S}"
_PERIOD = regex(
    rf"(?<![0-9])(?P<first>{_YEAR}{_S}{_OF}{_S}{_PART}{_S}[月./-]?{_S}{_PART})(?P<first_day>{_S}[日号])?{_JOINED}"
    rf"(?P<last>(?:{_YEAR}{_S}{_OF}{_S})?{_PART}{_S}[月./-]?{_S}{_PART})(?!{_S}[0-9月])(?P<last_day>{_S}[日号])?"
)
_MONTHS = regex(
    rf"(?<![0-9])(?P<year>{_YEAR}){_S}年{_S}(?P<first>{_PART}){_S}月?份?{_S}(?:至|到|-{{1,3}}|~){_S}"
    rf"(?P<last>{_PART}){_S}月(?!{_S}[0-9]{{1,2}}{_S}[日号])"
)
_CHINESE_PERIOD = regex(
    rf"(?P<year>{_CHINESE_YEAR})年(?P<month>{_CHINESE_PART})月(?P<day>{_CHINESE_PART})[日号]{_JOINED}"
    rf"(?:(?P<last_year>{_CHINESE_YEAR})年)?(?P<last_month>{_CHINESE_PART})月(?P<last_day>{_CHINESE_PART})[日号]?"
)
_ALL_FIGURES = regex("[0-9]{4}[./-][0-9]{1,2}[./-]")
_LEADING_YEAR = regex(rf"{_YEAR}(?={_S}{_OF}{_S}[0-9])")
_SPLITS = tuple(
    regex(rf"(?:(?P<year>[0-9]{{4}})[年./-]?)?(?P<month>[0-9]{{{months}}})[月./-]?(?P<day>[0-9]{{{days}}})")
    for months in (1, 2)
    for days in (1, 2)
)


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every whole date in the text: 2024年1月17日, 2024-01-17, 2024/1/17, 2024.01.17, 二〇二四年一月十七日.

    Full-width digits and spaces inside are read; what is no day of the calendar is left out.
    """
    return tuple(_dates(align(text)))


def _dates(plain: str) -> Iterator[FoundDate]:
    for match in _DATE.finditer(plain):
        if match["cn_year"]:
            value = _chinese_date(match["cn_year"], match["cn_month"], match["cn_day"])
        elif match["iso_year"]:
            value = _date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        else:
            value = _date(_int(match["year"]), _int(match["month"]), _int(match["day"]))
        if value is not None:
            yield FoundDate(value=value, span=match.span())


def read_date(text: str) -> datetime.date | None:
    """The one date that the text gives, or None where it gives none or several."""
    return _only_date(text) if len(text) <= _SHORT else _only_date.__wrapped__(text)


@lru_cache(maxsize=64)
def _only_date(text: str) -> datetime.date | None:
    values = {found.value for found in find_dates(text)}
    return values.pop() if len(values) == 1 else None


def report_years(text: str) -> tuple[FoundYear, ...]:
    """Every year of four digits with 年 or 年度 behind it, in the order of the text."""
    return tuple(
        FoundYear(
            value=_int(match["year"]) if match["year"] else _chinese_year(match["cn_year"]),
            span=match.span(),
            annual=match["annual"] is not None,
            dated=match["dated"] is not None,
        )
        for match in _REPORT_YEAR.finditer(align(text))
    )


def read_period(text: str) -> Period | None:
    """The first period in the text, or None.

    Reads 自2020年1月1日起至12月31日止 in all its spellings, also where 年, 月 or 日 dropped out
    (202311日至1231日) and only one reading is a day of the calendar.
    """
    plain = align(text)
    if not any(joint in plain for joint in _JOINTS):
        return None
    ways: list[tuple[Callable[[re.Match[str]], Period | None], re.Pattern[str]]] = [
        (_days, _PERIOD),
        (_months, _MONTHS),
    ]
    if any(century in plain for century in _CENTURIES):
        ways.append((_chinese_days, _CHINESE_PERIOD))
    found = (
        period
        for read, pattern in ways
        if (period := next(filter(None, map(read, pattern.finditer(plain))), None)) is not None
    )
    return min(found, key=lambda period: period.span, default=None)


def _days(match: "re.Match[str]") -> Period | None:
    first, last = match["first"], match["last"]
    digits = sum(map(str.isdigit, last))
    if not _is_marked(match.group()) or (digits < 3 and not (match["last_day"] or _is_marked(last))):
        return None  # a number of something else
    year = _leading_year(first) or 0
    last_year = _leading_year(last) or year
    return _period(_one_reading(first, year), _one_reading(last, year), year, last_year, match.span())


def _is_marked(printed: str) -> bool:
    """Whether something says that digits are a date."""
    return any(mark in printed for mark in "年月日号") or _ALL_FIGURES.search(printed) is not None


def _months(match: "re.Match[str]") -> Period | None:
    year, first, last = _int(match["year"]), _int(match["first"]), _int(match["last"])
    if not 1 <= first <= last <= 12:
        return None
    end = datetime.date(year + last // 12, last % 12 + 1, 1) - datetime.timedelta(days=1)
    return _period(datetime.date(year, first, 1), end, year, year, match.span())


def _chinese_days(match: "re.Match[str]") -> Period | None:
    last_year = match["last_year"] or match["year"]
    return _period(
        _chinese_date(match["year"], match["month"], match["day"]),
        _chinese_date(last_year, match["last_month"], match["last_day"]),
        _chinese_year(match["year"]),
        _chinese_year(last_year),
        match.span(),
    )


def _period(
    start: datetime.date | None, end: datetime.date | None, year: int, last_year: int, span: tuple[int, int]
) -> Period | None:
    if start is None and end is None:
        return None
    return Period(start=start, end=end, year=year if year == last_year else None, span=span)


def _one_reading(printed: str, year: int) -> datetime.date | None:
    """The only day that the digits can mean, with or without marks between them; None if there are more."""
    parts = re.findall("[0-9]+", printed)
    if [len(part) > 2 for part in parts] in ([True, False, False], [False, False]):
        whole = _date(int(parts[0]) if len(parts) == 3 else year, int(parts[-2]), int(parts[-1]))
        if whole is not None:
            return whole
    compact = re.sub("[ 度(,]", "", printed)
    readings = set()
    for pattern in _SPLITS:
        if match := pattern.fullmatch(compact):
            own_year = int(match["year"]) if match["year"] else year
            readings.add(_date(own_year, int(match["month"]), int(match["day"])))
    readings.discard(None)
    return readings.pop() if len(readings) == 1 else None


def _leading_year(printed: str) -> int | None:
    match = _LEADING_YEAR.match(printed)
    return _int(match.group()) if match else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _chinese_date(year: str, month: str, day: str) -> datetime.date | None:
    months, days = chinese_numeral(month), chinese_numeral(day)
    return _date(_chinese_year(year), months, days) if months and days else None


def _chinese_year(year: str) -> int:
    return int("".join(_ONE_BY_ONE[character] for character in year))


def _int(digits: str) -> int:
    return int(digits.replace(" ", ""))
