"""CSV: what csv, pandas and polars read back, what a spreadsheet must not run, and the same bytes each time."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gov_disclosure
from data_tables import any_items, every_kind, hostile
from gov_disclosure import AnnualReport, Reading, Source
from gov_disclosure.analysis import Table, tidy, wide
from gov_disclosure.reading import Evidence
from gov_disclosure.writers import CannotHold
from gov_disclosure.writers.tabular.as_csv import disarm, rearm
from gov_disclosure.writers.tabular.words import sound

BLANK = AnnualReport.blank("2021")


def as_read(table: Table, line: dict[str, str]) -> dict[str, Any]:
    """A line with the types of the table's columns."""
    found: dict[str, Any] = {}
    for column in table.columns:
        text = line[column.name]
        if text == "":
            found[column.name] = None
        elif column.type == "text":
            found[column.name] = rearm(text)
        else:
            turn: Any = {
                "whole": int,
                "decimal": Decimal,
                "truth": {"true": True, "false": False}.__getitem__,
            }
            found[column.name] = turn[column.type](text)
    return found


def lines_of(text: str) -> list[dict[str, str]]:
    """The lines as the standard library reads them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@settings(max_examples=30)
@given(any_items)
def test_csv_comes_back(items: list[AnnualReport | Reading]) -> None:
    """A figure would lose digits, or nothing would become a zero, in the one file that everybody can open."""
    for table in (tidy(items), wide(items)):
        found = [as_read(table, line) for line in lines_of(table.to_csv(bom=False))]
        expected = [{name: None if value == "" else value for name, value in row.items()} for row in table]
        assert found == expected


@given(hostile, hostile, hostile)
def test_csv_of_hostile_text(issuer: str, raw: str, document: str) -> None:
    """A file name or issuer could run a command on the desk of whoever opens the data in a spreadsheet."""
    path = "applications.received.total"
    reading = Reading(
        report=attrs.evolve(BLANK, issuer=issuer),
        evidence={path: Evidence(raw=raw, kind="unread")},
        source=Source(document=document),
    )
    text = tidy(reading).to_csv(bom=False)
    lines = lines_of(text)
    assert len(lines) == 207
    for line in lines:
        for value in line.values():
            assert value[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    line = next(line for line in lines if line["path"] == path)
    expected = [sound(part) or "" for part in (issuer, raw, document)]
    assert [rearm(line[name]) for name in ("issuer", "raw", "document")] == expected
    plain = lines_of(tidy(reading).to_csv(bom=False, defuse=False))
    assert plain[0]["issuer"] == expected[0]


@given(st.text(max_size=5) | hostile)
def test_rearm_undoes_disarm(text: str) -> None:
    """What was defused could not be told from what was printed with an apostrophe."""
    assert rearm(disarm(text)) == text


@pytest.mark.parametrize("sign", list("=+-@\t\r\n＝＋－＠"))
def test_every_sign_that_begins_a_formula(sign: str) -> None:
    """One of the signs that spreadsheets act on would be let through."""
    assert disarm(f"{sign}1+1") == f"'{sign}1+1"
    assert disarm(f"1{sign}1") == f"1{sign}1"


def test_numbers_below_zero_are_no_formulas() -> None:
    """本年增/减 would come with an apostrophe, and no program would take it for a number."""
    report = AnnualReport.blank("2019").replace({"proactive.penalties.change": -17})
    line = next(line for line in lines_of(tidy(report).to_csv(bom=False)) if line["code"] == "p_pen_change")
    assert (line["value"], line["count"]) == ("-17", "-17")


def test_written_file() -> None:
    """A spreadsheet would show Chinese as rubbish, or a tool that expects plain UTF-8 a strange first name."""
    content = gov_disclosure.writers.pick_writer("a.csv", None).write(every_kind()).content
    assert content.startswith("\ufeffreport,document,form,".encode())
    assert b"\r\n" in content
    assert content.count(b"\n") == content.count(b"\r\n") == 208
    assert tidy(every_kind()).to_csv(bom=False) == content.decode("utf-8-sig")
    amount = next(line for line in lines_of(content.decode("utf-8-sig")) if line["unit"] == "万元")
    assert (amount["value"], amount["count"]) == ("12.50", "")


def test_same_report_same_bytes(tmp_path: Path) -> None:
    """Data under version control would change though nothing did."""
    written = [gov_disclosure.write(every_kind(), tmp_path / name) for name in ("a.csv", "b.csv")]
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert written[0] == written[1]


def test_what_csv_cannot_hold_is_said(tmp_path: Path) -> None:
    """The text of a report, or figures without a cell, would be lost without a word."""
    report = attrs.evolve(BLANK, preamble=("根据条例编制。",))
    assert [said.code for said in gov_disclosure.write(report, tmp_path / "a.csv")] == ["text-not-written"]
    unplaced = gov_disclosure.Unplaced(labels=("附表",), raw="77")
    reading = Reading(report=BLANK, unplaced=(unplaced,))
    (said,) = gov_disclosure.write(reading, tmp_path / "b.csv")
    assert (said.code, "77" in said.message("zh")) == ("unplaced-not-written", True)


def test_numbers_of_any_length() -> None:
    """A number would be cut, take all memory, or end in an error that names no cell."""
    paths = ("applications.received.total", "proactive.administrative_fees.amount")
    report = BLANK.replace({paths[0]: 10**40, paths[1]: Decimal("1.10E-30")})
    values = {line["path"]: line["value"] for line in lines_of(tidy(report).to_csv(bom=False))}
    assert values[paths[0]] == str(10**40)
    assert values[paths[1]] == "0." + "0" * 29 + "110"
    far = tidy(BLANK.replace({paths[1]: Decimal("1E+999999")})).to_csv()
    assert "1E+999999" in far
    with pytest.raises(CannotHold) as caught:
        tidy(BLANK.replace({paths[0]: 10**5000})).to_csv()
    assert caught.value.target == "value"


@settings(max_examples=10)
@given(any_items)
def test_pandas_reads_it(items: list[AnnualReport | Reading]) -> None:
    """The most used reader would see other counts, or other blanks."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    table = tidy(items)
    text = io.BytesIO(table.to_csv().encode())
    frame = pandas.read_csv(text, dtype={"count": "Int64", "kind": "string", "code": "string"})
    assert [None if value is pandas.NA else value for value in frame["count"]] == list(table["count"])
    assert list(frame["kind"]) == list(table["kind"])
    assert list(frame["code"]) == list(table["code"])


@settings(max_examples=10)
@given(any_items)
def test_polars_reads_it(items: list[AnnualReport | Reading]) -> None:
    """As above, for polars."""
    polars = pytest.importorskip("polars", reason="polars is not installed")
    table = tidy(items)
    types = {
        "count": polars.Int64,
        "value": polars.Decimal(38, 14),
        "raw": polars.String,
        "doubt": polars.Boolean,
    }
    frame = polars.read_csv(table.to_csv().encode(), schema_overrides=types)
    for name in ("count", "value", "kind", "doubt"):
        assert frame[name].to_list() == list(table[name])
