"""``gov-disclosure inspect``: what a reader saw, and where each figure stands in the document."""

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.shown import notice_lines
from gov_disclosure.cli.sources import (
    STANDARD_INPUT,
    ReadOptions,
    blame,
    guarded,
    names,
    outcomes,
    reading_options,
)
from gov_disclosure.cli.words import say
from gov_disclosure.model.drawing import figure
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.documents import Cell, Document
    from gov_disclosure.model.errors import Lang
    from gov_disclosure.readers import Options, Reader
    from gov_disclosure.reading import Evidence, Reading
    from gov_disclosure.writers.terminal import Line

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Print the evidence behind a reading, or the document as its reader saw it; or draw a page of it."""
    meant, options = names(arguments.files, arguments.output), reading_options(arguments)
    if arguments.page is not None or arguments.output is not None:
        _draw(meant[0], options, arguments, console)
        return
    if arguments.document:
        for name in meant:
            document = guarded(name, partial(_document, name, options))
            if isinstance(document, GovDisclosureError):
                blame(name, document, console)
            else:
                console.lines(_blocks(document, console.lang))
        return
    for _, outcome in outcomes(meant, options, console):
        if not isinstance(outcome, GovDisclosureError):
            console.lines(_evidence(outcome, every=arguments.all, lang=console.lang))
            console.lines(notice_lines(outcome, lang=console.lang, columns=console.columns))


def _draw(name: str, options: ReadOptions, arguments: argparse.Namespace, console: Console) -> None:
    """Write the picture of a page, unless there is a file in its place already."""
    from gov_disclosure.writers import TargetExists, WriteError
    from gov_disclosure.writers.files import put_in_place, refuse_existing

    if arguments.page is None:
        raise UsageError("output-needs-page")
    if arguments.output is None:
        raise UsageError("page-needs-output")
    if arguments.document or arguments.all:
        raise UsageError("page-alone")
    if not arguments.output.lower().endswith(".png"):
        raise UsageError("picture-ending", arguments.output)
    try:
        refuse_existing(arguments.output, overwrite=arguments.force)
        picture = guarded(name, partial(_picture, name, options, arguments.page))
        if picture is None:
            raise UsageError("page-of-no-pdf", name)
        if isinstance(picture, GovDisclosureError):
            blame(name, picture, console)
        else:
            put_in_place(arguments.output, picture, overwrite=arguments.force)
    except WriteError as error:
        console.complain(error.message(console.lang))
        console.worsen(2 if isinstance(error, TargetExists) else 3)


def _picture(name: str, options: ReadOptions, page: int) -> bytes | None:
    """The picture of a page; None for a document that is no PDF file."""
    from gov_disclosure.readers.pdf import PdfReader, inspect_page

    reader, content, how = _opened(name, options)
    return inspect_page(content, page, how) if isinstance(reader, PdfReader) else None


def _document(name: str, options: ReadOptions) -> "Document":
    reader, content, how = _opened(name, options)
    return reader.read(content, how)


def _opened(name: str, options: ReadOptions) -> "tuple[Reader, bytes, Options]":
    """The reader of a file, what the file holds, and how to read it."""
    from gov_disclosure.readers import Options, pick_reader
    from gov_disclosure.reading import Limits, Unreadable

    limits = Limits()
    try:
        with sys.stdin.buffer if name == STANDARD_INPUT else Path(name).open("rb") as file:
            content = file.read(limits.max_bytes + 1)
    except OSError as error:
        raise Unreadable(reason=error.strerror or str(error)) from error
    limits.check_bytes(len(content))
    how = Options(name=name, engine=options.get("engine"), password=options.get("password"), limits=limits)
    return pick_reader(content, name, options.get("format")), content, how


def _blocks(document: "Document", lang: "Lang") -> "Iterator[Line]":
    from gov_disclosure.documents import Table
    from gov_disclosure.writers.terminal import Span

    by = " / ".join(part for part in (document.reader, document.engine) if part)
    yield (Span(f"{say('reader', lang)}: {by}", "title"),)
    for meta in document.metadata:
        yield (Span(f"{meta.name}: ", "quiet"), Span(meta.value))
    tables = 0
    for block in document.blocks:
        where = f"  @ {block.place.describe(lang)}" if block.place is not None else ""
        if isinstance(block, Table):
            tables += 1
            size = say("table-of", lang).format(tables, block.row_count, block.column_count)
            yield (Span(f"── {size}", "head"), Span(where, "quiet"))
            for row in block.rows():
                yield (Span(" | ".join(map(_cell, row))),)
        else:
            marks = ("#" if block.heading else "") + ("" if block.whole else "~")
            yield (Span(f"{marks or '¶'} ", "head"), Span(block.text), Span(where, "quiet"))


def _cell(cell: "Cell") -> str:
    text = cell.text.replace("\n", "⏎")
    span = f" [{cell.rowspan}×{cell.colspan}]" if (cell.rowspan, cell.colspan) != (1, 1) else ""
    return f"{text}{'?' if cell.doubt else ''}{span}"


def _evidence(reading: "Reading", *, every: bool, lang: "Lang") -> "Iterator[Line]":
    from gov_disclosure.writers.terminal import Span

    source, report = reading.source, reading.report
    by = " / ".join(part for part in (source.reader, source.engine) if part)
    yield (Span(f"{say('source', lang)}: {source.document or '-'}", "title"),)
    yield (Span(f"sha256: {source.sha256 or '-'}  {say('reader', lang)}: {by or '-'}", "quiet"),)
    plain_cells = 0
    for path, evidence in reading.evidence.items():
        metadata = report.form is None or report.form.get(path) is None
        if not (every or metadata or _noteworthy(evidence)):
            plain_cells += 1
            continue
        value = str(getattr(report, path)) if metadata else figure(report[path]) or say("blank", lang)
        yield (
            Span(f"{path} = {value}"),
            Span("?" if evidence.doubt else "", "doubt"),
            Span(_remarks(evidence, lang), "quiet"),
        )
        for other in evidence.others:
            yield (Span(f"  {say('also', lang)}{_remarks(other, lang)}", "quiet"),)
    for stray in reading.unplaced:
        where = f"  @ {stray.place.describe(lang)}" if stray.place is not None else ""
        foreign = f"  ({stray.foreign_path})" if stray.foreign_path else ""
        yield (
            Span(f"{say('unplaced', lang)}: ", "doubt"),
            Span(f"{stray.raw!r}  {' / '.join(stray.labels)}{foreign}{where}"),
        )
    if plain_cells:
        count = len(report.form.fields) if report.form is not None else plain_cells
        yield (Span(say("cells-plain", lang).format(plain_cells, count), "quiet"),)


def _noteworthy(evidence: "Evidence") -> bool:
    plain_kind = evidence.kind in ("number", "blank", "absent")
    return bool(evidence.doubt or evidence.flags or evidence.others or not plain_kind)


def _remarks(evidence: "Evidence", lang: "Lang") -> str:
    parts = [] if evidence.raw is None else [repr(evidence.raw)]
    parts.append(evidence.kind)
    parts += evidence.flags
    if evidence.place is not None and (where := evidence.place.describe(lang)):
        parts.append(f"@ {where}")
    return "  " + "  ".join(parts)
