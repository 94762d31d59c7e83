"""The editions walked without a report: tables, rows, labels, units and citations."""

import pickle

import pytest

from gov_disclosure.model import Form, UnknownPath, editions
from gov_disclosure.model.fields import Block, Row

EDITIONS = ("2019", "2021")


def test_editions_are_oldest_first() -> None:
    """A loop over the editions would meet them in no order."""
    assert editions() == ("2019", "2021")


def test_a_form_is_its_name() -> None:
    """Wherever a form is asked for, its string would not do."""
    form = Form("2021")
    assert form == "2021"
    assert {"2021": 1}[form] == 1
    assert f"{form}" == "2021"
    assert repr(form) == "Form('2021')"
    assert Form(form) is form
    assert pickle.loads(pickle.dumps(form)) is form


@pytest.mark.parametrize(
    ("edition", "citation", "years"),
    [("2019", "国办公开办函〔2019〕60号", (2019, 2020)), ("2021", "国办公开办函〔2021〕30号", (2021, None))],
)
def test_an_edition_names_its_notice_and_its_years(
    edition: str, citation: str, years: tuple[int, int | None]
) -> None:
    """A finding could not cite what prescribes the form."""
    assert Form(edition).citation == citation
    assert Form(edition).years == years
    assert {field.source for field in Form(edition).fields} == {citation}


@pytest.mark.parametrize("edition", EDITIONS)
def test_tables_rows_and_cells_agree(edition: str) -> None:
    """Code that walks tables and rows would meet other cells than code that walks the cells."""
    form = Form(edition)
    assert [table.name for table in form.tables] == ["proactive", "applications", "challenges"]
    assert [table.section.number for table in form.tables] == ["二", "三", "四"]
    assert [field for table in form.tables for field in table.fields] == list(form.fields)
    assert [field for row in form.rows for field in row.fields] == list(form.fields)
    for row in form.rows:
        assert issubclass(row.cls, Row)
        assert {field.row_path for field in row.fields} == {row.path}
        assert row.path.endswith(row.name)
    for table in form.tables:
        assert issubclass(table.cls, Block)
        assert form.table(table.name) is table
        assert {field.table for field in table.fields} == {table.name}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_can_be_named_to_a_clerk(edition: str) -> None:
    """A sentence about a cell would hold a path, or an empty name."""
    for field in Form(edition).fields:
        assert field.label()
        assert field.label("en") == field.english
        assert "None" not in field.label() + field.label("en")
        assert field.path not in field.label() + field.label("en")
        assert field.unit
        assert field.name == field.keys[-1]


def test_the_two_variants_of_other_handling() -> None:
    """A 2021 report that prints one row could not be told from one that prints three."""
    rows = {row.path.rpartition(".")[2]: row.variant for row in Form("2021").rows if row.variant}
    assert rows == {
        "all": "single_other",
        "uncorrected": "split_other",
        "unpaid": "split_other",
        "miscellaneous": "split_other",
    }
    assert {row.variant for row in Form("2019").rows} == {""}


def test_types_and_units_of_cells() -> None:
    """Money would be summed as a count, or a fall refused; 元 and 万元 would be one."""
    old, new = Form("2019"), Form("2021")
    assert {field.path: field.unit for field in old.fields if field.type == "decimal"} == {
        "proactive.procurement.amount": "元"
    }
    assert {field.path: field.unit for field in new.fields if field.type == "decimal"} == {
        "proactive.administrative_fees.amount": "万元"
    }
    assert [field.name for field in old.fields if field.type == "signed count"] == ["change"] * 5
    assert [field.name for field in new.fields if field.type == "signed count"] == []


def test_an_unknown_cell_of_a_form_names_the_nearest() -> None:
    """A typing slip would cost a search through the form."""
    with pytest.raises(UnknownPath) as caught:
        Form("2019").field("a_recieved_tot")
    assert caught.value.nearest is not None
    assert Form("2019").get("a_recieved_tot") is None
    assert Form("2019").nearest("applications.received.totl") == "applications.received.total"
