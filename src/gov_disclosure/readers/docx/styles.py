"""What a document's styles say that matters to a reader: numbering, headings, hidden text, contents lists."""

import attrs

from gov_disclosure.readers.docx.names import W, child, inner, is_on, value_of
from gov_disclosure.readers.safe_xml import Element

__all__ = ["Style", "Styles"]

_DEPTH = 32  # styles that rest on one another; loops exist
_HEADINGS = 3
_VANISH, _LIST, _NAME = W + "vanish", W + "numPr", W + "name"


@attrs.frozen(kw_only=True)
class Style:
    """A paragraph or character style with what it inherits.

    ``numbering`` and ``level`` are those of its list, ``hidden`` is true for text that is not shown, ``heading``
    for an outline level of the first three, ``contents`` for a line of a table of contents.
    """

    numbering: str | None = None
    level: str | None = None
    hidden: bool = False
    heading: bool = False
    contents: bool = False


_PLAIN = Style()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None, body: Element) -> None:
        hides = any(next(part.iter(_VANISH), None) is not None for part in (root, body) if part is not None)
        self.any_hidden = hides  # false where nothing in the document can hide text
        self.any_telling = root is not None and _is_telling(root)  # false where styles do nothing to its text
        self._elements: dict[str, Element] = {}
        self._made: dict[str, Style] = {}
        self._usual = _PLAIN
        for element in root.iterfind(W + "style") if root is not None else ():
            name = element.get(W + "styleId")
            if name is None:
                continue
            self._elements.setdefault(name, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default", "0") in (
                "1",
                "true",
                "on",
            ):
                self._usual = self.of(name)

    def of(self, name: str | None) -> Style:
        """A style by its id; for a paragraph without one, the document's usual style."""
        if name is None:
            return self._usual
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._make(name)
        return made

    def _make(self, name: str | None) -> Style:
        numbering = level = outline = hidden = None
        contents, seen = False, 0
        while name in self._elements and seen < _DEPTH:
            own = inner(self._elements[name])
            paragraph = inner(own.get(W + "pPr"))
            numbers = inner(paragraph.get(W + "numPr"))
            if numbering is None:
                numbering = value_of(numbers.get(W + "numId"))
            if level is None:
                level = value_of(numbers.get(W + "ilvl"))
            if outline is None:
                outline = value_of(paragraph.get(W + "outlineLvl"))
            if hidden is None and (switch := child(own.get(W + "rPr"), "vanish")) is not None:
                hidden = is_on(switch)
            contents = contents or _is_of_contents(own.get(_NAME))
            name = value_of(own.get(W + "basedOn"))
            seen += 1
        heading = outline is not None and outline.isdigit() and int(outline) < _HEADINGS
        return Style(
            numbering=numbering, level=level, hidden=bool(hidden), heading=heading, contents=contents
        )


def _is_of_contents(name: Element | None) -> bool:
    printed = (value_of(name) or "").lower()
    return printed.startswith("toc ") and printed != "toc heading"


def _is_telling(root: Element) -> bool:
    """Whether any style numbers its paragraphs, hides text, or is that of a table of contents."""
    return next(root.iter(_LIST, _VANISH), None) is not None or any(map(_is_of_contents, root.iter(_NAME)))
