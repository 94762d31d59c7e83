"""Reports of one edition seen through another: only what compares, and everything else is said."""

import re
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings

import third_edition
from gov_disclosure import AnnualReport, Evidence, InvalidReport, Reading, check
from gov_disclosure.analysis import as_form, crosswalk_table, links, tidy
from gov_disclosure.analysis.correspondences import CORRESPONDENCES
from gov_disclosure.model import forms
from gov_disclosure.model.fields import Block, Row, count, in_printed_order, row, table
from gov_disclosure.model.forms import Form, edition, editions
from gov_disclosure.testing import readings, reports

OTHER = "applications.results.other_handling"


def test_made_documents_are_issued_ones() -> None:
    """A series over 2020 and 2021 would break, or join what is not the same."""
    report = AnnualReport.blank("2019", year=2020).replace(
        {
            "proactive.rules.created": 3,
            "proactive.rules.disclosed": 2,
            "proactive.rules.total_disclosed": 90,
            "proactive.licensing.decisions": 40,
            "proactive.licensing.change": -1,
            "proactive.administrative_fees.items_previous_year": 8,
            "proactive.procurement.amount": Decimal("251000"),
            "applications.received.total": 15,
            "challenges.reconsideration.total": 2,
            f"{OTHER}.all.total": 4,
        }
    )
    seen = as_form(report, "2021")
    assert {path: value for path, value in seen.report.cells() if value is not None} == {
        "proactive.rules.issued": 3,
        "proactive.licensing.decisions": 40,
        "applications.received.total": 15,
        f"{OTHER}.all.total": 4,
        "challenges.reconsideration.total": 2,
    }
    assert {dropped.path: dropped.value for dropped in seen.dropped if dropped.value is not None} == {
        "proactive.rules.disclosed": 2,
        "proactive.rules.total_disclosed": 90,
        "proactive.licensing.change": -1,
        "proactive.administrative_fees.items_previous_year": 8,
        "proactive.procurement.amount": Decimal("251000"),
    }
    assert all(dropped.reason("zh") and dropped.reason() for dropped in seen.dropped)
    assert seen.grades["proactive.rules.issued"] == "near"
    assert seen.grades["proactive.licensing.decisions"] == "care"
    assert seen.grades[f"{OTHER}.all.total"] == "sum"
    assert seen.grades["challenges.reconsideration.total"] == "same"
    assert {note.grade for note in seen.notes} == {"near", "care", "sum"}
    assert all(note.text() and note.text("zh") for note in seen.notes)


def test_what_is_in_force_is_never_what_was_disclosed() -> None:
    """The stock of documents in force would be made up from a cumulative count."""
    targets = {link.target for link in links("2019", "2021") if link.source is not None}
    assert not any(path and path.endswith((".in_force", ".repealed")) for path in targets)
    assert "proactive.administrative_fees.amount" not in targets
    back = {link.target for link in links("2021", "2019") if link.source is not None}
    assert not any(path and "disclosed" in path for path in back)


def test_cells_without_counterpart_are_absent_not_blank() -> None:
    """A cell that the report's form never asked for would look as if the body had left it blank."""
    rows = {row["path"]: row for row in tidy(as_form(AnnualReport.blank("2019"), "2021").reading)}
    assert rows["proactive.rules.issued"]["kind"] == "blank"
    assert rows["proactive.rules.in_force"]["kind"] == "absent"
    assert rows[f"{OTHER}.unpaid.total"]["kind"] == "absent"


def split(uncorrected: int | None, unpaid: int | None, miscellaneous: int | None) -> AnnualReport:
    """A report on the 2021 form with these parts of other handling."""
    return AnnualReport.blank("2021").replace(
        {
            f"{OTHER}.uncorrected.total": uncorrected,
            f"{OTHER}.unpaid.total": unpaid,
            f"{OTHER}.miscellaneous.total": miscellaneous,
        }
    )


def test_three_rows_are_one() -> None:
    """（六）其他处理 would be missing from series that run back to 2019."""
    seen = as_form(split(1, 0, 2), "2019")
    assert seen.report[f"{OTHER}.all.total"] == 3
    assert seen.reading.evidence[f"{OTHER}.all.total"].raw == "1 + 0 + 2"
    assert not any(OTHER in dropped.path for dropped in seen.dropped)


def test_a_sum_with_a_blank_part_is_not_known() -> None:
    """A blank would be counted as zero, and the parts that are known would be lost."""
    seen = as_form(split(1, None, 2), "2019")
    assert seen.report[f"{OTHER}.all.total"] is None
    evidence = seen.reading.evidence[f"{OTHER}.all.total"]
    assert (evidence.kind, evidence.doubt, evidence.raw) == ("unread", True, "1 + 2")
    lost = {dropped.path: dropped.value for dropped in seen.dropped if OTHER in dropped.path}
    assert lost == {f"{OTHER}.uncorrected.total": 1, f"{OTHER}.miscellaneous.total": 2}


def test_both_ways_printed_are_not_guessed() -> None:
    """One of two contradicting figures would be taken, or both added."""
    seen = as_form(split(1, 1, 1).replace({f"{OTHER}.all.total": 4}), "2019")
    assert seen.report[f"{OTHER}.all.total"] is None
    assert seen.reading.evidence[f"{OTHER}.all.total"].doubt
    assert {dropped.value for dropped in seen.dropped if OTHER in dropped.path} == {1, 4}


def test_single_row_of_2021_stays_as_it_is() -> None:
    """Bodies that print the old single row would lose it."""
    form = Form("2021")
    blank = AnnualReport.blank(form)
    assert blank.applications is not None  # type: ignore[attr-defined]
    report = form.report_class().replace({f"{OTHER}.all.total": 5})
    assert as_form(report, "2019").report[f"{OTHER}.all.total"] == 5


@settings(max_examples=30)
@given(reports(consistent=False))
def test_every_cell_goes_over_or_is_named(report: AnnualReport) -> None:
    """A figure would be lost on the way without a word."""
    assert report.form is not None
    for form in editions():
        seen = as_form(report, form)
        assert seen.report.form == form
        assert (seen.report.year, seen.report.issuer, seen.report.narrative) == (
            report.year,
            report.issuer,
            report.narrative,
        )
        named = {dropped.path: dropped.value for dropped in seen.dropped}
        for link in links(report.form, form):
            if link.source is None:
                continue
            for path in (link.source, *link.parts):
                value = report[path]
                if value is not None and path not in named:
                    assert link.target is not None
                    there = seen.report[link.target]
                    assert there == value or link.parts
        for path, value in named.items():
            assert report[path] == value


@settings(max_examples=30)
@given(reports(consistent=True, narrative=False))
def test_sums_hold_on_the_other_side(report: AnnualReport) -> None:
    """A sound report would break its own arithmetic when seen through the other form."""
    for form in editions():
        assert not check(as_form(report, form).report).errors


@settings(max_examples=30)
@given(readings(reports("2019", narrative=False)))
def test_there_and_back(reading: Reading) -> None:
    """Figures that compare would change when seen twice."""
    over = as_form(reading, "2021")
    back = as_form(over.reading, "2019")
    lost = {dropped.path for dropped in over.dropped}
    for path, value in reading.report.cells():
        if path not in lost:
            assert back.report[path] == value
            assert back.reading.evidence[path] == reading.evidence[path]


@given(reports(narrative=False))
def test_own_form_changes_nothing(report: AnnualReport) -> None:
    """Data of one form would change by being asked for on that form."""
    assert report.form is not None
    seen = as_form(report, report.form)
    assert seen.report == report
    assert (seen.dropped, seen.unfilled, seen.notes) == ((), (), ())


def test_evidence_goes_along() -> None:
    """A doubtful figure would be beyond doubt in the series."""
    report = AnnualReport.blank("2019").replace({"proactive.rules.created": 3})
    evidence = {"proactive.rules.created": Evidence(raw="3?", doubt=True, flags=("repaired",))}
    seen = as_form(Reading(report=report, evidence=evidence), "2021").reading
    assert seen.evidence["proactive.rules.issued"] == evidence["proactive.rules.created"]
    assert seen.doubtful == ("proactive.rules.issued",)


def test_table_of_both_forms() -> None:
    """Reports of both forms could not be put into one table."""
    items = [
        AnnualReport.blank("2019", year=2020).replace({"proactive.rules.total_disclosed": 9}),
        AnnualReport.blank("2021", year=2021),
        AnnualReport(year=2015),
    ]
    table = crosswalk_table(items, "2021")
    rows = list(table.records())
    assert len(rows) == 3 * 207
    assert {(row["report"], row["form"], row["printed_form"]) for row in rows} == {
        (0, "2021", "2019"),
        (1, "2021", "2021"),
        (2, "2021", None),
    }
    issued = [row["comparable"] for row in rows if row["path"] == "proactive.rules.issued"]
    in_force = [row["comparable"] for row in rows if row["path"] == "proactive.rules.in_force"]
    assert (issued, in_force) == (["near", "same", None], [None, "same", None])
    (said,) = table.notices
    assert (said.code, said.params["count"], said.paths) == (
        "no-counterpart",
        1,
        ("proactive.rules.total_disclosed",),
    )


def test_lines_of_the_table_fit_something() -> None:
    """A slip in a path would silently make a cell compare, or not."""
    for (older, newer), lines in CORRESPONDENCES.items():
        for line in lines:
            patterns = [(older, line.older), (newer, line.newer), *((newer, part) for part in line.parts)]
            for form, pattern in patterns:
                if pattern is not None:
                    wanted = re.compile(re.escape(pattern).replace(r"\*", "[^.]+"))
                    assert any(wanted.fullmatch(path) for path in Form(form).paths), pattern
            assert line.en
            assert line.zh


def test_unknown_form() -> None:
    """The newest form would be taken where somebody mistyped."""
    with pytest.raises(InvalidReport):
        as_form(AnnualReport.blank("2021"), "2022")


def test_third_edition_compares_by_path() -> None:
    """A new edition would need a table before anything could be done with it."""
    with third_edition.declared() as form:
        report = attrs.evolve(AnnualReport.blank("2021"), year=2030).replace(
            {"applications.received.total": 7, "proactive.rules.issued": 1}
        )
        seen = as_form(report, form)
        assert seen.report["applications.received.total"] == 7
        assert "applications.received.media" in seen.unfilled
        assert {dropped.path for dropped in seen.dropped if dropped.value} == {"proactive.rules.issued"}
        assert "no table says" in seen.notes[0].text()


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class InThousands(Row):
    """Decisions, counted otherwise than on the other forms."""

    decisions: int | None = count("本年处理决定数量", "decisions in the year", "decisions", "千件")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class Proactive2032(Block):
    """Table two of a form in other units."""

    licensing: InThousands | None = row(
        "行政许可", "administrative licensing", "lic", item="第二十条第（五）项"
    )


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class AnnualReport2032(AnnualReport):
    """A report in other units."""

    proactive: Proactive2032 | None = table("proactive disclosure", "p")


def test_other_units_do_not_compare() -> None:
    """Thousands would be put beside single cases in one series."""
    edition("2032", citation="示例办函〔2032〕1号", years=(2032, None))(AnnualReport2032)
    try:
        seen = as_form(AnnualReport.blank("2021").replace({"proactive.licensing.decisions": 40}), "2032")
        assert seen.report["proactive.licensing.decisions"] is None
        (lost,) = (dropped for dropped in seen.dropped if dropped.value is not None)
        assert (lost.path, lost.reason()) == (
            "proactive.licensing.decisions",
            "the 2032 form has it in another unit",
        )
    finally:
        forms._REGISTERED.pop("2032")
        forms._WALKED.pop("2032", None)
        Form._known.pop("2032", None)
        AnnualReport2032.form = None
