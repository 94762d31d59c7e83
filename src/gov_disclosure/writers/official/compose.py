"""From a report to the parts that the official form prints, in order."""

from collections.abc import Iterator, Mapping

from gov_disclosure.model.layout import layout
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.printed_table import PrintedTable
from gov_disclosure.model.report import PARTICULAR_LABELS, AnnualReport
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.official.figures import figures_of
from gov_disclosure.writers.official.grid import Grid, GridCell
from gov_disclosure.writers.official.lost import lost_evidence
from gov_disclosure.writers.official.parts import (
    Heading,
    Official,
    Paragraph,
    Part,
    Particular,
    Signature,
    Title,
)
from gov_disclosure.writers.official.texts import one_line, text_lines

__all__ = ["official"]


def official(value: AnnualReport | Reading) -> Official:
    """The report as the official form prints it.

    What is None is not printed: no heading, no row, no table. With a reading, a dash, a slash or a word that
    stands in a cell without a figure is printed as it stood.
    """
    if isinstance(value, Reading):
        parts = _parts(value.report, value.evidence)
        return Official(parts=tuple(parts), notices=tuple(lost_evidence(value)))
    return Official(parts=tuple(_parts(value, {})))


def _parts(report: AnnualReport, evidence: Mapping[str, Evidence]) -> Iterator[Part]:
    if report.title is not None:
        yield Title(one_line(report.title))
    yield from _particulars(report)
    yield from _paragraphs(report.preamble)
    tables = {table.name: table for table in layout(report, only_printed=True)}
    for section in SECTIONS:
        text = getattr(report.narrative, section.name)
        if text is not None:
            yield Heading(section.heading, section.name)
            yield from _paragraphs(text)
        if section.name in tables:
            yield _grid(tables[section.name], report, evidence)
    if report.signed is not None:
        yield from map(Signature, text_lines(report.signed))


def _particulars(report: AnnualReport) -> Iterator[Particular]:
    """What the report says of itself and its title and text do not."""
    said = [report.title or ""]
    if report.document_number is not None:
        yield Particular("", one_line(report.document_number))
    if report.issuer is not None and not any(report.issuer in text for text in said):
        yield _labelled("issuer", report.issuer)
    if report.published is not None:
        yield _labelled("published", report.published)
    if report.year is not None and not any(str(report.year) in text for text in (*said, report.period or "")):
        yield _labelled("year", str(report.year))
    said += report.preamble
    for section in SECTIONS:
        said += getattr(report.narrative, section.name) or ()
    if report.period is not None and not any(report.period in text for text in said):
        yield _labelled("period", report.period)


def _labelled(name: str, text: str) -> Particular:
    return Particular(PARTICULAR_LABELS[name], one_line(text))


def _paragraphs(texts: tuple[str, ...]) -> Iterator[Paragraph]:
    for text in texts:
        yield from map(Paragraph, text_lines(text))


def _grid(table: PrintedTable, report: AnnualReport, evidence: Mapping[str, Evidence]) -> Grid:
    rows = []
    assert report.form is not None
    for row in table.by_row():
        cells = []
        for drawn in row:
            if drawn.path is None:
                cells.append(GridCell(drawn, drawn.text))
                continue
            value = report[drawn.path]
            text, unit = figures_of(report.form.field(drawn.path), value, evidence.get(drawn.path))
            cells.append(GridCell(drawn, text, value, unit))
        rows.append(tuple(cells))
    return Grid(table=table, rows=tuple(rows))
