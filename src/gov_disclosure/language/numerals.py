"""Whole numbers written in Chinese numerals."""

from gov_disclosure.language.patterns import regex

__all__ = ["NUMERALS", "chinese_numeral"]

_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **dict.fromkeys("貳两兩", 2),
    **dict.fromkeys("叄參参", 3),
    "陸": 6,
}
_SAME = str.maketrans(
    {"拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "廿": "二十", "卅": "三十", "卌": "四十"}
)
_ONE_BY_ONE = regex("[零〇一二三四五六七八九]{2,15}")

#: Every character that a Chinese numeral can be written with.
NUMERALS = "".join(_DIGITS) + "十百千万亿拾佰仟萬億廿卅卌"

_DIGIT = "".join(digit for digit in _DIGITS if digit not in "零〇")
_BELOW_TEN_THOUSAND = regex(
    rf"(?P<zero>[零〇])?"
    rf"(?:(?P<thousands>[{_DIGIT}])?千)?"
    rf"(?P<gap1>[零〇])?(?:(?P<hundreds>[{_DIGIT}])?百)?"
    rf"(?P<gap2>[零〇])?(?:(?P<tens>[{_DIGIT}])?十)?"
    rf"(?P<gap3>[零〇])?(?P<ones>[{_DIGIT}])?"
)
_LONGEST = 30


def chinese_numeral(text: str) -> int | None:
    """The value of a whole number in Chinese numerals (十二, 两百零三, 廿三, 二〇二三, 壹万), or None.

    The whole text must be the number. Digits without units are read one by one (二〇 is 20). A spoken short
    form that says its last unit only in thought (一百二, 三万五) is None.
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    if text in ("零", "〇"):
        return 0
    if _ONE_BY_ONE.fullmatch(text):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    return _large(text.translate(_SAME))


def _large(text: str) -> int | None:
    high, hundred_millions, low = text.rpartition("亿")
    if not hundred_millions:
        return _below_hundred_million(text, follows=False)
    above = _below_hundred_million(high, follows=False)
    below = _below_hundred_million(low, follows=True) if low else 0
    if not above or below is None:
        return None
    return above * 100_000_000 + below


def _below_hundred_million(text: str, *, follows: bool) -> int | None:
    high, ten_thousands, low = text.partition("万")
    if not ten_thousands:
        return _section(text, follows=follows)
    above = _section(high, follows=follows)
    below = _section(low, follows=True) if low else 0
    if not above or below is None:
        return None
    return above * 10_000 + below


def _section(text: str, *, follows: bool) -> int | None:
    """A number below ten thousand; ``follows`` where a larger unit stands before it."""
    match = _BELOW_TEN_THOUSAND.fullmatch(text)
    if match is None:
        return None
    value, lowest, gap = 0, 100_000 if follows else 0, match["zero"] is not None
    if gap and not follows:
        return None
    for name, unit, mark, gap_name in (
        ("thousands", 1_000, "千", None),
        ("hundreds", 100, "百", "gap1"),
        ("tens", 10, "十", "gap2"),
        ("ones", 1, "", "gap3"),
    ):
        if gap_name is not None and match[gap_name] is not None:
            # 零 stands for units left out: once, and after something
            if gap or not lowest:
                return None
            gap = True
        digit = match[name]
        if digit is None and not (mark and mark in text):
            continue
        if digit is None and unit != 10 and (value or follows):
            return None  # besides 十, only the first unit can do without its digit: 百二十
        if unit == 1 and lowest > 10 and not gap:
            return None  # 一百二 is spoken for 一百二十
        if gap and lowest == unit * 10:
            return None  # 二十零三: nothing was left out
        value += (_DIGITS[digit] if digit is not None else 1) * unit
        lowest, gap = unit, False
    return value if value and not gap else None
