"""Dates, years and periods as reports print them, whole or with characters lost."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.dates import find_dates, read_date, read_period, report_years

DATES = [
    ("2024年1月17日", (2024, 1, 17)),
    ("2024年01月17日", (2024, 1, 17)),
    ("2024年1月17号", (2024, 1, 17)),
    ("2024-01-17", (2024, 1, 17)),
    ("2024－01－17", (2024, 1, 17)),
    ("2024/1/17", (2024, 1, 17)),
    ("2024.01.17", (2024, 1, 17)),
    ("2024-01-17 08:30:00", (2024, 1, 17)),
    ("发布时间：2024-01-17", (2024, 1, 17)),
    ("二〇二四年一月十七日", (2024, 1, 17)),
    ("二○二四年十二月三十一日", (2024, 12, 31)),
    ("二零二四年十月廿一日", (2024, 10, 21)),
    ("２０２４年１月１７日", (2024, 1, 17)),
    ("2024 年 1 月 17 日", (2024, 1, 17)),
    ("2024\u00a0年\u3000 1 月 1 7 日", (2024, 1, 17)),
    ("2024年1月17", (2024, 1, 17)),
    ("2024年1月17日，2024年1月17日", (2024, 1, 17)),
    ("2024年1月17日至2024年1月18日", None),
    ("2024年2月30日", None),
    ("2024年1月17件", None),
    ("2024-13-01", None),
    ("2024-01/17", None),
    ("014314799/2024-00002", None),
    ("10.2024.1.17", None),
    ("12024年1月17日", None),
    ("20240117", None),
    ("1月17日", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "day"), DATES)
def test_dates(printed: str, day: tuple[int, int, int] | None) -> None:
    """The day of signing or publishing would be lost or wrong."""
    assert read_date(printed) == (datetime.date(*day) if day else None)


@given(
    st.dates(datetime.date(1949, 10, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(
        ["{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0} 年 {1} 月 {2} 日"]
    ),
    st.text(st.sampled_from("发布（ 日期:\u3000"), max_size=5),
)
def test_every_date_reads_back_with_its_place(day: datetime.date, pattern: str, before: str) -> None:
    """A reader must be able to show where the date stands."""
    printed = pattern.format(day.year, day.month, day.day)
    (found,) = find_dates(f"{before}{printed}。")
    assert found.value == day
    assert f"{before}{printed}。"[slice(*found.span)] == printed


PERIODS = [
    ("从2019年1月1日到12月31日止", 2019),
    ("自2020年1月1日起至12月31日止", 2020),
    ("2023年1月1日至2023年12月31止", 2023),
    ("2024年1月1日起至2024年12月31日止", 2024),
    ("涵盖2020年1月1日至12月31日期间", 2020),
    ("2019年1月1日至12月31日。", 2019),
    ("自2023年1月1日起，至2023年12月31日止", 2023),
    ("2023年1月1日至同年12月31日", 2023),
    ("2023年度（1月1日至12月31日）", 2023),
    ("2023年1月1日——12月31日", 2023),
    ("2023.1.1-2023.12.31", 2023),
    ("2023-01-01至2023-12-31", 2023),
    ("2023/1/1～2023/12/31", 2023),
    ("2023年1月—12月", 2023),
    ("2023年1-12月", 2023),
    ("2023年1月至12月", 2023),
    ("二〇二三年一月一日至十二月三十一日", 2023),
    ("二〇二三年一月一日起至二〇二三年十二月三十一日止", 2023),
    ("所列数据的统计期限为202311日至1231日", 2023),
    ("20231月1日至202312月31日", 2023),
    ("自201911日起至20191231日止", 2019),
    ("20201月1日起至202012月31日止", 2020),
    ("2025  1  1  日至 2025  12  31  日", 2025),
    ("2020 年 1 月 1 日至 12 月 31 日", 2020),
    ("2020 年 1 月 1 日至 1 2 月 3 1 日", 2020),
    ("2 0 2 3年1月1日至12月31日", 2023),
    ("２０２３年１月１日至１２月３１日", 2023),
    ("自2023年1月1日\u200b起\u00a0至12月31日止", 2023),
]


@pytest.mark.parametrize(("printed", "year"), PERIODS)
def test_periods_of_a_whole_year(printed: str, year: int) -> None:
    """The report year rests on this sentence where the title is broken."""
    text = f"（代表全区{printed}）"
    period = read_period(text)
    assert period is not None
    assert (period.start, period.end) == (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    assert period.year == year
    first, last = period.span
    assert text[first:last].strip("（）") == text[first:last]
    assert text[first:last] in printed


def test_a_period_over_two_years_has_no_year() -> None:
    """A report of another kind of year must not be filed under one of the two."""
    period = read_period("2022年12月1日至2023年11月30日")
    assert period is not None
    assert period.year is None
    assert (period.start, period.end) == (datetime.date(2022, 12, 1), datetime.date(2023, 11, 30))


@pytest.mark.parametrize(
    "printed", ["2023年111日至1231日", "2023111日至20231231日", "2023年2月30日至12月31日"]
)
def test_an_end_that_can_be_two_days_is_neither(printed: str) -> None:
    """11 January and 1 November are equally likely behind 111日; the year is certain all the same."""
    period = read_period(printed)
    assert period is not None
    assert (period.start, period.end, period.year) == (None, datetime.date(2023, 12, 31), 2023)


NO_PERIODS = [
    *(
        "",
        "2023年",
        "2023年1月1日",
        "2017210日)",
        "国办公开办函202130 号",
        "国办公开办函〔2021〕30号至〔2021〕31号",
    ),
    *(
        "20231231-5678",
        "0515-20231231-5678",
        "014314799/2024-00002",
        "2021年收到11-12件",
        "2023年11-12",
        "2023-2024年",
    ),
    *("12023年1月1日至12月31日", "1月1日至12月31日", "2023年12-1月", "2023年1月至12月31日"),
]


@pytest.mark.parametrize("printed", NO_PERIODS)
def test_what_is_no_period(printed: str) -> None:
    """A telephone or document number must not date the report."""
    assert read_period(printed) is None


def test_the_first_period_counts() -> None:
    """A comparison with another period further down must not replace the report's own."""
    period = read_period("2023年1-12月……2022年1月1日至12月31日")
    assert period is not None
    assert period.year == 2023


def test_years_with_their_places() -> None:
    """Titles are read by their years; a year in a date or a document number is told apart."""
    text = (
        "2019年上海市 2 0 2 4 年 二〇二一年度 2023年1月1日 12023年 〔2022〕6号 表 5 2025年度 1812年２０２０年"
    )
    found = report_years(text)
    assert [year.value for year in found] == [2019, 2024, 2021, 2023, 2025, 2020]
    assert [text[slice(*year.span)] for year in found] == [
        *("2019年", "2 0 2 4 年", "二〇二一年度", "2023年", "2025年度", "２０２０年")
    ]
    assert [year.value for year in found if year.annual] == [2021, 2025]
    assert [year.value for year in found if year.dated] == [2023]


@given(st.text() | st.text(st.sampled_from("2013年度月日号至到-—.起 ,\u3000\u200b〇一二十止（"), max_size=40))
def test_no_text_raises_and_spans_lie_inside(text: str) -> None:
    """Whatever a page holds, looking for dates in it must go well."""
    spans = [found.span for found in find_dates(text)] + [found.span for found in report_years(text)]
    period = read_period(text)
    if period is not None:
        spans.append(period.span)
        assert period.start is not None or period.end is not None
    assert read_date(text) is None or find_dates(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)


HOSTILE = [
    "2023" * 50_000,
    "2023年" * 50_000,
    "2023年1" + " " * 200_000,
    "2023年1月1日" + " " * 200_000 + "2",
    "20 23 1 1" * 20_000,
    "二〇二三年" * 40_000,
    "2023年1月1日起" * 20_000,
    "2023-13-1-" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_hold_no_period(text: str) -> None:
    """A page made to be slow must be passed over."""
    assert read_period(text) is None
    assert report_years(text) is not None
    assert find_dates(text) is not None
