"""Articles kept where a browser does not show them as markup: script strings, text areas, templates.

Some sites write the whole report into a JavaScript string and put it on the page by script. Nothing is run:
the string literals are read and their escapes resolved.
"""

import html
import json
import re
from collections.abc import Iterator

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["Embedded", "embedded_articles"]

_LITERAL = re.compile(
    r"\"(?P<double>(?:[^\"\\]|\\.)*+)(?:\"|\Z)"
    r"|'(?P<single>(?:[^'\\\n]|\\.)*+)(?:'|\n|\Z)"
    r"|`(?P<back>(?:[^`\\]|\\.)*+)(?:`|\Z)"
    r"|//[^\n]*+|/\*.*?(?:\*/|\Z)",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(\r?\n)|(.))", re.DOTALL
)
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": ""}
_TABLES = r"(?i)<table|\\u003ctable|\\x3ctable|&lt;table"
_TABLE = re.compile(_TABLES)
_TRACE = re.compile(_TABLES.encode("ascii"))
_MARKUP = re.compile(r"[<>]|&[lg]t;")
_DEEPEST = 8  # elements in one another whose content is looked at each time


@attrs.frozen(kw_only=True)
class Embedded:
    """Markup found inside an element, and that element."""

    markup: str
    node: LexborNode


def embedded_articles(page: LexborHTMLParser, markup: bytes) -> Iterator[Embedded]:
    """The pieces of markup with a table that the page carries as text, in reading order."""
    if not _TRACE.search(markup):
        return
    left = _DEEPEST * len(markup)
    for node in page.css("script,textarea,template,noscript,iframe[srcdoc],input[type=hidden]"):
        for text in _texts(node):
            left -= len(text)
            if left < 0:
                return
            if _TABLE.search(text):
                unwrapped = _unwrap(text, script=node.tag == "script")
                if unwrapped:
                    yield Embedded(markup=unwrapped, node=node)


def _texts(node: LexborNode) -> Iterator[str]:
    if node.tag == "iframe":
        yield node.attributes.get("srcdoc") or ""
    elif node.tag == "input":
        yield node.attributes.get("value") or ""
    elif node.tag in ("template", "noscript"):
        # What is in a template is no child of it, but it is written out with it.
        _, _, content = (node.html or "").partition(">")
        yield content.rpartition("<")[0]
    else:
        yield node.text(deep=True)


def _unwrap(text: str, *, script: bool) -> str:
    """The markup itself: out of the string literals of a script, out of a second layer of entities."""
    if script and not text.lstrip().startswith("<"):
        literals = [literal for literal in _literals(text) if _MARKUP.search(literal)]
        text = "".join(literals)
    if "<" not in text and "&lt;" in text:
        text = html.unescape(text)
    return text if "<" in text else ""


def _literals(script: str) -> Iterator[str]:
    for found in _LITERAL.finditer(script):
        body = found["double"]
        if body is not None:
            try:
                value = json.loads(f'"{body}"', strict=False)
            except ValueError:
                value = _ESCAPE.sub(_unescape, body)
            yield str(value)
        else:
            body = found["single"] or found["back"]
            if body:
                yield _ESCAPE.sub(_unescape, body)


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if found[4]:
        return ""
    return _PLAIN_ESCAPES.get(found[5], found[5])
