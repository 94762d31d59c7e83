"""Which edition of the form a report follows, and what is no report: docs/wrinkles.md, B22 to B29."""

import pytest

import gov_disclosure
from gov_disclosure.reading import Reading
from small_reports import HEADING, Written, grid, items, lines, page, read_lines, read_page

OLD_DOCUMENTS = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
NEW_DOCUMENTS = ("本年制发件数", "本年废止件数", "现行有效件数")
OLD_POWERS = ("上一年项目数量", "本年增/减", "处理决定数量")
FIVE, SIX, EIGHT, NINE = (f"第二十条第（{number}）项" for number in "五六八九")


def of_year(year: int, *parts: str) -> Reading:
    """The reading of a page of that year."""
    return read_page(HEADING["proactive"], *parts, title=f"示例县档案局{year}年政府信息公开工作年度报告")


def codes(reading: Reading) -> set[str]:
    """The codes of a reading's notices."""
    return {notice.code for notice in reading.notices}


def old_tables() -> str:
    """Table two of the older form."""
    return grid(
        [
            *items(("规章", "0", "0", "0"), ("规范性文件", "1", "2", "3"), heads=OLD_DOCUMENTS),
            *items(
                ("行政许可", "4", "-1", "6"),
                ("其他对外管理服务事项", "7", "0", "9"),
                heads=OLD_POWERS,
                item=FIVE,
            ),
            *items(("政府集中采购", "2", "251000元"), heads=("采购项目数量", "采购总金额"), item=NINE),
        ]
    )


@pytest.mark.parametrize("year", [2021, 2022])
def test_the_older_form_for_a_later_year(year: int) -> None:
    """B22: bodies fill in last year's form: its figures under the newer heads would mean something else."""
    report = of_year(year, old_tables()).report
    assert (report.form, report.year) == ("2019", year)
    assert report["proactive.normative_documents.total_disclosed"] == 3
    assert report["proactive.other_external_matters.decisions"] == 9


def test_first_item_of_the_older_form_amid_the_newer() -> None:
    """B23: 制作 and 公开 answer other questions than 制发 and 废止: aside with them, the rest is the newer form."""
    heads: list[Written] = ["本年新", "本年新", "对外公开总数量"]
    reading = of_year(
        2021,
        grid(
            [
                *items(("规章", "0", "0", "0"), ("规范性文件", "5", "6", "7"), heads=heads),
                *items(("行政许可", "12"), heads=("本年处理决定数量",), item=FIVE),
                *items(("行政处罚", "3"), ("行政强制", "4"), heads=("本年处理决定数量",), item=SIX),
                *items(("行政事业性收费", "1.5"), heads=("本年收费金额（单位：万元）",), item=EIGHT),
            ]
        ),
    )
    report = reading.report
    assert report.form == "2021"
    assert report["proactive.licensing.decisions"] == 12
    assert [
        report[f"proactive.normative_documents.{name}"] for name in ("issued", "repealed", "in_force")
    ] == [None] * 3
    aside = {unplaced.foreign_path: unplaced.value for unplaced in reading.unplaced}
    assert aside["proactive.normative_documents.created"] == 5
    assert aside["proactive.normative_documents.total_disclosed"] == 7
    assert "mixed-forms" in codes(reading)


def test_three_cells_of_the_older_form_under_one_head_of_the_newer() -> None:
    """B24: 1 2 3 under the single head 本年处理决定数量: the first cell, in doubt, and the others aside."""
    reading = of_year(
        2021,
        grid(
            [
                *items(("规章", "0", "0", "0"), ("行政规范性文件", "5", "6", "7"), heads=NEW_DOCUMENTS),
                *items(
                    ("行政处罚", "1", "2", "3"),
                    ("行政强制", "0", "0", "0"),
                    heads=[("本年处理决定数量", 3)],
                    item=SIX,
                ),
            ]
        ),
    )
    assert reading.report.form == "2021"
    assert reading.report["proactive.penalties.decisions"] == 1
    assert reading.evidence["proactive.penalties.decisions"].doubt
    assert [unplaced.raw for unplaced in reading.unplaced] == ["2", "3", "0", "0"]


@pytest.mark.parametrize(
    "citation",
    [
        "根据国办公开办函〔2019〕60号文件要求编制。",
        "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制。",
        "根据国办公开办函〔2019〕30号编制。",
        "根据国办发〔2021〕30号文件编制。",
    ],
)
def test_the_cited_notice_does_not_decide_the_form(citation: str) -> None:
    """B25: the citation is copied from year to year; the tables decide."""
    new = grid(items(("规章", "1", "2", "3"), heads=NEW_DOCUMENTS))
    assert of_year(2022, citation, new).report["proactive.rules.in_force"] == 3
    assert of_year(2022, citation, old_tables()).report.form == "2019"


@pytest.mark.parametrize(
    "citation",
    ["国办公开办函【2019】60号", "国办公开函〔2019〕60号", "国办公开办函202130 号", "国办公开办函〔202130号"],
)
def test_a_mangled_citation_holds_no_figures(citation: str) -> None:
    """B26: 202130 in front of the tables is a torn citation, no figure of theirs and no year."""
    parts = (HEADING["proactive"], f"按照{citation}要求填报。", "规章", "1", "2", "3")
    heads = ("第二十条第（一）项", "信息内容", *NEW_DOCUMENTS)
    reading = read_lines(parts[0], parts[1], *heads, *parts[2:])
    assert [reading.report[f"proactive.rules.{name}"] for name in ("issued", "repealed", "in_force")] == [
        1,
        2,
        3,
    ]
    assert (reading.report.year, reading.unplaced) == (2023, ())


@pytest.mark.parametrize(
    "headings",
    [
        ("一、政府信息工作公开的基本情况", "二、政府信息公开工作推动情况", "三、存在的问题"),
        ("一、概述", "二、主动公开政府信息的情况", "三、存在的主要问题"),
        ("一、政府信息公开2020年工作要点落实情况", "二、依申请公开情况", "三、存在的问题和改进"),
    ],
)
def test_a_report_in_the_older_shape_has_text_alone(headings: tuple[str, ...]) -> None:
    """B27: sentences and no tables: a report without a form, not one in which every figure is blank."""
    text = "全年主动公开信息120条，收到申请3件，均已答复，未发生收费、复议和诉讼的情况。"
    reading = read_lines(
        *(part for heading in headings for part in (heading, text)),
        title="示例市商务局2020年政府信息公开工作年度报告",
    )
    assert (reading.report.form, reading.report.year) == (None, 2020)
    assert "no-tables" in codes(reading)


def test_tables_lost_on_the_way_are_not_zero() -> None:
    """B28: headings on one line with nothing between: nothing is known of the cells, and that is said."""
    together = (
        "二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况"
    )
    reading = read_lines(
        "一、总体情况", "本机关做好公开工作。", together, "五、存在的主要问题及改进情况", "无。"
    )
    assert reading.report.form is None
    assert "no-tables" in codes(reading)


@pytest.mark.parametrize(
    "content",
    [
        lines("受理申请263件，同意公开或部分公开81件。", title="2022年上半年政府信息公开数据统计"),
        lines(
            "会议要求各单位按时报送，杜绝照搬照抄。",
            title="示例县召开2023年度政府信息公开年报编制和发布部署会",
        ),
        page("本站提供各类范文。", title="政府信息公开工作年度报告范文大全"),
    ],
)
def test_what_is_no_report_is_refused(content: bytes) -> None:
    """B29: half a year's statistics or news of a meeting in a data set would be wrong from end to end."""
    with pytest.raises(gov_disclosure.NotAReport):
        gov_disclosure.read(content)
