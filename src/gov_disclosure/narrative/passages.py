"""The text of a report as the finder sees it: sentences in plain marks that know where they stand."""

import re
from collections.abc import Iterator

import attrs

from gov_disclosure.language.aligning import align
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.narrative.words import APPLICATION

__all__ = ["TOPIC", "Passage", "passages", "speaks_of_figures"]

#: That a text is about applications for information.
TOPIC = regex(rf"(?:{APPLICATION})|依申请公开|(?:办结|答复|收到|受理|处理)的(?:[0-9]+件)?申请(?:当)?中")

#: A paragraph without any of these words gives no figure of the form.
_TOPICS = (
    *("申请", "复议", "诉讼", "结转", "规章", "规范性", "处理费", "收费", "许可", "处罚", "强制", "主动公开"),
    *("申請", "複議", "復議", "訴訟", "結轉", "規章", "規範性", "處理費", "收費", "許可", "處罰", "強制"),
)
_DROPPED = " \"'“”‘’"
_DROP = str.maketrans("", "", _DROPPED)
_HAS_DROPPED = regex(f"[{re.escape(_DROPPED)}]")


@attrs.frozen(eq=False)
class Passage:
    """A paragraph in half-width marks, without spaces and quotation marks.

    ``section`` is its section's name, or ``preamble``; ``number`` its number there. ``printed`` is the
    paragraph as it stands in the report, ``places`` where each plain character stands in it. ``headed`` is true where
    the heading above it is about applications.
    """

    section: str
    number: int
    printed: str
    plain: str
    places: tuple[int, ...] | None
    headed: bool = False

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
    for topic in _TOPICS:  # noqa: SIM110 - any() takes twice as long, for every paragraph
        if topic in text:
            return True
    return False


_NUMBERINGS = tuple(
    regex(rf"[\s\u3000\"“]*{numbering}")
    for numbering in (
        r"[一二三四五六七八九十]{1,3}[、.．]",
        r"[(（][一二三四五六七八九十]{1,3}[)）]",
        r"[0-9]{1,2}[、.．](?![0-9])",
        r"[(（][0-9]{1,2}[)）]",
    )
)
_MAY_BE_NUMBERED = regex(r"[\s\u3000\"“]*[一二三四五六七八九十0-9(（]")
_BARE = len(_NUMBERINGS)  # below every numbered heading
_HEADING = 30  # characters; what is longer is no heading without a number
_STOP = regex(r"[。．.：:，,]")


def _level(printed: str) -> int | None:
    """How far below the section a paragraph's heading stands; None where it has none."""
    if _MAY_BE_NUMBERED.match(printed):
        for level, numbering in enumerate(_NUMBERINGS):
            if numbering.match(printed):
                return level
    return _BARE if len(printed) <= _HEADING and not _STOP.search(printed) else None


def _headline(printed: str, level: int) -> str:
    """A heading's words, without what runs on behind them."""
    number = _NUMBERINGS[level].match(printed) if level < _BARE else None
    words = printed[number.end() if number is not None else 0 :]
    stop = _STOP.search(words)
    return align(words[: stop.start() if stop else _HEADING]).translate(_DROP)


def _of_section(name: str, paragraphs: tuple[str, ...]) -> Iterator[Passage]:
    headed, under = False, _BARE
    for number, printed in enumerate(paragraphs):
        level = _level(printed)
        if level is not None and (level <= under or not headed):
            headed, under = TOPIC.search(_headline(printed, level)) is not None, level
        if speaks_of_figures(printed) or (headed and "件" in printed):
            yield attrs.evolve(_passage(name, number, printed), headed=headed)


def _passage(name: str, number: int, printed: str) -> Passage:
    plain = align(printed)
    if not _HAS_DROPPED.search(plain):
        return Passage(name, number, printed, plain, None)
    places = tuple([place for place, character in enumerate(plain) if character not in _DROPPED])
    return Passage(name, number, printed, plain.translate(_DROP), places)
