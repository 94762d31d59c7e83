"""The shapes of a page from PDFium: rules, areas, drawings, pictures; and what its text objects say of themselves.

Most rules are told by the bounds of their object, which one call gives; only shapes that are thick both ways are
looked into.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from ctypes import byref, c_float, c_int
from itertools import compress, repeat
from operator import not_, sub
from typing import NamedTuple

import attrs

from gov_disclosure.readers.pdf.content import Box, Rule
from gov_disclosure.readers.pdf.geometry import Matrix, multiply, page_matrix, transform, transform_box
from gov_disclosure.readers.pdf.paths import Subpath, path_rules, thin_rules
from gov_disclosure.readers.pdf.pdfium_api import Pdfium
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.reading.errors import TooLarge
from gov_disclosure.reading.limits import Deadline

__all__ = ["Frame", "Shapes", "each", "matrix_of", "page_frame", "read_shapes"]

_IMAGE, _FORM = 3, 5
_MOVE, _CURVE = 2, 1
_NARROW = 0.01  # points; what is narrower has no glyph
_INVISIBLE = (3, 7)
_DEEPEST_FORM = 12
_OBJECTS_A_RULE = (
    2  # a page that paints this many times as many things as it may have rules is none of a report
)


class Frame(NamedTuple):
    """How a page is shown: from its own coordinates to points from the top left. ``plain`` is true where that is
    only to be turned upside down."""

    matrix: Matrix
    width: float
    height: float
    plain: bool


@attrs.define(kw_only=True, eq=False, repr=False)
class Shapes:
    """What is painted on a page besides text. ``invisible`` names the text objects that are not painted;
    ``lossy`` is true where PDFium drops text: single characters that neither the file nor the system has a glyph
    for; ``inkless`` where single characters have no ink, which are spaces, unless their font is broken."""

    rules: list[Rule] = attrs.field(factory=list)
    areas: list[Box] = attrs.field(factory=list)
    drawings: list[Box] = attrs.field(factory=list)
    pictures: list[Box] = attrs.field(factory=list)
    invisible: set[int] = attrs.field(factory=set)
    lossy: bool = False
    inkless: bool = False
    segments: int = 0


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
    _check(count // _OBJECTS_A_RULE, tolerances)
    objects = list(map(api.FPDFPage_GetObject, repeat(page), range(count)))
    _objects(api, objects, frame, frame.matrix, tolerances, deadline, shapes, 0)
    return shapes


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
    modes = list(map(api.FPDFTextObj_GetTextRenderMode, objects))  # -1 for what is no text
    is_text = list(map((-1).__ne__, modes))
    texts, others = list(compress(objects, is_text)), list(compress(objects, map(not_, is_text)))
    if 3 in modes or 7 in modes:
        shapes.invisible |= {item for item, mode in zip(objects, modes, strict=True) if mode in _INVISIBLE}
    values = _raw_bounds(api, texts)
    narrow = list(compress(texts, map(_NARROW.__gt__, map(sub, values[2::4], values[0::4]))))
    for font in set(map(api.FPDFTextObj_GetFont, narrow)):
        if font and api.FPDFFont_GetIsEmbedded(font) == 1:
            shapes.inkless = True
        else:
            shapes.lossy = True
    thickness = tolerances.rule_thickness
    kinds = list(map(api.FPDFPageObj_GetType, others))
    thick: list[tuple[int, Box]] = []
    for item, kind, box in zip(others, kinds, _bounds(api, others, frame, matrix), strict=True):
        if kind == _FORM:
            if depth < _DEEPEST_FORM:
                own = (c_float * 6)()
                api.FPDFPageObj_GetMatrix(item, own)
                count = max(api.FPDFFormObj_CountObjects(item), 0)
                inside = list(map(api.FPDFFormObj_GetObject, repeat(item), range(count)))
                inner = multiply(matrix_of(own), matrix)
                _objects(api, inside, frame, inner, tolerances, deadline, shapes, depth + 1)
        elif thin := thin_rules(box, thickness):
            shapes.rules += thin
        elif kind == _IMAGE:
            shapes.pictures.append(box)
        else:
            thick.append((item, box))
    _check(len(shapes.rules), tolerances)
    _paths(api, thick, matrix, tolerances, shapes)


def _check(found: int, tolerances: Tolerances) -> None:
    if found > tolerances.most_rules:
        raise TooLarge(limit="most_rules", allowed=tolerances.most_rules, found=str(found))


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


def _paths(
    api: Pdfium, paths: Sequence[tuple[int, Box]], matrix: Matrix, tolerances: Tolerances, shapes: Shapes
) -> None:
    """Paths that are thick both ways: areas, boxes whose sides are rules, grids drawn in one go, drawings."""
    items = [item for item, _ in paths]
    memory = (c_int * (2 * len(items)))()
    base = ctypes.addressof(memory)
    fills = range(base, base + 8 * len(items), 8)
    each(map(api.FPDFPath_GetDrawMode, items, fills, range(base + 4, base + 4 + 8 * len(items), 8)))
    modes = memory[:]
    counts = map(api.FPDFPath_CountSegments, items)
    for (item, box), fill, stroke, count in zip(paths, modes[0::2], modes[1::2], counts, strict=True):
        if not stroke and (not fill or count <= 5):
            if fill:
                shapes.areas.append(box)
            continue
        shapes.segments += count
        _check(shapes.segments, tolerances)
        own = (c_float * 6)()
        api.FPDFPageObj_GetMatrix(item, own)
        whole = multiply(matrix_of(own), matrix)
        rules, areas, drawings = path_rules(
            _subpaths(api, item, count, whole),
            stroked=bool(stroke),
            filled=bool(fill),
            thickness=tolerances.rule_thickness,
        )
        shapes.rules += rules
        shapes.areas += areas
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
