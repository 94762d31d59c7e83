"""Tables without spans: cells that joined heads cover besides, blank cells at both ends, bands left out."""

import gov_disclosure

HEAD = (
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |  | 申请人情况 |  |  |  |  |  |  |\n"
    "|  |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |\n"
    "|  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |\n"
)
TITLE = "示例区人民政府2022年政府信息公开工作年度报告\n\n"
NAMES = ("natural_person", "business", "research", "public_interest", "legal_services", "other", "total")


def _row(path: str, text: str) -> list[object]:
    report = gov_disclosure.read((TITLE + text).encode()).report
    return [report[f"{path}.{name}"] for name in NAMES]


def test_a_blank_last_cell_does_not_move_the_others() -> None:
    """Two spare cells behind a joined label and a blank total: the figures once moved one column to the right."""
    text = f"{HEAD}| 一、本年新收政府信息公开申请数量 |  |  | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
    text += "| 四、结转下年度继续办理 |  |  | 1 | 2 | 3 | 4 | 5 | 6 |  |\n"
    assert _row("applications.carried_forward", text) == [1, 2, 3, 4, 5, 6, None]
    assert _row("applications.received", text) == [1, 2, 3, 4, 5, 6, 21]


def test_where_heads_are_missing_nothing_is_guessed() -> None:
    """Without heads nobody can tell whether the first or the last cell is blank."""
    text = "| 四、结转下年度继续办理 |  |  | 1 | 2 | 3 | 4 | 5 | 6 |  |\n"
    text = f"{text}| 三、本年度办理结果 | （七）总计 |  | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
    reading = gov_disclosure.read((TITLE + text).encode(), form="2021")
    found = [reading.report[f"applications.carried_forward.{name}"] for name in NAMES]
    assert found == [None] * 7
    assert all(f"applications.carried_forward.{name}" in reading.doubtful for name in NAMES)


def test_wide_heads_cover_columns_without_figures() -> None:
    """Three heads over four columns: the figure under the third is its own, not one too many."""
    text = (
        "| 第二十条第（五）项 |  |  |  |  |\n"
        "| 信息内容 | 上一年项目数量 | 本年增/减 |  | 处理决定数量 |\n"
        "| 行政许可 | 10 | -2 |  | 30 |\n"
        "| 其他对外管理服务事项 | 11 |  |  | 31 |\n"
    )
    report = gov_disclosure.read((TITLE + text).encode()).report
    assert [
        report[f"proactive.licensing.{name}"] for name in ("items_previous_year", "change", "decisions")
    ] == [
        10,
        -2,
        30,
    ]
    assert report["proactive.other_external_matters.change"] is None
    assert report["proactive.other_external_matters.decisions"] == 31


def test_bands_that_are_left_out_leave_the_others_in_place() -> None:
    """A body that prints two of the three bands has ten figures, and each of them has its head."""
    text = (
        "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |\n"
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 复议后起诉 |  |  |  |  |\n"
        "|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
        "| 1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 |\n"
    )
    report = gov_disclosure.read((TITLE + text).encode(), form="2021").report
    assert report["challenges.reconsideration.total"] == 10
    assert report["challenges.litigation.after_reconsideration.total"] == 26
    assert report["challenges.litigation.direct.total"] is None
    assert not report.prints("challenges.litigation.direct.total")


def test_last_years_figures_are_not_this_years() -> None:
    """Workbooks put last year's columns beside this year's; taken for this year's they would be wrong."""
    text = f"{HEAD}| 一、本年新收政府信息公开申请数量 |  |  | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n\n"
    text += "以下为上年数字。\n\n| 年度 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
    text += "| 上年 | 9 | 9 | 9 | 9 | 9 | 9 | 54 |\n"
    assert _row("applications.received", text) == [1, 2, 3, 4, 5, 6, 21]
    reading = gov_disclosure.read((TITLE + text).encode())
    assert [notice.params["count"] for notice in reading.notices if notice.code == "last-year"] == [7]
