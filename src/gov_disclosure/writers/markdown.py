"""Markdown: headings, paragraphs, and tables between pipes as GitHub and most other programs take them."""

import re
from collections.abc import Iterator
from typing import ClassVar

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.official import Grid, Heading, Part, Particular, Title, piped_lines
from gov_disclosure.writers.official.blocks import written_in_blocks
from gov_disclosure.writers.protocol import Written

__all__ = ["MarkdownWriter"]

_MARKS = re.compile(r"[\\`*_\[\]<>#|~&]")
_AT_START = re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)])|(?=[-+=]))")
_DASHES = re.compile(r"^-+$")


class MarkdownWriter:
    """The official form as Markdown in UTF-8.

    Pipe tables know no spans: a cell that covers several places stands in the first of them, and the first line
    of every table is its head.
    """

    name = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    reads_as: ClassVar[str] = "markdown"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The text."""
        return written_in_blocks(value, _block)


def _block(part: Part) -> Iterator[str]:
    if isinstance(part, Grid):
        first, *others = piped_lines(part, _cell)
        yield "\n".join((first, "|" + " --- |" * part.table.columns, *others))
    elif isinstance(part, Title):
        yield f"# {_escaped(part.text)}"
    elif isinstance(part, Heading):
        yield f"## {_escaped(part.text)}"
    else:
        yield _line(part.line if isinstance(part, Particular) else part.text)


def _escaped(text: str) -> str:
    """The text with a backslash before every mark that would mean something."""
    return _MARKS.sub(r"\\\g<0>", text)


def _line(text: str) -> str:
    """A paragraph; one that starts like a list, a rule or an underline is told from it."""
    return _AT_START.sub(lambda found: f"{found['number'] or ''}\\", _escaped(text))


def _cell(text: str) -> str:
    # A row of dashes alone would be taken for the rule under a head.
    return _DASHES.sub(lambda found: found[0].replace("-", "\\-"), _escaped(text))
