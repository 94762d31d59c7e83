"""Parquet and Arrow files: what other programs read out of them."""

import io
from pathlib import Path
from typing import Any

import pytest

import gov_disclosure
from data_tables import every_kind
from gov_disclosure.analysis import tidy


def need(package: str) -> Any:
    """A package that is not always there."""
    return pytest.importorskip(package, reason=f"{package} is not installed")


@pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".feather"])
def test_files_hold_the_records(suffix: str, tmp_path: Path) -> None:
    """What is archived would not be what was read."""
    need("pyarrow")
    polars = need("polars")
    target = tmp_path / f"cells{suffix}"
    gov_disclosure.write(every_kind(), target)
    opened = polars.read_parquet if suffix == ".parquet" else polars.read_ipc
    frame = opened(target.read_bytes())
    assert frame.to_dicts() == list(tidy(every_kind()).records())


@pytest.mark.parametrize("name", ["parquet", "arrow"])
def test_same_report_same_bytes_of_data(name: str) -> None:
    """Two archives of the same report could not be compared."""
    need("pyarrow")
    first, second = (
        gov_disclosure.writers.pick_writer("x", name).write(every_kind()).content for _ in range(2)
    )
    assert first == second


def test_pandas_reads_counts_as_whole_numbers() -> None:
    """pandas would make floats of all counts, since some are missing, and NaN of the missing ones."""
    need("pyarrow")
    pandas = need("pandas")
    content = gov_disclosure.writers.pick_writer("x", "parquet").write(every_kind()).content
    frame = pandas.read_parquet(io.BytesIO(content))
    assert [str(frame.dtypes[name]) for name in ("count", "year", "doubt")] == ["Int64", "Int64", "boolean"]
    expected = tidy(every_kind()).to_pandas()
    assert frame["count"].equals(expected["count"])
    assert list(frame["value"]) == list(expected["value"])
