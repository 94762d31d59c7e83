"""A report as the pieces that any office document is put together from, and small archives to put them in."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.layout import PrintedTable, layout
from gov_disclosure.model.narrative import SECTIONS

__all__ = ["Piece", "differences", "pieces_of", "zipped"]

#: ``title``, ``text`` or ``heading`` with a string, or ``table`` with a drawn table.
Piece: TypeAlias = tuple[str, str] | tuple[str, PrintedTable]


def pieces_of(report: AnnualReport) -> Iterator[Piece]:
    """Title, preamble, and the sections in order with their text and tables."""
    if report.title:
        yield "title", report.title
    for text in report.preamble:
        yield "text", text
    tables = {table.name: table for table in layout(report)}
    for section in SECTIONS:
        paragraphs = getattr(report.narrative, section.name)
        table = tables.get(section.name)
        if paragraphs is None and table is None:
            continue
        yield "heading", section.heading
        for text in paragraphs or ():
            yield "text", text
        if table is not None:
            yield "table", table


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of some parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def differences(report: AnnualReport, read: AnnualReport) -> dict[str, tuple[object, object]]:
    """The cells of a report that were read otherwise, with both values."""
    found = dict(read.cells())
    return {path: (value, found.get(path)) for path, value in report.cells() if found.get(path) != value}
