"""The report's own classes from cells by path."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

import attrs

from gov_disclosure.interpret.assembly import Assembled
from gov_disclosure.interpret.particulars import Particulars, Printed
from gov_disclosure.model.fields import Row, Value, cell_types, inner_class, printed
from gov_disclosure.model.forms import Form
from gov_disclosure.model.narrative import Narrative
from gov_disclosure.model.opened import new, opened
from gov_disclosure.model.report import AnnualReport

__all__ = ["build_report"]

_Inner: TypeAlias = tuple[str, str, type, tuple[tuple[str, str], ...] | None, type[Any] | None]


def build_report(
    form: Form | None,
    cells: Assembled,
    tables: set[str],
    particulars: Particulars,
    preamble: tuple[str, ...],
    narrative: Narrative,
) -> AnnualReport:
    """The report of an edition, or the base class where no known table is printed."""
    known: dict[str, Any] = {
        "year": particulars.year,
        "issuer": _text(particulars.issuer),
        "title": _text(particulars.title),
        "period": _text(particulars.period),
        "published": _text(particulars.published),
        "signed": _text(particulars.signed),
        "document_number": _text(particulars.document_number),
        "preamble": preamble,
        "narrative": narrative,
    }
    if form is None:
        return AnnualReport(**known)
    for table in form.tables:
        if any(row.path in cells.printed_rows for row in table.rows):
            known[table.name] = _block(table.cls, table.name, cells.values, cells.printed_rows)
    return form.report_class(**known)


def _text(found: Printed | None) -> str | None:
    return found.text if found is not None else None


def _block(cls: type, path: str, values: Mapping[str, Value], printed_rows: set[str]) -> Any:
    made: dict[str, Any] = {}
    for name, here, inner, cells, unlocked in _inside(cls, path):
        if cells is None:
            made[name] = _block(inner, here, values, printed_rows)
        elif here not in printed_rows:
            continue
        elif unlocked is None:
            made[name] = inner(**{cell: values[cell_path] for cell, cell_path in cells})
        else:
            made[name] = row = new(unlocked)
            for cell, cell_path in cells:
                setattr(row, cell, values[cell_path])
            row.__class__ = inner
            row.__attrs_post_init__()  # which asks the same of every row
    return cls(**made)


@lru_cache(maxsize=256)
def _inside(cls: type, path: str) -> tuple[_Inner, ...]:
    """The blocks and rows of a table or block: name, path, class, and of rows the cells' names and paths.

    Last comes the class without its lock, of rows with counts alone: amounts of money are made exact by their class.
    """
    found: list[_Inner] = []
    for attribute in attrs.fields(cls):
        inner, here = inner_class(attribute), f"{path}.{attribute.name}"
        cells: tuple[tuple[str, str], ...] | None = None
        unlocked: type[Any] | None = None
        if printed(attribute).role != "block":
            assert issubclass(inner, Row)
            kinds = dict(cell_types(inner))
            cells = tuple((name, f"{here}.{name}") for name in kinds)
            unlocked = None if "decimal" in kinds.values() else opened(inner)
        found.append((attribute.name, here, inner, cells, unlocked))
    return tuple(found)
