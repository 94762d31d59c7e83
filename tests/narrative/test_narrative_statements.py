"""Figures in sentences: which are found, what they are bound to, and which are left alone."""

import attrs
import pytest

from gov_disclosure import AnnualReport, Narrative, Statement, statements


def said(text: str, *, year: int = 2024, section: str = "overview") -> tuple[Statement, ...]:
    """The statements of a report without tables whose text is one paragraph."""
    return statements(AnnualReport(year=year, narrative=Narrative(**{section: (text,)})))


def kinds(text: str, *, year: int = 2024) -> list[tuple[str, object]]:
    """Kind and figure of the statements on the report's own year."""
    return [(one.kind, one.value) for one in said(text, year=year) if one.year == "this"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我局共收到政府信息公开申请21件。", [("received", 21)]),
        ("全年收到依申请信息公开26件。", [("received", 26)]),
        ("共收到8份政府信息公开申请，均为自然人申请。", [("received", 8)]),
        ("2024年新受理依申请公开申请1,208件。", [("received", 1208)]),
        ("依申请公开受理情况：收到申请 15 件。", [("received", 15)]),
        ("受理政府信息公开申请一百二十三件。", [("received", 123)]),
        ("收到的86件政府信息公开申请均已答复。", [("received", 86)]),
        ("1月至12月共受理政府信息公开申请１１件。", [("received", 11)]),
        ("我縣收到政府信息公開申請7件。", [("received", 7)]),
        ("收到政府信息公开申请20件（含上年结转3件）。", [("received", 20), ("carried_over", 3)]),
        ("收到政府信息公开申请10件，其中2件为上年度结转。", [("received", 10), ("carried_over", 2)]),
        ("收到信息公开申请9件，结转下年度继续办理1件。", [("received", 9), ("carried_forward", 1)]),
        ("收到信息公开申请9件，另有4件结转至2025年办理。", [("received", 9), ("carried_forward", 4)]),
        (
            "收到信息公开申请9件，另有2件因征求意见，顺延到下年度答复。",
            [("received", 9), ("carried_forward", 2)],
        ),
        ("收到信息公开申请9件，已办结8件。", [("received", 9), ("handled", 8)]),
        ("答复政府信息公开申请805件。", [("handled", 805)]),
    ],
)
def test_what_came_in_and_went_out(text: str, found: list[tuple[str, int]]) -> None:
    """Otherwise the sentence that every report has would be lost, or bound to the wrong row."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "收到政府信息公开申请9件，其中予以公开3件，部分公开1件，不予公开5件。",
            [("received", 9), ("granted", 3), ("partially_granted", 1), ("denied", 5)],
        ),
        ("答复申请9件。予以公开及部分公开的有6件，无法提供的有3件。", []),
        (
            "依申请公开方面，答复9件。予以公开及部分公开的有6件，无法提供的有3件。",
            [("handled", 9), ("disclosed", 6), ("unavailable", 3)],
        ),
        (
            "收到信息公开申请5件，3件不予公开，2件因本机关不掌握等原因无法提供。",
            [("received", 5), ("denied", 3), ("unavailable", 2)],
        ),
        (
            "收到信息公开申请5件，其中属于国家秘密1件，行政执法案卷2件，重复申请2件。",
            [
                ("received", 5),
                ("denied.state_secret", 1),
                ("denied.enforcement_files", 2),
                ("not_processed.repeated", 2),
            ],
        ),
        (
            "收到政府信息公开申请12件，其中自然人申请10件，法人或其他组织申请2件。",
            [("received", 12), ("applicant.natural_person", 10), ("applicant.organisations", 2)],
        ),
    ],
)
def test_lists_of_results(text: str, found: list[tuple[str, int]]) -> None:
    """A list is bound item by item, in the form's words and in others, before the figure or behind it."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("因政府信息公开引起的行政复议10件、行政诉讼3件。", [("reconsideration", 10), ("litigation", 3)]),
        ("因政府信息公开发生行政复议和行政诉讼2件次。", [("challenges", 2)]),
        (
            "因信息公开被申请行政复议4件，其中维持2件、被纠正1件；行政诉讼2件，尚未审结1件。",
            [
                ("reconsideration", 4),
                ("reconsideration.upheld", 2),
                ("reconsideration.corrected", 1),
                ("litigation", 2),
                ("litigation.pending", 1),
            ],
        ),
        ("未发生因政府信息公开引发的行政复议或行政诉讼。", [("reconsideration", 0), ("litigation", 0)]),
        ("审理行政复议案件120件，办理行政应诉案件30件。", []),
        ("司法所受理行政复议申请12件。", []),
    ],
)
def test_reconsiderations_and_suits(text: str, found: list[tuple[str, int]]) -> None:
    """Only those over the body's own information work are counted in the form."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("制发行政规范性文件6件，现行有效行政规范性文件18件。", [("issued", 6), ("in_force", 18)]),
        ("作出行政许可决定36件、行政处罚决定12件。", [("decisions", 36), ("decisions", 12)]),
        ("制定规章制度3项。", []),
        ("公开行政规范性文件3件、行政许可决定46件。", []),
        ("办理行政许可事项3652件。", []),
    ],
)
def test_documents_and_decisions(text: str, found: list[tuple[str, int]]) -> None:
    """What was made is in the table; what was put on a site is not."""
    assert [(kind.rpartition(".")[2], value) for kind, value in kinds(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "未收到政府信息公开申请。",
        "全年没有公民、法人或其他组织向我局提出政府信息公开申请。",
        "我街道无依申请公开事项。",
        "收到信息公开申请0件。",
        "未收到政府信息公开申请0件。",
    ],
)
def test_nothing_said_in_words_is_nought(text: str) -> None:
    """未收到 is a figure like any other."""
    assert ("received", 0) in kinds(text)
    assert all(value == 0 for _, value in kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "受理群众咨询372件，办理网络问政182件，回复热线工单22050件。",
        "受理行政许可申请320件，收到项目申请12件，办理不动产登记申请900件。",
        "依申请政务服务事项共260项。",
        "未收到信息公开申请人投诉。",
        "依申请公开工作培训2次，参训80人次。",
        "对申请内容不明确的3件申请要求补正。",
        "按照《条例》第三十六条规定答复政府信息公开申请。",
        "办理人大建议18件，均予以公开。",
        "一件一档，做到依申请公开件件有回音。",
        "畅通依申请公开渠道。收到群众留言20件，答复20件。",
        "做好政府信息公开申请办理，办理建议提案9件，其中予以公开5件。",
    ],
)
def test_counts_of_other_things_are_never_bound(text: str) -> None:
    """A false warning over a figure of something else costs more than a figure missed."""
    assert [one for one in said(text) if one.paths] == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年收到政府信息公开申请20件。", "previous"),
        ("收到政府信息公开申请9件，比2023年的20件有所下降，去年同期收到申请20件。", "previous"),
        ("自2008年以来累计受理政府信息公开申请20件。", "other"),
        ("2023年，工作有序。收到政府信息公开申请20件。", "previous"),
    ],
)
def test_figures_of_other_years_are_kept_apart(text: str, year: str) -> None:
    """Otherwise last year's figure would be compared with this year's table."""
    assert {one.year for one in said(text) if one.value == 20} == {year}


def test_part_of_a_year_and_differences_are_not_the_years_figure() -> None:
    """Half a year's count, and how many more there were, are in no cell."""
    assert kinds("上半年收到政府信息公开申请12件。") == []
    assert kinds("三季度收到政府信息公开申请4件。") == []
    found = said("收到政府信息公开申请18件，较上年减少6件，同比下降25%。")
    assert [(one.kind, one.paths) for one in found if one.value == 6] == [("change", ())]


def test_channels_have_no_cell() -> None:
    """By which way applications came was a question of the old statistics."""
    found = said("收到政府信息公开申请7件，其中当面申请3件，网络申请4件。")
    assert [(one.kind, one.value, bool(one.paths)) for one in found] == [
        ("received", 7, True),
        ("channel", 3, False),
        ("channel", 4, False),
    ]


@pytest.mark.parametrize("words", ["约30件", "近30件", "30余件", "三十多件", "30件左右", "30件以上"])
def test_vague_figures_are_marked(words: str) -> None:
    """余 and 约 must never be compared exactly."""
    (one,) = said(f"收到政府信息公开申请{words}。")
    assert (one.value, one.approximate) == (30, True)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("全年收取信息处理费共计400元。", 400),
        ("收取信息处理费1.2万元。", 12_000),
        ("依申请公开收取信息处理费3件，金额共计560元。", 560),
        ("本年度未收取信息处理费。", 0),
        ("未发生收费情况。", 0),
    ],
)
def test_the_fee_is_in_yuan_and_in_no_cell(text: str, yuan: int) -> None:
    """信息处理费 in yuan is not the table's 行政事业性收费 in ten thousand yuan."""
    (one,) = said(text, section="other_matters")
    assert (one.kind, one.value, one.unit, one.paths) == ("fee", yuan, "元", ())


def test_whose_figure_it_is() -> None:
    """A report of a region quotes its office's figure, too."""
    found = said("全市共收到政府信息公开申请356件，其中市政府办公室收到申请12件。本机关答复12件。")
    assert [(one.value, one.scope) for one in found] == [(356, "region"), (12, "organ"), (12, "organ")]


def test_a_statement_knows_where_it_stands() -> None:
    """Otherwise nobody could find the sentence again."""
    text = "（二）依申请公开。 全年 收到“政府信息公开申请” 1,466 件，办结 1466 件。"
    report = AnnualReport(year=2024, narrative=Narrative(overview=("第一段。", text)))
    found = statements(report)
    assert [(one.section, one.paragraph, text[slice(*one.span)]) for one in found] == [
        ("overview", 1, "1,466 件"),
        ("overview", 1, "1466 件"),
    ]
    assert found[0].text in text


def test_shares_take_the_cells_of_their_figure() -> None:
    """占 33.9% says something about the figure before it."""
    found = said("答复政府信息公开申请805件，予以公开及部分公开258件，占33.9%。")
    assert [(one.kind, str(one.value), one.unit) for one in found][-1] == ("share", "33.9", "%")
    assert found[-1].paths == found[-2].paths != ()


def test_the_cells_are_those_of_the_reports_own_edition() -> None:
    """制定规范性文件 is another column on each edition of the form."""
    text = Narrative(overview=("制定规范性文件6件，收到信息公开申请2件。",))
    for form, column in (("2019", "created"), ("2021", "issued")):
        found = statements(attrs.evolve(AnnualReport.blank(form), narrative=text))
        assert found[0].paths == (f"proactive.normative_documents.{column}",)
        assert found[1].paths == ("applications.received.total",)


def test_a_heading_above_gives_the_topic() -> None:
    """（二）依申请公开情况 on its own line, then 收到申请 3 件."""
    paragraphs = ("（二）依申请公开情况", "全年收到申请3件，办结3件。")
    found = statements(AnnualReport(year=2024, narrative=Narrative(overview=paragraphs)))
    assert [(one.kind, one.value) for one in found] == [("received", 3), ("handled", 3)]
    other = ("（二）项目审批情况", "全年收到申请3件，办结3件。")
    assert statements(AnnualReport(year=2024, narrative=Narrative(overview=other))) == ()
