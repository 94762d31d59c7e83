"""Markdown, as web extractors and PDF-to-Markdown tools write it."""

from gov_disclosure.readers.markdown.reader import MarkdownReader

__all__ = ["MarkdownReader"]
