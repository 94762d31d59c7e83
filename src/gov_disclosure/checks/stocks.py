"""Stocks of documents and items from year to year, and amounts of money in the wrong unit."""

from collections.abc import Iterator
from decimal import Decimal

from gov_disclosure.checks.bodies import is_township
from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, Term, plus, row_label
from gov_disclosure.checks.looked_at import cells_in_rows, money
from gov_disclosure.checks.structure import rows_with
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.forms import Field, Form
from gov_disclosure.reading.notices import Severity

__all__ = ["STOCKS"]


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


def _cumulative(case: Case, check: Check) -> Iterator[Breach]:
    earlier = case.back(1)
    if case.layout is None or earlier is None:
        return
    for row, cells, values_of in case.layout.rows_with("disclosed", "total_disclosed"):
        path = cells["total_disclosed"].path
        before, (new, now) = earlier.value(path), values_of(case.values)
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


def _wrong_unit(case: Case, check: Check) -> Iterator[Breach]:
    layout, earlier = case.layout, case.back(1)
    if layout is None:
        return
    for field in layout.amounts():
        now = case.value(field.path)
        if not now or now < 0:
            continue
        before = earlier.value(field.path) if earlier is not None else None
        if earlier is not None and before and _far_off(now, before, check.threshold(case, "factor")):
            many = "大" if now > before else "小"
            yield Breach(
                operands=(earlier.operand(field.path), case.operand(field.path)),
                expected=before,
                actual=now,
                params=_amount(field, now)
                | {
                    "why_zh": f"与上年的 {number(before)} {field.unit}相比{many}了百倍以上",
                    "why_en": f"more than a hundred times {'more' if now > before else 'less'} than last "
                    "year's "
                    f"{number(before)} {field.unit}",
                },
            )
        elif field.unit == "万元" and now >= check.threshold(case, "township_at_most") and is_township(case):
            yield Breach(
                operands=(case.operand(field.path),),
                actual=now,
                params=_amount(field, now)
                | {"why_zh": "对乡镇、街道来说过大", "why_en": "very much for a township"},
            )


def _far_off(now: "int | Decimal", before: "int | Decimal", factor: float) -> bool:
    exact = Decimal(str(factor))
    return before > 0 and not before / exact <= now <= before * exact


def _amount(field: Field, now: "int | Decimal") -> dict[str, str]:
    return {
        "where_zh": field.label("zh"),
        "where_en": field.label("en"),
        "actual": number(now),
        "unit": field.unit,
    }


_TABLE_TWO = "{form}，表二"

C5 = Check(
    id="C5",
    scope="cell",
    severity=Severity.warning,
    formula="amount(t-1) / 100 ≤ amount(t) ≤ 100 × amount(t-1);  amount < 10 000 万元 for a township",
    formula_zh="金额在上年的百分之一至一百倍之间；乡镇的收费金额小于 10 000 万元",
    citation=_TABLE_TWO,
    rule=_wrong_unit,
    cells=money,
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

S1 = Check(
    id="S1",
    scope="year",
    severity=Severity.warning,
    formula="in_force(t) = in_force(t-1) + issued(t) - repealed(t)",
    formula_zh="现行有效 = 上年现行有效 + 本年制发 - 本年废止",
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
    formula_zh="本年废止 ≤ 上年现行有效 + 本年制发",
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
    formula_zh="上一年项目数量 = 上年报告的上一年项目数量 + 上年报告的本年增/减",
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
    formula_zh="对外公开总数量 = 上年对外公开总数量 + 本年新公开数量",
    citation=_TABLE_TWO,
    rule=_cumulative,
    cells=cells_in_rows("disclosed", "total_disclosed"),
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

#: In the order in which findings on the same cell are told.
STOCKS: tuple[Check, ...] = (C5, S1, S3, S4, S6)
