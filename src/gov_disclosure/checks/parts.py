"""A report against those of the organs that it adds up."""

from collections.abc import Iterator
from decimal import Decimal

from gov_disclosure.checks.bodies import reports_on_itself_alone
from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.findings import Unanswered
from gov_disclosure.checks.layout import CENT
from gov_disclosure.checks.looked_at import all_but
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.model.forms import Field
from gov_disclosure.reading.notices import Severity

__all__ = ["PARTS"]

#: Cells that state what the law or the stock is, not what was done: these do not add up over organs.
_NOT_ADDED = frozenset({"items_previous_year", "change", "total_disclosed"})


def _added_up(
    case: Case,
) -> Iterator[tuple[Field, "int | Decimal", list[tuple[Case, "int | Decimal | None"]]]]:
    if case.layout is None or not case.parts or reports_on_itself_alone(case):
        return
    variants = case.variants
    for field, value in zip(case.layout.fields, case.values, strict=True):
        if value is None or field.name in _NOT_ADDED or (field.variant and field.variant not in variants):
            continue
        rows = [part for part in case.parts if part.layout is not None and field.path in part.layout.index]
        if len(rows) == len(case.parts) and all(
            not field.variant or field.variant in part.variants for part in rows
        ):
            yield field, value, [(part, part.value(field.path)) for part in rows]


def _sum_of_parts(case: Case, check: Check) -> Iterator[Breach]:
    for field, value, children in _added_up(case):
        known = [child for _, child in children if child is not None]
        if len(known) < len(children):
            case.unanswered.append(
                Unanswered(
                    check=check.id,
                    label_zh=field.label("zh"),
                    label_en=field.label("en"),
                    elsewhere=tuple((part.name, field.path) for part, child in children if child is None),
                )
            )
            continue
        expected = sum(known)
        tolerance = CENT if field.type == "decimal" else 0
        case.answered += 1
        gap = value - expected
        if not -tolerance <= gap <= tolerance:
            yield Breach(
                operands=(
                    case.operand(field.path),
                    *(part.operand(field.path) for part, child in children if child),
                ),
                expected=expected,
                actual=value,
                params={
                    "where_zh": field.label("zh"),
                    "where_en": field.label("en"),
                    "count": len(children),
                    "expected": number(expected),
                    "actual": number(value),
                    "gap": number(gap if gap >= 0 else -gap),
                    "more_zh": "多" if gap > 0 else "少",
                    "more_en": "more" if gap > 0 else "less",
                },
            )


def _largest_part(case: Case, check: Check) -> Iterator[Breach]:
    for field, value, children in _added_up(case):
        known = [(part, child) for part, child in children if child is not None]
        if not known or len(known) == len(children):
            continue  # where every part is known the sum itself is compared
        part, largest = max(known, key=lambda entry: entry[1])
        if largest > value:
            yield Breach(
                operands=(case.operand(field.path), part.operand(field.path)),
                expected=largest,
                actual=value,
                params={
                    "where_zh": field.label("zh"),
                    "where_en": field.label("en"),
                    "part": part.report.issuer or part.name,
                    "expected": number(largest),
                    "actual": number(value),
                },
            )


def _not_a_sum(case: Case, check: Check) -> Iterator[Breach]:
    if case.parts and reports_on_itself_alone(case):
        yield Breach(params={"issuer": case.report.issuer or "", "count": len(case.parts)})


H1 = Check(
    id="H1",
    scope="parts",
    severity=Severity.warning,
    formula="x = Σ x(part)  (tables three and four, decisions, fees, documents)",
    formula_zh="本级 = 各部分之和（表三、表四、处理决定、收费、文件）",
    citation="《政府信息公开条例》第四十九条",
    rule=_sum_of_parts,
    cells=all_but(_NOT_ADDED),
    wording=Wording(
        name_zh="汇总数与各机关之和",
        name_en="sum over the organs",
        zh="“{where_zh}”填的是 {actual}，而所给 {count} 个机关之和为 {expected}，{more_zh} {gap}。",
        en="“{where_zh}” ({where_en}) says {actual}, but the {count} organs given add up to {expected}: "
        "{gap} {more_en}.",
        do_zh="请核对汇总范围是否包括本级，有无遗漏的机关。",
        do_en="Check what was added up: the body's own work, and no organ left out.",
    ),
)

H2 = Check(
    id="H2",
    scope="parts",
    severity=Severity.warning,
    formula="x ≥ max x(part)  (where some part is blank)",
    formula_zh="本级 ≥ 各部分中的最大值（有的部分空白时）",
    citation="《政府信息公开条例》第四十九条",
    rule=_largest_part,
    cells=all_but(_NOT_ADDED),
    wording=Wording(
        name_zh="汇总数不小于任一机关",
        name_en="no organ above the sum",
        zh="“{where_zh}”的汇总数为 {actual}，小于{part}的 {expected}。",
        en="“{where_zh}” ({where_en}): {actual} in sum, less than the {expected} of {part} alone.",
        do_zh="请核对汇总数。",
        do_en="Check the sum.",
    ),
)

H3 = Check(
    id="H3",
    scope="parts",
    severity=Severity.info,
    formula="a report on one organ is not compared with those of others",
    formula_zh="单个机关的报告不与其他机关的报告汇总对照",
    citation="《政府信息公开条例》第四十九条",
    rule=_not_a_sum,
    wording=Wording(
        name_zh="汇总口径",
        name_en="scope of the sum",
        zh="{issuer}的报告只反映本机关情况，未与所给 {count} 个机关的报告核对汇总数。",
        en="The report of {issuer} gives its own figures alone; nothing was compared with the {count} reports "
        "given as its parts.",
        do_zh="核对汇总数请用本级人民政府的报告。",
        do_en="To check a sum, give the report of the government itself.",
    ),
)

#: In the order in which findings on the same cell are told.
PARTS: tuple[Check, ...] = (H1, H2, H3)
