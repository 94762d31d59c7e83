"""One look over a page by the parser itself: which paragraphs and cells hold nothing but words in spans.

Those are most of any page, and the parser joins their text far faster than a walk over their elements.
"""

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

__all__ = ["Survey"]

_MORE_THAN_WORDS = r":is(p,td,th) :not(span,font,a,b,strong,em,i,u,o\:p,p)"
_HOLDERS = frozenset(("p", "td", "th"))


class Survey:
    """Memory addresses: of paragraphs and cells that hold more than words (``mixed``), of tables that hold tables
    (``outer``); and the cells with spans written on them (``spanned``)."""

    def __init__(self, root: LexborNode) -> None:
        self.mixed = _around(root.css(_MORE_THAN_WORDS), _HOLDERS)
        self.outer = _around((inner.parent for inner in root.css("table table")), frozenset(("table",)))
        self.spanned = frozenset(cell.mem_id for cell in root.css("[rowspan],[colspan]"))


def _around(nodes: Iterable[LexborNode | None], tags: frozenset[str]) -> set[int]:
    """The elements of some tags that the nodes stand in, each way up gone only once."""
    found: set[int] = set()
    seen: set[int] = set()
    for node in nodes:
        above = node
        while above is not None:
            address = above.mem_id
            if address in seen:
                break
            seen.add(address)
            if above.tag in tags:
                found.add(address)
            above = above.parent
    return found
