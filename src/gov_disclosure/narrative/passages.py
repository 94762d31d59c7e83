"""The text of a report as the finder sees it: sentences in plain marks that know where they stand."""

from bisect import bisect_right
from collections.abc import Iterator

import attrs

from gov_disclosure.language.aligning import align
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.narrative.figures import may_hold_figures
from gov_disclosure.narrative.none_said import may_say_none
from gov_disclosure.narrative.words import APPLICATION

__all__ = ["Passage", "names_applications", "passages", "speaks_of_applications", "speaks_of_figures"]

_APPLICATIONS = regex(
    rf"(?:{APPLICATION})|依申请公开|(?:办结|答复|收到|受理|处理)的(?:[0-9]+件)?申请(?:当)?中"
)

_TOPIC = regex(
    "申请|复议|诉讼|结转|规章|规范性|处理费|收费|许可|处罚|强制|主动公开"
    "|申請|複議|復議|訴訟|結轉|規章|規範性|處理費|收費|許可|處罰|強制"
)
_DROPPED = regex("[ \"'“”‘’]")


@attrs.frozen(eq=False)
class Passage:
    """A paragraph in half-width marks, without spaces and quotation marks.

    ``section`` is its section's name, or ``preamble``; ``number`` its number there. ``printed`` is the
    paragraph as it stands in the report, ``dropped`` tells for each character left out of ``plain`` before which
    plain one it stood. ``headed`` is true where the heading above it is about applications.
    """

    section: str
    number: int
    printed: str
    plain: str
    dropped: tuple[int, ...]
    headed: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From places in the plain text to places in the paragraph."""
        if not self.dropped or start >= end:
            return (start, end)
        return (start + bisect_right(self.dropped, start), end + bisect_right(self.dropped, end - 1))


def passages(report: AnnualReport) -> Iterator[Passage]:
    """The paragraphs that may give figures of the form, section by section."""
    yield from _of_section("preamble", report.preamble)
    for section in SECTIONS:
        yield from _of_section(section.name, getattr(report.narrative, section.name) or ())


def speaks_of_figures(text: str) -> bool:
    """Whether a text has any of the words without which it gives no figure of the form."""
    return _TOPIC.search(text) is not None


def speaks_of_applications(text: str) -> bool:
    """Whether a text is about applications for information; expects simplified characters without spaces."""
    return "申请" in text and _APPLICATIONS.search(text) is not None


def names_applications(text: str) -> bool:
    """Whether a text begins with applications for information."""
    return "申请" in text and _APPLICATIONS.match(text) is not None


# A group for each kind of number, the higher first.
_NUMBERED = regex(
    r"[\s\u3000\"“]*"
    r"(?:([一二三四五六七八九十]{1,3}[、.．])"
    r"|([(（][一二三四五六七八九十]{1,3}[)）])"
    r"|([0-9]{1,2}[、.．](?![0-9]))"
    r"|([(（][0-9]{1,2}[)）]))"
)
_BARE = 5  # below every numbered heading
_HEADING = 30  # characters; what is longer is no heading without a number
_STOP = regex(r"[。．.：:，,]")


def _heading(printed: str) -> tuple[int, str] | None:
    """How far below the section a paragraph's heading stands, and its words; None where it has none."""
    number = _NUMBERED.match(printed)
    words = printed[number.end() :] if number is not None else printed
    stop = _STOP.search(words)
    if number is None:
        return (_BARE, words) if len(printed) <= _HEADING and stop is None else None
    assert number.lastindex is not None
    return number.lastindex, words[: stop.start() if stop is not None else _HEADING]


def _of_section(name: str, paragraphs: tuple[str, ...]) -> Iterator[Passage]:
    headed, under = False, _BARE
    for number, printed in enumerate(paragraphs):
        if headed or "申" in printed:  # without it no heading is about applications, whatever its level
            heading = _heading(printed)
            if heading is not None and (heading[0] <= under or not headed):
                under = heading[0]
                headed = speaks_of_applications(_DROPPED.sub("", align(heading[1])))
        if (speaks_of_figures(printed) or (headed and "件" in printed)) and (
            may_say_none(printed) or may_hold_figures(printed)
        ):
            yield _passage(name, number, printed, headed)


def _passage(name: str, number: int, printed: str, headed: bool) -> Passage:
    plain = align(printed)
    dropped = tuple([match.start() - count for count, match in enumerate(_DROPPED.finditer(plain))])
    return Passage(name, number, printed, _DROPPED.sub("", plain) if dropped else plain, dropped, headed)
