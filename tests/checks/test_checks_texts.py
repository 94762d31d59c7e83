"""The figures of the text against those of the tables."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport, Narrative, Value
from planted_faults import nil_report

A, R, C = "applications.", "applications.results.", "challenges."
CELLS: dict[str, Value] = {
    f"{A}received.natural_person": 20,
    f"{A}received.business": 2,
    f"{A}received.total": 22,
    f"{A}carried_over.natural_person": 3,
    f"{A}carried_over.total": 3,
    f"{R}granted.natural_person": 15,
    f"{R}granted.business": 2,
    f"{R}granted.total": 17,
    f"{R}denied.state_secret.natural_person": 1,
    f"{R}denied.state_secret.total": 1,
    f"{R}unavailable.not_held.natural_person": 4,
    f"{R}unavailable.not_held.total": 4,
    f"{R}unavailable.unclear.natural_person": 1,
    f"{R}unavailable.unclear.total": 1,
    f"{R}total.natural_person": 21,
    f"{R}total.business": 2,
    f"{R}total.total": 23,
    f"{A}carried_forward.natural_person": 2,
    f"{A}carried_forward.total": 2,
    f"{C}reconsideration.upheld": 4,
    f"{C}reconsideration.pending": 1,
    f"{C}reconsideration.total": 5,
    f"{C}litigation.direct.upheld": 2,
    f"{C}litigation.direct.total": 2,
}


def report(
    text: str, *, issuer: str = "示例县水利局", section: str = "overview", **more: Any
) -> AnnualReport:
    narrative = Narrative(**{section: (text,)})
    made: AnnualReport = nil_report("2021", year=2023, issuer=issuer, narrative=narrative, **more)
    return made.replace(CELLS)


def found(text: str, check_id: str = "N1", **more: Any) -> list[str]:
    said = check(report(text, **more)).of(check_id)
    assert all(finding.message("en") for finding in said)
    return [finding.message("zh") for finding in said]


def test_the_example_is_sound() -> None:
    """Otherwise the tests below would find something else."""
    assert check(report("")).errors == ()


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请22件。",
        "收到政府信息公开申请25件（含上年结转3件）。",  # with last year's, as many bodies count
        "办理政府信息公开申请25件，办结23件，结转下年度2件。",
        "答复政府信息公开申请23件，其中予以公开17件，不予公开1件，无法提供5件。",
        "答复政府信息公开申请23件，其中因本机关不掌握等原因无法提供4件。",  # one row of the group
        "信息公开类行政复议5件、行政诉讼2件。",
        "信息公开类行政复议4件，均获维持。",  # those decided
        "收到政府信息公开申请20余件。",
        "2022年收到政府信息公开申请40件。",
        "全县共收到政府信息公开申请380件，我局收到申请22件。",
        "全县水利系统各单位收到政府信息公开申请380件。",  # the report is the bureau's alone
        "受理群众来信22封、咨询380件，主动公开政府信息1286条。",
        "网络收到政府信息公开申请20件。信函收到政府信息公开申请2件。",
    ],
)
def test_what_agrees_in_one_of_its_meanings_is_left_alone(text: str) -> None:
    """A warning over words that are used both ways would be a false one."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("收到政府信息公开申请32件。", "“一、本年新收政府信息公开申请数量·总计”为 22"),
        ("未收到政府信息公开申请。", "“一、本年新收政府信息公开申请数量·总计”为 22"),
        ("收到政府信息公开申请22件，结转下年度3件。", "“四、结转下年度继续办理·总计”为 2"),
        ("答复信息公开申请32件。", "“（七）总计·总计”为 23"),
        ("答复信息公开申请23件，予以公开15件。", "“（一）予以公开·总计”为 17"),  # natural persons alone
        ("答复信息公开申请23件，无法提供6件。", "“（四）无法提供（各项合计）”为 5"),
        ("信息公开类行政复议7件。", "“行政复议·总计”为 5"),
        ("信息公开类行政复议5件，其中维持5件。", "“行政复议·结果维持”为 4"),
        ("未发生因政府信息公开引起的行政诉讼。", "行政诉讼"),
        ("制发行政规范性文件2件。", "“行政规范性文件·本年制发件数”为 0"),
    ],
)
def test_what_differs_is_a_warning_with_both_figures(text: str, cell: str) -> None:
    """A table that was changed after the text was written is what a clerk looks for."""
    (message,) = found(text)
    assert cell in message
    (finding,) = check(report(text)).of("N1")
    assert finding.severity is Severity.warning
    assert finding.paths
    assert finding.expected != finding.actual


def test_no_profile_makes_an_error_of_it() -> None:
    """Words are too loose to fail a report on."""
    profile = {"severity": {"N1": "error", "N2": "error"}}
    findings = check(report("收到政府信息公开申请32件。"), profile=profile)
    assert [finding.severity for finding in findings.of("N1")] == [Severity.warning]


def test_a_regions_report_is_compared_with_the_regions_figure() -> None:
    """The office's own figure in the report of a whole city is not the table's."""
    text = "全市共收到政府信息公开申请22件，其中市政府办公室收到申请6件。"
    assert found(text, issuer="示例市人民政府") == []
    assert found("市政府办公室收到申请6件，其中信息公开申请6件。", issuer="示例市") == []
    assert len(found(text.replace("22", "32"), issuer="示例市")) == 1
    own = "县政府办公室收到政府信息公开申请6件，各部门受理16件。"
    assert found(own, issuer="示例县人民政府") == []
    assert len(found("我镇收到政府信息公开申请6件。", issuer="示例镇人民政府")) == 1


def test_blank_cells_contradict_nothing() -> None:
    """A blank says that nobody answered."""
    blank = report("收到政府信息公开申请32件，未发生信息公开行政复议。").replace(
        {f"{A}received.total": None, f"{C}reconsideration.total": None}
    )
    assert check(blank).of("N1") == ()


def test_without_tables_there_is_nothing_to_compare() -> None:
    """A report from before 2019 has its statements and no warnings."""
    plain = AnnualReport(year=2017, narrative=Narrative(overview=("收到政府信息公开申请32件。",)))
    assert check(plain).of("N1") == ()


def test_shares() -> None:
    """N2: 占 74 % of what was answered, or of what came in; anything else is a slip."""
    text = "答复政府信息公开申请23件，其中予以公开17件，占{}%，无法提供5件，占{}%。"
    assert found(text.format("73.9", "21.7"), "N2") == []
    assert found(text.format("77.3", "22.7"), "N2") == []  # of the 22 received
    assert found(text.format("74", "22"), "N2") == []
    (message,) = found(text.format("73.9", "27.1"), "N2")
    assert "5 件占办理总数 23 件的 21.74%" in message
    assert found(text.format("73.9", "27.1").replace("5件", "9件"), "N2") == []  # told already


def test_the_fee_within_the_fees() -> None:
    """S11: 400 yuan of handling fees belong into 0.04 ten thousand yuan of administrative fees."""
    amount = "proactive.administrative_fees.amount"
    made = report("收取信息处理费400元。", section="other_matters")
    (finding,) = check(made).of("S11")
    assert (finding.severity, finding.expected, finding.actual) == (Severity.info, Decimal("0.04"), 0)
    assert check(made.replace({amount: Decimal("0.04")})).of("S11") == ()
    assert check(made.replace({amount: None})).of("S11") == ()
    assert found("收取信息处理费约400元。", "S11", section="other_matters") == []
    assert found("未收取信息处理费。", "S11", section="other_matters") == []


def test_fee_notices_are_looked_for_as_figures() -> None:
    """G8: 发出收费通知 says enough; 经费 says nothing of fees."""
    unpaid = {f"{R}other_handling.unpaid.total": 2}
    for text, silent in (
        ("发出收费通知2件。", True),
        ("落实工作经费。", False),
        ("未收取信息处理费。", True),
    ):
        made = report(text, section="other_matters").replace(unpaid)
        assert (check(made).of("G8") == ()) is silent


def test_zeros_beside_a_text_with_figures() -> None:
    """G9: a table of zeros is odd where the text counts applications."""
    made = nil_report("2021", year=2023, issuer="示例镇人民政府")
    said = attrs.evolve(made, narrative=Narrative(overview=("收到政府信息公开申请2件。",)))
    assert [finding.severity for finding in check(made).of("G9")] == [Severity.info]
    assert [finding.severity for finding in check(said).of("G9")] == [Severity.warning]


def test_an_offices_own_report_is_no_sum() -> None:
    """H3: the general office's report is not compared with what the bureaus add up to."""
    part = report("", issuer="示例县民政局")
    office = report("", issuer="示例县人民政府办公室")
    whole = report("", issuer="示例县人民政府")
    assert {"H1", "H3"} & {finding.check for finding in check(office, parts=[part, part])} == {"H3"}
    assert {"H1", "H3"} & {finding.check for finding in check(whole, parts=[part, part])} == {"H1"}
