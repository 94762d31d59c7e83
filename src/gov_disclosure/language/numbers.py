"""Reading of one printed cell as a number.

A cell is read only where there is one way to read it. Everything else is said to be blank, a dash, a slash,
words, or unread; it is never given the nearest number.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from gov_disclosure.language.folding import fold
from gov_disclosure.language.numerals import NUMERALS, chinese_numeral
from gov_disclosure.language.patterns import regex
from gov_disclosure.language.units import shift

__all__ = ["MEASURE_WORDS", "PrintedKind", "PrintedNumber", "read_number"]

PrintedKind: TypeAlias = Literal["number", "blank", "dash", "slash", "text", "unread"]

#: Words that are printed behind a count and say what is counted; the longer ones first.
MEASURE_WORDS: tuple[str, ...] = (
    *("件次", "人次", "件", "条", "项", "宗", "起", "次", "份", "例", "篇", "个", "人", "名", "家", "部"),
    *("则", "批", "笔", "户", "场", "期", "條", "項", "個", "則", "筆", "戶", "場"),
)


class PrintedNumber(NamedTuple):
    """What a cell prints.

    ``value`` is an int where no fraction is printed (or where 1.9万 makes a whole number), else a Decimal;
    None unless ``kind`` is ``number``. ``unit`` is the unit of money printed in the cell (元, 千元, 万元,
    百万元, 千万元, 亿元), in which the value stands. ``approximate`` is true of 约, 近, 余, 多 and 左右.
    ``signed`` is true where a sign, an arrow or 增/减 is printed, so that the number is a change.
    """

    kind: PrintedKind
    value: int | Decimal | None = None
    unit: str | None = None
    approximate: bool = False
    signed: bool = False


_BLANK = PrintedNumber(kind="blank")
_DASH = PrintedNumber(kind="dash")
_SLASH = PrintedNumber(kind="slash")
_TEXT = PrintedNumber(kind="text")
_UNREAD = PrintedNumber(kind="unread")

_LONGEST = 64
_WHOLE, _FRACTION = 15, 10  # digits; a figure with more of them is torn or pasted together
_POWERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}
_UNITS = frozenset(("元", "千元", "万元", "百万元", "千万元", "亿元"))
_SIMPLE = str.maketrans("萬億", "万亿")

_SCALE = "百万|千万|百|千|万|亿"
_COUNTED = "|".join(MEASURE_WORDS)
_RISES = "新增加|新增|增加|增长|上升|增"
_FALLS = "减少|減少|下降|减|減"
_FIGURE = rf"[0-9]{{1,{_WHOLE}}}"
_NUMBER_EXPRESSION = (
    rf"(?P<about>(?:大约|约为|约|約|近) ?)?"
    rf"(?P<sign>\+ ?|-|(?P<rise>(?:{_RISES}|↑) ?)|(?P<fall>(?:{_FALLS}|↓) ?))?"
    rf"(?P<currency>(?:¥|人民币) ?)?"
    rf"(?:(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|{_FIGURE})(?P<fraction>\.[0-9]{{1,{_FRACTION}}})?"
    rf"|(?P<chinese>[{NUMERALS}]+?))"
    rf"(?: ?(?P<odd>[余餘多]))?"
    rf"(?: ?(?P<scale>{_SCALE}))?(?P<more>[余餘多])?"
    rf"(?: ?(?:(?P<yuan>元)整?|\((?P<bracketed>{'|'.join(_UNITS)})\)"
    rf"|(?P<measure>{_COUNTED}|\((?:{_COUNTED})\))))?"
    rf"(?P<roughly>左右)?(?: ?(?P<arrow>[↑↓]))?[。;]?"
)
_NUMBER = regex(_NUMBER_EXPRESSION)
_NUMBER_LETTERS = frozenset(_NUMBER_EXPRESSION + "0123456789")  # what has another letter is no number
_RISE_AND_FALL = regex(
    rf"(?P<first>{_RISES}|{_FALLS}) ?(?P<one>{_FIGURE}) ?(?:{_COUNTED})?"
    rf" ?[,、;/和]? ?"
    rf"(?P<second>{_RISES}|{_FALLS}) ?(?P<two>{_FIGURE}) ?(?:{_COUNTED})?[。;]?"
)
_ALL_FALLS = frozenset(_FALLS.split("|"))
_CHANGES = frozenset("增升减減降")  # one of them is in every word for a rise or a fall
_NO_BREAK_SPACE_LOST = regex(r"(?:\? )+(?=[0-9+-])")
_DASHES = regex(r"-(?: ?-)*")
_SLASHES = regex(r"[/\\](?: ?[/\\])*")
_MEASURES = (*MEASURE_WORDS, "元")
_ODD = frozenset("余餘多")
_NUMERAL_MARKS = frozenset(NUMERALS + "点。 -")
#: What a scan or a hasty hand leaves for a zero, a one or a dash, with no telling which.
_LOOK_ALIKES = frozenset("OoΟοОоθ〇。lI丨ー")


def read_number(text: str, *, money: bool = False) -> PrintedNumber:
    """Read what one cell prints. Never raises.

    With ``money``, a bare 万 or 亿 is taken for the unit (2601.953875万 is 2601.953875 in 万元); without it,
    it multiplies (1.9万 is 19000).
    """
    return _read(text, money) if len(text) > _LONGEST else _read_short(text, money)


def _read(text: str, money: bool) -> PrintedNumber:
    if text.isascii() and text.isdigit():
        return PrintedNumber(kind="number", value=int(text)) if len(text) <= _WHOLE else _UNREAD
    whole, point, fraction = text.partition(".")
    if (
        point
        and text.isascii()
        and whole.isdigit()
        and fraction.isdigit()
        and len(whole) <= _WHOLE
        and len(fraction) <= _FRACTION
    ):
        return PrintedNumber(kind="number", value=Decimal(text))
    folded = fold(_spaced(text)).translate(_SIMPLE)
    if not folded:
        return _BLANK
    if _DASHES.fullmatch(folded):
        return _DASH
    if _SLASHES.fullmatch(folded):
        return _SLASH
    if len(folded) > _LONGEST or _hides_digits(text, folded):
        return _nothing_read(folded)
    if folded[0] == "?" and "？" not in text:
        folded = _NO_BREAK_SPACE_LOST.sub("", folded)
    return _read_change(folded) or _read_figure(folded, money) or _nothing_read(folded)


_read_short = lru_cache(maxsize=8_192)(_read)


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _spaced(text: str) -> str:
    """What must not join digits as spaces: control characters, which some files put between cells, and marks
    that turn the direction of writing."""
    if text.isprintable():
        return text
    return "".join(
        " " if character in _TURNING or unicodedata.category(character) == "Cc" else character
        for character in text
    )


def _hides_digits(text: str, folded: str) -> bool:
    """Whether folding took digits out of marks that are more than digits, such as ⒈ or ㏱."""
    return not text.isascii() and sum(map(str.isdecimal, text)) != sum(map(str.isdecimal, folded))


def _read_change(folded: str) -> PrintedNumber | None:
    """增3减1: a rise and a fall, of which the cell means the net change."""
    parts = None if _CHANGES.isdisjoint(folded) else _RISE_AND_FALL.fullmatch(folded)
    if parts is None:
        return None
    fall_first = parts["first"] in _ALL_FALLS
    if fall_first == (parts["second"] in _ALL_FALLS):
        return None
    net = int(parts["one"]) - int(parts["two"])
    return PrintedNumber(kind="number", value=-net if fall_first else net, signed=True)


def _read_figure(folded: str, money: bool) -> PrintedNumber | None:
    match = _NUMBER.fullmatch(folded) if _NUMBER_LETTERS.issuperset(folded) else None
    if match is None or (match["sign"] and match["arrow"]):
        return None
    value = _amount(match)
    if value is None:
        return None
    scale = match["scale"] or ""
    unit = _unit(match, scale, money)
    if unit is None and scale:
        shifted = shift(value, _POWERS[scale])
        value = int(shifted) if shifted == shifted.to_integral_value() else shifted
    if unit is not None and unit not in _UNITS:
        return None
    if match["sign"] == "-" or match["fall"] or match["arrow"] == "↓":
        value = _negative(value)
    return PrintedNumber(
        kind="number",
        value=value,
        unit=unit,
        approximate=any(match[name] for name in ("about", "odd", "more", "roughly")),
        signed=bool(match["sign"] or match["arrow"]),
    )


def _amount(match: "re.Match[str]") -> int | Decimal | None:
    chinese = match["chinese"]
    if chinese is not None:
        explained = any(match[name] for name in ("rise", "fall", "scale", "yuan", "bracketed", "measure"))
        if not explained and (not chinese.strip("一") or not chinese.strip("〇")):
            return None  # 一 and 一一 alone are dashes as often as numbers, 〇 a circle as often as a zero
        if not chinese.strip("百千万亿佰仟"):
            return None  # 百 alone says no number
        return chinese_numeral(chinese)
    whole = match["whole"]
    if "," in whole:
        if whole[0] == "0":
            return None
        whole = whole.replace(",", "")
        if len(whole) > _WHOLE:
            return None
    return Decimal(whole + match["fraction"]) if match["fraction"] else int(whole)


def _unit(match: "re.Match[str]", scale: str, money: bool) -> str | None:
    bracketed = match["bracketed"]
    if bracketed is not None:
        return scale + bracketed if scale else str(bracketed)
    if match["yuan"] or match["currency"] or (money and scale in ("万", "亿") and not match["measure"]):
        return scale + "元"
    return None


def _negative(value: int | Decimal) -> int | Decimal:
    if isinstance(value, int):
        return -value
    return value.copy_negate() if value else value


def _nothing_read(folded: str) -> PrintedNumber:
    """Words, or something that may well be a figure."""
    if (
        folded in _LOOK_ALIKES
        or not any(map(str.isalpha, folded))
        or any(
            character.isdigit() or (character.isnumeric() and not character.isalpha()) for character in folded
        )
        or (
            not _NUMERAL_MARKS.isdisjoint(folded)
            and (_NUMERAL_MARKS.issuperset(folded) or _says_some_count(folded))
        )
    ):
        return _UNREAD
    return _TEXT


def _says_some_count(folded: str) -> bool:
    """Whether a numeral stands before a measure word somewhere (三件, 十余 项)."""
    for at, character in enumerate(folded, start=1):
        if character in NUMERALS:
            behind = at + 1 if folded[at : at + 1] in _ODD else at
            if folded.startswith(_MEASURES, behind + 1 if folded[behind : behind + 1] == " " else behind):
                return True
    return False
