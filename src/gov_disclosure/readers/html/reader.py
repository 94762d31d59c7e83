"""The reader of web pages: whole pages, saved fragments, pages that an office program has renamed."""

from codecs import BOM_UTF8

import attrs

from gov_disclosure.documents import Document
from gov_disclosure.readers.decoding import decode
from gov_disclosure.readers.html.page import read_page
from gov_disclosure.readers.html.recognise import declared_encoding, is_html
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import notice

__all__ = ["HtmlReader", "read_bytes"]


class HtmlReader:
    """Reads HTML in any encoding, told by its content and not by its name."""

    name = "html"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content that starts with ``head`` is a web page or a piece of one."""
        return is_html(head)

    def read(self, content: bytes, options: Options) -> Document:
        """The document.

        Raises :class:`~gov_disclosure.TooLarge`, or :class:`~gov_disclosure.UnknownFormat` for binary data.
        """
        options.limits.check_bytes(len(content))
        return read_bytes(content, options.limits, reader=self.name)


def read_bytes(
    content: bytes, limits: Limits, *, reader: str, charset: str | None = None, member: str | None = None
) -> Document:
    """The document in the bytes of a page; ``charset`` is what its envelope declares, where it has one."""
    decoded = decode(content, declared=charset, declares=declared_encoding)
    unchanged = decoded.encoding == "utf-8" and not decoded.replaced
    markup = content.removeprefix(BOM_UTF8) if unchanged else decoded.text.encode("utf-8")
    document = read_page(markup, limits, reader=reader, member=member)
    if decoded.replaced:
        params = {"count": decoded.replaced, "encoding": decoded.encoding}
        mended = notice("encoding-repaired", params=params)
        document = attrs.evolve(document, notices=(mended, *document.notices))
    return document
