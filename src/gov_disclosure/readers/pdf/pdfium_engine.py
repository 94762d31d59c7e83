"""The fast engine: characters and rules of each page from PDFium (extra ``pdfium``)."""

import ctypes
import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from itertools import repeat
from operator import not_, sub
from typing import TYPE_CHECKING

import attrs

from gov_disclosure.readers.pdf.content import Box, Char, PageContent, Rule
from gov_disclosure.readers.pdf.geometry import (
    Matrix,
    multiply,
    page_matrix,
    transform,
    transform_box,
    turn_of,
)
from gov_disclosure.readers.pdf.paths import Subpath, path_rules, thin_rules
from gov_disclosure.readers.pdf.pdfium_api import LOCK, Pdfium, pdfium
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.reading.errors import Damaged, Encrypted, TooLarge
from gov_disclosure.reading.limits import Deadline

if TYPE_CHECKING:
    from gov_disclosure.readers.pdf.pdfminer_engine import PdfminerFile

__all__ = ["PdfiumFile"]

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_INVISIBLE = (3, 7)
_FIELDS = (3, 20)  # free text, form field
_PASSWORD_ERRORS = (4, 5)  # wrong password; a security scheme PDFium does not know
_HYPHENS = dict.fromkeys(
    map(ord, "\x02\ufffe\xad"), "-"
)  # what PDFium puts for a hyphen at the end of a line
_DEEPEST_FORM = 12
_META = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")


@attrs.define(kw_only=True, eq=False)
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
                    raise Encrypted()
                raise Damaged(reason="its parts cannot be found", reason_zh="找不到文件的各个部分")
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
                text_page = api.FPDFText_LoadPage(page)
                try:
                    reader = _PageReader(api, page, text_page, index + 1, self.tolerances, self.deadline)
                    seen = reader.read()
                finally:
                    if text_page:
                        api.FPDFText_ClosePage(text_page)
            finally:
                api.FPDF_ClosePage(page)
        return (
            attrs.evolve(seen, chars=self._chars_of_pdfminer(index) or seen.chars) if reader.lossy else seen
        )

    def _chars_of_pdfminer(self, index: int) -> tuple[Char, ...]:
        """The characters of a page as the other engine gives them."""
        from gov_disclosure.readers.pdf.pdfminer_engine import PdfminerFile

        if self._other is None:
            try:
                self._other = PdfminerFile.open(self.content, self.password, self.tolerances, self.deadline)
            except (Damaged, Encrypted):
                return ()
        other = self._other.page(index)
        return other.chars if other is not None else ()

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


class _PageReader:
    """Reads one page that is open."""

    def __init__(
        self, api: Pdfium, page: int, text_page: int, number: int, tolerances: Tolerances, deadline: Deadline
    ) -> None:
        self.api, self.page, self.text_page, self.number = api, page, text_page, number
        self.tolerances, self.deadline = tolerances, deadline
        corners = (c_float * 4)()
        api.FPDF_GetPageBoundingBox(page, corners)
        left, top, right, bottom = corners
        rotation = api.FPDFPage_GetRotation(page) * 90
        self.matrix, self.width, self.height = page_matrix((left, bottom, right, top), rotation)
        self.shifted = (left, bottom, rotation) != (0.0, 0.0, 0)
        self.rules: list[Rule] = []
        self.areas: list[Box] = []
        self.drawings: list[Box] = []
        self.pictures: list[Box] = []
        self.invisible: set[int] = set()
        self.segments = 0
        self.lossy = False  # whether PDFium drops text: single characters that the system has no glyph for

    def read(self) -> PageContent:
        count = self.api.FPDFPage_CountObjects(self.page)
        objects = list(map(self.api.FPDFPage_GetObject, repeat(self.page), range(count)))
        self._objects(objects, self.matrix, 0)
        return PageContent(
            number=self.number,
            width=self.width,
            height=self.height,
            chars=tuple(self._chars()),
            rules=tuple(self.rules),
            areas=tuple(self.areas),
            drawings=tuple(self.drawings),
            pictures=tuple(self.pictures),
        )

    # shapes

    def _objects(self, objects: list[int], matrix: Matrix, depth: int) -> None:
        api = self.api
        kinds = list(map(api.FPDFPageObj_GetType, objects))
        texts = [item for item, kind in zip(objects, kinds, strict=True) if kind == _TEXT]
        modes = list(map(api.FPDFTextObj_GetTextRenderMode, texts))
        if 3 in modes or 7 in modes:
            self.invisible |= {item for item, mode in zip(texts, modes, strict=True) if mode in _INVISIBLE}
        fonts = list(map(api.FPDFTextObj_GetFont, texts))
        absent = {font for font in set(fonts) if not font or api.FPDFFont_GetIsEmbedded(font) != 1}
        if absent:
            self.lossy = self.lossy or any(
                box[2] - box[0] < 0.01
                for box in self._bounds(
                    [item for item, font in zip(texts, fonts, strict=True) if font in absent], matrix
                )
            )
        shapes = [item for item, kind in zip(objects, kinds, strict=True) if kind in (_PATH, _IMAGE)]
        bounds = self._bounds(shapes, matrix)
        thickness = self.tolerances.rule_thickness
        for item, box in zip(shapes, bounds, strict=True):
            thin = thin_rules(box, thickness)
            if thin:
                self.rules += thin
            elif api.FPDFPageObj_GetType(item) == _IMAGE:
                self.pictures.append(box)
            else:
                self._path(item, box, matrix)
        if len(self.rules) > self.tolerances.most_rules:
            raise TooLarge(limit="most_rules", allowed=self.tolerances.most_rules, found=str(len(self.rules)))
        if depth < _DEEPEST_FORM:
            for item, kind in zip(objects, kinds, strict=True):
                if kind == _FORM:
                    self.deadline.check()
                    inner = (c_float * 6)()
                    api.FPDFPageObj_GetMatrix(item, inner)
                    parts = api.FPDFFormObj_CountObjects(item)
                    inside = list(map(api.FPDFFormObj_GetObject, repeat(item), range(max(parts, 0))))
                    self._objects(inside, multiply(_matrix(inner), matrix), depth + 1)

    def _bounds(self, items: list[int], matrix: Matrix) -> list[Box]:
        count = len(items)
        memory = (c_float * (4 * count))()
        base = ctypes.addressof(memory)
        places = (range(base + shift, base + shift + 16 * count, 16) for shift in (0, 4, 8, 12))
        any(map(_nothing, map(self.api.FPDFPageObj_GetBounds, items, *places)))
        values = memory[:]
        lefts, bottoms, rights, tops = values[0::4], values[1::4], values[2::4], values[3::4]
        if self.shifted or matrix is not self.matrix:
            return [transform_box(matrix, box) for box in zip(lefts, bottoms, rights, tops, strict=True)]
        height = self.height
        return [
            (left, height - top, right, height - bottom)
            for left, bottom, right, top in zip(lefts, bottoms, rights, tops, strict=True)
        ]

    def _path(self, item: int, box: Box, matrix: Matrix) -> None:
        api = self.api
        fill, stroke = c_int(), c_int()
        api.FPDFPath_GetDrawMode(item, byref(fill), byref(stroke))
        count = api.FPDFPath_CountSegments(item)
        if not stroke.value and (not fill.value or count <= 5):
            if fill.value:
                self.areas.append(box)
            return
        self.segments += count
        if self.segments > self.tolerances.most_rules:
            raise TooLarge(limit="most_rules", allowed=self.tolerances.most_rules, found=str(self.segments))
        own = (c_float * 6)()
        api.FPDFPageObj_GetMatrix(item, own)
        whole = multiply(_matrix(own), matrix)
        rules, areas, drawings = path_rules(
            [
                ([transform(whole, point) for point in points], curved)
                for points, curved in self._subpaths(item, count)
            ],
            stroked=bool(stroke.value),
            filled=bool(fill.value),
            thickness=self.tolerances.rule_thickness,
        )
        self.rules += rules
        self.areas += areas
        self.drawings += drawings

    def _subpaths(self, item: int, count: int) -> list[Subpath]:
        api = self.api
        x, y = c_float(), c_float()
        here_x, here_y = byref(x), byref(y)
        paths: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        curved = False
        for index in range(count):
            segment = api.FPDFPath_GetPathSegment(item, index)
            kind = api.FPDFPathSegment_GetType(segment)
            api.FPDFPathSegment_GetPoint(segment, here_x, here_y)
            if kind == 2 and points:  # move to
                paths.append((points, curved))
                points, curved = [], False
            curved = curved or kind == 1
            points.append((x.value, y.value))
            if api.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
        if points:
            paths.append((points, curved))
        return list(paths)

    # characters

    def _chars(self) -> list[Char]:
        api, text_page = self.api, self.text_page
        count = api.FPDFText_CountChars(text_page) if text_page else 0
        if count <= 0:
            return []
        text = self._text(count)
        memory = (c_float * (4 * count))()
        base = ctypes.addressof(memory)
        places = range(base, base + 16 * count, 16)
        any(map(_nothing, map(api.FPDFText_GetLooseCharBox, repeat(text_page), range(count), places)))
        unmapped = list(map(api.FPDFText_HasUnicodeMapError, repeat(text_page), range(count)))
        values = memory[:]
        lefts, uppers, rights, lowers = values[0::4], values[1::4], values[2::4], values[3::4]
        if self.shifted:
            boxes = [
                transform_box(self.matrix, box) for box in zip(lefts, lowers, rights, uppers, strict=True)
            ]
            lefts, tops, rights, bottoms = map(list, zip(*boxes, strict=True))
        else:
            height = self.height
            tops = [height - upper for upper in uppers]
            bottoms = [height - lower for lower in lowers]
        sizes = list(map(sub, bottoms, tops))
        columns = zip(text, lefts, tops, rights, bottoms, sizes, repeat(0), map(not_, unmapped), repeat(True))
        # white space is told by its code: what stands between the characters is told by where they stand
        printed = [
            index
            for index, (letter, bad) in enumerate(zip(text, unmapped, strict=True))
            if bad or (letter > " " and not letter.isspace())
        ]
        every = list(map(Char._make, columns))
        chars = [every[index] for index in printed]
        if 1 in unmapped:
            chars = [char if char.mapped else char._replace(text="\ufffd") for char in chars]
        if self.invisible:
            hidden = self.invisible
            owners = map(api.FPDFText_GetTextObject, repeat(text_page), printed)
            chars = [
                char._replace(visible=False) if owner in hidden else char
                for char, owner in zip(chars, owners, strict=True)
            ]
        return self._turned(chars, printed)

    def _turned(self, chars: list[Char], indexes: list[int]) -> list[Char]:
        """The characters with their direction. PDFium's boxes are right for upright text only; what follows the
        character before it in no way in which lines run is looked at again, and the character before it too."""
        other_x0 = other_x1 = other_middle = -1e9
        again: set[int] = set()
        for place, (_, x0, top, x1, bottom, size, _, _, _) in enumerate(chars):
            middle = (top + bottom) / 2
            step = middle - other_middle
            if x1 - x0 < 0.1 or size < 0.1:
                again.add(place)
            elif -0.2 * size < step < 0.2 * size:
                if x0 - other_x0 <= 0.3 * (other_x1 - other_x0):  # it does not go on along the line
                    again |= {place - 1, place}
            elif -3 * size < step < 3 * size and -3 * size < x0 - other_x1 and x0 - other_x0 < 3 * size:
                again |= {place - 1, place}  # it goes on, but up or down
            other_x0, other_x1, other_middle = x0, x1, middle
        again.discard(-1)
        for place in again:
            chars[place] = self._looked_at(indexes[place], chars[place])
        return chars

    def _text(self, count: int) -> str:
        """The page's text with one character for each index."""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.api.FPDFText_GetText(self.text_page, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if written != count or len(text) != count:
            codes = map(self.api.FPDFText_GetUnicode, repeat(self.text_page), range(count))
            text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
        return text.translate(_HYPHENS)

    def _looked_at(self, index: int, char: Char) -> Char:
        """A character measured by its matrix and its ink, where its box is not that of upright text."""
        api = self.api
        own = (c_float * 6)()
        api.FPDFText_GetMatrix(self.text_page, index, own)
        a, b, c, d, _, _ = multiply(_matrix(own), self.matrix)
        turn = turn_of(a, b)
        size = api.FPDFText_GetFontSize(self.text_page, index) * math.hypot(c, d)
        if turn == 0 and char.x1 - char.x0 >= 0.1 and 0.4 * size < char.size < 2.5 * size:
            return char
        left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
        api.FPDFText_GetCharBox(self.text_page, index, byref(left), byref(right), byref(bottom), byref(top))
        ink = transform_box(self.matrix, (left.value, bottom.value, right.value, top.value))
        half = max(size, 0.1) / 2
        x, y = (ink[0] + ink[2]) / 2, (ink[1] + ink[3]) / 2
        return char._replace(
            x0=x - half, top=y - half, x1=x + half, bottom=y + half, size=2 * half, turn=turn
        )


def _nothing(_: object) -> bool:
    return False


def _matrix(values: "ctypes.Array[c_float]") -> Matrix:
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)
