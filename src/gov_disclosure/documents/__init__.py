"""The neutral document that every reader makes and the one interpreter understands."""

from gov_disclosure.documents.document import Block, Cell, Document, Meta, Paragraph, Table

__all__ = ["Block", "Cell", "Document", "Meta", "Paragraph", "Table"]
