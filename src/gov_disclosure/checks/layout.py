"""A form's cells laid out as one flat sequence, so that checks can add them up without walking paths."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from gov_disclosure.checks.formula import Identity, Relation, Term
from gov_disclosure.checks.structure import column_sums, path_of, row_sums, rows_with, split_total
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, Form, FormRow, FormTable

if TYPE_CHECKING:
    from gov_disclosure.model.report import AnnualReport

__all__ = ["CENT", "Compiled", "Layout", "Side", "compile_identity", "layout_of"]

#: Money is compared to the cent of its unit; counts exactly.
CENT = Decimal("0.01")

Vector: TypeAlias = Sequence[Value]
Side: TypeAlias = Callable[[Any], tuple[Any, ...]]


class Layout:
    """Where each cell of a form stands in its flat sequence, and how to take the sequence out of a report."""

    __slots__ = (
        "_found",
        "_getters",
        "_sums",
        "compiled",
        "fields",
        "form",
        "index",
        "row_of",
        "rows",
        "totals",
        "variants",
    )

    def __init__(self, form: Form) -> None:
        self.form = form
        self.fields = form.fields
        self.rows = form.rows
        self.index = {field.path: place for place, field in enumerate(self.fields)}
        self.row_of = tuple(number for number, row in enumerate(self.rows) for _ in row.fields)
        seen = dict.fromkeys(row.variant for row in self.rows if row.variant)
        self.variants = tuple(seen)
        self.totals = _totals(self)
        self.compiled: dict[object, tuple[Compiled, ...]] = {}
        self._sums: tuple[Compiled, ...] | None = None
        self._found: dict[object, Any] = {}
        self._getters = tuple(
            (
                tuple(row.path.split(".")),
                _getter(tuple(field.name for field in row.fields)),
                (None,) * len(row.fields),
            )
            for row in self.rows
        )

    def values(self, report: "AnnualReport") -> tuple[list[Value], list[bool]]:
        """Every cell of a report in the form's order, and for every row whether it is printed."""
        values: list[Value] = []
        printed: list[bool] = []
        for keys, get, nothing in self._getters:
            here: Any = report
            for key in keys:
                here = getattr(here, key)
                if here is None:
                    break
            values.extend(nothing if here is None else get(here))
            printed.append(here is not None)
        return values, printed

    def rows_with(self, *names: str) -> "tuple[tuple[FormRow, dict[str, Field]], ...]":
        """The rows that have all the named cells, with those cells by name; looked up once."""
        found = self._found.get(names)
        if found is None:
            found = self._found[names] = tuple(
                (row, {name: cells[name] for name in names}) for row, cells in rows_with(self.form, *names)
            )
        return cast("tuple[tuple[FormRow, dict[str, Field]], ...]", found)

    def rows_named(self, name: str) -> tuple[FormRow, ...]:
        """The rows of that name; looked up once."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = tuple(row for row in self.rows if row.name == name)
        return cast("tuple[FormRow, ...]", found)

    def amounts(self) -> tuple[Field, ...]:
        """The cells that hold amounts of money; looked up once."""
        found = self._found.get(Decimal)
        if found is None:
            found = self._found[Decimal] = tuple(field for field in self.fields if field.type == "decimal")
        return cast("tuple[Field, ...]", found)

    def path_of(self, row_name: str, column_name: str) -> str | None:
        """The cell of that column in the only row of that name, or None; looked up once."""
        key = (row_name, column_name, "path")
        if key not in self._found:
            self._found[key] = path_of(self.form, row_name, column_name)
        return cast("str | None", self._found[key])

    def sums(self) -> "tuple[Compiled, ...]":
        """The totals of the form's rows and columns, each with its parts."""
        if self._sums is None:
            form = self.form
            stated = (*row_sums(form, across=False), *row_sums(form, across=True), *column_sums(form))
            self._sums = tuple(Compiled(identity, (self,)) for identity in stated)
        return self._sums


def _totals(
    layout: Layout,
) -> "tuple[tuple[FormTable, tuple[tuple[FormRow, int, tuple[int, ...]], ...]], ...]":
    """Table by table the rows that state a total: the row, the place of the total, those of its parts."""
    found = []
    for table in layout.form.tables:
        rows = []
        for row in table.rows:
            parts, total = split_total(row)
            if total is not None:
                places = tuple(layout.index[part.path] for part in parts)
                rows.append((row, layout.index[total.path], places))
        found.append((table, tuple(rows)))
    return tuple(found)


def _getter(names: tuple[str, ...]) -> Side:
    if len(names) == 1:
        name = names[0]
        return lambda row: (getattr(row, name),)
    return attrgetter(*names)


class Compiled:
    """An identity with its cells as places; terms that are subtracted stand on the other side.

    ``parts`` are all its terms as (years back, place, coefficient), where ``sum(coefficient × value)`` is the
    stated side less the expected one. ``mixed`` are the identities that add rows of one way of printing the
    form to rows of all; ``sum_of_parts`` those that state a total of parts; ``signed`` are the
    cells that may rightly be negative.
    """

    __slots__ = (
        "choosy",
        "identity",
        "left",
        "left_side",
        "mixed",
        "parts",
        "plain",
        "relation",
        "right",
        "right_side",
        "signed",
        "sum_of_parts",
        "tolerance",
        "unless",
    )

    def __init__(self, identity: Identity, layouts: "Sequence[Layout | None]") -> None:
        self.identity = identity
        self.relation: Relation = identity.relation
        places = [_place(term, layouts) for term in identity.terms]
        fields = [
            layout.fields[place]
            for term, place in zip(identity.terms, places, strict=True)
            if (layout := layouts[term.back]) is not None
        ]
        signs = [-1] * len(identity.left) + [1] * len(identity.right)
        self.parts = tuple(
            (term.back, place, sign * term.factor)
            for term, place, sign in zip(identity.terms, places, signs, strict=True)
        )
        self.plain = all(back == 0 and coefficient in (1, -1) for back, _, coefficient in self.parts)
        self.left = tuple(place for _, place, coefficient in self.parts if coefficient < 0)
        self.right = tuple(place for _, place, coefficient in self.parts if coefficient > 0)
        self.left_side, self.right_side = _picker(self.left), _picker(self.right)
        self.tolerance: int | Decimal = CENT if any(field.type == "decimal" for field in fields) else 0
        self.signed = frozenset(
            place for place, field in zip(places, fields, strict=True) if field.type == "signed count"
        )
        self.choosy = bool(identity.variant)
        self.mixed = self.choosy and any(not field.variant for field in fields)
        self.sum_of_parts = (
            self.plain and len(self.right) == 1 and all(term.factor == 1 for term in identity.terms)
        )
        here = layouts[0]
        assert here is not None
        self.unless = here.index[identity.unless] if identity.unless else None

    def holds(self, gap: "int | Decimal") -> bool:
        """Whether the relation holds where the right side is more than the left by ``gap``."""
        if self.relation == "=":
            return -self.tolerance <= gap <= self.tolerance
        return gap >= -self.tolerance if self.relation == "<=" else gap <= self.tolerance


def _place(term: Term, layouts: "Sequence[Layout | None]") -> int:
    layout = layouts[term.back]
    assert layout is not None
    return layout.index[term.path]


def _picker(places: tuple[int, ...]) -> Side:
    if not places:
        return lambda values: ()
    if len(places) == 1:
        only = places[0]
        return lambda values: (values[only],)
    return itemgetter(*places)


def compile_identity(identity: Identity, layouts: "Sequence[Layout | None]") -> Compiled | None:
    """The identity over these layouts (this year's first), or None where a cell of it is in none of them."""
    for term in identity.terms:
        layout = layouts[term.back] if term.back < len(layouts) else None
        if layout is None or term.path not in layout.index:
            return None
    return Compiled(identity, layouts)


_LAYOUTS: dict[str, Layout] = {}


def layout_of(form: Form) -> Layout:
    """The form's layout, made once; made anew where the edition's classes have been registered again."""
    known = _LAYOUTS.get(form)
    if known is None or known.fields is not form.fields:
        known = _LAYOUTS[str(form)] = Layout(form)
    return known
