"""The strategies give reports that are what they say: on the form, consistent, of every size, with blanks.

The arithmetic of the form is written here once more, from the list of cells alone, so that neither the
strategies nor the checks are held against themselves.
"""

import copy
import csv
import pickle
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gov_disclosure.model import SECTIONS, AnnualReport, Form, InvalidReport, Narrative, editions
from gov_disclosure.testing import (
    broken,
    issuers,
    narratives,
    paragraphs,
    printed_variant,
    reports,
    reports_without_tables,
    years,
)
from third_edition import NAME, declared

LIST = Path(__file__).parent.parent / "data" / "fields.csv"
APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_services", "other")
OUTCOMES = ("upheld", "corrected", "other", "pending")
EDITIONS = ("2019", "2021")
EVERY = [("2019", ""), ("2021", "split_other"), ("2021", "single_other")]

with LIST.open(encoding="utf-8", newline="") as _lines:
    CELLS = list(csv.DictReader(_lines))


def sums(edition: str, variant: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Cells that must add up to the same: the left ones and the right ones."""
    lines = [line for line in CELLS if line["form"] == edition and line["variant"] in ("", variant)]
    rows = dict.fromkeys(line["path"].rpartition(".")[0] for line in lines)
    for row in rows:
        if row.startswith("applications."):
            yield tuple(f"{row}.{applicant}" for applicant in APPLICANTS), (f"{row}.total",)
        if row.startswith("challenges."):
            yield tuple(f"{row}.{outcome}" for outcome in OUTCOMES), (f"{row}.total",)
    outcomes = [row for row in rows if row.startswith("applications.results.")]
    outcomes.remove("applications.results.total")
    for applicant in (*APPLICANTS, "total"):
        yield (
            (f"applications.received.{applicant}", f"applications.carried_over.{applicant}"),
            (f"applications.results.total.{applicant}", f"applications.carried_forward.{applicant}"),
        )
        yield tuple(f"{row}.{applicant}" for row in outcomes), (f"applications.results.total.{applicant}",)


def total(report: AnnualReport, paths: tuple[str, ...], blank: int | None) -> int | Decimal | None:
    """The sum of some cells; None where one of them is blank and a blank counts for nothing."""
    values = [blank if report[path] is None else report[path] for path in paths]
    return None if None in values else sum(value for value in values if value is not None)


def expected_variants(edition: str) -> set[str]:
    """The ways of printing the edition, from the list."""
    return {line["variant"] for line in CELLS if line["form"] == edition and line["variant"]} or {""}


@pytest.mark.parametrize(("edition", "variant"), EVERY)
@given(data=st.data())
def test_a_consistent_report_adds_up(edition: str, variant: str, data: st.DataObject) -> None:
    """A test that starts from a sound report would start from an unsound one."""
    report = data.draw(reports(edition, variant=variant or None))
    for left, right in sums(edition, variant):
        one, other = total(report, left, None), total(report, right, None)
        assert one is None or other is None or one == other
        if any(report.prints(path) for path in left + right):
            assert total(report, left, 0) == total(report, right, 0), "a blank stands for zero"


@pytest.mark.parametrize(("edition", "variant"), EVERY)
@given(data=st.data())
def test_a_report_without_blanks_is_full(edition: str, variant: str, data: st.DataObject) -> None:
    """A test of every cell would run on reports that lack some."""
    report = data.draw(reports(edition, variant=variant or None, blanks=False))
    full = {line["path"] for line in CELLS if line["form"] == edition and line["variant"] in ("", variant)}
    assert {path for path, value in report.cells() if value is not None} == full
    for left, right in sums(edition, variant):
        assert total(report, left, None) == total(report, right, None) is not None
    for name in ("year", "issuer", "title", "period", "published", "signed", "document_number"):
        assert getattr(report, name) is not None
    assert all(getattr(report.narrative, section.name) for section in SECTIONS)


@given(reports("2019"))
def test_no_stock_falls_below_zero(report: AnnualReport) -> None:
    """A consistent report would still break the rule on items and their change."""
    rows = {line["path"].rpartition(".")[0] for line in CELLS if line["path"].endswith(".change")}
    assert len(rows) == 5
    for row in rows:
        before, change = report[f"{row}.items_previous_year"], report[f"{row}.change"]
        assert before is None or change is None or before + change >= 0


@given(reports())
def test_consistent_reports_are_on_the_form(report: AnnualReport) -> None:
    """Counts below zero or years before the form would come up where nobody asked for them."""
    assert report.form is not None
    assert type(report) is report.form.report_class
    for field in report.form.fields:
        value = report[field.path]
        assert value is None or value >= 0 or field.type == "signed count"
        assert value is None or isinstance(value, Decimal) == (field.type == "decimal")
        if field.variant and field.variant != printed_variant(report):
            assert not report.prints(field.path)
    first, last = report.form.years
    assert report.year is None or first <= report.year <= (last or report.year)


def examples(strategy: st.SearchStrategy[Any], number: int = 100) -> list[Any]:
    """Some examples of a strategy, the same ones in every run."""
    found: list[Any] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example: Any) -> None:
        found.append(example)

    collect()
    return found


def test_reports_are_of_every_edition_variant_and_shape() -> None:
    """Whole kinds of reports would never be tested: a variant, blank rows, missing tables or titles."""
    found = examples(reports(), 300)
    assert {(str(report.form), printed_variant(report)) for report in found} == {
        (edition, variant) for edition in EDITIONS for variant in expected_variants(edition)
    }
    cells = [dict(report.cells()) for report in found]
    assert any(None not in values.values() for values in cells if len(values) == 198)
    assert any(report.proactive is None for report in found)
    assert any(report.applications is None for report in found)
    assert any(report.challenges is None for report in found)
    row = "applications.carried_over.total"
    assert any(report.applications and not report.prints(row) for report in found), "an absent row"
    assert any(report.prints(row) and report[row] is None for report in found), "a blank cell"
    assert any(report[row] == 0 for report in found)
    assert any(report.title is None for report in found)
    assert any(report.title is not None for report in found)
    assert any(report.narrative.overview == () for report in found)
    assert any(report.narrative.overview is None for report in found)
    assert any(report.narrative.overview for report in found)
    amounts = [values.get("proactive.procurement.amount") for values in cells]
    exponents = {amount.as_tuple().exponent for amount in amounts if isinstance(amount, Decimal)}
    assert exponents == {0, -1, -2, -3, -4, -5, -6}
    changes = [values.get("proactive.licensing.change") or 0 for values in cells]
    assert any(change < 0 for change in changes)
    assert any(change > 0 for change in changes)


def test_scales_are_what_they_say() -> None:
    """A township would report thousands, or no city ever would."""

    def sizes(scale: Any) -> list[int]:
        wanted = reports("2021", scale=scale, blanks=False, narrative=False)
        return sorted(report["applications.results.total.total"] for report in examples(wanted))

    township, county, city = sizes("township"), sizes("county"), sizes("city")
    assert township[0] == county[0] == 0, "the smallest example has no applications at all"
    assert township.count(0) > len(township) / 5
    assert township[-1] < 200
    assert county[len(county) // 2] < 2_000
    assert city[len(city) // 2] > 1_000
    assert city[-1] > 10_000


def test_inconsistent_reports_break_the_sums_and_the_signs() -> None:
    """Code that must stand any report would only ever see tidy ones."""
    found = examples(reports("2021", consistent=False, narrative=False), 1_000)
    wrong = [
        report
        for report in found
        for left, right in sums("2021", printed_variant(report))
        if None not in (pair := (total(report, left, None), total(report, right, None)))
        and pair[0] != pair[1]
    ]
    assert len(wrong) > 100
    assert any(value < 0 for report in found for _, value in report.cells() if value is not None)
    assert any(value > 10**12 for report in found for _, value in report.cells() if value is not None)
    other = "applications.results.other_handling."
    split = [path for path in Form("2021").paths if path.startswith(other) and ".all." not in path]
    assert any(
        report.prints(other + "all.total") and any(report.prints(path) for path in split) for report in found
    ), "both variants printed"


def test_examples_shrink_to_small_numbers_and_zeros() -> None:
    """A failing example would be a page of figures, none of which matters."""
    quick = settings(
        max_examples=2_000, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink]
    )
    path = "applications.results.denied.state_secret.research"
    full = reports("2021", variant="split_other", blanks=False, narrative=False)
    report = find(full, lambda report: (report[path] or 0) >= 2, settings=quick)
    filled = {path: value for path, value in report.cells() if value}
    assert filled == {
        "applications.received.research": 2,
        "applications.received.total": 2,
        path: 2,
        "applications.results.denied.state_secret.total": 2,
        "applications.results.total.research": 2,
        "applications.results.total.total": 2,
    }


def test_the_simplest_example_is_all_zeros() -> None:
    """A test that always fails would show figures that do not matter."""
    once = settings(max_examples=2, database=None, phases=[Phase.generate])
    simplest = find(
        reports(),
        lambda report: True,
        settings=once,
    )
    assert {value for _, value in simplest.cells() if value is not None} == {0}


@given(years=st.integers(1990, 2100), data=st.data())
def test_the_years_asked_for_are_kept(years: int, data: st.DataObject) -> None:
    """A test of last year's reports would run on other years."""
    report = data.draw(reports("2021", years=st.just(years), blanks=False))
    assert report.year == years
    assert report.title is not None
    assert str(years) in report.title


@given(reports(narrative=False))
def test_text_can_be_left_out(report: AnnualReport) -> None:
    """A test of figures would wait for text."""
    assert report.narrative == Narrative()
    assert report.preamble == ()


@pytest.mark.parametrize(
    ("strategy", "error"),
    [
        (reports("2020"), InvalidReport),
        (reports("latest"), InvalidReport),
        (reports("2021", variant="split"), InvalidArgument),
        (reports("2019", variant="split_other"), InvalidArgument),
        (reports(scale="village"), InvalidArgument),  # type: ignore[arg-type]
        (broken("2021", "C3"), InvalidArgument),
        (broken(check="R9"), InvalidArgument),
    ],
)
def test_what_there_is_not_is_refused(strategy: st.SearchStrategy[Any], error: type[Exception]) -> None:
    """A misspelt edition, variant, scale or check would give other examples, or none without a reason."""

    @settings(max_examples=1, database=None)
    @given(strategy)
    def draws(example: object) -> None:
        raise AssertionError("an example of what there is not")

    with pytest.raises(error):
        draws()


@given(reports(variant="split_other", narrative=False))
def test_a_variant_is_enough_to_ask_for(report: AnnualReport) -> None:
    """A test of one variant would run on editions that do not have it."""
    assert report.form == "2021"


@given(reports_without_tables())
def test_reports_without_tables(report: AnnualReport) -> None:
    """Reports from before 2019 would never be tested."""
    assert type(report) is AnnualReport
    assert list(report.cells()) == []


# what a user may rely on for every report there can be


@given(reports(consistent=False))
def test_every_report_survives_pickle_and_copy(report: AnnualReport) -> None:
    """A report could not be handed to another process."""
    for again in (pickle.loads(pickle.dumps(report)), copy.copy(report), copy.deepcopy(report)):
        assert again == report
        assert hash(again) == hash(report)
        assert list(again.cells()) == list(report.cells())


@given(reports(consistent=False), st.data())
def test_replace_touches_only_its_paths(report: AnnualReport, data: st.DataObject) -> None:
    """Correcting one figure would change another, or something that is no figure."""
    assert report.form is not None
    changes = data.draw(
        st.dictionaries(st.sampled_from(report.form.paths), st.none() | st.integers(-5, 5), max_size=5)
    )
    after = report.replace(changes)
    assert dict(after.cells()) == {**dict(report.cells()), **changes}
    assert list(dict(after.cells())) == list(report.form.paths)
    for name in ("year", "issuer", "title", "preamble", "narrative"):
        assert getattr(after, name) == getattr(report, name)
    rows = {path.rpartition(".")[0] for path in changes}
    for row in report.form.rows:
        cell = row.fields[0].path
        assert after.prints(cell) == (report.prints(cell) or row.path in rows)
    assert after.replace({path: report[path] for path in changes if report.prints(path)}) == report or any(
        not report.prints(path) for path in changes
    )


@given(reports(consistent=False))
def test_replacing_every_figure_by_itself_changes_nothing(report: AnnualReport) -> None:
    """A round trip over the cells would not give the report back."""
    printed = {path: value for path, value in report.cells() if report.prints(path)}
    assert report.replace(printed) == report


@given(reports(blanks=False))
def test_a_report_is_its_cells(report: AnnualReport) -> None:
    """A report could not be rebuilt from a table of its cells."""
    assert report.form is not None
    assume(printed_variant(report) in ("", "split_other"))
    rebuilt = AnnualReport.blank(report.form).replace(dict(report.cells()))
    assert list(rebuilt.cells()) == list(report.cells())


# names and text


@given(issuers(), years(), years("2019"))
def test_issuers_and_years(issuer: str, year: int, old: int) -> None:
    """Made-up bodies would bear real names, or years before there was a form."""
    assert any(word in issuer for word in ("示例", "样本", "范例", "示范"))
    assert year >= 2019
    assert old in (2019, 2020)


@given(paragraphs())
def test_paragraphs_are_single_lines_that_are_no_heading(text: str) -> None:
    """A writer and a reader could not be held against each other: text would come back changed."""
    assert text == text.strip()
    assert "\n" not in text
    assert text.endswith("。")
    assert len(text) > 10
    assert not any(character.isdigit() for character in text)
    assert text[0] not in "一二三四五六七八九十（(第"
    assert not any(section.title in text for section in SECTIONS)


@given(narratives(complete=True))
def test_complete_narratives_have_text_everywhere(narrative: Narrative) -> None:
    """A test that needs six sections would miss some."""
    assert all(getattr(narrative, section.name) for section in SECTIONS)


# an edition the library does not know


def test_a_third_edition_has_its_strategy() -> None:
    """Whoever adds an edition would have to write its strategies too."""
    with declared() as form:
        found = examples(reports(NAME), 60)
        assert {report.form for report in found} == {form}
        assert any(report["applications.results.denied.archived.media"] for report in found)
        assert any(report["proactive.open_data.spent"] for report in found)
        for report in found:
            rows = [row.path for row in form.rows if row.path.startswith("applications.")]
            for row in rows:
                left = tuple(f"{row}.{applicant}" for applicant in (*APPLICANTS, "media"))
                assert total(report, left, 0) == total(report, (f"{row}.total",), 0)
        assert NAME in {str(report.form) for report in examples(reports(), 60)}
    assert NAME not in editions()
    assert NAME not in {str(Form(report.form)) for report in examples(reports(), 30)}
