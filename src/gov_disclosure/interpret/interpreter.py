"""From a neutral document to readings: sections, tables, edition, cells, particulars, text."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

import attrs

from gov_disclosure import reading
from gov_disclosure.documents import Block, Document, Paragraph, Table
from gov_disclosure.interpret.as_drawn import Drawings, drawings_of, take_as_drawn
from gov_disclosure.interpret.assembly import Assembled, assemble
from gov_disclosure.interpret.building import build_report
from gov_disclosure.interpret.editions import Decision, decide_form
from gov_disclosure.interpret.gate import require_report
from gov_disclosure.interpret.half_characters import without_half_characters
from gov_disclosure.interpret.items import place_items
from gov_disclosure.interpret.lone_rows import without_lone_rows
from gov_disclosure.interpret.missing import say_what_is_missing
from gov_disclosure.interpret.narrative import TextLine, Wrapping, heal, text_lines, wrapping_of
from gov_disclosure.interpret.open_end import doubt_open_end
from gov_disclosure.interpret.pages import without_page_numbers
from gov_disclosure.interpret.particulars import Particulars, find_particulars
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.sections import SectionSpan, find_sections
from gov_disclosure.interpret.several import split_reports
from gov_disclosure.interpret.tables import TableReaders
from gov_disclosure.interpret.unsaid import say_what_is_in_doubt
from gov_disclosure.language.folding import whole_characters
from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.narrative import SECTIONS, Narrative
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import notice
from gov_disclosure.reading.reading import Reading, Source

__all__ = ["interpret"]

_LONGEST_PARAGRAPH = 500_000  # characters; a text without a break of any kind is no report


def interpret(
    document: Document,
    *,
    form: Form | None = None,
    source: Source | None = None,
    limits: Limits | None = None,
) -> tuple[Reading, ...]:
    """The readings of all reports that a document holds, in order.

    Raises :class:`~gov_disclosure.NotAReport` where it holds none, and :class:`~gov_disclosure.UnknownForm` where
    the edition of the form cannot be told.
    """
    bounds = limits or Limits()
    bounds.check_cells(sum(len(table.cells) for table in document.tables) + len(document.blocks))
    longest = max([len(block.text) for block in document.blocks if isinstance(block, Paragraph)], default=0)
    if longest > _LONGEST_PARAGRAPH:
        raise reading.TooLarge(limit="max_paragraph", allowed=_LONGEST_PARAGRAPH, found=str(longest))
    document = without_half_characters(document)
    drawings = drawings_of(document.tables)
    whole = tuple(without_lone_rows(document.blocks, drawings))
    blocks = tuple(without_page_numbers(tuple(_simple_blocks(whole))))
    source = source or Source(reader=document.reader, engine=document.engine)
    return tuple(_read_one(part, document, drawings, form, source) for part in split_reports(blocks))


def _simple_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with paragraphs of several lines taken apart."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block
            continue
        text = block.text
        if not text or not text.strip(" \t\r\n\u3000\xa0"):
            continue
        if (plain := whole_characters(text)) != text:
            block = attrs.evolve(block, text=plain)
        if "\n" in text and "\n" in plain.strip():
            for line in plain.split("\n"):
                yield attrs.evolve(block, text=line)
        else:
            yield block


def _read_one(
    blocks: Sequence[Block], document: Document, drawings: Drawings, wanted: Form | None, source: Source
) -> Reading:
    spans = find_sections(blocks)
    harvest = Harvest()
    if not take_as_drawn([block for block in blocks if isinstance(block, Table)], drawings, harvest):
        _read_tables(blocks, spans, harvest)
    used: set[int] = set()
    if any(table.name not in harvest.tables for table in editions()[-1].tables):
        from gov_disclosure.interpret.streams import read_streams

        used = read_streams(blocks, spans, harvest)
    doubt_open_end(blocks, used, harvest, document.open_end)
    lines = text_lines(blocks, used)
    wrapping = wrapping_of(lines)
    first = spans[0].heading if spans else len(blocks)
    stretches = _stretches(first, spans, lines, wrapping)
    particulars = _particulars(blocks, spans, lines, stretches, document)
    require_report(blocks, spans, harvest, particulars, document)
    harvest.notices[:0] = [*document.notices, *particulars.notices]
    decision: Decision | None = None
    cells = Assembled()
    if harvest.rows or harvest.items:
        decision = decide_form(harvest, particulars.year, wanted)
        rows = [*place_items(decision.form, harvest), *harvest.rows]
        cells = assemble(decision.form, rows, harvest)
        if harvest.open or "unread" in {evidence.kind for evidence in cells.evidence.values()}:
            from gov_disclosure.interpret.solving import settle

            settle(decision.form, cells, harvest)
        if harvest.streamed:
            from gov_disclosure.interpret.solving import doubt_torn_rows

            doubt_torn_rows(decision.form, cells, harvest)
        if harvest.streamed or any(not item.aligned for item in harvest.items):
            from gov_disclosure.interpret.unproved import doubt_unproved_rows

            doubt_unproved_rows(decision.form, cells, harvest)
        if decision.assumed:
            params = {"form": str(decision.form), "year": particulars.year}
            harvest.notices.append(notice("form-assumed", params=params))
        harvest.notices += say_what_is_missing(decision.form, cells.printed_rows)
        harvest.notices += say_what_is_in_doubt(decision.form, cells.evidence, harvest.notices)
    else:
        harvest.notices.append(notice("no-tables"))
    headed = [span.section for span in spans]
    if headed != [section for section in SECTIONS if section in headed]:
        order = "、".join(section.number for section in headed)
        harvest.notices.append(notice("sections-reordered", params={"order": order}))
    narrative, preamble = _text(first, spans, stretches, wrapping, particulars)
    report = build_report(
        decision.form if decision is not None else None,
        cells,
        harvest.tables,
        particulars,
        preamble,
        narrative,
    )
    evidence: dict[str, Evidence] = {}
    for name, printed in (
        ("title", particulars.title),
        ("issuer", particulars.issuer),
        ("year", particulars.year_from),
        ("period", particulars.period),
    ):
        if printed is not None:
            evidence[name] = printed.evidence()
    evidence |= cells.evidence
    if decision is not None and decision.assumed:
        evidence = {
            path: attrs.evolve(found, flags=(*found.flags, "form-assumed"))
            if found.kind != "absent"
            else found
            for path, found in evidence.items()
        }
    return Reading(
        report=report,
        evidence=evidence,
        unplaced=tuple(harvest.unplaced),
        notices=tuple(harvest.notices),
        source=source,
    )


def _read_tables(blocks: Sequence[Block], spans: Sequence[SectionSpan], harvest: Harvest) -> None:
    readers = TableReaders(harvest=harvest)
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            section = next((span.section.name for span in spans if span.start <= place < span.end), None)
            readers.read(block, section)
    readers.finish()


class _Stretch(NamedTuple):
    """The lines before the first heading, or those under one, with the paragraphs that they make."""

    lines: tuple[TextLine, ...]
    healed: tuple[tuple[str, TextLine], ...]

    @classmethod
    def of(cls, lines: Iterable[TextLine], wrapping: Wrapping) -> "_Stretch":
        """The stretch of some lines."""
        kept = tuple(lines)
        return cls(kept, tuple(heal(kept, wrapping)))

    def without(self, aside: Container[int], wrapping: Wrapping) -> tuple[str, ...]:
        """The paragraphs, but for lines set aside."""
        healed = self.healed
        if any(line.at in aside for line in self.lines):
            healed = tuple(heal([line for line in self.lines if line.at not in aside], wrapping))
        return tuple(text for text, _ in healed)


def _stretches(
    first: int, spans: Sequence[SectionSpan], lines: Sequence[TextLine], wrapping: Wrapping
) -> tuple[_Stretch, ...]:
    bounds = [(0, first), *((span.start, span.end) for span in spans)]
    places = [line.at for line in lines]
    return tuple(
        _Stretch.of(lines[bisect_left(places, start) : bisect_left(places, end)], wrapping)
        for start, end in bounds
    )


def _particulars(
    blocks: Sequence[Block],
    spans: Sequence[SectionSpan],
    lines: Sequence[TextLine],
    stretches: Sequence[_Stretch],
    document: Document,
) -> Particulars:
    first = spans[0].heading if spans else len(blocks)
    head = [(place, block) for place, block in enumerate(blocks[:first]) if isinstance(block, Paragraph)]
    last = spans[-1].start if spans else 0
    tail = [(line.at, line.source) for line in lines if line.at >= last][-12:]
    healed = [(text, line.source) for stretch in stretches for text, line in stretch.healed]
    return find_particulars(head, tail, healed, document.metadata)


def _text(
    first: int,
    spans: Sequence[SectionSpan],
    stretches: Sequence[_Stretch],
    wrapping: Wrapping,
    particulars: Particulars,
) -> tuple[Narrative, tuple[str, ...]]:
    aside = particulars.used | particulars.fields | particulars.signature
    title_end = max(particulars.used, default=-1) + 1
    above = range(title_end if title_end <= first else 0)
    preamble = stretches[0].without(aside | set(above), wrapping)
    sections: dict[str, tuple[str, ...]] = {}
    for span, stretch in zip(spans, stretches[1:], strict=True):
        tail = (span.tail,) if span.tail else ()
        sections[span.section.name] = (*tail, *stretch.without(aside, wrapping))
    return Narrative(**{section.name: sections.get(section.name) for section in SECTIONS}), preamble
