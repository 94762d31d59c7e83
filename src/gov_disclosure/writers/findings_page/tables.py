"""The official tables with the cells of findings marked."""

from collections.abc import Iterator, Mapping
from html import escape

import attrs

from gov_disclosure.model.errors import Lang
from gov_disclosure.model.printed_table import PrintedCell, PrintedTable
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.writers.findings_page.words import say

__all__ = ["Mark", "Marked", "table_lines"]


@attrs.frozen
class Mark:
    """A finding's mark in a cell: its number on the page, its id there, its severity, and whether the cell is
    only framed."""

    number: int
    anchor: str
    severity: str
    framed_only: bool = False


@attrs.frozen(kw_only=True)
class Marked:
    """What is to be marked in a report's tables."""

    report: AnnualReport
    marks: Mapping[str, tuple[Mark, ...]]
    suspects: frozenset[str]
    wanting: frozenset[str]
    evidence: Mapping[str, Evidence]
    lang: Lang


def table_lines(table: PrintedTable, marked: Marked) -> Iterator[str]:
    """The table's lines of HTML."""
    yield '<div class="scroll">'
    yield f'<table aria-label="{escape(table.heading if marked.lang == "zh" else table.english)}">'
    for number, row in enumerate(table.by_row()):
        if number == 0:
            yield "<thead>" if table.head_rows else "<tbody>"
        elif number == table.head_rows:
            yield "</thead>"
            yield "<tbody>"
        yield "<tr>" + "".join(_cell(cell, marked) for cell in row) + "</tr>"
    yield "</tbody></table></div>"


def _cell(cell: PrintedCell, marked: Marked) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
        if span > 1
    )
    if cell.path is None:
        kind = "upright" if cell.vertical and marked.lang == "zh" else "label" if cell.role == "label" else ""
        look = f' class="{kind}"' if kind else ""
        return f"<th{spans}{look}>{escape(cell.words(marked.lang))}</th>"
    marks = marked.marks.get(cell.path, ())
    evidence = marked.evidence.get(cell.path)
    classes = list(_classes(cell.path, marks, evidence, marked))
    look = f' class="{" ".join(classes)}"' if classes else ""
    title = escape(_title(cell.path, marked))
    inside = _text(cell, evidence) + _marks(cell.path, marks, marked)
    return f'<td{spans}{look} title="{title}">{inside}</td>'


def _classes(path: str, marks: tuple[Mark, ...], evidence: Evidence | None, marked: Marked) -> Iterator[str]:
    if not marked.report.prints(path):
        yield "absent"
    elif path in marked.wanting:
        yield "wanting"
    if evidence is not None and evidence.doubt:
        yield "doubt"
    if path in marked.suspects:
        yield "suspect"
    for severity in ("error", "warning", "info"):
        if any(mark.severity == severity for mark in marks):
            yield severity
            return


def _title(path: str, marked: Marked) -> str:
    assert marked.report.form is not None
    return f"{marked.report.form.field(path).label(marked.lang)} ({path})"


def _text(cell: PrintedCell, evidence: Evidence | None) -> str:
    doubt = "?" if evidence is not None and evidence.doubt else ""
    if (
        not cell.text
        and evidence is not None
        and evidence.raw
        and evidence.kind in ("dash", "slash", "text", "unread")
    ):
        return f'<span class="printed">{escape(evidence.raw[:24])}</span>{doubt}'
    return escape(cell.text) + doubt


def _marks(path: str, marks: tuple[Mark, ...], marked: Marked) -> str:
    suspect = "▲" if path in marked.suspects else ""
    links = " ".join(_link(mark, marked.lang) for mark in marks if not mark.framed_only or suspect)
    if not links and not suspect:
        return ""
    return f'<span class="marks">{suspect}{links}</span>'


def _link(mark: Mark, lang: Lang) -> str:
    see = escape(say("see", lang).format(mark.number))
    return f'<a class="{mark.severity}" href="#{mark.anchor}" title="{see}">{mark.number}</a>'
