"""Strategies for whole reports."""

from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gov_disclosure.model.fields import Block, Row, Value, inner_class, printed
from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.narrative import Narrative
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.testing.blanks import absent_rows, leave_blank
from gov_disclosure.testing.figures import Figures, Scale, figures
from gov_disclosure.testing.relations import printed_rows, variants
from gov_disclosure.testing.telling import tell
from gov_disclosure.testing.texts import issuers, narratives, period_of, preambles, title_of
from gov_disclosure.testing.texts import years as years_of

__all__ = ["reports", "reports_without_tables"]

# What is left out is told by nothing else that is printed.
_TOLD_BY = {"issuer": ("title", "signed"), "year": ("title", "period")}
_FAR = 10**15  # figures no body prints, which the model takes all the same


def reports(
    form: Form | str | None = None,
    *,
    variant: str | None = None,
    consistent: bool = True,
    blanks: bool = True,
    years: st.SearchStrategy[int] | None = None,
    scale: Scale | None = None,
    narrative: bool = True,
) -> st.SearchStrategy[AnnualReport]:
    """Annual reports on an edition of the form; without ``form``, on any edition there is.

    Args:
        form: ``"2019"``, ``"2021"`` or any other edition that is known when an example is drawn.
        variant: how the edition is printed (2021: ``"split_other"`` or ``"single_other"``); by default
            any way.
        consistent: every identity of the form holds (R1, L1, L2, F1, in 2019 also C3), and a blank stands
            for zero. Without it anything that the model accepts may come: totals that do not fit, negative
            counts, figures in both variants.
        blanks: some particulars, cells, rows and tables are left out, as bodies do. Without it every cell
            that the variant prints holds a figure, and every particular is there.
        years: report years; by default those for which the edition is prescribed.
        scale: ``"township"`` (mostly zeros), ``"county"`` (a few) or ``"city"`` (thousands); by default any.
        narrative: with text in the six sections.

    Raises:
        InvalidReport: when an example is drawn, for an edition that is not known.
        hypothesis.errors.InvalidArgument: likewise, for a variant or scale that there is not.
    """
    return _reports(form, variant, consistent, blanks, years, scale, narrative)


def reports_without_tables(
    *, years: st.SearchStrategy[int] | None = None, narrative: bool = True
) -> st.SearchStrategy[AnnualReport]:
    """Reports in which no known table is printed (``form`` is None), such as those from before 2019."""
    return _reports_without_tables(years, narrative)


@st.composite
def _reports(
    draw: st.DrawFn,
    form: Form | str | None,
    variant: str | None,
    consistent: bool,
    blanks: bool,
    years: st.SearchStrategy[int] | None,
    scale: Scale | None,
    narrative: bool,
) -> AnnualReport:
    able = [edition for edition in _asked(form) if variant in (None, *variants(edition))]
    if not able:
        known = sorted({name for edition in _asked(form) for name in variants(edition)})
        raise InvalidArgument(f"variant={variant!r} is none of {', '.join(map(repr, known))}")
    edition = draw(st.sampled_from(able))
    chosen = variant if variant is not None else draw(st.sampled_from(variants(edition)))
    rows = printed_rows(edition, chosen)
    values = figures(draw, edition, chosen, scale, consistent=consistent)
    absent = leave_blank(draw, edition, rows, values) if blanks else frozenset()
    tables = tables_of(edition, values, absent, absent_rows(rows, absent))
    if years is None:
        years = years_of(edition)
    report = edition.report_class(**_particulars(draw, years, blanks, narrative, bool(absent)), **tables)
    return tell(report if consistent else report.replace(draw(_strays(edition))))


@st.composite
def _reports_without_tables(
    draw: st.DrawFn, years: st.SearchStrategy[int] | None, narrative: bool
) -> AnnualReport:
    return tell(
        AnnualReport(**_particulars(draw, years_of() if years is None else years, True, narrative, False))
    )


def _asked(form: Form | str | None) -> tuple[Form, ...]:
    return editions() if form is None else (Form(form),)


def _particulars(
    draw: st.DrawFn, years: st.SearchStrategy[int], blanks: bool, narrative: bool, year_needed: bool
) -> dict[str, Any]:
    year, issuer = draw(years), draw(issuers())
    everything: dict[str, Any] = {
        "year": year,
        "issuer": issuer,
        "title": title_of(issuer, year),
        "period": period_of(year),
        "published": f"{year + 1}年1月{draw(st.integers(1, 31))}日",
        "signed": issuer,
        "document_number": f"示政公开〔{year + 1}〕{draw(st.integers(1, 99))}号",
    }
    if blanks and draw(st.booleans()):
        left_out = draw(st.integers(0, 2 ** len(everything) - 1))
        if year_needed:  # the rows that would tell the edition may be those that are missing
            left_out &= ~1
        for place, name in enumerate(everything):
            if left_out >> place & 1:
                everything[name] = None
        for name, telling in _TOLD_BY.items():
            if everything[name] is None:
                everything.update(dict.fromkeys(telling))
    text = draw(narratives(complete=not blanks)) if narrative else Narrative()
    covered = year if everything["period"] is not None else None
    preamble = draw(preambles(everything["issuer"], covered)) if narrative else ()
    return {**everything, "preamble": preamble, "narrative": text}


def _strays(form: Form) -> st.SearchStrategy[Mapping[str, Value]]:
    """Changes that no arithmetic stands behind."""
    wild = st.one_of(st.none(), st.integers(-20, 200), st.integers(-_FAR, _FAR))
    return st.dictionaries(st.sampled_from(form.paths), wild, max_size=6)


def tables_of(form: Form, values: Figures, lost: frozenset[str], absent: frozenset[str]) -> dict[str, Any]:
    """The tables of an edition filled with values, without the tables ``lost`` and the rows ``absent``."""
    made: dict[str, Row] = {}
    for row in form.rows:
        if row.path not in absent and row.fields[0].path in values:
            made[row.path] = row.cls(**{field.name: values[field.path] for field in row.fields})
    return {
        table.name: None if table.name in lost else _block(table.cls, table.name, made)
        for table in form.tables
    }


def _block(cls: type[Block], path: str, made: Mapping[str, Row]) -> Block:
    inside: dict[str, Block | Row | None] = {}
    for attribute in attrs.fields(cls):  # type: ignore[arg-type]
        here = f"{path}.{attribute.name}"
        if printed(attribute).role == "block":
            inside[attribute.name] = _block(inner_class(attribute), here, made)
        else:
            inside[attribute.name] = made.get(here)
    return cls(**inside)
