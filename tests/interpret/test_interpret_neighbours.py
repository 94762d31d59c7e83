"""Figures beside a blank row: they stay with the label they stand behind, or are in doubt."""

import re

import pytest

from gov_disclosure import Form, Reading, read

FORM = Form("2021")
TITLE = "示例区人民政府2022年政府信息公开工作年度报告"
ROWS = [row for row in FORM.table("applications").rows if row.variant in ("", "split_other")]
MISC = "applications.results.other_handling.miscellaneous"
CONCLUDED = "applications.results.total"


def figures(number: int) -> list[int]:
    """Six figures and their total, others for each row."""
    parts = [number, 0, 11 * number, 0, 0, 3]
    return [*parts, sum(parts)]


def table_three(blank: str, **instead: str) -> str:
    """The table with one row blank, and other lines instead of some rows' own."""
    lines = ["三、收到和处理政府信息公开申请情况", "申请人情况", "自然人 法人或其他组织 总计"]
    lines.append("商业企业 科研机构 社会公益组织 法律服务机构 其他")
    for number, row in enumerate(ROWS, 10):
        printed = "" if row.path == blank else " ".join(map(str, figures(number)))
        lines.append(
            instead.get(row.name, "{label} {figures}").format(label=row.label, figures=printed).rstrip()
        )
    return "\n".join(lines)


def table_two() -> str:
    """The table of items, the last row blank."""
    return (
        "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 4 1 30\n"
        "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 512\n"
        "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 77\n行政强制 6\n"
        "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费\n"
    )


def report(three: str, two: str = "") -> Reading:
    """A report with those tables, read from text."""
    return read(
        f"{TITLE}\n一、总体情况\n工作有序开展。\n二、主动公开政府信息情况\n{two or table_two()}{three}\n"
        "五、存在的主要问题及改进情况\n公开内容不够细。\n六、其他需要报告的事项\n无。\n".encode()
    )


def row(reading: Reading, path: str) -> list[object]:
    """The cells of a row."""
    assert reading.report.form is not None
    return [value for cell, value in reading.report.cells() if cell.rpartition(".")[0] == path]


@pytest.mark.parametrize("label", ["3.其他", "其他"])
def test_other_without_its_number_keeps_its_figures(label: str) -> None:
    """其他 is a column's head too: its row's figures went to the blank total below it, and nobody was told."""
    reading = report(table_three(CONCLUDED, miscellaneous=f"{label} {{figures}}"))
    number = next(place for place, one in enumerate(ROWS, 10) if one.path == MISC)
    assert row(reading, MISC) == figures(number)
    assert row(reading, CONCLUDED) == [None] * 7


def test_a_line_that_is_there_twice_gives_nothing_to_the_blank_row_below() -> None:
    """The copy of a line looked like the figures of the row below, whose own are blank."""
    blank = "applications.results.denied.security_and_stability"
    reading = report(table_three(blank, prohibited_by_law="{label} {figures}\n{label} {figures}"))
    assert row(reading, blank) == [None] * 7
    number = next(place for place, one in enumerate(ROWS, 10) if one.name == "prohibited_by_law")
    assert row(reading, "applications.results.denied.prohibited_by_law") == figures(number)


def test_a_second_copy_of_the_items_gives_nothing_to_the_last_blank_row() -> None:
    """The fees are blank: the only figure of the table's second copy is not theirs."""
    nearly_blank = re.sub(r"(行政规范性文件|行政许可|行政处罚|行政强制).*[0-9]", r"\1", table_two())
    reading = report(table_three(""), 2 * nearly_blank.replace("规章 0 0 0", "规章 3"))
    assert reading.report["proactive.administrative_fees.amount"] is None
