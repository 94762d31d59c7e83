"""What adds up to what in a form, read off its classes: totals of rows, totals of columns, the corner's
balance.

A column or row named ``total`` is the sum of its neighbours; the table whose class carries a corner note
balances its first rows against its total and its last row. So an edition gets its arithmetic from its
classes alone.
"""

from collections.abc import Iterator

from gov_disclosure.checks.formula import Identity, Term, column_label, plus, row_label, summed
from gov_disclosure.model.forms import Field, Form, FormRow, FormTable

__all__ = [
    "TOTAL",
    "balance_rows",
    "balances",
    "column_sums",
    "corner_table",
    "path_of",
    "residual",
    "row_sums",
    "rows_with",
    "split_total",
    "table_variants",
    "total_row",
]

#: The name of the column or row that states a total.
TOTAL = "total"


def split_total(row: FormRow) -> tuple[tuple[Field, ...], Field | None]:
    """A row's parts and its total; None where the row states no total."""
    total = next((field for field in row.fields if field.name == TOTAL), None)
    return tuple(field for field in row.fields if field.name != TOTAL), total


def row_sums(form: Form, *, across: bool) -> tuple[Identity, ...]:
    """For every row (``across``: every band of columns) that states a total: parts = total."""
    found = []
    for row in form.rows:
        parts, total = split_total(row)
        if total is not None and row.across is across:
            found.append(
                Identity(
                    left=summed(parts),
                    relation="=",
                    right=plus(total.path),
                    label_zh=row_label(row, "zh"),
                    label_en=row_label(row, "en"),
                    variant=row.variant,
                )
            )
    return tuple(found)


def table_variants(rows: tuple[FormRow, ...]) -> tuple[str, ...]:
    """The ways in which some of these rows are printed; ``("",)`` where there is one way only."""
    return tuple(dict.fromkeys(row.variant for row in rows if row.variant)) or ("",)


def _inside(row: FormRow, block: str) -> bool:
    return row.path.startswith(block + ".")


def column_sums(form: Form) -> tuple[Identity, ...]:
    """For every block with a row of totals, column by column: the other rows of the block = the total."""
    return tuple(
        identity
        for table in form.tables
        for total in table.rows
        if total.name == TOTAL
        for identity in _column_sums(table, total)
    )


def _column_sums(table: FormTable, total: FormRow) -> Iterator[Identity]:
    block = total.path.rpartition(".")[0]
    leaves = tuple(row for row in table.rows if row is not total and _inside(row, block))
    for field in total.fields:
        for variant in table_variants(leaves):
            rows = [row for row in leaves if row.variant in ("", variant)]
            yield Identity(
                left=plus(*(f"{row.path}.{field.name}" for row in rows)),
                relation="=",
                right=plus(field.path),
                label_zh=column_label(total, field, "zh"),
                label_en=column_label(total, field, "en"),
                variant=variant,
            )


def corner_table(form: Form) -> FormTable | None:
    """The table in whose corner the form prints that its first two rows balance the rest."""
    return next(
        (
            table
            for table in form.tables
            if getattr(table.cls, "corner", "") and any(row.name == TOTAL for row in table.rows)
        ),
        None,
    )


def balance_rows(table: FormTable) -> tuple[tuple[FormRow, ...], tuple[FormRow, ...]]:
    """The rows on either side of the corner's balance: what came in, and what was concluded or carried on."""
    total = next(row for row in table.rows if row.name == TOTAL)
    block = total.path.rpartition(".")[0]
    outside = [row for row in table.rows if not _inside(row, block)]
    after = table.rows.index(total)
    first = tuple(row for row in outside if table.rows.index(row) < after)
    return first, (total, *(row for row in outside if table.rows.index(row) > after))


def balances(form: Form) -> tuple[Identity, ...]:
    """The corner's balance, column by column."""
    table = corner_table(form)
    if table is None:
        return ()
    left, right = balance_rows(table)
    return tuple(
        Identity(
            left=plus(*(f"{row.path}.{field.name}" for row in left)),
            relation="=",
            right=plus(*(f"{row.path}.{field.name}" for row in right)),
            label_zh=column_label(left[0], field, "zh"),
            label_en=column_label(left[0], field, "en"),
        )
        for field in left[0].fields
    )


def rows_with(form: Form, *names: str) -> Iterator[tuple[FormRow, dict[str, Field]]]:
    """The rows that have all the named cells, with those cells by name."""
    for row in form.rows:
        cells = {field.name: field for field in row.fields}
        if all(name in cells for name in names):
            yield row, cells


def path_of(form: Form, row_name: str, column_name: str) -> str | None:
    """The cell of that column in the only row of that name (its last path part), or None."""
    found = [
        field.path
        for row in form.rows
        if row.name == row_name
        for field in row.fields
        if field.name == column_name
    ]
    return found[0] if len(found) == 1 else None


def total_row(form: Form) -> FormRow | None:
    """The row that states the total of its block (（七）总计), where the form has exactly one."""
    found = [row for row in form.rows if row.name == TOTAL]
    return found[0] if len(found) == 1 else None


def residual(field_name: str, left: tuple[FormRow, ...], right: tuple[FormRow, ...]) -> tuple[Term, ...]:
    """The gap of the corner's balance in one column, as terms: what came in less what went out."""
    came = tuple(Term(path=f"{row.path}.{field_name}") for row in left)
    went = tuple(Term(path=f"{row.path}.{field_name}", factor=-1) for row in right)
    return came + went
