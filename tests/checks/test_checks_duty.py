"""What a report owes as a document."""

from pathlib import Path
from typing import Any

import attrs
import pytest

from gov_disclosure import read
from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport, Narrative
from gov_disclosure.model.narrative import SECTIONS
from planted_faults import nil_report

FULL = Narrative(
    overview=("一年来，工作考核优秀，开展了社会评议，未发生责任追究。",),
    proactive=(),
    applications=(),
    challenges=(),
    problems=("公开内容还不够细，下一步将加强培训和检查。",),
    other_matters=("本年度没有收取信息处理费。",),
)


def report(form: str = "2021", narrative: Narrative = FULL, **particulars: Any) -> AnnualReport:
    given = {
        "year": 2022,
        "issuer": "示例区人民政府",
        "title": "示例区人民政府2022年政府信息公开工作年度报告",
    }
    made = nil_report(form, narrative=narrative, **{**given, **particulars})
    return made.replace({"proactive.licensing.decisions": 1})


def messages(subject: AnnualReport, check_id: str) -> list[str]:
    said = check(subject).of(check_id)
    assert all(finding.message("en") for finding in said)
    return [finding.message("zh") for finding in said]


def test_a_full_report_has_no_findings() -> None:
    """A report that does all it owes is left in peace."""
    assert [f.check for f in check(report(period="2022年1月1日至12月31日", published="2023-03-15"))] == []


def test_the_superseded_form() -> None:
    """G1: the older form for a later year is seen by the years for which it was prescribed."""
    assert messages(report("2019", year=2020, title=None), "G1") == []
    (message,) = messages(report("2019"), "G1")
    assert "2022 年度的报告使用了 2019 年版表式（国办公开办函〔2019〕60号）" in message


def test_period_and_title() -> None:
    """G2: a period or a title of another year means figures of another year."""
    assert (
        "统计期限为 2021-01-01 至 2021-12-31"
        in messages(report(period="自2021年1月1日起至2021年12月31日止"), "G2")[0]
    )
    assert "标题中的年份为 2021，而报告年度为 2022" in messages(report(title="示例区2021年年度报告"), "G2")[0]
    assert messages(report(title="关于政府信息公开情况的报告"), "G2") == []


def test_missing_sections() -> None:
    """G3: a heading that is not printed is missing; one with nothing under it is not."""
    (message,) = messages(report(narrative=attrs.evolve(FULL, problems=None)), "G3")
    assert "“五、存在的主要问题及改进情况”" in message
    assert messages(report(narrative=Narrative()), "G3") == []  # tables alone: nothing is known of the text


EXAMPLE = Path(__file__).parents[2] / "examples" / "example-district-2020.txt"


@pytest.mark.parametrize(
    "order", ["二一三四五六", "一二四三五六", "一三二四六五", "六五四三二一", "一二三四五六"]
)
def test_sections_in_another_order(order: str) -> None:
    """G3: a report with its sections moved about loses none of them, none of its figures, and is told so."""
    text = EXAMPLE.read_text(encoding="utf-8")
    starts = [text.index(f"\n{section.heading[:12]}") for section in SECTIONS]
    parts = {
        section.number: text[start:end].rstrip() + "\n"
        for section, start, end in zip(SECTIONS, starts, [*starts[1:], len(text)], strict=True)
    }
    moved = text[: starts[0]] + "\n".join(parts[number] for number in order) + "\n"
    printed, found = read(text.encode(), format="text"), read(moved.encode(), format="text")
    assert found.report.narrative == printed.report.narrative
    assert tuple(found.report.cells()) == tuple(printed.report.cells())
    said = [finding.message("zh") for finding in check(found).of("G3")]
    wanted = [f"报告的六个部分与规定格式不符：顺序为{'、'.join(order)}。"] if order != "一二三四五六" else []
    assert [message[: message.index("。") + 1] for message in said] == wanted


def test_a_table_of_contents_is_no_other_order() -> None:
    """G3: a heading that is missing from the text is missing, though the table of contents has it."""
    text = EXAMPLE.read_text(encoding="utf-8")
    end = text.index(f"\n{SECTIONS[-1].heading}")
    contents = "目录\n" + "\n".join(section.heading for section in SECTIONS) + "\n\n"
    found = read((contents + text[:end]).encode(), format="text")
    assert [finding.params["what_zh"] for finding in check(found).of("G3")] == [
        "缺少“六、其他需要报告的事项”"
    ]


def test_the_deadline() -> None:
    """G4: 31 January for departments, 31 March for governments; a page date that cannot be read says nothing."""
    assert messages(report(published="2023年4月1日"), "G4") == ["报告公布于 2023-04-01，晚于 2023-03-31。"]
    assert messages(report(published="2023-02-01"), "G4") == []
    assert messages(report(published="2023-02-01", issuer="示例区民政局"), "G4")
    assert messages(report(published="近日"), "G4") == []


@pytest.mark.parametrize(
    ("issuer", "due"),
    [
        ("示例区民政局", "2023-01-31"),
        ("国家税务总局示例县税务局", "2023-01-31"),
        ("示例市公安局示例分局", "2023-01-31"),
        ("示例市人民政府办公室", "2023-03-31"),  # publishes in the government's name
        ("示例经济技术开发区管理委员会", "2023-03-31"),  # may report like a county
        ("示例镇人民政府", "2023-03-31"),
        ("示例街道办事处", "2023-03-31"),
        (None, "2023-03-31"),
    ],
)
def test_whose_deadline(issuer: str | None, due: str) -> None:
    """G4: nobody is called late by a day that may not be theirs."""
    (message,) = messages(report(published="2023-12-01", issuer=issuer), "G4")
    assert message.endswith(f"晚于 {due}。")


def test_an_empty_section_five() -> None:
    """G5: 无 is not what the law asks for under problems and improvements."""
    for said in ((), ("无。",), ("无", "。")):
        (finding,) = check(report(narrative=attrs.evolve(FULL, problems=said))).of("G5")
        assert finding.severity is Severity.warning
        assert "“五、存在的主要问题及改进情况”" in finding.message("zh")


def test_results_of_appraisal() -> None:
    """G6: a government must report appraisal, review and accountability; a department need not."""
    silent = attrs.evolve(FULL, overview=("一年来工作有序开展，社会评议良好。",))
    assert messages(report(narrative=silent), "G6")[0].startswith("正文没有提到考核、责任追究。")
    assert messages(report(narrative=silent, issuer="示例区民政局"), "G6") == []


def test_fees_and_fee_notices() -> None:
    """G7 and G8: section six states the fee, all the more where applicants did not pay it."""
    silent = attrs.evolve(FULL, other_matters=("无。",))
    assert messages(report(narrative=silent), "G7")
    unpaid = report(narrative=silent).replace({"applications.results.other_handling.unpaid.total": 2})
    assert "填了 2 件" in messages(unpaid, "G8")[0]
    assert messages(report().replace({"applications.results.other_handling.unpaid.total": 2}), "G8") == []


def test_nothing_but_zeros() -> None:
    """G9: valid for a small body, odd for a government's own report."""
    zeros = nil_report("2021", year=2022, issuer="示例镇人民政府")
    assert [f.severity for f in check(zeros).of("G9")] == [Severity.info]
    assert [f.severity for f in check(attrs.evolve(zeros, issuer="示例市人民政府")).of("G9")] == [
        Severity.warning
    ]


def test_a_report_without_tables_is_checked_as_a_document() -> None:
    """A pre-2019 report has no cells to verify, and the verdict says that nothing was."""
    plain = AnnualReport(year=2017, narrative=attrs.evolve(FULL, problems=None))
    findings = check(plain, previous=plain, parts=[plain])
    assert {f.check for f in findings} == {"G3", "Y3"}
    assert (findings.answered, findings.unanswered) == (0, ())
    assert "未读到表格" in findings.summary("zh")
    assert "nothing to verify" in findings.summary("en")
