"""The statutory tables as drawn: every head, label and value cell in its grid, from the classes alone.

>>> from gov_disclosure.model.layout import layout
>>> [(table.name, table.rows, table.columns) for table in layout("2021")]
[('proactive', 14, 4), ('applications', 28, 10), ('challenges', 4, 15)]
"""

from collections.abc import Collection

from gov_disclosure.model.drawing import draw
from gov_disclosure.model.forms import Form
from gov_disclosure.model.printed_table import CellRole, PrintedCell, PrintedTable
from gov_disclosure.model.report import AnnualReport

__all__ = ["CellRole", "PrintedCell", "PrintedTable", "layout", "printed_variants"]


def layout(
    form_or_report: Form | AnnualReport | str,
    *,
    variants: Collection[str] | None = None,
    only_printed: bool = False,
) -> tuple[PrintedTable, ...]:
    """The statutory tables of a form, blank, or of a report, with its figures.

    ``variants`` names the ways of printing to draw, where the form leaves a choice; by default those that
    the report has (see :func:`printed_variants`). ``only_printed`` leaves out the rows and tables that the
    report does not print. A report on no known form has no tables. Raises
    :class:`~gov_disclosure.InvalidReport` for an edition that is not known.
    """
    if isinstance(form_or_report, AnnualReport):
        report: AnnualReport | None = form_or_report
        form = form_or_report.form
    else:
        report, form = None, Form(form_or_report)
    if form is None:
        return ()
    chosen = printed_variants(form_or_report) if variants is None else frozenset(variants)
    drawn = []
    for table in form.tables:
        rows = tuple(
            row
            for row in table.rows
            if (not row.variant or row.variant in chosen)
            and not (only_printed and report is not None and not report.prints(row.fields[0].path))
        )
        if rows:
            drawn.append(draw(table, rows, report))
    return tuple(drawn)


def printed_variants(form_or_report: Form | AnnualReport | str) -> frozenset[str]:
    """The ways of printing that a report uses where its form leaves a choice; else the official one.

    The official one is the one that the form declares last. A report that prints rows of several is given
    them all.
    """
    report = form_or_report if isinstance(form_or_report, AnnualReport) else None
    form = form_or_report.form if isinstance(form_or_report, AnnualReport) else Form(form_or_report)
    optional = [row for row in form.rows if row.variant] if form is not None else []
    used = frozenset(
        row.variant for row in optional if report is not None and report.prints(row.fields[0].path)
    )
    return used or frozenset(row.variant for row in optional[-1:])
