"""Which writer is for which format: the built-in ones in a table, others by entry point."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import Any, cast

import attrs

from gov_disclosure.writers.errors import UnknownTarget
from gov_disclosure.writers.protocol import Writer

__all__ = ["BUILT_IN", "BuiltIn", "pick_writer"]


@attrs.frozen(kw_only=True)
class BuiltIn:
    """A writer of this library, imported when it is needed."""

    name: str
    target: str  # module:class
    suffixes: tuple[str, ...]
    what: str

    def load(self) -> Writer:
        """The writer."""
        module, _, cls = self.target.partition(":")
        return cast(Writer, getattr(import_module(module), cls)())


BUILT_IN: dict[str, BuiltIn] = {
    writer.name: writer
    for writer in (
        BuiltIn(
            name="json",
            target="gov_disclosure.interchange.writers:JsonWriter",
            suffixes=(".json",),
            what="report or reading, exact",
        ),
        BuiltIn(
            name="facts",
            target="gov_disclosure.interchange.writers:FactsWriter",
            suffixes=(".jsonl", ".ndjson"),
            what="one line a cell, with its evidence",
        ),
        BuiltIn(
            name="docx",
            target="gov_disclosure.writers.docx:DocxWriter",
            suffixes=(".docx",),
            what="official form for Word and WPS",
        ),
        BuiltIn(
            name="html",
            target="gov_disclosure.writers.html:HtmlWriter",
            suffixes=(".html", ".htm"),
            what="official form as a web page",
        ),
        BuiltIn(
            name="html-fragment",
            target="gov_disclosure.writers.html:FragmentWriter",
            suffixes=(".fragment.html",),
            what="official form to be pasted into a site's editor",
        ),
        BuiltIn(
            name="xlsx",
            target="gov_disclosure.writers.xlsx:XlsxWriter",
            suffixes=(".xlsx",),
            what="official form as a workbook",
        ),
        BuiltIn(
            name="markdown",
            target="gov_disclosure.writers.markdown:MarkdownWriter",
            suffixes=(".md", ".markdown"),
            what="official form as Markdown",
        ),
        BuiltIn(
            name="text",
            target="gov_disclosure.writers.text:TextWriter",
            suffixes=(".txt",),
            what="official form as plain text",
        ),
        BuiltIn(
            name="csv",
            target="gov_disclosure.writers.tabular.as_csv:CsvWriter",
            suffixes=(".csv",),
            what="tidy data, one line a cell, for spreadsheets and statistics",
        ),
        BuiltIn(
            name="parquet",
            target="gov_disclosure.writers.tabular.as_parquet:ParquetWriter",
            suffixes=(".parquet",),
            what="tidy data with its types",
        ),
        BuiltIn(
            name="arrow",
            target="gov_disclosure.writers.tabular.as_parquet:ArrowWriter",
            suffixes=(".arrow", ".feather"),
            what="tidy data with its types, not to be kept for long",
        ),
        BuiltIn(
            name="stata",
            target="gov_disclosure.writers.tabular.as_stata:StataWriter",
            suffixes=(".dta",),
            what="one row a report, labelled, with extended missing values",
        ),
    )
}


def pick_writer(target: str, format_: str | None) -> Writer:
    """The writer for a format, or for a file's ending; raises :class:`UnknownTarget` where there is none."""
    name = PurePath(target).name.lower()
    wanted = format_ if format_ is not None else PurePath(name).suffix
    if format_ is None:
        # Of two endings that fit, the longer one says more: .fragment.html is not any .html.
        fitting = [
            (len(suffix), writer)
            for writer in BUILT_IN.values()
            for suffix in writer.suffixes
            if name.endswith(suffix)
        ]
        if fitting:
            return max(fitting, key=lambda found: found[0])[1].load()
    for writer in BUILT_IN.values():
        if wanted == writer.name or wanted in writer.suffixes or f".{wanted}" in writer.suffixes:
            return writer.load()
    for installed in _installed_writers():
        if wanted == installed.name or wanted in installed.suffixes:
            return installed
    raise UnknownTarget(target=target, format=wanted, known=", ".join(BUILT_IN))


def _installed_writers() -> Iterator[Writer]:
    from gov_disclosure.reading.installed import entry_points

    for point in entry_points("gov_disclosure.writers"):
        found: Any = point.load()
        yield cast(Writer, found() if isinstance(found, type) else found)
