"""Finding the figures in a report's text and the cells they speak of."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from gov_disclosure.language.patterns import regex
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.narrative.cells import Cells, cells_of
from gov_disclosure.narrative.figures import Figure, figures
from gov_disclosure.narrative.none_said import none_said
from gov_disclosure.narrative.passages import (
    Passage,
    names_applications,
    passages,
    speaks_of_applications,
    speaks_of_figures,
)
from gov_disclosure.narrative.rules import Around, is_fee, names_channel, tell
from gov_disclosure.narrative.statement import StatedScope, StatedYear, Statement
from gov_disclosure.narrative.words import (
    COUNTED_AS_CASES,
    MORE_OR_LESS,
    ORGAN,
    REGION,
    counts_part_of_year,
)
from gov_disclosure.reading.reading import Reading

__all__ = ["statements"]

_SENTENCE = regex(r"[^。!?\n]+[。!?\n]?")
_STOPS = ",;:(、)"
_HARD_STOPS = ";。"
_ANY_STOP = regex(r"[,;:(、)。]")
_YEAR = regex(r"(?<![0-9至到转延])(20[0-9]{2})年")
_THIS_YEAR = regex(r"(?:[^,。]{0,4})(?:全年|本年|今年|年内|一年来)")
_COMPARED = regex(r"[比较与同和相]$")
_JUST_BEFORE = ("上", "去", "前", "往", "同期")
_RELATIVE = regex(
    r"(?:上一?年度?|去年|前年|往年|同期)(?!度?(?:结转|转结|遗留|转入))|以来|近[一二两三四五几]年|历年|历次"
    r"|(?:十[一二三四五六]五|[三五]年|任期|疫情)[^,。;]{0,6}(?:期间|时期|期内)"
)
_CARRIED = regex(r"度?(?:结转|转结|遗留)")
_SHARE = regex(r"占(?:比)?(?:[^,;。]{0,10}的)?(?:约|为|达)?$")
_END = regex(r"[,;。]")
_CLOSED = regex(r"\([^()]*\)")
_LONGEST_SENTENCE = 1_500  # characters; what is longer is no prose
_HEADING = 30  # characters; a paragraph no longer than that may be the heading of the next


def statements(report_or_reading: AnnualReport | Reading) -> tuple[Statement, ...]:
    """The figures that a report's text gives for what its tables hold, and those next to them.

    Every count of applications, of reconsiderations and suits, of documents and decisions whose words tell
    plainly what is counted, bound to the cells that hold it; amounts of fees, shares in per cent, and figures
    given for comparison, with nothing bound. A sentence whose words leave it open gives no statement. A
    report without tables has its statements bound to the cells of the edition for its year.

        >>> import gov_disclosure
        >>> text = ("2023年，我局共收到政府信息公开申请21件，上年结转2件。",)
        >>> report = gov_disclosure.AnnualReport(
        ...     year=2023, narrative=gov_disclosure.Narrative(overview=text)
        ... )
        >>> for found in gov_disclosure.statements(report):
        ...     print(found.kind, found.value, found.unit, *found.paths)
        received 21 件 applications.received.total
        carried_over 2 件 applications.carried_over.total
    """
    report = report_or_reading.report if isinstance(report_or_reading, Reading) else report_or_reading
    cells: Cells | None = None
    found: list[Statement] = []
    for passage in passages(report):
        if cells is None:
            cells = cells_of(report)
        found.extend(_Finder(passage, report.year, cells).run())
    return tuple(found)


@attrs.define
class _Finder:
    """Goes through one paragraph, sentence by sentence."""

    passage: Passage
    year: int | None
    cells: Cells
    topic: bool = False
    stated: StatedYear = "this"
    opened: StatedYear = "this"
    begun: bool = False

    def run(self) -> Iterator[Statement]:
        """The paragraph's statements, in order."""
        plain = self.passage.plain
        self.topic = self.passage.headed or self.passage.section == "applications"
        for match in _SENTENCE.finditer(plain):
            if match.end() - match.start() <= _LONGEST_SENTENCE:
                yield from self._sentence(match.start(), match.end())

    def _sentence(self, start: int, end: int) -> Iterator[Statement]:
        plain = self.passage.plain
        sentence = plain[start:end]
        self._opening(sentence)
        if not (self.topic or speaks_of_figures(sentence)):
            return
        found = list(figures(sentence))
        said = [
            (place, self._none(kind, start, place))
            for kind, place in none_said(sentence, self.passage.section, topic=self.topic)
        ]
        said += list(self._figures(sentence, start, found))
        for _, statement in sorted(said, key=lambda pair: pair[0][0]):
            yield statement
        self.topic = self.topic or speaks_of_applications(sentence)

    def _opening(self, sentence: str) -> None:
        """The year that a paragraph opens with holds for all of it; one that a later sentence opens with, for
        that sentence."""
        self.stated = self.opened
        opening = _YEAR.search(sentence[:16])
        if opening is not None and not _COMPARED.search(sentence, 0, opening.start()):
            self.stated = self._year(int(opening[1]))
        elif _THIS_YEAR.match(sentence):
            self.stated = "this"
        if not self.begun:
            self.opened = self.stated
            self.begun = opening is not None or len(sentence) > _HEADING

    def _figures(
        self, sentence: str, start: int, found: list[Figure]
    ) -> "Iterator[tuple[tuple[int, int], Statement]]":
        before: str | None = None
        counted: Statement | None = None
        stranger, topic = False, self.topic
        for number, figure in enumerate(found):
            last = found[number - 1].end if number else 0
            following = found[number + 1].start if number + 1 < len(found) else len(sentence)
            around = self._around(sentence, figure, last, following, before, stranger, topic)
            topic = around.topic
            kind, part = self._kind(around, figure)
            if figure.unit in COUNTED_AS_CASES:
                stranger = kind is None
            if kind is None or figure.value is None:
                counted = None if figure.unit != "%" else counted
                continue
            stated = self._stated_year(sentence[: figure.start])
            if kind == "share" and (counted is None or counted.approximate or not counted.paths):
                continue
            readings = self.cells.readings.get(kind, ())
            if kind == "share" and counted is not None:
                readings = counted.readings
            statement = Statement(
                kind=kind,
                value=figure.value,
                unit=figure.unit,
                paths=readings[0] if readings else (),
                readings=readings,
                approximate=figure.approximate,
                part=part,
                scope=self._scope(sentence[: figure.start]),
                year=stated,
                section=self.passage.section,
                paragraph=self.passage.number,
                span=self.passage.span(start + figure.start, start + figure.end),
                text=self._clause(sentence, start, figure.start, figure.end),
            )
            if kind not in ("share", "change"):
                before, counted = kind, statement
            yield (figure.start, figure.end), statement

    def _kind(self, around: Around, figure: Figure) -> tuple[str | None, bool]:
        """What a figure counts, and whether it is a part."""
        if figure.unit == "%":
            return ("share" if _SHARE.search(around.left) else None), False
        if figure.unit == "元":
            return ("fee" if is_fee(around) else None), False
        if figure.unit not in COUNTED_AS_CASES:
            return None, False
        if MORE_OR_LESS.search(around.left):
            return ("change" if around.topic else None), False
        told = tell(around)
        if told is None:
            return None, False
        if counts_part_of_year(around.sentence):
            return None, False
        return told.kind, told.part

    def _around(
        self,
        sentence: str,
        figure: Figure,
        last: int,
        following: int,
        before: str | None,
        stranger: bool,
        topic: bool,
    ) -> Around:
        hard = 1 + max([sentence.rfind(stop, 0, figure.start) for stop in _HARD_STOPS])
        comma = 1 + max([hard - 1, *[sentence.rfind(stop, 0, figure.start) for stop in ",:"]])
        left = sentence[max(last, hard, figure.start - 60) : figure.start]
        stop = _ANY_STOP.search(sentence, figure.end)
        right = sentence[figure.end : min(following, stop.start() if stop else len(sentence))]
        said = sentence[: figure.start]
        clause = sentence[max(comma, figure.start - 60) : figure.start]
        return Around(
            left=left,
            right=right,
            behind=sentence[figure.end : min(following, figure.end + 60)],
            clause=clause,
            by_channel=names_channel(clause),
            sentence=said,
            glued=last > hard and not any(mark in left for mark in _STOPS),
            before=before,
            stranger=stranger,
            nothing=figure.value == 0,
            topic=topic or speaks_of_applications(said) or names_applications(right),
            section=self.passage.section,
            year=self.year,
            cells=self.cells,
        )

    def _year(self, named: int) -> StatedYear:
        if self.year is None or named == self.year:
            return "this"
        return "previous" if named == self.year - 1 else "other"

    def _stated_year(self, said: str) -> StatedYear:
        """Of which year a figure is, by the words before it in its sentence."""
        said = _CLOSED.sub("", said) if ")" in said else said
        comma = 1 + max([said.rfind(stop) for stop in ",;。"])
        clause = said[comma:]
        relative = _RELATIVE.search(clause)
        if relative is not None:
            return "previous" if relative.group().startswith(_JUST_BEFORE) else "other"
        for match in reversed(list(_YEAR.finditer(said))):
            compared = _COMPARED.search(said, 0, match.start()) is not None
            carried = _CARRIED.match(said, match.end()) is not None
            if carried or (compared and match.start() < comma):
                continue
            return self._year(int(match[1]))
        return self.stated

    def _scope(self, said: str) -> StatedScope | None:
        """Whose figure it is: the words nearest before it in its sentence."""
        said = _CLOSED.sub("", said) if ")" in said else said
        nearest: StatedScope | None = None
        place = -1
        for scope, pattern in (("region", REGION), ("organ", ORGAN)):
            for match in pattern.finditer(said):
                if match.start() > place:
                    nearest, place = ("region" if scope == "region" else "organ"), match.start()
        return nearest

    def _clause(self, sentence: str, start: int, first: int, last: int) -> str:
        """The words around a figure, as printed: from the comma before it to the mark behind."""
        begin = 1 + max([sentence.rfind(stop, 0, first) for stop in ",;。"])
        stop = _END.search(sentence, last)
        end = stop.start() if stop else len(sentence)
        here, there = self.passage.span(start + max(begin, first - 40), start + min(end, last + 24))
        return self.passage.printed[here:there].strip()

    def _none(self, kind: str, start: int, place: tuple[int, int]) -> Statement:
        plain = self.passage.plain[start : start + place[0]]
        readings = self.cells.readings.get(kind, ())
        first, last = self.passage.span(start + place[0], start + place[1])
        return Statement(
            kind=kind,
            value=Decimal(0) if kind == "fee" else 0,
            unit="元" if kind == "fee" else "件",
            paths=readings[0] if readings else (),
            readings=readings,
            in_words=True,
            scope=self._scope(plain),
            year=self._stated_year(plain),
            section=self.passage.section,
            paragraph=self.passage.number,
            span=(first, last),
            text=self.passage.printed[first:last].strip(),
        )
