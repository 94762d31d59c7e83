"""Pages made to hurt: bounded time and memory, a clear error, nothing fetched."""

import contextlib
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.reading import Limits, ReadError, TooLarge
from html_pages import read_html


def reopened(starts: Iterable[str]) -> str:
    """Formatting that is open at the end of a paragraph, and as many paragraphs in which it would be opened again."""
    tags = list(starts)
    return f"<p>{''.join(tags)}</p>" + "<p>一</p>" * len(tags)


BOMBS = {
    "nested tables": "<table><tr><td>一" * 10_000,
    "nested tables, closed": "<table><tr><td>" * 3_000 + "一" + "</td></tr></table>" * 3_000,
    "nested divisions": "<div>" * 10_000 + "一",
    "open formatting": reopened(f"<font color={n}>" for n in range(4_000)),
    "formatting before rows": "<table>"
    + "".join(f"<b a{n}=1>" for n in range(1_300))
    + "<tr>一</tr>二</tbody>三" * 1_300,
    "formatting that looks the same, quoted": reopened(f'<font a=">{n}">' for n in range(4_000)),
    "formatting that looks the same, unquoted": reopened(f'<font a=b"c d=">{n}">' for n in range(4_000)),
    "formatting that looks the same, in brackets": reopened(f"<font a <b{n}>" for n in range(4_000)),
    "formatting that is the same": reopened("<font size=2>" for _ in range(4_000)),
    "formatting with many attributes": reopened(
        f"<b {' '.join(f'a{m}' for m in range(20))} x={n}>" for n in range(800)
    ),
    "formatting with attributes close together": reopened(
        f"<b x='{n}'{''.join(f'a{m}=' + chr(34) * 2 for m in range(20))}>" for n in range(800)
    ),
    "formatting with strokes between attributes": reopened(
        f"<b/{'/'.join(f'a{m}' for m in range(20))}/x={n}>" for n in range(800)
    ),
    "formatting with a slash": reopened(f"<s/a{n}>" for n in range(2_000)),
    "ends of nothing": "".join(f"<code a={n}></optgroup>" for n in range(60_000)),
    "ends of nothing behind blocks": "<search></ol></listing><center>一" * 60_000,
    "ends kept from closing": "<span><li></span></li>" * 40_000,
    "empty elements in drawings": "<svg>" + "<base></b></sub></pre>" * 60_000,
    "open links": "".join(f"<a href={n}><p>一</p>" for n in range(4_000)),
    "colspans": "<table>" + "<tr>" + "<td colspan=1000000>一</td>" * 3_000 + "</tr></table>",
    "rowspans": "<table>" + "<tr><td rowspan=65534>一</td><td>二</td></tr>" * 3_000 + "</table>",
    "wide cells, cut off": "<h2>" + "".join(f"<th colspan={n}><s>一" for n in range(3_000)),
    "cells over all others": "<table>" + "<tr><td>一</td><td rowspan=60000 colspan=1000>二</td></tr>" * 3_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">一",
    "entities": "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><p>" + "&b;" * 20_000,
    "external entity": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><p>&a;</p>",
    "comments": "<p>一<!--" * 50_000,
    "less-than signs": "<" * 500_000,
    "quotes": "<p title='" * 50_000,
    "unclosed script": "<p>一</p><script>" + "<table>" * 50_000,
    "hidden": "<div hidden>" * 10_000 + "一",
    "style sheet": "<style>" + "{display:none" * 50_000 + "</style><p>一</p>",
    "fields": "<p>" + "来 源 ： " * 20_000 + "</p>",
    "long words": "<p>" + "一" * 2_000_000 + "</p>",
    "br": "<table><tr><td>" + "一<br>" * 30_000 + "</td><td>二</td></tr></table>",
    "templates": "<template>" * 10_000 + "<table>",
    "select": "<select>" * 10_000 + "<option>" * 10_000,
    "nested noscript": "<noscript>一" * 9_000 + "<table><tr><td>二",
    "options": "<select>" + "<option selected>一" * 60_000,
    "roots": "".join(f"<html a{n}=1><body b{n}=1>" for n in range(10_000)),
    "paragraphs in spans": "<span><p>一</p>" * 10_000,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_bombs_end_in_a_document_or_a_clear_error(kind: str) -> None:
    """One bad page must not take down a run over a million."""
    with contextlib.suppress(TooLarge):
        read_html(BOMBS[kind], Limits(max_seconds=60))
    assert resident_megabytes() < 1_500


def test_a_long_page_of_one_font_keeps_its_addresses() -> None:
    """Renaming a thousand font tags, so that they cannot multiply, would give addresses that the page does not have."""
    document = read_html('<font face="宋体"><p>一</p></font>' * 1_500)
    assert document.paragraphs[-1].place is not None
    assert document.paragraphs[-1].place.xpath == "/html[1]/body[1]/font[1500]/p[1]"


def resident_megabytes() -> float:
    """The most memory this process has held so far."""
    resource = pytest.importorskip("resource")
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(held) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def test_pages_beyond_the_limits_are_refused_at_once() -> None:
    """A page of a hundred megabytes is not parsed at all."""
    with pytest.raises(TooLarge) as caught:
        read_html(b"<p>" + b"a" * (70 * 1024 * 1024))
    assert caught.value.limit == "max_bytes"
    with pytest.raises(TooLarge):
        read_html("<p>" * 400_000, Limits(max_cells=1_000))


def test_nothing_is_fetched_and_no_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a page must not tell its server that it is read."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("something was fetched or opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    page = (
        "<base href='http://example.invalid/'><link rel=stylesheet href=a.css><script src=b.js></script>"
        "<img src=c.png><iframe src='file:///etc/hostname'></iframe><object data=d.pdf></object>"
        "<meta http-equiv=refresh content='0;url=http://example.invalid/'><p>一</p>"
    )
    assert [paragraph.text for paragraph in read_html(page).paragraphs] == ["一"]


PIECES = [
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<td rowspan=3>", "<td colspan=2>", "<tbody>",
    "<thead>", "</tbody>", "<tfoot>", "<caption>", "</caption>", "<p>", "</p>", "<div>", "</div>", "<h2>", "</h2>",
    "<br>", "<b>", "</b>", "<span>", "</span>", "<font>", "<script>", "</script>", "<style>", "<pre>", "</pre>",
    "<del>", "</del>", "<sup>", "<template>", "</template>", "<select>", "<option>", "<input value=3>", "<form>",
    "<span hidden>", "<div style='display:none'>", "<svg>", "<math>", "<title>", "</title>", "<head>", "<body>",
    "<html>", "<frameset>", "<ul>", "<li>", "<dl>", "<dt>", "<dd>", "<!--", "-->", "<publishtime>", "<noscript>",
    "规章", "0", "12", "名称", "发布机构：示例局", "&nbsp;", "\n", "\x00", "<textarea>", "<object>", "<button>",
    "<col>", "<hr>", "<o:p>", "<img>", "<plaintext>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_heap_of_tags_gives_a_document(page: str) -> None:
    """However a page is broken, there is a document, and its cells lie in the grid."""
    document = read_html(page)
    for table in document.tables:
        for cell in table.cells:
            assert cell.rowspan >= 1
            assert cell.colspan >= 1
            assert cell.row + cell.rowspan <= table.row_count
            assert "\x00" not in cell.text
            assert cell.text == cell.text.strip()


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_reading_cells_in_bulk_and_one_by_one_is_the_same(page: str) -> None:
    """Plain tables are read by a short cut, which must see what the long way sees, and nothing that is hidden."""
    from selectolax.lexbor import LexborHTMLParser

    from gov_disclosure.readers.html import walk
    from gov_disclosure.readers.html.hidden import hidden_elements

    parsed = LexborHTMLParser(page)
    if parsed.body is None:
        return
    hidden = hidden_elements(parsed, page.encode())
    short = walk.Walk(parsed.body, Limits(), hidden)
    with patch.object(walk, "Survey", NothingPlain):
        long = walk.Walk(parsed.body, Limits(), hidden)
    assert describe(short.found) == describe(long.found)


class Everything(frozenset[int]):
    """A set in which everything is."""

    def __contains__(self, item: object) -> bool:
        return True


class NothingPlain:
    """A survey that finds no paragraph and no table plain, so that each is walked over."""

    mixed = outer = spanned = Everything()

    def __init__(self, *_of: object) -> None:
        pass


def describe(items: list[Any]) -> list[Any]:
    """What a walk found, for comparison."""
    from gov_disclosure.readers.html.raw import RawParagraph

    described: list[Any] = []
    for item in items:
        if isinstance(item, RawParagraph):
            described.append((item.text, item.heading, item.whole))
        else:
            described.append(
                [
                    [(cell.text, cell.rowspan, cell.colspan, cell.doubt) for cell in row.cells]
                    for row in item.rows()
                ]
            )
    return described


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_read_error(content: bytes) -> None:
    """No bytes whatever may end in an accident."""
    with contextlib.suppress(ReadError):
        read_html(b"<p>" + content)
