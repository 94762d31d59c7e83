"""Tables of data as pandas data frames."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gov_disclosure.reading.errors import MissingExtra
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Coded, Data, Table
from gov_disclosure.writers.tabular.words import check_fits

if TYPE_CHECKING:
    import pandas

__all__ = ["to_pandas"]

_TYPES = {"text": "string", "whole": "Int64", "real": "Float64", "truth": "boolean"}


def to_pandas(table: Table) -> "pandas.DataFrame":
    """The table as a data frame of types that know None; exact numbers stay ``Decimal``.

    Labels and units stand in ``frame.attrs["columns"]``.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra(extra="pandas", package="pandas", purpose="to_pandas") from error
    series = {
        column.name: _series(pandas, column, data)
        for column, data in zip(table.columns, table.data, strict=True)
    }
    frame = pandas.DataFrame(series, copy=False)
    frame.attrs["columns"] = {
        column.name: {"en": column.en, "zh": column.zh, "unit": column.unit} for column in table.columns
    }
    return frame


def _series(pandas: Any, column: Column, data: Data) -> Any:
    if isinstance(data, Coded):
        return _series(pandas, column, data.values).take(data.index)
    if column.type == "decimal":
        exact = [value if value is None or type(value) is Decimal else Decimal(value) for value in data]
        # A plain list would be looked through for a type: None could become NaN.
        return pandas.array(exact, dtype=object)
    try:
        return pandas.array(list(data), dtype=_TYPES[column.type])
    except (OverflowError, TypeError):
        for row, value in enumerate(data):
            if value is not None:
                check_fits(column, value, row)
        raise
