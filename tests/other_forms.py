"""A page as other people hold it: without its charset, copied from a browser, turned to text by extractors."""

import re
from collections.abc import Callable, Iterator

import html2text
import inscriptis
import lxml.html
from lxml.etree import _Element

__all__ = ["OTHER_FORMS", "other_form"]


def copied(page: str, between: str) -> str:
    """What a browser puts on the clipboard: cells of a row with this between them, a paragraph a line."""
    return "\n".join(_lines(lxml.html.document_fromstring(page), between))


def _lines(element: _Element, between: str) -> Iterator[str]:
    for child in element.iterchildren("*"):
        if child.tag in ("script", "style", "head"):
            continue
        if child.tag == "table":
            for row in child.iter("tr"):
                yield between.join(_cell(cell) for cell in row if cell.tag in ("td", "th"))
        elif child.tag not in ("p", "h1", "h2", "h3") and next(child.iter("p", "table"), None) is not None:
            yield from _lines(child, between)
        elif text := _text(child):
            yield text


def _cell(cell: _Element) -> str:
    return "\n".join(_text(paragraph) for paragraph in cell.iter("p")) or _text(cell)


def _text(element: _Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def as_markdown(page: str, *, width: int = 0) -> str:
    """The page as html2text turns it into Markdown, its lines wrapped or not."""
    turner = html2text.HTML2Text(bodywidth=width)
    return turner.handle(page)


def without_charset(page: str) -> str:
    """The page without a word of its encoding."""
    return re.sub(r"charset=[\"']?[\w-]+", "", page, flags=re.IGNORECASE)


def without_blank_lines(text: str) -> str:
    """The lines in which something stands."""
    return re.sub(r"\n\s*\n+", "\n", text)


def bare(page: str) -> str:
    """All text of the page as it stands between the tags, scripts included."""
    return "".join(map(str, lxml.html.document_fromstring(page).itertext()))


OTHER_FORMS: dict[str, Callable[[str], bytes]] = {
    "no charset": lambda page: without_charset(page).encode(),
    "no charset, GB 18030": lambda page: without_charset(page).encode("gb18030"),
    "copied, tabs": lambda page: copied(page, "\t").encode(),
    "copied, a cell a line": lambda page: copied(page, "\n").encode(),
    "copied, a cell a line, none empty": lambda page: without_blank_lines(copied(page, "\n")).encode(),
    "Markdown": lambda page: as_markdown(page).encode(),
    "Markdown, wrapped": lambda page: as_markdown(page, width=78).encode(),
    "laid out": lambda page: inscriptis.get_text(page).encode(),
    "bare text": lambda page: bare(page).encode(),
}


def other_form(page: str, name: str) -> bytes:
    """The page as somebody else might hold it."""
    return OTHER_FORMS[name](page)
