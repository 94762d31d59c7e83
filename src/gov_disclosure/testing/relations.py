"""The arithmetic that a sound report obeys, as linear relations over the cells of an edition.

Written apart from the checks, so that the two can be held against each other. What adds up to what is told
from the form's classes: a column ``total`` adds up its row, a row ``total`` adds up its block.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

import attrs

from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, Form, FormRow
from gov_disclosure.model.report import AnnualReport

__all__ = [
    "Ledger",
    "Relation",
    "column_sums",
    "ledgers",
    "printed_rows",
    "printed_variant",
    "relations",
    "row_sums",
    "stocks",
    "variants",
]

_TOTAL = "total"
_STOCK, _CHANGE = "items_previous_year", "change"
_RECEIVED, _CARRIED_OVER, _CARRIED_FORWARD = "received", "carried_over", "carried_forward"


@attrs.frozen(kw_only=True)
class Relation:
    """One relation: the weighted sum of some cells is zero, or is not negative.

    ``check`` is the id of the check that looks for it (``R1``, ``L1``, ``L2``, ``L3``, ``L4``, ``F1``,
    ``C1``, ``C3``); ``terms`` are the cells with their weights. Where ``unless`` names a cell, a stronger
    relation needs that cell, and this one is only looked at while it is blank.
    """

    check: str
    terms: tuple[tuple[str, int], ...]
    condition: Literal["= 0", ">= 0"]
    unless: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The cells it needs."""
        return tuple(path for path, _ in self.terms)

    def residual(self, cells: AnnualReport | Mapping[str, Value]) -> Value:
        """The weighted sum over a report (or its cells as a mapping); None where one of them is blank."""
        total: int | Decimal = 0
        for path, weight in self.terms:
            value = cells[path]
            if value is None:
                return None
            total += weight * value
        return total

    def holds(self, cells: AnnualReport | Mapping[str, Value]) -> bool | None:
        """Whether the report obeys it; None where a blank cell leaves that open."""
        if self.unless and cells[self.unless] is not None:
            return None
        return self.allows(self.residual(cells))

    def allows(self, residual: Value) -> bool | None:
        """Whether a weighted sum meets the condition; None where it is not known."""
        if residual is None:
            return None
        return residual == 0 if self.condition == "= 0" else residual >= 0


@attrs.frozen(kw_only=True)
class Ledger:
    """The rows that tie together: received + carried over = concluded + carried forward."""

    received: FormRow
    carried_over: FormRow
    concluded: FormRow
    carried_forward: FormRow


def variants(form: Form) -> tuple[str, ...]:
    """The ways in which an edition may be printed; ``("",)`` where there is only one."""
    return tuple(dict.fromkeys(row.variant for row in form.rows if row.variant)) or ("",)


def printed_variant(report: AnnualReport) -> str:
    """The variant that a report prints: the first of which it has a row, else the official one.

    >>> from gov_disclosure import AnnualReport
    >>> printed_variant(AnnualReport.blank("2021"))
    'split_other'
    """
    assert report.form is not None, "a report without tables prints no variant"
    for row in report.form.rows:
        if row.variant and report.prints(row.fields[0].path):
            return row.variant
    return variants(report.form)[-1]


def printed_rows(form: Form, variant: str) -> tuple[FormRow, ...]:
    """The rows that a variant prints."""
    return tuple(row for row in form.rows if row.variant in ("", variant))


def column_sums(row: FormRow) -> tuple[Field, tuple[Field, ...]] | None:
    """The total cell of a row and the cells it adds up."""
    cells = {field.name: field for field in row.fields}
    total = cells.pop(_TOTAL, None)
    return None if total is None else (total, tuple(cells.values()))


def row_sums(form: Form, variant: str) -> tuple[tuple[FormRow, tuple[FormRow, ...]], ...]:
    """Each total row with the rows of its block that it adds up, in the variant."""
    rows = printed_rows(form, variant)
    return tuple(
        (row, tuple(other for other in rows if other is not row and other.path.startswith(_block(row))))
        for row in rows
        if row.name == _TOTAL
    )


def ledgers(form: Form, variant: str) -> tuple[Ledger, ...]:
    """The ledger of every table that has one."""
    found = []
    for table in form.tables:
        at = {row.name: row for row in table.rows if row.path == f"{table.name}.{row.name}"}
        totals = [row for row, _ in row_sums(form, variant) if row.path.startswith(f"{table.name}.")]
        if totals and {_RECEIVED, _CARRIED_OVER, _CARRIED_FORWARD} <= at.keys():
            found.append(
                Ledger(
                    received=at[_RECEIVED],
                    carried_over=at[_CARRIED_OVER],
                    concluded=totals[-1],
                    carried_forward=at[_CARRIED_FORWARD],
                )
            )
    return tuple(found)


def stocks(form: Form, variant: str) -> tuple[tuple[Field, Field], ...]:
    """The cells of each stock of items and of its change in the year."""
    found = []
    for row in printed_rows(form, variant):
        cells = {field.name: field for field in row.fields}
        if _STOCK in cells and _CHANGE in cells:
            found.append((cells[_STOCK], cells[_CHANGE]))
    return tuple(found)


def relations(form: Form | str, variant: str | None = None) -> tuple[Relation, ...]:
    """Every identity that one report on an edition can break, in a variant (by default the official one).

    >>> sorted({relation.check for relation in relations("2021")})
    ['C1', 'F1', 'L1', 'L2', 'L3', 'L4', 'R1']
    """
    edition = Form(form)
    chosen = variants(edition)[-1] if variant is None else variant
    key = (edition.report_class, chosen)
    if key not in _KNOWN:
        _KNOWN[key] = tuple(_relations(edition, chosen))
    return _KNOWN[key]


_KNOWN: dict[tuple[object, str], tuple[Relation, ...]] = {}


def _relations(form: Form, variant: str) -> Iterator[Relation]:
    rows = printed_rows(form, variant)
    for row in rows:
        for field in row.fields:
            if field.type != "signed count":
                yield Relation(check="C1", terms=((field.path, 1),), condition=">= 0")
    for stock, change in stocks(form, variant):
        yield Relation(check="C3", terms=((stock.path, 1), (change.path, 1)), condition=">= 0")
    for row in rows:
        summed = column_sums(row)
        if summed is not None:
            total, parts = summed
            yield Relation(check="F1" if row.across else "R1", terms=_sum(total, parts), condition="= 0")
    for ledger in ledgers(form, variant):
        yield from _ledger(ledger)
    for total_row, leaves in row_sums(form, variant):
        for column, total in enumerate(total_row.fields):
            parts = tuple(leaf.fields[column] for leaf in leaves)
            yield Relation(check="L2", terms=_sum(total, parts), condition="= 0")


def _ledger(ledger: Ledger) -> Iterator[Relation]:
    corner: list[tuple[str, int]] = []
    for received, over, concluded, forward in zip(
        ledger.received.fields,
        ledger.carried_over.fields,
        ledger.concluded.fields,
        ledger.carried_forward.fields,
        strict=True,
    ):
        entered = ((received.path, 1), (over.path, 1))
        done, left = (concluded.path, -1), (forward.path, -1)
        balance = (*entered, done, left)
        yield Relation(check="L1", terms=balance, condition="= 0")
        yield Relation(check="L3", terms=(*entered, done), condition=">= 0")
        yield Relation(check="L3", terms=(*entered, left), condition=">= 0", unless=concluded.path)
        sign = -1 if received.name == _TOTAL else 1
        corner.extend((path, sign * weight) for path, weight in balance)
    yield Relation(check="L4", terms=tuple(corner), condition="= 0")


def _sum(total: Field, parts: tuple[Field, ...]) -> tuple[tuple[str, int], ...]:
    return ((total.path, -1), *((part.path, 1) for part in parts))


def _block(row: FormRow) -> str:
    return row.path.rpartition(".")[0] + "."
