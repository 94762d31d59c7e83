"""The web page and the fragment as browsers, screen readers and site editors see them."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from gov_disclosure import AnnualReport, Form, Narrative
from gov_disclosure.model.forms import editions
from gov_disclosure.writers.html import FragmentWriter, HtmlWriter

TITLE = "示例区人民政府2022年政府信息公开工作年度报告"


def _report(form: Form | str) -> AnnualReport:
    report = AnnualReport.blank(form, year=2022, issuer="示例区人民政府", title=TITLE)
    paths = [path for path, _ in report.cells() if report.prints(path)]
    return report.replace({path: 4100 + place for place, path in enumerate(paths)})


def _page(form: Form | str) -> LexborHTMLParser:
    return LexborHTMLParser(HtmlWriter().write(_report(form)).content)


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


@pytest.mark.parametrize("form", editions())
def test_every_figure_names_its_heads(form: Form) -> None:
    """A screen reader says what a figure means only if the cell names the heads it stands under."""
    page, report = _page(form), _report(form)
    assert report.form is not None
    words = {node.id: node.text() for node in page.css("th") if node.id}
    told = {
        node.text().removesuffix("元"): [words[name] for name in _attribute(node, "headers").split()]
        for node in page.css("td[headers]")
    }
    for table in report.form.tables:
        for row in table.rows:
            for field in row.fields:
                if not report.prints(field.path):
                    continue
                heads = told[str(report[field.path])]
                assert field.column in heads
                assert row.label in heads
                assert set(row.groups) <= set(heads)
                assert not row.item or row.item in heads
                assert not field.head or field.head in heads
                columns = {other.column for other in row.fields} - {field.column, field.head}
                others = {other.label for other in table.rows} - {row.label, *row.groups}
                assert not (columns | others) & set(heads)


@pytest.mark.parametrize("form", editions())
def test_ids_are_unique_and_all_there(form: Form) -> None:
    """A head named by two cells, or by none, sends a screen reader to the wrong place."""
    page = _page(form)
    ids = [node.id for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    named = {name for node in page.css("[headers]") for name in _attribute(node, "headers").split()}
    named |= {_attribute(node, "aria-labelledby") for node in page.css("[aria-labelledby]")}
    assert named <= set(ids)
    scopes = {_attribute(node, "scope") for node in page.css("th")}
    assert scopes == {"row", "col", "rowgroup", "colgroup"}


def test_the_page_stands_alone() -> None:
    """A page that asks others for fonts or scripts breaks in an archive, and tells them who reads it."""
    content = HtmlWriter().write(_report("2021")).content.decode()
    page = LexborHTMLParser(content)
    assert [_attribute(node, "lang") for node in page.css("html")] == ["zh-CN"]
    assert not page.css("script, link, img, iframe, object, embed")
    assert not re.search(r"https?:|url\(|@import", content)
    assert "@page" in content
    assert "size: A4" in content


@pytest.mark.parametrize("writer", [HtmlWriter(), FragmentWriter()])
def test_nothing_is_hidden_in_the_page(writer: HtmlWriter | FragmentWriter) -> None:
    """Whoever blacks out a figure in the page must not leave it elsewhere in the file."""
    report = AnnualReport.blank("2021", year=2022, title=TITLE).replace(
        {"applications.received.total": 918273}
    )
    content = writer.write(report).content.decode()
    assert content.count("918273") == 1
    assert "<!--" not in content
    assert "data-" not in content
    assert "display:none" not in content.replace(" ", "")


def test_the_fragment_brings_its_looks_along() -> None:
    """Site editors drop style sheets and classes; only inline styles come through."""
    content = FragmentWriter().write(_report("2021")).content.decode()
    fragment = LexborHTMLParser(content)
    assert content.startswith("<div")
    assert not fragment.css("style, link, script, [class]")
    assert all("style" in node.attributes for node in fragment.css("table, th, td, h1, p"))


def test_text_is_text() -> None:
    """A title with a sharp bracket in it must not become markup."""
    report = AnnualReport(
        title=f"{TITLE}<b>", narrative=Narrative(overview=("<script>alert(1)</script>&amp;",))
    )
    page = LexborHTMLParser(HtmlWriter().write(report).content)
    assert not page.css("script, b")
    assert [node.text() for node in page.css("p")] == ["<script>alert(1)</script>&amp;"]
