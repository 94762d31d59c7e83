"""Values of the wrong type never get into a report, and one attempt tells everything that is wrong."""

from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest

from gov_disclosure.model import (
    AnnualReport,
    AnnualReport2019,
    AnnualReport2021,
    Applications2019,
    Applications2021,
    ByApplicant,
    CentralisedProcurement,
    Denied,
    FeesCollected,
    Form,
    InvalidReport,
    Narrative,
    Outcomes,
    PowerItems,
    Proactive2019,
    Proactive2021,
    Results2019,
)


class Sub(int):
    """An int of someone else's making."""


class Kind(IntEnum):
    """An enumeration that looks like an int."""

    one = 1


class Amount(Decimal):
    """A Decimal of someone else's making."""


class LooksLikeInt:
    """An object of a numeric library: it can be used as an index, and is no int."""

    def __index__(self) -> int:
        return 3


NO_COUNTS: list[Any] = [
    *(1.0, 0.5, float("nan"), float("inf"), True, False, Decimal(3), Fraction(3), 3j),
    *("3", "３", "", b"3", [3], (3,), {}, object()),
    *(Sub(3), Kind.one, LooksLikeInt()),
]
NO_AMOUNTS: list[Any] = [
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-Infinity")),
    *(1.5, float("nan"), True, "3.5", b"3", Fraction(1, 2), [Decimal(3)]),
    *(Amount("3.5"), Sub(3), Kind.one, LooksLikeInt()),
]


@pytest.mark.parametrize("value", NO_COUNTS)
def test_a_count_is_an_int_and_nothing_else(value: Any) -> None:
    """A float, a flag or a text would be summed up as if it were a number of cases."""
    with pytest.raises(InvalidReport) as caught:
        ByApplicant(total=value)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == ("total", "not-a-count")
    with pytest.raises(InvalidReport):
        PowerItems(change=value)
    with pytest.raises(InvalidReport) as replaced:
        AnnualReport.blank("2021").replace({"applications.received.total": value})
    (problem,) = replaced.value.problems
    assert (problem.path, problem.code) == ("applications.received.total", "not-a-count")
    assert repr(value) in str(replaced.value)


@pytest.mark.parametrize("value", NO_AMOUNTS)
def test_an_amount_is_a_finite_decimal_or_int_and_nothing_else(value: Any) -> None:
    """Money would be rounded by a float, or a sum would become NaN."""
    with pytest.raises(InvalidReport) as caught:
        FeesCollected(amount=value)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == ("amount", "not-an-amount")
    with pytest.raises(InvalidReport) as replaced:
        AnnualReport.blank("2019").replace({"proactive.procurement.amount": value})
    (problem,) = replaced.value.problems
    assert (problem.path, problem.code) == ("proactive.procurement.amount", "not-an-amount")


def test_an_integer_of_numpy_is_refused_until_it_is_made_an_int() -> None:
    """A report would hold values that print, pickle and compare unlike those of other reports."""
    numpy = pytest.importorskip("numpy")
    with pytest.raises(InvalidReport):
        ByApplicant(total=numpy.int64(3))
    with pytest.raises(InvalidReport):
        FeesCollected(amount=numpy.float64(3.5))
    assert ByApplicant(total=int(numpy.int64(3))).total == 3


@pytest.mark.parametrize("value", [0, -1, 5, 10**40, None])
def test_whole_numbers_and_none_are_taken(value: int | None) -> None:
    """A blank, a zero or a negative figure that is printed could not be kept."""
    assert ByApplicant(total=value).total == value
    assert CentralisedProcurement(amount=value).amount == value  # type: ignore[arg-type]


def test_all_problems_are_told_at_once_in_the_order_of_the_form() -> None:
    """A person who mends a file would go through it once for every mistake, in no order."""
    wrong: dict[Any, Any] = {
        "challenges.reconsideration.total": 1.5,
        "no.such.cell": 1,
        "applications.received.total": "5",
        "proactive.licensing.items_previous_year": 3,
        "proactive.administrative_fees.amount": Decimal("NaN"),
        "applications.received.natural_person": 5,
        "applications.results.denied.state_secret.business": True,
        7: 1,
    }
    with pytest.raises(InvalidReport) as caught:
        AnnualReport.blank("2021").replace(wrong)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("proactive.administrative_fees.amount", "not-an-amount"),
        ("applications.received.total", "not-a-count"),
        ("applications.results.denied.state_secret.business", "not-a-count"),
        ("challenges.reconsideration.total", "not-a-count"),
        ("no.such.cell", "unknown-path"),
        ("proactive.licensing.items_previous_year", "other-form"),
        ("7", "unknown-path"),
    ]
    assert str(caught.value).count("\n") == 6
    assert len(caught.value.message("zh").splitlines()) == 7


@pytest.mark.parametrize(
    ("own", "other", "path"),
    [
        ("2021", "2019", "proactive.licensing.change"),
        ("2021", "2019", "proactive.procurement.amount"),
        ("2019", "2021", "proactive.rules.in_force"),
        ("2019", "2021", "applications.results.other_handling.unpaid.total"),
    ],
)
def test_a_cell_of_the_other_edition_is_refused_by_name(own: str, other: str, path: str) -> None:
    """A figure with another meaning would be placed, or the person would look for a typing slip."""
    with pytest.raises(InvalidReport) as caught:
        AnnualReport.blank(own).replace({path: 1})
    (problem,) = caught.value.problems
    assert (problem.path, problem.code, problem.expected) == (path, "other-form", other)


def test_an_unknown_path_names_the_nearest_here_too() -> None:
    """A typing slip in a correction would cost a search through the form."""
    with pytest.raises(InvalidReport) as caught:
        AnnualReport.blank("2021").replace({"applications.recieved.total": 1})
    (problem,) = caught.value.problems
    assert problem.expected == "applications.received.total"


def test_a_report_without_tables_takes_no_cells() -> None:
    """A figure would be lost without a word."""
    with pytest.raises(InvalidReport) as caught:
        AnnualReport().replace({"applications.received.total": 1, "nothing": 2})
    assert [problem.code for problem in caught.value.problems] == ["other-form", "unknown-path"]


WRONG_PARTS: list[tuple[Callable[[], object], tuple[tuple[str, str], ...]]] = [
    (
        lambda: AnnualReport2021(proactive=Proactive2019()),  # type: ignore[arg-type]
        (("proactive", "wrong-class"),),
    ),
    (
        lambda: AnnualReport2019(
            applications=Applications2021(),  # type: ignore[arg-type]
            proactive=Proactive2021(),  # type: ignore[arg-type]
        ),
        (("proactive", "wrong-class"), ("applications", "wrong-class")),
    ),
    (
        lambda: AnnualReport2019(year="2020", issuer=5, title=b"x", preamble=["x"]),  # type: ignore[arg-type]
        (
            ("year", "wrong-value"),
            ("issuer", "wrong-value"),
            ("title", "wrong-value"),
            ("preamble", "wrong-value"),
        ),
    ),
    (lambda: AnnualReport(year=True), (("year", "wrong-value"),)),
    (lambda: AnnualReport(preamble=("x", 5)), (("preamble", "wrong-value"),)),  # type: ignore[arg-type]
    (lambda: AnnualReport(narrative=None), (("narrative", "wrong-class"),)),  # type: ignore[arg-type]
    (lambda: Denied(state_secret=Outcomes()), (("state_secret", "wrong-class"),)),  # type: ignore[arg-type]
    (lambda: Applications2019(results=None), (("results", "wrong-class"),)),  # type: ignore[arg-type]
    (
        lambda: Applications2021(results=Results2019()),  # type: ignore[arg-type]
        (("results", "wrong-class"),),
    ),
    (
        lambda: Narrative(overview="text", problems=(5,)),  # type: ignore[arg-type]
        (("overview", "wrong-value"), ("problems", "wrong-value")),
    ),
]


@pytest.mark.parametrize(("make", "problems"), WRONG_PARTS)
def test_parts_of_the_wrong_kind_are_refused_with_all_problems(
    make: Callable[[], object], problems: tuple[tuple[str, str], ...]
) -> None:
    """A table of the other edition, or text in the place of a list of paragraphs, would get into a report."""
    with pytest.raises(InvalidReport) as caught:
        make()
    assert tuple((problem.path, problem.code) for problem in caught.value.problems) == problems
    assert all(problem.message("en") != problem.message("zh") for problem in caught.value.problems)


@pytest.mark.parametrize("name", ["2020", "", "2021 ", 2021, None, "latest"])
def test_an_unknown_edition_is_refused_and_nothing_falls_back(name: Any) -> None:
    """A misspelt edition would quietly be read as the newest."""
    with pytest.raises(InvalidReport) as caught:
        Form(name)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code, problem.expected) == ("form", "unknown-form", "2019, 2021")
    with pytest.raises(InvalidReport):
        AnnualReport.blank(name)


def test_positional_values_are_refused() -> None:
    """A change in the order of columns would shift every figure of a program that fills rows by position."""
    with pytest.raises(TypeError):
        ByApplicant(1, 2, 3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        ByApplicant(nobody=1)  # type: ignore[call-arg]
