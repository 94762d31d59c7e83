"""The sums of one report as equations over its cells, to try out what would mend them."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from gov_disclosure.checks.case import Case
from gov_disclosure.checks.formula import Identity
from gov_disclosure.checks.layout import Compiled
from gov_disclosure.checks.structure import TOTAL
from gov_disclosure.model.fields import Value
from gov_disclosure.reading.notices import Severity

__all__ = ["Effect", "Equation", "Tableau"]


class Equation:
    """One sum that can be told: its cells in this report with their coefficients, and how far off it is."""

    __slots__ = ("check", "gap", "places", "tolerance", "weight")

    def __init__(self, check: str, compiled: Compiled, gap: "int | Decimal", weight: float) -> None:
        self.check = check
        self.gap = gap
        self.weight = weight
        self.tolerance = compiled.tolerance
        self.places = {place: coefficient for back, place, coefficient in compiled.parts if back == 0}

    def broken(self, gap: "int | Decimal | None" = None) -> bool:
        """Whether it does not hold, as it is or with another gap."""
        off = self.gap if gap is None else gap
        return not -self.tolerance <= off <= self.tolerance


class Effect:
    """What a change of some cells would do: the equations it mends, and its worth on the whole."""

    __slots__ = ("complete", "mended", "score")

    def __init__(self, mended: tuple[Equation, ...], score: float, complete: bool) -> None:
        self.mended = mended
        self.score = score
        self.complete = complete


class Tableau:
    """All sums of a report that can be told, and its values; :meth:`apply` changes both.

    ``settled`` are the sums that do not hold and were accepted as they are.
    """

    def __init__(self, case: Case, checks: Iterable[object], settled: "Collection[Identity]" = ()) -> None:
        from gov_disclosure.checks.check import Check

        self.case = case
        self.values = list(case.values)
        self.equations: list[Equation] = []
        for check in checks:
            if not isinstance(check, Check) or not check.tie_out or check.id in case.settings.off:
                continue
            weight = {Severity.error: 1.0, Severity.warning: 0.5}.get(check.severity)
            if weight is None:  # what only repeats the others tells nothing new
                continue
            for compiled in check.compiled(case):
                if compiled.choosy and (
                    compiled.identity.variant not in case.variants
                    or (compiled.mixed and len(case.variants) > 1)
                ):
                    continue
                gap = _gap(compiled, case)
                if gap is not None and compiled.identity not in settled:
                    self.equations.append(Equation(check.id, compiled, gap, weight))
        self.of: dict[int, list[Equation]] = {}
        for equation in self.equations:
            for place in equation.places:
                self.of.setdefault(place, []).append(equation)

    def states_total(self, place: int) -> bool:
        """Whether the cell states the total of a row or a column."""
        layout = self.case.layout
        assert layout is not None
        return layout.fields[place].name == TOTAL or layout.rows[layout.row_of[place]].name == TOTAL

    @property
    def broken(self) -> list[Equation]:
        """The equations that do not hold."""
        return [equation for equation in self.equations if equation.broken()]

    def effect(self, changes: Mapping[int, "int | Decimal"]) -> Effect:
        """What adding these amounts to these cells would do. What it would break counts in full against it,
        what it touches and does not mend by half."""
        touched = {id(equation): equation for place in changes for equation in self.of.get(place, ())}
        mended, score, complete = [], 0.0, True
        for equation in touched.values():
            before = equation.broken()
            shift = sum(equation.places.get(place, 0) * amount for place, amount in changes.items())
            after = equation.broken(equation.gap + shift)
            if before and not after:
                mended.append(equation)
                score += equation.weight
            elif after:
                complete = False
                score -= equation.weight * (0.5 if before else 1.0)
        return Effect(tuple(mended), score, complete)

    def apply(self, changes: Mapping[int, "int | Decimal"]) -> None:
        """Change the cells, so that what is left to explain shows."""
        for place, amount in changes.items():
            self.values[place] = (self.values[place] or 0) + amount
            for equation in self.of.get(place, ()):
                equation.gap = equation.gap + equation.places[place] * amount


def _gap(compiled: Compiled, case: Case) -> "int | Decimal | None":
    gap: int | Decimal = 0
    for back, place, coefficient in compiled.parts:
        value: Value = (case if back == 0 else case.previous[back - 1]).values[place]
        if value is None:
            return None
        gap = gap + coefficient * value
    return gap
