"""A broken report differs from a sound one in a single cell, and says which identities that breaks."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gov_disclosure.model import AnnualReport
from gov_disclosure.testing import Broken, Relation, broken, printed_variant, relations, reports
from third_edition import NAME, declared

IDS = ("C1", "C3", "F1", "L1", "L2", "L3", "L4", "R1")


@given(broken())
def test_one_cell_is_wrong(spoiled: Broken) -> None:
    """A test of one mistake would run on reports with several."""
    before, after = dict(spoiled.sound.cells()), dict(spoiled.report.cells())
    assert {path for path in before if before[path] != after[path]} == {spoiled.path}
    assert type(spoiled.report) is type(spoiled.sound)
    assert spoiled.checks


@given(broken())
def test_what_breaks_is_told_exactly(spoiled: Broken) -> None:
    """A check that misses a mistake, or cries wolf, would pass."""
    assert spoiled.report.form is not None
    every = relations(spoiled.report.form, printed_variant(spoiled.report))
    assert all(relation.holds(spoiled.sound) is not False for relation in every)
    now_broken = [relation for relation in every if relation.holds(spoiled.report) is False]
    assert spoiled.relations == tuple(now_broken)
    assert all(spoiled.path in relation.paths for relation in spoiled.relations)
    assert spoiled.checks == {relation.check for relation in spoiled.relations}


@pytest.mark.parametrize("check", IDS)
@given(data=st.data())
def test_the_identity_asked_for_is_broken(check: str, data: st.DataObject) -> None:
    """A test of one check would run on mistakes that it cannot see."""
    spoiled = data.draw(broken("2019", check))
    assert check in spoiled.checks
    assert (spoiled.report[spoiled.path] or 0) >= 0 or check in ("C1", "C3") or "C1" in spoiled.checks


@pytest.mark.parametrize("check", ["C1", "F1", "L1", "L2", "L3", "R1"])
@settings(suppress_health_check=[HealthCheck.filter_too_much], max_examples=30)
@given(data=st.data())
def test_reports_with_blanks_can_be_broken_too(check: str, data: st.DataObject) -> None:
    """Mistakes among blanks, where a check sees less, would never be tested."""
    spoiled = data.draw(broken(reports("2021", variant="single_other"), check))
    assert check in spoiled.checks
    assert not spoiled.report.prints("applications.results.other_handling.unpaid.total")


def test_every_identity_of_the_form_is_known() -> None:
    """An identity would never be broken, so nobody would know whether it is checked."""
    counted = [
        {check: sum(relation.check == check for relation in relations(*edition)) for check in IDS}
        for edition in [("2019", ""), ("2021", "split_other"), ("2021", "single_other")]
    ]
    assert counted == [
        {"C1": 193, "C3": 5, "F1": 3, "L1": 7, "L2": 7, "L3": 14, "L4": 1, "R1": 23},
        {"C1": 200, "C3": 0, "F1": 3, "L1": 7, "L2": 7, "L3": 14, "L4": 1, "R1": 25},
        {"C1": 186, "C3": 0, "F1": 3, "L1": 7, "L2": 7, "L3": 14, "L4": 1, "R1": 23},
    ]
    assert relations("2021") == relations("2021", "split_other")


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        ({"upheld": 1, "corrected": 2, "other": 3, "pending": 4, "total": 10}, True),
        ({"upheld": 1, "corrected": 2, "other": 3, "pending": 4, "total": 9}, False),
        ({"upheld": 1, "corrected": 2, "other": 3, "pending": 4}, None),
        ({"upheld": 1, "corrected": 2, "total": 9}, None),
    ],
)
def test_a_relation_with_a_blank_is_open(values: dict[str, Any], holds: bool | None) -> None:
    """A blank would count as zero, or a wrong sum as right."""
    report = AnnualReport.blank("2021").replace(
        {f"challenges.reconsideration.{name}": value for name, value in values.items()}
    )
    sums = [relation for relation in relations("2021") if relation.check == "F1"]
    (relation,) = (one for one in sums if "challenges.reconsideration.total" in one.paths)
    assert relation.holds(report) is holds
    assert isinstance(relation, Relation)


def test_a_third_edition_can_be_broken() -> None:
    """Whoever adds an edition could not test its checks."""

    @settings(max_examples=30, database=None, deadline=None)
    @given(broken(NAME))
    def breaks(spoiled: Broken) -> None:
        assert spoiled.checks

    with declared():
        breaks()
        assert {relation.check for relation in relations(NAME)} == set(IDS)
