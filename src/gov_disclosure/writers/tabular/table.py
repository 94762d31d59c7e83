"""A table of data as columns, before any library for data frames comes into it."""

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from gov_disclosure.reading.notices import Notice
from gov_disclosure.writers.tabular.columns import Column

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars
    import pyarrow

__all__ = ["Coded", "Data", "Record", "Table"]

Record: TypeAlias = dict[str, Any]


@attrs.frozen
class Coded:
    """A column in which few values stand in many rows: the values once, and for each row which of them."""

    values: Sequence[Any]
    index: "array[int]"

    def __len__(self) -> int:
        return len(self.index)

    def __iter__(self) -> Iterator[Any]:
        values = self.values
        return (values[place] for place in self.index)


Data: TypeAlias = Sequence[Any] | Coded


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Table:
    """Named columns of equal length, which pandas, polars, Arrow and DuckDB take as they are.

    Without any of these libraries, :meth:`records` gives the rows. ``name`` says what a row is (``cells``,
    ``reports``, …), ``notices`` what of the reports the table does not hold.
    """

    name: str
    columns: tuple[Column, ...]
    data: tuple[Data, ...]
    notices: tuple[Notice, ...] = ()

    def __len__(self) -> int:
        return len(self.data[0]) if self.data else 0

    def __iter__(self) -> Iterator[Record]:
        return self.records()

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows × {len(self.columns)} columns>"

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        """The values of a column; an unknown name raises ``KeyError``."""
        for column, data in zip(self.columns, self.data, strict=True):
            if column.name == name:
                return tuple(data)
        raise KeyError(name)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows as tuples in the order of the columns."""
        return zip(*self.data, strict=True) if self.data else iter(())

    def records(self) -> Iterator[Record]:
        """The rows as dicts; counts are ``int``, money ``Decimal``, what is not there None."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows())

    def to_arrow(self) -> "pyarrow.Table":
        """An Arrow table: ``int64``, ``decimal128``, ``bool`` and ``string``; labels and units as metadata.

        Raises :class:`~gov_disclosure.MissingExtra` without pyarrow, and
        :class:`~gov_disclosure.writers.CannotHold` for a figure with more digits than Arrow has room for.
        """
        from gov_disclosure.writers.tabular.as_arrow import to_arrow

        return to_arrow(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow stream by which other libraries take the table; needs pyarrow."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> "pandas.DataFrame":
        """A pandas data frame of nullable types (``Int64``, ``boolean``, ``string``); exact numbers as ``Decimal``.

        Counts never become floats, and nothing becomes NaN. Raises :class:`~gov_disclosure.MissingExtra`.
        """
        from gov_disclosure.writers.tabular.as_pandas import to_pandas

        return to_pandas(self)

    def to_polars(self) -> "polars.DataFrame":
        """A polars data frame (``Int64``, ``Decimal``, ``Boolean``, ``String``).

        Raises :class:`~gov_disclosure.MissingExtra` and :class:`~gov_disclosure.writers.CannotHold`.
        """
        from gov_disclosure.writers.tabular.as_polars import to_polars

        return to_polars(self)

    def to_duckdb(self, connection: "duckdb.DuckDBPyConnection | None" = None) -> "duckdb.DuckDBPyRelation":
        """A DuckDB relation, in the connection given or the default one; needs pyarrow as well.

        Raises :class:`~gov_disclosure.MissingExtra` and :class:`~gov_disclosure.writers.CannotHold`.
        """
        from gov_disclosure.writers.tabular.as_duckdb import to_duckdb

        return to_duckdb(self, connection)

    def to_csv(self, *, bom: bool = True, defuse: bool = True) -> str:
        """Comma-separated values, as text; lines end as RFC 4180 says.

        ``bom`` puts the byte-order mark in front, without which Excel takes Chinese for another encoding.
        ``defuse`` puts an apostrophe before text that a spreadsheet would take for a formula. Numbers have all
        their digits and no separators; None is an empty field.
        """
        from gov_disclosure.writers.tabular.as_csv import to_csv

        return to_csv(self, bom=bom, defuse=defuse)
