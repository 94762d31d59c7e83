"""Tables of data as Arrow tables."""

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gov_disclosure.reading.errors import MissingExtra
from gov_disclosure.writers.tabular.columns import DIGITS, PLACES, Column
from gov_disclosure.writers.tabular.table import Coded, Data, Table
from gov_disclosure.writers.tabular.words import check_fits, scaled

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow_schema", "needs_pyarrow", "to_arrow"]


def needs_pyarrow() -> Any:
    """The module pyarrow; raises :class:`~gov_disclosure.MissingExtra` where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra(extra="arrow", package="pyarrow", purpose="Arrow, Parquet") from error
    return pyarrow


def arrow_schema(columns: tuple[Column, ...]) -> "pyarrow.Schema":
    """The Arrow types of columns, with their labels, units and paths as metadata."""
    arrow = needs_pyarrow()
    types = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "decimal": arrow.decimal128(DIGITS, PLACES),
        "real": arrow.float64(),
        "truth": arrow.bool_(),
    }
    return arrow.schema(
        [arrow.field(column.name, types[column.type], metadata=_metadata(column)) for column in columns],
        metadata={"pandas": _for_pandas(columns)},
    )


def to_arrow(table: Table) -> "pyarrow.Table":
    """The table as an Arrow table."""
    arrow = needs_pyarrow()
    schema = arrow_schema(table.columns)
    arrays = [
        _array(arrow, column, data, field.type)
        for column, data, field in zip(table.columns, table.data, schema, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _array(arrow: Any, column: Column, data: Data, type_: Any) -> Any:
    if isinstance(data, Coded):
        index = arrow.Array.from_buffers(
            arrow.int32(), len(data), [None, arrow.py_buffer(memoryview(data.index))]
        )
        return _array(arrow, column, data.values, type_).take(index)
    if column.type == "decimal":
        return _exact(arrow, column, data, type_)
    try:
        return arrow.array(data, type=type_)
    except (OverflowError, arrow.ArrowInvalid):
        _find_misfit(column, data)
        raise


def _exact(arrow: Any, column: Column, data: Any, type_: Any) -> Any:
    """Whole numbers, the many, are turned by Arrow itself; only the others one by one."""
    import pyarrow.compute

    whole = [value if type(value) is int else None for value in data]
    try:
        found = arrow.array(whole, type=arrow.int64()).cast(type_)
    except (OverflowError, arrow.ArrowInvalid):  # whole numbers of more than 64 bits may still fit
        whole, found = [None] * len(data), arrow.nulls(len(data), type_)
    others = [
        None if value is None or known is not None else scaled(column, Decimal(value), row)
        for row, (value, known) in enumerate(zip(data, whole, strict=True))
    ]
    if all(value is None for value in others):
        return found
    return pyarrow.compute.coalesce(found, arrow.array(others, type=type_))


def _find_misfit(column: Column, data: Any) -> None:
    for row, value in enumerate(data):
        if value is not None and column.type == "whole":
            check_fits(column, value, row)


def _for_pandas(columns: tuple[Column, ...]) -> str:
    """What tells pandas to read counts as ``Int64``: it would make them floats where one is missing."""
    described = [
        {
            "name": column.name,
            "field_name": column.name,
            "pandas_type": kinds[0],
            "numpy_type": kinds[1],
            "metadata": None,
        }
        for column in columns
        if (kinds := _PANDAS.get(column.type)) is not None
    ]
    return json.dumps({"index_columns": [], "column_indexes": [], "columns": described})


_PANDAS = {
    "text": ("unicode", "string"),
    "whole": ("int64", "Int64"),
    "real": ("float64", "Float64"),
    "truth": ("bool", "boolean"),
}


def _metadata(column: Column) -> dict[str, str]:
    known = {
        "en": column.en,
        "zh": column.zh,
        "unit": column.unit,
        "path": column.path,
        "kinds": column.kinds,
    }
    return {name: text for name, text in known.items() if text}
