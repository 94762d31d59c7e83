"""What a cell must be: not negative, whole, a number or a word for none; a total where there are parts."""

from collections.abc import Iterator

from gov_disclosure.checks.case import NONE_MARKS, Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, plus, row_label
from gov_disclosure.checks.looked_at import counts, not_signed, rows_with_totals
from gov_disclosure.checks.structure import rows_with
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.notices import Severity

__all__ = ["CELLS"]


def _negative(case: Case, check: Check) -> Iterator[Breach]:
    layout = case.layout
    if layout is None:
        return
    for place, value in enumerate(case.values):
        if value and value < 0 and layout.fields[place].type != "signed count":
            field = layout.fields[place]
            yield Breach(
                operands=(case.operand(field.path),),
                expected=0,
                actual=value,
                params={
                    "where_zh": field.label("zh"),
                    "where_en": field.label("en"),
                    "actual": number(value),
                },
                identity=Identity(
                    left=(),
                    relation="<=",
                    right=plus(field.path),
                    label_zh=field.label("zh"),
                    label_en=field.label("en"),
                ),
            )


def _not_whole(case: Case, check: Check) -> Iterator[Breach]:
    if case.reading is None or case.layout is None:
        return
    for notice in case.reading.notices:
        if notice.code == "not-a-count":
            for path in notice.paths:
                if path in case.layout.index and case.value(path) is None:
                    operand = case.operand(path)
                    field = case.field(path)
                    yield Breach(
                        operands=(operand,),
                        params={
                            "where_zh": field.label("zh"),
                            "where_en": field.label("en"),
                            "raw": operand.raw or "",
                        },
                    )


def _not_a_number(case: Case, check: Check) -> Iterator[Breach]:
    if case.reading is None or case.layout is None:
        return
    index = case.layout.index
    for path, evidence in case.reading.evidence.items():
        if evidence.kind == "text" and path in index:
            raw = (evidence.raw or "").strip()
            if raw not in NONE_MARKS:
                field = case.field(path)
                yield Breach(
                    operands=(case.operand(path),),
                    params={"where_zh": field.label("zh"), "where_en": field.label("en"), "raw": raw},
                )


def _stock(form: Form) -> tuple[Identity, ...]:
    return tuple(
        Identity(
            left=(),
            relation="<=",
            right=plus(cells["items_previous_year"].path, cells["change"].path),
            label_zh=row_label(row, "zh"),
            label_en=row_label(row, "en"),
        )
        for row, cells in rows_with(form, "items_previous_year", "change")
    )


def _no_total(case: Case, check: Check) -> Iterator[Breach]:
    layout, values = case.layout, case.values
    if layout is None:
        return
    for table, totals_of, stated in layout.totals:
        totals = totals_of(values)
        if None not in totals:
            continue
        rows, missing = [], []
        for (row, total, parts), value in zip(stated, totals, strict=True):
            if value is None and any(values[part] is not None for part in parts):
                rows.append(row)
                missing.append(layout.fields[total].path)
        if rows:
            yield Breach(
                operands=case.operands(missing),
                params={
                    "count": len(rows),
                    "rows_zh": _listed([f"“{row_label(row, 'zh')}”" for row in rows], "、"),
                    "rows_en": _listed([row_label(row, "en") for row in rows], "; "),
                    "table_zh": table.section.number,
                    "table_en": table.english,
                },
            )


def _listed(names: list[str], joint: str, most: int = 4) -> str:
    return joint.join(names[:most]) + (" …" if len(names) > most else "")


C1 = Check(
    id="C1",
    scope="cell",
    severity=Severity.error,
    formula="0 ≤ x  (every count and amount; not 本年增/减)",
    formula_zh="件数和金额 ≥ 0（本年增/减除外）",
    citation="{form}",
    rule=_negative,
    cells=not_signed,
    wording=Wording(
        name_zh="不为负数",
        name_en="not negative",
        zh="“{where_zh}”填的是 {actual}，件数和金额不能是负数。",
        en="“{where_zh}” ({where_en}) says {actual}: a count or an amount cannot be negative.",
        do_zh="请核对后改正。",
        do_en="Check the figure and correct it.",
        hint_zh="只有“本年增/减”可以填负数。",
        hint_en="Only the columns that state a rise or fall may hold a negative figure.",
    ),
)

C2 = Check(
    id="C2",
    scope="cell",
    severity=Severity.error,
    formula="x is a whole number  (every count)",
    formula_zh="件数为整数",
    citation="{form}",
    rule=_not_whole,
    cells=counts,
    wording=Wording(
        name_zh="件数为整数",
        name_en="counts are whole numbers",
        zh="“{where_zh}”印的是“{raw}”，件数应为整数。",
        en="“{where_zh}” ({where_en}) is printed as “{raw}”: a count must be a whole number.",
        do_zh="请核对后改正。",
        do_en="Check the figure and correct it.",
        hint_zh="可能把金额填进了件数栏，或把千分位逗号写成了小数点。",
        hint_en="An amount may stand in a column of counts, or a thousands mark was written as a decimal "
        "point.",
    ),
)

C3 = Check(
    id="C3",
    scope="row",
    severity=Severity.error,
    formula="0 ≤ items_previous_year + change",
    formula_zh="上一年项目数量 + 本年增/减 ≥ 0",
    citation="{form}，表二",
    identities=_stock,
    wording=Wording(
        name_zh="项目数量不为负",
        name_en="items in stock",
        zh="“{where_zh}”一行，{right_zh}为 {actual}（{right}），现有项目数量不会是负数。",
        en="Row “{where_zh}” ({where_en}): {right_en} make {actual} ({right}); there cannot be fewer than "
        "no items.",
        do_zh="请核对上一年项目数量和本年增减。",
        do_en="Check both figures.",
    ),
)

C4 = Check(
    id="C4",
    scope="cell",
    severity=Severity.warning,
    formula="x is a number, blank, or a known word for none",
    formula_zh="所填为数字、空白或表示“无”的字样",
    citation="{form}",
    rule=_not_a_number,
    wording=Wording(
        name_zh="填写数字",
        name_en="a number or a word for none",
        zh="“{where_zh}”填的是“{raw}”，不是数字。",
        en="“{where_zh}” ({where_en}) says “{raw}”, which is not a number.",
        do_zh="请填写数字，没有的填 0。",
        do_en="Put in a number, or 0 where there is none.",
    ),
)

R2 = Check(
    id="R2",
    scope="row",
    severity=Severity.info,
    formula="r.total is filled in where a part of r is",
    formula_zh="明细已填的行，总计也应填写",
    citation="{form}，“总计”栏",
    rule=_no_total,
    cells=rows_with_totals,
    wording=Wording(
        name_zh="总计已填写",
        name_en="totals are filled in",
        zh="第{table_zh}部分的表格中有 {count} 行填了明细而没有填总计：{rows_zh}。",
        en="In the table on {table_en}, {count} rows have figures but no total: {rows_en}.",
        do_zh="请补填总计。",
        do_en="Fill in the totals.",
    ),
)

#: In the order in which findings on the same cell are told.
CELLS: tuple[Check, ...] = (C1, C2, C3, C4, R2)
