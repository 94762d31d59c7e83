"""What a check sees: one report laid out flat, last year's, the parts, the evidence, and the settings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias, cast

import attrs

from gov_disclosure.checks.findings import Operand, Unanswered
from gov_disclosure.checks.formula import Identity
from gov_disclosure.checks.layout import Layout, layout_of
from gov_disclosure.checks.settings import Settings
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, FormRow
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.narrative import Statement, statements
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.notices import Severity
from gov_disclosure.reading.reading import Reading

__all__ = ["NONE_MARKS", "Breach", "Case", "Checkable"]

Checkable: TypeAlias = AnnualReport | Reading

#: Words that stand for "none" in a cell.
NONE_MARKS = frozenset({"无", "無", "没有", "未发生", "/", "-", "—", "——", "－", "／"})

_NOTHING_PRINTED = frozenset({"blank", "dash", "slash"})
_SECTIONS = attrgetter(*(section.name for section in SECTIONS))
_UNSURE_FLAGS = frozenset({"repaired", "ocr"})


@attrs.frozen(kw_only=True)
class Breach:
    """What a check hands back where it does not hold; the engine makes a finding of it.

    ``severity`` overrides the check's own. ``params`` fill the check's sentences.
    """

    operands: tuple[Operand, ...] = ()
    expected: int | Decimal | None = None
    actual: int | Decimal | None = None
    params: Mapping[str, Any] = attrs.field(factory=dict)
    identity: Identity | None = None
    assumed: bool = False
    certain_despite_blanks: bool = False
    severity: Severity | None = None


class Case:
    """One report under check.

    ``values`` holds its cells in the form's order. ``previous`` are the cases of the years before it, last
    year's first, as far as their years follow on (``skipped_year`` is that of the first, where it does not); ``parts``
    those of the organs it adds up. ``name`` says which report this one is.
    """

    __slots__ = (
        "_active",
        "_paragraphs",
        "_statements",
        "_text",
        "_totals",
        "_zeroable",
        "answered",
        "assumed",
        "blank_as_zero",
        "layout",
        "name",
        "parts",
        "previous",
        "printed",
        "reading",
        "report",
        "settings",
        "skipped_year",
        "unanswered",
        "values",
    )

    def __init__(
        self,
        subject: Checkable,
        *,
        settings: Settings,
        previous: "Sequence[Case]" = (),
        parts: "Sequence[Case]" = (),
        blank_as_zero: bool = False,
        name: str = "current",
    ) -> None:
        self.reading = subject if isinstance(subject, Reading) else None
        self.report: AnnualReport = subject.report if isinstance(subject, Reading) else subject
        self.settings = settings
        self.previous, self.skipped_year = _consecutive(self.report.year, previous)
        self.parts = tuple(parts)
        self.blank_as_zero = blank_as_zero
        self.name = name
        self.layout: Layout | None = layout_of(type(self.report))
        self.values: list[Value] = []
        self.printed: list[bool] = []
        if self.layout is not None:
            self.values, self.printed = self.layout.values(self.report)
        self.answered = 0
        self.assumed = 0
        self.unanswered: list[Unanswered] = []
        self._active: tuple[str, ...] | None = None
        self._zeroable: dict[int, bool] = {}
        self._totals: dict[int, list[tuple[int, ...]]] | None = None
        self._paragraphs: tuple[str, ...] | None = None
        self._text: str | None = None
        self._statements: tuple[Statement, ...] | None = None

    # -- what the report holds ------------------------------------------------------------------------

    def value(self, path: str) -> Value:
        """The cell at ``path``; None where it is blank, not printed, or the form has no such cell."""
        place = self.layout.index.get(path) if self.layout is not None else None
        return None if place is None else self.values[place]

    def field(self, path: str) -> Field:
        """What the form prints for the cell at ``path``."""
        assert self.layout is not None
        return self.layout.fields[self.layout.index[path]]

    def row_of(self, path: str) -> FormRow:
        """The printed row in which the cell at ``path`` stands."""
        assert self.layout is not None
        return self.layout.rows[self.layout.row_of[self.layout.index[path]]]

    def rows(self, table: str) -> Iterator[FormRow]:
        """The rows of one table, in printed order; none where the report has no such table."""
        if self.layout is not None:
            prefix = table + "."
            for row in self.layout.rows:
                if row.path.startswith(prefix):
                    yield row

    def evidence(self, path: str) -> Evidence | None:
        """What the document prints for the cell at ``path``, where the report was read from one."""
        return self.reading.evidence.get(path) if self.reading is not None else None

    def unsure(self, path: str) -> bool:
        """Whether the cell is in doubt, was mended, or was read by OCR."""
        evidence = self.evidence(path)
        return evidence is not None and (evidence.doubt or not _UNSURE_FLAGS.isdisjoint(evidence.flags))

    def operand(self, path: str) -> Operand:
        """The cell at ``path`` as a finding shows it."""
        evidence = self.evidence(path)
        if evidence is None:
            return Operand(path=path, value=self.value(path), report=self.name)
        return Operand(
            path=path,
            value=self.value(path),
            raw=evidence.raw,
            place=evidence.place,
            doubt=self.unsure(path),
            report=self.name,
        )

    def operands(self, paths: Iterable[str]) -> tuple[Operand, ...]:
        """The cells at ``paths`` as a finding shows them."""
        return tuple(self.operand(path) for path in paths)

    def text(self, *sections: str) -> str:
        """The paragraphs of the named sections of the narrative, joined; all sections where none is named."""
        if sections:
            narrative = self.report.narrative
            return "\n".join(text for name in sections for text in getattr(narrative, name) or ())
        if self._text is None:
            self._text = "\n".join(self.paragraphs)
        return self._text

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the narrative, section by section."""
        if self._paragraphs is None:
            self._paragraphs = tuple(chain.from_iterable(filter(None, self.sections)))
        return self._paragraphs

    @property
    def sections(self) -> "tuple[tuple[str, ...] | None, ...]":
        """The paragraphs of each section of the narrative; None where its heading is not printed."""
        return cast("tuple[tuple[str, ...] | None, ...]", _SECTIONS(self.report.narrative))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The figures that the text gives, found when first asked for."""
        if self._statements is None:
            self._statements = statements(self.report)
        return self._statements

    def back(self, years: int) -> "Case | None":
        """The case of an earlier year: 1 for last year's. None where it was not given."""
        return self.previous[years - 1] if 0 < years <= len(self.previous) else None

    # -- the ways of printing a form ------------------------------------------------------------------

    @property
    def variants(self) -> tuple[str, ...]:
        """The ways of printing the form that this report uses: those with figures in them; else those whose
        rows are printed; else the official one. More than one is a contradiction."""
        if self._active is None:
            self._active = self._find_variants()
        return self._active

    def _find_variants(self) -> tuple[str, ...]:
        layout = self.layout
        if layout is None or not layout.variants:
            return ()
        filled: dict[str, None] = {}
        there: dict[str, None] = {}
        for number, first, end in layout.optional:
            if self.printed[number]:
                variant = layout.rows[number].variant
                there[variant] = None
                if any(value is not None for value in self.values[first:end]):
                    filled[variant] = None
        return tuple(filled) or tuple(there if len(there) == 1 else ()) or (layout.variants[-1],)

    # -- blanks taken for zero ------------------------------------------------------------------------

    def zeroable(self, place: int) -> bool:
        """Whether a cell may be counted as 0 when blanks are: its row is printed, nothing (or a word for
        none)
        stands in it, and it is not the total of figures that are there. What is unread, and what stands in a
        row that is not printed, never may: a figure may have been lost there."""
        known = self._zeroable.get(place)
        if known is None:
            known = self._zeroable[place] = self._find_zeroable(place)
        return known

    def _find_zeroable(self, place: int) -> bool:
        layout = self.layout
        if layout is None or self.values[place] is not None or not self.printed[layout.row_of[place]]:
            return False
        evidence = self.evidence(layout.fields[place].path)
        if evidence is not None and (
            evidence.doubt or not (evidence.kind in _NOTHING_PRINTED or _means_none(evidence))
        ):
            return False
        return all(
            self.values[part] == 0 or (self.values[part] is None and self.zeroable(part))
            for parts in self._parts_of(place)
            for part in parts
        )

    def _parts_of(self, place: int) -> list[tuple[int, ...]]:
        assert self.layout is not None
        if self._totals is None:
            self._totals = {}
            for compiled in self.layout.sums():
                if not compiled.choosy or compiled.identity.variant in self.variants:
                    self._totals.setdefault(compiled.right[0], []).append(compiled.left)
        return self._totals.get(place, [])


def _consecutive(year: int | None, previous: "Sequence[Case]") -> "tuple[tuple[Case, ...], int | None]":
    """The earlier reports as far as their years follow on; the year of the first, where not even that does."""
    kept: list[Case] = []
    for years, earlier in enumerate(previous, 1):
        if year is not None and earlier.report.year not in (None, year - years):
            return tuple(kept), None if kept else earlier.report.year
        kept.append(earlier)
    return tuple(kept), None


def _means_none(evidence: Evidence) -> bool:
    return evidence.kind == "text" and (evidence.raw or "").strip() in NONE_MARKS
