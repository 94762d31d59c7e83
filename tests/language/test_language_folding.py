"""Folding: what looks the same on the page compares the same, and nothing else does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.characters import RADICALS, SIMPLIFIED
from gov_disclosure.language.folding import fold, label_key, simplify, whole_characters, without_readings
from gov_disclosure.model import editions

FOLDED = [
    ("（一）予以公开", "(一)予以公开"),
    ("㈠予以公开", "(一)予以公开"),
    ("⼀、总体情况", "一、总体情况"),
    ("⻓期、⺠政、⻔户、⻛险、⻚", "长期、民政、门户、风险、页"),
    ("\uf9dc\uf947", "隆磊"),
    ("１２．５％", "12.5%"),
    ("−3", "-3"),
    ("－3", "-3"),
    ("﹣3", "-3"),
    ("——", "--"),
    ("──", "--"),
    ("＋4", "+4"),
    ("危及“三安全一稳定”", '危及"三安全一稳定"'),
    ("「三安全」", '"三安全"'),
    ("单位∶万元", "单位:万元"),
    ("总\u200b计\u00ad\ufeff", "总计"),
    ("总\ufe00计\U000e0100", "总计"),
    ("\u00a0\u3000 0 \u2003\t", "0"),
    ("商业\r\n企业", "商业 企业"),
    ("本年\u2028增减", "本年 增减"),
    ("a\x00b\x07", "ab"),
    ("e\u200b\u0301", "\u00e9"),
    ("a¯", "a¯"),
    ("①", "①"),
    ("10²", "10²"),
    ("½", "½"),
    ("㎡", "㎡"),
    ("〇", "〇"),
    ("\ud800", "\ud800"),
    ("", ""),
]


@pytest.mark.parametrize(("printed", "folded"), FOLDED)
def test_printed_forms_fold_to_plain_ones(printed: str, folded: str) -> None:
    """Otherwise a label or a figure printed in other characters than ours would not be found."""
    assert fold(printed) == folded


def test_folding_is_stable_for_every_character() -> None:
    """Otherwise a text folded twice would not equal itself folded once, and lookups would miss."""
    for code in range(0x11_000):
        text = f"中{chr(code)}1"
        once = fold(text)
        assert fold(once) == once, hex(code)
        key = label_key(text)
        assert label_key(key) == key, hex(code)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_folding_any_text_is_idempotent(text: str) -> None:
    """The same, for texts of any length, on both sides of the cache."""
    for function in (fold, label_key, simplify):
        once = function(text)
        assert function(once) == once


@given(st.text(max_size=200))
def test_folding_makes_up_no_digits(text: str) -> None:
    """A digit that comes from nowhere would become a wrong number."""
    compatible = "".join(unicodedata.normalize("NFKC", character) for character in text)
    assert sum(map(str.isdigit, fold(text))) <= sum(map(str.isdigit, compatible))


@given(st.text(max_size=150))
def test_folded_text_has_one_kind_of_space(text: str) -> None:
    """Otherwise a blank cell of some exotic space would not be blank."""
    folded = fold(text)
    assert folded == folded.strip(" ")
    assert "  " not in folded
    assert not any(character.isspace() and character != " " for character in folded)


@given(st.text("abc一二 　\u200b\u00ad（）", max_size=300))
def test_long_and_short_texts_fold_alike(text: str) -> None:
    """Long texts take another way than short ones; a label inside a long line must still match."""
    pieces = " ".join(filter(None, map(fold, text.split(" "))))
    assert fold(text) == fold(pieces)


LABEL_PAIRS = [
    ("本年制發(fā)件數(shù)", "本年制发件数"),
    ("行政規(guī)范性文件", "行政规范性文件"),
    ("總計(jì)", "总计"),
    ("工(gōng)作", "工作"),
    ("一(yī)", "一"),
    ("行政強製", "行政强制"),
    ("製發", "制发"),
    ("行政複議", "行政复议"),
    ("行政覆議", "行政复议"),
    (
        "（二）部分公開（區分處理的，隻計這一情形，不計其他情形）",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    ),
    ("結轉下年度繼續辦理", "结转下年度继续办理"),
    ("規範性檔案", "规范性文件"),
    ("没有現成資訊需要另行製作", "没有现成信息需要另行制作"),
    ("本列数据的钩稽关系为", "本列数据的勾稽关系为"),
    ("勾稽關係為", "勾稽关系为"),
    ("商业 企业", "商业企业"),
    ("科研\n机构", "科研机构"),
    ('危及"三安全一稳定"', "危及“三安全一稳定”"),
    ("1．属于国家秘密", "1.属于国家秘密"),
    ("１。属于国家秘密", "1.属于国家秘密"),
    ("申请人无正当理由逾期不补正，行政机关不再处理", "申请人无正当理由逾期不补正、行政机关不再处理"),
    ("部分公开(区分处理的,只计这一情形)", "部分公开（区分处理的，只计这一情形）"),
    ("【一】", "（一）"),
    ("本年增\\减", "本年增/减"),
    ("本年增／减", "本年增/减"),
    ("单位:万元", "单位：万元"),
    ("⼀、本年新收", "一、本年新收"),
]


@pytest.mark.parametrize(("printed", "official"), LABEL_PAIRS)
def test_spellings_of_one_label_have_one_key(printed: str, official: str) -> None:
    """Otherwise the row under that spelling would be lost."""
    assert label_key(printed) == label_key(official)


def test_different_labels_of_a_form_have_different_keys() -> None:
    """If two labels of one group shared a key, figures would land in the wrong row."""
    for form in editions():
        for table in form.tables:
            labels = {(row.groups, row.item, row.label) for row in table.rows}
            keys = {
                (*map(label_key, groups), label_key(item), label_key(label)) for groups, item, label in labels
            }
            assert len(keys) == len(labels)


def test_official_labels_are_simplified_already() -> None:
    """The forms' own characters must never be changed by the table of traditional ones."""
    for form in editions():
        for field in form.fields:
            for label in (field.row, field.column, field.group, field.head):
                assert simplify(label) == label


def test_tables_of_characters_lead_to_plain_ones() -> None:
    """A table that maps to a character that is itself mapped would need two rounds."""
    assert not set(SIMPLIFIED.values()) & set(SIMPLIFIED)
    assert not set(RADICALS.values()) & set(RADICALS)
    assert all(len(key) == len(value) == 1 for key, value in {**SIMPLIFIED, **RADICALS}.items())


def test_only_readings_of_characters_are_dropped() -> None:
    """Brackets that hold something else belong to the label."""
    assert without_readings("制发(fā)件数(shù)") == "制发件数"
    assert without_readings("采购总金额(万元)") == "采购总金额(万元)"
    assert without_readings("(a)项") == "(a)项"
    assert label_key("第(1)项") == "第(1)项"


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "中(a" * 50_000, " " * 200_000, "\u0301" * 50_000, "㈠" * 50_000]
)
def test_hostile_texts_fold(text: str) -> None:
    """A page made to be slow must still be read."""
    assert label_key(fold(text)) == label_key(text)


def test_radicals_become_whole_characters_and_nothing_else_changes() -> None:
    """A title printed by a browser would else not be found by anyone who types it."""
    assert whole_characters("⽰例区⼈⺠政府，２０２１ 年（⼀）") == "示例区人民政府，２０２１ 年（一）"
