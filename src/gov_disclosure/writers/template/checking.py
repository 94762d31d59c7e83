"""The sheet that checks: a line for each identity, and red cells in the tables where one does not hold."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from gov_disclosure.checks.catalogue import CHECKS
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.formula import Identity, Term
from gov_disclosure.language.width import width
from gov_disclosure.model.fields import Value
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.notices import Severity
from gov_disclosure.writers.template.formulas import (
    BROKEN,
    HOLDS,
    OPEN,
    UNSURE,
    Formula,
    side_formula,
    verdict_formula,
)
from gov_disclosure.writers.template.start import known
from gov_disclosure.writers.xlsx import LINE, Book, Placed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["SHEET", "put_checks"]

SHEET = "核对"
_HEADS = ("编号", "核对内容", "应为", "关系", "填报", "结果", "提示")
_WIDTHS = (7, 46, 10, 6, 10, 10, 70)
_LEFT, _RIGHT, _VERDICT = "C", "E", "F"
_SIGNS = {"=": "＝", "<=": "≤", ">=": "≥"}
_COLOURS = {
    BROKEN: {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True},
    UNSURE: {"bg_color": "#FFE699", "font_color": "#7F6000"},
    HOLDS: {"bg_color": "#E2EFDA", "font_color": "#375623"},
}


@attrs.frozen
class _Line:
    check: Check
    identity: Identity


def put_checks(
    book: Book, report: AnnualReport, previous: AnnualReport | None, last: Mapping[str, Placed]
) -> None:
    """Add the sheet, and the rules that colour the tables by it.

    ``last`` tells where last year's figures stand.
    """
    sheet = book.add_sheet(SHEET)
    head, note, result = (book.looks.of(kind) for kind in ("head", "note", "result"))
    for column, (text, wide) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, wide)
        sheet.write_string(0, column, text, head)
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0, 1)

    def address(term: Term) -> str:
        place = book.cells[term.path] if term.back == 0 else last[term.path]
        return f"'{place.sheet}'!{_name(place.row, place.column)}"

    def value(term: Term) -> Value:
        return known(term, report, previous)

    checked = list(_lines(report, {*book.cells}, {*last}))
    verdicts: list[Formula] = []
    for row, line in enumerate(checked, start=2):
        identity, wording = line.identity, line.check.wording
        left = side_formula(identity.left, address, value)
        right = side_formula(identity.right, address, value)
        no = BROKEN if line.check.severity is Severity.error else UNSURE
        verdict = verdict_formula(
            f"{_LEFT}{row + 1}", f"{_RIGHT}{row + 1}", identity.relation, (left, right), no
        )
        verdicts.append(verdict)
        hint = "".join(text for text in (wording.do_zh, wording.hint_zh) if "{" not in text)
        sheet.write_string(row, 0, line.check.id, head)
        name = f"{wording.name_zh}：{identity.label_zh}"
        sheet.write_string(row, 1, name, note)
        _put_side(sheet, row, 2, left, result)
        sheet.write_string(row, 3, _SIGNS[identity.relation], head)
        _put_side(sheet, row, 4, right, result)
        sheet.write_formula(row, 5, verdict.text, result, verdict.result)
        sheet.write_string(row, 6, hint, note)
        lines = max(math.ceil(width(hint) / (_WIDTHS[-1] - 6)), math.ceil(width(name) / (_WIDTHS[1] - 4)), 1)
        sheet.set_row(row, LINE * lines + 4)
        for path in dict.fromkeys(term.path for term in identity.right or identity.left if not term.back):
            _colour(book, book.cells[path], row, no)
    _put_summary(book, verdicts)
    for word, colours in _COLOURS.items():
        sheet.conditional_format(
            2,
            5,
            len(checked) + 1,
            5,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word}"',
                "format": book.workbook.add_format(colours),
            },
        )


def _put_side(sheet: "Worksheet", row: int, column: int, side: Formula, look: "Format") -> None:
    if side.text:
        sheet.write_formula(row, column, side.text, look, side.result)
    else:
        sheet.write_number(row, column, float(side.result), look)


def _put_summary(book: Book, verdicts: list[Formula]) -> None:
    """The line under the heads: how many hold, how many do not."""
    sheet = book.sheets[SHEET]
    head, note, result = (book.looks.of(kind) for kind in ("head", "note", "result"))
    span = f"{_VERDICT}3:{_VERDICT}{len(verdicts) + 2}"
    sheet.write_string(1, 0, "合计", head)
    sheet.write_string(1, 1, f"共 {len(verdicts)} 项核对，表中填全后自动给出结果", note)
    for column, word in ((2, HOLDS), (4, BROKEN), (5, UNSURE), (6, OPEN)):
        count = sum(verdict.result == word for verdict in verdicts)
        text = f'=COUNTIF({span},"{word}")&" 项{word}"'
        sheet.write_formula(1, column, text, result, f"{count} 项{word}")
    sheet.write_blank(1, 3, None, head)


def _lines(report: AnnualReport, cells: set[str], last: set[str]) -> Iterator[_Line]:
    """The identities whose cells all stand in the workbook; those that only repeat others are left out."""
    assert report.form is not None
    variants = printed_variants(report)
    for check in CHECKS.values():
        if not isinstance(check, Check) or check.severity is Severity.info:
            continue
        for identity in check.formulas(report.form):
            if identity.variant and identity.variant not in variants:
                continue
            if identity.unless or not all(
                term.path in (cells if term.back == 0 else last if term.back == 1 else ())
                for term in identity.terms
            ):
                continue
            yield _Line(check, identity)


def _colour(book: Book, place: Placed, row: int, word: str) -> None:
    """Colour a cell while the verdict in a row of the checking sheet is a word."""
    rule = {
        "type": "formula",
        "criteria": f"='{SHEET}'!${_VERDICT}${row + 1}=\"{word}\"",
        "format": book.workbook.add_format(_COLOURS[word]),
    }
    book.sheets[place.sheet].conditional_format(place.row, place.column, place.row, place.column, rule)


def _name(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))
