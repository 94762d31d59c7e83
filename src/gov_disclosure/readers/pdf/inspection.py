"""A picture of a page with what was seen on it drawn over: to find the step at which a cell went wrong."""

import io
from typing import Any

from gov_disclosure.readers.pdf.content import Box, PageContent
from gov_disclosure.readers.pdf.engines import engine_name, open_file
from gov_disclosure.readers.pdf.layout import PageLayout, lay_out
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.errors import MissingExtra, NoSuchPage

__all__ = ["inspect_page", "page_layout"]

_SCALE = 2.0  # pixels a point
_RULE, _LOOSE, _CELL, _DOUBT, _TEXT = "#d62728", "#999999", "#1f77b4", "#ff7f0e", "#2ca02c"


def page_layout(
    content: bytes, page: int, options: Options, tolerances: Tolerances | None = None
) -> tuple[PageContent, PageLayout]:
    """What an engine gave for a page (counted from 1), and every step made from it.

    Raises :class:`NoSuchPage` besides the errors of reading.
    """
    chosen = tolerances or Tolerances()
    options.limits.check_bytes(len(content))
    deadline = options.limits.deadline()
    file = open_file(engine_name(options.engine), content, options.password, chosen, deadline)
    try:
        seen = file.page(page - 1) if 1 <= page <= file.page_count else None
        if seen is None:
            raise NoSuchPage(source=options.name, page=page, pages=file.page_count)
    finally:
        file.close()
    return seen, lay_out(seen, chosen, options.limits)


def inspect_page(content: bytes, page: int, options: Options) -> bytes:
    """A PNG of a page (counted from 1) with the rules that were seen (red; grey where they belong to no
    table), the cells (blue, with row and column from 0; orange where in doubt) and the lines outside tables
    (green).

    Raises :class:`MissingExtra` where pypdfium2 or Pillow is not installed, :class:`NoSuchPage`, and the
    errors of reading.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped]
        from PIL import ImageDraw
    except ImportError as error:
        purpose = "drawing a page"
        raise MissingExtra(extra="html-report", package="pypdfium2 and pillow", purpose=purpose) from error
    from gov_disclosure.readers.pdf.pdfium_api import LOCK

    seen, layout = page_layout(content, page, options)
    with LOCK:
        document = pypdfium2.PdfDocument(content, password=options.password)
        try:
            picture = document[page - 1].render(scale=_SCALE).to_pil().convert("RGB")
        finally:
            document.close()
    _draw(ImageDraw.Draw(picture), seen, layout)
    output = io.BytesIO()
    picture.save(output, format="PNG", optimize=True)
    return output.getvalue()


def _draw(pen: Any, seen: PageContent, layout: PageLayout) -> None:
    loose = set(layout.loose)
    for rule in layout.rules:
        ends = (
            (rule.at, rule.start, rule.at, rule.end)
            if rule.vertical
            else (rule.start, rule.at, rule.end, rule.at)
        )
        pen.line(_scaled(layout.shown(ends)), fill=_LOOSE if rule in loose else _RULE, width=2)
    for table in layout.tables:
        for cell in table.cells:
            x0, top, x1, bottom = cell.box
            colour = _DOUBT if cell.doubt else _CELL
            pen.rectangle(_scaled((x0 + 1, top + 1, x1 - 1, bottom - 1)), outline=colour, width=1)
            # at the right: labels begin at the left of their cells, and most figures stand in the middle
            name = f"{cell.row},{cell.column}"
            right, upper, _, _ = _scaled((x1 - 1.5, top + 1, 0, 0))
            pen.text((right - pen.textlength(name), upper), name, fill=colour)
    for line in layout.lines:
        pen.rectangle(_scaled(layout.shown(line.box)), outline=_TEXT, width=1)
    for box in (*seen.pictures, *seen.drawings):
        pen.rectangle(_scaled(box), outline=_LOOSE, width=1)


def _scaled(box: Box) -> Box:
    return (box[0] * _SCALE, box[1] * _SCALE, box[2] * _SCALE, box[3] * _SCALE)
