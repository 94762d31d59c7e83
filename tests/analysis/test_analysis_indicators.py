"""Indicators: exact quotients, and None where a figure is not known."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings

import third_edition
from data_tables import every_kind
from gov_disclosure import AnnualReport, AnnualReport2021, Evidence, Reading
from gov_disclosure.analysis import compute, indicator_table, indicators_of
from gov_disclosure.model.forms import editions
from gov_disclosure.testing import reports

RESULTS = "applications.results"
ROWS = {
    f"{RESULTS}.granted.total": 30,
    f"{RESULTS}.partially_granted.total": 10,
    f"{RESULTS}.denied.process_information.total": 4,
    f"{RESULTS}.denied.state_secret.total": 1,
    f"{RESULTS}.unavailable.not_held.total": 20,
    f"{RESULTS}.not_processed.repeated.total": 6,
    f"{RESULTS}.not_processed.excessive.total": 1,
    f"{RESULTS}.other_handling.miscellaneous.total": 8,
    f"{RESULTS}.total.total": 80,
    "applications.received.total": 75,
    "applications.received.natural_person": 60,
    "applications.received.business": 15,
    "applications.carried_over.total": 10,
    "applications.carried_forward.total": 5,
    "challenges.reconsideration.corrected": 2,
    "challenges.reconsideration.pending": 1,
    "challenges.reconsideration.total": 9,
    "challenges.litigation.direct.total": 3,
    "challenges.litigation.direct.pending": 3,
    "challenges.litigation.after_reconsideration.corrected": 1,
    "challenges.litigation.after_reconsideration.total": 4,
    "proactive.rules.issued": 2,
    "proactive.rules.repealed": 1,
    "proactive.rules.in_force": 20,
}


def filled(form: str = "2021", **changes: int) -> AnnualReport:
    """A report on which every cell of the official layout holds a figure, most of them zero."""
    blank = AnnualReport.blank(form, year=2022)
    zeros = {path: 0 for path, _ in blank.cells() if blank.prints(path)}
    return blank.replace(zeros | {path: value for path, value in ROWS.items() if path in zeros} | changes)


def of_year(report: AnnualReport, year: int) -> AnnualReport:
    """The same report for another year."""
    return attrs.evolve(report, year=year)


def test_values_worked_out_by_hand() -> None:
    """A wrong numerator or denominator would be quoted in studies and newspapers."""
    previous = filled().replace({"applications.received.total": 60, "proactive.rules.in_force": 19})
    found = compute(filled(), previous=of_year(previous, 2021), population=150_000)
    expected = {
        "disclosure_rate": Fraction(40, 80),
        "full_disclosure_rate": Fraction(30, 80),
        "substantive_disclosure_rate": Fraction(40, 65),
        "denied_share": Fraction(5, 80),
        "unavailable_share": Fraction(20, 80),
        "not_processed_share": Fraction(7, 80),
        "other_handling_share": Fraction(8, 80),
        "denial_mix.state_secret": Fraction(1, 5),
        "discretionary_denial_share": Fraction(4, 5),
        "not_held_share": Fraction(20, 80),
        "abuse_share": Fraction(7, 80),
        "abuse_share_with_given_up": Fraction(7, 80),
        "clearance": Fraction(80, 85),
        "carry_over_ratio": Fraction(5, 85),
        "growth": Fraction(75, 60) - 1,
        "applicant_mix.business": Fraction(15, 75),
        "organisation_share": 1 - Fraction(60, 75),
        "applications_per_10k": Fraction(75 * 10_000, 150_000),
        "reconsideration_rate": Fraction(9, 80),
        "litigation_rate": Fraction(7, 80),
        "dispute_rate": Fraction(12, 80),
        "reconsideration_correction_rate": Fraction(2, 8),
        "litigation_loss_rate": Fraction(1, 4),
        "escalation_rate": Fraction(4, 8),
        "pending_share.reconsideration": Fraction(1, 9),
        "pending_share.direct": Fraction(1),
        "repeal_rate.rules": Fraction(1, 19),
        "issue_share.rules": Fraction(2, 20),
    }
    assert {name: found[name].value for name in expected} == expected
    assert found["disclosure_rate"].rounded(2) == Decimal("0.50")
    assert found["escalation_rate"].rounded() == Decimal("0.5000")


def test_zero_denominators_have_no_value() -> None:
    """A body without applications would disclose 0 % or 100 % of them."""
    blank = AnnualReport.blank("2021")
    zeros = blank.replace({path: 0 for path, _ in blank.cells() if blank.prints(path)})
    for value in compute(zeros).values():
        assert value.value is None
        assert value.reason in {"denominator-zero", "no-previous", "no-population"}
        assert value.rounded() is None


def test_blanks_have_no_value() -> None:
    """A blank cell would count as zero in rates that are published."""
    report = filled().replace({f"{RESULTS}.partially_granted.total": None})
    found = compute(report)
    assert (found["disclosure_rate"].value, found["disclosure_rate"].reason) == (None, "unknown")
    assert found["disclosure_rate"].missing == (f"{RESULTS}.partially_granted.total",)
    assert found["full_disclosure_rate"].value == Fraction(30, 80)
    assumed = compute(report, blank_as_zero=True)
    assert (assumed["disclosure_rate"].value, assumed["disclosure_rate"].assumed) == (Fraction(30, 80), True)
    assert not assumed["full_disclosure_rate"].assumed


def test_unread_and_absent_cells_are_never_zero() -> None:
    """What could not be read, or is not printed, would be taken for nothing."""
    path = f"{RESULTS}.partially_granted.total"
    report = filled().replace({path: None})
    for kind, known in (("unread", False), ("absent", False), ("dash", True), ("text", True)):
        raw = "无" if kind == "text" else None
        reading = Reading(report=report, evidence={path: Evidence(kind=kind, raw=raw)})  # type: ignore[arg-type]
        found = compute(reading, blank_as_zero=True)["disclosure_rate"]
        assert (found.value is not None) is known


def test_doubt_is_handed_on() -> None:
    """An indicator made of a doubtful figure would look as sure as any other."""
    path = "applications.received.total"
    reading = Reading(report=filled(), evidence={path: Evidence(raw="7 5", doubt=True)})
    found = compute(reading)
    assert found["clearance"].doubt
    assert not found["disclosure_rate"].doubt


def test_last_year_must_be_last_year() -> None:
    """Growth over three years would be called growth over one."""
    assert compute(filled())["growth"].reason == "no-previous"
    earlier = of_year(filled(), 2019)
    assert compute(filled(), previous=earlier)["growth"].reason == "no-previous"
    assert compute(filled(), previous=of_year(filled(), 2021))["growth"].value == 0
    old = AnnualReport.blank("2019", year=2021).replace({"applications.received.total": 50})
    found = compute(filled(), previous=old)
    assert found["growth"].value == Fraction(1, 2)
    assert found["repeal_rate.rules"].reason == "unknown"


def test_other_handling_as_printed() -> None:
    """Bodies that print one row instead of three would have no share, or twice the share."""
    single = AnnualReport.blank("2021").replace({f"{RESULTS}.total.total": 80})
    assert compute(single)["other_handling_share"].missing != ()
    both = filled().replace({f"{RESULTS}.other_handling.all.total": 8})
    assert compute(both)["other_handling_share"].reason == "printed-both-ways"
    assert compute(both)["denied_share"].value == Fraction(5, 80)
    bare = AnnualReport2021()
    one_row = bare.replace({f"{RESULTS}.other_handling.all.total": 8, f"{RESULTS}.total.total": 80})
    assert compute(one_row)["other_handling_share"].value == Fraction(1, 10)
    assert compute(one_row)["abuse_share_with_given_up"].value is None


@settings(max_examples=40)
@given(reports(blanks=False, narrative=False))
def test_parts_make_a_whole(report: AnnualReport) -> None:
    """Shares that add up to more or less than one would show that an outcome is missed or counted twice."""
    found = compute(report)
    assert report.form is not None
    whole = found["disclosure_rate"].value
    if whole is not None:
        shares = ("denied", "unavailable", "not_processed", "other_handling")
        assert whole + sum(found[f"{name}_share"].value or 0 for name in shares) == 1
    if found["clearance"].value is not None:
        carried = found["carry_over_ratio"].value
        assert carried is not None
        assert found["clearance"].value + carried == 1
    if found["denied_share"].value:
        assert sum(value.value or 0 for name, value in found.items() if name.startswith("denial_mix.")) == 1
    if found["organisation_share"].value is not None:
        assert (
            sum(value.value or 0 for name, value in found.items() if name.startswith("applicant_mix.")) == 1
        )


@given(reports(consistent=False, narrative=False))
def test_nothing_is_made_up(report: AnnualReport) -> None:
    """An indicator would have a value though one of its cells has none."""
    for value in compute(report).values():
        now = [term.path for term in value.indicator.terms if not term.back]
        if value.value is not None:
            assert all(report[path] is not None for path in now)
            assert value.denominator is not None
            assert value.denominator > 0
        assert (value.value is None) is bool(value.reason)


def test_series_in_a_table() -> None:
    """Growth would have to be worked out by hand, and could mix bodies."""
    first, second = of_year(filled(), 2021), filled()
    named = [report.replace({"applications.received.total": 50}) for report in (first,)]
    items = [attrs.evolve(report, issuer="示例区人民政府") for report in (*named, second)]
    stranger = attrs.evolve(first, issuer="另一示例区人民政府")
    rows = [row for row in indicator_table([*items, stranger]) if row["indicator"] == "growth"]
    assert [(row["value"], row["reason"]) for row in rows] == [
        (None, "no-previous"),
        (0.5, None),
        (None, "no-previous"),
    ]
    twice = indicator_table([*items, items[0]])
    assert [row["reason"] for row in twice if row["indicator"] == "growth"] == ["no-previous"] * 3


def test_population_and_reports_without_tables() -> None:
    """Nonsense would come out of nonsense."""
    with pytest.raises(ValueError, match="above zero"):
        compute(filled(), population=0)
    assert dict(compute(AnnualReport())) == {}


def test_names_and_ids() -> None:
    """An indicator would have no name in one of the languages, or share its id."""
    for form in editions():
        found = indicators_of(form)
        assert len({one.id for one in found}) == len(found)
        assert all(one.name("en") and one.name("zh") and one.formula for one in found)
        assert all(bool(one.note) == bool(one.note_zh) for one in found)
        for one in found:
            assert all(form.get(term.path) is not None for term in one.terms)
    ids = {one.id for one in indicators_of("2019")}
    assert "document_publication_rate.rules" in ids
    assert "repeal_rate.rules" not in ids


def test_every_kind_of_cell() -> None:
    """A reading with cells of every kind would end in an error."""
    assert compute(every_kind())["growth"].reason == "no-previous"


def test_third_edition_has_indicators() -> None:
    """A new edition of the form would need changes here."""
    with third_edition.declared() as form:

        @settings(max_examples=10)
        @given(reports(form, blanks=False, narrative=False))
        def adds_up(report: AnnualReport) -> None:
            found = compute(report)
            whole = found["disclosure_rate"].value
            if whole is not None:
                shares = ("denied", "unavailable", "not_processed", "other_handling")
                assert whole + sum(found[f"{name}_share"].value or 0 for name in shares) == 1

        adds_up()
        ids = {one.id for one in indicators_of(form)}
        assert {"applicant_mix.media", "denial_mix.archived"} <= ids
        assert "abuse_share_with_given_up" not in ids
