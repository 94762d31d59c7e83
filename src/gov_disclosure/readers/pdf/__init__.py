"""PDF files to the neutral document, with either of two engines."""

from typing import TYPE_CHECKING

from gov_disclosure.readers.pdf.reader import PdfReader
from gov_disclosure.readers.pdf.settings import Tolerances

if TYPE_CHECKING:
    from gov_disclosure.readers.pdf.inspection import inspect_page, page_layout

__all__ = ["PdfReader", "Tolerances", "inspect_page", "page_layout"]


def __getattr__(name: str) -> object:
    # drawing a page is for people who look for a fault, and reading does without it
    if name in ("inspect_page", "page_layout"):
        from gov_disclosure.readers.pdf import inspection

        return getattr(inspection, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
