"""What is likely of one report by itself: documents, items, procurement, open files."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gov_disclosure.checks.bodies import cannot_make_rules
from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, Relation, Term, row_label
from gov_disclosure.checks.looked_at import cells_in_rows, row_cells, totals
from gov_disclosure.checks.structure import TOTAL, rows_with, total_row
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, Form, FormRow
from gov_disclosure.reading.notices import Severity

__all__ = ["PLAUSIBLE"]


def _between(
    form: Form, left: tuple[tuple[str, int], ...], relation: Relation, right: tuple[tuple[str, int], ...]
) -> tuple[Identity, ...]:
    """One formula for every row that has all the cells named."""
    names = tuple(name for name, _ in (*left, *right))
    return tuple(
        Identity(
            left=tuple(Term(path=cells[name].path, factor=factor) for name, factor in left),
            relation=relation,
            right=tuple(Term(path=cells[name].path, factor=factor) for name, factor in right),
            label_zh=row_label(row, "zh"),
            label_en=row_label(row, "en"),
        )
        for row, cells in rows_with(form, *names)
    )


def _rows(case: Case, *names: str) -> Iterable[tuple[FormRow, dict[str, Field], tuple[Value, ...]]]:
    """The rows that have all the named cells, with those cells and their values."""
    if case.layout is not None:
        for row, cells, values_of in case.layout.rows_with(*names):
            yield row, cells, values_of(case.values)


def _named(row: FormRow, **more: object) -> dict[str, object]:
    return {"where_zh": row_label(row, "zh"), "where_en": row_label(row, "en"), **more}


def _slow(case: Case, check: Check) -> Iterator[Breach]:
    if case.layout is None:
        return
    layout = case.layout
    received, forward = layout.path_of("received", TOTAL), layout.path_of("carried_forward", TOTAL)
    if received is None or forward is None:
        return
    came, left_over = case.value(received), case.value(forward)
    if came is None or not left_over or came < check.threshold(case, "received_at_least"):
        return
    if left_over <= Decimal(str(check.threshold(case, "share"))) * came:
        return
    # in whole numbers: a figure may have more digits than a decimal is rounded to
    tenths, rest = divmod(1000 * left_over, came)
    tenths += 2 * rest > came or (2 * rest == came and tenths % 2)
    yield Breach(
        operands=case.operands((received, forward)),
        actual=left_over,
        params={
            "came": number(came),
            "left_over": number(left_over),
            "percent": number(Decimal(tenths).scaleb(-1)),
        },
    )


_OPEN_TO_SUIT = ("unavailable", "not_processed", "other_handling")


def _open_to_suit(form: Form) -> tuple[FormRow, ...]:
    """The outcomes over which one may sue: what was not given, in whatever words."""
    total = total_row(form)
    if total is None:
        return ()
    block = total.path.rpartition(".")[0]
    groups = tuple(f"{block}.{name}." for name in _OPEN_TO_SUIT)
    return tuple(row for row in form.rows if row.path.startswith(groups))


def _suits(form: Form) -> Iterator[str]:
    yield from totals("direct")(form)
    yield from (f"{row.path}.{TOTAL}" for row in _open_to_suit(form))


def _direct_suits(case: Case, check: Check) -> Iterator[Breach]:
    year, layout = case.report.year, case.layout
    if layout is None or year is None or year < check.threshold(case, "from_year"):
        return
    direct = layout.path_of("direct", TOTAL)
    total = total_row(layout.form)
    suits = case.value(direct) if direct is not None else None
    if direct is None or total is None or not suits:
        return
    open_to_suit = [
        f"{row.path}.{TOTAL}"
        for row in _open_to_suit(layout.form)
        if not row.variant or row.variant in case.variants
    ]
    if any(case.value(path) != 0 for path in open_to_suit):
        return
    yield Breach(
        operands=case.operands((direct, *open_to_suit)),
        actual=suits,
        params={"where_zh": case.field(direct).label("zh"), "actual": number(suits)},
    )


def _decisions_without_items(case: Case, check: Check) -> Iterator[Breach]:
    for row, cells, (items, change, decisions) in _rows(case, "items_previous_year", "change", "decisions"):
        if items is None or change is None or not decisions or decisions < 0:
            continue
        if items + max(change, 0) <= 0:
            yield Breach(
                operands=case.operands(field.path for field in cells.values()),
                actual=decisions,
                params=_named(row, decisions=number(decisions), items=number(items), change=number(change)),
            )


def _procurement(case: Case, check: Check) -> Iterator[Breach]:
    for row, cells, (projects, amount) in _rows(case, "projects", "amount"):
        if projects is not None and amount is not None and (projects == 0) is not (amount == 0):
            yield Breach(
                operands=case.operands(field.path for field in cells.values()),
                params=_named(
                    row, projects=number(projects), amount=number(amount), unit=cells["amount"].unit
                ),
            )


def _rules(case: Case, check: Check) -> Iterator[Breach]:
    layout = case.layout
    if layout is None:
        return
    for row in layout.rows_named("rules"):
        filled = [field for field in row.fields if case.value(field.path)]
        if filled and cannot_make_rules(case):
            yield Breach(
                operands=case.operands(field.path for field in filled),
                params=_named(
                    row,
                    issuer=case.report.issuer or "",
                    figures_zh="、".join(
                        f"{field.column} {number(case.value(field.path))}" for field in filled
                    ),
                    figures=", ".join(number(case.value(field.path)) for field in filled),
                ),
            )


_ITEMS = "{form}，表二"

L5 = Check(
    id="L5",
    scope="table",
    severity=Severity.info,
    formula="carried_forward.total / received.total ≤ 0.25  (where received.total ≥ 40)",
    formula_zh="结转下年度总计 ÷ 本年新收总计 ≤ 25%（本年新收不少于 40 件时）",
    citation="《政府信息公开条例》第三十三条",
    rule=_slow,
    cells=totals("received", "carried_forward"),
    thresholds={"share": 0.25, "received_at_least": 40},
    wording=Wording(
        name_zh="结转比例",
        name_en="share carried forward",
        zh="本年新收 {came} 件，结转下年度 {left_over} 件，占 {percent}%，比例偏高。",
        en="{came} applications were received and {left_over} carried forward, {percent} %, which is much.",
        do_zh="答复期限为二十个工作日，可延长二十个工作日，请核对结转数。",
        do_en="The time limit is 20 working days and may be extended by 20 more: check what was carried "
        "forward.",
    ),
)

F6 = Check(
    id="F6",
    scope="table",
    severity=Severity.info,
    formula="year ≥ 2024 and direct.total > 0 ⇒ unavailable, not_processed or other_handling > 0",
    formula_zh="2024 年度起，未经复议直接起诉 > 0 时，无法提供、不予处理或其他处理应 > 0",
    citation="《行政复议法》第二十三条第一款第四项",
    rule=_direct_suits,
    cells=_suits,
    thresholds={"from_year": 2024},
    wording=Wording(
        name_zh="未经复议直接起诉",
        name_en="suits without reconsideration",
        zh="“{where_zh}”为 {actual}，但本年没有无法提供、不予处理或其他处理的申请；2024 "
        "年起对不予公开不服的应当先申请行政复议。",
        en="“{where_zh}” says {actual}, but nothing was unavailable, unprocessed or otherwise handled; "
        "since 2024 a refusal must go to reconsideration before a suit.",
        do_zh="请核对是否应填入“复议后起诉”。",
        do_en="Check whether these suits belong under the ones after reconsideration.",
    ),
)

S2 = Check(
    id="S2",
    scope="row",
    severity=Severity.warning,
    formula="in_force ≥ issued - repealed",
    formula_zh="现行有效件数 ≥ 本年制发 - 本年废止",
    citation=_ITEMS,
    identities=lambda form: _between(form, (("issued", 1), ("repealed", -1)), "<=", (("in_force", 1),)),
    wording=Wording(
        name_zh="现行有效不少于本年净增",
        name_en="in force at least what was added",
        zh="“{where_zh}”一行：本年制发减去本年废止为 {expected} 件，现行有效却只有 {actual} 件。",
        en="Row “{where_zh}” ({where_en}): issued less repealed makes {expected}, but only {actual} are "
        "in force.",
        do_zh="本年制发的文件通常仍然有效，请核对现行有效件数。",
        do_en="What was issued in the year is normally in force: check the number in force.",
        hint_zh="可能把现行有效件数填成了别的口径，或制发与废止填反。",
        hint_en="The number in force may have been counted otherwise, or issued and repealed changed places.",
    ),
)

S5 = Check(
    id="S5",
    scope="row",
    severity=Severity.warning,
    formula="disclosed ≤ total_disclosed",
    formula_zh="本年新公开数量 ≤ 对外公开总数量",
    citation=_ITEMS,
    identities=lambda form: _between(form, (("disclosed", 1),), "<=", (("total_disclosed", 1),)),
    wording=Wording(
        name_zh="公开总数含本年",
        name_en="the cumulative number includes the year",
        zh="“{where_zh}”一行：{left_zh}为 {expected}，{right_zh}只有 {actual}。",
        en="Row “{where_zh}” ({where_en}): {left_en} {expected}, but {right_en} only {actual}.",
        do_zh="总数应当包括本年新公开的，请核对。",
        do_en="The cumulative number includes the year's: check both.",
    ),
)

S7 = Check(
    id="S7",
    scope="row",
    severity=Severity.info,
    formula="disclosed ≤ created",
    formula_zh="本年新公开数量 ≤ 本年新制作数量",
    citation=_ITEMS,
    identities=lambda form: _between(form, (("created", 1),), ">=", (("disclosed", 1),)),
    wording=Wording(
        name_zh="新公开不多于新制作",
        name_en="no more disclosed than made",
        zh="“{where_zh}”一行：{right_zh}为 {actual}，多于{left_zh} {expected}。",
        en="Row “{where_zh}” ({where_en}): {right_en} {actual}, more than {left_en} {expected}.",
        do_zh="如公开了以前年度制作的文件则无误。",
        do_en="This is right where documents of earlier years were published.",
    ),
)

S8 = Check(
    id="S8",
    scope="row",
    severity=Severity.warning,
    formula="decisions > 0 ⇒ items_previous_year + max(change, 0) > 0",
    formula_zh="处理决定数量 > 0 时，上一年项目数量 + 本年增加 > 0",
    citation=_ITEMS,
    rule=_decisions_without_items,
    cells=cells_in_rows("items_previous_year", "change", "decisions"),
    wording=Wording(
        name_zh="有决定应有事项",
        name_en="decisions need items",
        zh="“{where_zh}”一行：处理决定 {decisions} 件，但上一年项目数量为 {items}、本年增减为 {change}，"
        "没有任何事项。",
        en="Row “{where_zh}” ({where_en}): {decisions} decisions, but no items: {items} last year, change "
        "{change}.",
        do_zh="请核对项目数量。",
        do_en="Check the number of items.",
        hint_zh="可能把项目数量填成了处理决定数量，或漏填项目数量。",
        hint_en="The items may have been left out, or decisions put in for items.",
    ),
)

S9 = Check(
    id="S9",
    scope="row",
    severity=Severity.warning,
    formula="projects = 0 ⇔ amount = 0",
    formula_zh="采购项目数量与采购总金额同为 0 或同不为 0",
    citation=_ITEMS,
    rule=_procurement,
    cells=cells_in_rows("projects", "amount"),
    wording=Wording(
        name_zh="采购项目与金额",
        name_en="projects and amount of procurement",
        zh="“{where_zh}”一行：项目 {projects} 个，金额 {amount} {unit}，两者只有一项为 0。",
        en="Row “{where_zh}” ({where_en}): {projects} projects and an amount of {amount} {unit}; only one "
        "of them is 0.",
        do_zh="请核对项目数量和金额。",
        do_en="Check both figures.",
    ),
)

S10 = Check(
    id="S10",
    scope="cell",
    severity=Severity.warning,
    formula="rules = 0  (counties, districts, townships and local departments)",
    formula_zh="县（区）、乡镇及地方部门：规章各格为 0",
    citation="《立法法》第九十一条、第九十三条",
    rule=_rules,
    cells=row_cells("rules"),
    wording=Wording(
        name_zh="规章制定权",
        name_en="power to make rules",
        zh="“{where_zh}”一行填了数（{figures_zh}），但{issuer}没有规章制定权。",
        en="Row “{where_zh}” ({where_en}) has figures ({figures}), but this body has no power to make rules.",
        do_zh="规章由国务院部门、省级和设区的市级人民政府制定；其他文件请填入规范性文件。",
        do_en="Rules are made by State Council departments and by governments of provinces and districted "
        "cities; other documents belong in the row below.",
        hint_zh="可能把规范性文件或上级规章计入了本行。",
        hint_en="Normative documents, or rules of other bodies, may have been counted here.",
    ),
)

#: In the order in which findings on the same cell are told.
PLAUSIBLE: tuple[Check, ...] = (S2, S5, S7, S8, S9, S10, L5, F6)
