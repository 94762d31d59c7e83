"""The text of a report as the finder sees it: sentences in plain marks that know where they stand."""

import re
from collections.abc import Iterator

import attrs

from gov_disclosure.language.aligning import align
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport

__all__ = ["Passage", "passages", "speaks_of_figures"]

#: A paragraph without any of these words gives no figure of the form.
_TOPICS = (
    *("申请", "复议", "诉讼", "结转", "规章", "规范性", "处理费", "收费", "许可", "处罚", "强制", "主动公开"),
    *("申請", "複議", "復議", "訴訟", "結轉", "規章", "規範性", "處理費", "收費", "許可", "處罰", "強制"),
)
_DROPPED = " \"'“”‘’"
_DROP = str.maketrans("", "", _DROPPED)
_HAS_DROPPED = re.compile(f"[{re.escape(_DROPPED)}]")


@attrs.frozen(eq=False)
class Passage:
    """A paragraph in half-width marks, without spaces and quotation marks.

    ``section`` is its section's name, or ``preamble``; ``number`` its number there. ``printed`` is the
    paragraph as it stands in the report, ``places`` where each plain character stands in it.
    """

    section: str
    number: int
    printed: str
    plain: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From places in the plain text to places in the paragraph."""
        if self.places is None or start >= end:
            return (start, end)
        return (self.places[start], self.places[end - 1] + 1)


def passages(report: AnnualReport) -> Iterator[Passage]:
    """The paragraphs that may give figures of the form, section by section."""
    yield from _of_section("preamble", report.preamble)
    for section in SECTIONS:
        yield from _of_section(section.name, getattr(report.narrative, section.name) or ())


def speaks_of_figures(text: str) -> bool:
    """Whether a text has any of the words without which it gives no figure of the form."""
    return any(topic in text for topic in _TOPICS)


def _of_section(name: str, paragraphs: tuple[str, ...]) -> Iterator[Passage]:
    for number, printed in enumerate(paragraphs):
        if speaks_of_figures(printed):
            yield _passage(name, number, printed)


def _passage(section: str, number: int, printed: str) -> Passage:
    plain = align(printed)
    if not _HAS_DROPPED.search(plain):
        return Passage(section, number, printed, plain, None)
    places = tuple(place for place, character in enumerate(plain) if character not in _DROPPED)
    return Passage(section, number, printed, plain.translate(_DROP), places)
