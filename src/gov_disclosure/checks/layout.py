"""A form's cells laid out as one flat sequence, so that checks can add them up without walking paths."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from gov_disclosure.checks.formula import Identity, Relation, Term
from gov_disclosure.checks.structure import column_sums, path_of, row_sums, rows_with, split_total
from gov_disclosure.model.fields import Row, Value
from gov_disclosure.model.forms import Field, Form, FormRow, FormTable

if TYPE_CHECKING:
    from gov_disclosure.checks.together import Together
    from gov_disclosure.model.report import AnnualReport

__all__ = ["CENT", "Compiled", "Layout", "Side", "Vector", "compile_identity", "layout_of", "picker"]

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
        "_tables",
        "compiled",
        "fields",
        "form",
        "index",
        "optional",
        "row_of",
        "rows",
        "together",
        "totals",
        "variants",
    )

    def __init__(self, form: Form) -> None:
        self.form = form
        self.fields = form.fields
        self.rows = form.rows
        self.index = {field.path: place for place, field in enumerate(self.fields)}
        self.row_of = tuple(number for number, row in enumerate(self.rows) for _ in row.fields)
        self.optional = _optional(self)
        self.variants = tuple(dict.fromkeys(self.rows[number].variant for number, _, _ in self.optional))
        self.totals = _totals(self)
        self.compiled: dict[object, tuple[Compiled, ...]] = {}
        self.together: dict[object, Together | None] = {}
        self._sums: tuple[Compiled, ...] | None = None
        self._found: dict[object, Any] = {}
        self._tables = tuple(
            (table.name, _rows_of(table), (None,) * len(table.rows)) for table in form.tables
        )
        self._getters = _getters(self.rows)

    def values(self, report: "AnnualReport") -> tuple[list[Value], list[bool]]:
        """Every cell of a report in the form's order, and for every row whether it is printed."""
        rows: list[Row | None] = []
        for name, rows_of, nothing in self._tables:
            table = getattr(report, name)
            rows += nothing if table is None else rows_of(table)
        values: list[Value] = []
        for row, (cells_of, blank) in zip(rows, self._getters, strict=True):
            values += blank if row is None else cells_of(row)
        return values, [row is not None for row in rows]

    def rows_with(self, *names: str) -> "tuple[tuple[FormRow, dict[str, Field], Side], ...]":
        """The rows that have all the named cells, with those cells by name and what takes them; looked up once."""
        found = self._found.get(names)
        if found is None:
            found = self._found[names] = tuple(
                (
                    row,
                    {name: cells[name] for name in names},
                    picker(tuple(self.index[cells[name].path] for name in names)),
                )
                for row, cells in rows_with(self.form, *names)
            )
        return cast("tuple[tuple[FormRow, dict[str, Field], Side], ...]", found)

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


def _optional(layout: Layout) -> tuple[tuple[int, int, int], ...]:
    """The rows that belong to one way of printing the form: number, first place and the place behind its last."""
    firsts = accumulate((len(row.fields) for row in layout.rows), initial=0)
    return tuple(
        (number, first, first + len(row.fields))
        for number, (row, first) in enumerate(zip(layout.rows, firsts, strict=False))
        if row.variant
    )


def _totals(
    layout: Layout,
) -> "tuple[tuple[FormTable, Side, tuple[tuple[FormRow, int, tuple[int, ...]], ...]], ...]":
    """Table by table what takes the rows' totals, and the rows that state one: the row, the place of the total, those
    of its parts."""
    found = []
    for table in layout.form.tables:
        rows = []
        for row in table.rows:
            parts, total = split_total(row)
            if total is not None:
                places = tuple(layout.index[part.path] for part in parts)
                rows.append((row, layout.index[total.path], places))
        found.append((table, picker(tuple(total for _, total, _ in rows)), tuple(rows)))
    return tuple(found)


def _rows_of(table: FormTable) -> Side:
    return _getter(tuple(row.path.removeprefix(f"{table.name}.") for row in table.rows))


def _getters(rows: tuple[FormRow, ...]) -> tuple[tuple[Side, tuple[None, ...]], ...]:
    """For every row what gives its cells, and what they are where it is not printed; one for all rows of a class."""
    of_class = {row.cls: (_getter(row.columns), (None,) * len(row.columns)) for row in rows}
    return tuple(of_class[row.cls] for row in rows)


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
        self.left_side, self.right_side = picker(self.left), picker(self.right)
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


def picker(places: tuple[int, ...]) -> Side:
    """What takes the cells at these places out of a report's cells."""
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


_LAYOUTS: "dict[type[AnnualReport], Layout | None]" = {}


def layout_of(report_class: "type[AnnualReport]") -> Layout | None:
    """The layout of the form on which such reports are, made once; None for reports without known tables."""
    if report_class not in _LAYOUTS:
        form = report_class.form
        _LAYOUTS[report_class] = Layout(form) if form is not None else None
    return _LAYOUTS[report_class]
