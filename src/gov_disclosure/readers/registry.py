"""Which reader is for which content: the built-in ones in a table, others by entry point."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple, cast

from gov_disclosure import reading
from gov_disclosure.readers.kinds import (
    OLE,
    ZIP,
    is_markdown,
    office_zip_kind,
    ole_kind,
    refuse_empty,
    refuse_foreign,
)
from gov_disclosure.readers.protocol import Reader

__all__ = ["BUILT_IN", "BuiltIn", "installed_readers", "pick_reader"]

_HEAD = 65_536


class BuiltIn(NamedTuple):
    """A reader of this library, imported when it is needed."""

    name: str
    target: str  # module:class
    suffixes: tuple[str, ...]
    what: str

    def load(self) -> Reader:
        """The reader."""
        module, _, cls = self.target.partition(":")
        return cast(Reader, getattr(import_module(module), cls)())


BUILT_IN: dict[str, BuiltIn] = {
    reader.name: reader
    for reader in (
        BuiltIn(name="pdf", target="gov_disclosure.readers.pdf:PdfReader", suffixes=(".pdf",), what="PDF"),
        BuiltIn(
            name="mht",
            target="gov_disclosure.readers.html:MhtReader",
            suffixes=(".mht", ".mhtml"),
            what="saved web page (MHTML)",
        ),
        BuiltIn(
            name="html",
            target="gov_disclosure.readers.html:HtmlReader",
            suffixes=(".html", ".htm", ".xhtml"),
            what="web page",
        ),
        BuiltIn(
            name="docx",
            target="gov_disclosure.readers.docx:DocxReader",
            suffixes=(".docx",),
            what="Word, WPS",
        ),
        BuiltIn(
            name="doc",
            target="gov_disclosure.readers.legacy:LegacyReader",
            suffixes=(".doc", ".wps"),
            what="old Word, WPS",
        ),
        BuiltIn(
            name="xlsx",
            target="gov_disclosure.readers.sheets:SheetsReader",
            suffixes=(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".et"),
            what="Excel, WPS, LibreOffice sheets",
        ),
        BuiltIn(
            name="markdown",
            target="gov_disclosure.readers.markdown:MarkdownReader",
            suffixes=(".md", ".markdown"),
            what="Markdown",
        ),
        BuiltIn(
            name="text",
            target="gov_disclosure.readers.text:TextReader",
            suffixes=(".txt",),
            what="plain text",
        ),
    )
}


def pick_reader(content: bytes, name: str | None, format_: str | None) -> Reader:
    """The reader for some content, or the one asked for by name.

    Raises :class:`~gov_disclosure.UnknownFormat` where there is none.
    """
    if format_ is not None:
        return _named(format_)
    refuse_empty(content)
    head = content[:_HEAD]
    try:
        return _built_in(content, head, name)
    except reading.UnknownFormat:
        # other packages are asked only about what no reader of this library knows
        for reader in installed_readers():
            if reader.recognises(head, name):
                return reader
        raise


def _built_in(content: bytes, head: bytes, name: str | None) -> Reader:
    kind = _kind(content, head)
    if kind is not None:
        return BUILT_IN[kind].load()
    refuse_foreign(content)
    named = name is not None and name.lower().endswith(BUILT_IN["markdown"].suffixes)
    if is_markdown(head, named=named):
        return BUILT_IN["markdown"].load()
    for likely in _likely_pages(head):
        reader = BUILT_IN[likely].load()
        if reader.recognises(head, name):
            return reader
    reader = BUILT_IN["text"].load()
    if not reader.recognises(head, name):
        raise reading.UnknownFormat
    return reader


def _likely_pages(head: bytes) -> tuple[str, ...]:
    """The readers of web pages that are worth importing: they are costly, and a page without a bracket is none."""
    if head.startswith(_BRACKETS):
        return ("html",)  # a saved message begins with its headers
    letters = head.replace(b"\x00", b"").lower()
    return tuple(reader for reader, mark in _MARKS.items() if mark in letters)


_MARKS = {"mht": b"mime-version", "html": b"<"}
_BRACKETS = (b"<", BOM_UTF8 + b"<")


def _kind(content: bytes, head: bytes) -> str | None:
    if b"%PDF" in head[:1024]:
        return "pdf"
    if head.startswith(ZIP):
        kind = office_zip_kind(content)
        return "docx" if kind == "docx" else "xlsx"
    if head.startswith(OLE):
        kind = ole_kind(content)
        if kind == "encrypted":
            raise reading.Encrypted
        return "xlsx" if kind == "xls" else "doc"
    return None


def _named(name: str) -> Reader:
    if name in BUILT_IN:
        return BUILT_IN[name].load()
    alias = {
        suffix.removeprefix("."): reader.name for reader in BUILT_IN.values() for suffix in reader.suffixes
    }
    if name in alias:
        return BUILT_IN[alias[name]].load()
    for reader in installed_readers():
        if reader.name == name:
            return reader
    known = ", ".join(BUILT_IN)
    raise reading.UnknownFormat(
        found=f"asked to be read as {name!r}",
        found_zh=f"要求按“{name}”读取的文件",
        advice=f"known formats are {known}",
        advice_zh=f"可用的格式有 {known}",
    )


def installed_readers() -> Iterator[Reader]:
    """Readers that other packages bring by the entry point ``gov_disclosure.readers``."""
    from gov_disclosure.reading.installed import entry_points

    for point in entry_points("gov_disclosure.readers"):
        found: Any = point.load()
        yield cast(Reader, found() if isinstance(found, type) else found)
