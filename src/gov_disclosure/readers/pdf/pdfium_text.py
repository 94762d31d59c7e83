"""The text of a page from PDFium: taken in one call, with a box and a direction for each piece of it.

PDFium's boxes are right for text that runs from left to right. What follows the character before it in another way
is measured again by its matrix and its ink.
"""

import ctypes
import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from ctypes import byref, c_double, c_float, c_ushort
from functools import partial
from itertools import repeat
from operator import add, sub
from typing import TypeAlias

from gov_disclosure.language.patterns import LETTER, regex
from gov_disclosure.readers.pdf.content import Run
from gov_disclosure.readers.pdf.geometry import multiply, transform_box, turn_of
from gov_disclosure.readers.pdf.pdfium_api import Pdfium
from gov_disclosure.readers.pdf.pdfium_shapes import Frame, Shapes, each, matrix_of

__all__ = ["read_runs"]

#: what PDFium puts for a hyphen at the end of a line; control characters that are no white space are no characters
_MARKS = {code: "\ufffd" for code in range(32) if not chr(code).isspace()}
_MARKS |= dict.fromkeys(map(ord, "\x02\ufffe\xad"), "-")
#: Chinese text without a gap, to be measured by its ends; everything else, figures above all, letter by letter
_PIECE = regex(rf"(?:{LETTER}|[、。〈-】〔-〗（），：；]){{2,}}|\S")
_LETTER = regex(r"\S")
_Span: TypeAlias = tuple[int, int]
_Corners: TypeAlias = tuple[list[float], list[float], list[float], list[float], dict[int, float]]
_new_run = partial(tuple.__new__, Run)


def read_runs(api: Pdfium, text_page: int, frame: Frame, shapes: Shapes) -> list[Run]:
    """The text of an open page in the order in which it is painted, without white space: what stands between is
    told by where things stand."""
    count = api.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    text = _text(api, text_page, count)
    pieces = [found.span() for found in _PIECE.finditer(text)]
    unmapped = _unmapped(api, text_page, text, pieces)
    if not frame.plain or shapes.invisible or unmapped:
        text = "".join("\ufffd" if at in unmapped else letter for at, letter in enumerate(text))
        letters = [found.span() for found in _LETTER.finditer(text)]
        corners = _corners(api, text_page, letters)
        runs = _measured(api, text_page, text, letters, corners, frame)
        return _marked(api, text_page, runs, letters, unmapped, shapes.invisible)
    corners = _corners(api, text_page, pieces)
    broken = _broken(pieces, corners, frame, shapes)
    if broken:
        pieces = [
            part
            for place, piece in enumerate(pieces)
            for part in (((at, at + 1) for at in range(*piece)) if place in broken else (piece,))
        ]
        corners = _corners(api, text_page, pieces)
    return _measured(api, text_page, text, pieces, corners, frame)


def _unmapped(api: Pdfium, text_page: int, text: str, pieces: Sequence[_Span]) -> set[int]:
    """The letters whose font does not say which they are.

    Every letter that stands alone is asked about, as those of figures do; those of Chinese text only where they
    first stand, until one turns out to be unknown.
    """
    first = dict(zip(reversed(text), range(len(text) - 1, -1, -1), strict=True))
    asked = [start for start, stop in pieces if stop - start == 1]
    asked += [at for letter, at in first.items() if letter > "\x7f"]
    if "\ufffd" not in first and not any(map(api.FPDFText_HasUnicodeMapError, repeat(text_page), asked)):
        return set()
    return {
        at
        for at, letter in enumerate(text)
        if letter == "\ufffd" or (not letter.isspace() and api.FPDFText_HasUnicodeMapError(text_page, at))
    }


def _boxes(api: Pdfium, text_page: int, indexes: Sequence[int]) -> list[float]:
    """left, top, right, bottom of each character, one after the other, in the page's own coordinates."""
    count = len(indexes)
    memory = (c_float * (4 * count))()
    base = ctypes.addressof(memory)
    places = range(base, base + 16 * count, 16)
    each(map(api.FPDFText_GetLooseCharBox, repeat(text_page), indexes, places))
    return memory[:]


def _corners(api: Pdfium, text_page: int, pieces: Sequence[_Span]) -> _Corners:
    """Lefts, tops, rights and bottoms of the pieces, in the page's own coordinates, by their first and last letters;
    and, for those of several letters, the tops of the last ones."""
    values = _boxes(api, text_page, [start for start, _ in pieces])
    rights = values[2::4]
    long = [place for place, (start, stop) in enumerate(pieces) if stop - start > 1]
    ends = _boxes(api, text_page, [pieces[place][1] - 1 for place in long])
    for place, right in zip(long, ends[2::4], strict=True):
        rights[place] = right
    return values[0::4], values[1::4], rights, values[3::4], dict(zip(long, ends[1::4], strict=True))


def _broken(pieces: Sequence[_Span], corners: _Corners, frame: Frame, shapes: Shapes) -> set[int]:
    """The pieces that are not one run from left to right in one cell: their ends are not as far apart as their
    letters make them, or a rule runs through them."""
    lefts, tops, rights, bottoms, last_tops = corners
    upright = sorted((rule.at, rule.start, rule.end) for rule in shapes.rules if rule.vertical)
    highest = min((start for _, start, _ in upright), default=0.0)
    lowest = max((end for _, _, end in upright), default=0.0)
    broken: set[int] = set()
    for place, other in last_tops.items():
        left, top, right, bottom = lefts[place], tops[place], rights[place], bottoms[place]
        start, stop = pieces[place]
        size = top - bottom
        width = (stop - start) * size
        if not (0.7 * width < right - left < 1.6 * width and -0.1 * size < other - top < 0.1 * size):
            broken.add(place)
            continue
        middle = frame.height - (top + bottom) / 2
        if highest <= middle <= lowest:
            crossed = range(bisect_right(upright, (left + 1.0,)), bisect_left(upright, (right - 1.0,)))
            if any(upright[index][1] <= middle <= upright[index][2] for index in crossed):
                broken.add(place)
    return broken


def _measured(
    api: Pdfium, text_page: int, text: str, pieces: Sequence[_Span], corners: _Corners, frame: Frame
) -> list[Run]:
    """The pieces with their boxes and directions."""
    lefts, uppers, rights, lowers, _ = corners
    if frame.plain:
        height = frame.height
        tops = [height - upper for upper in uppers]
        bottoms = [height - lower for lower in lowers]
    else:
        plain = zip(lefts, lowers, rights, uppers, strict=True)
        boxes = [transform_box(frame.matrix, box) for box in plain]
        lefts, tops = [box[0] for box in boxes], [box[1] for box in boxes]
        rights, bottoms = [box[2] for box in boxes], [box[3] for box in boxes]
    words = [text[start:stop] for start, stop in pieces]
    sizes = list(map(sub, bottoms, tops))
    columns = zip(words, lefts, tops, rights, bottoms, sizes, repeat(0), repeat(True), repeat(True))
    runs: list[Run] = list(map(_new_run, columns))
    for place in _odd_ones(lefts, tops, rights, bottoms, sizes):
        if len(words[place]) == 1:
            runs[place] = _looked_at(api, text_page, pieces[place][0], runs[place], frame)
    return runs


def _marked(
    api: Pdfium,
    text_page: int,
    runs: Sequence[Run],
    letters: Sequence[_Span],
    unmapped: Collection[int],
    invisible: Collection[int],
) -> list[Run]:
    """The runs, one a letter, with what is known of their fonts and their painting."""
    indexes = [start for start, _ in letters]
    owners = map(api.FPDFText_GetTextObject, repeat(text_page), indexes)
    return [
        run._replace(mapped=index not in unmapped, visible=owner not in invisible)
        if index in unmapped or owner in invisible
        else run
        for run, index, owner in zip(runs, indexes, owners, strict=True)
    ]


def _text(api: Pdfium, text_page: int, count: int) -> str:
    """The page's text with one character for each index."""
    buffer = (c_ushort * (count + 1))()
    written = api.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if written != count or len(text) != count:
        codes = map(api.FPDFText_GetUnicode, repeat(text_page), range(count))
        text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
    return text.translate(_MARKS)


def _odd_ones(
    lefts: list[float], tops: list[float], rights: list[float], bottoms: list[float], sizes: list[float]
) -> set[int]:
    """Which characters do not go on along the line of those before them, nor begin a line of their own, as lines
    of upright text do; and those before them."""
    middles = list(map(add, tops, bottoms))  # twice the middle
    steps = [0.0, *map(sub, middles[1:], middles)]
    moves = [1e9, *map(sub, lefts[1:], lefts)]
    widths = list(map(sub, rights, lefts))
    least = [0.0, *[0.3 * width if width > 0.4 else 0.1 for width in widths]]
    # what is exactly level with the one before it and stands to its right goes on along the line
    unsure = [
        place
        for place, (step, move, far) in enumerate(zip(steps, moves, least, strict=False))
        if step or move <= far or widths[place] < 0.1
    ]
    odd: set[int] = set()
    for place in unsure:
        step, move, width, size = steps[place] / 2, moves[place], widths[place], sizes[place]
        if width < 0.1 or size < 0.1:
            odd.add(place)
        elif -0.2 * size < step < 0.2 * size and move > least[place]:
            continue
        elif -3 * size < step < 3 * size and -3 * size < move - widths[place - 1] and move < 3 * size:
            odd |= {place - 1, place}
    odd.discard(-1)
    return odd


def _looked_at(api: Pdfium, text_page: int, index: int, run: Run, frame: Frame) -> Run:
    """A character measured by its matrix and its ink, where its box is not that of upright text."""
    own = (c_float * 6)()
    api.FPDFText_GetMatrix(text_page, index, own)
    a, b, c, d, _, _ = multiply(matrix_of(own), frame.matrix)
    turn = turn_of(a, b)
    size = api.FPDFText_GetFontSize(text_page, index) * math.hypot(c, d)
    if turn == 0 and run.x1 - run.x0 >= 0.1 and 0.4 * size < run.size < 2.5 * size:
        return run
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    api.FPDFText_GetCharBox(text_page, index, byref(left), byref(right), byref(bottom), byref(top))
    ink = transform_box(frame.matrix, (left.value, bottom.value, right.value, top.value))
    half = max(size, 0.1) / 2
    x, y = (ink[0] + ink[2]) / 2, (ink[1] + ink[3]) / 2
    return run._replace(x0=x - half, top=y - half, x1=x + half, bottom=y + half, size=2 * half, turn=turn)
