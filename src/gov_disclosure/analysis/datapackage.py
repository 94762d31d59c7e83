"""What written data say of themselves to machines: a Frictionless Data Package with a Table Schema.

Documented at https://specs.frictionlessdata.io; a table's columns carry all that is needed.
"""

import re
from typing import Any

from gov_disclosure.model.forms import editions
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Table

__all__ = ["descriptor", "table_schema"]

_TYPES = {"text": "string", "whole": "integer", "decimal": "number", "real": "number", "truth": "boolean"}
_MEDIA = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "arrow": "application/vnd.apache.arrow.file",
    "stata": "application/x-stata",
}
_KEYS = {"cells": ("report", "path"), "reports": ("report",)}
_TITLES = {
    "cells": "Annual reports on open government information: one row a cell",
    "reports": "Annual reports on open government information: one row a report",
}


def table_schema(table: Table) -> dict[str, Any]:
    """The table's columns as a Table Schema."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    names = {column.name for column in table.columns}
    key = [name for name in _KEYS.get(table.name, ()) if name in names]
    if key:
        schema["primaryKey"] = key
    return schema


def descriptor(
    table: Table,
    path: str,
    *,
    format: str,  # noqa: A002 - the word users know
    sha256: str | None = None,
    size: int | None = None,
) -> dict[str, Any]:
    """A Data Package of one resource: the file at ``path`` (relative to the description) holds the table.

    ``format`` is ``csv``, ``parquet``, ``arrow`` or ``stata``; ``sha256`` and ``size`` are the file's.
    """
    from gov_disclosure import __version__

    resource: dict[str, Any] = {
        "name": _slug(path),
        "path": path,
        "title": _TITLES.get(table.name, table.name),
        "format": path.rpartition(".")[2].lower() if "." in path else format,
        "mediatype": _MEDIA[format],
    }
    if format == "csv":
        resource |= {
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        }
    if size is not None:
        resource["bytes"] = size
    if sha256 is not None:
        resource["hash"] = f"sha256:{sha256}"
    if format == "stata":  # there a missing value says itself which kind it is
        beside = {column.kinds for column in table.columns if column.path and column.kinds}
        kept = tuple(column for column in table.columns if column.name not in beside)
        table = Table(name=table.name, columns=kept, data=((),) * len(kept))
    resource["schema"] = table_schema(table)
    return {
        "profile": "tabular-data-package" if format == "csv" else "data-package",
        "name": _slug(path),
        "title": resource["title"],
        "sources": [{"title": form.citation} for form in editions()],
        "resources": [resource],
        "generator": f"gov_disclosure {__version__}",
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type]}
    if column.en:
        field["title"] = column.en
    said = [column.zh]
    if column.unit:
        field["unit"] = column.unit
    if column.path:
        field["path"] = column.path
    if column.kinds:
        said.append(f"where there is none, the column {column.kinds} says what stands in the document")
    if any(said):
        field["description"] = "; ".join(part for part in said if part)
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field


def _slug(path: str) -> str:
    """A name as the specification allows it: small letters, digits, and three marks."""
    stem = path.rpartition("/")[2].rpartition(".")[0] or path
    return re.sub(r"[^a-z0-9._-]+", "-", stem.lower()).strip("-.") or "data"
