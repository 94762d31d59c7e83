"""The engine that is always there: characters and rules of each page from pdfminer.six, without its
layout."""

import io
import logging
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from gov_disclosure.readers.pdf.content import Box, PageContent
from gov_disclosure.readers.pdf.geometry import (
    multiply,
    page_matrix,
)
from gov_disclosure.readers.pdf.pdfminer_device import BoundedInterpreter, Collector
from gov_disclosure.readers.pdf.pdfminer_fields import appearances
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.streams import check_unpacked
from gov_disclosure.readers.pdf.unpacking import most_unpacked
from gov_disclosure.reading.errors import Damaged, Encrypted, ReadError
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["PdfminerFile"]

# what pdfminer.six finds odd goes to whoever listens to its log, and not to the standard error of whoever does not
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_META = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_CHECK_EVERY = 256  # pages between two looks at the clock


@attrs.define(kw_only=True, eq=False, repr=False)
class PdfminerFile:
    """An open file."""

    tolerances: Tolerances
    deadline: Deadline
    _document: PDFDocument
    _pages: "list[PDFPage] | None" = None

    @classmethod
    def open(
        cls, content: bytes, password: str | None, tolerances: Tolerances, deadline: Deadline
    ) -> "PdfminerFile":
        """Open a file; raises :class:`Encrypted` or :class:`Damaged`."""
        try:
            try:
                document = PDFDocument(PDFParser(io.BytesIO(content)))
            except PDFPasswordIncorrect:
                if password is None:
                    raise
                document = PDFDocument(PDFParser(io.BytesIO(content)), password)
        except PDFEncryptionError as error:  # wrong passwords are of this kind too
            raise Encrypted() from error
        except ReadError:
            raise
        except Exception as error:
            raise Damaged(reason="its parts cannot be found", reason_zh="找不到文件的各个部分") from error
        document.decipher = _checked(document.decipher, deadline.limits)
        return cls(tolerances=tolerances, deadline=deadline, document=document)

    def close(self) -> None:
        """Give the memory back; may be called again."""
        self._pages = None

    @property
    def damaged(self) -> bool:
        """Whether the list of the file's parts was broken, and pdfminer.six went by what it found."""
        return any(isinstance(table, PDFXRefFallback) for table in self._document.xrefs)

    @property
    def has_attachments(self) -> bool:
        """Whether files are embedded in this one."""
        try:
            names = resolve1(self._document.catalog.get("Names"))
            return isinstance(names, dict) and bool(resolve1(names.get("EmbeddedFiles")))
        except Exception:
            return False

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the file says of itself: title, author, producer and the like, where given."""
        found: dict[str, str] = {}
        for block in self._document.info:
            for name in _META:
                value = resolve1(block.get(name))
                text = decode_text(value).strip("\x00 ") if isinstance(value, bytes) else ""
                if text:
                    found.setdefault(name, text)
        return tuple((name, found[name]) for name in _META if name in found)

    @property
    def page_count(self) -> int:
        """How many pages the file has; counting stops a little above the limit."""
        return len(self._all_pages())

    def _all_pages(self) -> list[PDFPage]:
        if self._pages is None:
            pages: list[PDFPage] = []
            try:
                for page in PDFPage.create_pages(self._document):
                    pages.append(page)
                    if len(pages) % _CHECK_EVERY == 0:
                        self.deadline.check()
                        self.deadline.limits.check_pages(len(pages))
            except ReadError:
                raise
            except Exception as error:
                if not pages:
                    raise Damaged(reason="its pages cannot be found", reason_zh="找不到文件的页面") from error
            self._pages = pages
        return self._pages

    def pages(self) -> Iterator[PageContent | None]:
        """The pages one after the other; None for one that cannot be opened."""
        resources = PDFResourceManager()
        for index in range(self.page_count):
            self.deadline.check()
            yield self._read(index, resources)

    def page(self, index: int) -> PageContent | None:
        """One page, counted from 0; None if it cannot be opened."""
        return self._read(index, PDFResourceManager())

    def _read(self, index: int, resources: PDFResourceManager) -> PageContent | None:
        page = self._all_pages()[index]
        try:
            left, bottom, right, top = _shown(page)
            matrix, width, height = page_matrix((left, bottom, right, top), page.rotate)
            device = Collector(resources, self.tolerances.for_page(width, height), self.deadline)
            interpreter = BoundedInterpreter(resources, device)
            interpreter.render_contents(page.resources, page.contents, ctm=matrix)
            if page.annots:
                for inner, shown, place in appearances(page):
                    interpreter.render_contents(inner, [shown], ctm=multiply(place, matrix))
        except ReadError:
            raise
        except RecursionError as error:
            raise Damaged(reason="its parts contain themselves", reason_zh="文件各部分互相嵌套") from error
        except Exception:
            return None
        return PageContent(
            number=index + 1,
            width=width,
            height=height,
            runs=tuple(device.runs),
            rules=tuple(device.rules),
            drawings=tuple(device.drawings),
            pictures=tuple(device.pictures),
        )


def _checked(decipher: Callable[..., bytes] | None, limits: Limits) -> Callable[..., bytes]:
    """The decryption of streams (or, in a file that is not locked, what stands for it), refusing those that unpack to
    too much: pdfminer.six asks for it right before it unpacks a stream, whose filters are known by then."""

    def run(number: int, generation: int, data: bytes, attributes: Any = None) -> bytes:
        plain = data if decipher is None else decipher(number, generation, data, attributes)
        if attributes is not None:
            filters = _filters(attributes)
            if most_unpacked(len(plain), filters) > 2 * limits.max_bytes:
                check_unpacked(plain, filters, limits)
        return plain

    return run


def _filters(attributes: Any) -> list[str]:
    named = resolve1(attributes.get("Filter") or attributes.get("F"))
    each = map(resolve1, named if isinstance(named, list) else [named])
    return [str(name.name) for name in each if isinstance(name, PSLiteral)]


def _shown(page: PDFPage) -> Box:
    """The part of the page that is shown: its crop box within its media box."""
    (a, b, c, d), (p, q, r, s) = page.mediabox, page.cropbox
    media = (min(a, c), min(b, d), max(a, c), max(b, d))
    crop = (min(p, r), min(q, s), max(p, r), max(q, s))
    inside = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return inside if inside[0] < inside[2] and inside[1] < inside[3] else media
