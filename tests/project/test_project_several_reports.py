"""Documents that hold several reports, and notices from elsewhere."""

import io

import attrs
import pytest

import gov_disclosure
from gov_disclosure import AnnualReport, Narrative, SeveralReports
from gov_disclosure.model import InvalidReport
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.reading.notices import NOTICES, notice

LANGS: tuple[Lang, ...] = ("en", "zh")


def _volume(*particulars: tuple[str, int, int]) -> bytes:
    """One document with a report for each issuer, year and number of applications."""
    content = b""
    for issuer, year, received in particulars:
        report = AnnualReport.blank(
            "2021", year=year, issuer=issuer, title=f"{issuer}{year}年政府信息公开工作年度报告"
        ).replace({"applications.received.total": received})
        text = Narrative(**{section.name: ("一句话。",) for section in SECTIONS})
        target = io.BytesIO()
        gov_disclosure.write(attrs.evolve(report, narrative=text), target, format="text")
        content += target.getvalue() + b"\n"
    return content


def test_two_bodies_with_the_same_figures_are_two_reports() -> None:
    """Two towns that received nothing have the same tables; the second must not vanish without a word."""
    reading = gov_disclosure.read(_volume(("示例镇人民政府", 2022, 0), ("范例镇人民政府", 2022, 0)))
    (said,) = [one for one in reading.notices if one.code == "several-agree"]
    assert reading.report.issuer == "示例镇人民政府"
    assert "范例镇人民政府2022年" in said.message("zh")
    assert said.severity == "warning"


def test_a_report_printed_twice_is_one_report() -> None:
    """Pages often repeat the report as an attachment, which needs no remark."""
    reading = gov_disclosure.read(_volume(("示例镇人民政府", 2022, 3), ("示例镇人民政府", 2022, 3)))
    assert "several-agree" not in {one.code for one in reading.notices}


def test_the_error_says_what_to_do_on_the_command_line_and_in_python() -> None:
    """A clerk cannot call a function, and a program has no command line."""
    with pytest.raises(SeveralReports) as caught:
        gov_disclosure.read(_volume(("示例镇人民政府", 2022, 3), ("示例镇人民政府", 2023, 4)))
    for lang in LANGS:
        said = caught.value.message(lang)
        assert "--report all" in said
        assert "read_all()" in said


@pytest.mark.parametrize("code", NOTICES)
def test_a_notice_without_its_parameters_still_speaks(code: str) -> None:
    """A notice that another version wrote must not bring down the program that shows it."""
    bare = notice(code)
    assert bare.message("en")
    assert bare.message("zh")


def test_what_is_refused_is_told_in_chinese_without_english_words() -> None:
    """A sentence half in English leaves the person who has to act on it guessing."""
    with pytest.raises(InvalidReport) as caught:
        AnnualReport(year="2022", title=3, preamble=["x"])  # type: ignore[arg-type]
    said = caught.value.message("zh")
    assert "an int" not in said
    assert "a str" not in said
    assert "a tuple of" not in said
    assert "整数" in said
