"""Tidy data back into readings: a table that was saved years ago can still be seen through another edition."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from gov_disclosure import InvalidReport, Reading
from gov_disclosure.analysis import crosswalk_table, readings_from_tidy, save, tidy
from gov_disclosure.testing import readings


def cells(reading: Reading) -> list[tuple[str, object, str, bool]]:
    """What tidy data holds of a reading."""
    return [
        (record["path"], record["value"], record["kind"], record["doubt"])
        for record in tidy(reading).records()
    ]


@settings(max_examples=20)
@given(readings())
def test_a_table_gives_back_the_cells_it_was_made_of(reading: Reading) -> None:
    """A researcher who kept the table alone would compare other figures than those that were read."""
    (back,) = readings_from_tidy(tidy(reading)) if reading.report.form is not None else (reading,)
    assert cells(back) == cells(reading)


@settings(max_examples=5, deadline=None)
@given(readings("2019"))
def test_every_kind_of_frame_is_seen_through_the_other_edition_alike(reading: Reading) -> None:
    """A pandas user and a polars user would publish different series."""
    table = tidy(reading)
    expected = [row["value"] for row in crosswalk_table(reading, "2021").records()]
    for frame in (table, table.to_pandas(), table.to_polars(), table.to_arrow()):
        seen = crosswalk_table(readings_from_tidy(frame), "2021")
        assert [row["value"] for row in seen.records()] == expected


def test_a_saved_csv_is_read_by_the_standard_library(tmp_path: Path) -> None:
    """Text in every column, as CSV has it, would be no number any more."""
    import gov_disclosure

    reading = gov_disclosure.read("examples/example-district-2020.txt")
    path = tmp_path / "cells.csv"
    save(tidy(reading), path)
    (back,) = readings_from_tidy(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert tuple(back.report.cells()) == tuple(reading.report.cells())
    assert back.report.year == 2020


@pytest.mark.parametrize(
    ("change", "named"),
    [({"path": "applications.nothing"}, "applications.nothing"), ({"value": "zwölf"}, "proactive")],
)
def test_what_is_no_cell_or_no_number_is_refused(change: dict[str, str], named: str) -> None:
    """A column mixed up while editing would become figures of the wrong cells."""
    import gov_disclosure

    records = [*tidy(gov_disclosure.read("examples/example-district-2020.txt")).records()]
    with pytest.raises(InvalidReport, match=named):
        list(readings_from_tidy([records[0] | change]))
    with pytest.raises(InvalidReport, match="kind"):
        list(readings_from_tidy([{key: value for key, value in records[0].items() if key != "kind"}]))
