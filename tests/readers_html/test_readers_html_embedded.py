"""Articles that a page carries as text and shows by script (wrinkle 60)."""

import html
import json
import re

import pytest

from gov_disclosure.documents import Table
from html_pages import read_html, rows_of

ARTICLE = (
    '<p class="t">三、收到和处理</p><table border="1">\n'
    "<tr><td>一、本年新收政府信息公开申请数量</td><td>859</td></tr>"
    "<tr><td>二、上年结转政府信息公开申请数量</td><td>18</td></tr>"
    '<tr><td colspan="1">四、结转下年度继续办理</td><td>72</td></tr></table>'
)
EXPECTED = [
    ["一、本年新收政府信息公开申请数量", "859"],
    ["二、上年结转政府信息公开申请数量", "18"],
    ["四、结转下年度继续办理", "72"],
]


def as_javascript(text: str, quote: str) -> str:
    """A JavaScript string literal."""
    body = text.replace("\\", "\\\\").replace(quote, f"\\{quote}").replace("\n", "\\n").replace("/", "\\/")
    return f"{quote}{body}{quote}"


WRITES = "".join(f"document.write({as_javascript(line, chr(34))});\n" for line in re.split("(?<=>)", ARTICLE))
ASCII = json.dumps([ARTICLE]).replace("<", "\\u003c")
HEXADECIMAL = ARTICLE.replace("\n", "").replace("<", "\\x3c")
PAGES = {
    "double quotes": f"<script>var content = {as_javascript(ARTICLE, chr(34))};</script>",
    "single quotes": f"<script>// don't\nvar content = {as_javascript(ARTICLE, chr(39))};</script>",
    "back quotes": f"<script>/* it's */ var content = {as_javascript(ARTICLE, '`')};</script>",
    "json": f"<script>window.data = {json.dumps({'title': 'x', 'body': ARTICLE})}</script>",
    "json in ascii": f"<script type='application/json'>{ASCII}</script>",
    "hexadecimal": f"<script>a('{HEXADECIMAL}')</script>",
    "entities": f"<script>var a = {json.dumps(html.escape(ARTICLE))};</script>",
    "line by line": f"<script>{WRITES}</script>",
    "template": f"<template>{ARTICLE}</template>",
    "script template": f"<script type='text/html'>{ARTICLE}</script>",
    "text area": f"<textarea>{html.escape(ARTICLE)}</textarea>",
    "form field": f'<input type="hidden" value="{html.escape(ARTICLE)}">',
    "frame": f'<iframe srcdoc="{html.escape(ARTICLE)}"></iframe>',
}


@pytest.mark.parametrize("kind", PAGES)
def test_the_article_is_found_in(kind: str) -> None:
    """A page may hold its whole report in one string of a script."""
    document = read_html(f"<title>示例</title><p>示例</p>{PAGES[kind]}<p>末</p>")
    assert [rows_of(table) for table in document.tables] == [EXPECTED]
    assert "三、收到和处理" in [paragraph.text for paragraph in document.paragraphs]
    place = document.tables[0].cells[1].place
    assert place is not None
    assert place.xpath is not None
    assert (place.row, place.column) == (1, 2)


@pytest.mark.parametrize("kind", PAGES)
def test_what_is_shown_goes_before(kind: str) -> None:
    """A script that holds another report's table must not add to the one on the page."""
    shown = ARTICLE.replace("859", "1")
    document = read_html(f"{shown}{PAGES[kind]}")
    assert [rows_of(table)[0][1] for table in document.tables] == ["1"]


def test_scripts_with_other_tables_are_left_alone() -> None:
    """A calendar drawn by script is no report."""
    document = read_html(
        "<p>示例</p><script>var a = '<table><tr><td>一</td><td>二</td></tr></table>';</script>"
    )
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_endless_quotes_do_not_hang() -> None:
    """A script that never closes its strings must be given up in good time."""
    read_html("<p>示例</p><script>" + '"\\"\'`<table>' * 20_000 + "</script>")
