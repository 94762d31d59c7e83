"""Whatever stands in a text: no error, spans that fit, and an answer in bounded time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import AnnualReport, Narrative, statements
from third_edition import declared

_PIECES = st.sampled_from(
    [
        *(
            "收到",
            "政府信息公开申请",
            "依申请公开",
            "行政复议",
            "行政诉讼",
            "结转",
            "上年",
            "下年度",
            "2023年",
            "2024年",
        ),
        *(
            "12件",
            "3,456件",
            "７份",
            "近百件",
            "一百二十件",
            "1.2万元",
            "33.9%",
            "0件",
            "余",
            "未",
            "无",
            "其中",
            "，",
            "。",
        ),
        *(
            "予以公开",
            "不予公开",
            "占",
            "（",
            "）",
            " ",
            "　",
            "“",
            "”",
            "㈠",
            "申請",
            "\u0301",
            "🀄",
            "、",
            "；",
            "信息处理费",
        ),
    ]
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=30).map("".join))


@given(_TEXTS, st.sampled_from(["overview", "applications", "challenges", "other_matters"]))
def test_any_text_gives_statements_that_stand_in_it(text: str, section: str) -> None:
    """A statement whose place does not exist could not be looked at."""
    report = AnnualReport(year=2024, narrative=Narrative(**{section: (text,)}))
    for one in statements(report):
        start, end = one.span
        assert 0 <= start < end <= len(text)
        assert one.text in text
        assert one.value >= 0
        assert one.paths == (one.readings[0] if one.readings else ())


@given(_TEXTS)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    """Results that differ from run to run could not be trusted."""
    report = AnnualReport(year=2024, narrative=Narrative(overview=(text,)))
    assert statements(report) == statements(report)


@pytest.mark.parametrize(
    "piece",
    [
        "未发生因政府信息公开",
        "收到申请",
        "未",
        "1件",
        "上年结转",
        "复议、",
        "因政府信息公开申请行政复议、行政诉讼1件、",
        "(",
        "的",
    ],
)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    """Text made to keep a pattern busy must not stop a run over thousands of reports."""
    text = "依申请公开。" + piece * (60_000 // len(piece)) + "。收到申请3件。"
    found = statements(AnnualReport(year=2024, narrative=Narrative(overview=(text, text[:1_400]))))
    assert ("received", 3) in [(one.kind, one.value) for one in found]


def test_a_third_edition_needs_no_word_here() -> None:
    """The cells come from the classes: a new outcome row is found by its printed label."""
    with declared() as form:
        report = form.report_class(
            year=2031, narrative=Narrative(overview=("收到政府信息公开申请9件，其中不予公开2件。",))
        )
        found = {one.kind: one.paths for one in statements(report)}
        assert found["received"] == ("applications.received.total",)
        assert all(form.get(path) is not None for paths in found.values() for path in paths)
        assert len(found["denied"]) > 1
