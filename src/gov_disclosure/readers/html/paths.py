"""XPath addresses of elements, worked out only for those that are asked for."""

from typing import NamedTuple

from selectolax.lexbor import LexborNode

from gov_disclosure.reading.place import Place

__all__ = ["Addressed", "Paths"]

_LONGEST = 2_000  # of an address: deeper than that a page is a trap, not a page


class Paths:
    """Addresses in the tree that a browser builds, such as ``/html[1]/body[1]/div[2]/table[1]``.

    Siblings are numbered together, when one of them is first asked for.
    """

    def __init__(self) -> None:
        self._paths: dict[int, str | None] = {}

    def path(self, node: LexborNode) -> str | None:
        """The address of an element; None where it would be absurdly long."""
        paths = self._paths
        address = node.mem_id
        if address in paths:
            return paths[address]
        above: list[LexborNode] = []
        parent = node.parent
        while parent is not None and _is_element(parent.tag):
            above.append(parent)
            if parent.mem_id in paths:
                break
            parent = parent.parent
        if not above or above[-1].mem_id not in paths:
            root = above[-1] if above else node
            paths[root.mem_id] = f"/{root.tag}[1]"
        for element in reversed(above):
            self._number_children(element, paths.get(element.mem_id))
        return paths.get(address)

    def _number_children(self, parent: LexborNode, known: str | None) -> None:
        """Give all children of an element their addresses."""
        paths = self._paths
        counts: dict[str, int] = {}
        elements = 0
        for child in parent.iter():
            tag = child.tag or "-"
            if tag[0] == "-":
                continue
            elements += 1
            counts[tag] = number = counts.get(tag, 0) + 1
            if known is None:
                path = None
            elif ":" in tag:
                # A prefixed tag, as Word writes them, has no name that an address could use.
                path = f"{known}/*[{elements}]"
            else:
                path = f"{known}/{tag}[{number}]"
            paths[child.mem_id] = path if path is not None and len(path) <= _LONGEST else None


def _is_element(tag: str | None) -> bool:
    return tag is not None and tag[:1].isalpha()


class Addressed(NamedTuple):
    """An element whose address is told when it is asked for; the page's tree is kept until then."""

    node: LexborNode
    paths: Paths
    member: str | None = None

    def place_of(self, _held: object) -> Place:
        """The place of what the element holds."""
        return Place.at_element(self.paths.path(self.node), self.member)
