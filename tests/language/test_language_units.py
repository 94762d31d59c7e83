"""Units of money: found in heads, converted to the last digit."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.units import MONEY_UNITS, UnknownUnit, convert, money_unit, shift

HEADS = [
    ("采购总金额(万元)", "万元"),
    ("本年收费金额（单位：万元）", "万元"),
    ("本年收费金额(单位:万元)", "万元"),
    ("本年收费金额（单位： 万 元）", "万元"),
    ("本年收費金額（單位：萬元）", "万元"),
    ("采购总金额", None),
    ("采购总金额（元）", "元"),
    ("单位：亿元", "亿元"),
    ("采购总金额（千元）", "千元"),
    ("采购总金额（百万元）", "百万元"),
    ("采购总金额（万）", "万元"),
    ("单位：万", "万元"),
    ("以万元为单位", "万元"),
    ("万人", None),
    ("多元化、公元、单元、美元", None),
    ("100万元以上的项目", None),
    ("采购总金额（元或万元）", None),
    ("", None),
]


@pytest.mark.parametrize(("head", "unit"), HEADS)
def test_unit_of_a_head(head: str, unit: str | None) -> None:
    """A unit missed or misread in a head makes every amount below it wrong by powers of ten."""
    assert money_unit(head) == unit


CONVERSIONS = [
    ("251000", "元", "元", "251000"),
    ("1646.5", "万元", "元", "16465000"),
    ("1424.4", "万元", "元", "14244000"),
    ("2601.953875", "万元", "元", "26019538.75"),
    ("23600", "万元", "元", "236000000"),
    ("477.35", "万元", "元", "4773500"),
    ("0.092", "万元", "元", "920"),
    ("920", "元", "万元", "0.092"),
    ("251000", "元", "万元", "25.1"),
    ("1.5", "亿元", "万元", "15000"),
    ("0", "元", "万元", "0"),
    ("-3.20", "万元", "万元", "-3.20"),
]


@pytest.mark.parametrize(("value", "from_unit", "to_unit", "converted"), CONVERSIONS)
def test_conversions_as_a_person_writes_them(
    value: str, from_unit: str, to_unit: str, converted: str
) -> None:
    """The amount must be right, and printed without exponent or needless zeros."""
    assert str(convert(Decimal(value), from_unit, to_unit)) == converted


UNITS = st.sampled_from(sorted(MONEY_UNITS))
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)


@given(AMOUNTS, UNITS, UNITS)
def test_there_and_back_is_the_same(amount: Decimal, one: str, other: str) -> None:
    """Not a digit may be lost, however long the amount and however short the precision in force."""
    with localcontext() as context:
        context.prec = 3
        there = convert(amount, one, other)
        assert convert(there, other, one) == amount
        assert there == Decimal(amount) or one != other


@given(st.integers(-(10**30), 10**30), st.integers(0, 12))
def test_shift_of_a_whole_number(value: int, places: int) -> None:
    """A count such as 3万 is a product of whole numbers."""
    assert int(shift(value, places)) == value * 10**places


def test_what_cannot_be_shifted_stays() -> None:
    """Neither NaN nor an absurd exponent may raise or fill the memory."""
    assert shift(Decimal("NaN"), 4).is_nan()
    assert shift(Decimal("-Infinity"), -4) == Decimal("-Infinity")
    assert shift(Decimal("1E+5000"), 4) == Decimal("1E+5004")


def test_an_unknown_unit_is_named() -> None:
    """A wrong unit must stop, not pass as 元."""
    with pytest.raises(UnknownUnit) as caught:
        convert(1, "美元", "元")
    assert caught.value.unit == "美元"
    assert "美元" in str(caught.value)
    assert "美元" in caught.value.message("zh")


@given(st.text())
def test_any_head_gives_a_known_unit_or_none(head: str) -> None:
    """No head may raise."""
    unit = money_unit(head)
    assert unit is None or unit in MONEY_UNITS
