"""What of the form a document does not print: whole tables, and rows of those that are there."""

from collections.abc import Collection, Iterator

from gov_disclosure.model.forms import Form, FormRow, FormTable
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["say_what_is_missing"]


def say_what_is_missing(form: Form, printed: Collection[str]) -> Iterator[Notice]:
    """A notice for each table and for the rows of each table that are not among the printed rows' paths."""
    for table in form.tables:
        if not any(row.path in printed for row in table.rows):
            params = {"section": table.section.number, "label": table.section.title}
            paths = tuple(field.path for field in table.fields)
            yield notice("table-missing", paths=paths, params=params)
        elif missing := _missing_rows(table, printed):
            names = list(dict.fromkeys(_name(row, missing) for row in missing))
            told: dict[str, object] = {
                "label": table.section.title,
                "count": len(names),
                "rows": "、".join(names),
            }
            paths = tuple(field.path for row in missing for field in row.fields)
            yield notice("rows-missing", paths=paths, params=told)


def _missing_rows(table: FormTable, printed: Collection[str]) -> list[FormRow]:
    """The rows that are not printed; of rows that are printed in one way or another, those of the way chosen."""
    chosen = {(_block(row), row.variant) for row in table.rows if row.variant and row.path in printed}
    blocks = {block for block, _ in chosen}
    return [
        row
        for row in table.rows
        if row.path not in printed
        and (not row.variant or _block(row) not in blocks or (_block(row), row.variant) in chosen)
    ]


def _block(row: FormRow) -> str:
    return row.path.rpartition(".")[0]


def _name(row: FormRow, missing: list[FormRow]) -> str:
    """The row's label; its block's where every way of printing the block is missing."""
    ways = {other.variant for other in missing if _block(other) == _block(row)}
    return row.groups[-1] if row.variant and len(ways) > 1 else row.label
