"""Texts as many offices write them: what of their figures is found, and how often a sound report is blamed."""

import random
from collections import Counter

import pytest

from gov_disclosure import statements
from gov_disclosure.checks import Severity, check
from handwritten_reports import HANDWRITTEN, Handwritten
from office_wordings import worded_report

TEXTS = 400


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_sound_reports_are_left_in_peace(form: str) -> None:
    """A clerk who is warned wrongly stops reading: at most one report in fifty, whatever its wording."""
    blamed = [
        seed for seed in range(TEXTS) if check(worded_report(random.Random(seed), form).report).of("N1")
    ]
    assert len(blamed) * 50 <= TEXTS, blamed


@pytest.mark.parametrize("written", HANDWRITTEN, ids=lambda written: f"{written.issuer}-{written.received}")
def test_no_handwritten_report_is_blamed(written: Handwritten) -> None:
    """Eighty-five sound reports, each written by hand in another manner: a warning on one of them is a false one."""
    report = written.report()
    assert [finding.message("zh") for finding in check(report) if finding.severity is not Severity.info] == []


def test_most_of_what_hands_write_is_found() -> None:
    """Silence would leave every hand in peace: four figures in five are found, and each with its value."""
    told = found = 0
    for written in HANDWRITTEN:
        there = {(one.kind, one.value) for one in statements(written.report()) if one.year == "this"}
        told += len(written.said)
        found += sum(item in there for item in written.said.items())
    assert len(HANDWRITTEN) >= 80
    assert told > 200
    assert found >= 0.8 * told


def test_a_wrong_figure_in_a_handwritten_text_is_noticed() -> None:
    """The other side of silence: where the table is off by a few from what the text gives, most clerks are told."""
    noticed = changed = 0
    for written in HANDWRITTEN:
        report = written.report()
        for one in statements(report):
            if (
                one.year == "this"
                and one.unit == "件"
                and one.paths
                and (one.kind, one.value) in written.said.items()
            ):
                value = report[one.paths[0]]
                assert isinstance(value, int)
                findings = check(report.replace({one.paths[0]: value + 7}))
                changed += 1
                noticed += any(one.paths[0] in finding.paths for finding in findings.of("N1"))
    assert changed > 150
    assert noticed >= 0.75 * changed, (noticed, changed)


def test_what_offices_say_is_found() -> None:
    """Otherwise silence would be cheap: nearly every figure that a text gives is found."""
    told, found = Counter[str](), Counter[str]()
    for seed in range(TEXTS):
        office = worded_report(random.Random(seed))
        there = {(one.kind, one.value) for one in statements(office.report) if one.year == "this"}
        for kind, value in office.told.items():
            told[kind] += 1
            found[kind] += (kind, value) in there
    assert sum(found.values()) >= 0.97 * sum(told.values()), told - found
    assert all(found[kind] >= 0.8 * times for kind, times in told.items()), told - found


def test_a_table_that_was_changed_is_noticed() -> None:
    """Most changes of a cell whose figure the text gives: the others fit another meaning of the words."""
    noticed = changed = 0
    for seed in range(TEXTS):
        rng = random.Random(seed)
        report = worded_report(rng).report
        bound = [one for one in statements(report) if one.paths and one.year == "this" and one.unit != "%"]
        if not bound:
            continue
        path = rng.choice(rng.choice(bound).paths)
        value = report[path]
        assert isinstance(value, int)
        findings = check(report.replace({path: value + rng.choice((1, 2, 10, 100))}))
        changed += 1
        noticed += any(path in finding.paths for finding in findings.of("N1"))
    assert changed > TEXTS / 2
    assert noticed >= 0.75 * changed
