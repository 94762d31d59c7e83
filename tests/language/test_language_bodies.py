"""What the names of public bodies tell, and what they leave open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.bodies import LEVELS, read_body


@pytest.mark.parametrize(
    ("name", "levels", "kind", "scope"),
    [
        ("示例省人民政府", "province", "government", None),
        ("示例自治区人民政府", "province", "government", None),
        ("重庆市人民政府", "province", "government", None),
        ("示例市人民政府", "prefecture county", "government", None),
        ("示例族自治州人民政府", "prefecture", "government", None),
        ("示例盟行政公署", "prefecture", "government", None),
        ("示例县人民政府", "county", "government", None),
        ("甲市乙区人民政府", "county", "government", None),
        ("甲市乙市人民政府", "county", "government", None),
        ("示例镇人民政府", "township", "government", None),
        ("示例县示例乡人民政府", "township", "government", None),
        ("示例街道办事处", "township", "subdistrict", "organ"),
        ("示例市", "prefecture county", "government", "region"),
        ("示例市人民政府机关", "prefecture county", "government", "organ"),
        ("示例市人民政府办公厅", "prefecture county", "office", "organ"),
        ("示例区人民政府外事办公室", "county", "department", "organ"),
        ("示例省水利厅", "province", "department", "organ"),
        ("示例县乡村振兴局", "county", "department", "organ"),
        ("示例市城市管理局", "prefecture county", "department", "organ"),
        ("示例市市场监督管理局", "prefecture county", "department", "organ"),
        ("区教育局", "", "department", "organ"),
        ("自然资源部", "state", "department", "organ"),
        ("国家邮政局", "state", "department", "organ"),
        ("国家税务总局示例县税务局", "county", "vertical", "organ"),
        ("示例海关", "", "vertical", "organ"),
        ("示例市公安局示例分局", "", "dispatched", "organ"),
        ("示例经济技术开发区管理委员会", "", "zone", None),
        ("示例市气象部门", "prefecture county", "system", "system"),
        ("", "", None, None),
        ("某某", "", None, None),
    ],
)
def test_tier_kind_and_scope(name: str, levels: str, kind: str | None, scope: str | None) -> None:
    """Deadlines, the power to make rules and the scope of figures hang on these."""
    body = read_body(name)
    assert (" ".join(body.levels), body.kind, body.scope) == (levels, kind, scope)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("江苏省淮安市洪泽区人民政府", ["江苏省", "淮安市", "洪泽区"]),
        ("济南市市中区人民政府", ["济南市", "市中区"]),
        ("荆州市沙市区教育局", ["荆州市", "沙市区"]),
        ("景德镇市市场监督管理局", ["景德镇市"]),
        ("镇江市住房和城乡建设局", ["镇江市"]),
        ("上海市浦东新区人民政府", ["上海市", "浦东新区"]),
        ("广西壮族自治区南宁市青秀区", ["广西壮族自治区", "南宁市", "青秀区"]),
        ("东莞市虎门镇人民政府", ["东莞市", "虎门镇"]),
        ("示例县城乡建设局", ["示例县"]),
        ("杭州海关", []),
    ],
)
def test_places_in_a_name(name: str, places: list[str]) -> None:
    """A district is looked up under its city: taken apart wrongly, it would be another one."""
    assert [place for place, _ in read_body(name).places] == places


@pytest.mark.parametrize(
    "name", [" 示例区 人民政府", "关于示例区人民政府", "《示例区人民政府》", "示例區人民政府"]
)
def test_what_does_not_belong_to_a_name_is_taken_off(name: str) -> None:
    """The same body must have one name in a corpus."""
    body = read_body(name)
    assert (body.normalised, body.printed) == ("示例区人民政府", name)


@given(
    st.text(
        alphabet="示例省市州县区旗盟镇乡街道人民政府办公室局厅部开发新管理委员会国家税务总 （）", max_size=24
    )
)
def test_any_name_is_read(name: str) -> None:
    """Names come from pages that print anything."""
    body = read_body(name)
    assert set(body.levels) <= set(LEVELS)
    assert all(place in body.normalised for place, _ in body.places)
    assert read_body(name) == body
