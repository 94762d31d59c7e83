"""The page itself: for each report its verdict, its tables with what was found in them, and the rest."""

from collections.abc import Iterator, Sequence
from html import escape

import attrs

from gov_disclosure.checks import Finding, Findings
from gov_disclosure.model.errors import GovDisclosureError, Lang
from gov_disclosure.model.forms import Form
from gov_disclosure.model.layout import layout
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.notices import Severity
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.findings_page.style import SHEET
from gov_disclosure.writers.findings_page.tables import Mark, Marked, table_lines
from gov_disclosure.writers.findings_page.words import say

__all__ = ["Checked", "Unread", "findings_page"]

_MOST_SUSPECTS = 5
_FEW = 4  # cells; of a finding with more, those that hold 0 are framed and bear no number
_COLON: dict[Lang, str] = {"zh": "：", "en": ": "}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@attrs.frozen(kw_only=True)
class Checked:
    """A report, or a reading with its evidence, and what checking it brought to light."""

    subject: AnnualReport | Reading
    findings: Findings
    name: str | None = None  # the document, where the reading does not name it


@attrs.frozen(kw_only=True)
class Unread:
    """A document that could not be read."""

    name: str
    error: GovDisclosureError


def findings_page(*entries: Checked | Unread, lang: Lang = "zh") -> str:
    """One web page with nothing from outside: for each report the official tables, every finding beside them.

    Cells of a finding are framed and carry its number; blank cells are blank, doubtful ones have a question
    mark, and the cells most likely to be wrong a triangle. The verdict says how many identities could be
    verified. It is legible without colours and prints on A4. The same entries give the same page.
    """
    title = say("page", lang)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{"zh-CN" if lang == "zh" else "en"}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{SHEET}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    for number, entry in enumerate(entries, 1):
        lines += _unread(entry, lang) if isinstance(entry, Unread) else _Article(entry, number, lang).lines()
    return "\n".join([*lines, "</main>", "</body>", "</html>", ""])


def _unread(entry: Unread, lang: Lang) -> Iterator[str]:
    yield "<article>"
    yield f"<h1>{escape(entry.name)}</h1>"
    yield f'<p class="verdict unread">{say("unread", lang)}{_COLON[lang]}{escape(entry.error.message(lang))}</p>'
    yield "</article>"


class _Article:
    """One report's part of the page."""

    def __init__(self, entry: Checked, number: int, lang: Lang) -> None:
        self.lang = lang
        self.number = number
        self.name = entry.name
        self.findings = entry.findings
        self.reading = entry.subject if isinstance(entry.subject, Reading) else None
        self.report = entry.subject.report if isinstance(entry.subject, Reading) else entry.subject
        self.suspects = entry.findings.suspects[:_MOST_SUSPECTS]
        self.numbers = {id(finding): place for place, finding in enumerate(entry.findings, 1)}
        marks: dict[str, list[Mark]] = {}
        for finding in entry.findings:
            many = len(finding.paths) > _FEW
            for path in finding.paths:
                framed_only = many and not self.report[path]
                mark = Mark(self.numbers[id(finding)], self._anchor(finding), finding.severity, framed_only)
                marks.setdefault(path, []).append(mark)
        self.marks = {path: tuple(found) for path, found in marks.items()}

    def lines(self) -> Iterator[str]:
        """The article."""
        yield f'<article id="report-{self.number}">'
        yield from self._head()
        yield from self._suspicions()
        if self.report.form is None:
            yield f"<p>{say('no-tables', self.lang)}</p>"
        else:
            yield from self._tables(self.report.form)
        yield from self._elsewhere()
        yield from self._accepted()
        yield from self._unanswered()
        yield from self._foot()
        yield "</article>"

    def _head(self) -> Iterator[str]:
        report, lang = self.report, self.lang
        said = [report.issuer or ""]
        if report.year is not None:
            said.append(say("year", lang).format(report.year))
        if report.form is not None:
            said.append(say("form", lang).format(report.form, report.form.citation))
        worst = next((level for level in Severity if any(f.severity == level for f in self.findings)), None)
        yield f"<h1>{escape(report.title or report.issuer or say('untitled', lang))}</h1>"
        yield f'<p class="particulars">{escape(" · ".join(filter(None, said)))}</p>'
        partial = bool(self.findings.unanswered) or not self.findings.has_tables
        kind: str | None = worst
        if worst in (None, Severity.info):  # what could not be told weighs more than a remark
            kind = "partial" if partial else worst or "sound"
        verdict = f"<b>{say('verdict', lang)}</b>　{escape(self.findings.summary(lang))}"
        yield f'<p class="verdict {kind}">{verdict}</p>'
        if report.form is not None:
            yield f'<p class="legend">{self._legend()}</p>'

    def _legend(self) -> str:
        lang = self.lang
        parts = [
            f'<span class="kind {level}">①{say(level, lang)}</span>'
            for level in Severity
            if any(finding.severity == level and finding.paths for finding in self.findings)
        ]
        if self.suspects:
            parts.append(say("legend-suspect", lang))
        if self.reading is not None and self.reading.doubtful:
            parts.append(say("legend-doubt", lang))
        if self.findings.wanting:
            parts.append(f'<span class="wanting">{say("legend-wanting", lang)}</span>')
        return "　".join(parts)

    def _suspicions(self) -> Iterator[str]:
        if self.suspects:
            yield f"<h2>{say('suspects', self.lang)}</h2>"
            yield '<ul class="plain">'
            for suspect in self.suspects:
                yield f"<li>{escape(suspect.message(self.lang))}</li>"
            yield "</ul>"

    def _tables(self, form: Form) -> Iterator[str]:
        marked = Marked(
            report=self.report,
            marks=self.marks,
            suspects=frozenset(suspect.path for suspect in self.suspects if not suspect.alternative),
            evidence=self.reading.evidence if self.reading is not None else {},
            wanting=frozenset(self.findings.wanting),
            lang=self.lang,
        )
        for table in layout(self.report):
            yield f'<section id="report-{self.number}-{table.name}">'
            heading = table.heading if self.lang == "zh" else table.english[:1].upper() + table.english[1:]
            yield f"<h2>{escape(heading)}</h2>"
            if getattr(self.report, table.name) is None:
                yield f"<p>{say('not-printed', self.lang)}</p>"
            else:
                yield from table_lines(table, marked)
            here = [f for f in self.findings if f.paths and form.field(f.paths[0]).table == table.name]
            yield from self._listed(here)
            yield "</section>"

    def _elsewhere(self) -> Iterator[str]:
        rest = [finding for finding in self.findings if not finding.paths]
        if rest:
            yield "<section>"
            yield f"<h2>{say('elsewhere', self.lang)}</h2>"
            yield from self._listed(rest)
            yield "</section>"

    def _listed(self, findings: Sequence[Finding]) -> Iterator[str]:
        if not findings:
            return
        yield '<ol class="findings">'
        for finding in findings:
            level, number = finding.severity, self.numbers[id(finding)]
            yield (
                f'<li class="{level}" id="{self._anchor(finding)}"><span class="number">{number}</span>'
                f'<span class="kind {level}">{say(level, self.lang)} {escape(finding.check)}</span>'
                f"{escape(finding.message(self.lang))}{self._asides(finding)}</li>"
            )
        yield "</ol>"

    def _asides(self, finding: Finding) -> str:
        lang = self.lang
        found = []
        if hint := finding.hint(lang):
            found.append(hint)
        basis = say("basis", lang).format(finding.citation) + "　" if finding.citation else ""
        found.append(basis + say("fingerprint", lang).format(finding.fingerprint))
        return "".join(f'<span class="aside">{escape(text)}</span>' for text in found)

    def _anchor(self, finding: Finding) -> str:
        return f"finding-{self.number}-{self.numbers[id(finding)]}"

    def _accepted(self) -> Iterator[str]:
        if not self.findings.accepted:
            return
        yield f"<details open><summary>{say('accepted', self.lang)} ({len(self.findings.accepted)})</summary>"
        yield '<ul class="plain">'
        for finding in self.findings.accepted:
            reason = say("reason", self.lang).format(finding.accepted or "")
            yield f"<li>{escape(finding.check)} {escape(finding.message(self.lang))} {escape(reason)}</li>"
        yield "</ul></details>"

    def _unanswered(self) -> Iterator[str]:
        lacking = self.findings.unanswered
        if not lacking:
            return
        lang = self.lang
        yield f"<details open><summary>{say('unanswered', lang)} ({len(lacking)})</summary>"
        yield '<ul class="plain columns">'
        for one in lacking:
            why = say("wanting", lang).format(len(one.paths)) if one.paths else say("of-others", lang)
            yield f"<li>{escape(one.check)} {escape(one.label(lang))}{_COLON[lang]}{why}</li>"
        yield "</ul></details>"

    def _foot(self) -> Iterator[str]:
        from gov_disclosure import __version__

        lang = self.lang
        said = []
        source = self.reading.source if self.reading is not None else None
        name = self.name or (source.document if source is not None else None)
        if name:
            said.append(say("document", lang).format(name))
        if source is not None and source.sha256:
            said.append(f"SHA-256 {source.sha256}")
        stamp = self.findings.profile
        if stamp:
            said.append(say("profile", lang).format(" ".join(stamp.values())))
        said.append(say("by", lang).format(__version__))
        yield f"<footer>{escape(' · '.join(said))}</footer>"
