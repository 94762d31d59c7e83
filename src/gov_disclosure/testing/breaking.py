"""Strategies for reports in which one cell is wrong, and which identities that must break."""

from decimal import Decimal

import attrs
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.testing.relations import Relation, printed_variant, relations
from gov_disclosure.testing.reports import reports

__all__ = ["Broken", "broken"]

_MOST = 1_000


@attrs.frozen(kw_only=True)
class Broken:
    """A report with one wrong cell.

    ``sound`` is the report before, ``path`` the cell that was changed, ``relations`` what held (or was open)
    before and is now broken, and ``checks`` the ids of the checks that look for those.
    """

    report: AnnualReport
    sound: AnnualReport
    path: str
    relations: tuple[Relation, ...]

    @property
    def checks(self) -> frozenset[str]:
        """The ids of the checks that must find it."""
        return frozenset(relation.check for relation in self.relations)


def broken(
    source: Form | str | st.SearchStrategy[AnnualReport] | None = None, check: str | None = None
) -> st.SearchStrategy[Broken]:
    """Reports in which one cell was changed so that an identity breaks, with what the change breaks.

    Args:
        source: an edition of the form, or a strategy of reports to start from; by default consistent reports
            on any edition, without blanks.
        check: the id of the check whose identity is to break (``"R1"``, ``"L1"``, ``"L2"``, ``"L3"``,
            ``"L4"``, ``"F1"``, ``"C1"``, ``"C3"``); by default any.

    Raises:
        hypothesis.errors.InvalidArgument: when an example is drawn, for a check whose identity the form does
            not have.
    """
    if isinstance(source, st.SearchStrategy):
        return _broken(source, check, None)
    return _broken(reports(source, blanks=False), check, source)


@st.composite
def _broken(
    draw: st.DrawFn, reports: st.SearchStrategy[AnnualReport], check: str | None, form: Form | str | None
) -> Broken:
    asked = editions() if form is None else (Form(form),)
    known = sorted({relation.check for edition in asked for relation in relations(edition)})
    if check is not None and check not in known:
        raise InvalidArgument(f"check={check!r} is none of {', '.join(map(repr, known))}")
    sound = draw(reports)
    assert sound.form is not None, "a report without tables has no identity to break"
    every = relations(sound.form, printed_variant(sound))
    before = dict(sound.cells())
    breakable = [
        relation
        for relation in every
        if check in (None, relation.check) and relation.allows(relation.residual(before))
    ]
    assume(breakable)
    chosen = draw(st.sampled_from(breakable))
    if chosen.unless:
        sound = sound.replace({chosen.unless: None})
        before[chosen.unless] = None
    path, value = _spoil(draw, chosen, sound)
    report = sound.replace({path: value})
    after = {**before, path: value}
    now = tuple(
        relation
        for relation in every
        if path in relation.paths and relation.holds(after) is False and relation.holds(before) is not False
    )
    return Broken(report=report, sound=sound, path=path, relations=now)


def _spoil(draw: st.DrawFn, relation: Relation, report: AnnualReport) -> tuple[str, int | Decimal]:
    """A cell of the identity and a value in it that breaks the identity, negative only where it must be."""
    assert report.form is not None
    by = draw(st.integers(1, _MOST))
    if relation.condition == ">= 0":
        slack = relation.residual(report)
        assert slack is not None
        terms = [
            (path, weight)
            for path, weight in relation.terms
            if weight < 0 or report.form.field(path).type == "signed count"
        ]
        path, weight = draw(st.sampled_from(terms or relation.terms))
        return path, _figure(report, path) - weight * (slack + by)
    path, _ = draw(st.sampled_from(relation.terms))
    value = _figure(report, path)
    return path, value - by if draw(st.booleans()) and value >= by else value + by


def _figure(report: AnnualReport, path: str) -> int | Decimal:
    value = report[path]
    assert value is not None, "the identity holds, so its cells are known"
    return value
