"""What 1,000 reports cost as tidy data: into one Parquet file and one CSV, with memory, against pandas by hand.

By hand means what people write: a list of dicts out of ``report.cells()``, a ``DataFrame`` of it, and
``to_parquet`` or ``to_csv``, with the columns that need no knowledge of the form (so less than ours holds).
"""

import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pandas
from harness import race

import gov_disclosure
from gov_disclosure import AnnualReport, Reading
from gov_disclosure.analysis import indicator_table, save, tidy, wide

EXAMPLE = Path(__file__).parents[1] / "examples" / "example-district-2020.txt"
REPORTS = 1_000
ROUNDS = 5


def readings() -> list[Reading]:
    """As many readings as are asked for, each of another body."""
    reading = gov_disclosure.read(EXAMPLE)
    found = []
    for number in range(REPORTS):
        report = attrs.evolve(reading.report, issuer=f"示例{number}区人民政府")
        source = attrs.evolve(reading.source, document=f"{number}.txt")
        found.append(attrs.evolve(reading, report=report, source=source))
    return found


def by_hand(items: list[Reading]) -> Any:
    """The frame that people make of them."""
    return pandas.DataFrame(
        [
            {
                "document": item.source.document,
                "form": str(item.report.form),
                "year": item.report.year,
                "issuer": item.report.issuer,
                "path": path,
                "value": None if value is None else float(value),
                "kind": item.evidence[path].kind,
                "raw": item.evidence[path].raw,
                "doubt": item.evidence[path].doubt,
            }
            for item in items
            for path, value in item.report.cells()
        ]
    )


def main() -> None:
    """Print the minima and the memory."""
    items = readings()
    reports: list[AnnualReport] = [item.report for item in items]
    with tempfile.TemporaryDirectory() as folder:
        parquet, text = Path(folder, "cells.parquet"), Path(folder, "cells.csv")
        other_parquet, other_text = Path(folder, "hand.parquet"), Path(folder, "hand.csv")
        data = race(
            lambda: save(items, parquet, overwrite=True),
            lambda: by_hand(items).to_parquet(other_parquet, compression="zstd"),
            rounds=ROUNDS,
        )
        print(f"{REPORTS} readings to one Parquet file  {data.first * 1000:7.0f} ms, {size(parquet)}")
        print(f"the same with pandas by hand       {data.second * 1000:7.0f} ms, {size(other_parquet)}")
        lines = race(
            lambda: save(items, text, overwrite=True),
            lambda: by_hand(items).to_csv(other_text, index=False, encoding="utf-8-sig"),
            rounds=ROUNDS,
        )
        print(f"{REPORTS} readings to one CSV           {lines.first * 1000:7.0f} ms, {size(text)}")
        print(f"the same with pandas by hand       {lines.second * 1000:7.0f} ms, {size(other_text)}")
        print(
            f"memory of a stream into CSV        {peak(lambda: save(one_by_one(items), text, overwrite=True))}"
        )
    frames = race(lambda: tidy(reports).to_polars(), lambda: tidy(reports).to_pandas(), rounds=ROUNDS)
    print(f"{REPORTS} reports to polars             {frames.first * 1000:7.0f} ms")
    print(f"{REPORTS} reports to pandas             {frames.second * 1000:7.0f} ms")
    other = race(lambda: wide(reports), lambda: indicator_table(reports), rounds=ROUNDS)
    print(f"{REPORTS} reports, wide                 {other.first * 1000:7.0f} ms")
    print(f"{REPORTS} reports, all indicators       {other.second * 1000:7.0f} ms")


def one_by_one(items: list[Reading]) -> Iterator[Reading]:
    """A stream of ten times as many."""
    for _ in range(10):
        yield from items


def peak(program: Any) -> str:
    """The most memory that a run takes beyond what is there before."""
    tracemalloc.start()
    try:
        program()
        return f"{tracemalloc.get_traced_memory()[1] / 2**20:7.0f} MB for {10 * REPORTS}"
    finally:
        tracemalloc.stop()


def size(path: Path) -> str:
    """The size of a file."""
    return f"{path.stat().st_size / 2**20:.1f} MB"


if __name__ == "__main__":
    main()
