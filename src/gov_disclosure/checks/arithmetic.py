"""The sums and balances that the form itself demands: rows, columns, the corner, the challenges."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, column_label, plus
from gov_disclosure.checks.looked_at import printed_in_ways
from gov_disclosure.checks.structure import (
    balance_rows,
    balances,
    column_sums,
    corner_table,
    residual,
    row_sums,
    split_total,
)
from gov_disclosure.checks.wording import Wording
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.notices import Severity

__all__ = ["ARITHMETIC"]


def _column_name(
    case: Case, identity: Identity, expected: "int | Decimal", actual: "int | Decimal"
) -> Mapping[str, Any]:
    path = identity.right[0].path
    row, field = case.row_of(path), case.field(path)
    return {"stated_zh": column_label(row, field, "zh"), "stated_en": column_label(row, field, "en")}


def _row_name(
    case: Case, identity: Identity, expected: "int | Decimal", actual: "int | Decimal"
) -> Mapping[str, Any]:
    row = case.row_of(identity.right[0].path)
    return {"stated_zh": row.label, "stated_en": row.english}


def _at_most(form: Form) -> tuple[Identity, ...]:
    table = corner_table(form)
    if table is None:
        return ()
    left, right = balance_rows(table)
    concluded, *after = right
    return tuple(
        Identity(
            left=balance.left,
            relation=">=",
            right=plus(f"{row.path}.{field.name}"),
            label_zh=balance.label_zh,
            label_en=balance.label_en,
            unless="" if row is concluded else f"{concluded.path}.{field.name}",
        )
        for field, balance in zip(left[0].fields, balances(form), strict=True)
        for row in (concluded, *after)
    )


def _corner(form: Form) -> tuple[Identity, ...]:
    table = corner_table(form)
    if table is None:
        return ()
    left, right = balance_rows(table)
    parts, total = split_total(left[0])
    if total is None:
        return ()
    return (
        Identity(
            left=tuple(term for field in parts for term in residual(field.name, left, right)),
            relation="=",
            right=residual(total.name, left, right),
            label_zh=table.section.title,
            label_en=table.english,
        ),
    )


def _where_the_gap_is(
    case: Case, identity: Identity, expected: "int | Decimal", actual: "int | Decimal"
) -> Mapping[str, Any]:
    row = case.row_of(identity.right[0].path)
    total = case.field(identity.right[0].path)
    zh, en = column_label(row, total, "zh"), column_label(row, total, "en")
    if expected == 0:
        which = (f"问题多半在“{zh}”列", f"the column “{zh}” ({en}) is likely to be wrong")
    elif actual == 0:
        which = ("问题多半在申请人各列", "one of the applicants' columns is likely to be wrong")
    else:
        which = ("总计列和申请人各列都要核对", "both the total and the applicants' columns need a look")
    return {"stated_zh": zh, "stated_en": en, "which_zh": which[0], "which_en": which[1]}


def _both_ways(case: Case, check: Check) -> Iterator[Breach]:
    layout = case.layout
    if layout is None or len(case.variants) < 2:
        return
    rows = [row for row in layout.rows if row.variant in case.variants and row.variant]
    paths = [field.path for row in rows for field in row.fields if case.value(field.path) is not None]
    single = [row for row in rows if row.variant == case.variants[0]]
    split = [row for row in rows if row.variant != case.variants[0]]
    yield Breach(
        operands=case.operands(paths),
        params={
            "one_zh": "、".join(f"“{row.label}”" for row in single),
            "other_zh": "、".join(f"“{row.label}”" for row in split),
            "one_en": "; ".join(row.english for row in single),
            "other_en": "; ".join(row.english for row in split),
        },
    )


_CORNER = "{form}，表三左上角：第一项加第二项之和，等于第三项加第四项之和"

R1 = Check(
    id="R1",
    scope="row",
    severity=Severity.error,
    formula="r.total = Σ r.a  (a: the applicants; every row r of table three)",
    formula_zh="各行：总计 = 各类申请人之和（表三）",
    citation="{form}，表三“总计”栏",
    identities=lambda form: row_sums(form, across=False),
    details=_column_name,
    tie_out=True,
    wording=Wording(
        name_zh="各行总计",
        name_en="total of each row",
        zh="“{where_zh}”一行，各类申请人相加为 {expected}{left_note_zh}，“{stated_zh}”栏填的是 {actual}，"
        "{more_zh} {gap}。",
        en="Row “{where_zh}” ({where_en}): the applicants add up to {expected}{left_note_en}, but the "
        "column “{stated_zh}” ({stated_en}) says {actual}, {gap} too {more_en}.",
        do_zh="请核对这一行各数和总计，改正填错的一格。",
        do_en="Check the figures of this row and its total against the records, and correct the one that "
        "is wrong.",
        hint_zh="常见原因：某一类申请人漏填或填错列，或改了明细没有改总计。",
        hint_en="Usually one applicant's figure was left out or put in the wrong column, or the total was "
        "not updated after a change.",
    ),
)

L1 = Check(
    id="L1",
    scope="column",
    severity=Severity.error,
    formula="received.a + carried_over.a = results.total.a + carried_forward.a  (each column a)",
    formula_zh="各列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度",
    citation=_CORNER,
    identities=balances,
    tie_out=True,
    wording=Wording(
        name_zh="收到与处理平衡",
        name_en="received and handled balance",
        zh="“{where_zh}”一列，{left_zh}为 {expected}{left_note_zh}，{right_zh}为 {actual}{right_note_zh}，"
        "相差 {gap}。",
        en="Column “{where_zh}” ({where_en}): {left_en} make {expected}{left_note_en}, but {right_en} "
        "make {actual}{right_note_en}, a difference of {gap}.",
        do_zh="按表中勾稽关系两者应当相等，请核对这一列。",
        do_en="The note in the table's corner demands that they are equal: check this column.",
        hint_zh="常见原因：上年结转或结转下年度漏填，或一件申请在办理结果中重复计算。",
        hint_en="Usually the carried-over or carried-forward figure is missing, or one application was "
        "counted under two results.",
    ),
)

L2 = Check(
    id="L2",
    scope="column",
    severity=Severity.error,
    formula="results.total.a = Σ results.leaf.a  (each column a; all outcome rows that are printed)",
    formula_zh="各列：（七）总计 = 各项办理结果之和（所印出的各行）",
    citation="{form}，表三“（七）总计”行",
    identities=column_sums,
    details=_row_name,
    tie_out=True,
    wording=Wording(
        name_zh="办理结果总计",
        name_en="total of the results",
        zh="“{where_zh}”一列，各项办理结果相加为 {expected}{left_note_zh}，“{stated_zh}”一行填的是 "
        "{actual}，{more_zh} {gap}。",
        en="Column “{where_zh}” ({where_en}): the results add up to {expected}{left_note_en}, but the row "
        "“{stated_zh}” ({stated_en}) says {actual}, {gap} too {more_en}.",
        do_zh="请核对这一列各项办理结果和总计，改正填错的一格。",
        do_en="Check the results of this column and their total against the records, and correct the one "
        "that is wrong.",
        hint_zh="常见原因：一件申请计入两种结果，或改了明细没有改总计。",
        hint_en="Usually one application was counted under two results, or the total was not updated "
        "after a change.",
    ),
)

L3 = Check(
    id="L3",
    scope="column",
    severity=Severity.error,
    formula="results.total.a ≤ received.a + carried_over.a  (carried_forward.a likewise, where "
    "results.total.a is blank)",
    formula_zh="各列：办理结果总计 ≤ 本年新收 + 上年结转（总计空白时，结转下年度亦然）",
    citation=_CORNER,
    identities=_at_most,
    wording=Wording(
        name_zh="处理数不超过应处理数",
        name_en="no more handled than there was",
        zh="“{where_zh}”一列，{right_zh}为 {actual}，超过了{left_zh}（{left}，共 {expected}）。",
        en="Column “{where_zh}” ({where_en}): {right_en} say {actual}, more than {left_en} together ("
        "{left} make {expected}).",
        do_zh="请核对这一列。",
        do_en="Check this column.",
    ),
)

L4 = Check(
    id="L4",
    scope="table",
    severity=Severity.info,
    formula="Σ_a (received.a + carried_over.a - results.total.a - carried_forward.a) = the same for total",
    formula_zh="各类申请人的“收到减去处理”之和 = 总计列的“收到减去处理”",
    citation=_CORNER,
    identities=_corner,
    details=_where_the_gap_is,
    tie_out=True,
    wording=Wording(
        name_zh="总计列与申请人各列对照",
        name_en="total column against the applicants' columns",
        zh="按“第一、二项之和减第三、四项之和”，申请人各列的差额合计为 {expected}，“{stated_zh}"
        "”列的差额为 {actual}，{which_zh}。",
        en="What came in less what went out is {expected} over the applicants' columns and {actual} in "
        "the column “{stated_zh}” ({stated_en}): {which_en}.",
    ),
)

L6 = Check(
    id="L6",
    scope="table",
    severity=Severity.error,
    formula="one way of printing （六）其他处理: figures in the single row or in its parts, never in both",
    formula_zh="（六）其他处理只用一种填法：或填一行，或分项填，不能都填",
    citation="{form}，表三",
    rule=_both_ways,
    cells=printed_in_ways,
    wording=Wording(
        name_zh="（六）其他处理只用一种填法",
        name_en="one way of filling in other handling",
        zh="{one_zh}一行和{other_zh}各行都填了数，无法判断以哪一种为准。",
        en="There are figures both in the single row ({one_en}) and in its parts ({other_en}): which of "
        "them count cannot be told.",
        do_zh="请只保留一种填法。",
        do_en="Keep one of the two.",
    ),
)

F1 = Check(
    id="F1",
    scope="row",
    severity=Severity.error,
    formula="k.total = upheld + corrected + other + pending  (reconsideration and both kinds of "
    "litigation k)",
    formula_zh="总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结（复议和两类诉讼）",
    citation="{form}，表四“总计”栏",
    identities=lambda form: row_sums(form, across=True),
    details=_column_name,
    tie_out=True,
    wording=Wording(
        name_zh="复议诉讼总计",
        name_en="total of reconsideration and litigation",
        zh="“{where_zh}”一栏，各种结果相加为 {expected}{left_note_zh}，“{stated_zh}”填的是 {actual}，"
        "{more_zh} {gap}。",
        en="Columns “{where_zh}” ({where_en}): the outcomes add up to {expected}{left_note_en}, but “"
        "{stated_zh}” ({stated_en}) says {actual}, {gap} too {more_en}.",
        do_zh="总计包括尚未审结的案件，请核对这一栏各数。",
        do_en="The total includes the pending cases. Check these figures against the records.",
        hint_zh="常见原因：总计漏计尚未审结的案件，或总计未填。",
        hint_en="Usually the pending cases were left out of the total, or the total was left at 0.",
    ),
)

#: In the order in which findings on the same cell are told.
ARITHMETIC: tuple[Check, ...] = (R1, L1, L2, L3, L4, L6, F1)
