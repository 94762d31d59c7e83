"""This year's report against last year's: files carried over, copies and jumps."""

from collections.abc import Iterator
from decimal import Decimal

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, column_label, plus
from gov_disclosure.checks.looked_at import totals_or_all
from gov_disclosure.checks.structure import TOTAL, split_total
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.notices import Severity

__all__ = ["YEARS"]


def _carried(form: Form, *, totals: bool) -> tuple[Identity, ...]:
    rows = [row for row in form.rows if row.name == "carried_over"]
    return tuple(
        Identity(
            left=plus(f"{row.path.removesuffix(row.name)}carried_forward.{field.name}", back=1),
            relation="=",
            right=plus(field.path),
            label_zh=column_label(row, field, "zh"),
            label_en=column_label(row, field, "en"),
        )
        for row in rows
        for field in row.fields
        if (field.name == TOTAL) is totals
    )


def _copied(case: Case, check: Check) -> Iterator[Breach]:
    earlier = case.back(1)
    if case.layout is None or earlier is None or earlier.layout is None:
        return
    common = [path for path in case.layout.index if path in earlier.layout.index]
    now, before = [case.value(path) for path in common], [earlier.value(path) for path in common]
    different_forms = case.layout is not earlier.layout
    if now != before or sum(bool(value) for value in now) < check.threshold(case, "figures_at_least"):
        return
    if different_forms and not any(now):
        return
    filled = [path for path, value in zip(common, now, strict=True) if value]
    yield Breach(
        operands=case.operands(filled),
        params={"count": len(filled), "year": earlier.report.year or ""},
    )


def _jump(case: Case, check: Check) -> Iterator[Breach]:
    earlier = case.back(1)
    if case.layout is None or earlier is None or earlier.layout is None:
        return
    least, factor = check.threshold(case, "at_least"), Decimal(str(check.threshold(case, "factor")))
    for row in case.layout.rows:
        parts, total = split_total(row)
        for field in parts if total is None else (total,):
            now, before = case.value(field.path), earlier.value(field.path)
            if now is None or before is None or now < least or before < least:
                continue
            if field.type == "decimal" and not before / 100 <= now <= before * 100:
                continue  # an amount that far off is a matter of its unit (C5)
            if now > factor * before or before > factor * now:
                yield Breach(
                    operands=(earlier.operand(field.path), case.operand(field.path)),
                    expected=before,
                    actual=now,
                    params={
                        "where_zh": field.label("zh"),
                        "where_en": field.label("en"),
                        "before": number(before),
                        "actual": number(now),
                    },
                )


def _not_last_year(case: Case, check: Check) -> Iterator[Breach]:
    if case.skipped_year is not None:
        yield Breach(params={"given": case.skipped_year, "year": case.report.year or ""})


_FILES = "{form}，表三“上年结转”“结转下年度”两行"

Y1 = Check(
    id="Y1",
    scope="year",
    severity=Severity.error,
    formula="carried_over(t).total = carried_forward(t-1).total",
    formula_zh="上年结转总计 = 上年报告的结转下年度总计",
    citation=_FILES,
    identities=lambda form: _carried(form, totals=True),
    tie_out=True,
    years_back=1,
    wording=Wording(
        name_zh="结转数与上年衔接",
        name_en="carried-over total agrees with last year",
        zh="上年报告的“结转下年度”{where_zh}为 {expected} 件，本年报告的“上年结转”{where_zh}填的是 "
        "{actual} 件，相差 {gap} 件。",
        en="Last year's report carries {expected} applications forward, but this report takes over "
        "{actual}: a difference of {gap}.",
        do_zh="两者应当相等，请核对；如因机构合并等原因不一致，请在报告中说明。",
        do_en="They should be equal: check both; where organs were merged, say so in the report.",
        hint_zh="常见原因：漏填上年结转，或机构合并、职能划转。",
        hint_en="Usually the carried-over figure was forgotten, or organs were merged.",
    ),
)

Y2 = Check(
    id="Y2",
    scope="year",
    severity=Severity.warning,
    formula="carried_over(t).a = carried_forward(t-1).a  (each applicant a)",
    formula_zh="上年结转 = 上年报告的结转下年度（各类申请人）",
    citation=_FILES,
    identities=lambda form: _carried(form, totals=False),
    tie_out=True,
    years_back=1,
    wording=Wording(
        name_zh="各类申请人结转数与上年衔接",
        name_en="carried-over applicants agree with last year",
        zh="“{where_zh}”一列：上年报告结转下年度 {expected} 件，本年报告上年结转填的是 {actual} 件。",
        en="Column “{where_zh}” ({where_en}): last year's report carries {expected} forward, this report "
        "takes over {actual}.",
        do_zh="请核对；申请人类别重新划分的除外。",
        do_en="Check both, unless the applicants were classified anew.",
    ),
)

Y3 = Check(
    id="Y3",
    scope="year",
    severity=Severity.info,
    formula="year(previous) = year - 1, else nothing is compared",
    formula_zh="所提供的上年报告确为上一年度，否则不作比较",
    citation="{form}",
    rule=_not_last_year,
    wording=Wording(
        name_zh="上年报告",
        name_en="last year's report",
        zh="作为上年报告提供的是 {given} 年的报告，而本报告为 {year} 年，没有进行年度对比。",
        en="The report given as last year's is of {given}, this one of {year}: nothing was compared.",
        do_zh="请提供上一年度的报告。",
        do_en="Give the report of the year before.",
    ),
)

Y4 = Check(
    id="Y4",
    scope="year",
    severity=Severity.warning,
    formula="the figures of t ≠ the figures of t-1  (unless nearly all are 0)",
    formula_zh="本年数据与上年不完全相同（几乎全为 0 的除外）",
    citation="{form}",
    rule=_copied,
    years_back=1,
    thresholds={"figures_at_least": 3},
    wording=Wording(
        name_zh="未照搬上年数据",
        name_en="not last year's figures",
        zh="全部数据（{count} 个非零数）与 {year} 年报告完全相同。",
        en="All figures ({count} of them not 0) are the same as in the report for {year}.",
        do_zh="请确认不是照搬上年报告。",
        do_en="Make sure that last year's report was not copied.",
    ),
)

Y5 = Check(
    id="Y5",
    scope="year",
    severity=Severity.info,
    formula="x(t-1) / 5 ≤ x(t) ≤ 5 × x(t-1)  (where both are at least 20)",
    formula_zh="与上年相比不超过五倍、不低于五分之一（两年都不少于 20 时）",
    citation="{form}",
    rule=_jump,
    cells=totals_or_all,
    years_back=1,
    thresholds={"at_least": 20, "factor": 5},
    wording=Wording(
        name_zh="与上年相比的变化",
        name_en="change from last year",
        zh="“{where_zh}”由上年的 {before} 变为 {actual}，变化很大。",
        en="“{where_zh}” ({where_en}) went from {before} last year to {actual}.",
        do_zh="请确认统计范围和单位没有变化。",
        do_en="Make sure that scope and unit are the same.",
    ),
)

#: In the order in which findings on the same cell are told.
YEARS: tuple[Check, ...] = (Y1, Y2, Y3, Y4, Y5)
