"""What a person sees of a report in a terminal: its particulars, its tables, and what found no place."""

from collections.abc import Collection, Iterator

import attrs

from gov_disclosure.language.width import width
from gov_disclosure.model.drawing import figure
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, FormRow, FormTable
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.terminal.grid import MARKS, Grid
from gov_disclosure.writers.terminal.lines import Line, Span, hang

__all__ = ["report_lines"]

_LONGEST_WORD = 6  # printed words in a cell (无) are shown up to this width

_WORDS: dict[str, dict[Lang, str]] = {
    "untitled": {"zh": "（无标题）", "en": "(no title)"},
    "year": {"zh": "报告年度 {}", "en": "report year {}"},
    "form": {"zh": "{} 年版式", "en": "form of {}"},
    "no-form": {"zh": "未印出已知版式的表格", "en": "no table of a known form is printed"},
    "absent": {"zh": "（未印出）", "en": "(not printed)"},
    "text": {"zh": "文字部分：", "en": "text: "},
    "paragraphs": {"zh": "{} {} 段", "en": "{} {}"},
    "heading-only": {"zh": "{} 仅有标题", "en": "{} heading only"},
    "doubt-legend": {
        "zh": "? 存疑，使用前请核对原文",
        "en": "? in doubt: compare with the document before use",
    },
    "mended-legend": {
        "zh": "* 原文断裂或有误，已修复，见下文说明",
        "en": "* torn or garbled in the document, and mended: see the notes below",
    },
    "broken-legend": {"zh": "! 涉及下列错误", "en": "! part of an error listed below"},
    "unplaced": {"zh": "不属于表中任何一格的数字：", "en": "figures that belong to no cell of the form:"},
}


def report_lines(
    report_or_reading: AnnualReport | Reading,
    *,
    lang: Lang = "zh",
    columns: int = 100,
    broken: Collection[str] = frozenset(),
) -> Iterator[Line]:
    """A report, or a reading with its doubts, as lines of at most ``columns`` columns where that is possible.

    Blank cells are blank; a dash, a slash or a word is shown as printed. ``?`` stands behind a doubtful
    cell, ``!`` behind those in ``broken``, ``*`` behind one that was mended.
    """
    given = report_or_reading
    reading = given if isinstance(given, Reading) else Reading(report=given)
    view = _View(reading=reading, lang=lang, columns=columns, broken=frozenset(broken))
    yield from view.heading()
    if reading.report.form is not None:
        variants = printed_variants(reading.report)
        for table in reading.report.form.tables:
            rows = tuple(row for row in table.rows if not row.variant or row.variant in variants)
            yield ()
            yield from view.table(table, rows)
    yield from view.after()


@attrs.frozen(kw_only=True)
class _View:
    reading: Reading
    lang: Lang
    columns: int
    broken: frozenset[str]

    def say(self, word: str, *values: object) -> str:
        return _WORDS[word][self.lang].format(*values)

    def heading(self) -> Iterator[Line]:
        report = self.reading.report
        yield (Span(report.title or self.say("untitled"), "title"), *self._doubt("title"))
        particulars: list[Span] = []
        if report.issuer is not None:
            particulars += [Span(report.issuer), *self._doubt("issuer")]
        if report.year is not None:
            particulars += [_JOINT, Span(self.say("year", report.year)), *self._doubt("year")]
        if report.form is not None:
            words = f"{self.say('form', report.form)} ({report.form.citation})"
            particulars += [_JOINT, Span(words)]
        else:
            particulars += [_JOINT, Span(self.say("no-form"), "doubt")]
        yield tuple(particulars[1:] if particulars[0] is _JOINT else particulars)
        if counted := self._paragraphs():
            for piece in hang(" · ".join(counted), self.columns, first=self.say("text"), then="  "):
                yield (Span(piece, "quiet"),)

    def _paragraphs(self) -> list[str]:
        form = self.reading.report.form
        tables = {table.name for table in form.tables} if form is not None else set()
        counted = []
        for section in SECTIONS:
            paragraphs = getattr(self.reading.report.narrative, section.name)
            # Between heading and table there is seldom a text; that there is none needs no saying.
            if paragraphs or (paragraphs is not None and section.name not in tables):
                name = section.english if self.lang == "en" else section.number
                word = "paragraphs" if paragraphs else "heading-only"
                counted.append(self.say(word, name, len(paragraphs)))
        return counted

    def _doubt(self, name: str) -> tuple[Span, ...]:
        evidence = self.reading.evidence.get(name)
        return (Span(MARKS["doubt"], "doubt"),) if evidence is not None and evidence.doubt else ()

    def table(self, table: FormTable, rows: tuple[FormRow, ...]) -> Iterator[Line]:
        heading = table.section.heading
        if self.lang == "en":
            heading = f"{SECTIONS.index(table.section) + 1}. {table.section.english.capitalize()}"
        if not any(map(self.prints, rows)):
            yield (Span(heading, "title"), Span(f" {self.say('absent')}", "quiet"))
            return
        yield (Span(heading, "title"),)
        grid = Grid(
            table=table,
            rows=rows,
            lang=self.lang,
            columns=self.columns,
            cell=self.cell,
            prints=self.prints,
            absent=self.say("absent"),
        )
        yield from grid.lines()

    def prints(self, row: FormRow) -> bool:
        return self.reading.report.prints(row.fields[0].path)

    def cell(self, field: Field) -> Span:
        value = self.reading.report[field.path]
        evidence = self.reading.evidence.get(field.path)
        text = _shown(value, evidence)
        if evidence is not None and evidence.doubt:
            return Span(text, "doubt")
        if field.path in self.broken:
            return Span(text, "broken")
        if evidence is not None and "repaired" in evidence.flags:
            return Span(text, "mended")
        return Span(text, "zero" if value == 0 else "plain")

    def after(self) -> Iterator[Line]:
        legend = []
        if any("repaired" in evidence.flags for evidence in self.reading.evidence.values()):
            legend.append(Span(self.say("mended-legend"), "mended"))
        if self.reading.doubtful:
            legend.append(Span(self.say("doubt-legend"), "doubt"))
        if self.broken:
            legend.append(Span(self.say("broken-legend"), "broken"))
        if legend:
            yield ()
            for span in legend:
                yield (span,)
        if self.reading.unplaced:
            yield ()
            yield (Span(self.say("unplaced"), "title"),)
            for unplaced in self.reading.unplaced:
                where = unplaced.place.describe(self.lang) if unplaced.place is not None else ""
                words = f"{unplaced.raw}  {' / '.join(unplaced.labels)}" + (f"  ({where})" if where else "")
                for piece in hang(words, self.columns, first="  ", then="    "):
                    yield (Span(piece),)


_JOINT = Span(" · ", "quiet")


def _shown(value: Value, evidence: Evidence | None) -> str:
    if value is not None or evidence is None or evidence.kind in ("blank", "absent", "unread"):
        return figure(value)
    raw = " ".join((evidence.raw or "").split())
    return raw if width(raw) <= _LONGEST_WORD else "…"
