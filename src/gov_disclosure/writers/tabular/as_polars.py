"""Tables of data as polars data frames."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gov_disclosure.reading.errors import MissingExtra
from gov_disclosure.writers.tabular.columns import DIGITS, PLACES, Column
from gov_disclosure.writers.tabular.table import Coded, Data, Table
from gov_disclosure.writers.tabular.words import check_fits, scaled

if TYPE_CHECKING:
    import polars

__all__ = ["to_polars"]

_ROOM = 2**63 - 1


def to_polars(table: Table) -> "polars.DataFrame":
    """The table as a polars data frame."""
    try:
        import polars
    except ImportError as error:
        raise MissingExtra(extra="polars", package="polars", purpose="to_polars") from error
    return polars.DataFrame(
        [
            _series(polars, column, data).alias(column.name)
            for column, data in zip(table.columns, table.data, strict=True)
        ]
    )


def _series(polars: Any, column: Column, data: Data) -> Any:
    if isinstance(data, Coded):
        return _series(polars, column, data.values).gather(polars.Series(data.index, dtype=polars.Int32))
    if column.type == "decimal":
        return _exact(polars, column, data)
    types = {
        "text": polars.String,
        "whole": polars.Int64,
        "real": polars.Float64,
        "truth": polars.Boolean,
    }
    if column.type == "whole":
        _must_fit(column, data)
    return polars.Series(list(data), dtype=types[column.type])


def _exact(polars: Any, column: Column, data: Any) -> Any:
    """Whole numbers, the many, are turned by polars itself; only the others one by one."""
    exact = polars.Decimal(DIGITS, PLACES)
    whole = [value if type(value) is int and -_ROOM <= value <= _ROOM else None for value in data]
    others = [
        None if value is None or known is not None else scaled(column, Decimal(value), row)
        for row, (value, known) in enumerate(zip(data, whole, strict=True))
    ]
    found = polars.Series(whole, dtype=polars.Int64).cast(exact)
    if all(value is None for value in others):
        return found
    return polars.select(polars.coalesce(found, polars.Series(others, dtype=exact))).to_series()


def _must_fit(column: Column, data: Any) -> None:
    known = [value for value in data if value is not None]
    if known and not -_ROOM <= min(known) <= max(known) <= _ROOM:
        for row, value in enumerate(data):
            if value is not None:
                check_fits(column, value, row)
