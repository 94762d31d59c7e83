"""The fast engine: characters and rules of each page from PDFium (extra ``pdfium``)."""

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from gov_disclosure import reading
from gov_disclosure.readers.pdf.content import PageContent, Run
from gov_disclosure.readers.pdf.pdfium_api import LOCK, Pdfium, pdfium
from gov_disclosure.readers.pdf.pdfium_shapes import find_losses, page_frame, read_shapes
from gov_disclosure.readers.pdf.pdfium_text import read_runs
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.streams import has_broken_fonts
from gov_disclosure.reading.limits import Deadline

if TYPE_CHECKING:
    from gov_disclosure.readers.pdf.pdfminer_engine import PdfminerFile

__all__ = ["PdfiumFile"]

_FIELDS = (3, 20)  # free text, form field
_PASSWORD_ERRORS = (4, 5)  # wrong password; a security scheme PDFium does not know
_META = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")


@attrs.define(kw_only=True, eq=False, repr=False)
class PdfiumFile:
    """An open file. Every method holds the process-wide lock while it is inside PDFium."""

    content: bytes  # PDFium reads from this memory as long as the file is open
    password: str | None
    tolerances: Tolerances
    deadline: Deadline
    _api: Pdfium
    _document: int | None
    page_count: int = 0
    _other: "PdfminerFile | None" = None
    _broken_fonts: bool | None = None

    @classmethod
    def open(
        cls, content: bytes, password: str | None, tolerances: Tolerances, deadline: Deadline
    ) -> "PdfiumFile":
        """Open a file; raises :class:`MissingExtra`, :class:`Encrypted` or :class:`Damaged`."""
        api = pdfium()
        with LOCK:
            document = api.FPDF_LoadMemDocument64(content, len(content), None)
            if not document and password is not None and api.FPDF_GetLastError() in _PASSWORD_ERRORS:
                document = api.FPDF_LoadMemDocument64(content, len(content), password.encode())
            if not document:
                if api.FPDF_GetLastError() in _PASSWORD_ERRORS:
                    raise reading.Encrypted()
                raise reading.Damaged(reason="its parts cannot be found", reason_zh="找不到文件的各个部分")
            return cls(
                content=content,
                password=password,
                tolerances=tolerances,
                deadline=deadline,
                api=api,
                document=document,
                page_count=api.FPDF_GetPageCount(document),
            )

    def close(self) -> None:
        """Give the memory back; may be called again."""
        with LOCK:
            if self._document:
                self._api.FPDF_CloseDocument(self._document)
            self._document = None

    @property
    def damaged(self) -> bool:
        """Whether the list of the file's parts was broken, and PDFium went by what it found."""
        with LOCK:
            return not self._api.FPDF_DocumentHasValidCrossReferenceTable(self._document)

    @property
    def has_attachments(self) -> bool:
        """Whether files are embedded in this one."""
        with LOCK:
            return bool(self._api.FPDFDoc_GetAttachmentCount(self._document) > 0)

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the file says of itself: title, author, producer and the like, where given."""
        found = []
        with LOCK:
            for name in _META:
                size = self._api.FPDF_GetMetaText(self._document, name.encode(), None, 0)
                if 2 < size < 65536:
                    buffer = ctypes.create_string_buffer(size)
                    self._api.FPDF_GetMetaText(self._document, name.encode(), buffer, size)
                    value = buffer.raw[: size - 2].decode("utf-16-le", "replace").strip()
                    if value:
                        found.append((name, value))
        return tuple(found)

    def pages(self) -> Iterator[PageContent | None]:
        """The pages one after the other; None for one that cannot be opened."""
        for index in range(self.page_count):
            self.deadline.check()
            yield self.page(index)

    def page(self, index: int) -> PageContent | None:
        """One page, counted from 0; None if it cannot be opened."""
        api = self._api
        with LOCK:
            page = api.FPDF_LoadPage(self._document, index)
            if not page:
                return None
            try:
                if self._has_fields(page) and api.FPDFPage_Flatten(page, 0) == 1:
                    # what is typed into form fields is painted over the page: make it part of the page
                    api.FPDF_ClosePage(page)
                    page = api.FPDF_LoadPage(self._document, index)
                frame = page_frame(api, page)
                tolerances = self.tolerances.for_page(frame.width, frame.height)
                # first, since a page that is to be refused for what it paints may have more text than can be sorted
                shapes = read_shapes(api, page, frame, tolerances, self.deadline)
                text_page = api.FPDFText_LoadPage(page)
                if text_page:
                    try:
                        runs = read_runs(api, text_page, frame, shapes)
                    finally:
                        api.FPDFText_ClosePage(text_page)
                else:
                    runs = []
                    find_losses(api, shapes)
            finally:
                api.FPDF_ClosePage(page)
        partial = False
        if shapes.lossy or (shapes.inkless and self._has_broken_fonts()):
            other = self._runs_of_pdfminer(index)
            runs, partial = (list(other), False) if other else (runs, True)
        return PageContent(
            number=index + 1,
            width=frame.width,
            height=frame.height,
            runs=tuple(runs),
            rules=tuple(shapes.rules),
            drawings=tuple(shapes.drawings),
            pictures=tuple(shapes.pictures),
            partial=partial,
        )

    def _has_broken_fonts(self) -> bool:
        if self._broken_fonts is None:
            self._broken_fonts = has_broken_fonts(self.content)
        return self._broken_fonts

    def _runs_of_pdfminer(self, index: int) -> tuple[Run, ...]:
        """The characters of a page as the other engine gives them."""
        from gov_disclosure.readers.pdf.pdfminer_engine import PdfminerFile

        if self._other is None:
            try:
                self._other = PdfminerFile.open(self.content, self.password, self.tolerances, self.deadline)
            except (reading.Damaged, reading.Encrypted):
                return ()
        other = self._other.page(index) if index < self._other.page_count else None
        return other.runs if other is not None else ()

    def _has_fields(self, page: int) -> bool:
        api = self._api
        for index in range(min(api.FPDFPage_GetAnnotCount(page), 10_000)):
            note = api.FPDFPage_GetAnnot(page, index)
            kind = api.FPDFAnnot_GetSubtype(note) if note else 0
            if note:
                api.FPDFPage_CloseAnnot(note)
            if kind in _FIELDS:
                return True
        return False
