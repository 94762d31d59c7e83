"""Chinese numerals, against a writer of our own and a table of hard cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.numerals import NUMERALS, chinese_numeral

DIGITS = "零一二三四五六七八九"


def write_section(number: int) -> str:
    """A number below ten thousand, with 零 inside where it is spoken."""
    written, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written


def write(number: int) -> str:
    """The number as it is spoken in full."""
    if number == 0:
        return "零"
    written, gap = "", False
    for unit, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // unit % 10_000
        if name == "亿" and number >= 10**12:
            written = written.removesuffix("亿")
        if section:
            between = "零" if written and (gap or section < 1000) else ""
            written += between + write_section(section) + name
            gap = section % 10 == 0
        elif name == "亿" and number >= 10**12:
            written += "亿"
            gap = True
        else:
            gap = True
    return written


def test_every_number_to_a_hundred_thousand_reads_back() -> None:
    """A count or a year in Chinese numerals would be a wrong number."""
    for number in range(100_000):
        written = write(number)
        assert chinese_numeral(written) == number, written
        if 10 <= number < 20:
            assert chinese_numeral(written.removeprefix("一")) == number


@given(st.integers(0, 10**12 - 1))
def test_large_numbers_read_back(number: int) -> None:
    """Money in words runs to hundreds of millions."""
    assert chinese_numeral(write(number)) == number


@given(st.integers(0, 10**15 - 1))
def test_digits_one_by_one_read_back(number: int) -> None:
    """Years and document numbers are written digit by digit."""
    written = "".join(DIGITS[int(digit)] for digit in f"{number:02d}")
    assert chinese_numeral(written) == number
    assert chinese_numeral(written.replace("零", "〇")) == number


HARD = [
    ("十", 10),
    ("十二", 12),
    ("百二十", 120),
    ("千二百", 1200),
    ("一百十二", 112),
    ("两百", 200),
    ("两千零八", 2008),
    ("二百二", None),
    ("三万五", None),
    ("一万零三百", 10_300),
    ("一万三百", 10_300),
    ("一亿零一", 100_000_001),
    ("一万亿", 10**12),
    ("三亿五千万", 350_000_000),
    ("八亿十万", 800_100_000),
    ("廿三", 23),
    ("卅一", 31),
    ("二〇二三", 2023),
    ("二零", 20),
    ("壹万贰仟叁佰", 12_300),
    ("貳拾", 20),
    ("萬", None),
    ("亿", None),
    ("万三", None),
    ("十十", None),
    ("三廿", None),
    ("二十零三", None),
    ("一零百", None),
    ("百百", None),
    ("零十", None),
    ("一百零", None),
    ("一千零零五", None),
    ("一千零五", 1005),
    ("第二十", None),
    ("二十条", None),
    ("几十", None),
    ("12", None),
    ("", None),
    ("一" * 16, None),
    ("一" * 100_000, None),
]


@pytest.mark.parametrize(("written", "number"), HARD)
def test_hard_cases(written: str, number: int | None) -> None:
    """What can mean two numbers, or none, must not become one."""
    assert chinese_numeral(written) == number


@given(st.one_of(st.text(), st.text(NUMERALS, max_size=40)))
def test_any_text_gives_a_count_or_nothing(text: str) -> None:
    """No text may raise, and no number can be larger than its units allow."""
    number = chinese_numeral(text)
    assert number is None or 0 <= number < 10**16
