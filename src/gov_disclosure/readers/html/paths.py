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
        self._steps: dict[int, str] = {}
        self._seen: dict[int, tuple[LexborNode, dict[str, int]]] = {}  # by parent: last child, counts

    def path(self, node: LexborNode) -> str | None:
        """The address of an element; None where it would be absurdly long."""
        above: list[LexborNode] = []
        known: str | None = ""
        current: LexborNode | None = node
        while current is not None and _is_element(current.tag):
            if current.mem_id in self._paths:
                known = self._paths[current.mem_id]
                break
            above.append(current)
            current = current.parent
        for element in reversed(above):
            known = None if known is None else f"{known}/{self._step(element)}"
            if known is not None and len(known) > _LONGEST:
                known = None
            self._paths[element.mem_id] = known
        return known

    def _step(self, node: LexborNode) -> str:
        step = self._steps.get(node.mem_id)
        if step is None:
            self._count(node)
            step = self._steps[node.mem_id]
        return step

    def _count(self, node: LexborNode) -> None:
        """Number the siblings of a node up to it."""
        parent = node.parent
        if parent is None:
            self._steps[node.mem_id] = f"{node.tag}[1]"
            return
        counts: dict[str, int]
        last, counts = self._seen.get(parent.mem_id, (None, {}))
        child = parent.first_child if last is None else last.next
        while child is not None:
            tag = child.tag or ""
            if _is_element(tag):
                counts[tag] = counts.get(tag, 0) + 1
                counts["*"] = counts.get("*", 0) + 1
                # A prefixed tag, as Word writes them, has no name that an address could use.
                named = tag if ":" not in tag else "*"
                self._steps[child.mem_id] = f"{named}[{counts[named]}]"
                if child.mem_id == node.mem_id:
                    self._seen[parent.mem_id] = (child, counts)
                    return
            child = child.next


def _is_element(tag: str | None) -> bool:
    return tag is not None and tag[:1].isalpha()
