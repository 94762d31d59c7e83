"""Sentences that repeat figures of the tables, or give others: docs/wrinkles.md, H100 to I113."""

import attrs
import pytest

import gov_disclosure
from gov_disclosure import AnnualReport, Narrative
from small_reports import HEADING, grid, read_lines, read_page

Found = list[tuple[str, object]]


def bound(text: str) -> Found:
    """Kind and figure of what a paragraph says of cells of the form."""
    report = AnnualReport(year=2024, narrative=Narrative(overview=(text,)))
    return [(one.kind, one.value) for one in gov_disclosure.statements(report) if one.paths]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共受理政府信息公开申请59件。", [("received", 59)]),
        ("收到依申请信息公开6件。", [("received", 6)]),
        ("共收到3份政府信息公开申请。", [("received", 3)]),
        ("新受理政府信息公开申请件27件。", [("received", 27)]),
        ("2024年新受理依申请政府信息公开3件。", [("received", 3)]),
        ("累计收到依申请信息公开件4件。", [("received", 4)]),
        ("受理线上政府信息公开申请65件，受理线下政府信息公开申请9件。", []),  # by channel
    ],
)
def test_received(text: str, found: Found) -> None:
    """H100: what came in, in the words that offices use."""
    assert bound(text) == found


def test_received_and_carried_over_together() -> None:
    """H100: 25件（包含上年结转7件）: the figure may hold both rows, so a table of 18 and 7 is not blamed."""
    text = "受理政府信息公开申请25件（包含上年结转7件）。"
    blank = AnnualReport.blank("2021", year=2024, issuer="示例县人民政府")
    report = attrs.evolve(blank, narrative=Narrative(overview=(text,)))
    for received in (18, 25):
        cells = {"applications.received.total": received, "applications.carried_over.total": 7}
        assert not [one for one in gov_disclosure.check(report.replace(cells)) if one.check == "N1"]
    wrong = report.replace({"applications.received.total": 21, "applications.carried_over.total": 7})
    assert [one for one in gov_disclosure.check(wrong) if one.check == "N1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "受理政府信息公开申请59件，含上年度结转申请8件，另有7件申请顺延到下年度答复。",
            [("received", 59), ("carried_over", 8), ("carried_forward", 7)],
        ),
        ("依申请公开方面，5件结转下年答复。", [("carried_forward", 5)]),
        ("收到政府信息公开申请3件，结转下年度办理1件。", [("received", 3), ("carried_forward", 1)]),
        ("收到政府信息公开申请3件，无下年度结转。", [("received", 3), ("carried_forward", 0)]),
        (
            "办理政府信息公开申请5件，包含结转下年度继续办理1件次。",
            [("handled", 5), ("carried_forward", 1)],
        ),
    ],
)
def test_carried_over_and_forward(text: str, found: Found) -> None:
    """H101: open files from last year and into the next."""
    assert bound(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("答复政府信息公开申请85件。", [("handled", 85)]),
        ("95件政府信息公开申请已按规定在法定期限内予以答复。", [("handled", 95)]),
        ("政府信息公开申请已全部按期限答复办结。", []),
        ("政府信息公开申请答复率100%。", []),
    ],
)
def test_answered(text: str, found: Found) -> None:
    """H102: a rate of 100 % is no count of 100."""
    assert bound(text) == found


def test_results_in_a_list() -> None:
    """H103: every outcome of a list is bound to its own row."""
    text = (
        "依申请公开方面，其中予以公开45件，部分公开4件，属于国家秘密1件，其他法律行政法规禁止公开2件，"
        "属于行政执法案卷1件，本机关不掌握相关政府信息2件，结转下年度办理1件。"
    )
    assert bound(text) == [
        ("granted", 45),
        ("partially_granted", 4),
        ("denied.state_secret", 1),
        ("denied.prohibited_by_law", 2),
        ("denied.enforcement_files", 1),
        ("unavailable.not_held", 2),
        ("carried_forward", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "未收到政府信息公开申请。",
        "无依申请公开事项。",
        "收到政府信息公开申请0件。",
        "未收到政府信息公开申请0件。",
    ],
)
def test_nothing_received(text: str) -> None:
    """H104: said in words, the count is 0 in the sentence; the blank table stays blank."""
    assert ("received", 0) in bound(text)
    row = ["一、本年新收政府信息公开申请数量", *("",) * 7]
    rows = [row, ["二、上年结转政府信息公开申请数量", *("",) * 7], ["四、结转下年度继续办理", *("",) * 7]]
    report = read_page("一、总体情况", text, HEADING["applications"], grid(rows)).report
    assert report["applications.received.total"] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("因政府信息公开引起的行政复议10件、行政诉讼3件。", [("reconsideration", 10), ("litigation", 3)]),
        ("政府信息公开行政复议1起，正在办理中。", [("reconsideration", 1)]),
        ("政府信息公开全年行政复议和行政诉讼2件次。", [("challenges", 2)]),
        (
            "政府信息公开新发生行政复议案件2件，结果维持1件、被纠错1件；新发生行政诉讼案件1件，未审结1件。",
            [
                ("reconsideration", 2),
                ("reconsideration.upheld", 1),
                ("reconsideration.corrected", 1),
                ("litigation", 1),
                ("litigation.pending", 1),
            ],
        ),
        ("未发生因政府信息公开引起的行政复议或行政诉讼。", [("reconsideration", 0), ("litigation", 0)]),
    ],
)
def test_reconsideration_and_litigation(text: str, found: Found) -> None:
    """H105: apart, together, or none at all."""
    assert bound(text) == found


@pytest.mark.parametrize(
    "text", ["全年实际收取信息处理费共计400元。", "未发生收费情况。", "没有收取任何费用。"]
)
def test_the_handling_fee_is_no_cell(text: str) -> None:
    """H106: 信息处理费 in yuan is not the table's 行政事业性收费 in ten thousand yuan."""
    assert bound(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "制发行政规范性文件6个，清理失效文件4个，现行有效行政规范性文件18个。",
            [("normative_documents.issued", 6), ("normative_documents.in_force", 18)],
        ),
        ("行政许可公开信息321条，比上年度减少38条。", []),
        ("公开规章13件（含新制定5件，修改4件，废止4件）。", []),
    ],
)
def test_documents_and_decisions(text: str, found: Found) -> None:
    """H107: what was made or is in force is in the table; what was put on a site is not."""
    assert bound(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "全年共审核发布各类公开政府信息249条，微信公众号发布1135条，咨询372人次，建议提案16项。",
        "受理热线工单22050件，网络问政182件。",
    ],
)
def test_counts_of_publicity(text: str) -> None:
    """H108: 受理22050件 of a hotline taken for applications would be a thousandfold error."""
    assert bound(text) == []


@pytest.mark.parametrize("text", ["无。", "无", "无其他需要报告的事项。", ""])
def test_an_empty_last_section(text: str) -> None:
    """H109: the section is printed, whatever little stands in it."""
    reading = read_lines(
        "一、总体情况",
        "做好政府信息公开工作。",
        "五、存在的主要问题及改进情况",
        "有。",
        "六、其他需要报告的事项",
        text,
    )
    assert reading.report.narrative.other_matters == ((text,) if text else ())


def test_decisions_may_be_all_or_the_published_ones() -> None:
    """I110 and I111: notices say which decisions count; who compares bodies must know that practice differs."""
    for path in ("proactive.licensing.decisions", "proactive.penalties.decisions"):
        caveats = gov_disclosure.Form("2021").field(path).caveats
        assert any("published" in caveat.en for caveat in caveats)
    change = gov_disclosure.Form("2019").field("proactive.licensing.change")
    assert change.type == "signed count"
    assert any("sign" in caveat.en for caveat in change.caveats)


def test_a_report_copied_from_the_year_before() -> None:
    """I112: last year's paragraphs and last year's year, left standing."""
    text = "2022年，本机关认真落实有关要求，持续完善公开平台，组织业务培训，规范办理流程，主动接受监督，取得新的成效。"
    narrative = Narrative(overview=(text,))
    blank = AnnualReport.blank("2021", year=2023, issuer="示例区人民政府")
    report = attrs.evolve(blank, narrative=narrative)
    last = attrs.evolve(AnnualReport.blank("2021", year=2022, issuer="示例区人民政府"), narrative=narrative)
    found = {finding.check for finding in gov_disclosure.check(report, previous=last)}
    assert {"Y6", "G11"} <= found


def test_statistics_of_the_years_before_2019() -> None:
    """I113: 主动公开信息数, 当面申请数, 传真申请数 belong to another form: text, and no cell of ours."""
    old = grid(
        [
            ["指标名称", "单位", "统计数"],
            ["主动公开政府信息数", "条", "320"],
            ["1.当面申请数", "件", "3"],
            ["2.传真申请数", "件", "1"],
            ["行政复议数量", "件", "2"],
        ]
    )
    reading = read_page("一、概述", "本年度做好政府信息公开工作。", "三、依申请公开情况", old, title=_OLD)
    assert reading.report.form is None
    assert reading.report.year == 2017


_OLD = "示例市商务局2017年政府信息公开工作年度报告"
