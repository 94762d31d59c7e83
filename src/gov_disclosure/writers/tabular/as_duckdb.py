"""Tables of data as DuckDB relations."""

from typing import TYPE_CHECKING

from gov_disclosure.reading.errors import MissingExtra
from gov_disclosure.writers.tabular.as_arrow import to_arrow
from gov_disclosure.writers.tabular.table import Table

if TYPE_CHECKING:
    import duckdb

__all__ = ["to_duckdb"]


def to_duckdb(
    table: Table, connection: "duckdb.DuckDBPyConnection | None" = None
) -> "duckdb.DuckDBPyRelation":
    """The table as a relation, in the connection given or the default one."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtra(extra="duckdb", package="duckdb", purpose="to_duckdb") from error
    arrow = to_arrow(table)
    return duckdb.from_arrow(arrow) if connection is None else connection.from_arrow(arrow)
