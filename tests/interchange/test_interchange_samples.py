"""Documents saved by older versions of the library keep loading, with the values they were saved with."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from gov_disclosure.interchange import loads, loads_reading
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Evidence, Place, Reading

SAMPLES = Path(__file__).parent / "samples"


def rows() -> list[dict[str, str]]:
    """What the samples of all versions must say: a row of the folders' indexes each."""
    found = []
    for index in sorted(SAMPLES.glob("*/index.csv")):
        with index.open(encoding="utf-8", newline="") as lines:
            found += [{**row, "file": f"{index.parent.name}/{row['file']}"} for row in csv.DictReader(lines)]
    return found


def report_in(name: str) -> AnnualReport:
    """The report in a sample, be it saved as a report or within a reading."""
    text = (SAMPLES / name).read_bytes()
    return loads_reading(text).report if Path(name).name.startswith("reading") else loads(text)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['file']}-{row['path']}")
def test_interchange_old_sample_keeps_its_values(row: dict[str, str]) -> None:
    """Otherwise a library update would cost users the reports they have saved."""
    report = report_in(row["file"])
    assert (report.form or "") == row["form"]
    assert report.year == int(row["year"])
    if row["path"]:
        value = report[row["path"]]
        assert ("" if value is None else str(value)) == row["value"]


def test_interchange_every_old_sample_is_in_an_index() -> None:
    """Otherwise a sample could lose its values and no test would look."""
    files = {f"{file.parent.name}/{file.name}" for file in SAMPLES.glob("*/*.json")}
    assert files == {row["file"] for row in rows()}


def test_interchange_old_sample_keeps_its_nothings() -> None:
    """Otherwise an old file's blank cells, missing rows and empty headings would turn into one another."""
    report = report_in("v1/report-2019.json")
    assert report.prints("applications.received.total")
    assert report.narrative.problems == ()
    assert report.narrative.other_matters is None
    split, single = (report_in(f"v1/report-2021-{way}-other.json") for way in ("split", "single"))
    assert not split.prints("applications.results.other_handling.all.total")
    assert not single.prints("applications.results.other_handling.unpaid.total")
    assert not single.prints("challenges.reconsideration.total")


def test_interchange_old_reading_keeps_its_evidence() -> None:
    """Otherwise what is known about an old reading's figures would be lost."""
    reading: Reading = loads_reading((SAMPLES / "v1/reading-2019.json").read_bytes())
    assert reading.evidence["applications.received.natural_person"] == Evidence(
        raw="2 3",
        flags=("repaired",),
        doubt=True,
        place=Place(line=40, column=12, member="report.txt"),
        others=(Evidence(raw="24", place=Place(page=4)),),
    )
    place = reading.evidence["proactive.rules.created"].place
    assert place is not None
    assert place.box == (72.0, 100.5, 96.25, 112.0)
    assert reading.doubtful == ("applications.received.natural_person", "applications.received.total")
    assert [repr(figure.value) for figure in reading.unplaced] == ["12", "Decimal('3.50')", "None"]
    assert reading.unplaced[2].foreign_path == "proactive.rules.in_force"
    assert [notice.code for notice in reading.notices] == ["repaired", "unit-converted", "rows-missing"]
    assert reading.notices[1].params["value"] == Decimal("22.280")
    assert reading.notices[2].params["rows"] == ("规章", "规范性文件")
    assert reading.source.engine == "pdfium"
