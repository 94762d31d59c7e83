"""Text left standing from last year or from the official format."""

from typing import Any

from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport, Narrative
from planted_faults import nil_report

LONG = (
    "一年来，本区围绕中心工作，持续完善公开平台，组织业务培训，规范办理流程，主动接受监督，取得了新的进展。"
)
OTHER = (
    "本年度新建了公开专栏，把惠民政策集中公布，并在政务服务大厅设立了查阅点，方便群众就近查询办理各类事项。"
)


def report(year: int, *paragraphs: str, **more: Any) -> AnnualReport:
    return nil_report("2021", year=year, narrative=Narrative(overview=paragraphs), **more)


def found(subject: AnnualReport, check_id: str, previous: AnnualReport | None = None) -> list[str]:
    said = check(subject, previous=previous).of(check_id)
    assert all(finding.message("en") for finding in said)
    return [finding.message("zh") for finding in said]


def test_paragraphs_unchanged_from_last_year() -> None:
    """New figures in last year's sentences are still last year's sentences."""
    before = report(2022, LONG + "全年培训3次。", OTHER)
    assert found(report(2023, OTHER[::-1]), "Y6", before) == []
    (finding,) = check(report(2023, LONG + "全年培训5次。"), previous=before).of("Y6")
    assert finding.severity is Severity.warning
    assert "1 个较长段落中有 1 个" in finding.message("zh")
    (one_of_many,) = check(report(2023, OTHER, OTHER[::-1], LONG[::-1]), previous=before).of("Y6")
    assert one_of_many.severity is Severity.info
    assert found(report(2023, "无。"), "Y6", report(2022, "无。")) == []


def test_a_year_left_standing() -> None:
    """A sentence that opens with last year is last year's; one that compares is not."""
    stale = "（三）政府信息管理情况。2022年，共制定规范性文件0件。"
    assert "1 段以其他年份开头，如“2022年，共制定规范性文件0件”" in found(report(2023, stale), "G11")[0]
    (several,) = found(report(2023, stale, "2022年，我局建立公开目录。", "2022年，召开会议两次。"), "G11")
    assert "3 段" in several  # one finding, however much was copied
    for fine in (
        "2023年，共制定规范性文件0件，2022年为2件。",
        "2022年申请数量为31件，较上年下降。",
        "2022年印发的办法继续有效。",
        "下一步，2024年将加强培训。",
        "共制定规范性文件0件。",
    ):
        assert found(report(2023, fine), "G11") == []


def test_words_of_the_format_left_in() -> None:
    """The format's own instructions and placeholders are not the body's report."""
    assert "该部分以表格形式报告" in found(report(2023, "该部分以表格形式报告。表格如下："), "G12")[0]
    assert found(report(2023, "20XX年，我镇认真落实条例。"), "G12")
    assert found(report(2023, LONG), "G12") == []
