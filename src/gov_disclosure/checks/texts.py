"""The figures that the text gives against those of the tables."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gov_disclosure.checks.bodies import speaks_for
from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import row_label
from gov_disclosure.checks.looked_at import totals
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.language.units import MONEY_UNITS, convert
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Form
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.narrative import Statement
from gov_disclosure.reading.notices import Severity

__all__ = ["TEXTS"]

_ONLY_SOME = ("其中", "按时", "按期", "当年", "本年新", "已", "网上", "首次")


def _told_in_the_text(form: Form) -> Iterator[str]:
    from gov_disclosure.narrative.cells import cells_of

    for readings in cells_of(AnnualReport.blank(form)).readings.values():
        for paths in readings:
            yield from paths


def _comparable(case: Case) -> Iterator[Statement]:
    """The statements that a cell of the tables can be compared with: of the year, exact, of the report's own
    scope."""
    scope = speaks_for(case)
    for statement in case.statements:
        if statement.year == "this" and not statement.approximate and statement.readings:
            if statement.unit == "%" or (scope and statement.scope and statement.scope != scope):
                continue
            yield statement


def _sum(case: Case, paths: Iterable[str]) -> "int | Decimal | None":
    total: int | Decimal = 0
    for path in paths:
        value = case.value(path)
        if value is None:
            return None
        total += value
    return total


def _sums(case: Case, statement: Statement) -> "list[int | Decimal]":
    """What the tables make of each thing that the words may mean, as far as the cells are filled.

    That there was nothing is said of the whole, never of a part of it.
    """
    readings = statement.readings if statement.value else statement.readings[:1]
    sums = (_sum(case, paths) for paths in readings)
    return [value for value in sums if value is not None]


def _differs(case: Case, check: Check) -> Iterator[Breach]:
    if case.layout is None:
        return
    kinds: dict[str, list[Statement]] = {}
    for statement in _comparable(case):
        kinds.setdefault(statement.kind, []).append(statement)
    for said in kinds.values():
        first = _unlike_all(case, said)
        if first is None:
            continue
        stated = _sum(case, first.paths)
        if stated is not None:
            yield Breach(
                operands=case.operands(first.paths),
                expected=first.value,
                actual=stated,
                params={
                    **_cells_named(case, first.paths),
                    "quoted": first.text,
                    "stated": number(first.value),
                    "actual": number(stated),
                },
            )


def _unlike_all(case: Case, said: Sequence[Statement]) -> Statement | None:
    """The first of the statements of one kind, where neither any of them nor their sum is what the cells say.

    Two figures of one kind may be those of the whole region and of the organ, or the parts of a sum: where one
    of them agrees, the others are left alone.
    """
    whole = [statement for statement in said if not (statement.part and statement.kind in _WITH_PARTS)]
    if not whole:
        return None
    sums = _sums(case, whole[0])
    if not sums:
        return None
    values = [statement.value for statement in said]
    if any(value in sums for value in (*values, sum(dict.fromkeys(values)), sum(values))):
        return None
    first = whole[0]
    if first.kind == "handled" and first.value < max(sums) and any(word in first.text for word in _ONLY_SOME):
        return None
    return first


_WITH_PARTS = frozenset({"received", "handled", "reconsideration", "litigation", "challenges"})


def _cells_named(case: Case, paths: Sequence[str]) -> dict[str, str]:
    """The cells by their printed labels: one by its own, several of a block by the block's."""
    named = {}
    for lang in _LANGS:
        if len(paths) == 1:
            named[lang] = case.field(paths[0]).label(lang)
            continue
        rows = [case.row_of(path) for path in paths]
        around = {row.groups[-1] if row.groups else "" for row in rows}
        if lang == "zh" and len(around) == 1 and "" not in around:
            named[lang] = around.pop() + "（各项合计）"
        else:
            shown = [row_label(row, lang) for row in rows[:3]]
            more = "…" if len(rows) > 3 else ""
            named[lang] = (" + ".join(shown)) + more
    return {"where_zh": named["zh"], "where_en": named["en"]}


_LANGS: tuple[Lang, ...] = ("zh", "en")


def _share(case: Case, check: Check) -> Iterator[Breach]:
    said = case.statements
    if case.layout is None or not any(one.unit == "%" for one in said):
        return
    wholes: list[int | Decimal] = []
    for kind in ("handled", "received"):
        found = next((one for one in said if one.kind == kind and one.readings), None)
        if found is not None:
            wholes += [found.value, *_sums(case, found)]
    handled = _kind_sums(case, "handled")
    wholes += handled
    tolerance = Decimal(str(check.threshold(case, "points")))
    for counted, share in pairwise(said):
        if share.unit != "%" or share.approximate or counted.paths != share.paths or share.year != "this":
            continue
        if not handled or counted.value not in _sums(case, counted):
            continue  # not known, or already told (N1)
        near = max(tolerance, _half_of_last_digit(share.value))
        whole = [value for value in wholes if value]
        if whole and all(abs(100 * counted.value / Decimal(value) - share.value) > near for value in whole):
            yield Breach(
                operands=case.operands(counted.paths),
                expected=round(100 * Decimal(counted.value) / Decimal(handled[0] or 1), 2),
                actual=share.value,
                params={
                    **_cells_named(case, counted.paths),
                    "quoted": f"{counted.text}，{share.text}",
                    "share": number(share.value),
                    "count": number(counted.value),
                    "whole": number(handled[0]),
                    "percent": number(round(100 * Decimal(counted.value) / Decimal(handled[0] or 1), 2)),
                },
            )


def _kind_sums(case: Case, kind: str) -> "list[int | Decimal]":
    from gov_disclosure.narrative.cells import cells_of

    readings = cells_of(case.report).readings.get(kind, ())
    return [value for value in (_sum(case, paths) for paths in readings) if value is not None]


def _half_of_last_digit(value: int | Decimal) -> Decimal:
    exponent = Decimal(value).as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)


def _fee_in_the_table(case: Case, check: Check) -> Iterator[Breach]:
    if case.layout is None:
        return
    path = case.layout.path_of("administrative_fees", "amount")
    collected = case.value(path) if path is not None else None
    if path is None or collected is None:
        return
    stated = [
        one.value
        for one in case.statements
        if one.kind == "fee" and one.year == "this" and not one.approximate
    ]
    unit = case.field(path).unit
    if not stated or unit not in MONEY_UNITS or convert(collected, unit, "元") >= max(stated):
        return
    yield Breach(
        operands=(case.operand(path),),
        expected=convert(max(stated), "元", unit),
        actual=collected,
        params={
            "where_zh": case.field(path).label("zh"),
            "where_en": case.field(path).label("en"),
            "stated": number(max(stated)),
            "actual": number(collected),
            "unit": unit,
            "in_unit": number(convert(max(stated), "元", unit)),
        },
    )


N1 = Check(
    id="N1",
    scope="text",
    severity=Severity.warning,
    formula="a figure in the text = the cells that it speaks of  (or another sum that the words may mean)",
    formula_zh="正文中的数 = 所指各格（或该说法可能包含的其他合计）",
    citation="{form}",
    rule=_differs,
    cells=_told_in_the_text,
    never_error=True,
    wording=Wording(
        name_zh="正文与表格一致",
        name_en="text and tables agree",
        zh="正文写“{quoted}”，而表中“{where_zh}”为 {actual}。",
        en="The text says “{quoted}” ({stated}), but “{where_zh}” ({where_en}) says {actual}.",
        do_zh="请核对两处数据；统计口径不同的，请在正文中说明。",
        do_en="Compare both; where they count different things, say so in the text.",
        hint_zh="常见原因：表格改过而正文没有改，或正文含上年结转、只计部分单位。",
        hint_en="Usually the table was changed and the text was not, or the text includes open files of last "
        "year or counts some organs only.",
    ),
)

N2 = Check(
    id="N2",
    scope="text",
    severity=Severity.info,
    formula="a share in the text = 100 × its figure / results.total  (or / what was received), within 0.1 point",
    formula_zh="正文中的百分比 = 100 × 该数 ÷ 办理结果总计（或收到数），误差不超过 0.1 个百分点",
    citation="{form}",
    rule=_share,
    cells=_told_in_the_text,
    never_error=True,
    thresholds={"points": 0.1},
    wording=Wording(
        name_zh="正文中的百分比",
        name_en="shares in the text",
        zh="正文写“{quoted}”，而 {count} 件占办理总数 {whole} 件的 {percent}%。",
        en="The text says “{quoted}”, but {count} of {whole} is {percent} %.",
        do_zh="请核对百分比；以其他数为分母的，请写明。",
        do_en="Check the share; where it is one of another number, say of which.",
    ),
)

S11 = Check(
    id="S11",
    scope="text",
    severity=Severity.info,
    formula="administrative_fees.amount ≥ the information-handling fee that the text states  (in one unit)",
    formula_zh="行政事业性收费金额 ≥ 正文所写的信息处理费（换算为同一单位）",
    citation="国办函〔2020〕109号",
    rule=_fee_in_the_table,
    cells=totals("administrative_fees", column="amount"),
    never_error=True,
    wording=Wording(
        name_zh="信息处理费计入收费金额",
        name_en="handling fee within the fees",
        zh="正文写明收取信息处理费 {stated} 元（{in_unit} {unit}），而“{where_zh}”为 {actual} {unit}。",
        en="The text states {stated} yuan of handling fees ({in_unit} {unit}), but “{where_zh}” ({where_en}) "
        "says {actual} {unit}.",
        do_zh="信息处理费属于行政事业性收费，请核对是否计入。",
        do_en="The handling fee is an administrative fee: check whether it was counted.",
    ),
)

#: In the order in which their findings are told.
TEXTS: tuple[Check, ...] = (N1, N2, S11)
