"""Which cells of a form the rules among the checks look at, found as the rules themselves find them: by what rows and
columns are called, so that an edition added by its classes has them too."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import TypeAlias

from gov_disclosure.checks.structure import TOTAL, path_of, rows_with, split_total, total_row
from gov_disclosure.model.forms import Field, Form

__all__ = [
    "Cells",
    "all_but",
    "cells_in_rows",
    "concluded",
    "counts",
    "money",
    "not_signed",
    "printed_in_ways",
    "row_cells",
    "rows_with_totals",
    "totals",
    "totals_or_all",
]

Cells: TypeAlias = Callable[[Form], Iterable[str]]


def _fields(wanted: Callable[[Field], object]) -> Cells:
    return lambda form: (field.path for field in form.fields if wanted(field))


#: What cannot be negative.
not_signed: Cells = _fields(lambda field: field.type != "signed count")

#: What must be whole.
counts: Cells = _fields(lambda field: field.type != "decimal")

#: Amounts of money.
money: Cells = _fields(lambda field: field.type == "decimal")

#: The rows that may be printed in one way or another.
printed_in_ways: Cells = _fields(lambda field: field.variant)


def all_but(names: Container[str]) -> Cells:
    """All cells but those in the columns of these names."""
    return _fields(lambda field: field.name not in names)


def rows_with_totals(form: Form) -> Iterator[str]:
    """The cells of rows that state a total."""
    return (field.path for row in form.rows if split_total(row)[1] is not None for field in row.fields)


def totals_or_all(form: Form) -> Iterator[str]:
    """The total of every row, all cells of a row that states none."""
    for row in form.rows:
        parts, total = split_total(row)
        yield from (field.path for field in (parts if total is None else (total,)))


def cells_in_rows(*names: str) -> Cells:
    """The cells of these names, in rows that have them all."""
    return lambda form: (cells[name].path for _, cells in rows_with(form, *names) for name in names)


def row_cells(name: str) -> Cells:
    """The cells of the rows of that name."""
    return lambda form: (field.path for row in form.rows if row.name == name for field in row.fields)


def totals(*names: str, column: str = TOTAL) -> Cells:
    """The totals of the rows of these names, or their cells in another column."""
    return lambda form: (path for name in names if (path := path_of(form, name, column)) is not None)


def concluded(form: Form) -> Iterator[str]:
    """The total of all outcomes."""
    total = total_row(form)
    if total is not None:
        yield f"{total.path}.{TOTAL}"
