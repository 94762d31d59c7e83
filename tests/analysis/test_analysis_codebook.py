"""The codebook: every cell with what it means, rests on and compares with, in two languages and three formats."""

import csv
import io
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import third_edition
from gov_disclosure import InvalidReport, UnknownPath, check
from gov_disclosure.analysis import build_codebook, links
from gov_disclosure.analysis.grounds import ground_of
from gov_disclosure.checks import CHECKS
from gov_disclosure.model import Lang
from gov_disclosure.model.forms import editions
from gov_disclosure.testing import reports

LANGS: tuple[Lang, ...] = ("en", "zh")


class Page(HTMLParser):
    """The rows, tags and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "tags that do not match"

    def handle_data(self, data: str) -> None:
        if self.rows and {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def test_every_cell_is_in_it_once() -> None:
    """A variable of somebody's data would have no entry."""
    book = build_codebook()
    assert [(entry.field.form, entry.field.path) for entry in book.entries] == [
        (str(form), field.path) for form in editions() for field in form.fields
    ]
    assert build_codebook(["2021"]).forms == (editions()[-1],)


@pytest.mark.parametrize("lang", LANGS)
def test_formats_hold_every_cell(lang: Lang) -> None:
    """The page, the table and the text would differ in what they list."""
    book = build_codebook()
    codes = [entry.field.code for entry in book.entries]
    lines = list(csv.DictReader(io.StringIO(book.csv(lang).removeprefix("\ufeff"), newline="")))
    assert [line["code"] for line in lines] == codes
    page = Page(book.html(lang))
    assert [row[0] for row in page.rows if row[0] in set(codes)] == codes
    text = book.markdown(lang)
    assert re.findall(r"^\| `([a-z]_[a-z_]+)` \|", text, re.MULTILINE) == codes


@pytest.mark.parametrize("lang", LANGS)
def test_page_needs_nothing_else(lang: Lang) -> None:
    """A page in an archive would be empty once the network is gone, and unreadable to a screen reader."""
    page = Page(book_html := build_codebook().html(lang))
    assert page.open == []
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "img", "iframe"}
        assert "src" not in attributes
        if "href" in attributes:
            assert str(attributes["href"]).startswith("#")
            assert str(attributes["href"])[1:] in ids
        if tag == "th":
            assert attributes["scope"] in {"col", "row"}
    assert dict(page.tags)["html"]["lang"] == ("zh-CN" if lang == "zh" else "en")
    assert "url(" not in book_html
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_verified_and_assumed_are_told_apart() -> None:
    """What is only supposed about how cells are filled in would be quoted as a rule."""
    rows = {(row["form"], row["code"]): row for row in build_codebook().table("zh")}
    row = rows["2021", "p_rules_in_force"]
    assert "截至12月31日的存量" in row["assumed"]
    assert "截至12月31日的存量" not in row["verified"]
    assert "立法法（2023）第九十一条" in row["verified"]
    english = {(row["form"], row["code"]): row for row in build_codebook().table("en")}
    assert "not the documents in force" in english["2019", "p_rules_total_disclosed"]["assumed"]
    assert english["2021", "a_den_secret_tot"]["ground"] == "art. 14"


def test_verified_caveats_name_their_source() -> None:
    """A statement would be called verified with nothing to look it up in."""
    for entry in build_codebook().entries:
        for caveat in entry.caveats:
            assert caveat.en
            assert caveat.zh
            assert bool(caveat.source) is caveat.verified


def test_trend_breaks() -> None:
    """A change of law or form would be read as a change in what bodies do."""
    book = build_codebook()
    assert book.of("2021", "challenges.reconsideration.total").trend_breaks == (2024,)
    assert book.of("2021", "challenges.litigation.direct.total").trend_breaks == (2024,)
    assert book.of("2021", "challenges.litigation.after_reconsideration.total").trend_breaks == ()
    assert book.of("2021", "p_rules_issued").trend_breaks == (2021,)
    assert book.of("2021", "applications.received.total").trend_breaks == ()
    assert book.of("2019", "applications.received.total").trend_breaks == (2019,)
    with pytest.raises(UnknownPath):
        book.of("2021", "p_rules_created")


def test_comparisons_agree_with_the_crosswalk() -> None:
    """The codebook would promise what the crosswalk does not do."""
    book = build_codebook()
    for form in editions():
        for other in editions():
            if form == other:
                continue
            for link in links(form, other):
                if link.source is not None:
                    (found,) = book.of(form, link.source).comparisons
                    assert (found.form, found.path, found.grade) == (other, link.target, link.grade)
                else:
                    assert link.target is not None
    (unpaid,) = book.of("2021", "a_oth_unpaid_tot").comparisons
    assert (unpaid.grade, unpaid.path) == ("sum", "applications.results.other_handling.all.total")
    (single,) = book.of("2019", "a_oth_all_tot").comparisons
    assert single.parts[1] == "applications.results.other_handling.unpaid.total"


def test_checks_that_touch_a_cell() -> None:
    """Somebody who finds an odd figure could not tell which sums hold it."""
    book = build_codebook()
    total = book.of("2021", "applications.results.total.total")
    assert {"R1", "L1", "L2"} <= set(total.checks)
    assert {"Y1", "L1"} <= set(book.of("2021", "applications.carried_over.total").checks)
    assert all(check in CHECKS for entry in book.entries for check in entry.checks)


def test_unknown_form_has_no_codebook() -> None:
    """The newest form would be described in place of one that does not exist."""
    with pytest.raises(InvalidReport):
        build_codebook(["1999"])


def test_third_edition_has_its_codebook() -> None:
    """A new edition of the form would need changes here."""
    with third_edition.declared() as form:
        book = build_codebook([form])
        entry = book.of(form, "applications.received.media")
        assert [comparison.grade for comparison in entry.comparisons] == ["none", "none"]
        assert "a_received_media" in book.html("zh")
        assert "a_received_media" in book.markdown("en")
        assert len(list(book.table())) == len(form.fields)
    assert "2031" not in build_codebook().csv("en")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_cell_that_a_check_speaks_of_has_the_check(data: st.DataObject) -> None:
    """Whoever asks which checks a cell has to pass must not miss the one that finds it."""
    form = data.draw(st.sampled_from(editions()))
    report = data.draw(reports(form, consistent=False))
    previous = data.draw(st.none() | reports(form, consistent=False))
    parts = data.draw(st.lists(reports(form, consistent=False), max_size=2))
    book = build_codebook([form])
    of_all = {"C4", "Y4", "G9"}  # which look at all cells alike
    for finding in check(report, previous=previous, parts=parts or None):
        for operand in finding.operands:
            if form.get(operand.path) is not None and finding.check not in of_all:
                assert finding.check in book.of(form, operand.path).checks


def test_rules_that_are_no_formulas_are_listed_too() -> None:
    """Procurement stands in no sum at all, and is checked all the same."""
    book = build_codebook()
    assert {"S9", "C5"} <= set(book.of("2019", "proactive.procurement.amount").checks)
    assert "S10" in book.of("2021", "proactive.rules.issued").checks
    assert "S10" not in book.of("2021", "proactive.licensing.decisions").checks
    assert "C2" not in book.of("2021", "proactive.administrative_fees.amount").checks


def test_every_check_of_cells_is_listed() -> None:
    """A check that was renamed, or came later, would fall out of the codebook without a word."""
    listed = {name for entry in build_codebook().entries for name in entry.checks}
    assert listed <= set(CHECKS)
    told = {name for name, one in CHECKS.items() if getattr(one, "cells", None) is not None}
    assert len(told) > 10
    assert told <= listed
    others = {name for name, one in CHECKS.items() if getattr(one, "rule", None) is not None} - listed
    # These look at all cells alike, or at the report and its text as a whole.
    assert all(name.startswith("G") or name in {"C4", "Y3", "Y4", "Y6", "H3"} for name in others)


@pytest.mark.parametrize(
    ("path", "en", "zh"),
    [
        ("applications.results.denied.state_secret.total", "art. 14", "第十四条"),
        ("applications.results.denied.third_party_rights.total", "arts 15, 32", "第十五条、第三十二条"),
        ("applications.results.denied.process_information.total", "art. 16 ¶2", "第十六条第二款"),
        ("applications.results.denied.registry_lookup.total", "art. 36(7)", "第三十六条第（七）项"),
        (
            "applications.results.unavailable.not_held.total",
            "art. 36(4), 36(5)",
            "第三十六条第（四）项、第三十六条第（五）项",
        ),
        ("applications.results.other_handling.unpaid.total", "国办函〔2020〕109号", "国办函〔2020〕109号"),
        ("proactive.rules.issued", "art. 20(1)", "第二十条第（一）项"),
        ("applications.received.total", "", ""),
    ],
)
def test_grounds_in_both_languages(path: str, en: str, zh: str) -> None:
    """Whoever cites the article must find it in the language that the codebook is in."""
    field = build_codebook().of("2021", path).field
    assert (ground_of(field, "en"), ground_of(field, "zh")) == (en, zh)


def test_no_ground_is_left_in_the_other_language() -> None:
    """An article in English in the middle of a Chinese page looks like an oversight, and is one."""
    for entry in build_codebook().entries:
        assert "art" not in ground_of(entry.field, "zh")
