"""One look over a page by the parser itself: which paragraphs and cells hold nothing but words in spans.

Those are most of any page, and the parser joins their text far faster than a walk over their elements.
"""

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

__all__ = ["Survey"]

# All that is not a span, a paragraph or a part of a table; cells that span more than one row or column (editors write
# a span of one on every cell); paragraphs that are not the one element in a cell.
_TELLING = (
    r":not(span,o\:p,p,td,font,tr,a,b,strong,em,i,u,th,tbody,thead,tfoot),"
    r"[rowspan]:not([rowspan='1']),[colspan]:not([colspan='1']),p:not(td>:only-child,th>:only-child)"
)
_CELLS = frozenset(("td", "th"))
_HOLDERS = frozenset(("p", "td", "th"))
_TABLES = frozenset(("table",))
# In drawings and formulas, tr and td are names like any other.
_NOT_IN_PLAIN_TABLES = frozenset(("table", "svg", "math"))


class Survey:
    """Memory addresses of elements.

    ``mixed`` are paragraphs and cells that hold more than words or than one paragraph, ``outer`` tables that
    hold tables or drawings, ``spanned`` cells with a span other than 1 written on them. What holds something
    hidden is not plain either.
    """

    def __init__(self, root: LexborNode, hidden: Iterable[LexborNode] = ()) -> None:
        self.mixed: set[int] = set()
        self.outer: set[int] = set()
        self.spanned: set[int] = set()
        mixed_ways: set[int] = set()
        outer_ways: set[int] = set()
        for node in hidden:
            _mark_above(node, _HOLDERS, self.mixed, mixed_ways)
            _mark_above(node, _TABLES, self.outer, outer_ways)
        for node in root.css(_TELLING):
            tag = node.tag
            if tag in _CELLS:
                self.spanned.add(node.mem_id)
                continue
            _mark_above(node, _HOLDERS, self.mixed, mixed_ways)
            if tag in _NOT_IN_PLAIN_TABLES:
                _mark_above(node, _TABLES, self.outer, outer_ways)


def _mark_above(node: LexborNode, tags: frozenset[str], marked: set[int], gone: set[int]) -> None:
    """Mark the elements of some tags that a node stands in; each way up is gone only once."""
    above = node.parent
    while above is not None and (address := above.mem_id) not in gone:
        gone.add(address)
        if above.tag in tags:
            marked.add(address)
        above = above.parent
