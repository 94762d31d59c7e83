"""Files of data: whole or not at all, from streams of any length, described beside."""

import csv
import hashlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data_tables import every_kind
from gov_disclosure import AnnualReport, Damaged, MissingExtra, WriteError
from gov_disclosure.analysis import indicator_table, save, table_schema, tidy, wide
from gov_disclosure.writers import CannotHold, CannotWrite, TargetExists, UnknownTarget

BLANK = AnnualReport.blank("2021", year=2022)
FAR = BLANK.replace({"applications.received.total": 2**70})


def need(package: str) -> Any:
    """A package that is not always there."""
    return pytest.importorskip(package, reason=f"{package} is not installed")


def many(count: int) -> Iterator[AnnualReport]:
    """Reports one after the other, each with its number in a cell."""
    for number in range(count):
        form = "2019" if number % 3 else "2021"
        yield AnnualReport.blank(form, year=2000 + number).replace({"applications.received.total": number})


def test_stream_makes_the_same_csv(tmp_path: Path) -> None:
    """Reports at the seams of a long stream would be lost, doubled, or given wrong numbers."""
    save(many(600), tmp_path / "stream.csv")
    save(tidy(many(600)), tmp_path / "table.csv")
    content = (tmp_path / "stream.csv").read_bytes()
    assert content == (tmp_path / "table.csv").read_bytes()
    assert content.count(b"report,document") == content.count("\ufeff".encode()) == 1


@pytest.mark.parametrize("suffix", [".parquet", ".arrow"])
def test_stream_makes_the_same_data(suffix: str, tmp_path: Path) -> None:
    """As above, for Parquet and Arrow."""
    need("pyarrow")
    polars = need("polars")
    target = tmp_path / f"cells{suffix}"
    save(many(600), target)
    frame = (polars.read_parquet if suffix == ".parquet" else polars.read_ipc)(target.read_bytes())
    assert frame.equals(tidy(many(600)).to_polars())


def test_stream_is_not_gathered(tmp_path: Path) -> None:
    """A million reports would have to fit into memory."""
    alive = 0
    most = 0

    class Counted(AnnualReport):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def reports() -> Iterator[AnnualReport]:
        nonlocal alive, most
        for _ in range(2000):
            alive += 1
            most = max(most, alive)
            yield Counted()

    save(reports(), tmp_path / "cells.csv")
    assert most < 1000


def test_file_that_is_there_is_kept(tmp_path: Path) -> None:
    """Somebody's data would be gone."""
    target = tmp_path / "cells.csv"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(TargetExists):
        save(BLANK, target)
    assert target.read_text(encoding="utf-8") == "mine"
    save(BLANK, target, overwrite=True)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfreport")
    (tmp_path / "datapackage.json").write_text("{}", encoding="utf-8")
    with pytest.raises(TargetExists, match=r"datapackage\.json"):
        save(BLANK, tmp_path / "other.csv", datapackage=True)
    assert not (tmp_path / "other.csv").exists()


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".arrow"])
def test_nothing_half_written_is_left(suffix: str, tmp_path: Path) -> None:
    """A file cut off in the middle would pass for the whole."""
    if suffix != ".csv":
        need("pyarrow")
    target = tmp_path / f"cells{suffix}"
    error = Damaged(source="b.pdf", reason="cut off", reason_zh="不完整")
    with pytest.raises(Damaged, match=r"b\.pdf"):
        save((*many(600), error), target)
    if suffix != ".csv":
        with pytest.raises(CannotHold):
            save((*many(600), FAR), target)
    assert list(tmp_path.iterdir()) == []


def test_places_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A wrong folder or name would end in a traceback."""
    with pytest.raises(CannotWrite):
        save(BLANK, tmp_path / "missing" / "cells.csv")
    with pytest.raises(UnknownTarget, match="csv, parquet, arrow, stata"):
        save(BLANK, tmp_path / "cells.xyz")
    with pytest.raises(WriteError):
        save(BLANK, tmp_path / "cells")
    save(BLANK, tmp_path / "cells.txt", format="csv", bom=False)
    assert (tmp_path / "cells.txt").read_bytes().startswith(b"report,")


def test_notices_of_all_chunks(tmp_path: Path) -> None:
    """Reports without rows would be missing without a word."""
    items = [*many(300), AnnualReport(year=2015)]
    assert [(said.code, said.params["number"]) for said in save(items, tmp_path / "a.csv")] == [
        ("no-rows", 300)
    ]


def test_stata_makes_one_row_a_report(tmp_path: Path) -> None:
    """Co-authors in Stata would get two hundred rows for each report."""
    need("pyreadstat")
    pandas = need("pandas")
    save([every_kind(), BLANK], tmp_path / "reports.dta", lang="zh")
    frame = pandas.read_stata(tmp_path / "reports.dta", convert_missing=True, convert_categoricals=False)
    assert [str(value) for value in frame["a_received_np"]] == [".b", ".a"]


def test_nothing_at_all(tmp_path: Path) -> None:
    """An empty selection would be an error, or a file that no reader takes."""
    save([], tmp_path / "empty.csv")
    assert (tmp_path / "empty.csv").read_text(encoding="utf-8-sig").count("\n") == 1
    polars = need("polars")
    need("pyarrow")
    save([], tmp_path / "empty.parquet")
    assert polars.read_parquet(tmp_path / "empty.parquet").schema == tidy(BLANK).to_polars().schema


@pytest.mark.parametrize(
    ("suffix", "package", "extra"),
    [(".parquet", "pyarrow", "arrow"), (".arrow", "pyarrow", "arrow"), (".dta", "pyreadstat", "stata")],
)
def test_missing_packages_are_named(
    suffix: str, package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Users would not know what to install, and find an empty file."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra) as caught:
        save(BLANK, tmp_path / f"cells{suffix}")
    assert caught.value.extra == extra
    assert list(tmp_path.iterdir()) == []


def fits(field: dict[str, Any], text: str) -> bool:
    """Whether a value of a CSV is what its field of the Table Schema says."""
    if text == "":
        return not field.get("constraints", {}).get("required")
    turn: dict[str, Callable[[str], object]] = {
        "integer": int,
        "number": Decimal,
        "string": str,
        "boolean": {"true": True, "false": False}.__getitem__,
    }
    try:
        turn[field["type"]](text)
    except (ValueError, KeyError, ArithmeticError):
        return False
    return text in field.get("constraints", {}).get("enum", [text])


@pytest.mark.parametrize("shape", [tidy, wide, indicator_table])
def test_datapackage_describes_the_file(shape: Any, tmp_path: Path) -> None:
    """Programs that trust the description would misread the data beside it."""
    target = tmp_path / "年报 data.csv"
    table = shape([every_kind(), BLANK])
    save(table, target, datapackage=True)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = described["resources"]
    content = target.read_bytes()
    assert (resource["path"], resource["bytes"]) == (target.name, len(content))
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert resource["name"].isascii()
    assert resource["name"] == resource["name"].lower()
    fields = resource["schema"]["fields"]
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [field["name"] for field in fields] == list(lines[0])
    assert all(field["title"] and field["description"] for field in fields)
    for field in fields:
        assert all(fits(field, line[field["name"]]) for line in lines), field["name"]
    key = resource["schema"].get("primaryKey")
    if key:
        assert len({tuple(line[name] for name in key) for line in lines}) == len(lines)


def test_table_schema_of_cells() -> None:
    """The meaning of the columns would have to be looked up elsewhere."""
    schema = table_schema(tidy(BLANK))
    fields = {field["name"]: field for field in schema["fields"]}
    assert (fields["value"]["type"], fields["count"]["type"], fields["doubt"]["type"]) == (
        "number",
        "integer",
        "boolean",
    )
    assert fields["kind"]["constraints"]["enum"][:2] == ["number", "blank"]
    assert "the column kind" in fields["value"]["description"]
    assert (schema["primaryKey"], schema["missingValues"]) == (["report", "path"], [""])
    fee = next(field for field in table_schema(wide(BLANK))["fields"] if field["name"] == "p_fees_amount_wan")
    assert (fee["unit"], fee["path"]) == ("万元", "proactive.administrative_fees.amount")
