"""What a report owes as a document: form, period, sections, date, and what it must mention."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from gov_disclosure.checks.bodies import due_like, is_government, is_township
from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.looked_at import totals
from gov_disclosure.checks.structure import TOTAL
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.reading.notices import Severity

if TYPE_CHECKING:
    from gov_disclosure.language.dates import Period

__all__ = ["DUTY"]

_FEES = ("信息处理费", "收费", "收取", "费用", "缴费")
_HELD_TO_ACCOUNT = ("责任追究", "追究责任", "追责", "问责")
_MARKS = " \t\n　。．.；;，,、：:！!（）()“”\"'"


def _superseded(case: Case, check: Check) -> Iterator[Breach]:
    form, year = case.report.form, case.report.year
    if form is None or year is None:
        return
    first, last = form.years
    if year < first or (last is not None and year > last):
        yield Breach(params={"form": form.citation, "edition": str(form), "year": year})


def _period(case: Case, check: Check) -> Iterator[Breach]:
    year, title = case.report.year, case.report.title
    period = _period_told(case.report.period) if case.report.period else None
    if period is not None and period.start is not None and period.end is not None:
        covered = year if year is not None else period.start.year
        if (period.start, period.end) != (datetime.date(covered, 1, 1), datetime.date(covered, 12, 31)):
            yield Breach(
                operands=(case.operand("period"),),
                params={
                    "what_zh": f"统计期限为 {period.start} 至 {period.end}，不是 {covered} 年全年",
                    "what_en": f"the period is {period.start} to {period.end}, not the whole of {covered}",
                },
            )
    if year is None or not title or _plainly_names(title, year):
        return
    from gov_disclosure.language.dates import report_years

    years = sorted({found.value for found in report_years(title)})
    if years and year not in years:
        named = "、".join(map(str, years))
        yield Breach(
            operands=(case.operand("title"),),
            params={
                "what_zh": f"标题中的年份为 {named}，而报告年度为 {year}",
                "what_en": f"the title names {', '.join(map(str, years))}, but the report is on {year}",
            },
        )


def _plainly_names(title: str, year: int) -> bool:
    """Whether a look is enough to see that a title names the year, as nearly all do."""
    before, year_mark, _ = title.partition(f"{year}年")
    return bool(year_mark) and not before[-1:].isdecimal() and 1900 <= year < 2100


@lru_cache(maxsize=64)
def _period_told(printed: str) -> "Period | None":
    from gov_disclosure.language.dates import read_period

    return read_period(printed)


def _sections(case: Case, check: Check) -> Iterator[Breach]:
    sections = case.sections
    if None in sections and any(section is not None for section in sections):
        missing = [section for section, text in zip(SECTIONS, sections, strict=True) if text is None]
        yield Breach(
            params={
                "what_zh": "缺少" + "、".join(f"“{section.heading}”" for section in missing),
                "what_en": "there is no "
                + ", ".join(f"“{section.heading}” ({section.english})" for section in missing),
            }
        )
    for notice in case.reading.notices if case.reading is not None else ():
        if notice.code == "sections-reordered":
            order = notice.params["order"]
            yield Breach(
                params={"what_zh": f"顺序为{order}", "what_en": f"they stand in the order {order}"},
            )


def _late(case: Case, check: Check) -> Iterator[Breach]:
    year, printed = case.report.year, case.report.published
    if year is None or not printed:
        return
    from gov_disclosure.language.dates import read_date

    published = read_date(printed)
    if published is None:
        return
    due = _day(check.threshold(case, due_like(case)), year + 1)
    if published > due:
        yield Breach(params={"published": published.isoformat(), "due": due.isoformat()})


def _day(month_and_day: str, year: int) -> datetime.date:
    return datetime.date.fromisoformat(f"{year}-{month_and_day}")


def _nothing_in_five(case: Case, check: Check) -> Iterator[Breach]:
    problems = case.report.narrative.problems
    if problems is None:
        return
    least = check.threshold(case, "characters_at_least")
    said = "".join(islice((character for character in "".join(problems) if character not in _MARKS), least))
    if len(said) < least:
        section = next(section for section in SECTIONS if section.name == "problems")
        yield Breach(
            params={
                "heading": section.heading,
                "english": section.english,
                "said_zh": f"只有“{said}”" if said else "没有内容",
                "said_en": f"only “{said}”" if said else "nothing",
            }
        )


def _results_of_appraisal(case: Case, check: Check) -> Iterator[Breach]:
    text = case.text()
    if not text:
        return
    missing = [name for name in ("考核", "评议") if name not in text]
    if not any(map(text.__contains__, _HELD_TO_ACCOUNT)):
        missing.append(_HELD_TO_ACCOUNT[0])
    if missing and is_government(case):
        yield Breach(params={"missing": "、".join(missing)})


def _fees_unsaid(case: Case, check: Check) -> Iterator[Breach]:
    year, narrative = case.report.year, case.report.narrative
    if year is None or year < check.threshold(case, "from_year") or narrative.other_matters is None:
        return
    text = case.text("overview", "other_matters")
    if not any(word in text for word in _FEES):
        yield Breach(params={"year": year})


def _unpaid_without_notice(case: Case, check: Check) -> Iterator[Breach]:
    if case.layout is None or case.report.narrative.other_matters is None:
        return
    path = case.layout.path_of("unpaid", TOTAL)
    unpaid = case.value(path) if path is not None else None
    if path is None or not unpaid:
        return
    text = case.text("overview", "applications", "other_matters")
    if any(word in text for word in _FEES) or any(
        one.kind in ("fee", "fee-notices") for one in case.statements
    ):
        return
    yield Breach(
        operands=(case.operand(path),),
        actual=unpaid,
        params={
            "where_zh": case.field(path).label("zh"),
            "where_en": case.field(path).label("en"),
            "actual": number(unpaid),
        },
    )


def _all_nothing(case: Case, check: Check) -> Iterator[Breach]:
    if not any(case.printed) or any(case.values):
        return
    zeros = sum(value is not None for value in case.values)
    regional = is_government(case) is True and not is_township(case)
    told = any(one.value and one.paths and one.year == "this" and one.unit != "%" for one in case.statements)
    yield Breach(
        params={"zeros": zeros, "blanks": len(case.values) - zeros},
        severity=Severity.warning if regional or told else None,
    )


def _phrases(case: Case, check: Check) -> Iterator[Breach]:
    if not case.settings.phrases:
        return
    text = case.text()
    missing = [phrase for phrase in case.settings.phrases if phrase not in text]
    if text and missing:
        yield Breach(params={"missing": "、".join(f"“{phrase}”" for phrase in missing)})


G1 = Check(
    id="G1",
    scope="report",
    severity=Severity.warning,
    formula="the edition of the form was prescribed for the year",
    formula_zh="所用表式适用于报告年度",
    citation="{form}",
    rule=_superseded,
    wording=Wording(
        name_zh="使用现行表式",
        name_en="the form in force",
        zh="{year} 年度的报告使用了 {edition} 年版表式（{form}），该表式不适用于这一年度。",
        en="The report on {year} uses the form of {edition} ({form}), which was not prescribed for that "
        "year.",
        do_zh="请改用适用的表式。",
        do_en="Use the form prescribed for the year.",
    ),
)

G2 = Check(
    id="G2",
    scope="report",
    severity=Severity.warning,
    formula="period = 1 January to 31 December of the year; the title names the year",
    formula_zh="统计期限为报告年度 1 月 1 日至 12 月 31 日；标题年份与报告年度一致",
    citation="《政府信息公开条例》第四十九条",
    rule=_period,
    wording=Wording(
        name_zh="统计期限与年度",
        name_en="period and year",
        zh="年份不一致：{what_zh}。",
        en="The year is unclear: {what_en}.",
        do_zh="请核对年份和统计期限。",
        do_en="Check the year and the period.",
    ),
)

G3 = Check(
    id="G3",
    scope="report",
    severity=Severity.warning,
    formula="all six sections are printed, in order",
    formula_zh="六个部分齐全，且按顺序",
    citation="{form}",
    rule=_sections,
    wording=Wording(
        name_zh="六个部分齐全、有序",
        name_en="six sections in order",
        zh="报告的六个部分与规定格式不符：{what_zh}。",
        en="The six sections are not as prescribed: {what_en}.",
        do_zh="请按规定的部分和顺序编写；没有内容的写“无”。",
        do_en="Keep the six sections in their order; where there is nothing to say, say so.",
    ),
)

G4 = Check(
    id="G4",
    scope="report",
    severity=Severity.info,
    formula="published ≤ 31 January (departments), 31 March (governments) of the next year",
    formula_zh="公布日期不晚于次年 1 月 31 日（部门）、3 月 31 日（政府）",
    citation="《政府信息公开条例》第四十九条",
    rule=_late,
    thresholds={"departments": "01-31", "governments": "03-31", "townships": "03-31"},
    wording=Wording(
        name_zh="按时公布",
        name_en="published in time",
        zh="报告公布于 {published}，晚于 {due}。",
        en="Published on {published}, later than {due}.",
    ),
)

G5 = Check(
    id="G5",
    scope="report",
    severity=Severity.warning,
    formula="section five says something",
    formula_zh="第五部分有内容",
    citation="《政府信息公开条例》第五十条第四项",
    rule=_nothing_in_five,
    thresholds={"characters_at_least": 10},
    wording=Wording(
        name_zh="问题与改进有内容",
        name_en="problems and improvements",
        zh="“{heading}”部分{said_zh}。",
        en="“{heading}” ({english}) says {said_en}.",
        do_zh="请写明主要问题和改进情况。",
        do_en="State the main problems and what was improved.",
    ),
)

G6 = Check(
    id="G6",
    scope="report",
    severity=Severity.info,
    formula="a people's government mentions 考核, 评议 and 责任追究",
    formula_zh="人民政府的报告提到考核、评议和责任追究",
    citation="《政府信息公开条例》第五十条第四项",
    rule=_results_of_appraisal,
    wording=Wording(
        name_zh="考核、评议和责任追究结果",
        name_en="appraisal, public review and accountability",
        zh="正文没有提到{missing}。",
        en="The text does not mention {missing}.",
        do_zh="人民政府的报告应当包括工作考核、社会评议和责任追究结果情况。",
        do_en="A government's report must give the results of appraisal, public review and accountability.",
    ),
)

G7 = Check(
    id="G7",
    scope="text",
    severity=Severity.info,
    formula="year ≥ 2021 ⇒ section six (or one) states the information-handling fee",
    formula_zh="2021 年度起，第六部分（或第一部分）说明信息处理费情况",
    citation="国办函〔2020〕109号",
    rule=_fees_unsaid,
    thresholds={"from_year": 2021},
    wording=Wording(
        name_zh="信息处理费情况",
        name_en="information-handling fee",
        zh="第六部分没有说明收取信息处理费的情况。",
        en="Section six does not say whether information-handling fees were charged.",
        do_zh="通常写明收取情况，没有收取的也予说明。",
        do_en="It is customary to state it, even where none were.",
    ),
)

G8 = Check(
    id="G8",
    scope="text",
    severity=Severity.warning,
    formula="other_handling.unpaid.total > 0 ⇒ section six mentions fee notices",
    formula_zh="“逾期未缴费”> 0 时，第六部分说明收费通知",
    citation="国办函〔2020〕109号",
    rule=_unpaid_without_notice,
    cells=totals("unpaid"),
    wording=Wording(
        name_zh="收费通知",
        name_en="fee notices",
        zh="“{where_zh}”填了 {actual} 件，正文却没有提到收费。",
        en="“{where_zh}” ({where_en}) says {actual}, but the text mentions no fees.",
        do_zh="请核对，并在第六部分说明收费通知情况。",
        do_en="Check the figure, and state the fee notices in section six.",
    ),
)

G9 = Check(
    id="G9",
    scope="report",
    severity=Severity.info,
    formula="some figure is not 0",
    formula_zh="表中有非零的数",
    citation="{form}",
    rule=_all_nothing,
    wording=Wording(
        name_zh="数据不全为零",
        name_en="some figure is not 0",
        zh="表中没有一个非零的数（{zeros} 格为 0，{blanks} 格空白）。",
        en="There is no figure but 0 in the tables ({zeros} cells hold 0, {blanks} are blank).",
        do_zh="请确认全年确无数据。",
        do_en="Make sure that there was nothing in the year.",
    ),
)

G10 = Check(
    id="G10",
    scope="text",
    severity=Severity.warning,
    formula="the text has the phrases that the profile asks for",
    formula_zh="正文含有配置要求的用语",
    citation="",
    rule=_phrases,
    wording=Wording(
        name_zh="规定用语",
        name_en="required phrases",
        zh="正文缺少规定的内容：{missing}。",
        en="The text lacks {missing}, which the profile asks for.",
        do_zh="请补充。",
        do_en="Add what is missing.",
    ),
)

#: In the order in which their findings are told.
DUTY: tuple[Check, ...] = (G1, G2, G3, G4, G5, G6, G7, G8, G9, G10)
