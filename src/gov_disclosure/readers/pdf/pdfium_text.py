"""The text of a page from PDFium: taken in one call, with a box and a direction for each piece of it.

PDFium's boxes are right for text that runs from left to right. What follows the character before it in another way
is measured again by its matrix and its ink.
"""

import ctypes
import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from ctypes import byref, c_char, c_double, c_float, c_ushort
from functools import partial
from itertools import islice, repeat
from struct import iter_unpack
from typing import TypeAlias

from gov_disclosure.language.patterns import LETTER, regex
from gov_disclosure.readers.pdf.content import Box, Run
from gov_disclosure.readers.pdf.geometry import multiply, transform_box, turn_of
from gov_disclosure.readers.pdf.pdfium_api import Pdfium
from gov_disclosure.readers.pdf.pdfium_shapes import Frame, Shapes, each, find_losses, matrix_of

__all__ = ["read_runs"]

#: what PDFium puts for a hyphen at the end of a line; control characters that are no white space are no characters
_MARKS = {code: "\ufffd" for code in range(32) if not chr(code).isspace()}
_MARKS |= dict.fromkeys(map(ord, "\x02\ufffe\xad"), "-")
_MARK = regex("[\x00-\x08\x0e-\x1b\xad\ufffe]")  # all of them
#: Chinese text without a gap, to be measured by its ends; everything else, figures above all, letter by letter
_PIECE = regex(rf"(?:{LETTER}|[、。〈-】〔-〗（），：；]){{2,}}|\S")
_LETTER = regex(r"\S")
#: letters that run from right to left, and marks that say so: pieces of one text object need not stand together there
_BACKWARDS = regex("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]")
_WIDEST, _SAME_HEIGHT = 1.3, 0.13  # of a piece's letters, in their height
_Span: TypeAlias = tuple[int, int]
_new_run = partial(tuple.__new__, Run)


def read_runs(api: Pdfium, text_page: int, frame: Frame, shapes: Shapes) -> list[Run]:
    """The text of an open page in the order in which it is painted, without white space: what stands between is
    told by where things stand."""
    count = api.FPDFText_CountChars(text_page)
    text = _text(api, text_page, count) if count > 0 else ""
    # a page whose text objects are all in its text has lost none of them
    if api.FPDFText_CountRects(text_page, 0, -1) != shapes.texts or _BACKWARDS.search(text):
        find_losses(api, shapes)
    if not text:
        return []
    pieces = [found.span() for found in _PIECE.finditer(text)]
    unmapped = _unmapped(api, text_page, text, pieces)
    if not frame.plain or shapes.invisible or unmapped:
        text = "".join("\ufffd" if at in unmapped else letter for at, letter in enumerate(text))
        letters = [found.span() for found in _LETTER.finditer(text)]
        boxes = _boxes(api, text_page, [at for at, _ in letters], frame)
        runs = _measured(api, text_page, text, letters, boxes, frame)
        return _marked(api, text_page, runs, letters, unmapped, shapes.invisible)
    pieces, boxes = _whole_or_letters(api, text_page, pieces, frame, shapes)
    return _measured(api, text_page, text, pieces, boxes, frame)


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


def _boxes(api: Pdfium, text_page: int, indexes: Sequence[int], frame: Frame) -> list[Box]:
    """The box of each character on the page as it is shown."""
    memory = bytearray(16 * len(indexes))
    base = ctypes.addressof(c_char.from_buffer(memory)) if indexes else 0
    places = range(base, base + len(memory), 16)
    each(map(api.FPDFText_GetLooseCharBox, repeat(text_page), indexes, places))
    if frame.plain:
        height = frame.height
        return [
            (left, height - top, right, height - low) for left, top, right, low in iter_unpack("4f", memory)
        ]
    matrix = frame.matrix
    return [
        transform_box(matrix, (left, low, right, top)) for left, top, right, low in iter_unpack("4f", memory)
    ]


def _whole_or_letters(
    api: Pdfium, text_page: int, pieces: list[_Span], frame: Frame, shapes: Shapes
) -> tuple[list[_Span], list[Box]]:
    """The pieces with their boxes; in place of those that are not one run from left to right in one cell, their
    letters."""
    boxes = _boxes(api, text_page, [start for start, _ in pieces], frame)
    long = [place for place, (start, stop) in enumerate(pieces) if stop - start > 1]
    ends = _boxes(api, text_page, [pieces[place][1] - 1 for place in long], frame)
    upright = sorted((rule.at, rule.start, rule.end) for rule in shapes.rules if rule.vertical)
    broken: set[int] = set()
    for place, last in zip(long, ends, strict=True):
        start, stop = pieces[place]
        first = left, top, _, bottom = boxes[place]
        right = last[2]
        if _is_one_run(first, last, stop - start) and not _is_crossed((left, top, right, bottom), upright):
            boxes[place] = (left, top, right, bottom)
        else:
            broken.add(place)
    if not broken:
        return pieces, boxes
    letters = [at for place in sorted(broken) for at in range(*pieces[place])]
    measured = zip(letters, _boxes(api, text_page, letters, frame), strict=True)
    parts: list[_Span] = []
    places: list[Box] = []
    for place, (start, stop) in enumerate(pieces):
        if place in broken:
            for at, box in islice(measured, stop - start):
                parts.append((at, at + 1))
                places.append(box)
        else:
            parts.append((start, stop))
            places.append(boxes[place])
    return parts, places


def _is_one_run(first: Box, last: Box, letters: int) -> bool:
    """Whether the ends of a piece are as far apart as its letters make them, and equally high: of a letter that a
    mark in the file puts in the place of another, PDFium gives the ink alone."""
    left, top, _, bottom = first
    size = bottom - top
    width, same = letters * size, _SAME_HEIGHT * size
    return (
        0.7 * width < last[2] - left < _WIDEST * width
        and -same < last[1] - top < same
        and -same < last[3] - bottom < same
    )


def _is_crossed(box: Box, upright: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a rule runs through a piece."""
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    for index in range(bisect_right(upright, (left + 1.0,)), bisect_left(upright, (right - 1.0,))):
        _, start, end = upright[index]
        if start <= middle <= end:
            return True
    return False


def _measured(
    api: Pdfium, text_page: int, text: str, pieces: Sequence[_Span], boxes: Sequence[Box], frame: Frame
) -> list[Run]:
    """The pieces as runs.

    Looked at once more are single characters that do not go on along the line of those before them, nor begin a line
    of their own, as lines of upright text do; and those before them.
    """
    runs: list[Run] = []
    odd: set[int] = set()
    last_left, last_middle, last_width, least = -1e9, 0.0, 0.0, 0.0
    for place, ((start, stop), (left, top, right, bottom)) in enumerate(zip(pieces, boxes, strict=True)):
        size, width, middle = bottom - top, right - left, top + bottom  # twice the middle
        runs.append(_new_run((text[start:stop], left, top, right, bottom, size, 0, True, True)))
        if width < 0.1 or size < 0.1:
            odd.add(place)
        # what is exactly level with the one before it and stands to its right goes on along the line
        elif middle != last_middle or left - last_left <= least:
            move, step = left - last_left, (middle - last_middle) / 2
            if not (-0.2 * size < step < 0.2 * size and move > least) and (
                -3 * size < step < 3 * size and -3 * size < move - last_width and move < 3 * size
            ):
                odd |= {place - 1, place}
        last_left, last_middle, last_width = left, middle, width
        least = 0.3 * width if width > 0.4 else 0.1
    for place in odd:
        start, stop = pieces[place]
        if stop - start == 1:
            runs[place] = _looked_at(api, text_page, start, runs[place], frame)
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
    return text.translate(_MARKS) if _MARK.search(text) else text


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
