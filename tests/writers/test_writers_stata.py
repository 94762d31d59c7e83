"""Stata files: labels, and missing values that say what stands in the cell; pandas reads them as the oracle."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import gov_disclosure
from data_tables import any_items, every_kind
from gov_disclosure import AnnualReport, Reading
from gov_disclosure.analysis import tidy, wide
from gov_disclosure.model import Lang
from gov_disclosure.reading import KINDS
from gov_disclosure.writers import CannotHold
from gov_disclosure.writers.tabular.as_stata import MISSINGS, to_stata

pytest.importorskip("pyreadstat", reason="pyreadstat is not installed")
pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed")

FEES = "proactive.administrative_fees.amount"


def opened(content: bytes) -> Any:
    """The data as pandas reads them, missing values as what they are."""
    return pandas.read_stata(io.BytesIO(content), convert_missing=True, convert_categoricals=False)


def shown(value: object) -> str:
    """A value, or the name of a missing one."""
    return str(value)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(any_items)
def test_stata_holds_values_and_kinds(items: list[AnnualReport | Reading]) -> None:
    """Every kind of nothing would be one dot, and a co-author would take it for zero or drop it."""
    table = wide(items)
    try:
        frame = opened(to_stata(table))
    except CannotHold:  # figures of fifteen digits with fractions are more than a double can hold
        return
    for number, row in enumerate(table):
        for column in table.columns:
            if column.kinds:
                found = frame[column.name][number]
                if row[column.name] is not None:
                    assert Decimal(repr(float(found))) == row[column.name]
                else:
                    assert shown(found) == f".{MISSINGS[row[column.kinds]][0]}"
            elif column.type == "text" and not column.path:
                assert frame[column.name][number] == (row[column.name] or "")
    assert not any(name.endswith("__kind") for name in frame.columns)


@pytest.mark.parametrize(
    ("lang", "label", "missing"),
    [
        ("en", "applications newly received in the year, total", "dash"),
        ("zh", "一、本年新收政府信息公开申请数量·总计", "横线"),
    ],
)
def test_stata_labels(lang: Lang, label: str, missing: str) -> None:
    """Two hundred variables of eight letters each would have to be looked up one by one."""
    content = to_stata(wide(every_kind()), lang=lang)
    with pandas.io.stata.StataReader(io.BytesIO(content)) as reader:
        assert reader.variable_labels()["a_received_tot"] == label
        assert missing in set(next(iter(reader.value_labels().values())).values())


def test_stata_tidy() -> None:
    """The long shape would be there for other programs only."""
    frame = opened(to_stata(tidy(every_kind())))
    by_path = {path: place for place, path in enumerate(frame["path"])}
    assert shown(frame["value"][by_path["applications.received.natural_person"]]) == ".b"
    assert shown(frame["count"][by_path["applications.received.natural_person"]]) == ".b"
    assert shown(frame["count"][by_path[FEES]]) == "."
    assert frame["value"][by_path[FEES]] == 12.5
    assert list(frame["kind"]) == list(tidy(every_kind())["kind"])


def test_every_kind_of_nothing_has_its_letter() -> None:
    """Two kinds of nothing would be one and the same."""
    letters = [letter for letter, *_ in MISSINGS.values()]
    assert len(set(letters)) == len(letters)
    assert set(MISSINGS) == {*KINDS, None} - {"number"}


@pytest.mark.parametrize(
    "values",
    [
        {"applications.received.total": 2**53 + 1},
        {"applications.received.total": 10**400},
        {FEES: Decimal("123456789012345.123456")},
        {FEES: Decimal("1E+308")},
    ],
    ids=["count", "endless", "digits", "huge"],
)
def test_what_a_double_cannot_hold_is_refused(values: dict[str, int | Decimal]) -> None:
    """A figure would be rounded, or read as missing, without a word."""
    with pytest.raises(CannotHold):
        to_stata(wide(AnnualReport.blank("2021").replace(values)))


def test_same_bytes_and_plain_write(tmp_path: Path) -> None:
    """The file would differ each time it is made, by the time written into it."""
    gov_disclosure.write(every_kind(), tmp_path / "report.dta")
    assert (tmp_path / "report.dta").read_bytes() == to_stata(wide(every_kind()))
    content = (tmp_path / "report.dta").read_bytes()
    assert opened(content)["a_received_tot"][0] == 15
    assert b"<release>118</release>" in content  # later ones are closed to Stata/SE


def test_names_that_are_too_long() -> None:
    """Stata takes 32 characters: two longer names could fall together."""
    from gov_disclosure.analysis import Column, Table

    names = [f"{'a' * 32}{letter}" for letter in "xyz"]
    table = Table(
        name="long",
        columns=tuple(Column(name=name, type="whole") for name in names),
        data=((1,), (2,), (3,)),
    )
    frame = opened(to_stata(table))
    assert [frame[name][0] for name in frame.columns] == [1, 2, 3]
    assert all(len(name) <= 32 for name in frame.columns)
