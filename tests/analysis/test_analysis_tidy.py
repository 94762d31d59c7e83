"""Tidy data: a row for every cell, from which the cells come back."""

from decimal import Decimal

import pytest
from hypothesis import given

import third_edition
from data_tables import any_item, any_items, every_kind, rebuilt, same_cells
from gov_disclosure import AnnualReport, Damaged, Reading
from gov_disclosure.analysis import COLUMNS, tidy, tidy_chunks
from gov_disclosure.interchange.facts import cell_records
from gov_disclosure.testing import reports


def test_tidy_columns_are_the_contract() -> None:
    """Scripts name these columns; one that is renamed or moved breaks them."""
    assert [column.name for column in COLUMNS] == [
        *("report", "document", "form", "year", "issuer"),
        *("table_name", "path", "code", "label_zh", "label_en", "row_name", "column_name"),
        *("applicant", "outcome_group", "outcome", "unit"),
        *("value", "count", "kind", "raw", "flags", "doubt"),
    ]
    assert all(column.en and column.zh for column in COLUMNS)


def test_tidy_row_of_a_doubtful_figure() -> None:
    """A mended or doubtful figure would look like any other in an analysis."""
    rows = {row["code"]: row for row in tidy(every_kind())}
    assert rows["a_received_tot"] == {
        "report": 0,
        "document": "年报.pdf",
        "form": "2021",
        "year": 2022,
        "issuer": "示例区人民政府",
        "table_name": "applications",
        "path": "applications.received.total",
        "code": "a_received_tot",
        "label_zh": "一、本年新收政府信息公开申请数量·总计",
        "label_en": "applications newly received in the year, total",
        "row_name": "received",
        "column_name": "total",
        "applicant": "total",
        "outcome_group": None,
        "outcome": None,
        "unit": "件",
        "value": 15,
        "count": 15,
        "kind": "number",
        "raw": "1 5",
        "flags": "repaired",
        "doubt": True,
    }


def test_tidy_nothing_is_not_zero() -> None:
    """Blank, dash, slash, words, unread and absent cells would pass for zeros, or for one another."""
    rows = {row["path"]: row for row in tidy(every_kind())}
    kinds = {
        "applications.carried_over.total": ("number", 0),
        "applications.carried_over.other": ("blank", None),
        "applications.received.natural_person": ("dash", None),
        "applications.received.business": ("slash", None),
        "applications.received.research": ("text", None),
        "applications.received.other": ("unread", None),
        "applications.results.other_handling.all.total": ("absent", None),
    }
    for path, (kind, value) in kinds.items():
        assert (rows[path]["kind"], rows[path]["value"], rows[path]["count"]) == (kind, value, value)


def test_tidy_money_is_exact_and_no_count() -> None:
    """Money added to numbers of cases, or rounded, would be a wrong number that nobody was told about."""
    row = next(row for row in tidy(every_kind()) if row["code"] == "p_fees_amount_wan")
    assert (row["value"], str(row["value"]), row["count"], row["unit"]) == (
        Decimal("12.50"),
        "12.50",
        None,
        "万元",
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("applications.carried_forward.other", ("other", None, None)),
        ("applications.results.granted.business", ("business", "granted", "granted")),
        ("applications.results.denied.state_secret.total", ("total", "denied", "state_secret")),
        ("applications.results.other_handling.unpaid.research", ("research", "other_handling", "unpaid")),
        ("applications.results.total.natural_person", ("natural_person", "total", "total")),
        ("challenges.litigation.direct.other", (None, None, "other")),
        ("proactive.rules.issued", (None, None, None)),
    ],
)
def test_tidy_dimensions(path: str, expected: tuple[str | None, ...]) -> None:
    """Grouping by applicant or outcome would mix the applicant “other” with the outcome “other”."""
    row = next(row for row in tidy(AnnualReport.blank("2021")) if row["path"] == path)
    assert (row["applicant"], row["outcome_group"], row["outcome"]) == expected


@given(any_items)
def test_tidy_gives_the_cells_back(items: list[AnnualReport | Reading]) -> None:
    """A figure would be lost, moved to another cell or report, or made up on the way into the table."""
    rows = list(tidy(items).records())
    for number, item in enumerate(items):
        report = item.report if isinstance(item, Reading) else item
        mine = [row for row in rows if row["report"] == number]
        assert report.form is not None
        assert [row["path"] for row in mine] == list(report.form.paths)
        assert same_cells(rebuilt(report.form, mine), report)
        assert {(row["year"], row["issuer"]) for row in mine} == {(report.year, report.issuer)}
        for row, field in zip(mine, report.form.fields, strict=True):
            assert row["count"] == (None if field.type == "decimal" else row["value"])
            assert (row["kind"] == "number") == (row["value"] is not None)


@given(any_item)
def test_tidy_says_what_the_facts_say(item: AnnualReport | Reading) -> None:
    """The command's facts and the table would tell two stories of one document."""
    reading = item if isinstance(item, Reading) else Reading(report=item)
    rows = tidy(item).records()
    for fact, row in zip(cell_records(reading), rows, strict=True):
        for name in ("document", "path", "code", "value", "unit", "raw", "kind", "doubt"):
            assert fact[name] == row[name], (fact["path"], name)
        assert (row["flags"] or "").split() == fact["flags"]


def test_tidy_report_without_tables_is_told() -> None:
    """A report would vanish from a study without a word."""
    table = tidy([AnnualReport(issuer="示例区人民政府"), AnnualReport.blank("2021")])
    assert {row["report"] for row in table} == {1}
    assert [(notice.code, notice.params["number"]) for notice in table.notices] == [("no-rows", 0)]


def test_tidy_errors_among_readings_are_raised() -> None:
    """Documents that could not be read would be missing from the table, and nobody would know."""
    error = Damaged(source="a.pdf", reason="cut off", reason_zh="不完整")
    with pytest.raises(Damaged, match=r"a\.pdf"):
        tidy([AnnualReport.blank("2021"), error])
    with pytest.raises(TypeError, match="not str"):
        tidy(["a.pdf"])  # type: ignore[list-item]


def test_tidy_chunks_number_on() -> None:
    """Reports of different chunks of a stream would share a number, and their cells would mix."""
    items = [AnnualReport.blank(form, year=year) for year in range(5) for form in ("2019", "2021")]
    whole = list(tidy(items).records())
    assert [row for chunk in tidy_chunks(iter(items), 3) for row in chunk] == whole
    assert not list(tidy_chunks([]))
    assert list(tidy([]).records()) == []


def test_tidy_half_characters_of_a_file_name() -> None:
    """One file name that is no proper Unicode would keep a whole corpus from being written."""
    reading = every_kind()
    odd = Reading(report=reading.report, source=type(reading.source)(document="\udce5.pdf"))
    assert tidy(odd)["document"][0] == "\\udce5.pdf"


def test_tidy_third_edition() -> None:
    """A new edition of the form would need changes here."""
    with third_edition.declared() as form:

        @given(reports(form, consistent=False))
        def comes_back(report: AnnualReport) -> None:
            rows = list(tidy(report).records())
            assert same_cells(rebuilt(form, rows), report)

        comes_back()
        rows = {row["path"]: row for row in tidy(AnnualReport.blank(form))}
        assert rows["applications.results.denied.archived.media"]["applicant"] == "media"
        assert rows["applications.results.denied.archived.media"]["outcome"] == "archived"
