"""Which paragraphs are searched for figures at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.language.characters import SIMPLIFIED
from gov_disclosure.language.numbers import MEASURE_WORDS
from gov_disclosure.language.numerals import NUMERALS
from gov_disclosure.language.units import MONEY_UNITS
from gov_disclosure.narrative.figures import figures, may_hold_figures
from gov_disclosure.narrative.none_said import may_say_none, none_said
from gov_disclosure.narrative.passages import _passage

_UNITS = [*MEASURE_WORDS, *MONEY_UNITS, "%", "％", "百分点", "个百分点", "個百分點"]
_DIGITS = "0123456789０１２３４５６７８９①②⑩⒈²⁵₃𝟏"
_ODD = [
    odd for odd, plain in SIMPLIFIED.items() if plain in NUMERALS or any(plain in unit for unit in _UNITS)
]
pieces = st.one_of(
    st.sampled_from(
        [*_DIGITS, *NUMERALS, *_UNITS, *_ODD, "余", "餘", "多", " ", "　", "“", "”", "、", ".", ","]
    ),
    st.sampled_from(["收到", "申请", "進一步", "其中", "约", "第", "\u200b", "\xa0"]),
)
sentences = st.lists(pieces, min_size=1, max_size=8).map("".join)


@settings(max_examples=500)
@given(sentences)
def test_a_paragraph_with_a_figure_is_never_passed_over(text: str) -> None:
    """A figure in the text that contradicts the table would go unnoticed."""
    if list(figures(_passage("overview", 0, text, headed=False).plain)):
        assert may_hold_figures(text)


_NOTHING = st.sampled_from(
    [
        "未收到政府信息公开申请",
        "無結轉下年度",
        "没有收取信息处理费",
        "未發生行政複議、行政訴訟",
        "零收费",
        "從未收費",
        "不收取费用",
    ]
)


@given(st.lists(st.one_of(_NOTHING, sentences), min_size=1, max_size=3).map("，".join))
def test_a_paragraph_that_says_there_was_none_is_never_passed_over(text: str) -> None:
    """Nor would one that says there was nothing, where the table has a figure."""
    plain = _passage("applications", 0, text, headed=True).plain
    if list(none_said(plain, "applications", topic=True)):
        assert may_say_none(text)


def test_most_prose_is_passed_over() -> None:
    """Else all of it would be searched, which takes a tenth of the time of reading a page."""
    assert not may_hold_figures("进一步统一规范主动公开，做到一网通办")
    for text in ("共 三 十 余 件", "兩件", "收到２件", "百分之 五个百分点"):
        assert may_hold_figures(text)
