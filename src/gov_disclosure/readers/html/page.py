"""A page of markup as a neutral document."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from gov_disclosure.documents import Document
from gov_disclosure.readers.html.builder import Builder
from gov_disclosure.readers.html.embedded import embedded_articles
from gov_disclosure.readers.html.forms import holds_form
from gov_disclosure.readers.html.guard import tamed
from gov_disclosure.readers.html.hidden import hidden_elements
from gov_disclosure.readers.html.metadata import page_metadata, paragraph_metadata
from gov_disclosure.readers.html.pieces import ends_inside_table, whole_page
from gov_disclosure.readers.html.raw import Item, RawTable
from gov_disclosure.readers.html.walk import Walk
from gov_disclosure.readers.memory import keep_freed_memory
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["read_page"]

_MOST_EMBEDDED = 50
# With events the parser looks at all options of a list again at each one: a list of 30,000 took it ten seconds.
_WITHOUT_EVENTS = int(LexborDocumentOptions.WO_EVENTS)


def read_page(markup: bytes, limits: Limits, *, reader: str, member: str | None = None) -> Document:
    """The document in a page of markup in UTF-8; ``member`` is the page's name inside an archive.

    Raises :class:`~gov_disclosure.TooLarge` where the page goes beyond the limits.
    """
    markup = whole_page(markup)
    page = _parse(markup, limits)
    hidden = hidden_elements(page, markup)
    items, noted = _walk(page, limits, hidden)
    builder = Builder(limits, member)
    builder.metadata.extend(page_metadata(noted, builder.paths))
    notices: list[Notice] = []
    embedded: list[tuple[list[Item], str | None]] = []
    if not holds_form(items):
        embedded = _embedded(page, markup, limits, builder)
        if not embedded and hidden and holds_form(shown := _walk(page, limits)[0]):
            items = shown
            notices.append(notice("hidden-content"))
    cut = [found for found, _ in embedded if any(isinstance(item, RawTable) and item.cut for item in found)]
    if cut or (ends_inside_table(markup) and _mark_cut(items)):
        reason = {"reason": "it ends inside a table", "reason_zh": "在表格中间结束"}
        notices.append(notice("cut-off", params=reason))
    builder.metadata.extend(paragraph_metadata(items, builder.paths))
    builder.add(items)
    for found, inside in embedded:
        builder.add(found, inside)
    return Document(
        blocks=tuple(builder.blocks),
        reader=reader,
        metadata=tuple(builder.metadata),
        notices=tuple(notices),
    )


def _parse(markup: bytes, limits: Limits) -> LexborHTMLParser:
    keep_freed_memory()
    return LexborHTMLParser(tamed(markup, limits), options=_WITHOUT_EVENTS)


def _walk(
    page: LexborHTMLParser, limits: Limits, hidden: Mapping[int, LexborNode] | None = None
) -> tuple[list[Item], list[LexborNode]]:
    if page.body is None:
        return [], []
    walk = Walk(page.body, limits, hidden)
    return walk.found, [*_told(page), *walk.noted]


def _told(page: LexborHTMLParser) -> Iterator[LexborNode]:
    """The titles and meta tags in the head."""
    node = page.head.first_child if page.head is not None else None
    while node is not None:
        if node.tag in ("title", "meta"):
            yield node
        node = node.next


def _embedded(
    page: LexborHTMLParser, markup: bytes, limits: Limits, builder: Builder
) -> list[tuple[list[Item], str | None]]:
    """What the page carries as text and puts on show by script, as far as it holds a form's table."""
    found = []
    for number, article in enumerate(embedded_articles(page, markup)):
        if number == _MOST_EMBEDDED:
            break
        inside = whole_page(article.markup.encode("utf-8", "replace"))
        inner = _parse(inside, limits)
        items, _ = _walk(inner, limits, hidden_elements(inner, inside))
        if holds_form(items):
            if ends_inside_table(inside):
                _mark_cut(items)
            found.append((items, builder.paths.path(article.node)))
    return found


def _mark_cut(items: list[Item]) -> bool:
    """Put the last cell in doubt, and mark its row as incomplete; false where there is none."""
    for item in reversed(items):
        if isinstance(item, RawTable):
            last = [row for row in item.rows() if row.cells][-1]
            last.cells[-1].doubt = True
            item.cut = True
            return True
    return False
