"""Small helpers for tests of the web page reader."""

from gov_disclosure.documents import Document, Table
from gov_disclosure.readers.html import HtmlReader
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading import Limits

__all__ = ["only_table", "read_html", "rows_of"]


def read_html(page: str | bytes, limits: Limits | None = None) -> Document:
    """The document in a page."""
    content = page.encode() if isinstance(page, str) else page
    return HtmlReader().read(content, Options(limits=limits or Limits()))


def only_table(page: str | bytes) -> Table:
    """The one table of a page."""
    tables = read_html(page).tables
    assert len(tables) == 1, tables
    return tables[0]


def rows_of(table: Table) -> list[list[str]]:
    """The texts of a table, row by row, every cell once."""
    return [[cell.text for cell in row] for row in table.rows()]
