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

if TYPE_CHECKING:
    from gov_disclosure.checks.check import Check

__all__ = ["evaluate"]


def evaluate(check: "Check", case: Case) -> Iterator[Breach]:
    """Where the check's formulas do not hold; counts those that could be told and those that could not."""
    values = case.values
    tie_out = check.tie_out
    for compiled in check.compiled(case):
        if (compiled.choosy or compiled.unless is not None) and not _applies(compiled, case, check):
            continue
        gap: int | Decimal
        if compiled.plain:
            try:
                gap = sum(compiled.right_side(values)) - sum(compiled.left_side(values))
            except TypeError:  # a blank among them
                yield from _with_blanks(check, compiled, case)
                continue
        else:
            found = _gap(compiled, case)
            if found is None:
                yield from _with_blanks(check, compiled, case)
                continue
            gap = found
        if tie_out:
            case.answered += 1
        if not compiled.holds(gap):
            yield _breach(check, compiled, case)


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


def _gap(compiled: Compiled, case: Case) -> "int | Decimal | None":
    gap: int | Decimal = 0
    for back, place, coefficient in compiled.parts:
        value = _cell(case, back).values[place]
        if value is None:
            return None
        gap = gap + coefficient * value
    return gap


def _with_blanks(check: "Check", compiled: Compiled, case: Case) -> Iterator[Breach]:
    if not check.tie_out:
        return
    blanks = [part for part in compiled.parts if _cell(case, part[0]).values[part[1]] is None]
    if _cannot_be_mended(compiled, case, blanks):
        case.answered += 1
        yield _breach(check, compiled, case, certain=True)
        return
    if case.blank_as_zero and all(_cell(case, back).zeroable(place) for back, place, _ in blanks):
        case.answered += 1
        case.assumed += 1
        gap = _known_gap(compiled, case)
        if not compiled.holds(gap):
            yield _breach(check, compiled, case, assumed=True)
        return
    here: list[str] = []
    elsewhere: list[tuple[str, str]] = []
    for back, place, _ in blanks:
        owner = _cell(case, back)
        assert owner.layout is not None
        path = owner.layout.fields[place].path
        if back:
            elsewhere.append((owner.name, path))
        else:
            here.append(path)
    case.unanswered.append(_lacking(check, compiled.identity, tuple(here), tuple(elsewhere)))


def _known_gap(compiled: Compiled, case: Case) -> "int | Decimal":
    gap: int | Decimal = 0
    for back, place, coefficient in compiled.parts:
        gap = gap + coefficient * (_cell(case, back).values[place] or 0)
    return gap


def _cannot_be_mended(compiled: Compiled, case: Case, blanks: list[tuple[int, int, int]]) -> bool:
    """Whether the figures that are there already contradict each other: every blank is a count, which
    cannot be
    negative, and all of them stand on the side that is too large without them."""
    if compiled.relation != "=" or not compiled.sum_of_parts:
        return False
    assert case.layout is not None
    sides = {coefficient for _, _, coefficient in blanks}
    if len(sides) != 1 or any(case.layout.fields[place].type == "signed count" for _, place, _ in blanks):
        return False
    gap = _known_gap(compiled, case)
    return gap < -compiled.tolerance if sides == {-1} else gap > compiled.tolerance


def _lacking(
    check: "Check", identity: Identity, paths: tuple[str, ...], elsewhere: tuple[tuple[str, str], ...]
) -> Unanswered:
    return Unanswered(
        check=check.id,
        label_zh=identity.label_zh,
        label_en=identity.label_en,
        paths=paths,
        elsewhere=elsewhere,
    )


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
