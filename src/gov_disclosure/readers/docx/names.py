"""Names of WordprocessingML elements, and how their switches are read."""

from gov_disclosure.readers.safe_xml import Element

__all__ = ["MATH", "MC", "W", "child", "inner", "is_on", "leading", "transitional", "value_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_VALUE = W + "val"

# The strict variant of the standard names the same elements by other addresses.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_OFF = frozenset({"0", "false", "off"})


def transitional(content: bytes) -> bytes:
    """XML of the strict variant under the names that everybody else uses."""
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
    return content


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names, if it is there."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def leading(element: Element, name: str) -> Element | None:
    """The properties of an element: a child of a (full) name, which stands first in nearly every file."""
    for first in element:
        return first if first.tag == name else element.find(name)
    return None


def inner(properties: Element | None) -> dict[str, Element]:
    """The single properties by their full names."""
    return {} if properties is None else {element.tag: element for element in properties}


def value_of(element: Element | None) -> str | None:
    """The ``val`` of an element, if both are there."""
    return None if element is None else element.get(_VALUE)


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get(_VALUE, "1").lower() not in _OFF
