"""What a notebook shows for a report."""

from html.parser import HTMLParser

import pytest

from gov_disclosure.model.display import report_html
from gov_disclosure.model.form2021 import AnnualReport2021
from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading import Evidence, FrozenMapping, Reading

_VOID = {"br", "hr", "meta"}


class _Page(HTMLParser):
    """Collects cells and text, and fails where a tag is left open or closed twice."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.cells: list[tuple[str, dict[str, str | None], str]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "link", "img", "iframe"}
        if tag not in _VOID:
            self.open.append(tag)
        if tag in ("td", "th"):
            self.cells.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.open and self.open[-1] in ("td", "th"):
            tag, marks, text = self.cells[-1]
            self.cells[-1] = (tag, marks, text + data)

    def value(self, path: str) -> tuple[str, str]:
        """Text and style of the value cell at a path."""
        found = [
            (text, marks["style"] or "")
            for tag, marks, text in self.cells
            if tag == "td" and (marks["title"] or "").startswith(f"{path}:")
        ]
        assert len(found) == 1
        return found[0]


@pytest.mark.parametrize("form", editions())
def test_blank_report_shows_every_official_cell(form: Form) -> None:
    """A notebook that leaves out cells hides what the form asks for."""
    page = _Page(report_html(AnnualReport.blank(form, year=2022)))
    values = [text for tag, _, text in page.cells if tag == "td"]
    assert set(values) == {""}
    official = [field for field in form.fields if field.variant in {"", *printed_variants(form)}]
    assert len(values) == len(official)
    assert "report year 2022" in "".join(page.words)


def test_blank_zero_and_absent_look_different() -> None:
    """Whoever takes a blank or a missing row for a nought draws a wrong conclusion."""
    report = AnnualReport2021().replace(
        {
            "applications.received.total": 0,
            "applications.received.other": None,
            "applications.results.total.total": 7,
        }
    )
    page = _Page(report_html(report))
    zero, zero_style = page.value("applications.received.total")
    blank, blank_style = page.value("applications.received.other")
    absent, absent_style = page.value("applications.carried_over.total")
    assert (zero, blank, absent) == ("0", "", "")
    assert zero_style == blank_style != absent_style
    assert "this table is not printed" in page.words
    assert not any("proactive." in str(marks.get("title")) for _, marks, _ in page.cells)


def test_doubtful_cells_and_broken_cells_are_marked() -> None:
    """A doubtful figure shown like any other would be used unseen."""
    report = AnnualReport2021().replace(
        {
            "applications.received.total": 12,
            "applications.received.other": 3,
            "applications.carried_over.total": 4,
        }
    )
    plain = _Page(report_html(report)).value("applications.received.total")
    page = _Page(
        report_html(
            report,
            doubtful={"applications.received.total", "year"},
            findings_paths={"applications.received.other"},
        )
    )
    assert page.value("applications.received.total")[0] == "12?"
    assert page.value("applications.received.total")[1] != plain[1]
    assert page.value("applications.received.other")[1] not in {
        plain[1],
        page.value("applications.received.total")[1],
    }
    assert page.value("applications.carried_over.total")[1] == plain[1]
    words = "".join(page.words)
    assert "1 in doubt" in words
    assert "1 in findings" in words


def test_text_from_documents_is_escaped() -> None:
    """A hostile title must not run in the reader's notebook."""
    nasty = '<script>alert("x")</script>&'
    page = _Page(report_html(AnnualReport2021(title=nasty, issuer=nasty, period=nasty)))
    assert "".join(page.words).count(nasty) == 3


def test_report_on_no_form_says_so() -> None:
    """An empty picture would look like a report full of blanks."""
    page = _Page(AnnualReport(title="某局 2016 年政府信息公开年报", year=2016)._repr_html_())
    assert page.cells == []
    assert "no table of a known form is printed" in page.words


def test_reading_shows_its_own_doubts() -> None:
    """What the reader doubted must be seen where the figures are looked at."""
    path = "applications.received.total"
    reading = Reading(
        report=AnnualReport2021().replace({path: 5}),
        evidence=FrozenMapping({path: Evidence(raw="5?", doubt=True)}),
    )
    assert _Page(reading._repr_html_()).value(path)[0] == "5?"
