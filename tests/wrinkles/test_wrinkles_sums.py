"""Figures that contradict each other or make no sense, kept as printed and told: docs/wrinkles.md, G91 to G99."""

import pytest

import gov_disclosure
from gov_disclosure.reading import Reading
from small_reports import HEADING, Written, applicants, grid, items, read_page

POWERS = ("上一年项目数量", "本年增/减", "处理决定数量")
DOCUMENTS = ("本年制发件数", "本年废止件数", "现行有效件数")
MADE = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
FORWARD = "四、结转下年度继续办理"
NOTHING = ("0",) * 5
OLD_TITLE = "示例市人民政府2019年政府信息公开工作年度报告"


def checks(reading: Reading, **options: object) -> set[str]:
    """The checks that found something."""
    found = gov_disclosure.check(reading, previous=options.get("previous"))  # type: ignore[arg-type]
    return {finding.check for finding in found}


@pytest.mark.parametrize(
    "figures", [("8249", "-1942", "6307"), ("3", "6", "9"), ("421", "增1423", "1844"), ("716", "-417", "298")]
)
def test_columns_filled_with_another_meaning(figures: tuple[str, str, str]) -> None:
    """G91 and G92: last year's decisions, the difference, this year's: kept as printed, whatever they meant."""
    table = grid(items(("行政许可", *figures), heads=POWERS, item="第二十条第（五）项"))
    reading = read_page(HEADING["proactive"], table, title=OLD_TITLE)
    before, change, decisions = (int(one.replace("增", "")) for one in figures)
    assert reading.report["proactive.licensing.items_previous_year"] == before
    assert reading.report["proactive.licensing.change"] == change
    assert reading.report["proactive.licensing.decisions"] == decisions
    assert not reading.doubtful


def test_made_and_disclosed_documents_out_of_step() -> None:
    """G93: eight disclosed and none made, 44 made of which 5 are disclosed: as printed, and the second is told."""
    table = grid(items(("规章", "44", "0", "5"), ("规范性文件", "0", "8", "8"), heads=MADE))
    then = grid(items(("行政许可", "0", "33", "0"), heads=POWERS, item="第二十条第（五）项"))
    reading = read_page(HEADING["proactive"], table, then, title=OLD_TITLE)
    assert reading.report["proactive.normative_documents.disclosed"] == 8
    assert reading.report["proactive.rules.created"] == 44
    assert reading.report["proactive.licensing.change"] == 33
    assert not reading.doubtful
    assert "S7" in checks(reading) or "S5" in checks(reading)


def test_rules_of_a_body_that_can_make_none() -> None:
    """G94: a town with rules: as printed, and a warning."""
    table = grid(items(("规章", "2", "0", "2"), heads=DOCUMENTS))
    reading = read_page(
        HEADING["proactive"], table, title="示例县示例镇人民政府2022年政府信息公开工作年度报告"
    )
    assert reading.report["proactive.rules.in_force"] == 2
    assert "S10" in checks(reading)


def test_documents_in_force_against_last_year() -> None:
    """G95: 5 issued, 12 repealed, 8 in force: only last year's report can tell, and then it is a warning."""
    table = grid(items(("行政规范性文件", "5", "12", "8"), heads=DOCUMENTS))
    reading = read_page(HEADING["proactive"], table)
    last = gov_disclosure.AnnualReport.blank("2021", year=2022, issuer=reading.report.issuer).replace(
        {"proactive.normative_documents.in_force": 20}
    )
    found = [one for one in gov_disclosure.check(reading, previous=last) if one.check == "S1"]
    assert [str(one.severity) for one in found] == ["warning"]
    fitting = last.replace({"proactive.normative_documents.in_force": 15})
    assert "S1" not in checks(reading, previous=fitting)


def test_a_balance_that_fails_as_printed() -> None:
    """G96: one application counted under two results: kept as printed, found in both columns."""
    rows: tuple[list[Written], ...] = (
        [(RECEIVED, 3), "60", "0", *NOTHING[:4], "60"],
        [(CARRIED, 3), "0", "0", *NOTHING[:4], "0"],
        ["三、本年度办理结果", ("（七）总计", 2), "61", "0", *NOTHING[:4], "61"],
        [(FORWARD, 3), "0", "0", *NOTHING[:4], "0"],
    )
    reading = read_page(HEADING["applications"], grid(applicants(*rows)))
    assert reading.report["applications.results.total.natural_person"] == 61
    found = [finding for finding in gov_disclosure.check(reading) if finding.check == "L1"]
    assert len(found) == 2
    assert all(finding.severity == "error" for finding in found)


def test_row_totals_left_blank() -> None:
    """G97: 258, 12, blank, blank, 1, 1 and a blank total: blank, not 272."""
    row: list[Written] = ["三、本年度办理结果", ("（一）予以公开", 2), "258", "12", "", "", "1", "1", ""]
    reading = read_page(HEADING["applications"], grid(applicants([(RECEIVED, 3), "1", *NOTHING, "1"], row)))
    assert reading.report["applications.results.granted.total"] is None
    assert reading.evidence["applications.results.granted.total"].kind == "blank"
    assert reading.report["applications.results.granted.legal_services"] == 1


def test_text_against_table() -> None:
    """G98: the sentence keeps its figure and the cell its own; the difference is told."""
    text = "因政府信息公开被申请行政复议7件。收到政府信息公开申请9件。"
    row: list[Written] = [(RECEIVED, 3), "4", "0", *NOTHING[:4], "4"]
    reading = read_page("一、总体情况", text, HEADING["applications"], grid(applicants(row)))
    assert reading.report["applications.received.total"] == 4
    assert reading.report.narrative.overview == (text,)
    assert "N1" in checks(reading)


def test_percentages_are_no_figures_of_the_form() -> None:
    """G99: 占33.9% is a share of something, bound to the figure before it and to no cell of its own."""
    text = "答复政府信息公开申请805件，予以公开及部分公开258件，占33.9%。"
    reading = read_page(
        "一、总体情况", text, HEADING["applications"], grid(applicants([(RECEIVED, 3), *("0",) * 7]))
    )
    shares = [one for one in gov_disclosure.statements(reading.report) if one.kind == "share"]
    assert [(str(one.value), one.unit) for one in shares] == [("33.9", "%")]
    assert reading.unplaced == ()
