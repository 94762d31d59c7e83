"""Reports and readings as tables of data: tidy (a row for every cell) and wide (a row for every report).

    >>> import gov_disclosure
    >>> from gov_disclosure.analysis import tidy
    >>> table = tidy(gov_disclosure.read("examples/example-district-2020.txt"))
    >>> table
    <Table cells: 198 rows × 22 columns>
    >>> row = next(row for row in table.records() if row["code"] == "a_una_held_tot")
    >>> row["count"], row["kind"], row["raw"], row["flags"]
    (12, 'number', '1 2', 'repaired')

A table goes on to pandas, polars, Arrow and DuckDB (:meth:`~gov_disclosure.analysis.Table.to_pandas` and its
siblings), and to a file (:func:`~gov_disclosure.analysis.save`).
"""

from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.tidy import COLUMNS, Items, tidy, tidy_chunks
from gov_disclosure.writers.tabular.wide import KIND, wide

__all__ = ["COLUMNS", "KIND", "Column", "Items", "Table", "tidy", "tidy_chunks", "wide"]
