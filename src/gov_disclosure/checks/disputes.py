"""Reconsideration and litigation against the applications and cases of the years before."""

from collections.abc import Iterator
from decimal import Decimal

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, Term, plus, row_label
from gov_disclosure.checks.looked_at import concluded, totals
from gov_disclosure.checks.structure import TOTAL, path_of, total_row
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.forms import Form, FormRow
from gov_disclosure.reading.notices import Severity

__all__ = ["DISPUTES"]


def _challenge_rows(form: Form) -> Iterator[FormRow]:
    return (row for row in form.rows if row.across)


def _disputes(form: Form) -> Iterator[str]:
    yield from totals("reconsideration", "direct")(form)
    yield from concluded(form)


def _disputed(form: Form) -> Iterator[str]:
    yield from (f"{row.path}.{TOTAL}" for row in _challenge_rows(form))
    yield from concluded(form)


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


_TABLE_FOUR = "{form}，表四"

F2 = Check(
    id="F2",
    scope="year",
    severity=Severity.info,
    formula="after_reconsideration.total(t) ≤ reconsideration.total(t) + (t-1) + (t-2)",
    formula_zh="复议后起诉总计 ≤ 本年及前两年行政复议总计之和",
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
    formula_zh="行政复议总计 + 未经复议直接起诉总计 ≤ 本年与上年办理结果总计之和",
    citation=_TABLE_FOUR,
    rule=_more_disputes_than_decisions,
    cells=_disputes,
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
    formula_zh="本年总计 ≥ 上年尚未审结",
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
    formula_zh="复议诉讼总计 > 0 时，本年与上年办理结果总计之和 > 0",
    citation=_TABLE_FOUR,
    rule=_disputes_without_decisions,
    cells=_disputed,
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
DISPUTES: tuple[Check, ...] = (F2, F3, F4, F5)
