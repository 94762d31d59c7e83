"""The same table in Arrow, pandas, polars and DuckDB: exact, and with None where nothing is."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from data_tables import any_items, every_kind
from gov_disclosure import AnnualReport, MissingExtra, Reading
from gov_disclosure.analysis import Column, Table, tidy, wide
from gov_disclosure.writers import CannotHold

BLANK = AnnualReport.blank("2021")


def need(package: str) -> Any:
    """A package that is not always there."""
    return pytest.importorskip(package, reason=f"{package} is not installed")


@settings(max_examples=25)
@given(any_items)
def test_arrow_holds_the_records(items: list[AnnualReport | Reading]) -> None:
    """A figure would change, or nothing would become something, on the way to Arrow."""
    need("pyarrow")
    for table in (tidy(items), wide(items)):
        arrow = table.to_arrow()
        arrow.validate(full=True)
        assert arrow.to_pylist() == list(table.records())


@settings(max_examples=25)
@given(any_items)
def test_polars_holds_the_records(items: list[AnnualReport | Reading]) -> None:
    """As above, for polars."""
    need("polars")
    for table in (tidy(items), wide(items)):
        assert table.to_polars().to_dicts() == list(table.records())


@settings(max_examples=8)
@given(any_items)
def test_pandas_holds_the_records(items: list[AnnualReport | Reading]) -> None:
    """As above, for pandas, where counts become floats and None becomes NaN if nobody looks."""
    pandas = need("pandas")
    for table in (tidy(items), wide(items)):
        frame = table.to_pandas()
        for column in table.columns:
            values = [None if value is pandas.NA else value for value in frame[column.name]]
            assert values == list(table[column.name])
            assert not any(isinstance(value, float) for value in values)


def test_types_hold_nothing() -> None:
    """Sums over counts would be floats, and a blank would be NaN."""
    need("pyarrow")
    need("pandas")
    types = {name: str(type_) for name, type_ in tidy(BLANK).to_pandas().dtypes.items()}
    assert (types["count"], types["year"], types["doubt"], types["value"]) == (
        "Int64",
        "Int64",
        "boolean",
        "object",
    )
    schema = tidy(BLANK).to_arrow().schema
    assert [str(schema.field(name).type) for name in ("count", "value", "doubt", "raw")] == [
        "int64",
        "decimal128(38, 14)",
        "bool",
        "string",
    ]


def test_labels_and_units_travel_along() -> None:
    """Whoever opens the file alone would not know what its columns mean."""
    need("pyarrow")
    field = wide(BLANK).to_arrow().schema.field("p_fees_amount_wan")
    assert {name.decode(): text.decode() for name, text in field.metadata.items()} == {
        "en": "administrative fees: amount collected in the year",
        "zh": "行政事业性收费·本年收费金额（单位：万元）",
        "unit": "万元",
        "path": "proactive.administrative_fees.amount",
        "kinds": "p_fees_amount_wan__kind",
    }


def test_libraries_take_the_arrow_stream() -> None:
    """A table would have to be turned by hand for each library."""
    need("pyarrow")
    polars = need("polars")
    table = tidy(every_kind())
    assert polars.DataFrame(table).equals(table.to_polars())


def test_duckdb_queries() -> None:
    """Questions in SQL would need a file in between, and names would have to be quoted."""
    need("pyarrow")
    duckdb = need("duckdb")
    with duckdb.connect() as connection:
        cells = tidy(every_kind()).to_duckdb(connection)  # noqa: F841 - named in the query
        query = "select table_name, row_name, column_name, count, value from cells where doubt and count is not null"
        assert connection.sql(query).fetchall() == [("applications", "received", "total", 15, Decimal(15))]


@pytest.mark.parametrize("path", ["applications.received.total", "proactive.administrative_fees.amount"])
@pytest.mark.parametrize("power", [63, 80, 90, 20_000])
@pytest.mark.parametrize("engine", ["pyarrow", "polars"])
def test_numbers_beyond_the_type_are_refused(engine: str, path: str, power: int) -> None:
    """A number would be cut to what fits, or come as an error that names no cell."""
    need(engine)
    table = wide(BLANK.replace({path: 2**power}))
    fits = path.endswith("amount") and 2**power < 10**24
    turn = table.to_arrow if engine == "pyarrow" else table.to_polars
    if fits:
        turn()
        return
    with pytest.raises(CannotHold) as caught:
        turn()
    assert caught.value.row == 0
    assert caught.value.target in {"a_received_tot", "p_fees_amount_wan"}
    assert caught.value.message("zh")


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("0.00000000000001", True),
        ("0.000000000000010", True),
        ("0.000000000000001", False),
        ("999999999999999999999999.99999999999999", True),
        ("-999999999999999999999999.99999999999999", True),
        ("1E+24", False),
        ("1E+23", True),
        ("0E-400", True),
        ("0E+400", True),
        ("1E+400", False),
    ],
)
def test_amounts_are_held_in_full_or_refused(value: str, fits: bool) -> None:
    """An amount would be rounded without a word."""
    need("pyarrow")
    need("polars")
    amount = Decimal(value)
    table = wide(BLANK.replace({"proactive.administrative_fees.amount": amount}))
    if fits:
        assert table.to_arrow().to_pylist()[0]["p_fees_amount_wan"] == amount
        assert table.to_polars()["p_fees_amount_wan"][0] == amount
        return
    with pytest.raises(CannotHold):
        table.to_arrow()
    with pytest.raises(CannotHold):
        table.to_polars()


def test_pandas_keeps_amounts_as_they_are() -> None:
    """pandas holds any amount; it must not become a float."""
    need("pandas")
    amount = Decimal("0.1000000000000000000001")
    frame = wide(BLANK.replace({"proactive.administrative_fees.amount": amount})).to_pandas()
    assert str(frame["p_fees_amount_wan"][0]) == str(amount)
    with pytest.raises(CannotHold):
        wide(BLANK.replace({"applications.received.total": 2**70})).to_pandas()


@pytest.mark.parametrize(
    ("package", "extra", "method"),
    [
        ("pyarrow", "arrow", "to_arrow"),
        ("pandas", "pandas", "to_pandas"),
        ("polars", "polars", "to_polars"),
        ("duckdb", "duckdb", "to_duckdb"),
    ],
)
def test_missing_package_is_named(
    package: str, extra: str, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Users would see an ImportError from deep inside and not know what to install."""
    monkeypatch.setitem(__import__("sys").modules, package, None)
    with pytest.raises(MissingExtra) as caught:
        getattr(tidy(BLANK), method)()
    assert caught.value.extra == extra


def test_table_by_itself() -> None:
    """Without any of the libraries the table would be of no use."""
    table = Table(
        name="small",
        columns=(Column(name="a", type="whole"), Column(name="b")),
        data=((1, None), ("x", None)),
    )
    assert list(table) == [{"a": 1, "b": "x"}, {"a": None, "b": None}]
    assert (len(table), table["b"], repr(table)) == (2, ("x", None), "<Table small: 2 rows × 2 columns>")
    with pytest.raises(KeyError):
        table["c"]
