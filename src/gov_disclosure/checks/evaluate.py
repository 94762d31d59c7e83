"""Evaluating formulas: only where every cell is known, and saying so where it is not."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.findings import Operand, Unanswered
from gov_disclosure.checks.formula import Identity, column_label, row_label
from gov_disclosure.checks.layout import Compiled
from gov_disclosure.checks.wording import number, shown
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.fields import Value
from gov_disclosure.model.opened import new, opened

if TYPE_CHECKING:
    from gov_disclosure.checks.check import Check

__all__ = ["evaluate"]


def evaluate(check: "Check", case: Case) -> Iterator[Breach]:
    """Where the check's formulas do not hold; counts those that could be told and those that could not."""
    values = case.values
    tie_out = check.tie_out
    formulas = check.compiled(case)
    if len(formulas) >= _MANY:
        together = check.together(case)
        if together is not None and together.hold(values):
            if tie_out:
                case.answered += together.count
            return
    for compiled in formulas:
        if (compiled.choosy or compiled.unless is not None) and not _applies(compiled, case, check):
            continue
        gap: int | Decimal
        blanks: list[tuple[int, int, int]] = []
        if compiled.plain:
            left, right = compiled.left_side(values), compiled.right_side(values)
            if None not in left and None not in right:
                gap = sum(right) - sum(left)
            elif not tie_out:
                continue
            else:
                gap = sum(filter(None, right)) - sum(filter(None, left))
                blanks = [term for term in compiled.parts if values[term[1]] is None]
        else:
            gap, blanks = _weighed(compiled, case)
        if blanks:
            breach = _with_blanks(check, compiled, case, gap, blanks) if tie_out else None
            if breach is not None:
                yield breach
            continue
        if tie_out:
            case.answered += 1
        if gap and not compiled.holds(gap):
            yield _breach(check, compiled, case)


_MANY = 5  # formulas; fewer are as quickly evaluated one by one


def _applies(compiled: Compiled, case: Case, check: "Check") -> bool:
    if compiled.unless is not None:
        return case.values[compiled.unless] is None
    variant = compiled.identity.variant
    if variant not in case.variants:
        return False
    if compiled.mixed and len(case.variants) > 1:
        if variant == case.variants[0] and check.tie_out:
            assert case.layout is not None
            double = tuple(
                field.path
                for place, field in enumerate(case.layout.fields)
                if field.variant in case.variants
                and field.variant
                and field.name == compiled.identity.right[0].path.rpartition(".")[2]
                and case.values[place] is not None
            )
            case.unanswered.append(_lacking(check, compiled.identity, double, ()))
        return False
    return True


def _cell(case: Case, back: int) -> "Case":
    return case if back == 0 else case.previous[back - 1]


def _weighed(compiled: Compiled, case: Case) -> "tuple[int | Decimal, list[tuple[int, int, int]]]":
    """By how much the right side is more than the left, blanks counted for nothing; and the blank terms."""
    gap: int | Decimal = 0
    blanks = []
    values = case.values
    for term in compiled.parts:
        back, place, coefficient = term
        value = (values if back == 0 else case.previous[back - 1].values)[place]
        if value is None:
            blanks.append(term)
        elif value:
            gap += coefficient * value
    return gap, blanks


def _with_blanks(
    check: "Check", compiled: Compiled, case: Case, gap: "int | Decimal", blanks: list[tuple[int, int, int]]
) -> Breach | None:
    if gap and compiled.sum_of_parts and _cannot_be_mended(compiled, gap, blanks):
        case.answered += 1
        return _breach(check, compiled, case, certain=True)
    if case.blank_as_zero and all(_cell(case, back).zeroable(place) for back, place, _ in blanks):
        case.answered += 1
        case.assumed += 1
        return None if compiled.holds(gap) else _breach(check, compiled, case, assumed=True)
    assert case.layout is not None
    fields = case.layout.fields
    here = tuple([fields[place].path for back, place, _ in blanks if not back])
    elsewhere: tuple[tuple[str, str], ...] = ()
    if len(here) < len(blanks):
        elsewhere = tuple(_elsewhere(case, back, place) for back, place, _ in blanks if back)
    case.unanswered.append(_lacking(check, compiled.identity, here, elsewhere))
    return None


def _elsewhere(case: Case, back: int, place: int) -> tuple[str, str]:
    owner = _cell(case, back)
    assert owner.layout is not None
    return owner.name, owner.layout.fields[place].path


def _cannot_be_mended(compiled: Compiled, gap: "int | Decimal", blanks: list[tuple[int, int, int]]) -> bool:
    """Whether the figures that are there already contradict each other: every blank is a count, which cannot be
    negative, and all of them stand on the side that is too large without them."""
    side = blanks[0][2]
    if compiled.relation != "=" or side != blanks[-1][2]:  # the parts come first, the total last
        return False
    if compiled.signed and any(place in compiled.signed for _, place, _ in blanks):
        return False
    return gap < -compiled.tolerance if side < 0 else gap > compiled.tolerance


def _lacking(
    check: "Check", identity: Identity, paths: tuple[str, ...], elsewhere: tuple[tuple[str, str], ...]
) -> Unanswered:
    # a report of a body that received nothing may leave a hundred of them
    lacking: Any = new(_OpenUnanswered)
    lacking.check, lacking.paths, lacking.elsewhere = check.id, paths, elsewhere
    lacking.label_zh, lacking.label_en = identity.label_zh, identity.label_en
    lacking.__class__ = Unanswered
    unanswered: Unanswered = lacking
    return unanswered


_OpenUnanswered = opened(Unanswered)


def _breach(
    check: "Check", compiled: Compiled, case: Case, *, assumed: bool = False, certain: bool = False
) -> Breach:
    identity = compiled.identity
    split = len(identity.left)
    operands: list[Operand] = []
    sides: list[int | Decimal] = [0, 0]
    parts: tuple[list[Value], list[Value]] = ([], [])
    for number_, term in enumerate(identity.terms):
        operand = _cell(case, term.back).operand(term.path)
        operands.append(operand)
        value = operand.value if operand.value is None else operand.value * term.factor
        sides[number_ >= split] += value or 0
        parts[number_ >= split].append(value)
    expected, actual = sides[0], sides[1]
    params = _params(identity, case, expected, actual, parts)
    if check.details is not None:
        params.update(check.details(case, identity, expected, actual))
    return Breach(
        operands=tuple(operands),
        expected=expected,
        actual=actual,
        params=params,
        identity=identity,
        assumed=assumed,
        certain_despite_blanks=certain,
    )


def _params(
    identity: Identity,
    case: Case,
    expected: "int | Decimal",
    actual: "int | Decimal",
    parts: tuple[list[Value], list[Value]],
) -> dict[str, Any]:
    gap = actual - expected
    params: dict[str, Any] = {
        "where_zh": identity.label_zh,
        "where_en": identity.label_en,
        "expected": number(expected),
        "actual": number(actual),
        "gap": number(gap if gap >= 0 else -gap),
        "more_zh": "多" if gap > 0 else "少",
        "more_en": "many" if gap > 0 else "few",
        "left": shown(parts[0]),
        "right": shown(parts[1]),
        "left_note_zh": _in_brackets(parts[0], "（", "）"),
        "left_note_en": _in_brackets(parts[0], " (", ")"),
        "right_note_zh": _in_brackets(parts[1], "（", "）"),
        "right_note_en": _in_brackets(parts[1], " (", ")"),
    }
    along_a_row = len({term.path.rpartition(".")[0] for term in identity.terms}) == 1
    for side, terms in (("left", identity.left), ("right", identity.right)):
        if len(terms) > 4:
            continue
        owners = [_cell(case, term.back) for term in terms]
        for lang, joint in _JOINTS:
            names = [
                column_label(owner.row_of(term.path), owner.field(term.path), lang)
                if along_a_row
                else row_label(owner.row_of(term.path), lang)
                for owner, term in zip(owners, terms, strict=True)
            ]
            quoted = [f"“{name}”" if lang == "zh" else name for name in names]
            params[f"{side}_{lang}"] = joint.join(quoted)
    return params


_JOINTS: tuple[tuple[Lang, str], ...] = (("zh", "加"), ("en", " plus "))


def _in_brackets(values: list[Value], opening: str, closing: str) -> str:
    several = sum(bool(value) for value in values) > 1
    return f"{opening}{shown(values)}{closing}" if several else ""
