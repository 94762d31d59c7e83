"""From bytes to text: the encoding is told by the content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.readers.decoding import decode
from gov_disclosure.reading import UnknownFormat

SIMPLIFIED = "示例区人民政府2023年政府信息公开工作年度报告\n本年新收政府信息公开申请数量\t12\n"
TRADITIONAL = "示例區人民政府2019年政府信息公開工作年度報告\n行政許可、行政處罰、行政強制\t3\n"
DECLARED = [None, "utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "utf-16", "shift_jis", "no-such-thing", ""]


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_simplified_text_is_read_whatever_is_declared(encoding: str, declared: str | None) -> None:
    """A page with a wrong charset would otherwise lose every label, and with it every figure."""
    decoded = decode(SIMPLIFIED.encode(encoding), declared=declared)
    assert (decoded.text, decoded.replaced) == (SIMPLIFIED, 0)


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gb18030", "utf-16"])
def test_traditional_text_is_read_whatever_is_declared(encoding: str, declared: str | None) -> None:
    """Mirrors in traditional characters come in Big5 as well as in GB18030."""
    decoded = decode(TRADITIONAL.encode(encoding), declared=declared)
    assert (decoded.text, decoded.replaced) == (TRADITIONAL, 0)


def test_gb2312_means_gb18030() -> None:
    """Pages that call themselves gb2312 hold characters that only the wider encodings have, as in 镕 or 㛃."""
    text = "朱镕㛃" + SIMPLIFIED
    assert decode(text.encode("gb18030"), declared="gb2312").text == text


def test_few_words_between_much_markup_are_enough() -> None:
    """A page whose first kilobytes are style sheets has its words far behind."""
    text = "<style>" + "p { margin: 0 }\n" * 5000 + "</style><td>规章</td><td>0</td>"
    for encoding in ("utf-8", "gbk", "utf-16-le"):
        assert decode(text.encode(encoding)).text == text


def test_what_does_not_fit_is_counted() -> None:
    """A reader of the figures must learn that characters were lost."""
    content = bytearray((SIMPLIFIED * 20).encode("utf-8"))
    content[100:101] = b"\xff"
    decoded = decode(bytes(content))
    assert decoded.encoding == "utf-8"
    assert decoded.replaced >= 1
    assert decoded.text.count("\ufffd") == decoded.replaced


def test_a_torn_byte_does_not_change_the_encoding() -> None:
    """One bad byte pair is no reason to take a whole page for something else."""
    content = bytearray((SIMPLIFIED * 20).encode("gbk"))
    content[101:101] = b"\xff"
    decoded = decode(bytes(content))
    assert decoded.encoding == "gb18030"
    assert decoded.replaced >= 1
    assert decoded.text.count("年度报告") >= 19


def test_text_cut_off_inside_a_character_is_read_to_there() -> None:
    """A download that stopped must not lose the page."""
    decoded = decode(SIMPLIFIED.rstrip().encode("utf-8") + "件".encode()[:2])
    assert decoded.text.startswith(SIMPLIFIED.rstrip())
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)


def test_binary_data_is_refused() -> None:
    """A picture must not be taken for a page of odd characters."""
    with pytest.raises(UnknownFormat):
        decode(bytes(range(256)) * 40)


def test_nothing_is_text_too() -> None:
    """Empty content is for the reader to judge, not an accident."""
    assert decode(b"").text == ""


@given(st.binary(max_size=300), st.sampled_from(DECLARED))
def test_any_bytes_give_text_or_a_clear_refusal(content: bytes, declared: str | None) -> None:
    """No bytes whatever may end in an accident."""
    try:
        decoded = decode(content, declared=declared)
    except UnknownFormat:
        return
    decoded.text.encode("utf-8")


@given(
    st.text(
        alphabet=st.sampled_from(SIMPLIFIED + "规章行政许可处罚强制0123456789（）"), min_size=30, max_size=200
    )
)
def test_any_stretch_of_a_report_is_read_back(text: str) -> None:
    """Which words of a report come first must not matter."""
    if sum(character > "\x7f" for character in text) < 15:
        return
    for encoding in ("utf-8", "gb18030"):
        assert decode(text.encode(encoding)).text == text
