"""The reader of web archives (.mht, .mhtml): a page and its parts saved as one mail message."""

import email
import email.policy
from collections.abc import Iterator
from email.message import Message
from itertools import chain

from gov_disclosure.documents import Document
from gov_disclosure.readers.html.reader import read_bytes
from gov_disclosure.readers.html.recognise import is_mht
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.errors import Damaged

__all__ = ["MhtReader"]

_MOST_PARTS = 5_000  # boundaries; a page with all its pictures has hundreds
_MOST_PAGES = 50


class MhtReader:
    """Reads web archives; only the pages in them are opened, in their order."""

    name = "mht"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content that starts with ``head`` is a web archive."""
        return is_mht(head)

    def read(self, content: bytes, options: Options) -> Document:
        """The document; raises :class:`~gov_disclosure.Damaged` where no page can be found in the archive."""
        options.limits.check_bytes(len(content))
        pages = list(_pages(content))
        if not pages:
            raise Damaged(reason="the web archive holds no page", reason_zh="网页存档中没有网页")
        several = len(pages) > 1
        documents = []
        size = 0
        for member, charset, page in pages[:_MOST_PAGES]:
            size += len(page)
            options.limits.check_bytes(size)
            documents.append(
                read_bytes(
                    page,
                    options.limits,
                    reader=self.name,
                    charset=charset,
                    member=member if several else None,
                )
            )
        if not several:
            return documents[0]
        return Document(
            blocks=tuple(chain.from_iterable(document.blocks for document in documents)),
            reader=self.name,
            metadata=tuple(chain.from_iterable(document.metadata for document in documents)),
            notices=tuple(chain.from_iterable(document.notices for document in documents)),
        )


def _pages(content: bytes) -> Iterator[tuple[str | None, str | None, bytes]]:
    """The HTML parts: where each came from, the encoding declared for it, its bytes."""
    if content.count(b"\n--") > _MOST_PARTS:
        raise Damaged(reason="the web archive has too many parts", reason_zh="网页存档的部分过多")
    try:
        message = email.message_from_bytes(
            content.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=email.policy.compat32
        )
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                yield _page(part)
    except (RecursionError, LookupError, ValueError) as error:
        raise Damaged(
            reason=f"the web archive cannot be taken apart: {error}", reason_zh="网页存档无法拆分"
        ) from error


def _page(part: "Message[str, str]") -> tuple[str | None, str | None, bytes]:
    payload = part.get_payload(decode=True)
    member = part.get("Content-Location") or part.get("Content-ID")
    charset = part.get_content_charset()
    return str(member) if member else None, charset, payload if isinstance(payload, bytes) else b""
