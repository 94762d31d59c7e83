"""Reports written as Parquet and Arrow files: the columns of tidy data with their types."""

from typing import Any

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.protocol import Written
from gov_disclosure.writers.tabular.as_arrow import needs_pyarrow, to_arrow
from gov_disclosure.writers.tabular.lost import lost_in_data
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.tidy import tidy

__all__ = ["ArrowWriter", "ParquetWriter", "open_arrow", "open_parquet"]

_COMPRESSION = "zstd"


def open_parquet(file: Any, schema: Any) -> Any:
    """A writer of Arrow tables into a Parquet file."""
    needs_pyarrow()
    import pyarrow.parquet

    return pyarrow.parquet.ParquetWriter(file, schema, compression=_COMPRESSION)


def open_arrow(file: Any, schema: Any) -> Any:
    """A writer of Arrow tables into an Arrow (Feather) file."""
    needs_pyarrow()
    import pyarrow.ipc

    options = pyarrow.ipc.IpcWriteOptions(compression=_COMPRESSION)
    return pyarrow.ipc.new_file(file, schema, options=options)


def _bytes(table: Table, opener: Any) -> bytes:
    import io

    arrow = to_arrow(table)
    out = io.BytesIO()
    with opener(out, arrow.schema) as writer:
        writer.write_table(arrow)
    return out.getvalue()


class ParquetWriter:
    """A report as tidy data in a Parquet file; needs the extra ``arrow``."""

    name = "parquet"
    suffixes: tuple[str, ...] = (".parquet",)

    def write(self, value: AnnualReport | Reading) -> Written:
        """The file's bytes."""
        table = tidy(value)
        return Written(content=_bytes(table, open_parquet), notices=(*table.notices, *lost_in_data(value)))


class ArrowWriter:
    """A report as tidy data in an Arrow file; needs the extra ``arrow``."""

    name = "arrow"
    suffixes: tuple[str, ...] = (".arrow", ".feather")

    def write(self, value: AnnualReport | Reading) -> Written:
        """The file's bytes."""
        table = tidy(value)
        return Written(content=_bytes(table, open_arrow), notices=(*table.notices, *lost_in_data(value)))
