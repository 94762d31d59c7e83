"""This year's report against last year's: files carried over, stocks, copies and jumps."""

from collections.abc import Iterator
from decimal import Decimal

from gov_disclosure.checks.bodies import is_township
from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, Term, column_label, plus, row_label
from gov_disclosure.checks.structure import TOTAL, path_of, rows_with, split_total, total_row
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.forms import Form, FormRow
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


def _stock(form: Form, relation: str) -> tuple[Identity, ...]:
    found = []
    for row, cells in rows_with(form, "issued", "repealed", "in_force"):
        before = Term(path=cells["in_force"].path, back=1)
        issued, repealed = Term(path=cells["issued"].path), Term(path=cells["repealed"].path)
        gone = Term(path=repealed.path, factor=-1)
        labels = {"label_zh": row_label(row, "zh"), "label_en": row_label(row, "en")}
        if relation == "=":
            stated = Term(path=cells["in_force"].path)
            found.append(Identity(left=(before, issued, gone), relation="=", right=(stated,), **labels))
        else:
            found.append(Identity(left=(before, issued), relation=">=", right=(repealed,), **labels))
    return tuple(found)


def _items(form: Form) -> tuple[Identity, ...]:
    return tuple(
        Identity(
            left=plus(cells["items_previous_year"].path, cells["change"].path, back=1),
            relation="=",
            right=plus(cells["items_previous_year"].path),
            label_zh=row_label(row, "zh"),
            label_en=row_label(row, "en"),
        )
        for row, cells in rows_with(form, "items_previous_year", "change")
    )


def _challenge_rows(form: Form) -> Iterator[FormRow]:
    return (row for row in form.rows if row.across)


def _suits(form: Form) -> tuple[Identity, ...]:
    after, before = path_of(form, "after_reconsideration", TOTAL), path_of(form, "reconsideration", TOTAL)
    if after is None or before is None:
        return ()
    row = next(row for row in form.rows if after.startswith(row.path + "."))
    return (
        Identity(
            left=tuple(Term(path=before, back=years) for years in (0, 1, 2)),
            relation=">=",
            right=plus(after),
            label_zh=row_label(row, "zh"),
            label_en=row_label(row, "en"),
        ),
    )


def _pending(form: Form) -> tuple[Identity, ...]:
    return tuple(
        Identity(
            left=plus(f"{row.path}.pending", back=1),
            relation="<=",
            right=plus(f"{row.path}.{TOTAL}"),
            label_zh=row_label(row, "zh"),
            label_en=row_label(row, "en"),
        )
        for row in _challenge_rows(form)
    )


def _concluded_in_two_years(case: Case) -> tuple[str, int | Decimal, int | Decimal] | None:
    earlier = case.back(1)
    if case.layout is None or earlier is None or earlier.layout is None:
        return None
    row, row_before = total_row(case.layout.form), total_row(earlier.layout.form)
    if row is None or row_before is None or row.path != row_before.path:
        return None
    path = f"{row.path}.{TOTAL}"
    now, before = case.value(path), earlier.value(path)
    return None if now is None or before is None else (path, now, before)


def _more_disputes_than_decisions(case: Case, check: Check) -> Iterator[Breach]:
    concluded = _concluded_in_two_years(case)
    earlier = case.back(1)
    if concluded is None or case.layout is None or earlier is None:
        return
    path, now, before = concluded
    wanted = [case.layout.path_of(name, TOTAL) for name in ("reconsideration", "direct")]
    paths = [found for found in wanted if found is not None]
    values = [case.value(found) for found in paths]
    known = [value for value in values if value is not None]
    if len(known) < 2 or not 0 < now + before < sum(known):
        return
    yield Breach(
        operands=(*case.operands((*paths, path)), earlier.operand(path)),
        expected=now + before,
        actual=sum(known),
        params={"disputes": number(sum(known)), "concluded": number(now + before)},
    )


def _disputes_without_decisions(case: Case, check: Check) -> Iterator[Breach]:
    concluded = _concluded_in_two_years(case)
    earlier = case.back(1)
    if concluded is None or case.layout is None or earlier is None or concluded[1] or concluded[2]:
        return
    path = concluded[0]
    for row in _challenge_rows(case.layout.form):
        total = f"{row.path}.{TOTAL}"
        cases = case.value(total)
        if cases:
            yield Breach(
                operands=(*case.operands((total, path)), earlier.operand(path)),
                actual=cases,
                params={
                    "where_zh": row_label(row, "zh"),
                    "where_en": row_label(row, "en"),
                    "actual": number(cases),
                },
            )


def _cumulative(case: Case, check: Check) -> Iterator[Breach]:
    earlier = case.back(1)
    if case.layout is None or earlier is None:
        return
    for row, cells in case.layout.rows_with("disclosed", "total_disclosed"):
        path = cells["total_disclosed"].path
        before, now, new = earlier.value(path), case.value(path), case.value(cells["disclosed"].path)
        if before is None or now is None or new is None or now == before + new:
            continue
        yield Breach(
            operands=(earlier.operand(path), *case.operands((cells["disclosed"].path, path))),
            expected=before + new,
            actual=now,
            params={
                "where_zh": row_label(row, "zh"),
                "where_en": row_label(row, "en"),
                "before": number(before),
                "new": number(new),
                "actual": number(now),
                "expected": number(before + new),
                "how_zh": "反而比上年少" if now < before else "与上年数加本年数不一致",
                "how_en": "less than last year" if now < before else "not last year's plus this year's",
            },
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


def _wrong_unit(case: Case, check: Check) -> Iterator[Breach]:
    layout, earlier = case.layout, case.back(1)
    if layout is None:
        return
    factor = Decimal(str(check.threshold(case, "factor")))
    for field in layout.fields:
        if field.type != "decimal":
            continue
        now = case.value(field.path)
        if not now or now < 0:
            continue
        same = earlier is not None and earlier.layout is not None and field.path in earlier.layout.index
        before = earlier.value(field.path) if earlier is not None and same else None
        params = {
            "where_zh": field.label("zh"),
            "where_en": field.label("en"),
            "actual": number(now),
            "unit": field.unit,
        }
        if earlier is not None and before and before > 0 and not before / factor <= now <= before * factor:
            many = "大" if now > before else "小"
            yield Breach(
                operands=(earlier.operand(field.path), case.operand(field.path)),
                expected=before,
                actual=now,
                params=params
                | {
                    "why_zh": f"与上年的 {number(before)} {field.unit}相比{many}了百倍以上",
                    "why_en": f"more than a hundred times {'more' if now > before else 'less'} than last "
                    "year's "
                    f"{number(before)} {field.unit}",
                },
            )
        elif field.unit == "万元" and is_township(case) and now >= check.threshold(case, "township_at_most"):
            yield Breach(
                operands=(case.operand(field.path),),
                actual=now,
                params=params | {"why_zh": "对乡镇、街道来说过大", "why_en": "very much for a township"},
            )


def _not_last_year(case: Case, check: Check) -> Iterator[Breach]:
    if case.skipped_year is not None:
        yield Breach(params={"given": case.skipped_year, "year": case.report.year or ""})


_FILES = "{form}，表三“上年结转”“结转下年度”两行"
_TABLE_TWO = "{form}，表二"
_TABLE_FOUR = "{form}，表四"

Y1 = Check(
    id="Y1",
    scope="year",
    severity=Severity.error,
    formula="carried_over(t).total = carried_forward(t-1).total",
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
    citation="{form}",
    rule=_jump,
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

S1 = Check(
    id="S1",
    scope="year",
    severity=Severity.warning,
    formula="in_force(t) = in_force(t-1) + issued(t) - repealed(t)",
    citation=_TABLE_TWO,
    identities=lambda form: _stock(form, "="),
    tie_out=True,
    years_back=1,
    wording=Wording(
        name_zh="现行有效件数与上年衔接",
        name_en="documents in force agree with last year",
        zh="“{where_zh}”一行：上年现行有效数加本年制发、减本年废止应为 {expected} 件（{left}），"
        "本年现行有效填的是 {actual} 件，相差 {gap} 件。",
        en="Row “{where_zh}” ({where_en}): last year's stock plus issued less repealed makes {expected} ("
        "{left}), but {actual} are said to be in force, a difference of {gap}.",
        do_zh="请核对；文件到期失效、清理或机构合并造成的差异请予说明。",
        do_en="Check the figures; expiry, a clean-up or a merger may explain the gap.",
    ),
)

S3 = Check(
    id="S3",
    scope="year",
    severity=Severity.warning,
    formula="repealed(t) ≤ in_force(t-1) + issued(t)",
    citation=_TABLE_TWO,
    identities=lambda form: _stock(form, ">="),
    years_back=1,
    wording=Wording(
        name_zh="废止不多于已有",
        name_en="no more repealed than there were",
        zh="“{where_zh}”一行：本年废止 {actual} 件，多于上年现行有效与本年制发之和 {expected} 件。",
        en="Row “{where_zh}” ({where_en}): {actual} repealed, more than last year's stock and this year's "
        "together ({expected}).",
        do_zh="请核对废止件数。",
        do_en="Check the number repealed.",
    ),
)

S4 = Check(
    id="S4",
    scope="year",
    severity=Severity.warning,
    formula="items_previous_year(t) = items_previous_year(t-1) + change(t-1)",
    citation=_TABLE_TWO,
    identities=_items,
    tie_out=True,
    years_back=1,
    wording=Wording(
        name_zh="项目数量与上年衔接",
        name_en="items agree with last year",
        zh="“{where_zh}”一行：按上年报告，上一年项目数量应为 {expected}（{left}），填的是 {actual}。",
        en="Row “{where_zh}” ({where_en}): by last year's report there were {expected} items ({left}), "
        "but {actual} are stated.",
        do_zh="请核对。",
        do_en="Check the figures.",
    ),
)

S6 = Check(
    id="S6",
    scope="year",
    severity=Severity.info,
    formula="total_disclosed(t) = total_disclosed(t-1) + disclosed(t)",
    citation=_TABLE_TWO,
    rule=_cumulative,
    years_back=1,
    wording=Wording(
        name_zh="公开总数与上年衔接",
        name_en="cumulative number agrees with last year",
        zh="“{where_zh}”一行：对外公开总数量为 {actual}，{how_zh}（上年 {before}，本年新公开 {new}）。",
        en="Row “{where_zh}” ({where_en}): {actual} disclosed in total, {how_en} ({before} last year, "
        "{new} new).",
        do_zh="文件废止后撤下的属正常情况。",
        do_en="This is usual where documents were withdrawn.",
    ),
)

C5 = Check(
    id="C5",
    scope="cell",
    severity=Severity.warning,
    formula="amount(t-1) / 100 ≤ amount(t) ≤ 100 × amount(t-1);  amount < 10 000 万元 for a township",
    citation=_TABLE_TWO,
    rule=_wrong_unit,
    thresholds={"factor": 100, "township_at_most": 10_000},
    wording=Wording(
        name_zh="金额单位",
        name_en="unit of amounts",
        zh="“{where_zh}”填的是 {actual} {unit}，{why_zh}。",
        en="“{where_zh}” ({where_en}) says {actual} {unit}, {why_en}.",
        do_zh="请核对金额单位是“元”还是“万元”。",
        do_en="Check whether the amount is in yuan or in ten thousand yuan (万元).",
        hint_zh="常见原因：应填万元的栏填了元。",
        hint_en="Usually yuan were entered where the form prints 万元.",
    ),
)

F2 = Check(
    id="F2",
    scope="year",
    severity=Severity.info,
    formula="after_reconsideration.total(t) ≤ reconsideration.total(t) + (t-1) + (t-2)",
    citation=_TABLE_FOUR,
    identities=_suits,
    years_back=2,
    wording=Wording(
        name_zh="复议后起诉不多于复议",
        name_en="suits after reconsideration",
        zh="“{where_zh}”总计 {actual} 件，多于三年来的行政复议总数 {expected} 件。",
        en="“{where_zh}” ({where_en}): {actual} in total, more than all reconsiderations of three years ("
        "{expected}).",
        do_zh="请核对；一、二审分别计数的除外。",
        do_en="Check the figures, unless both instances were counted.",
    ),
)

F3 = Check(
    id="F3",
    scope="table",
    severity=Severity.warning,
    formula="reconsideration.total + direct.total ≤ results.total(t) + results.total(t-1)",
    citation=_TABLE_FOUR,
    rule=_more_disputes_than_decisions,
    years_back=1,
    wording=Wording(
        name_zh="争议不多于处理数",
        name_en="no more disputes than decisions",
        zh="行政复议和直接起诉共 {disputes} 件，多于两年来办结的申请 {concluded} 件。",
        en="{disputes} reconsiderations and direct suits, but only {concluded} applications were "
        "concluded in two years.",
        do_zh="请核对；因不答复或主动公开引起的案件除外。",
        do_en="Check the figures; silence and proactive disclosure may also be disputed.",
    ),
)

F4 = Check(
    id="F4",
    scope="year",
    severity=Severity.info,
    formula="k.total(t) ≥ k.pending(t-1)",
    citation=_TABLE_FOUR,
    identities=_pending,
    years_back=1,
    wording=Wording(
        name_zh="上年未审结案件",
        name_en="last year's pending cases",
        zh="“{where_zh}”：上年尚未审结 {expected} 件，本年总计只有 {actual} 件。",
        en="“{where_zh}” ({where_en}): {expected} were pending last year, but this year's total is {actual}.",
        do_zh="上年未审结的案件一般会计入本年，请核对。",
        do_en="Pending cases usually come up again: check the figures.",
    ),
)

F5 = Check(
    id="F5",
    scope="table",
    severity=Severity.warning,
    formula="k.total > 0 ⇒ results.total(t) + results.total(t-1) > 0",
    citation=_TABLE_FOUR,
    rule=_disputes_without_decisions,
    years_back=1,
    wording=Wording(
        name_zh="有争议应有申请",
        name_en="disputes need applications",
        zh="“{where_zh}”有 {actual} 件，但两年来没有办结任何申请。",
        en="“{where_zh}” ({where_en}) has {actual} cases, but no application was concluded in two years.",
        do_zh="请核对。",
        do_en="Check the figures.",
    ),
)

#: In the order in which findings on the same cell are told.
YEARS: tuple[Check, ...] = (C5, Y1, Y2, Y3, S1, S3, S4, S6, F2, F3, F4, F5, Y4, Y5)
