"""The clerk's page in a real browser, where the environment names one."""

import os
import random
import subprocess
from pathlib import Path

import pytest

from gov_disclosure.checks import check
from gov_disclosure.model import AnnualReport
from gov_disclosure.model.errors import Lang
from gov_disclosure.writers.findings_page import Checked, findings_page
from planted_faults import sound_report

BROWSER = os.environ.get("GOV_DISCLOSURE_BROWSER")
pytestmark = pytest.mark.skipif(not BROWSER, reason="GOV_DISCLOSURE_BROWSER names no Chromium")
A4 = (595, 842)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_prints_on_a4_with_every_finding(lang: Lang, tmp_path: Path) -> None:
    """A page that runs off the paper, or loses findings in print, could not be handed on."""
    pdfium = pytest.importorskip("pypdfium2", reason="reading the print back needs pypdfium2")
    report: AnnualReport = sound_report(random.Random(4), "2021")
    total = report["applications.received.total"]
    assert isinstance(total, int)
    report = report.replace({"applications.received.total": total + 5})
    findings = check(report)
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(findings_page(Checked(subject=report, findings=findings), lang=lang), encoding="utf-8")
    command = [
        *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--print-to-pdf={printed}", page.as_uri()),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = pdfium.PdfDocument(printed)
    sizes = {tuple(round(side) for side in page_.get_size()) for page_ in document}
    assert all(abs(wide - A4[0]) <= 1 and abs(high - A4[1]) <= 1 for wide, high in sizes)
    text = "".join(page_.get_textpage().get_text_range() for page_ in document)
    text = "".join(text.split())
    for finding in findings:
        assert "".join(finding.message(lang).split())[:20] in text
    document.close()
