"""A report as a value: its cells, its changes, its equality and what a person sees of it."""

import copy
import pickle
from decimal import Decimal

import attrs
import pytest

from gov_disclosure.model import (
    AnnualReport,
    AnnualReport2019,
    AnnualReport2021,
    Applications2021,
    ByApplicant,
    Challenges,
    Form,
    Narrative,
    OtherHandling2021,
    Outcomes,
    Proactive2019,
    Proactive2021,
    Results2021,
    UnknownPath,
)
from gov_disclosure.model.fields import Block, Row

EDITIONS = ("2019", "2021")


@pytest.mark.parametrize("edition", EDITIONS)
def test_cells_come_in_printed_order_and_completely(edition: str) -> None:
    """A writer or a data frame would miss cells, or put them in an order nobody can follow on paper."""
    report = AnnualReport.blank(edition)
    assert [path for path, _ in report.cells()] == list(Form(edition).paths)
    assert {value for _, value in report.cells()} == {None}


def test_cells_tell_what_each_path_gives() -> None:
    """``cells()`` and ``report[path]`` would tell different stories."""
    report = AnnualReport.blank("2021").replace(
        {"applications.received.total": 12, "challenges.litigation.direct.upheld": 3}
    )
    assert {path: value for path, value in report.cells() if value is not None} == {
        "applications.received.total": 12,
        "challenges.litigation.direct.upheld": 3,
    }
    assert report["applications.received.total"] == 12
    assert report["applications.carried_over.total"] is None


def test_a_report_without_tables_has_no_cells() -> None:
    """A report from before 2019 would seem to have figures."""
    report = AnnualReport(year=2015, issuer="示例县人民政府")
    assert report.form is None
    assert list(report.cells()) == []
    with pytest.raises(UnknownPath) as caught:
        report["applications.received.total"]
    assert "no table" in str(caught.value)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("applications.recieved.total", "applications.received.total"),
        ("applications.received.Total", "applications.received.total"),
        ("applications.results.granted", "applications.results.granted.total"),
        ("challenges.reconsideration.uphold", "challenges.reconsideration.upheld"),
    ],
)
def test_an_unknown_path_names_the_nearest(slip: str, meant: str) -> None:
    """A typing slip would cost a search through the form."""
    report = AnnualReport.blank("2021")
    with pytest.raises(UnknownPath) as caught:
        report[slip]
    assert caught.value.path == slip
    assert caught.value.form == "2021"
    assert caught.value.nearest is not None
    assert caught.value.nearest.rpartition(".")[0] == meant.rpartition(".")[0]
    assert isinstance(caught.value, KeyError)


def test_anything_that_is_no_path_is_an_unknown_path() -> None:
    """A wrong key type would surface as an error from deep inside, not as ours."""
    with pytest.raises(UnknownPath):
        AnnualReport.blank("2021")[3]  # type: ignore[index]


def test_blank_prints_every_row_of_the_official_layout() -> None:
    """Someone who fills in a new report would have to build its rows first."""
    report = AnnualReport.blank("2021", year=2024, issuer="示例区人民政府", title="年度报告")
    assert (report.year, report.issuer, report.title) == (2024, "示例区人民政府", "年度报告")
    assert isinstance(report, AnnualReport2021)
    absent = {row.path for row in Form("2021").rows if not report.prints(row.fields[0].path)}
    assert absent == {"applications.results.other_handling.all"}
    assert all(AnnualReport.blank("2019").prints(path) for path in Form("2019").paths)


def test_blank_takes_a_form_or_its_name() -> None:
    """Code that walks the editions could not use what it is given."""
    assert AnnualReport.blank(Form("2019")) == AnnualReport.blank("2019")
    assert isinstance(AnnualReport.blank(Form("2019")), AnnualReport2019)


def test_a_blank_cell_is_printed_and_an_absent_row_is_not() -> None:
    """Whether a body left a cell empty or left out the row could not be told."""
    report = AnnualReport2021(applications=Applications2021(received=ByApplicant()))
    assert report.prints("applications.received.total")
    assert not report.prints("applications.carried_over.total")
    assert not report.prints("applications.results.denied.state_secret.total")
    assert not report.prints("challenges.reconsideration.total")
    with pytest.raises(UnknownPath):
        report.prints("applications.received.nobody")


def test_replace_touches_only_its_path() -> None:
    """Correcting one figure would change another."""
    before = AnnualReport.blank("2019", year=2020).replace({"applications.received.natural_person": 5})
    after = before.replace({"applications.received.total": 5})
    assert before["applications.received.total"] is None
    assert dict(after.cells()) == {**dict(before.cells()), "applications.received.total": 5}
    assert after.year == 2020


def test_replace_makes_the_row_that_was_not_printed() -> None:
    """A missing row could not be filled in without rebuilding the report by hand."""
    bare = AnnualReport2021(year=2021)
    filled = bare.replace(
        {"applications.results.denied.state_secret.total": 2, "challenges.reconsideration.pending": 1}
    )
    assert filled.applications == Applications2021(
        results=Results2021(denied=attrs.evolve(Results2021().denied, state_secret=ByApplicant(total=2)))
    )
    assert filled.challenges == Challenges(reconsideration=Outcomes(pending=1))
    assert filled.proactive is None
    assert not filled.prints("applications.received.total")


def test_replace_can_blank_a_cell_and_do_nothing() -> None:
    """A figure could not be taken back, or an empty change would not be the same report."""
    report = AnnualReport.blank("2021").replace({"applications.received.total": 5})
    assert report.replace({"applications.received.total": None}) == AnnualReport.blank("2021")
    assert report.replace({}) == report
    assert AnnualReport().replace({}) == AnnualReport()


def test_replace_keeps_both_variants_apart() -> None:
    """The single row of （六）其他处理 and the three rows would overwrite each other."""
    report = AnnualReport.blank("2021").replace({"applications.results.other_handling.all.total": 4})
    assert report["applications.results.other_handling.all.total"] == 4
    assert report.prints("applications.results.other_handling.unpaid.total")
    single = AnnualReport2021(
        applications=Applications2021(
            results=Results2021(other_handling=OtherHandling2021(all=ByApplicant(total=4)))
        )
    )
    assert single["applications.results.other_handling.all.total"] == 4
    assert not single.prints("applications.results.other_handling.unpaid.total")


def test_money_is_exact_and_whole_amounts_may_be_given_as_int() -> None:
    """Fen would be lost, or an amount in round yuan would be refused."""
    report = AnnualReport.blank("2019").replace({"proactive.procurement.amount": Decimal("31482898.87")})
    assert report["proactive.procurement.amount"] == Decimal("31482898.87")
    whole = report.replace({"proactive.procurement.amount": 5})
    assert whole["proactive.procurement.amount"] == Decimal(5)
    assert type(whole["proactive.procurement.amount"]) is Decimal


def test_negative_and_huge_counts_are_values() -> None:
    """A report that prints nonsense could not be kept as it is for the checks to find."""
    report = AnnualReport.blank("2019").replace(
        {
            "applications.received.total": -3,
            "proactive.licensing.change": -17,
            "proactive.rules.created": 10**30,
        }
    )
    assert report["applications.received.total"] == -3
    assert report["proactive.rules.created"] == 10**30


def sample() -> AnnualReport2021:
    """A report with something in every part."""
    report = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府").replace(
        {"applications.received.total": 5, "proactive.administrative_fees.amount": Decimal("0.40")}
    )
    assert isinstance(report, AnnualReport2021)
    return attrs.evolve(report, narrative=Narrative(overview=("文字。",), problems=()), preamble=("前言。",))


def test_equal_reports_are_equal_and_hash_alike() -> None:
    """Reports could not be compared, or used in sets and as keys."""
    one, other = sample(), sample()
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1
    assert one != other.replace({"applications.received.total": 6})
    assert one != attrs.evolve(other, narrative=Narrative())
    assert AnnualReport.blank("2019") != AnnualReport.blank("2021")
    assert AnnualReport2019(year=2020) != AnnualReport(year=2020)


def test_a_blank_row_differs_from_a_row_that_is_not_printed() -> None:
    """Blank and absent would be the same after all."""
    assert AnnualReport2021(challenges=Challenges(reconsideration=Outcomes())) != AnnualReport2021(
        challenges=Challenges()
    )
    assert AnnualReport2021(challenges=Challenges()) != AnnualReport2021()


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_gives_the_same_report(protocol: int) -> None:
    """Reports could not be handed to another process."""
    again = pickle.loads(pickle.dumps(sample(), protocol))
    assert again == sample()
    assert hash(again) == hash(sample())
    assert again.form is Form("2021")


def test_copies_are_equal() -> None:
    """Code that copies before it works would lose something."""
    assert copy.copy(sample()) == sample()
    assert copy.deepcopy(sample()) == sample()
    assert copy.deepcopy(Form("2021")) is Form("2021")


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        (sample(), "year"),
        (sample(), "applications"),
        (ByApplicant(total=1), "total"),
        (Challenges(), "reconsideration"),
        (Narrative(), "overview"),
        (Form("2021").fields[0], "path"),
        (Form("2021").rows[0], "label"),
        (Form("2021").tables[0], "name"),
    ],
)
def test_nothing_can_be_assigned(thing: object, name: str) -> None:
    """A report shared between two parts of a program could change under one of them."""
    before = getattr(thing, name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(thing, name, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(thing, name)
    assert getattr(thing, name) == before


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        (AnnualReport(), "<AnnualReport>"),
        (AnnualReport(year=2015), "<AnnualReport year=2015>"),
        (sample(), "<AnnualReport2021 year=2022, issuer='示例区人民政府', 2 of 207 cells filled>"),
        (AnnualReport2019(), "<AnnualReport2019 0 of 198 cells filled>"),
    ],
)
def test_a_report_shows_what_it_is(report: AnnualReport, shown: str) -> None:
    """A session or a log would show a page of Nones, or nothing of use."""
    assert repr(report) == shown


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (ByApplicant(), "ByApplicant()"),
        (ByApplicant(natural_person=3, total=3), "ByApplicant(natural_person=3, total=3)"),
        (Challenges(), "Challenges()"),
        (
            Challenges(reconsideration=Outcomes(upheld=0)),
            "Challenges(reconsideration=Outcomes(upheld=0))",
        ),
        (sample().proactive, None),
        (sample().applications, None),
        (Proactive2019(), "Proactive2019()"),
    ],
)
def test_the_repr_of_rows_and_tables_evaluates_to_the_same(part: Row | Block, shown: str | None) -> None:
    """What a session prints could not be pasted into a test, or would show what is not there."""
    import gov_disclosure.model as names

    assert shown is None or repr(part) == shown
    assert eval(repr(part), {**vars(names), "Decimal": Decimal}) == part


def test_rows_of_the_two_editions_do_not_mix() -> None:
    """A figure made under one heading could be taken for one made under another."""
    old: object = Proactive2019()
    assert old != Proactive2021()


def test_match_tells_the_editions_apart() -> None:
    """The natural way to handle both editions would not work."""

    def told(report: AnnualReport) -> str:
        match report:
            case AnnualReport2019(proactive=None):
                return "2019, no table two"
            case AnnualReport2019():
                return "2019"
            case AnnualReport2021(applications=Applications2021(received=ByApplicant(total=int() as total))):
                return f"2021, {total} received"
            case AnnualReport2021():
                return "2021"
            case _:
                return "no tables"

    assert told(AnnualReport2019()) == "2019, no table two"
    assert told(AnnualReport.blank("2019")) == "2019"
    assert told(sample()) == "2021, 5 received"
    assert told(AnnualReport2021()) == "2021"
    assert told(AnnualReport()) == "no tables"
