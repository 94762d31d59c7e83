"""The shapes of a page from PDFium: rules, drawings, pictures; and what its text objects say of themselves.

Most rules are told by the bounds of their object, which one call gives; only shapes that are thick both ways are
looked into.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from ctypes import byref, c_float, c_int
from itertools import compress, repeat
from operator import sub
from typing import NamedTuple

from gov_disclosure import reading
from gov_disclosure.readers.pdf.content import Box, Rule
from gov_disclosure.readers.pdf.geometry import Matrix, multiply, page_matrix, transform, transform_box
from gov_disclosure.readers.pdf.paths import Subpath, path_rules, thin_rules
from gov_disclosure.readers.pdf.pdfium_api import Pdfium
from gov_disclosure.readers.pdf.settings import OBJECTS_A_RULE, Tolerances
from gov_disclosure.reading.limits import Deadline

__all__ = ["Frame", "Shapes", "each", "find_losses", "matrix_of", "page_frame", "read_shapes"]

_IMAGE, _FORM = 3, 5
_MOVE, _CURVE = 2, 1
_BOX = 5  # pieces of a path that is a box
_NARROW = 0.01  # points; what is narrower has no glyph
_NO_TEXT, _INVISIBLE = -1, (3, 7)  # manners of painting text
_DEEPEST_FORM = 12


class Frame(NamedTuple):
    """How a page is shown: from its own coordinates to points from the top left. ``plain`` is true where that is
    only to be turned upside down."""

    matrix: Matrix
    width: float
    height: float
    plain: bool


class Shapes:
    """What is painted on a page besides text. ``texts`` counts the text objects among the ``objects``, ``invisible``
    names those that are not painted; ``lossy`` is true where PDFium drops text: single characters that neither the
    file nor the system has a glyph for; ``inkless`` where single characters have no ink, which are spaces, unless
    their font is broken."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.drawings: list[Box] = []
        self.pictures: list[Box] = []
        self.objects: list[int] = []
        self.texts = 0
        self.invisible: set[int] = set()
        self.lossy = False
        self.inkless = False
        self.segments = 0


def page_frame(api: Pdfium, page: int) -> Frame:
    """The frame of an open page."""
    corners = (c_float * 4)()
    api.FPDF_GetPageBoundingBox(page, corners)
    left, top, right, bottom = corners
    rotation = api.FPDFPage_GetRotation(page) * 90
    matrix, width, height = page_matrix((left, bottom, right, top), rotation)
    return Frame(matrix, width, height, (left, bottom, rotation) == (0.0, 0.0, 0))


def read_shapes(api: Pdfium, page: int, frame: Frame, tolerances: Tolerances, deadline: Deadline) -> Shapes:
    """The shapes of an open page."""
    shapes = Shapes()
    count = api.FPDFPage_CountObjects(page)
    _check(count // OBJECTS_A_RULE, tolerances)
    objects = list(map(api.FPDFPage_GetObject, repeat(page), range(count)))
    _objects(api, objects, frame, frame.matrix, tolerances, deadline, shapes, 0)
    return shapes


def find_losses(api: Pdfium, shapes: Shapes) -> None:
    """Look for text without width, which PDFium leaves out of a page's text."""
    bounds = _raw_bounds(api, shapes.objects)
    narrow = compress(shapes.objects, map(_NARROW.__gt__, map(sub, bounds[2::4], bounds[0::4])))
    # what is no text has no font
    for font in set(map(api.FPDFTextObj_GetFont, narrow)) - {None}:
        if api.FPDFFont_GetIsEmbedded(font) == 1:
            shapes.inkless = True
        else:
            shapes.lossy = True


def each(calls: "map[object]") -> None:
    """Make every call, for what it writes into memory."""
    deque(calls, maxlen=0)


def matrix_of(values: "ctypes.Array[c_float]") -> Matrix:
    """A matrix as PDFium writes it."""
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)


def _objects(
    api: Pdfium,
    objects: Sequence[int],
    frame: Frame,
    matrix: Matrix,
    tolerances: Tolerances,
    deadline: Deadline,
    shapes: Shapes,
    depth: int,
) -> None:
    deadline.check()
    modes = list(map(api.FPDFTextObj_GetTextRenderMode, objects))
    others = [item for item, mode in zip(objects, modes, strict=True) if mode == _NO_TEXT]
    shapes.objects += objects
    _check(len(shapes.objects) // OBJECTS_A_RULE, tolerances)
    shapes.texts += len(objects) - len(others)
    if max(modes, default=_NO_TEXT) >= min(_INVISIBLE):
        shapes.invisible |= {item for item, mode in zip(objects, modes, strict=True) if mode in _INVISIBLE}
    thickness = tolerances.rule_thickness
    kinds = map(api.FPDFPageObj_GetType, others)
    thick: list[int] = []
    for item, kind, box in zip(others, kinds, _bounds(api, others, frame, matrix), strict=True):
        if kind == _FORM:
            if depth < _DEEPEST_FORM:
                own = (c_float * 6)()
                api.FPDFPageObj_GetMatrix(item, own)
                count = max(api.FPDFFormObj_CountObjects(item), 0)
                inside = list(map(api.FPDFFormObj_GetObject, repeat(item), range(count)))
                inner = multiply(matrix_of(own), matrix)
                _objects(api, inside, frame, inner, tolerances, deadline, shapes, depth + 1)
        elif box[2] - box[0] <= thickness or box[3] - box[1] <= thickness:
            shapes.rules += thin_rules(box, thickness)
        elif kind == _IMAGE:
            shapes.pictures.append(box)
        else:
            thick.append(item)
    _check(len(shapes.rules), tolerances)
    _paths(api, thick, matrix, tolerances, shapes)


def _check(found: int, tolerances: Tolerances) -> None:
    if found > tolerances.most_rules:
        raise reading.TooLarge(limit="most_rules", allowed=tolerances.most_rules, found=str(found))


def _raw_bounds(api: Pdfium, items: Sequence[int]) -> Sequence[float]:
    """Left, bottom, right and top of each thing, one after the other, in the page's own coordinates."""
    count = len(items)
    memory = (c_float * (4 * count))()
    base = ctypes.addressof(memory)
    places = (range(base + shift, base + shift + 16 * count, 16) for shift in (0, 4, 8, 12))
    each(map(api.FPDFPageObj_GetBounds, items, *places))
    return memoryview(memory).cast("B").cast("f")


def _bounds(api: Pdfium, items: Sequence[int], frame: Frame, matrix: Matrix) -> list[Box]:
    values = _raw_bounds(api, items)
    lefts, bottoms, rights, tops = (values[side::4] for side in range(4))
    if not frame.plain or matrix is not frame.matrix:
        return [transform_box(matrix, box) for box in zip(lefts, bottoms, rights, tops, strict=True)]
    height = frame.height
    return [
        (left, height - top, right, height - bottom)
        for left, bottom, right, top in zip(lefts, bottoms, rights, tops, strict=True)
    ]


def _paths(api: Pdfium, paths: Sequence[int], matrix: Matrix, tolerances: Tolerances, shapes: Shapes) -> None:
    """Paths that are thick both ways: boxes whose sides are rules, grids drawn in one go, drawings."""
    memory = (c_int * (2 * len(paths)))()
    base = ctypes.addressof(memory)
    places = range(base, base + 8 * len(paths), 8)
    each(map(api.FPDFPath_GetDrawMode, paths, places, range(base + 4, base + 4 + 8 * len(paths), 8)))
    counts = map(api.FPDFPath_CountSegments, paths)
    for item, fill, stroke, count in zip(paths, memory[0::2], memory[1::2], counts, strict=True):
        if not stroke and (not fill or count <= _BOX):
            continue
        shapes.segments += count
        _check(shapes.segments, tolerances)
        own = (c_float * 6)()
        api.FPDFPageObj_GetMatrix(item, own)
        whole = multiply(matrix_of(own), matrix)
        rules, drawings = path_rules(
            _subpaths(api, item, count, whole),
            stroked=bool(stroke),
            filled=bool(fill),
            thickness=tolerances.rule_thickness,
        )
        shapes.rules += rules
        shapes.drawings += drawings


def _subpaths(api: Pdfium, item: int, count: int, matrix: Matrix) -> list[Subpath]:
    x, y = c_float(), c_float()
    here_x, here_y = byref(x), byref(y)
    paths: list[Subpath] = []
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(count):
        segment = api.FPDFPath_GetPathSegment(item, index)
        kind = api.FPDFPathSegment_GetType(segment)
        api.FPDFPathSegment_GetPoint(segment, here_x, here_y)
        if kind == _MOVE and points:
            paths.append((points, curved))
            points, curved = [], False
        curved = curved or kind == _CURVE
        points.append(transform(matrix, (x.value, y.value)))
        if api.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if points:
        paths.append((points, curved))
    return paths
