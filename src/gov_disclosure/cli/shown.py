"""Notices and findings as lines for people."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gov_disclosure.cli.words import say
from gov_disclosure.language.width import width
from gov_disclosure.writers.terminal import Line, Span, Style, hang

if TYPE_CHECKING:
    from gov_disclosure.checks import Finding, Findings
    from gov_disclosure.model.errors import Lang
    from gov_disclosure.reading import Notice, Reading

__all__ = ["finding_lines", "notice_lines"]

_STYLES: dict[str, Style] = {"error": "broken", "warning": "doubt", "info": "quiet"}
_MOST_OF_A_KIND, _MOST_SUSPECTS, _MOST_REASONS = 5, 3, 3


def notice_lines(reading: "Reading", *, lang: "Lang", columns: int) -> Iterator[Line]:
    """What the reading has to say of itself: every warning; of milder notices the first few of a kind."""
    if not reading.notices:
        return
    yield ()
    yield (Span(say("notices", lang), "title"),)
    order = {"error": 0, "warning": 1, "info": 2}
    kinds = sorted(reading.notices, key=lambda notice: (order[notice.severity], notice.code))
    for (severity, _), group in groupby(kinds, key=lambda notice: (notice.severity, notice.code)):
        notices = list(group)
        shown = _MOST_OF_A_KIND if severity == "info" else len(notices)
        for notice in notices[:shown]:
            yield from _item("notice", severity, _sentence(notice, lang), lang, columns)
        if len(notices) > shown:
            yield (Span(f"  {say('more', lang).format(len(notices) - shown)}", "quiet"),)


def finding_lines(
    findings: "Findings", *, lang: "Lang", columns: int, notices: "Sequence[Notice]" = ()
) -> Iterator[Line]:
    """The verdict with its coverage, each finding, and the cells most likely to be wrong.

    ``notices`` are those of the reading that has not been shown: under a finding that may come from the reading
    stand the ones that tell why.
    """
    told: set[Notice] = set()
    for finding in findings:
        yield from _item("severity", finding.severity, finding.message(lang), lang, columns, finding.check)
        if finding.origin == "reading":
            reasons = [notice for notice in notices if notice not in told and _concerns(notice, finding)]
            told.update(reasons)
            for notice in reasons[:_MOST_REASONS]:
                for piece in hang(_sentence(notice, lang), columns, first="    ", then="    "):
                    yield (Span(piece, "quiet"),)
        if hint := finding.hint(lang):
            for piece in hang(hint, columns, first="    ", then="    "):
                yield (Span(piece, "quiet"),)
    suspects = findings.suspects[:_MOST_SUSPECTS]
    if suspects:
        yield (Span(say("suspects", lang)),)
        for suspect in suspects:
            for piece in hang(suspect.message(lang), columns, first="  ", then="    "):
                yield (Span(piece),)
    for piece in hang(findings.summary(lang), columns):
        yield (Span(piece, "broken" if findings.errors else "plain"),)
    if findings.profile:
        stamp = say("checked-by", lang).format(" ".join(findings.profile.values()))
        for piece in hang(stamp, columns):
            yield (Span(piece, "quiet"),)


def _sentence(notice: "Notice", lang: "Lang") -> str:
    """A notice with where it was found."""
    where = notice.place.describe(lang) if notice.place is not None else ""
    around = ("（", "）") if lang == "zh" else (" (", ")")
    return notice.message(lang) + (where and f"{around[0]}{where}{around[1]}")


def _concerns(notice: "Notice", finding: "Finding") -> bool:
    """Whether a notice names a cell of a finding, or the row of one."""
    cells = {*finding.paths, *(operand.path for operand in finding.operands)}
    return not {*cells, *(cell.rpartition(".")[0] for cell in cells)}.isdisjoint(notice.paths)


def _item(
    what: str, severity: str, sentence: str, lang: "Lang", columns: int, name: str = ""
) -> Iterator[Line]:
    word = say(f"{what}.{severity}", lang)
    lead = f"  {word} {name}  " if name else f"  {word}  "
    under = " " * width(lead)
    first = True
    for paragraph in sentence.splitlines():
        for piece in hang(paragraph, columns - len(under)):
            yield (Span(lead if first else under, _STYLES[severity] if first else "plain"), Span(piece))
            first = False
