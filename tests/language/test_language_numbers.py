"""Printed cells: read where there is one way to read them, and never given the nearest number."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gov_disclosure.language.folding import fold
from gov_disclosure.language.numbers import MEASURE_WORDS, PrintedNumber, read_number
from gov_disclosure.language.numerals import NUMERALS

PLAIN = [
    ("0", 0),
    ("11398889", 11_398_889),
    (" 0\u00a0\u00a0", 0),
    ("\u3000197\r\n", 197),
    ("１２", 12),
    ("1,234", 1_234),
    ("1，234，567", 1_234_567),
    ("１，２３４", 1_234),
    ("007", 7),
    ("1\u200b2", 12),
    ("0。", 0),
    ("? 0", 0),
    ("? ? 15", 15),
    ("3件", 3),
    ("12 条", 12),
    ("0宗", 0),
    ("1起", 1),
    ("4件次", 4),
    ("372人次", 372),
    ("5項", 5),
    ("17(件)", 17),
    ("17（件）", 17),
    ("十二", 12),
    ("十二件", 12),
    ("二〇", 20),
    ("零", 0),
    ("零件", 0),
    ("三百二十", 320),
    ("一件", 1),
    ("两件", 2),
]


@pytest.mark.parametrize(("printed", "value"), PLAIN)
def test_counts(printed: str, value: int) -> None:
    """The ordinary ways to print a count."""
    assert read_number(printed) == PrintedNumber(kind="number", value=value)


FRACTIONS = [
    ("96171.6", "96171.6"),
    ("96171．6", "96171.6"),
    ("0.092", "0.092"),
    ("1,234.50", "1234.50"),
    ("3.0", "3.0"),
]


@pytest.mark.parametrize(("printed", "value"), FRACTIONS)
def test_fractions_keep_their_digits(printed: str, value: str) -> None:
    """Money must come out digit for digit, and a fraction in a count must be seen as one."""
    read = read_number(printed)
    assert type(read.value) is Decimal
    assert str(read.value) == value


def test_zero_has_no_sign() -> None:
    """A minus before 0.0 would be shown and saved, and is not there for a person."""
    assert str(read_number("-0.0").value) == "0.0"
    assert str(read_number("-0.5").value) == "-0.5"


SIGNED = [
    ("+4", 4),
    ("＋123", 123),
    ("+ 4", 4),
    ("-1942", -1942),
    ("－3", -3),
    ("−3", -3),
    ("﹣3", -3),
    ("–3", -3),
    ("减38", -38),
    ("减 17", -17),
    ("減17", -17),
    ("增1558", 1558),
    ("增 3", 3),
    ("增加3", 3),
    ("增加3项", 3),
    ("新增3项", 3),
    ("减少17", -17),
    ("减少 17 项", -17),
    ("↑3", 3),
    ("↓4", -4),
    ("3↑", 3),
    ("4 ↓", -4),
    ("增3减1", 2),
    ("增1减3", -2),
    ("减1增3", 2),
    ("增加 3 项，减少 1 项", 2),
    ("增3/减3", 0),
    ("-0", 0),
    ("减一", -1),
]


@pytest.mark.parametrize(("printed", "value"), SIGNED)
def test_changes(printed: str, value: int) -> None:
    """本年增/减 is written with signs, arrows and words; a lost sign is a wrong number."""
    assert read_number(printed) == PrintedNumber(kind="number", value=value, signed=True)


UNITS = [
    ("251000元", 251_000, "元"),
    ("251000元整", 251_000, "元"),
    ("1646.5万元", Decimal("1646.5"), "万元"),
    ("23600 万元", 23_600, "万元"),
    ("23600萬元", 23_600, "万元"),
    ("1.2亿元", Decimal("1.2"), "亿元"),
    ("5千元", 5, "千元"),
    ("5(万元)", 5, "万元"),
    ("¥20", 20, "元"),
    ("¥3(万元)", 3, "万元"),
    ("人民币20万元", 20, "万元"),
    ("三万元", 3, "万元"),
    ("380 元", 380, "元"),
]


@pytest.mark.parametrize(("printed", "value", "unit"), UNITS)
@pytest.mark.parametrize("money", [True, False])
def test_units_of_money(printed: str, value: int | Decimal, unit: str, money: bool) -> None:
    """An amount without its unit is wrong by powers of ten."""
    assert read_number(printed, money=money) == PrintedNumber(kind="number", value=value, unit=unit)


def test_a_bare_scale_is_a_unit_of_money_and_multiplies_a_count() -> None:
    """2601.953875万 is 26 million 元, and 1.9万 visits are 19000 visits."""
    money = read_number("2601.953875万", money=True)
    assert (money.value, money.unit) == (Decimal("2601.953875"), "万元")
    assert read_number("2601.953875万").value == Decimal("26019538.75")
    assert read_number("1.9万") == PrintedNumber(kind="number", value=19_000)
    assert read_number("1.9万件", money=True) == PrintedNumber(kind="number", value=19_000)
    assert read_number("3千") == PrintedNumber(kind="number", value=3_000)
    assert read_number("1.00005万").value == Decimal("10000.5")
    assert read_number("999999999999999.9999999999亿").value == Decimal("99999999999999999999999.99")


APPROXIMATE = [
    "1.9万余条",
    "200余条",
    "3万余条",
    "约3件",
    "近 3 件",
    "十余件",
    "三十多万元",
    "3件左右",
    "19余万",
]


@pytest.mark.parametrize("printed", APPROXIMATE)
def test_round_figures_say_so(printed: str) -> None:
    """A round figure that passes for an exact one is a wrong number."""
    read = read_number(printed)
    assert read.kind == "number"
    assert read.approximate


NOTHING = {
    "blank": ["", " ", "\u00a0\u00a0", "\u3000", "\u200b", "\ufeff", "\n\r\n", "\x07"],
    "dash": ["-", "—", "——", "--", "－", "–", "−", "- -", "─"],
    "slash": ["/", "／", "\\", "＼", "//"],
    "text": [
        "无",
        "暂无",
        "没有",
        "未发生",
        "无。",
        "不涉及",
        "N/A",
        "NaN",
        "持平",
        "一般",
        "行政许可",
        "减少",
    ],
}


@pytest.mark.parametrize(
    ("kind", "printed"), [(kind, text) for kind, texts in NOTHING.items() for text in texts]
)
def test_kinds_of_nothing(kind: str, printed: str) -> None:
    """Only a printed 0 is zero; the kinds of nothing are told apart."""
    read = read_number(printed)
    assert (read.kind, read.value) == (kind, None)


UNREAD = [
    *("1 2", "1 234", "1\n2", "1\t2", "1\x072", "1\u00a02", "1\u20032", "0 0", "1, 234", "1 ,234"),
    *(
        "(17)",
        "（3）",
        "3(含上年结转1)",
        "0(0)",
        "共3件",
        "第3件",
        "3级",
        "3%",
        "占3%",
        "不足3",
        "3以上",
        "<3",
    ),
    *(
        "1,23",
        "12,34",
        "0,123",
        "1234,567",
        "1,2345",
        "1.234.567",
        "3,5",
        "1'234",
        "1、234",
        "1。234",
        "5.",
        ".5",
    ),
    *(
        "1_000",
        "²",
        "1²",
        "10²",
        "0x1",
        "1e5",
        "１e5",
        "1E5",
        "1L",
        "１٣",
        "٣",
        "①",
        "1①",
        "⒈",
        "⒈5",
        "㏱",
        "½",
    ),
    *(
        "3-5",
        "3~5",
        "3—5",
        "3/5",
        "- 3",
        "-3-",
        "- 3 -",
        "+-3",
        "--3",
        "±3",
        "3-",
        "-+3",
        "增+3",
        "减-3",
        "↑-3",
    ),
    *("+3↓", "增3增1", "减3减1", "+3-1", "3*", "3#", "*3", "?3", "3?", "? ?", "？ 0", "3.5.1", "1.2,3"),
    *(
        "*",
        "#",
        "***",
        "?",
        "。",
        ".",
        "…",
        "_",
        "√",
        "△",
        "□",
        "\ufffd",
        "\ue000",
        "O",
        "o",
        "〇",
        "一",
        "一一",
        "l",
    ),
    *(
        "一。",
        "〇〇",
        "-一",
        "百",
        "万",
        "百余件",
        "几十件",
        "共三件",
        "三点五",
        "一百二",
        "3万5千",
        "1亿2000万元",
    ),
    *("5万(万元)", "3美元", "9" * 16, "0" * 40, "9" * 5_000, "1" + ",000" * 6, "0." + "1" * 11),
    *("2023年", "1月", "1日", "2023-01-01", "1\u202e23", "1\u00072", "0\x0b0", "1\u2028 2"),
]


@pytest.mark.parametrize("printed", UNREAD)
def test_what_can_be_read_in_two_ways_is_not_read(printed: str) -> None:
    """The one failure that must not happen is a wrong number that nobody was told about."""
    assert read_number(printed) == PrintedNumber(kind="unread")
    assert read_number(printed, money=True) == PrintedNumber(kind="unread")


FULL_WIDTH = str.maketrans("0123456789+-,.", "０１２３４５６７８９＋－，．")
PADDING = st.sampled_from(["", " ", "\u00a0", "\u3000", "\n", "\u2003\u2003", "\u200b"])


@given(
    st.integers(0, 10**12),
    st.sampled_from(["{}", "{:,}", "{:015d}", "{}。"]),
    st.booleans(),
    st.sampled_from(["", " "]),
    st.sampled_from(["", *MEASURE_WORDS]),
    PADDING,
    PADDING,
)
def test_every_way_to_print_a_count_reads_back(
    value: int, pattern: str, full_width: bool, gap: str, measure: str, before: str, after: str
) -> None:
    """A count must be the same in whatever way a clerk's program prints it."""
    printed = pattern.format(value)
    if measure and not printed.endswith("。"):
        printed += gap + measure
    if full_width:
        printed = printed.translate(FULL_WIDTH)
    assert read_number(before + printed + after) == PrintedNumber(kind="number", value=value)


@given(
    st.integers(0, 10**12),
    st.sampled_from([("+", 1), ("＋", 1), ("增", 1), ("增加", 1), ("↑", 1), ("-", -1), ("－", -1), ("−", -1)])
    | st.sampled_from([("减", -1), ("减少", -1), ("↓", -1), ("減", -1)]),
    st.sampled_from(["{}", "{:,}"]),
)
def test_every_way_to_print_a_change_reads_back(value: int, sign: tuple[str, int], pattern: str) -> None:
    """A rise read as a fall is a wrong number."""
    assert read_number(sign[0] + pattern.format(value)) == PrintedNumber(
        kind="number", value=value * sign[1], signed=True
    )


@given(st.decimals(0, 10**12, places=6), st.sampled_from(["元", "万元", "亿元"]), st.booleans())
def test_every_amount_reads_back(amount: Decimal, unit: str, full_width: bool) -> None:
    """An amount must keep every digit."""
    printed = str(amount) if "E" not in str(amount) else f"{amount:f}"
    read = read_number((printed.translate(FULL_WIDTH) if full_width else printed) + unit)
    assert (read.value, read.unit) == (amount, unit)


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(
        [" ", "\n", "\t", "\x07", "\u00a0", "\u3000", "/", "|", ";", "、", "。", "~", "-", "—", "_", "'"]
    ),
)
def test_two_figures_in_one_cell_are_never_one(one: int, other: int, between: str) -> None:
    """Two figures run together would be a number nobody printed."""
    assert read_number(f"{one}{between}{other}").kind == "unread"


CELLS = st.text(
    st.sampled_from(
        "00123456789,.，．+-－—−增减少加↑↓ \u00a0?件项元万亿千百余多约()（）/\\*无①²⒈〇一十二。;_eE٣%\u200b\n"
    ),
    max_size=14,
)


@given(CELLS)
@example("约 +1,234.50万元左右")
@example("1,000,00")
def test_reading_invents_no_digits(printed: str) -> None:
    """Every digit of a value must stand in the cell, in that order, and none may be left out."""
    read = read_number(printed, money=True)
    assert (read.value is None) == (read.kind != "number")
    folded = fold(printed)
    ends_in_itself = not set(folded) & set(NUMERALS + "百千万亿") and not ("增" in folded and "减" in folded)
    if read.value is not None and ends_in_itself:
        digits = "".join(filter(str.isdigit, folded)).lstrip("0") or "0"
        value = "".join(filter(str.isdigit, f"{Decimal(read.value):f}")).lstrip("0") or "0"
        assert value == digits
        assert (read.value < 0) == (any(sign in folded for sign in "-减↓") and digits != "0")


@given(st.text(st.characters(exclude_categories=())) | CELLS, st.booleans())
def test_any_text_is_read_as_something(printed: str, money: bool) -> None:
    """No cell may raise, and a cell is the same when folded before."""
    read = read_number(printed, money=money)
    if read.value is None:
        assert read == PrintedNumber(kind=read.kind)
    else:
        assert type(read.value) in (int, Decimal)
        assert Decimal(read.value).is_finite()
        assert read_number(fold(printed), money=money) == read


@pytest.mark.parametrize(
    "printed",
    [
        "1" * 1_000_000,
        "1," * 300_000,
        "一" * 300_000,
        " " * 1_000_000,
        "- " * 300_000,
        "? " * 300_000,
        "增1" * 300_000,
    ],
)
def test_hostile_cells_are_not_numbers(printed: str) -> None:
    """A cell made to be slow must be passed over."""
    assert read_number(printed).value is None
