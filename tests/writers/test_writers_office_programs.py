"""What LibreOffice saves anew or prints of a written file, and what a browser prints, still reads back.

``GOV_DISCLOSURE_OFFICE_REPORTS`` says how many reports are tried on each layout of the form (1; by night 20).
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

import gov_disclosure
from gov_disclosure import AnnualReport
from gov_disclosure.model.forms import editions
from gov_disclosure.testing import printed_variant, reports
from gov_disclosure.testing.relations import variants
from gov_disclosure.writers import BUILT_IN
from gov_disclosure.writers.template import template_file
from gov_disclosure.writers.template.checking import SHEET
from gov_disclosure.writers.template.formulas import BROKEN, HOLDS, OPEN, UNSURE
from typed_workbooks import typed_in

PROGRAM = shutil.which("soffice")
EACH = int(os.environ.get("GOV_DISCLOSURE_OFFICE_REPORTS", "1"))
BROWSER = os.environ.get("GOV_DISCLOSURE_BROWSER")

LAYOUTS = [(form, variant) for form in editions() for variant in variants(form)]
Convert: TypeAlias = Callable[[list[Path], str], dict[str, Path]]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """LibreOffice turning files into another format, as a person does who opens and saves or prints them."""
    if PROGRAM is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def run(sources: list[Path], format_: str) -> dict[str, Path]:
        folder = tmp_path_factory.mktemp(format_)
        command = [
            str(PROGRAM),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            format_,
        ]
        command += ["--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return {path.stem: path for path in folder.iterdir()}

    return run


def _some(form: str, variant: str, count: int, **how: Any) -> list[AnnualReport]:
    """Reports of a layout, the same each time."""
    return [_drawn(number, reports(form, variant=variant, **how)) for number in range(count)]


def _drawn(number: int, strategy: SearchStrategy[AnnualReport]) -> AnnualReport:
    drawn: list[AnnualReport] = []

    @seed(number)
    @settings(
        max_examples=10, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def draw(report: AnnualReport) -> None:
        drawn.append(report)

    draw()
    return drawn[-1]


@pytest.mark.parametrize(
    ("written", "made_into"),
    [
        *(("docx", "docx"), ("docx", "pdf"), ("docx", "doc"), ("docx", "html")),
        *(("xlsx", "xlsx"), ("xlsx", "pdf"), ("xlsx", "xls")),
    ],
)
def test_what_an_office_program_makes_of_it_reads_back(
    written: str, made_into: str, convert: Convert, tmp_path: Path
) -> None:
    """The clerk opens the file, saves it or makes a PDF of it, and it must still say the same."""
    if made_into == "doc":
        pytest.importorskip("doc2docx", reason="reading old Word documents needs the extra 'legacy'")
    originals = _written(written, tmp_path)
    _compare(originals, convert(sorted(tmp_path.iterdir()), made_into))


@pytest.mark.skipif(not BROWSER, reason="GOV_DISCLOSURE_BROWSER names no Chromium")
@pytest.mark.parametrize("written", ["html", "html-fragment"])
def test_what_a_browser_prints_reads_back(written: str, tmp_path: Path) -> None:
    """The page on the office's site is printed to PDF and handed on."""
    folder = tmp_path / "printed"
    folder.mkdir()
    pages = tmp_path / "pages"
    pages.mkdir()
    originals = _written(written, pages)
    for page in sorted(pages.iterdir()):
        printed = folder / f"{page.name.partition('.')[0]}.pdf"
        command = [*(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")]
        command += [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    _compare(originals, {path.stem: path for path in folder.iterdir()})


def _written(format_: str, folder: Path) -> dict[str, AnnualReport]:
    """Reports on every layout, by the names of the files that they were written to."""
    originals: dict[str, AnnualReport] = {}
    suffix = BUILT_IN[format_].suffixes[0]
    for form, variant in LAYOUTS:
        for number, report in enumerate(_some(form, variant, EACH)):
            name = f"{form}{variant}{number}"
            assert gov_disclosure.write(report, folder / f"{name}{suffix}") == ()
            originals[name] = report
    return originals


def _compare(originals: dict[str, AnnualReport], made: dict[str, Path]) -> None:
    assert set(made) == set(originals)
    for name, report in originals.items():
        read = gov_disclosure.read(made[name]).report
        assert (name, dict(read.cells())) == (name, dict(report.cells()))
        assert (name, read) == (name, report)


@pytest.mark.parametrize("form", editions())
def test_the_workbook_calculates_in_an_office_program(form: str, convert: Convert, tmp_path: Path) -> None:
    """A workbook that checks itself in a test alone would leave the clerk with a report nobody checked."""
    (sound,) = _some(form, printed_variant(AnnualReport.blank(form)), 1, blanks=False)
    spoiled = sound.replace({"applications.received.total": 999_999})
    books = {"sound": sound, "spoiled": spoiled, "empty": AnnualReport.blank(form)}
    for name, report in books.items():
        values = {path: value for path, value in report.cells() if value is not None}
        (tmp_path / f"{name}.xlsx").write_bytes(typed_in(template_file(form), values))
    made = convert(sorted(tmp_path.iterdir()), "xlsx")
    for name, report in books.items():
        read = gov_disclosure.read(made[name])
        assert dict(read.report.cells()) == dict(report.cells())
        verdicts = _verdicts(made[name])
        findings = gov_disclosure.check(report)
        if name == "empty":
            assert {verdict for _, verdict in verdicts} == {OPEN}
            continue
        assert {verdict for _, verdict in verdicts} <= {HOLDS, BROKEN, UNSURE}
        for check in {check for check, _ in verdicts}:
            told = sum(finding.check == check for finding in findings)
            assert sum(one == check and verdict != HOLDS for one, verdict in verdicts) == told, check
    assert BROKEN in {verdict for _, verdict in _verdicts(made["spoiled"])}


def _verdicts(path: Path) -> list[tuple[str, str]]:
    sheet = openpyxl.load_workbook(path, data_only=True)[SHEET]
    return [(str(row[0]), str(row[5])) for row in sheet.iter_rows(min_row=3, values_only=True) if row[0]]
