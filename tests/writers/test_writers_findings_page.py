"""The clerk's page: everything found stands on it, beside its cells, and nothing comes from outside."""

import random
import re
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given

from gov_disclosure.checks import check
from gov_disclosure.model import AnnualReport, Lang, Narrative
from gov_disclosure.reading import Evidence, NotAReport, Reading, Source
from gov_disclosure.testing import reports
from gov_disclosure.writers.findings_page import Checked, Unread, findings_page
from planted_faults import sound_report

TOTAL = "applications.received.total"
VOID = {"meta", "br", "link", "img"}


class Elements(HTMLParser):
    """Every element with its attributes, and whether all are closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.found if "id" in attributes]

    def links(self) -> list[str]:
        return [str(attributes["href"]) for _, attributes in self.found if "href" in attributes]


def broken() -> AnnualReport:
    report: AnnualReport = sound_report(random.Random(4), "2021")
    value = report[TOTAL]
    assert isinstance(value, int)
    text = Narrative(overview=("收到政府信息公开申请9999件<script>alert(1)</script>。",), problems=())
    return attrs.evolve(report.replace({TOTAL: value + 5}), narrative=text, title="示例区<报告>")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_stands_beside_its_cells(lang: Lang) -> None:
    """A finding that is not on the page would never be mended."""
    report = broken()
    findings = check(report)
    page = findings_page(Checked(subject=report, findings=findings), lang=lang)
    seen = Elements(page)
    assert seen.open == []
    text = "".join(seen.text)
    for finding in findings:
        assert finding.message(lang) in text
    assert findings.summary(lang) in text
    marked = [
        attributes
        for tag, attributes in seen.found
        if tag == "td" and "error" in str(attributes.get("class"))
    ]
    assert len(marked) == len({path for finding in findings.errors for path in finding.paths})
    assert findings.suspects[0].message(lang) in text


def test_links_lead_to_findings_and_ids_are_unique() -> None:
    """A number in a cell that leads nowhere would help nobody."""
    report = broken()
    entry = Checked(subject=report, findings=check(report))
    seen = Elements(findings_page(entry, entry))
    ids = seen.ids()
    assert len(ids) == len(set(ids))
    assert seen.links()
    assert {link.removeprefix("#") for link in seen.links()} <= set(ids)


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    """The page is opened in offices without a network, and holds text from unknown documents."""
    report = broken()
    page = findings_page(Checked(subject=report, findings=check(report)))
    tags = {tag for tag, _ in Elements(page).found}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert not re.search(r"https?://|url\(|@import|src=", page)
    assert "default-src 'none'" in page
    assert "&lt;script&gt;" in page
    assert "size: A4" in page


def test_what_could_not_be_verified_never_looks_sound() -> None:
    """No errors, and could not tell, are two verdicts."""
    blank = AnnualReport.blank("2021", year=2023)
    sound = sound_report(random.Random(2), "2021")
    sound = attrs.evolve(sound, issuer=None)
    assert 'class="verdict partial"' in findings_page(Checked(subject=blank, findings=check(blank)))
    page = findings_page(Checked(subject=sound, findings=check(sound)))
    assert 'class="verdict sound"' in page
    assert page.count("wanting") < findings_page(Checked(subject=blank, findings=check(blank))).count(
        "wanting"
    )


def test_doubt_and_printed_words_are_shown() -> None:
    """A clerk must see that 1? was printed, and that 无 was."""
    evidence = {
        TOTAL: Evidence(raw="1?", kind="unread", doubt=True),
        "applications.carried_over.total": Evidence(raw="无", kind="text"),
    }
    reading = Reading(
        report=AnnualReport.blank("2021", year=2023),
        evidence=evidence,
        source=Source(document="报告.docx", sha256="ab" * 32),
    )
    page = findings_page(Checked(subject=reading, findings=check(reading)))
    assert '<span class="printed">1?</span>?' in page
    assert '<span class="printed">无</span></td>' in page
    assert "报告.docx" in page
    assert "ab" * 32 in page


def test_an_unread_document_and_one_without_tables_have_their_place() -> None:
    """Otherwise a file would vanish from the page."""
    plain = AnnualReport(year=2017, title="示例区2017年报告")
    page = findings_page(
        Unread(name="坏.pdf", error=NotAReport(source="坏.pdf", reason="no table", reason_zh="没有表格")),
        Checked(subject=plain, findings=check(plain)),
    )
    assert page.count("<article") == 2
    assert "坏.pdf" in page
    assert "未读到已知版式的表格" in page


@given(reports(consistent=False))
def test_any_report_has_its_page(report: AnnualReport) -> None:
    """Whatever was filled in: well-formed, and the same each time."""
    entry = Checked(subject=report, findings=check(report, blank_as_zero=True))
    page = findings_page(entry)
    assert Elements(page).open == []
    assert page == findings_page(entry)
