"""A report as HTML for notebooks: the official tables, small, with inline styles and nothing from outside."""

from collections.abc import Collection, Iterator
from html import escape

from gov_disclosure.model.layout import layout
from gov_disclosure.model.printed_table import PrintedCell, PrintedTable
from gov_disclosure.model.report import AnnualReport

__all__ = ["report_html"]

# Colours are see-through, so that they work on a notebook's light and dark ground alike.
_TABLE = "border-collapse:collapse;font-size:11px;line-height:1.25;margin:2px 0 10px 0"
_CELL = "border:1px solid rgba(128,128,128,.55);padding:1px 5px"
_HEAD = f"{_CELL};text-align:center;font-weight:normal;background:rgba(128,128,128,.14)"
_LABEL = f"{_CELL};text-align:left;font-weight:normal;max-width:22em;background:rgba(128,128,128,.07)"
_VERTICAL = f"{_HEAD};white-space:nowrap;padding:1px 2px"
_VALUE = f"{_CELL};text-align:right;min-width:2.2em;font-variant-numeric:tabular-nums"
_ABSENT = "background:rgba(128,128,128,.32)"
_DOUBT = "background:rgba(255,193,7,.45)"
_BROKEN = "box-shadow:inset 0 0 0 2px rgba(211,47,47,.85)"


def report_html(
    report: AnnualReport,
    *,
    doubtful: Collection[str] = frozenset(),
    findings_paths: Collection[str] = frozenset(),
) -> str:
    """The report's particulars and its tables as the form prints them, as a fragment of HTML.

    Blank cells are blank; cells of rows that are not printed are grey; those in ``doubtful`` are yellow,
    those in ``findings_paths`` framed in red. A cell's path and English label show under the pointer.
    """
    return "".join(_fragment(report, frozenset(doubtful), frozenset(findings_paths)))


def _fragment(report: AnnualReport, doubtful: frozenset[str], broken: frozenset[str]) -> Iterator[str]:
    yield '<div class="gov-disclosure-report" style="overflow-x:auto">'
    yield f"<div><b>{escape(report.title or type(report).__name__)}</b></div>"
    yield f'<div style="font-size:11px;opacity:.8">{" · ".join(map(escape, _particulars(report)))}</div>'
    if report.form is None:
        yield '<div style="font-size:11px">no table of a known form is printed</div>'
    else:
        tables = layout(report)
        legend = " · ".join(_legend(tables, report, doubtful, broken))
        yield f'<div style="font-size:11px;margin:2px 0 6px 0">{legend}</div>'
        for table in tables:
            yield from _table(table, report, doubtful, broken)
    yield "</div>"


def _particulars(report: AnnualReport) -> Iterator[str]:
    if report.issuer is not None:
        yield report.issuer
    if report.year is not None:
        yield f"report year {report.year}"
    if report.form is not None:
        yield f"form {report.form} ({report.form.citation})"
    for name in ("period", "published", "signed", "document_number"):
        value = getattr(report, name)
        if value is not None:
            yield str(value)


def _legend(
    tables: tuple[PrintedTable, ...],
    report: AnnualReport,
    doubtful: frozenset[str],
    broken: frozenset[str],
) -> Iterator[str]:
    cells = {cell.path: report[cell.path] for table in tables for cell in table.cells if cell.path}
    absent = sum(not report.prints(path) for path in cells)
    filled = sum(value is not None for value in cells.values())
    yield f"{filled} of {len(cells)} cells filled"
    if blank := len(cells) - filled - absent:
        yield f"{blank} blank"
    if absent:
        yield f'<span style="{_ABSENT}">&nbsp;{absent} not printed&nbsp;</span>'
    if found := len(doubtful & cells.keys()):
        yield f'<span style="{_DOUBT}">&nbsp;{found} in doubt&nbsp;</span>'
    if found := len(broken & cells.keys()):
        yield f'<span style="{_BROKEN}">&nbsp;{found} in findings&nbsp;</span>'


def _table(
    table: PrintedTable, report: AnnualReport, doubtful: frozenset[str], broken: frozenset[str]
) -> Iterator[str]:
    yield f'<div style="font-size:12px" title="{escape(table.english)}">{escape(table.heading)}</div>'
    if getattr(report, table.name) is None:
        words = "this table is not printed"
        yield f'<div style="font-size:11px;margin-bottom:10px"><span style="{_ABSENT}">{words}</span></div>'
        return
    yield f'<table style="{_TABLE}">'
    for row in table.by_row():
        yield "<tr>"
        for cell in row:
            yield _cell(cell, report, doubtful, broken)
        yield "</tr>"
    yield "</table>"


def _cell(cell: PrintedCell, report: AnnualReport, doubtful: frozenset[str], broken: frozenset[str]) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
        if span > 1
    )
    if cell.path is None:
        style = _VERTICAL if cell.vertical else _LABEL if cell.role == "label" else _HEAD
        hint = f' title="{escape(cell.english)}"' if cell.english else ""
        text = "<br>".join(map(escape, _upright(cell.text))) if cell.vertical else escape(cell.text)
        return f'<th{spans} style="{style}"{hint}>{text}</th>'
    marks = [_VALUE]
    if not report.prints(cell.path):
        marks.append(_ABSENT)
    if cell.path in doubtful:
        marks.append(_DOUBT)
    if cell.path in broken:
        marks.append(_BROKEN)
    assert report.form is not None
    hint = f"{cell.path}: {report.form.field(cell.path).english}"
    doubt = "?" if cell.path in doubtful else ""
    return f'<td{spans} style="{";".join(marks)}" title="{escape(hint)}">{escape(cell.text)}{doubt}</td>'


def _upright(text: str) -> Iterator[str]:
    """The characters of a vertical label; a mark stays with the character before it."""
    line = ""
    for character in text:
        if line and character not in "、，。）】：；":
            yield line
            line = ""
        line += character
    yield line
