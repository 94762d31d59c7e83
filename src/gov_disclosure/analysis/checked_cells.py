"""Which checks look at a cell: those in whose formulas it stands, and those that are rules rather than formulas.

The rules' cells are found by what rows and columns are called, as the rules themselves find them, so that an
edition added by its classes has them too. Checks that look at all cells alike are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from gov_disclosure.checks.check import CheckLike
from gov_disclosure.checks.structure import TOTAL, path_of, rows_with, split_total, total_row
from gov_disclosure.model.forms import Form
from gov_disclosure.model.report import AnnualReport

__all__ = ["RULES", "checks_of_cells"]

_OPEN_TO_SUIT = ("unavailable", "not_processed", "other_handling")
_NOT_ADDED_UP = frozenset({"items_previous_year", "change", "total_disclosed"})


def checks_of_cells(form: Form, checks: Iterable[CheckLike]) -> Mapping[str, tuple[str, ...]]:
    """For every cell the ids of the checks that look at it, in the order of the catalogue."""
    found: dict[str, list[str]] = {}
    for check in checks:
        for path in dict.fromkeys((*_formula_cells(form, check), *_rule_cells(form, check.id))):
            found.setdefault(path, []).append(check.id)
    return {path: tuple(ids) for path, ids in found.items()}


def _formula_cells(form: Form, check: CheckLike) -> Iterator[str]:
    # A check that comes in by an entry point need not be a formula.
    formulas = getattr(check, "formulas", None)
    for identity in formulas(form) if formulas is not None else ():
        for term in identity.terms:
            if form.get(term.path) is not None:
                yield term.path


def _rule_cells(form: Form, check_id: str) -> Iterable[str]:
    rule = RULES.get(check_id)
    return () if rule is None else (path for path in rule(form) if form.get(path) is not None)


def _not_signed(form: Form) -> Iterator[str]:
    return (field.path for field in form.fields if field.type != "signed count")


def _counts(form: Form) -> Iterator[str]:
    return (field.path for field in form.fields if field.type != "decimal")


def _money(form: Form) -> Iterator[str]:
    return (field.path for field in form.fields if field.type == "decimal")


def _with_total(form: Form) -> Iterator[str]:
    return (field.path for row in form.rows if split_total(row)[1] is not None for field in row.fields)


def _printed_in_ways(form: Form) -> Iterator[str]:
    return (field.path for field in form.fields if field.variant)


def _totals_or_all(form: Form) -> Iterator[str]:
    for row in form.rows:
        parts, total = split_total(row)
        yield from (field.path for field in (parts if total is None else (total,)))


def _added_up(form: Form) -> Iterator[str]:
    return (field.path for field in form.fields if field.name not in _NOT_ADDED_UP)


def _cells_in_rows(*names: str) -> Callable[[Form], Iterator[str]]:
    """The cells of those names, in rows that have them all."""
    return lambda form: (cells[name].path for _, cells in rows_with(form, *names) for name in names)


def _row(name: str) -> Callable[[Form], Iterator[str]]:
    return lambda form: (field.path for row in form.rows if row.name == name for field in row.fields)


def _totals(*names: str) -> Callable[[Form], Iterator[str]]:
    """The totals of the rows of those names."""
    return lambda form: (path for name in names if (path := path_of(form, name, TOTAL)) is not None)


def _concluded(form: Form) -> Iterator[str]:
    total = total_row(form)
    if total is not None:
        yield f"{total.path}.{TOTAL}"


def _suits(form: Form) -> Iterator[str]:
    yield from _totals("direct")(form)
    total = total_row(form)
    if total is None:
        return
    block = total.path.rpartition(".")[0]
    groups = tuple(f"{block}.{name}." for name in _OPEN_TO_SUIT)
    yield from (f"{row.path}.{TOTAL}" for row in form.rows if row.path.startswith(groups))


def _disputes(form: Form) -> Iterator[str]:
    yield from _totals("reconsideration", "direct")(form)
    yield from _concluded(form)


def _challenges(form: Form) -> Iterator[str]:
    yield from (f"{row.path}.{TOTAL}" for row in form.rows if row.across)
    yield from _concluded(form)


def _told_in_the_text(form: Form) -> Iterator[str]:
    from gov_disclosure.narrative.cells import cells_of

    for readings in cells_of(AnnualReport.blank(form)).readings.values():
        for paths in readings:
            yield from paths


def _fees(form: Form) -> Iterator[str]:
    path = path_of(form, "administrative_fees", "amount")
    if path is not None:
        yield path


#: The cells of the checks that are rules, by the checks' ids.
RULES: Mapping[str, Callable[[Form], Iterator[str]]] = {
    "C1": _not_signed,
    "C2": _counts,
    "C5": _money,
    "R2": _with_total,
    "L5": _totals("received", "carried_forward"),
    "L6": _printed_in_ways,
    "S6": _cells_in_rows("disclosed", "total_disclosed"),
    "S8": _cells_in_rows("items_previous_year", "change", "decisions"),
    "S9": _cells_in_rows("projects", "amount"),
    "S10": _row("rules"),
    "S11": _fees,
    "F3": _disputes,
    "F5": _challenges,
    "F6": _suits,
    "Y5": _totals_or_all,
    "G8": _totals("unpaid"),
    "H1": _added_up,
    "H2": _added_up,
    "N1": _told_in_the_text,
    "N2": _told_in_the_text,
}
