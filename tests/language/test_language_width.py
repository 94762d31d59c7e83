"""Display width of mixed Chinese and Latin text."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.width import cut, pad, width, wrap

WIDTHS = [
    ("", 0),
    ("abc", 3),
    ("规章", 4),
    ("（一）", 6),
    ("e\u0301", 1),
    ("总\u200b计", 4),
    ("１２", 4),
    ("12", 2),
    ("ｱ", 1),
]


@pytest.mark.parametrize(("text", "columns"), WIDTHS)
def test_width(text: str, columns: int) -> None:
    """A table in the terminal would not line up."""
    assert width(text) == columns


def test_padding() -> None:
    """Columns of Chinese text must end where those of Latin text do."""
    assert pad("规章", 6) == "规章  "
    assert pad("规章", 6, "right") == "  规章"
    assert pad("规章", 7, "centre") == " 规章  "
    assert pad("行政规范性文件", 4) == "行政规范性文件"


def test_cutting() -> None:
    """A cell that is too long must not push the next column away, nor show half a character."""
    assert cut("行政许可", 8) == "行政许可"
    assert cut("行政许可", 7) == "行政许…"
    assert cut("行政许可", 6) == "行政…"
    assert cut("行政许可", 0) == ""
    assert cut("行政许可", 5, "") == "行政"


def test_wrapping() -> None:
    """Messages must stay readable: no line starts with a comma or ends with an opening bracket."""
    assert wrap("本年新收政府信息公开申请数量，共三件。", 12) == (
        "本年新收政府",
        "信息公开申请",
        "数量，共三",
        "件。",
    )
    assert wrap("合计（总计）", 6) == ("合计", "（总", "计）")
    assert wrap("applications received", 14) == ("applications", "received")
    assert wrap("一\n二", 10) == ("一", "二")
    assert wrap("", 10) == ("",)
    assert wrap("abcdef", 4) == ("abcd", "ef")
    assert wrap("规章", 1) == ("规", "章")


TEXT = st.text(st.characters() | st.sampled_from("规章（），。“”abc 12\u0301\u200b\n"), max_size=60)


@given(TEXT, st.integers(0, 40), st.sampled_from(["left", "right", "centre"]))
def test_pad_and_cut_give_the_width_asked_for(
    text: str, columns: int, align: Literal["left", "right", "centre"]
) -> None:
    """Every row of a drawn table must be equally wide."""
    fitted = cut(text, columns)
    assert width(fitted) <= columns
    assert width(pad(fitted, columns, align)) == columns
    assert fitted == text or width(text) > columns


@given(TEXT, st.integers(2, 40))
def test_wrapping_loses_nothing_and_fits(text: str, columns: int) -> None:
    """A message must keep its words when the window is narrow."""
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "规" * 300_000, "\u0301" * 100_000, " " * 300_000, "（" * 100_000, "，" * 100_000]
)
def test_hostile_texts_wrap(text: str) -> None:
    """A page made to be slow must still be shown."""
    assert all(width(line) <= 20 for line in wrap(text, 20))
