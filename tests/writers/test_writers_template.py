"""The workbook to fill in: blank as it comes, right about what is typed, and read back as it was filled in."""

import io
import re
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

import gov_disclosure
from gov_disclosure import AnnualReport, Evidence, Form, Reading
from gov_disclosure.checks import CHECKS, Check
from gov_disclosure.model import InvalidReport
from gov_disclosure.model.forms import editions
from gov_disclosure.model.layout import layout
from gov_disclosure.reading import FrozenMapping
from gov_disclosure.testing import reports
from gov_disclosure.testing.relations import printed_variant
from gov_disclosure.writers import CannotWrite, TargetExists, UnknownTarget
from gov_disclosure.writers.template import TEMPLATE_FORMATS, template_file, write_template
from gov_disclosure.writers.template.checking import SHEET
from gov_disclosure.writers.template.formulas import BROKEN, HOLDS, OPEN, UNSURE
from typed_workbooks import typed_in

LAST_YEAR = AnnualReport.blank(
    "2021", year=2022, issuer="示例区人民政府", title="示例区人民政府2022年政府信息公开工作年度报告"
).replace(
    {
        "applications.carried_forward.natural_person": 4,
        "applications.carried_forward.business": 0,
        "applications.carried_forward.total": 4,
    }
)


class _Calculator:
    """As much of a spreadsheet as the formulas of the template need."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.names = {
            "IF": lambda condition, yes, no: yes if condition else no,
            "COUNT": lambda *cells: sum(isinstance(cell, int | float) for cell in cells),
            "SUM": lambda *cells: sum(cell for cell in cells if isinstance(cell, int | float)),
            "ABS": abs,
            "cell": self.value,
        }

    def value(self, sheet: str, name: str) -> Any:
        held = self.book[sheet][name].value
        if not (isinstance(held, str) and held.startswith("=")):
            return held
        code = re.sub(r"'([^']+)'!([A-Z]+\d+)", r'cell("\1","\2")', held[1:])
        code = re.sub(r'(?<![A-Z"])([A-Z]+\d+)(?!["\d])', rf'cell("{sheet}","\1")', code)
        # A spreadsheet calculates the branch that is asked for only.
        code = re.sub(r",(IF\(.*\))\)$", r",lazy(lambda: \1))", code)
        return eval(code, {"lazy": self._lazy, **self.names})

    def _lazy(self, branch: Any) -> Any:
        try:
            return branch()
        except TypeError:
            return None

    def verdicts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        sheet = self.book[SHEET]
        for row in range(3, sheet.max_row + 1):
            found.setdefault(str(sheet.cell(row, 1).value), []).append(self.value(SHEET, f"F{row}"))
        return found


@pytest.mark.parametrize("format_", TEMPLATE_FORMATS)
@pytest.mark.parametrize("form", editions())
def test_an_unfilled_template_reads_back_blank(form: Form, format_: str) -> None:
    """A form that nobody has filled in must not count as a report of zeros."""
    template = template_file(form, format=format_, year=2023, issuer="示例区人民政府")
    reading = gov_disclosure.read(template)
    blank = AnnualReport.blank(form)
    assert reading.report.form == form
    assert reading.report.title == "示例区人民政府2023年政府信息公开工作年度报告"
    assert {path: reading.report.prints(path) for path, _ in blank.cells()} == {
        path: blank.prints(path) for path, _ in blank.cells()
    }
    assert {value for _, value in reading.report.cells()} == {None}
    assert reading.doubtful == ()
    assert reading.notices == ()


@pytest.mark.parametrize("format_", TEMPLATE_FORMATS)
def test_a_template_is_the_same_each_time(format_: str) -> None:
    """A template on a shared drive that changes by itself cannot be told from one that was tampered with."""
    first = template_file("2021", format=format_, previous=LAST_YEAR)
    assert template_file("2021", format=format_, previous=LAST_YEAR) == first


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_is_filled_in_reads_back(data: st.DataObject) -> None:
    """The clerk's figures are the point of it all, with last year's beside them."""
    form = data.draw(st.sampled_from(editions()))
    official = printed_variant(AnnualReport.blank(form))
    report = data.draw(reports(form, variant=official, blanks=False))
    previous = data.draw(st.none() | reports(variant=None))
    template = template_file(form, previous=previous)
    values = {path: value for path, value in report.cells() if report.prints(path)}
    reading = gov_disclosure.read(typed_in(template, values))
    assert {path: reading.report[path] for path in values} == values
    assert not set(reading.doubtful) & set(values)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_workbook_says_what_the_checks_say(data: st.DataObject) -> None:
    """A workbook that calls a broken report sound, or a sound one broken, is worse than none."""
    form = data.draw(st.sampled_from(editions()))
    official = printed_variant(AnnualReport.blank(form))
    report = data.draw(reports(form, variant=official, blanks=False))
    paths = [path for path, value in report.cells() if type(value) is int]
    changed = data.draw(st.dictionaries(st.sampled_from(paths), st.integers(0, 50), max_size=3))
    report = report.replace(changed)
    values = {path: value for path, value in report.cells() if report.prints(path)}
    book = openpyxl.load_workbook(io.BytesIO(typed_in(template_file(form), values)))
    verdicts = _Calculator(book).verdicts()
    findings = gov_disclosure.check(report)
    for name, found in verdicts.items():
        assert set(found) <= {HOLDS, BROKEN, UNSURE}
        told = [finding for finding in findings if finding.check == name]
        assert sum(verdict != HOLDS for verdict in found) == len(told), name


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(reports("2021", variant="split_other", blanks=False), st.booleans())
def test_stored_results_are_true(previous: AnnualReport, again: bool) -> None:
    """Phones and previews show the stored results without calculating anything."""
    template = template_file("2021", previous=previous if again else None)
    book = openpyxl.load_workbook(io.BytesIO(template))
    shown = openpyxl.load_workbook(io.BytesIO(template), data_only=True)[SHEET]
    calculator = _Calculator(book)
    for row in range(3, shown.max_row + 1):
        for column in "CEF":
            stored = shown[f"{column}{row}"].value
            assert stored == calculator.value(SHEET, f"{column}{row}")
            assert stored is not None
    counted = [shown[name].value for name in ("C2", "E2", "F2", "G2")]
    verdicts = [shown[f"F{row}"].value for row in range(3, shown.max_row + 1)]
    assert counted == [f"{verdicts.count(word)} 项{word}" for word in (HOLDS, BROKEN, UNSURE, OPEN)]


@pytest.mark.parametrize("form", editions())
def test_every_identity_of_the_form_is_checked(form: Form) -> None:
    """A sum that the workbook does not check is found by the superior body instead."""
    book = openpyxl.load_workbook(io.BytesIO(template_file(form)))
    lines = [str(row[0].value) for row in book[SHEET].iter_rows(min_row=3)]
    official = printed_variant(AnnualReport.blank(form))
    for name in ("R1", "L1", "L2", "F1", "C3"):
        check = CHECKS[name]
        assert isinstance(check, Check)
        wanted = [identity for identity in check.formulas(form) if identity.variant in ("", official)]
        assert lines.count(name) == len(wanted)
    hints = [str(row[6].value) for row in book[SHEET].iter_rows(min_row=3)]
    assert all(re.search("[一-龥]", hint) for hint in hints)


def test_last_year_settles_what_it_can() -> None:
    """上年结转 that is not last year's 结转下年度 is the error most often found between two years."""
    reading = gov_disclosure.read(template_file("2021", previous=LAST_YEAR))
    assert {path: value for path, value in reading.report.cells() if value is not None} == {
        "applications.carried_over.natural_person": 4,
        "applications.carried_over.business": 0,
        "applications.carried_over.total": 4,
    }
    assert reading.report.year == 2023
    assert reading.report.issuer == "示例区人民政府"
    assert reading.report.title == "示例区人民政府2023年政府信息公开工作年度报告"
    assert {notice.code for notice in reading.notices} <= {"last-year"}


def test_last_years_figures_stand_beside_this_years() -> None:
    """A clerk compares with last year cell by cell; from another sheet that is not done."""
    previous = LAST_YEAR.replace(
        {
            "applications.received.business": 771,
            "proactive.licensing.decisions": 772,
            "challenges.reconsideration.upheld": 773,
        }
    )
    template = template_file("2021", previous=previous)
    places = gov_disclosure.read(template).evidence
    book = openpyxl.load_workbook(io.BytesIO(template))
    found = {cell.value: cell for sheet in book for row in sheet.iter_rows() for cell in row}
    for value, path, below in (
        (771, "applications.received.business", False),
        (772, "proactive.licensing.decisions", False),
        (773, "challenges.reconsideration.upheld", True),
    ):
        place = places[path].place
        assert place is not None
        assert place.sheet is not None
        own = book[place.sheet][str(place.cell)]
        assert found[value].parent.title == place.sheet
        assert (found[value].column if below else found[value].row) == (own.column if below else own.row)


def test_last_years_report_may_be_on_another_edition() -> None:
    """In the year of the change, last year's report has other tables and the same open applications."""
    old = AnnualReport.blank("2019", year=2020, issuer="示例区人民政府").replace(
        {"applications.carried_forward.total": 7, "proactive.administrative_fees.items_previous_year": 3}
    )
    report = gov_disclosure.read(template_file("2021", previous=old)).report
    assert report["applications.carried_over.total"] == 7
    assert report["proactive.administrative_fees.amount"] is None


def test_cells_turn_red_and_refuse_words() -> None:
    """The clerk sees a mistake where it was made, and is told in Chinese what to type."""
    template = template_file("2021")
    place = gov_disclosure.read(template).evidence["applications.received.total"].place
    assert place is not None
    assert place.sheet is not None
    sheet = openpyxl.load_workbook(io.BytesIO(template))[place.sheet]
    rules = [
        rule for area in sheet.conditional_formatting if str(area.sqref) == place.cell for rule in area.rules
    ]
    assert any(f"'{SHEET}'!" in formula and BROKEN in formula for rule in rules for formula in rule.formula)
    asked = [
        rule for rule in sheet.data_validations.dataValidation if str(place.cell) in str(rule.sqref).split()
    ]
    assert [rule.type for rule in asked] == ["whole"]
    assert "整数" in asked[0].error


def test_doubts_about_last_year_are_told(tmp_path: Path) -> None:
    """A figure carried over from a doubtful reading would stand in the new form as if it were certain."""
    path = "applications.carried_forward.total"
    reading = Reading(report=LAST_YEAR, evidence=FrozenMapping({path: Evidence(raw="4", doubt=True)}))
    (notice,) = write_template("2021", tmp_path / "年报.xlsx", previous=reading)
    assert (notice.code, notice.paths) == ("doubt-not-written", (path,))


def test_refusals(tmp_path: Path) -> None:
    """Nothing is written over, and a name or edition that is not known is said to be so."""
    target = tmp_path / "年报.xlsx"
    write_template("2021", target)
    with pytest.raises(TargetExists):
        write_template("2021", target)
    before = target.read_bytes()
    write_template("2019", target, overwrite=True)
    assert target.read_bytes() != before
    with pytest.raises(UnknownTarget):
        write_template("2021", tmp_path / "年报.pdf")
    with pytest.raises(UnknownTarget):
        template_file("2021", format="pdf")
    with pytest.raises(InvalidReport):
        write_template("2020", tmp_path / "另.xlsx")
    with pytest.raises(CannotWrite):
        write_template("2021", tmp_path / "没有" / "年报.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["年报.xlsx"]


@pytest.mark.parametrize("form", editions())
def test_what_is_typed_into_the_blank_document_reads_back(form: Form) -> None:
    """Offices fill in the Word form by hand, figures and sentences, and send it on."""
    template = template_file(form, format="docx", year=2023, issuer="示例区人民政府")
    blank = AnnualReport.blank(form)
    document = docx.Document(io.BytesIO(template))
    values: dict[str, int] = {}
    for table, drawn in zip(document.tables, layout(blank), strict=True):
        grid = [row.cells for row in table.rows]
        for cell in drawn.cells:
            if cell.path is not None and cell.row % 3 == 2:
                values[cell.path] = 11 + len(values)
                grid[cell.row][cell.column].text = str(values[cell.path])
    heading = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("二、"))
    heading.insert_paragraph_before("本机关全年收到申请。")
    saved = io.BytesIO()
    document.save(saved)
    report = gov_disclosure.read(saved.getvalue()).report
    assert {path: value for path, value in report.cells() if value is not None} == values
    assert len(values) > 30
    assert report.narrative.overview == ("本机关全年收到申请。",)
    assert report.title == "示例区人民政府2023年政府信息公开工作年度报告"
