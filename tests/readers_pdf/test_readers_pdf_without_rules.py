"""Tables ruled across only, and tables without any rule: read where that is certain, and never wrong in silence."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.model.layout import layout
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options
from gov_disclosure.testing import reports
from pdf_drawing import Drawing, PenStyle
from pdf_tables import DrawnTable, draw_table

ENGINES = ("pdfium", "pdfminer")


class Unruled(Drawing):
    """A drawing whose tables have no upright rules, or none at all."""

    across = True
    hidden: frozenset[str] = frozenset()

    def rules(self, rules: Sequence[tuple[float, float, float, float]], style: PenStyle) -> None:  # type: ignore[override]
        """Draw those rules that this drawing has."""
        super().rules([rule for rule in rules if self.across and rule[1] == rule[3]], style)


def drawn(
    report: gov_disclosure.AnnualReport,
    *,
    across: bool,
    kind: type[Unruled] = Unruled,
    hidden: frozenset[str] = frozenset(),
) -> bytes:
    """The report, with tables of few rules; the words that are ``hidden`` are there and not painted."""
    drawing = kind()
    drawing.across, drawing.hidden = across, hidden
    drawing.text(80, 60, "示例区人民政府2023年政府信息公开工作年度报告", 14)
    y = 80.0
    for table in layout(report, only_printed=True):
        if y > 200:
            drawing.new_page()
            y = 60.0
        drawing.text(80, y + 20, table.heading, 12)
        how = DrawnTable(
            cells=table.cells,
            rows=table.rows,
            widths=tuple(map(float, table.widths)),
            vertical=frozenset(cell.text for cell in table.cells if cell.vertical),
        )
        y = draw_table(drawing, how, "lines", top=y + 40) + 20
    return drawing.finish()


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_that_line_up_make_columns(engine: str) -> None:
    """Without it, tables in the style of journals would be read as loose lines."""
    form = gov_disclosure.forms.Form("2021")
    figures = {
        field.path: place % 90 for place, field in enumerate(form.fields) if field.table == "applications"
    }
    printed = {path: value for path, value in figures.items() if form.field(path).variant != "single_other"}
    report = gov_disclosure.AnnualReport.blank("2021", year=2023, issuer="示例区人民政府").replace(printed)
    document = PdfReader().read(drawn(report, across=True), Options(engine=engine))
    (table,) = [table for table in document.tables if table.column_count == 10]
    values = [cell for cell in layout(report)[1].cells if cell.role == "value"]
    assert {(cell.row, cell.column, cell.text) for cell in values} <= {
        (cell.row, cell.column, cell.text) for cell in table.cells
    }


@given(reports(narrative=False), st.booleans())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_no_figure_is_wrong_or_lost_in_silence(report: gov_disclosure.AnnualReport, across: bool) -> None:
    """Without it, figures of a table without rules could slip into other rows and columns unnoticed."""
    try:
        reading = gov_disclosure.read(drawn(report, across=across), engine="pdfium")
    except gov_disclosure.ReadError:
        return  # refused, and said
    found = dict(reading.report.cells())
    for path, value in report.cells():
        if path in found and found[path] != value:
            evidence = reading.evidence[path]
            assert found[path] is None or evidence.doubt, path
            assert evidence.doubt or evidence.kind in ("unread", "absent"), path


class HalfHidden(Unruled):
    """A drawing in which some words and the figures behind them are not painted, as in the layer that text recognition
    leaves behind a scan."""

    word = ""

    def text(self, x: float, baseline: float, text: str, size: float = 10.0, **how: Any) -> None:
        """A text, painted or not."""
        self.word = self.word if text.isdigit() else text
        super().text(x, baseline, text, size, **(how | ({"mode": 3} if self.word in self.hidden else {})))


@pytest.mark.parametrize("engine", ENGINES)
def test_figures_of_lines_that_are_in_doubt_are_in_doubt(engine: str) -> None:
    """Without it, a figure that nobody can see on the page would pass for read where no rules stand round it."""
    form = gov_disclosure.forms.Form("2021")
    fields = [
        field for field in form.fields if field.table == "applications" and field.variant != "single_other"
    ]
    printed = {field.path: 0 for field in fields}
    for row in ("received", "results.granted", "results.total"):
        printed |= {f"applications.{row}.natural_person": 37, f"applications.{row}.total": 37}
    report = gov_disclosure.AnnualReport.blank("2021", year=2023, issuer="示例区人民政府").replace(printed)
    granted = {path for path in printed if path.startswith("applications.results.granted.")}
    for hidden in (frozenset[str](), frozenset({"（一）予以公开"})):
        content = drawn(report, across=False, kind=HalfHidden, hidden=hidden)
        reading = gov_disclosure.read(content, engine=engine)
        assert {path: reading.report[path] for path in printed} == printed
        assert granted & set(reading.doubtful) == (granted if hidden else set())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_title_that_is_not_painted_is_in_doubt(engine: str) -> None:
    """Without it, a body and a year that recognition made up would be taken for what the page says."""
    report = gov_disclosure.AnnualReport.blank("2021", year=2023, issuer="示例区人民政府")
    title = "示例区人民政府2023年政府信息公开工作年度报告"
    for hidden in (frozenset[str](), frozenset({title})):
        reading = gov_disclosure.read(
            drawn(report, across=True, kind=HalfHidden, hidden=hidden), engine=engine
        )
        assert reading.report.title == title
        assert [reading.evidence[name].doubt for name in ("title", "issuer", "year")] == [bool(hidden)] * 3
