"""PDF files to the neutral document, with either of two engines."""

from gov_disclosure.readers.pdf.inspection import inspect_page, page_layout
from gov_disclosure.readers.pdf.reader import PdfReader
from gov_disclosure.readers.pdf.settings import Tolerances

__all__ = ["PdfReader", "Tolerances", "inspect_page", "page_layout"]
