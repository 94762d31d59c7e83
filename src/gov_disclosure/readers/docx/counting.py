"""Numbers as automatic numbering prints them: 1, 一, ①, 甲, iv, in every format that Chinese documents use."""

from collections.abc import Callable

__all__ = ["printed_number"]

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def printed_number(number: int, format_: str) -> str:
    """A number in a numbering format of WordprocessingML; formats that are not known are printed as digits."""
    if format_ in ("none", "bullet"):
        return ""
    writer = _WRITERS.get(format_)
    return writer(number) if writer is not None and number >= 0 else str(number)


def _chinese(number: int, digits: str, tens: str = "十", hundreds: str = "百", thousands: str = "千") -> str:
    if number >= 10_000:
        return "".join(digits[int(digit)] for digit in str(number))
    if number == 0:
        return digits[0]
    text, gap = "", False
    for unit, name in ((1000, thousands), (100, hundreds), (10, tens), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap else "") + digits[digit] + name
        gap = bool(text) and not digit
    return text


def _counting(number: int) -> str:
    text = _chinese(number, "零" + _DIGITS[1:])
    return text[1:] if 10 <= number < 20 else text


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, "拾", "佰", "仟")


def _legal_traditional(number: int) -> str:
    return _chinese(number, _LEGAL_TRADITIONAL, "拾", "佰", "仟")


def _one_by_one(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    if not 0 < number < 5000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    # Word repeats the letter: z, aa, bb
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number else "0"


def _enclosed(first: int, last: int, start: int) -> Callable[[int], str]:
    def write(number: int) -> str:
        return chr(start + number - first) if first <= number <= last else str(number)

    return write


def _of(row: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        return row[number - 1] if 0 < number <= len(row) else str(number)

    return write


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _enclosed(1, 20, 0x2460),
    "decimalEnclosedCircleChinese": _enclosed(1, 20, 0x2460),
    "decimalEnclosedParen": _enclosed(1, 20, 0x2474),
    "decimalEnclosedFullstop": _enclosed(1, 20, 0x2488),
    "ideographEnclosedCircle": _enclosed(1, 10, 0x3280),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographDigital": _one_by_one,
    "japaneseDigitalTenThousand": _one_by_one,
    "taiwaneseDigital": _one_by_one,
    "koreanDigital2": _one_by_one,
    "japaneseCounting": _counting,
    "japaneseLegal": _legal,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
}
