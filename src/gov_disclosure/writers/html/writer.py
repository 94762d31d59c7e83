"""The writers: a whole page with a style sheet, and a fragment with inline styles only."""

from collections.abc import Iterator
from html import escape
from typing import ClassVar

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.html.style import INLINE, SHEET
from gov_disclosure.writers.html.table import Look, table_lines
from gov_disclosure.writers.official import (
    Grid,
    Heading,
    Official,
    Paragraph,
    Particular,
    Signature,
    Title,
    official,
)
from gov_disclosure.writers.protocol import Written

__all__ = ["FragmentWriter", "HtmlWriter"]

_CLASSES = {"scroll": "table", "label": "label", "upright": "upright"}


class HtmlWriter:
    """The official form as one web page in UTF-8, with nothing from outside; prints on A4."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm")
    reads_as: ClassVar[str] = "html"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The page."""
        form = official(value)
        title = next((part.text for part in form.parts if isinstance(part, Title)), "")
        lines = (
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            # A page has to have a title; it is the one that stands on it.
            f"<title>{escape(title)}</title>",
            f"<style>{SHEET}</style>",
            "</head>",
            "<body>",
            "<main>",
            *_lines(form, _by_class),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
        return Written(content="\n".join(lines).encode(), notices=form.notices)


class FragmentWriter:
    """The official form as a piece of HTML to be pasted into a site's editor: inline styles only."""

    name = "html-fragment"
    suffixes: tuple[str, ...] = (".fragment.html",)
    reads_as: ClassVar[str] = "html"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The fragment."""
        form = official(value)
        lines = ('<div lang="zh-CN">', *_lines(form, _inline), "</div>", "")
        return Written(content="\n".join(lines).encode(), notices=form.notices)


def _by_class(kind: str) -> str:
    name = _CLASSES.get(kind, kind if kind in ("particular", "signature") else "")
    return f' class="{name}"' if name else ""


def _inline(kind: str) -> str:
    return f' style="{escape(INLINE[kind])}"'


def _lines(form: Official, look: Look) -> Iterator[str]:
    headings: dict[str, str] = {}
    for part in form.parts:
        if isinstance(part, Grid):
            yield from table_lines(part, look, headings.get(part.table.name, ""))
        elif isinstance(part, Title):
            yield f"<h1{look('title')}>{escape(part.text)}</h1>"
        elif isinstance(part, Heading):
            headings[part.name] = f"section-{part.name}"
            yield f'<h2 id="{headings[part.name]}"{look("heading")}>{escape(part.text)}</h2>'
        elif isinstance(part, Particular):
            yield f"<p{look('particular')}>{escape(part.line)}</p>"
        elif isinstance(part, Signature):
            yield f"<p{look('signature')}>{escape(part.text)}</p>"
        else:
            assert isinstance(part, Paragraph)
            yield f"<p{look('paragraph')}>{escape(part.text)}</p>"
