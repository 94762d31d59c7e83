"""Word and WPS documents (DOCX, DOCM): paragraphs and tables straight from the archive's XML."""

from gov_disclosure.readers.docx.reader import DocxReader

__all__ = ["DocxReader"]
