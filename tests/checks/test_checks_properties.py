"""What must hold of every report."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.checks import CHECKS, Check, check
from gov_disclosure.model import AnnualReport, Form
from gov_disclosure.reading import Evidence, FrozenMapping, Reading
from gov_disclosure.testing import Broken, broken
from gov_disclosure.testing import reports as realistic
from planted_faults import FAULTS, nil_report, plant, sound_report

SUMS = ("R1", "L1", "L2", "L4", "F1")

reports = st.builds(
    lambda seed, form, scale: sound_report(random.Random(seed), form, scale=scale),
    st.integers(0, 2**32),
    st.sampled_from(["2019", "2021"]),
    st.sampled_from([1, 9, 60, 5000]),
)


def containing(report: AnnualReport, path: str) -> set[str]:
    """The sums that hold the cell, told from the formulas themselves."""
    found = set()
    for check_id in SUMS:
        one = CHECKS[check_id]
        assert isinstance(one, Check)
        assert report.form is not None
        for identity in one.formulas(report.form):
            if any(term.path == path for term in identity.terms):
                found.add(check_id)
    return found


@given(reports, st.data())
@settings(max_examples=80, deadline=None)
def test_a_changed_cell_is_found_by_exactly_the_sums_that_hold_it(
    report: AnnualReport, data: st.DataObject
) -> None:
    """A slip anywhere is found, and nothing is said that does not follow from it."""
    assert check(report).errors == ()
    path = data.draw(st.sampled_from([path for path, value in report.cells() if value is not None]))
    value = report[path]
    assert isinstance(value, int)
    step = data.draw(st.integers(1, 999) | st.integers(-value, -1) if value else st.integers(1, 999))
    findings = check(report.replace({path: value + step}))
    assert {f.check for f in findings if f.check in SUMS} == containing(report, path)
    assert all(path in f.paths for f in findings.errors)


@given(reports, st.integers(0, 2**32), st.sampled_from(sorted(FAULTS)))
@settings(max_examples=60, deadline=None)
def test_every_planted_fault_is_found_and_its_first_suspect_mends_something(
    report: AnnualReport, seed: int, kind: str
) -> None:
    """An arithmetic fault never slips through, and what is suggested really makes the named checks hold."""
    made = plant(random.Random(seed), report, kind)
    if made is None:
        return
    spoiled, _ = made
    findings = check(spoiled)
    assert findings.errors
    suspect = findings.suspects[0]
    assert suspect.checks
    mended = check(spoiled.replace({suspect.path: suspect.value, **dict(suspect.also)}))
    assert len(mended.errors) < len(findings.errors)


@given(reports, st.data())
@settings(max_examples=60, deadline=None)
def test_blanks_never_make_an_error_of_a_sound_report(report: AnnualReport, data: st.DataObject) -> None:
    """Leaving cells out of a right report can make it incomplete, not wrong; and what is left out is counted."""
    filled = [path for path, value in report.cells() if value is not None]
    gone = data.draw(st.sets(st.sampled_from(filled), max_size=30))
    findings = check(report.replace(dict.fromkeys(gone)))
    assert findings.errors == ()
    assert set(findings.wanting) <= gone
    whole = check(report)
    assert findings.answered + len(findings.unanswered) == whole.answered
    assumed = check(report.replace(dict.fromkeys(gone)), blank_as_zero=True)
    assert assumed.errors == ()
    assert all(f.assumed for f in assumed if f.check in SUMS and f.severity == "warning")
    assert assumed.answered + len(assumed.unanswered) == whole.answered


@given(reports, st.data())
@settings(max_examples=40, deadline=None)
def test_no_error_ever_rests_on_a_cell_in_doubt(report: AnnualReport, data: st.DataObject) -> None:
    """Whatever is in doubt and whatever is broken, an error has clean operands."""
    paths = [path for path, value in report.cells() if value is not None]
    doubted = data.draw(st.sets(st.sampled_from(paths), max_size=12))
    spoiled = data.draw(st.dictionaries(st.sampled_from(paths), st.integers(-3, 50), min_size=1, max_size=6))
    evidence = {path: Evidence(raw="?", doubt=path in doubted) for path in paths}
    reading = Reading(report=report.replace(spoiled), evidence=FrozenMapping(evidence))
    for finding in check(reading):
        if doubted & set(finding.paths):
            assert finding.origin == "reading"
            assert finding.severity != "error"
        else:
            assert finding.origin == "document"


@given(st.sampled_from(["2019", "2021"]), st.data())
@settings(max_examples=40, deadline=None)
def test_any_figures_at_all_can_be_checked_and_told(form: str, data: st.DataObject) -> None:
    """No report, however absurd, makes a check or a sentence fail."""
    paths = [field.path for field in Form(form).fields]
    values = data.draw(
        st.dictionaries(st.sampled_from(paths), st.none() | st.integers(-(10**12), 10**12), max_size=60)
    )
    report = nil_report(form, year=data.draw(st.sampled_from([None, 2019, 2024]))).replace(values)
    for blank_as_zero in (False, True):
        findings = check(
            report,
            previous=report if report.year is None else None,
            parts=[report],
            blank_as_zero=blank_as_zero,
        )
        for finding in findings:
            for lang in ("zh", "en"):
                assert "{" not in finding.message(lang)
                finding.hint(lang)
        assert findings.summary("zh")
        assert isinstance(findings.suspects, tuple)


RELATIONS = ("C1", "C3", "F1", "L1", "L2", "L3", "L4", "R1")


@given(broken())
@settings(max_examples=60, deadline=None)
def test_a_broken_relation_is_found_by_exactly_the_checks_that_see_it(spoiled: Broken) -> None:
    """Held against relations that were written apart from the checks: none missed, none invented."""
    assert {f.check for f in check(spoiled.report) if f.check in RELATIONS} == spoiled.checks


@given(realistic())
@settings(max_examples=60, deadline=None)
def test_a_consistent_report_has_no_error(report: AnnualReport) -> None:
    """Townships of zeros, cities in thousands, blanks where bodies leave them: all come back without errors."""
    for blank_as_zero in (False, True):
        findings = check(report, blank_as_zero=blank_as_zero)
        assert findings.errors == ()
        assert not [f for f in findings if f.check in RELATIONS]


@given(realistic(consistent=False))
@settings(max_examples=40, deadline=None)
def test_whatever_the_model_accepts_can_be_checked(report: AnnualReport) -> None:
    """Negative counts, figures in both variants, tables left out: findings, never a crash."""
    findings = check(report, previous=report, parts=[report], blank_as_zero=True)
    assert all(f.message("zh") and f.message("en") for f in findings)
    assert all(f.severity != "error" for f in findings if f.assumed)
    assert all(suspect.message("zh") and suspect.message("en") for suspect in findings.suspects)
