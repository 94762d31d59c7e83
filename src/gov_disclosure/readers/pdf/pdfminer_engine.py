"""The engine that is always there: characters and rules of each page from pdfminer.six, without its
layout."""

import io
import logging
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from gov_disclosure.readers.pdf.content import Box, PageContent, Rule, Run
from gov_disclosure.readers.pdf.geometry import (
    Matrix,
    multiply,
    page_matrix,
    transform,
    transform_box,
    turn_of,
)
from gov_disclosure.readers.pdf.paths import Subpath, path_rules, thin_rules
from gov_disclosure.readers.pdf.pdfminer_fields import appearances
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.streams import DEFLATE_RATIO, unpacked_size
from gov_disclosure.reading.errors import Damaged, Encrypted, ReadError, TooLarge
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["PdfminerFile"]

# what pdfminer.six finds odd goes to whoever listens to its log, and not to the standard error of whoever does not
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_INVISIBLE = (3, 7)
_META = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_CHECK_EVERY = 256  # painted things between two looks at the clock


@attrs.define(kw_only=True, eq=False)
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
        if document.decipher is not None:
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
            device = _Collector(resources, self.tolerances.for_page(width, height), self.deadline)
            interpreter = PDFPageInterpreter(resources, device)
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
            areas=tuple(device.areas),
            drawings=tuple(device.drawings),
            pictures=tuple(device.pictures),
        )


def _checked(decipher: Callable[..., bytes], limits: Limits) -> Callable[..., bytes]:
    """The decryption of streams, refusing those that unpack to too much: before it nobody can see that."""

    def run(number: int, generation: int, data: bytes, attributes: Any = None) -> bytes:
        plain = decipher(number, generation, data, attributes)
        if len(plain) > limits.max_bytes // DEFLATE_RATIO:
            limits.check_bytes(unpacked_size(plain, limits.max_bytes))
        return plain

    return run


def _shown(page: PDFPage) -> Box:
    """The part of the page that is shown: its crop box within its media box."""
    (a, b, c, d), (p, q, r, s) = page.mediabox, page.cropbox
    media = (min(a, c), min(b, d), max(a, c), max(b, d))
    crop = (min(p, r), min(q, s), max(p, r), max(q, s))
    inside = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return inside if inside[0] < inside[2] and inside[1] < inside[3] else media


class _Collector(PDFTextDevice):
    """Takes down what pdfminer.six paints, in coordinates of the page as shown."""

    ctm: Matrix

    def __init__(self, resources: PDFResourceManager, tolerances: Tolerances, deadline: Deadline) -> None:
        super().__init__(resources)
        self.tolerances, self.deadline = tolerances, deadline
        self.runs: list[Run] = []
        self.rules: list[Rule] = []
        self.areas: list[Box] = []
        self.drawings: list[Box] = []
        self.pictures: list[Box] = []
        self.painted = 0
        self.outside: list[Matrix] = []

    def _count(self) -> None:
        self.painted += 1
        if self.painted % _CHECK_EVERY == 0:
            self.deadline.check()
            if len(self.rules) > self.tolerances.most_rules:
                allowed = self.tolerances.most_rules
                raise TooLarge(limit="most_rules", allowed=allowed, found=str(len(self.rules)))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.outside.append(self.ctm)

    def end_figure(self, name: str) -> None:
        self.ctm = self.outside.pop()

    def render_image(self, name: str, stream: Any) -> None:
        self._count()
        box = transform_box(self.ctm, (0, 0, 1, 1))
        thin = thin_rules(box, self.tolerances.rule_thickness)
        if thin:
            self.rules += thin
        else:
            self.pictures.append(box)

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        self._count()
        matrix = self.ctm
        subpaths: list[Subpath] = []
        points: list[tuple[float, float]] = []
        curved = False
        for segment in path:
            kind = segment[0]
            if kind == "m":
                if points:
                    subpaths.append((points, curved))
                points, curved = [transform(matrix, segment[1:])], False
            elif kind == "h":
                if points and points[0] != points[-1]:
                    points.append(points[0])
            else:
                curved = curved or kind != "l"
                ends = segment[1:]
                points += [transform(matrix, ends[i : i + 2]) for i in range(0, len(ends), 2)]
        if points:
            subpaths.append((points, curved))
        rules, areas, drawings = path_rules(
            subpaths, stroked=stroke, filled=fill, thickness=self.tolerances.rule_thickness
        )
        self.rules += rules
        self.areas += areas
        self.drawings += drawings

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._count()
        font, fontsize = textstate.font, textstate.fontsize
        matrix = multiply(textstate.matrix, self.ctm)
        a, b, c, d, e, f = matrix
        scaling = textstate.scaling * 0.01
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        step = 0.001 * fontsize * scaling
        rise = textstate.rise
        vertical = font.is_vertical()
        visible = textstate.render not in _INVISIBLE
        turn = turn_of(a, b)
        size = abs(fontsize) * math.hypot(c, d)
        low = font.get_descent() * fontsize + rise
        high = low + fontsize
        upright = not b and not c
        x, y = textstate.linematrix
        spaced = False
        runs, to_text, char_width, char_place = self.runs, font.to_unichr, font.char_width, font.char_disp
        for part in seq:
            if not isinstance(part, bytes):
                if isinstance(part, int | float):
                    if vertical:
                        y -= part * step
                    else:
                        x -= part * step
                    spaced = True
                continue
            for code in font.decode(part):
                if spaced:
                    if vertical:
                        y += charspace
                    else:
                        x += charspace
                spaced = True
                try:
                    text, mapped = to_text(code), True
                except PDFUnicodeNotDefined:
                    text, mapped = "\ufffd", False
                advance = char_width(code) * fontsize * scaling
                if text.isspace():
                    pass
                elif vertical:
                    across, down = char_place(code)
                    left = -(fontsize * 0.5 if across is None else across * fontsize * 0.001)
                    head = (1000 - down) * fontsize * 0.001 + rise
                    box = transform_box(matrix, (x + left, y + head + advance, x + left + fontsize, y + head))
                    runs.append(Run(text, *box, size, turn, mapped, visible))
                elif upright:
                    ax, bx = a * x + e, a * (x + advance) + e
                    ay, by = d * (y + low) + f, d * (y + high) + f
                    runs.append(
                        Run(
                            text,
                            ax if ax < bx else bx,
                            ay if ay < by else by,
                            bx if ax < bx else ax,
                            by if ay < by else ay,
                            size,
                            turn,
                            mapped,
                            visible,
                        )
                    )
                else:
                    box = transform_box(matrix, (x, y + low, x + advance, y + high))
                    runs.append(Run(text, *box, size, turn, mapped, visible))
                if vertical:
                    y += advance
                    if code == 32:
                        y += wordspace
                else:
                    x += advance
                    if code == 32:
                        x += wordspace
        textstate.linematrix = (x, y)
