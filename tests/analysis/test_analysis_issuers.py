"""Who issued a report, and the administrative code where names, parents and year leave one answer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.analysis.issuers import classify
from gov_disclosure.analysis.places import known_years, named, places


@pytest.mark.parametrize(
    ("name", "year", "parent", "code"),
    [
        ("洪泽县人民政府", 2015, None, "320829"),
        ("洪泽区人民政府", 2023, "淮安市", "320813"),
        ("江苏省淮安市洪泽区民政局", 2023, None, "320813"),
        ("鼓楼区教育局", 2023, "南京市", "320106"),
        ("鼓楼区教育局", 2023, ["江苏省", "徐州市"], "320302"),
        ("区教育局", 2023, "长春市朝阳区", "220104"),
        ("吉林市人民政府", 2022, None, "220200"),
        ("阿坝州人民政府", 2022, None, "513200"),
        ("上海市人民政府办公厅", 2022, None, "310000"),
    ],
)
def test_one_answer_is_given(name: str, year: int, parent: str | list[str] | None, code: str) -> None:
    """Codes join reports with other statistics."""
    found = classify(name, year=year, parent=parent)
    assert (found.code, found.candidates) == (code, ())
    assert found.source is not None


@pytest.mark.parametrize(
    ("name", "year", "parent"),
    [
        ("洪泽区人民政府", 2013, "淮安市"),  # a county until 2016
        ("洪泽县人民政府", 2023, "淮安市"),
        ("鼓楼区教育局", 2023, None),  # four cities have one
        ("鼓楼区教育局", 2023, "江苏省"),
        ("沭阳县人民政府", 2023, "山东省"),  # not there
        ("示例区人民政府", 2023, None),
        ("沭阳县人民政府", 2050, None),
        ("沭阳县人民政府", 1990, None),
        ("市商务局", 2023, None),
        ("苏州工业园区管理委员会", 2023, "苏州市"),
        ("杭州海关", 2023, None),
        ("江北区人民政府", 2025, None),  # the table cannot tell whether both are still there
        ("", None, None),
    ],
)
def test_where_in_doubt_it_refuses_to_guess(name: str, year: int | None, parent: str | None) -> None:
    """A wrong code would put a report into another city's series, and nobody would notice."""
    assert classify(name, year=year, parent=parent).code is None


def test_what_is_left_open_is_said() -> None:
    """The candidates tell which parent would help."""
    found = classify("鼓楼区教育局", year=2023)
    assert found.candidates == ("320106", "320302", "350102", "410204")
    assert (found.level, found.kind, found.scope, found.place) == ("county", "department", "organ", "鼓楼区")


def test_the_table_tells_a_city_of_county_rank() -> None:
    """昆山市 is a city under a city: its name alone does not say so."""
    assert classify("昆山市教育局", year=2022).level == "county"
    assert classify("苏州市教育局", year=2022).level == "prefecture"
    assert classify("示例市教育局", year=2022).level is None


def test_townships_have_no_code_but_an_area() -> None:
    """The table ends with counties."""
    found = classify("宿迁市沭阳县示例镇人民政府", year=2022)
    assert (found.level, found.code, found.area) == ("township", None, "321322")
    assert found.parents == ("宿迁市", "沭阳县")


@pytest.mark.parametrize(
    ("name", "title", "scope"),
    [
        ("重庆市人民政府", "重庆市2020年政府信息公开工作年度报告", "region"),
        ("重庆市人民政府", "重庆市人民政府2020年政府信息公开工作年度报告", None),
        ("重庆市人民政府", "2020年重庆市人民政府机关政府信息公开工作年度报告", "organ"),
        ("重庆市人民政府", "示例市2020年政府信息公开工作年度报告", None),
        ("重庆市人民政府办公厅", "重庆市2020年政府信息公开工作年度报告", "organ"),
        ("重庆市人民政府", None, None),
    ],
)
def test_the_title_tells_whose_figures_they_are(name: str, title: str | None, scope: str | None) -> None:
    """A city's report and its office's report must not stand in one series."""
    assert classify(name, title=title).scope == scope


def test_the_table_of_places() -> None:
    """Years without overlap, one name a code at a time, every county under something."""
    first, last = known_years()
    assert first < 2019 < 2025 <= last
    by_code: dict[str, list[tuple[int, int]]] = {}
    for place in places():
        assert len(place.code) == 6
        assert place.code.isdigit()
        by_code.setdefault(place.code, []).append((place.first, place.last or last))
        assert named(place.name)
    for spans in by_code.values():
        spans.sort()
        assert all(before[1] < after[0] for before, after in pairwise(spans))
    codes = by_code.keys()
    assert all(f"{code[:2]}0000" in codes for code in codes)


@given(st.text(max_size=20), st.none() | st.integers(1900, 2100), st.none() | st.text(max_size=10))
def test_any_name_is_classified(name: str, year: int | None, parent: str | None) -> None:
    """A corpus holds names of every shape."""
    found = classify(name, year=year, parent=parent, title=name)
    assert found.name == name
    assert found.code is None or found.candidates == ()
