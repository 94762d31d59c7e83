"""The official form as a Word document."""

from gov_disclosure.writers.docx.writer import DocxWriter, document_bytes

__all__ = ["DocxWriter", "document_bytes"]
