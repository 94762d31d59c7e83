"""Mangled text: what it does to a text, and that it stays bounded."""

from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from gov_disclosure.testing import mangled

TEXT = "一、总体情况\n本年新收 12 件\n二、上年结转 3 件\n"
QUICK = settings(max_examples=3_000, database=None, derandomize=True, phases=[Phase.generate])


@given(mangled(TEXT))
def test_mangled_text_stays_bounded(text: str) -> None:
    """A test of a reader would spend its time on texts that grew without end."""
    assert len(text) < 100_000


@given(mangled(st.text(max_size=30), most=1))
def test_any_text_can_be_mangled(text: str) -> None:
    """Empty or short texts would make the strategy fail."""
    assert isinstance(text, str)


@given(mangled(TEXT, most=0))
def test_nothing_may_happen_too(text: str) -> None:
    """The text itself would never be tried."""
    assert text == TEXT


def test_every_kind_of_harm_comes_up() -> None:
    """A kind of damage would never be tried."""
    lines = TEXT.splitlines(keepends=True)
    one = mangled(TEXT, most=1)
    for harm in (
        lambda text: 0 < len(text) < len(TEXT) and TEXT.startswith(text),
        lambda text: "\x00" in text,
        lambda text: len(text) == len(TEXT) - 1,
        lambda text: text != TEXT and sorted(text.splitlines(keepends=True)) == sorted(lines),
        lambda text: len(text) > len(TEXT) + 8 and set(text) == set(TEXT),
        lambda text: text.count("\n") == 2 and text.replace("\n", "") == TEXT.replace("\n", ""),
    ):
        assert find(one, harm, settings=QUICK) != TEXT
