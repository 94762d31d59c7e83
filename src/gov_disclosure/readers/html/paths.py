"""XPath addresses of elements, worked out only for those that are asked for."""

from selectolax.lexbor import LexborNode

__all__ = ["Paths"]

_LONGEST = 2_000  # of an address: deeper than that a page is a trap, not a page


class Paths:
    """Addresses in the tree that a browser builds, such as ``/html[1]/body[1]/div[2]/table[1]``.

    Siblings are counted once, from left to right, as far as they are asked for.
    """

    def __init__(self) -> None:
        self._paths: dict[int, str | None] = {}
        self._counted: dict[int, tuple[LexborNode, dict[str, int]]] = {}  # by parent: last child, counts

    def path(self, node: LexborNode) -> str | None:
        """The address of an element; None where it would be absurdly long."""
        paths = self._paths
        above: list[LexborNode] = []
        known: str | None = ""
        current: LexborNode | None = node
        while current is not None and _is_element(current.tag):
            address = current.mem_id
            if address in paths:
                known = paths[address]
                break
            above.append(current)
            current = current.parent
        for element in reversed(above):
            if known is not None:
                known = f"{known}/{self._step(element)}"
                if len(known) > _LONGEST:
                    known = None
            paths[element.mem_id] = known
        return known

    def _step(self, node: LexborNode) -> str:
        """The last part of an address: the tag, and which of its kind among its siblings."""
        tag = node.tag or ""
        parent = node.parent
        if parent is None:
            return f"{tag}[1]"
        counts = self._count(parent, node)
        if ":" in tag:
            # A prefixed tag, as Word writes them, has no name that an address could use.
            return f"*[{sum(counts.values())}]"
        return f"{tag}[{counts[tag]}]"

    def _count(self, parent: LexborNode, node: LexborNode) -> dict[str, int]:
        """How many elements of each tag there are among the children up to one of them."""
        wanted = node.mem_id
        counts: dict[str, int]
        last, counts = self._counted.get(parent.mem_id, (None, {}))
        child = parent.first_child if last is None else last.next
        while child is not None:
            tag = child.tag or "-"
            if tag[0] != "-":
                counts[tag] = counts.get(tag, 0) + 1
                if child.mem_id == wanted:
                    self._counted[parent.mem_id] = (child, counts)
                    return counts
            child = child.next
        # It stands before those already counted: once more from the start.
        del self._counted[parent.mem_id]
        return self._count(parent, node)


def _is_element(tag: str | None) -> bool:
    return tag is not None and tag[:1].isalpha()
