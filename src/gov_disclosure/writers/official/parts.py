"""The parts of a printed report, from the title to the signature."""

from typing import TypeAlias

import attrs

from gov_disclosure.reading.notices import Notice
from gov_disclosure.writers.official.grid import Grid

__all__ = ["Heading", "Official", "Paragraph", "Part", "Particular", "Signature", "Title"]


@attrs.frozen
class Title:
    """The report's title."""

    text: str


@attrs.frozen
class Particular:
    """A line that says one thing about the report: 发布日期：2023年1月20日; without a label, the document number."""

    label: str
    text: str

    @property
    def line(self) -> str:
        """The line as printed."""
        return f"{self.label}：{self.text}" if self.label else self.text


@attrs.frozen
class Heading:
    """A section's heading; ``name`` is the section's."""

    text: str
    name: str


@attrs.frozen
class Paragraph:
    """A paragraph of running text."""

    text: str


@attrs.frozen
class Signature:
    """What stands at the end: a name, or the day of signing."""

    text: str


Part: TypeAlias = Title | Particular | Heading | Paragraph | Grid | Signature


@attrs.frozen(kw_only=True)
class Official:
    """A report as the official form prints it, and what of a reading is not printed."""

    parts: tuple[Part, ...]
    notices: tuple[Notice, ...] = ()
