"""Wide data: a row for every report, without losing what kind of nothing a cell holds."""

from hypothesis import given

import third_edition
from data_tables import any_items, every_kind
from gov_disclosure import AnnualReport, Reading
from gov_disclosure.analysis import tidy, wide
from gov_disclosure.model.forms import editions


@given(any_items)
def test_wide_holds_what_tidy_holds(items: list[AnnualReport | Reading]) -> None:
    """Turning a table on its side would lose or change a figure, or what stands in place of one."""
    table = list(wide(items).records())
    assert [row["report"] for row in table] == list(range(len(items)))
    for cell in tidy(items):
        row = table[cell["report"]]
        assert row[cell["code"]] == cell["value"]
        assert row[f"{cell['code']}__kind"] == cell["kind"]
        assert (cell["code"] in (row["doubtful"] or "").split()) is cell["doubt"]
        assert (cell["code"] in (row["flagged"] or "").split()) is bool(cell["flags"])
    for row, item in zip(table, items, strict=True):
        report = item.report if isinstance(item, Reading) else item
        assert (row["title"], row["year"], row["form"]) == (report.title, report.year, str(report.form))


def test_wide_tells_apart_what_a_form_has_not() -> None:
    """A cell of the other form would look as if the body had left it blank."""
    rows = list(wide([AnnualReport.blank("2019"), AnnualReport.blank("2021")]).records())
    assert [row["p_rules_created__kind"] for row in rows] == ["blank", None]
    assert [row["p_rules_issued__kind"] for row in rows] == [None, "blank"]
    assert [row["a_oth_unpaid_tot__kind"] for row in rows] == [None, "blank"]
    assert [row["a_oth_all_tot__kind"] for row in rows] == ["blank", "absent"]


def test_wide_columns_can_be_fixed_beforehand() -> None:
    """Tables of different years could not be put under each other."""
    both = wide(AnnualReport.blank("2021"), forms=["2019", "2021"])
    assert both.columns == wide([AnnualReport.blank("2021"), AnnualReport.blank("2019")]).columns
    assert wide([], forms=["2019"]).columns == wide(AnnualReport.blank("2019")).columns
    codes = [column.name for column in both.columns]
    assert codes.index("p_rules_created") < codes.index("p_rules_issued") < codes.index("p_normdocs_created")


def test_wide_form_that_was_not_named_is_not_dropped() -> None:
    """Figures would be left out because somebody named the wrong form."""
    row = next(wide(every_kind(), forms=["2019"]).records())
    assert (row["p_fees_amount_wan"], row["a_received_tot"], row["a_received_oth__kind"]) == (
        every_kind().report["proactive.administrative_fees.amount"],
        15,
        "unread",
    )


def test_wide_report_without_tables_keeps_its_row() -> None:
    """A report from before 2019 would vanish."""
    rows = list(wide([AnnualReport(year=2015, title="年度报告"), AnnualReport.blank("2021")]).records())
    assert (rows[0]["year"], rows[0]["title"], rows[0]["a_received_tot__kind"]) == (2015, "年度报告", None)


def test_wide_codes_mean_one_thing() -> None:
    """Cells of different forms with one code would be put into one column though they are not the same."""
    seen: dict[str, tuple[str, str, str]] = {}
    for form in editions():
        for field in form.fields:
            what = (field.path, field.type, field.unit)
            assert seen.setdefault(field.code, what) == what


def test_wide_third_edition() -> None:
    """A new edition of the form would need changes here."""
    with third_edition.declared() as form:
        report = AnnualReport.blank(form).replace({"applications.received.media": 4})
        rows = list(wide([AnnualReport.blank("2021"), report]).records())
        assert [row["a_received_media"] for row in rows] == [None, 4]
        assert [row["a_received_media__kind"] for row in rows] == [None, "number"]
