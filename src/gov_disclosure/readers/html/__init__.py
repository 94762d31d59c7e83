"""Web pages: HTML of every kind of brokenness, and web archives."""

from gov_disclosure.readers.html.mht import MhtReader
from gov_disclosure.readers.html.reader import HtmlReader

__all__ = ["HtmlReader", "MhtReader"]
