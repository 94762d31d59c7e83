"""The shape of the tables: spans, ragged rows, lost cells, rows too many: docs/wrinkles.md, D42 to D64."""

import pytest

from gov_disclosure.model.fields import Value
from gov_disclosure.reading import Reading
from small_reports import (
    HEADING,
    TITLE,
    Written,
    applicants,
    grid,
    items,
    pipes,
    read_lines,
    read_page,
)

OLD_TITLE = "示例市人民政府2019年政府信息公开工作年度报告"
POWERS = ("上一年项目数量", "本年增/减", "处理决定数量")
DOCUMENTS = ("本年制发件数", "本年废止件数", "现行有效件数")
FIVE = "第二十条第（五）项"
ITEM = "第二十条第（一）项"
LICENSING = "proactive.licensing"
OLD = ("items_previous_year", "change", "decisions")
NEW = ("issued", "repealed", "in_force")
APPLICANTS = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_services",
    "other",
    "total",
)
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
NOBODY = ("0",) * 7


def codes(reading: Reading) -> set[str]:
    """The codes of a reading's notices."""
    return {notice.code for notice in reading.notices}


def row(reading: Reading, path: str, names: tuple[str, ...]) -> list[Value]:
    """The values of a row."""
    return [reading.report[f"{path}.{name}"] for name in names]


def told(reading: Reading, path: str, names: tuple[str, ...]) -> bool:
    """Whether every cell of a row is blank and its reader was told that something stands there."""
    said = {place for notice in reading.notices for place in notice.paths}
    return all(
        reading.report[f"{path}.{name}"] is None
        and (reading.evidence[f"{path}.{name}"].doubt or f"{path}.{name}" in said)
        for name in names
    )


def test_spans_that_contradict_each_other() -> None:
    """D42: heads span 1, 2 and 1 columns, figures 2, 1 and 1: by order, not by column of the grid."""
    table = grid(
        [
            [(FIVE, 5)],
            ["信息内容", "上一年项目数量", ("本年增/减", 2), "处理决定数量"],
            ["行政许可", ("10", 2), "-2", "30"],
            ["其他对外管理服务事项", ("11", 2), "0", "31"],
        ]
    )
    reading = read_page(table, title=OLD_TITLE)
    assert row(reading, LICENSING, OLD) == [10, -2, 30]
    assert row(reading, "proactive.other_external_matters", OLD) == [11, 0, 31]


def test_header_spans_that_are_not_drawn() -> None:
    """D43: empty cells under 自然人 and under 结果维持 belong to the head above; they are no row of figures."""
    heads: list[list[Written]] = [
        [("（本列数据的勾稽关系）", 3), ("申请人情况", 7)],
        ["", "", "", "自然人", ("法人或其他组织", 5), "总计"],
        ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
        [(RECEIVED, 3), "1", "2", "3", "4", "5", "6", "21"],
    ]
    figures = [str(number) for number in (1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 5, 0, 0, 0, 5)]
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    challenges: list[list[Written]] = [
        [("行政复议", 5), ("行政诉讼", 10)],
        [*results, ("未经复议直接起诉", 5), ("复议后起诉", 5)],
        ["", "", "", "", "", *results, *results],
        list(figures),
    ]
    reading = read_page(HEADING["applications"], grid(heads), HEADING["challenges"], grid(challenges))
    assert row(reading, "applications.received", APPLICANTS) == [1, 2, 3, 4, 5, 6, 21]
    assert reading.report["challenges.reconsideration.upheld"] == 1
    assert reading.report["challenges.litigation.after_reconsideration.total"] == 5


@pytest.mark.parametrize("stray", [" |", " | |"])
def test_stray_columns_behind_the_last(stray: str) -> None:
    """D44: further pipes behind every row are no blank cells; a blank in the last column is one."""
    rows = [
        f"| {ITEM} | | | |",
        f"| 信息内容 | {' | '.join(DOCUMENTS)} |",
        "| 规章 | 0 | 0 | 0 |",
        "| 行政规范性文件 | 1 | 2 | |",
    ]
    reading = read_lines(HEADING["proactive"], *(line + stray for line in rows))
    assert row(reading, "proactive.rules", NEW) == [0, 0, 0]
    assert row(reading, "proactive.normative_documents", NEW) == [1, 2, None]


def test_labels_of_different_depth() -> None:
    """D45: a row begins with its group or with its own label: the last seven cells are the figures."""
    text = pipes(
        [
            [RECEIVED, "4", "1", "0", "0", "0", "0", "5"],
            [CARRIED, *NOBODY],
            ["三、本年度办理结果", "（一）予以公开", "2", "1", "0", "0", "0", "0", "3"],
            ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1", *("0",) * 5, "1"],
            ["（三）不予公开", "1.属于国家秘密", "1", *("0",) * 5, "1"],
            ["2.其他法律行政法规禁止公开", *NOBODY],
        ],
        edges=False,
    )
    reading = read_lines(HEADING["applications"], text)
    results = "applications.results"
    assert row(reading, f"{results}.granted", APPLICANTS) == [2, 1, 0, 0, 0, 0, 3]
    assert row(reading, f"{results}.partially_granted", APPLICANTS) == [1, 0, 0, 0, 0, 0, 1]
    assert row(reading, f"{results}.denied.state_secret", APPLICANTS) == [1, 0, 0, 0, 0, 0, 1]
    assert row(reading, f"{results}.denied.prohibited_by_law", APPLICANTS) == [0] * 7


def test_an_empty_cell_before_every_row() -> None:
    """D46: | | 规章 | 2 | 0 | 2 | reads as without the first cell."""
    rows = [[ITEM, "", "", ""], ["信息内容", *DOCUMENTS], ["规章", "2", "0", "3"]]
    text = pipes([["", *cells] for cells in rows])
    assert row(read_lines(HEADING["proactive"], text), "proactive.rules", NEW) == [2, 0, 3]
    table = grid([["", *cells] for cells in rows])
    assert row(read_page(HEADING["proactive"], table), "proactive.rules", NEW) == [2, 0, 3]


def test_pipes_alone_on_their_lines() -> None:
    """D47: one cell and one pipe a line, in turn."""
    cells = (ITEM, "信息内容", *DOCUMENTS, "规章", "0", "1", "6", "行政规范性文件", "2", "3", "4")
    reading = read_lines(HEADING["proactive"], *(line for cell in cells for line in (cell, "|")))
    assert row(reading, "proactive.rules", NEW) == [0, 1, 6]
    assert row(reading, "proactive.normative_documents", NEW) == [2, 3, 4]


@pytest.mark.parametrize("between", ["", None])
def test_one_cell_a_line(between: str | None) -> None:
    """D48: extractors leave a cell a line, often with an empty line between: three lines behind the label."""
    cells = (ITEM, "信息内容", *DOCUMENTS, "规章", "0", "1", "6", "行政规范性文件", "2", "3", "4")
    parts = [line for cell in cells for line in ((cell, between) if between is not None else (cell,))]
    reading = read_lines(HEADING["proactive"], *parts)
    assert row(reading, "proactive.rules", NEW) == [0, 1, 6]
    assert row(reading, "proactive.normative_documents", NEW) == [2, 3, 4]


def test_blank_cells_that_vanish() -> None:
    """D49: two figures for three columns: their place is told by a sign, or it is said that it is not known."""
    cells = (FIVE, "信息内容", *POWERS, "行政许可", "19", "+4", "其他对外管理服务事项", "7", "9")
    reading = read_lines(HEADING["proactive"], *cells, title=OLD_TITLE)
    assert row(reading, LICENSING, OLD) == [None, 4, None]
    assert all(reading.evidence[f"{LICENSING}.{name}"].doubt for name in OLD)
    assert told(reading, "proactive.other_external_matters", OLD)
    assert "unread-row" in codes(reading)


def test_figures_under_three_heads_with_one_cell_empty() -> None:
    """D50: where the empty cell is printed, the two figures stay in their columns."""
    rows = [[FIVE, "", "", ""], ["信息内容", *POWERS], ["行政许可", "106", "2939", ""]]
    reading = read_lines(HEADING["proactive"], pipes(rows), title=OLD_TITLE)
    assert row(reading, LICENSING, OLD) == [106, 2939, None]
    assert all(reading.evidence[f"{LICENSING}.{name}"].doubt for name in OLD)  # 2939 looks like decisions
    ragged = read_lines(
        HEADING["proactive"],
        *(f"| {FIVE} |", f"| 信息内容 | {' | '.join(POWERS)} |", "| 行政许可 | 106 | 2939 | |"),
        "| 其他对外管理服务事项 | 0 | ||",
        title=OLD_TITLE,
    )
    assert row(ragged, "proactive.other_external_matters", OLD)[1:] == [None, None]


def test_a_row_with_fewer_figures_than_columns() -> None:
    """D51: one figure under two heads, the other cell printed empty: 0 and blank."""
    table = grid(items(("行政事业性收费", "0", ""), heads=POWERS[:2], item="第二十条第（八）项"))
    reading = read_page(HEADING["proactive"], table, title=OLD_TITLE)
    path = "proactive.administrative_fees"
    assert row(reading, path, OLD[:2]) == [0, None]
    assert reading.evidence[f"{path}.change"].kind == "blank"


def test_smaller_rows_inside_an_official_one() -> None:
    """D52: 行政检查 and 行政确认 under one official row: kept aside with their sum, and the row is left unread."""
    table = grid(
        [
            *items(("行政许可", "1", "0", "2"), heads=POWERS, item=FIVE),
            [("其他对外管理服务事项", 1, 2), "行政检查", "3", "0", "4"],
            ["行政确认", "5", "0", "6"],
        ]
    )
    reading = read_page(HEADING["proactive"], table, title=OLD_TITLE)
    assert row(reading, LICENSING, OLD) == [1, 0, 2]
    assert told(reading, "proactive.other_external_matters", OLD)
    assert "parts-of-row" in codes(reading)
    assert sorted(int(str(unplaced.value)) for unplaced in reading.unplaced) == [0, 0, 3, 4, 5, 6]


def test_a_row_that_the_form_does_not_have() -> None:
    """D53: 其他主动公开文件 with three figures is kept aside, and no row below slips into its place."""
    heads = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
    written: list[tuple[Written, ...]] = [
        ("规章", "0", "0", "0"),
        ("规范性文件", "1", "2", "3"),
        ("其他主动公开文件", "186", "86", "255"),
    ]
    for reading in (
        read_page(HEADING["proactive"], grid(items(*written, heads=heads)), title=OLD_TITLE),
        read_lines(
            HEADING["proactive"],
            ITEM,
            *(str(cell) for cells in items(*written, heads=heads)[1:] for cell in cells),
            *(FIVE, "信息内容", *POWERS, "行政许可", "1", "0", "2"),
            title=OLD_TITLE,
        ),
    ):
        names = ("created", "disclosed", "total_disclosed")
        assert row(reading, "proactive.normative_documents", names) == [1, 2, 3]
        assert [unplaced.raw for unplaced in reading.unplaced] == ["186", "86", "255"]


def test_a_line_with_a_figure_after_the_table() -> None:
    """D54: a count of publications under the table is outside the form."""
    line = "2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）：5"
    table = grid(items(("规章", "1", "2", "3"), heads=DOCUMENTS))
    reading = read_page(HEADING["proactive"], table, line)
    assert row(reading, "proactive.rules", NEW) == [1, 2, 3]
    assert reading.report.narrative.proactive == (line,)
    inside = read_page(
        HEADING["proactive"], grid([*items(("规章", "1", "2", "3"), heads=DOCUMENTS), [(line, 4)]])
    )
    assert row(inside, "proactive.rules", NEW) == [1, 2, 3]


def test_empty_rows() -> None:
    """D55: | | | | | inside or behind the table is nothing."""
    rows = [[ITEM, "", "", ""], ["信息内容", *DOCUMENTS], ["规章", "1", "2", "3"], ["", "", "", ""]]
    rows += [["行政规范性文件", "4", "5", "6"], ["", "", "", ""]]
    for reading in (
        read_lines(HEADING["proactive"], pipes(rows)),
        read_page(HEADING["proactive"], grid(rows)),
    ):
        assert row(reading, "proactive.rules", NEW) == [1, 2, 3]
        assert row(reading, "proactive.normative_documents", NEW) == [4, 5, 6]


def test_heads_in_another_order() -> None:
    """D56: 总计 comes before 商业企业 in copied text because of the rowspans; its column is still the last."""
    heads = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织"]
    heads += ["法律服务机构", "其他"]
    cells = [*heads, RECEIVED, "1", "2", "3", "4", "5", "6", "21", CARRIED, *NOBODY]
    reading = read_lines(HEADING["applications"], *cells)
    assert row(reading, "applications.received", APPLICANTS) == [1, 2, 3, 4, 5, 6, 21]


@pytest.mark.parametrize(
    "blank",
    [
        "<p><span><o:p>&nbsp;</o:p></span></p>",
        '<p align="center">&nbsp;</p>',
        "&nbsp;",
        "",
    ],
)
def test_blank_cells_of_every_making(blank: str) -> None:
    """D57: an empty paragraph of Word, a lone no-break space: blank, and no figure moves."""
    cells = [blank, "2", blank, blank, blank, blank, "2"]
    reading = read_page(HEADING["applications"], grid(applicants([(RECEIVED, 3), *cells])))
    assert row(reading, "applications.received", APPLICANTS) == [None, 2, None, None, None, None, 2]
    assert reading.evidence["applications.received.natural_person"].kind == "blank"


def test_a_head_with_an_empty_paragraph_first() -> None:
    """D58: 自然人 behind an empty paragraph is 自然人."""
    table = grid(applicants([(RECEIVED, 3), "1", "2", "3", "4", "5", "6", "21"]))
    table = table.replace(">自然人<", "><p><o:p> </o:p></p><p>自然人</p><")
    reading = read_page(HEADING["applications"], table)
    assert row(reading, "applications.received", APPLICANTS) == [1, 2, 3, 4, 5, 6, 21]
    assert not reading.doubtful


def test_a_metadata_table_before_the_article() -> None:
    """D59: 014314799/2024-00002 is no figure; the fields are the page's particulars."""
    fields = grid(
        [
            ["名称", (TITLE, 3)],
            ["索引号", "014314799/2024-00002", "分类", "政府信息公开年报"],
            ["发布机构", "示例区人民政府", "公开日期", "2024-01-17"],
            ["文号", "", "时效", ""],
        ]
    )
    table = grid(items(("规章", "1", "2", "3"), heads=DOCUMENTS))
    reading = read_page(HEADING["proactive"], table, before=fields)
    assert row(reading, "proactive.rules", NEW) == [1, 2, 3]
    assert (reading.report.published, reading.unplaced) == ("2024-01-17", ())


def test_odd_wrappers() -> None:
    """D60: an indented division, a second head amid the body, the article in a string of a script."""
    table = grid(items(("规章", "1", "2", "3"), heads=DOCUMENTS))
    head = "<head><title>示例网站</title><meta name=SiteName content=示例></head>"
    division = f"<div style='text-indent:2em'>{table}</div>"
    assert row(read_page(head, HEADING["proactive"], division), "proactive.rules", NEW) == [1, 2, 3]
    forward = "四、结转下年度继续办理"
    rows: list[list[Written]] = [[(label, 3), *NOBODY] for label in (RECEIVED, CARRIED, forward)]
    table += grid(applicants(*rows))
    article = f"<h1>{TITLE}</h1><p>{HEADING['proactive']}</p>{table}".replace('"', '\\"').replace("/", "\\/")
    script = f'<script>var content = "{article}";</script>'
    assert row(read_page(script, title="示例网站"), "proactive.rules", NEW) == [1, 2, 3]


def test_table_four_on_one_line() -> None:
    """D61: fifteen figures in a line, five a group, with hardly a head left."""
    figures = ["119", "25", "91", "24", "259", "7", "0", "15", "6", "28", "21", "1", "7", "9", "38"]
    text = f"行政复议行政诉讼\n| {' | '.join(figures)} |"
    reading = read_lines(HEADING["challenges"], text)
    names = ("upheld", "corrected", "other", "pending", "total")
    assert row(reading, "challenges.reconsideration", names) == [119, 25, 91, 24, 259]
    assert row(reading, "challenges.litigation.after_reconsideration", names) == [21, 1, 7, 9, 38]


def test_digits_split_into_cells() -> None:
    """D62: 1 3 5 for 135 makes a row of nine: mended where one grouping fits the total, else left unread."""
    lines = [RECEIVED, "1 3 5 2 0 0 0 0 1 3 7", CARRIED, "0 0 0 0 0 0 0", "（一）予以公开", "1 1 1 1 1 1 1 1"]
    reading = read_lines(HEADING["applications"], *lines)
    assert row(reading, "applications.received", APPLICANTS) == [135, 2, 0, 0, 0, 0, 137]
    assert "repaired" in reading.evidence["applications.received.natural_person"].flags
    assert told(reading, "applications.results.granted", APPLICANTS)


@pytest.mark.parametrize("again", [False, True])
def test_a_table_continued_in_another(again: bool) -> None:
    """D63: a page break leaves two tables, sometimes with the heads printed again: one table."""
    first = applicants([(RECEIVED, 3), "1", "2", "3", "4", "5", "6", "21"])
    second = applicants([(CARRIED, 3), "6", "5", "4", "3", "2", "1", "21"], corner=again)
    reading = read_page(HEADING["applications"], grid(first), grid(second))
    assert row(reading, "applications.received", APPLICANTS) == [1, 2, 3, 4, 5, 6, 21]
    assert row(reading, "applications.carried_over", APPLICANTS) == [6, 5, 4, 3, 2, 1, 21]
    assert not reading.doubtful


def test_text_from_which_repetitions_were_taken() -> None:
    """D64: an extractor that drops every line it has seen leaves one 0 of thirty: lost, neither blank nor zero."""
    cells = (
        ITEM,
        "信息内容",
        *DOCUMENTS,
        "规章",
        "0",
        "行政规范性文件",
        "3",
        FIVE,
        "本年处理决定数量",
        "行政许可",
    )
    reading = read_lines(HEADING["proactive"], *cells)
    for path in ("proactive.rules", "proactive.normative_documents"):
        for name in NEW:
            evidence = reading.evidence[f"{path}.{name}"]
            assert reading.report[f"{path}.{name}"] is None
            assert evidence.doubt or evidence.kind == "absent"
    assert codes(reading) & {"unread", "unread-row"}
