"""Formulas evaluated in one go, and the quick looks before slower ones, against the slow way."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.checks import CHECKS, Check, check
from gov_disclosure.checks.case import Case
from gov_disclosure.checks.settings import DEFAULTS
from gov_disclosure.language.dates import report_years
from gov_disclosure.model import AnnualReport, Form
from planted_faults import sound_report

FORMULAS = [one for one in CHECKS.values() if isinstance(one, Check) and one.identities is not None]


@given(st.integers(0, 2**32), st.sampled_from(["2019", "2021"]), st.data())
@settings(max_examples=100, deadline=None)
def test_formulas_that_hold_together_hold_one_by_one(seed: int, form: str, data: st.DataObject) -> None:
    """A sum that is wrong, or that a blank leaves open, never passes with those that are right."""
    report = sound_report(random.Random(seed), form)
    paths = data.draw(st.lists(st.sampled_from(Form(form).paths), max_size=2))
    values = st.none() | st.integers(-3, 60)
    changed = {path: data.draw(values) for path in paths}
    case = Case(report.replace(changed), settings=DEFAULTS)
    for one in FORMULAS:
        together = one.together(case)
        if together is not None and together.hold(case.values):
            applying = [
                formula
                for formula in one.compiled(case)
                if formula.identity.variant in ("", *case.variants)
                and (formula.unless is None or case.values[formula.unless] is None)
            ]
            for formula in applying:
                left, right = formula.left_side(case.values), formula.right_side(case.values)
                assert None not in (*left, *right)
                assert formula.holds(sum(right) - sum(left))
            assert not one.tie_out or together.count == len(applying)


def test_sound_sums_are_told_together() -> None:
    """The quick way is taken where all is well; else a check of a sound report would take the slow one each time."""
    for form in ("2019", "2021"):
        case = Case(sound_report(random.Random(form), form), settings=DEFAULTS)
        for name in ("R1", "L1", "L2"):
            one = CHECKS[name]
            assert isinstance(one, Check)
            together = one.together(case)
            assert together is not None
            assert together.hold(case.values)


DIGITS = st.sampled_from("0129０１２９²①٣ 年一二〇")
TITLES = st.lists(
    st.sampled_from(["2022", "2023", "２０２２", "1", "年", "度", " ", "示例区", "二〇二二", "-", "2 0 2 2 "])
    | DIGITS,
    max_size=8,
).map("".join)


@given(TITLES, st.sampled_from([2022, 2023, 1899, 2100, 22]))
@settings(max_examples=400, deadline=None)
def test_a_look_at_the_title_sees_no_year_that_is_not_there(title: str, year: int) -> None:
    """Of a title with another year nothing must be missed because the report's year seems to stand in it."""
    report = AnnualReport(year=year, title=title)
    years = {found.value for found in report_years(title)}
    assert bool(check(report).of("G2")) is bool(years and year not in years)
