"""Which elements of a page are not shown."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["hidden_elements"]

_STYLE = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_SIMPLE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9]*)?[.#][A-Za-z][\w-]*")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
# An attribute and a style as they stand in the source.
_ATTRIBUTE = re.compile(rb"hidden[\s=>/]")
_VALUE = re.compile(rb"visibility\s*:\s*hidden")
_BEFORE_VALUE = (b":", b" ", b"\t", b"\n", b"\r", b"\f", b"\v")
_MOST_RULES = 50
_LONGEST_SHEET = 1_000_000


def hidden_elements(page: LexborHTMLParser, source: bytes) -> dict[int, LexborNode]:
    """The elements that are not shown, by memory address, as far as the page itself says so.

    Looks at ``hidden`` attributes, at styles written on the element, and at rules for a class or an id in the
    page's own style sheets; scripts are not run.
    """
    selectors = _looked_at(source)
    if not selectors:
        return {}
    found = {}
    sheets = []
    for node in page.css(",".join((*selectors, "style"))):
        attributes = node.attributes
        if "hidden" in attributes or _STYLE.search(attributes.get("style") or ""):
            found[node.mem_id] = node
        if node.tag == "style":
            sheets.append(node)
    for selector in _sheet_rules(sheets):
        found |= {node.mem_id: node for node in page.css(selector)}
    return found


def _looked_at(source: bytes) -> list[str]:
    """Selectors of the elements that may be hidden, as far as the source has the words for it; most pages have none.

    A word is looked for from the end: in a long page that takes a third of the time.
    """
    attribute = value = False
    place = source.rfind(b"hidden")
    while place >= 0 and not (attribute and value):
        attribute = attribute or _ATTRIBUTE.match(source, place) is not None
        value = value or source[place - 1 : place].endswith(_BEFORE_VALUE)
        place = source.rfind(b"hidden", 0, place)
    selectors = ["[hidden]"] if attribute else []
    if value and _VALUE.search(source):
        selectors.append("[style*=hidden]")
    if source.rfind(b"none") >= 0:
        selectors.append("[style*=none]")
    return selectors


def _sheet_rules(sheets: Iterable[LexborNode]) -> list[str]:
    """Plain class and id selectors that the style sheets in the page hide."""
    selectors: list[str] = []
    for sheet in sheets:
        text = sheet.text(deep=True)
        if not _STYLE.search(text):
            continue
        for heads, body in _rules(_COMMENT.sub("", text[:_LONGEST_SHEET])):
            if _STYLE.search(body):
                selectors += [head for head in map(str.strip, heads.split(",")) if _SIMPLE.fullmatch(head)]
    return selectors[:_MOST_RULES]


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that hold everywhere: not those for print or small screens."""
    depth = start = body = 0
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                body = brace.end()
            depth += 1
        else:
            heads = sheet[start : body - 1]
            if depth == 1 and "@" not in heads:
                yield heads, sheet[body : brace.start()]
            depth = max(depth - 1, 0)
            if depth == 0:
                start = brace.end()
