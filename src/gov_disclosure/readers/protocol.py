"""The shape every reader has: bytes in, a neutral document out."""

from typing import Protocol

import attrs

from gov_disclosure.documents import Document
from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.reading.limits import Limits

__all__ = ["Options", "Reader"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Options(ByFields):
    """What a caller may say about how to read."""

    name: str | None = None  # the document's name as given, for what its ending may add to its content
    engine: str | None = None
    password: str | None = None
    limits: Limits = attrs.field(factory=Limits)


class Reader(Protocol):
    """A reader: any object with a name, a test for its own kind of content, and ``read``."""

    name: str

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content that starts with ``head`` (a few kilobytes) is of this reader's kind."""
        ...

    def read(self, content: bytes, options: Options) -> Document:
        """The document; raises a :class:`~gov_disclosure.ReadError` where that cannot be done."""
        ...
