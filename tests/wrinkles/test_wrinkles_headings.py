"""Headings, their numbers and their order: docs/wrinkles.md, C30 to C41."""

import pytest

from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.reading import Reading
from small_reports import HEADING, applicants, bands, grid, items, read_lines, read_page

NAMES = tuple(section.name for section in SECTIONS)
PROACTIVE = grid(items(("规章", "1", "2", "3"), heads=("本年制发件数", "本年废止件数", "现行有效件数")))
RECEIVED = "一、本年新收政府信息公开申请数量"
APPLICATIONS = grid(
    applicants(
        [(RECEIVED, 3), "1", "2", "0", "0", "0", "0", "3"],
        [("二、上年结转政府信息公开申请数量", 3), "0", "0", "0", "0", "0", "0", "0"],
        [("三、本年度办理结果", 1, 2), ("（一）予以公开", 2), "1", "2", "0", "0", "0", "0", "3"],
        [("（七）总计", 2), "1", "2", "0", "0", "0", "0", "3"],
        [("四、结转下年度继续办理", 3), "0", "0", "0", "0", "0", "0", "0"],
    )
)
CHALLENGES = grid(bands([str(number) for number in (1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 5, 0, 0, 0, 5)]))
TABLES = {"proactive": PROACTIVE, "applications": APPLICATIONS, "challenges": CHALLENGES}


def with_headings(*headings: str) -> Reading:
    """A page with these six headings, each over its table or a paragraph of its own."""
    parts: list[str] = []
    for name, heading in zip(NAMES, headings, strict=True):
        parts += [heading, TABLES.get(name) or f"关于{name}的一段文字。"]
    return read_page(*parts)


def is_whole(reading: Reading) -> None:
    """Three tables and three texts, each in its section."""
    report = reading.report
    assert report["proactive.rules.in_force"] == 3
    assert report["applications.received.total"] == 3
    assert report["applications.carried_forward.total"] == 0
    assert report["challenges.litigation.after_reconsideration.total"] == 5
    for name in ("overview", "problems", "other_matters"):
        assert getattr(report.narrative, name) == (f"关于{name}的一段文字。",)
    assert not reading.doubtful


@pytest.mark.parametrize(
    "headings",
    [
        (  # C30
            "一、总体情况",
            "二、行政机关主动公开政府信息情况",
            "三、行政机关收到和处理政府信息公开申请情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "五、政府信息公开工作存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ),
        (  # C31
            "一、工作基本情况",
            "二、主动公开信息情况",
            "三、依申请公开情况",
            "四、行政复议、行政诉讼情况",
            "五、存在的主要问题及整改措施",
            "六、需要说明的事项",
        ),
        (
            "一、2023年政务公开总体情况",
            "二、主动公开情况",
            "三、收到和处理政府信息公开申请的情况",
            "四、政府信息公开行政复议及行政诉讼情况",
            "五、存在问题及改进情况",
            "六、其他事项",
        ),
        (
            "一、总体公开情况",
            "二、主动公开情况",
            "三、收到和处理申请情况",
            "四、复议诉讼情况",
            "五、政府信息公开工作存在的主要问题及下步打算",
            "六、需要报告的其他事项",
        ),
    ],
)
def test_other_words_of_the_headings(headings: tuple[str, ...]) -> None:
    """C30 and C31: longer legal wording or shorter words: the same six sections, told by their key words."""
    is_whole(with_headings(*headings))


def test_more_sections_than_six() -> None:
    """C32: a seventh part on next year's plans must not cost the six their places."""
    headings = [heading for name in NAMES for heading in [_official(name)]]
    parts: list[str] = []
    for name, heading in zip(NAMES, headings, strict=True):
        parts += [heading, TABLES.get(name) or f"关于{name}的一段文字。"]
    reading = read_page(*parts, "七、2024年工作思路", "继续努力。")
    assert reading.report["proactive.rules.in_force"] == 3
    assert reading.report["challenges.litigation.after_reconsideration.total"] == 5
    other = reading.report.narrative.other_matters
    assert other is not None
    assert other[0] == "关于other_matters的一段文字。"
    assert "继续努力。" in other  # nothing is lost


def _official(name: str) -> str:
    return next(section.heading for section in SECTIONS if section.name == name)


@pytest.mark.parametrize(
    "change",
    [
        lambda place, heading: heading[2:] if place == 0 else heading,  # no number
        lambda place, heading: heading.replace("、", "、 "),
        lambda place, heading: heading.replace("、", "）", 1),  # left bracket lost
        lambda place, heading: heading.replace("、", " 、", 1),
        lambda place, heading: heading.replace("、", "．", 1),
    ],
)
def test_numerals_without_their_mark(change: "object") -> None:
    """C33: headings with the number or its mark lost, or with another mark."""
    assert callable(change)
    is_whole(with_headings(*(change(place, _official(name)) for place, name in enumerate(NAMES))))


def test_a_list_mark_in_place_of_a_sub_number() -> None:
    """C33: - 政府信息管理情况 for （三）: text of section one, and its hyphen is no figure."""
    reading = read_page(
        "一、总体情况",
        "- 政府信息管理情况",
        "本机关规范管理。",
        HEADING["proactive"],
        PROACTIVE,
        title=_TITLE,
    )
    assert reading.report.narrative.overview == ("- 政府信息管理情况", "本机关规范管理。")
    assert reading.unplaced == ()


_TITLE = "示例局2023年政府信息公开工作年度报告"


def test_the_same_numerals_again_inside_section_one() -> None:
    """C34: 三、主动公开政府信息情况 running on into a sentence is a paragraph; the table's heading comes later."""
    inside = (
        "一、加强组织领导。本机关成立了领导小组。",
        "三、主动公开政府信息情况。2023年，我局无相关政务信息公开，均按要求办理。",
        "六、其他情况。本机关无其他情况，继续做好工作。",
    )
    parts: list[str] = ["一、总体情况", *inside]
    for name in NAMES[1:]:
        parts += [_official(name), TABLES.get(name) or f"关于{name}的一段文字。"]
    report = read_page(*parts).report
    assert report["proactive.rules.in_force"] == 3
    assert report["applications.received.total"] == 3
    assert report.narrative.overview == inside
    assert report.narrative.other_matters == ("关于other_matters的一段文字。",)


def test_row_labels_that_look_like_headings() -> None:
    """C35: 四、结转下年度继续办理 is a row, though a heading 四、 follows it right away, in text as in tables."""
    rows = (
        (RECEIVED, "1 2 0 0 0 0 3"),
        ("二、上年结转政府信息公开申请数量", "0 0 0 0 0 0 0"),
        ("三、本年度办理结果", ""),
        ("（一）予以公开", "1 2 0 0 0 0 3"),
        ("（七）总计", "1 2 0 0 0 0 3"),
        ("四、结转下年度继续办理", "0 0 0 0 0 0 0"),
    )
    flat = [cell for label, figures in rows for cell in (label, *figures.split())]
    bands_flat = ("行政复议", "行政诉讼", "结果维持 结果纠正 其他结果 尚未审结 总计", "1 2 3 4 10")
    reading = read_lines(HEADING["applications"], *flat, HEADING["challenges"], *bands_flat)
    report = reading.report
    assert report["applications.received.total"] == 3
    assert report["applications.carried_forward.total"] == 0
    assert report["applications.results.granted.business"] == 2
    assert report.narrative.challenges is not None


def test_headings_glued_to_the_table_or_missing() -> None:
    """C36: a line break before the heading, or no headings at all between three tables."""
    glued = "".join(f"{TABLES[name]}" for name in ("proactive", "applications"))
    heading = f"<p><br />{HEADING['challenges']}</p>"
    reading = read_page(HEADING["proactive"], f"<div>{glued}{heading}{CHALLENGES}</div>")
    assert reading.report["challenges.reconsideration.total"] == 10
    bare = read_page(PROACTIVE, APPLICATIONS, CHALLENGES)
    assert bare.report["applications.received.total"] == 3
    assert bare.report["challenges.reconsideration.total"] == 10


def test_a_heading_in_two_runs() -> None:
    """C37: half a heading in a span of its own is half of one heading."""
    is_whole(
        with_headings(
            "一、总体情况",
            "二、主动公开政府信息情况",
            "<p><span><font>三、收到和处理</font></span><span><font>政府信息公开申请情况</font></span></p>",
            "四、政府信息公开行政复议、行政诉讼情况",
            "<p><span>五、存在的主要问题及</span><span>整改措施</span></p>",
            "六、其他需要报告的事项",
        )
    )


def test_an_item_with_the_laws_name() -> None:
    """C38: 中华人民共和国政府信息公开条例 第二十条第（一）项 is item one."""
    item = "中华人民共和国政府信息公开条例 第二十条第(一)项"
    table = grid(
        items(("规章", "1", "2", "3"), heads=("本年制发件数", "本年废止件数", "现行有效件数"), item=item)
    )
    assert read_page(table).report["proactive.rules.in_force"] == 3


def test_the_formats_own_sentence_left_in() -> None:
    """C39: 该部分以表格形式报告 stands between heading and table: the table is read, the sentence kept as text."""
    reading = read_page(HEADING["proactive"], "该部分以表格形式报告。表格如下：", PROACTIVE)
    assert reading.report["proactive.rules.in_force"] == 3
    assert reading.report.narrative.proactive == ("该部分以表格形式报告。表格如下：",)


def test_text_with_figures_between_heading_and_table() -> None:
    """C40: figures of a sentence above the table are none of the table's cells."""
    text = "共收到8份政府信息公开申请，均为自然人申请。其中，予以公开2件。"
    reading = read_page(HEADING["applications"], text, APPLICATIONS)
    assert reading.report["applications.received.total"] == 3
    assert reading.report.narrative.applications == (text,)
    assert reading.unplaced == ()
    nobody = ["0"] * 7
    flat = [RECEIVED, "1", "2", "0", "0", "0", "0", "3", "二、上年结转政府信息公开申请数量", *nobody]
    streamed = read_lines(HEADING["applications"], text, *flat)
    assert streamed.report["applications.received.natural_person"] == 1
    assert streamed.report.narrative.applications == (text,)


@pytest.mark.parametrize(
    "sub",
    [
        "（一）主动公开情况",
        "1.主动公开",
        "（一）主动公开方面2023年，本机关公开信息20条。",
        "5.政府信息公开行政复议、行政诉讼情况",
    ],
)
def test_sub_headings_named_after_the_tables(sub: str) -> None:
    """C41: a sub-heading of section one on a table's subject is text; the section with the table comes later."""
    parts: list[str] = ["一、总体情况", sub, "本机关做好工作。"]
    for name in NAMES[1:]:
        parts += [_official(name), TABLES.get(name) or f"关于{name}的一段文字。"]
    report = read_page(*parts).report
    assert report.narrative.overview == (sub, "本机关做好工作。")
    assert report["proactive.rules.in_force"] == 3
    assert report["challenges.reconsideration.total"] == 10
