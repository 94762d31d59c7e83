"""What is printed of a report and of a reading, whatever the format."""

import io
from collections.abc import Mapping

import attrs
import pytest

import gov_disclosure
from gov_disclosure import AnnualReport, Evidence, Narrative, Reading, Unplaced
from gov_disclosure.reading import FrozenMapping
from gov_disclosure.writers.official import Grid, Official, Paragraph, Particular, Signature, official

RECEIVED = "applications.received.total"


def _texts(form: Official) -> list[str]:
    return [
        part.line if isinstance(part, Particular) else part.text
        for part in form.parts
        if not isinstance(part, Grid)
    ]


def _cells(form: Official) -> Mapping[str, str]:
    return {
        cell.drawn.path: cell.text
        for part in form.parts
        if isinstance(part, Grid)
        for cell in part.cells
        if cell.drawn.path is not None
    }


def test_only_what_the_title_and_text_do_not_say_is_printed_besides() -> None:
    """An issuer or period printed twice would look like a mistake in the official form."""
    report = AnnualReport(
        year=2022,
        issuer="示例区人民政府",
        title="示例区人民政府2022年政府信息公开工作年度报告",
        period="2022年1月1日至2022年12月31日",
        published="2023年1月20日",
        document_number="示政公开〔2023〕5号",
        signed="2023年1月18日",
        preamble=("统计期限为2022年1月1日至2022年12月31日。",),
    )
    assert _texts(official(report)) == [
        "示例区人民政府2022年政府信息公开工作年度报告",
        "示政公开〔2023〕5号",
        "发布日期：2023年1月20日",
        "统计期限为2022年1月1日至2022年12月31日。",
        "2023年1月18日",
    ]
    bare = attrs.evolve(report, title=None, preamble=())
    assert "发布机构：示例区人民政府" in _texts(official(bare))
    assert "统计期限：2022年1月1日至2022年12月31日" in _texts(official(bare))
    assert isinstance(official(report).parts[-1], Signature)


def test_what_is_none_is_not_printed_and_what_is_blank_is_empty() -> None:
    """A heading, row or table that the report lacks must not appear as if it were there and empty."""
    report = gov_disclosure.AnnualReport2021(
        narrative=Narrative(overview=(), problems=("无。",)),
        challenges=gov_disclosure.AnnualReport2021.blank("2021").challenges,  # type: ignore[attr-defined]
    )
    form = official(report)
    assert _texts(form) == ["一、总体情况", "五、存在的主要问题及改进情况", "无。"]
    assert set(_cells(form).values()) == {""}
    assert len(_cells(form)) == 15


def test_a_reading_prints_the_marks_as_they_stood() -> None:
    """A body that prints a dash for “none” has not printed nothing; evidence is what a copy is made for."""
    report = AnnualReport.blank("2021", year=2022)
    kinds = {"natural_person": "dash", "business": "slash", "research": "text", "public_interest": "blank"}
    marks = {"natural_person": "—", "business": "/", "research": "无", "public_interest": ""}
    evidence = {
        f"applications.received.{name}": Evidence(kind=kind, raw=marks[name])  # type: ignore[arg-type]
        for name, kind in kinds.items()
    }
    form = official(Reading(report=report, evidence=FrozenMapping(evidence)))
    assert {name: _cells(form)[f"applications.received.{name}"] for name in kinds} == marks
    assert _cells(official(report))["applications.received.business"] == ""
    target = io.BytesIO()
    gov_disclosure.write(Reading(report=report, evidence=FrozenMapping(evidence)), target, format="html")
    again = gov_disclosure.read(target.getvalue()).evidence
    assert {name: again[f"applications.received.{name}"].kind for name in kinds} == kinds


def test_what_a_form_cannot_hold_of_a_reading_is_said() -> None:
    """Doubts and figures without a place vanish in an official form; whoever writes it has to know."""
    report = AnnualReport.blank("2021", year=2022).replace({RECEIVED: 12})
    reading = Reading(
        report=report,
        evidence=FrozenMapping(
            {
                RECEIVED: Evidence(raw="1 2", doubt=True),
                "applications.carried_over.total": Evidence(raw="l8", kind="unread", doubt=True),
            }
        ),
        unplaced=(Unplaced(labels=("行政确认",), raw="7"),),
    )
    notices = official(reading).notices
    assert [(notice.code, notice.paths) for notice in notices] == [
        ("unread-not-written", ("applications.carried_over.total",)),
        ("doubt-not-written", (RECEIVED,)),
        ("unplaced-not-written", ()),
    ]
    assert "“7”" in notices[2].message("zh")
    assert _cells(official(reading))["applications.carried_over.total"] == ""


def test_an_amount_carries_its_unit_where_no_head_names_it() -> None:
    """An amount of procurement is printed in 元 by some bodies and in 万元 by others."""
    report = AnnualReport.blank("2019").replace({"proactive.procurement.amount": 251000})
    assert _cells(official(report))["proactive.procurement.amount"] == "251000元"
    other = AnnualReport.blank("2021").replace({"proactive.administrative_fees.amount": 3})
    assert _cells(official(other))["proactive.administrative_fees.amount"] == "3"


@pytest.mark.parametrize("text", ["一\n\n二", "一\r\n二", "一\u2028二"])
def test_lines_of_a_paragraph_become_paragraphs(text: str) -> None:
    """No format but HTML knows a line inside a paragraph; none of the lines may be lost."""
    form = official(AnnualReport(preamble=(text,)))
    assert [part for part in form.parts if isinstance(part, Paragraph)] == [Paragraph("一"), Paragraph("二")]
