"""The text of a paragraph as it is shown: runs joined, changes accepted, hidden text and instructions left out."""

from collections.abc import Sequence

import attrs

from gov_disclosure.readers.docx.names import MATH, MC, W, is_on, leading, value_of
from gov_disclosure.readers.docx.styles import Styles
from gov_disclosure.readers.docx.symbols import symbol
from gov_disclosure.readers.safe_xml import Element

__all__ = ["Inline", "chosen_branch", "read_inline", "simple_text"]

_RUN, _RUN_PROPERTIES, _TEXT = W + "r", W + "rPr", W + "t"
_TEXTS, _PARAGRAPH_PROPERTIES = (_TEXT, MATH + "t"), W + "pPr"
_VANISH, _RUN_STYLE = W + "vanish", W + "rStyle"
_FIELD_CHARACTER, _SIMPLE_FIELD, _INSTRUCTION = W + "fldChar", W + "fldSimple", W + "instrText"
_ALTERNATE, _BOX, _SYMBOL, _BREAK = MC + "AlternateContent", W + "txbxContent", W + "sym", W + "br"
_PRINTED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    _BREAK: "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
# Deleted or moved away, readings above characters (pinyin), formatting.
_LEFT_OUT = frozenset(
    W + name
    for name in ("pPr", "rPr", "del", "moveFrom", "delText", "delInstrText", "rt", "sdtPr", "sdtEndPr", "tbl")
)


@attrs.define
class Inline:
    """What a paragraph holds: its text, the contents of text boxes anchored in it, and whether a calculated
    field in it is marked as out of date."""

    text: str = ""
    boxes: list[Element] = attrs.field(factory=list)
    stale: bool = False


@attrs.define
class _Fields:
    """Which part of the fields around it a run stands in: of each open field, whether its result has begun."""

    open: list[bool] = attrs.field(factory=list)
    dirty: list[bool] = attrs.field(factory=list)
    stale: bool = False

    def character(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.open.append(False)
            self.dirty.append(element.get(W + "dirty", "0") in ("1", "true", "on"))
        elif kind == "separate" and self.open:
            self.open[-1] = True
        elif kind == "end" and self.open:
            self.open.pop()
            self.dirty.pop()

    def instruction(self, text: str) -> None:
        if self.dirty and self.dirty[-1] and text.lstrip().startswith("="):
            self.stale = True

    @property
    def shown(self) -> bool:
        return all(self.open)


def read_inline(content: Sequence[Element], styles: Styles, *, hidden: bool) -> Inline:
    """The text of what a paragraph holds; ``hidden`` says whether its style hides text."""
    made = Inline()
    parts: list[str] = []
    fields = _Fields()
    waiting = [iter(content)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        tag = element.tag
        if tag in _TEXTS:
            if fields.shown and element.text:
                parts.append(element.text.replace("\n", " "))
        elif tag == _RUN:
            if not _is_hidden(element, styles, hidden):
                waiting.append(iter(element))
        elif tag in _LEFT_OUT:
            continue
        elif tag in _PRINTED:
            if fields.shown:
                parts.append(_PRINTED[tag])
        elif tag == _BOX:
            made.boxes.append(element)
        elif tag == _ALTERNATE:
            branch = chosen_branch(element)
            if branch is not None:
                waiting.append(iter(branch))
        elif tag == _FIELD_CHARACTER:
            fields.character(element)
        elif tag == _INSTRUCTION:
            fields.instruction(element.text or "")
        elif tag == _SYMBOL:
            if fields.shown:
                parts.append(symbol(element.get(W + "char", ""), element.get(W + "font", "")))
        else:
            if tag == _SIMPLE_FIELD and element.get(W + "dirty", "0") in ("1", "true", "on"):
                fields.stale |= element.get(W + "instr", "").lstrip().startswith("=")
            if len(element):
                waiting.append(iter(element))
    made.text = "".join(parts)
    made.stale = fields.stale
    return made


def simple_text(content: Sequence[Element], styles: Styles, *, hidden: bool) -> str | None:
    """The text of a paragraph that holds plain runs, as nearly all do; None for any other."""
    parts: list[str] = []
    for element in content:
        tag = element.tag
        if tag == _RUN:
            shown = True
            for inner in element:
                kind = inner.tag
                if kind == _TEXT:
                    if shown and (text := inner.text):
                        parts.append(text.replace("\n", " "))
                elif kind == _RUN_PROPERTIES:
                    shown = not (styles.any_hidden and _is_hidden(element, styles, hidden))
                else:
                    return None
            if hidden and styles.any_hidden and leading(element, _RUN_PROPERTIES) is None:
                return None
        elif tag != _PARAGRAPH_PROPERTIES:
            return None
    return "".join(parts)


def chosen_branch(alternate: Element) -> Element | None:
    """The one of several equal contents to read: the first choice that holds anything, else what to fall back on."""
    for element in alternate:
        if element.tag == MC + "Choice" and len(element):
            return element
    return alternate.find(MC + "Fallback")


def _is_hidden(run: Element, styles: Styles, hidden: bool) -> bool:
    properties = leading(run, _RUN_PROPERTIES)
    if properties is None:
        return hidden
    switch = properties.find(_VANISH)
    if switch is not None:
        return is_on(switch)
    style = value_of(properties.find(_RUN_STYLE))
    return hidden or (style is not None and styles.of(style).hidden)
