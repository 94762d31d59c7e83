"""The report's own classes from cells by path."""

from collections.abc import Mapping
from typing import Any

import attrs

from gov_disclosure.interpret.assembly import Assembled
from gov_disclosure.interpret.particulars import Particulars, Printed
from gov_disclosure.model.fields import Row, Value, cell_types, inner_class, printed
from gov_disclosure.model.forms import Form
from gov_disclosure.model.narrative import Narrative
from gov_disclosure.model.report import AnnualReport

__all__ = ["build_report"]


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
    for attribute in attrs.fields(cls):
        inner = inner_class(attribute)
        here = f"{path}.{attribute.name}"
        if printed(attribute).role == "block":
            made[attribute.name] = _block(inner, here, values, printed_rows)
        elif here in printed_rows:
            assert issubclass(inner, Row)
            made[attribute.name] = inner(**{name: values[f"{here}.{name}"] for name, _ in cell_types(inner)})
    return cls(**made)
