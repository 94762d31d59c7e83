"""Word and WPS documents (DOCX, DOCM): paragraphs and tables straight from the archive's XML."""

from gov_disclosure.readers.docx.reader import DocxReader, read_package

__all__ = ["DocxReader", "read_package"]
