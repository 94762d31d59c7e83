"""A check as an object: what it is called, what it demands, how much it matters, and how it speaks."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, Protocol, TypeAlias

import attrs

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.evaluate import evaluate
from gov_disclosure.checks.formula import Identity
from gov_disclosure.checks.layout import Compiled, compile_identity
from gov_disclosure.checks.looked_at import Cells
from gov_disclosure.checks.together import Together, together
from gov_disclosure.checks.wording import Wording
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Severity

__all__ = ["Check", "CheckLike", "Scope"]

Scope: TypeAlias = Literal["cell", "row", "column", "table", "year", "report", "text", "parts"]
Details: TypeAlias = Callable[[Case, Identity, "int | Decimal", "int | Decimal"], Mapping[str, Any]]


def _frozen(values: Mapping[str, Any]) -> FrozenMapping[str, Any]:
    return FrozenMapping(values)


class CheckLike(Protocol):
    """The shape of a check: built-ins have it, and so must a check that comes in by an entry point.

    ``run`` yields a :class:`~gov_disclosure.checks.Breach` for each place where the check does not hold; a
    check whose cells are missing yields nothing.
    """

    @property
    def id(self) -> str: ...
    @property
    def scope(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def formula(self) -> str: ...
    @property
    def citation(self) -> str: ...
    @property
    def wording(self) -> Wording: ...

    def run(self, case: Case) -> Iterable[Breach]:
        """Where the check does not hold."""
        ...


@attrs.frozen(kw_only=True, eq=False)
class Check:
    """A built-in check.

    ``formula`` states it in the notation of the documentation, ``formula_zh`` in the words of the form.
    ``identities`` makes the formulas of a form (given the edition, and for each earlier year its edition) from
    the form's own classes; ``rule`` decides what is no plain formula; ``cells`` tells the cells that
    it looks at, unless it looks at all alike or at none. ``tie_out`` marks the sums, balances and
    carried figures that must hold: only these are counted as answered or unanswered. ``never_error`` holds where no
    profile may make an error of it. ``{form}`` in the citation stands for the edition's own.
    """

    id: str
    scope: Scope
    severity: Severity
    formula: str
    citation: str
    wording: Wording
    formula_zh: str = ""
    identities: "Callable[[Form], tuple[Identity, ...]] | None" = None
    rule: "Callable[[Case, Check], Iterable[Breach]] | None" = None
    cells: Cells | None = None
    details: Details | None = None
    tie_out: bool = False
    never_error: bool = False
    years_back: int = 0
    thresholds: FrozenMapping[str, Any] = attrs.field(factory=dict, converter=_frozen)

    def stated(self, lang: Lang) -> str:
        """What the check demands: in the words of the form, or in the notation of the documentation."""
        return self.formula_zh if lang == "zh" and self.formula_zh else self.formula

    def run(self, case: Case) -> Iterable[Breach]:
        """Where the check does not hold on this report."""
        return self.rule(case, self) if self.rule is not None else evaluate(self, case)

    def formulas(self, form: Form | str) -> tuple[Identity, ...]:
        """The check's formulas over one edition, as data; none for a check that is no formula."""
        return self.identities(Form(form)) if self.identities is not None else ()

    def looks_at(self, form: Form | str) -> tuple[str, ...]:
        """The cells of an edition that the check looks at; none for one that looks at all alike, or at the report."""
        edition = Form(form)
        in_formulas = (term.path for identity in self.formulas(edition) for term in identity.terms)
        by_rule = self.cells(edition) if self.cells is not None else ()
        paths = dict.fromkeys((*in_formulas, *by_rule))
        return tuple(path for path in paths if edition.get(path) is not None)

    def compiled(self, case: Case) -> tuple[Compiled, ...]:
        """The formulas over the report's form (and last years' forms), ready to be evaluated."""
        layout = case.layout
        if layout is None or self.identities is None:
            return ()
        before = [earlier.layout for earlier in case.previous[: self.years_back]]
        key: object = (self, *before) if before else self
        known = layout.compiled.get(key)
        if known is None:
            layouts = [layout, *before]
            made = (compile_identity(identity, layouts) for identity in self.identities(layout.form))
            known = layout.compiled[key] = tuple(compiled for compiled in made if compiled is not None)
        return known

    def together(self, case: Case) -> Together | None:
        """The formulas that apply to the report, to be evaluated in one go; None where that cannot be done."""
        layout = case.layout
        if layout is None or self.years_back:
            return None
        key = (self, case.variants)
        if key not in layout.together:
            layout.together[key] = together(self.compiled(case), case.variants)
        return layout.together[key]

    def threshold(self, case: Case, name: str) -> Any:
        """A bound of the check: the profile's, or its own."""
        given = case.settings.thresholds.get(self.id)
        return given[name] if given and name in given else self.thresholds[name]
