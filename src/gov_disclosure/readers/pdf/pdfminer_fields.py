"""What is typed into form fields and free notes: painted over the page, and not in its own content."""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from gov_disclosure.readers.pdf.geometry import Matrix, transform_box

__all__ = ["appearances"]

_KINDS = ("Widget", "FreeText")
_HIDDEN = 0b100010  # hidden, or not to be shown on a screen
_MOST = 10_000


def appearances(page: PDFPage) -> Iterator[tuple[dict[Any, Any], PDFStream, Matrix]]:
    """The resources, the content and the place of what fields and notes show on a page."""
    for note in (resolve1(page.annots) or [])[:_MOST]:
        entries = resolve1(note)
        if not isinstance(entries, dict) or _name(entries.get("Subtype")) not in _KINDS:
            continue
        flags = resolve1(entries.get("F", 0))
        if isinstance(flags, int) and flags & _HIDDEN:
            continue
        shown = _normal(entries)
        if shown is not None:
            resources = resolve1(shown.get("Resources")) or {}
            yield resources, shown, _place(shown, resolve1(entries.get("Rect")))


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _normal(entries: dict[Any, Any]) -> PDFStream | None:
    """The content of a field's normal look, in the state it is in."""
    looks = resolve1(entries.get("AP"))
    look = resolve1(looks.get("N")) if isinstance(looks, dict) else None
    if isinstance(look, dict):
        look = resolve1(look.get(_name(entries.get("AS"))))
    return look if isinstance(look, PDFStream) else None


def _numbers(value: Any, count: int) -> list[float] | None:
    value = resolve1(value)
    if not isinstance(value, list) or len(value) != count:
        return None
    numbers = [resolve1(item) for item in value]
    return (
        [float(item) for item in numbers] if all(isinstance(item, int | float) for item in numbers) else None
    )


def _place(shown: PDFStream, rectangle: Any) -> Matrix:
    """The matrix that fits what is shown into its rectangle on the page."""
    a, b, c, d, e, f = _numbers(shown.get("Matrix"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    own: Matrix = (a, b, c, d, e, f)
    box, place = _numbers(shown.get("BBox"), 4), _numbers(rectangle, 4)
    if box is None or place is None:
        return own
    x0, y0, x1, y1 = transform_box(own, (box[0], box[1], box[2], box[3]))
    left, right = sorted((place[0], place[2]))
    low, high = sorted((place[1], place[3]))
    across = (right - left) / (x1 - x0) if x1 > x0 else 1.0
    up = (high - low) / (y1 - y0) if y1 > y0 else 1.0
    return (
        a * across,
        b * up,
        c * across,
        d * up,
        e * across + left - x0 * across,
        f * up + low - y0 * up,
    )
