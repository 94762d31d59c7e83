"""The report that a template starts from: empty, but for what last year's report settles."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from gov_disclosure.checks.catalogue import CHECKS
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, Term
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Form
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.narrative import SECTIONS, Narrative
from gov_disclosure.model.report import AnnualReport

__all__ = ["TITLE", "known", "pre_filled", "start"]

#: The title that the notices give a report.
TITLE = "{issuer}{year}年政府信息公开工作年度报告"


def start(
    form: Form, *, previous: AnnualReport | None = None, year: int | None = None, issuer: str | None = None
) -> AnnualReport:
    """An empty report with every heading and row of the official layout, and what is known beforehand.

    From last year's report come the issuer, the title with the year moved on, and the cells that must equal
    figures of last year (上年结转 = last year's 结转下年度).
    """
    title = None
    if previous is not None:
        if year is None and previous.year is not None:
            year = previous.year + 1
        if issuer is None or issuer == previous.issuer:
            issuer = previous.issuer
            title = _moved_on(previous, year)
    if title is None and issuer is not None and year is not None:
        title = TITLE.format(issuer=issuer, year=year)
    headings = Narrative(**{section.name: () for section in SECTIONS})
    report = AnnualReport.blank(form, year=year, issuer=issuer, title=title)
    report = attrs.evolve(report, narrative=headings)
    return report if previous is None else report.replace(dict(pre_filled(report, previous)))


def _moved_on(previous: AnnualReport, year: int | None) -> str | None:
    """Last year's title with this year's number."""
    if previous.title is None or previous.year is None or year is None:
        return None
    old = str(previous.year)
    return previous.title.replace(old, str(year)) if previous.title.count(old) == 1 else None


def pre_filled(report: AnnualReport, previous: AnnualReport) -> Iterator[tuple[str, Value]]:
    """The cells of the year that an identity says to equal figures of last year, with those figures."""
    assert report.form is not None
    variants = printed_variants(report)
    for check in CHECKS.values():
        if not isinstance(check, Check) or not check.years_back:
            continue
        for identity in check.formulas(report.form):
            if identity.variant and identity.variant not in variants:
                continue
            found = _settled(identity, previous)
            if found is not None:
                yield found


def _settled(identity: Identity, previous: AnnualReport) -> tuple[str, Value] | None:
    for own, others in ((identity.right, identity.left), (identity.left, identity.right)):
        if (
            identity.relation == "="
            and len(own) == 1
            and own[0].back == 0
            and own[0].factor == 1
            and all(term.back == 1 for term in others)
        ):
            values = [known(term, None, previous) for term in others]
            if any(value is None for value in values):
                return None
            total: int | Decimal = 0
            for term, value in zip(others, values, strict=True):
                assert value is not None
                total = total + term.factor * value
            return own[0].path, total
    return None


def known(term: Term, report: AnnualReport | None, previous: AnnualReport | None) -> Value:
    """The value of a formula's cell, this year's or last year's; None where it is not known."""
    of = report if term.back == 0 else previous if term.back == 1 else None
    if of is None or of.form is None or of.form.get(term.path) is None:
        return None
    return of[term.path]
