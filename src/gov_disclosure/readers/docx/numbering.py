"""Automatic numbering: what Word prints before a paragraph and does not store in its text.

Section numbers (一、) and the row labels of the statutory tables (（一）, 1.) are often such numbers.
"""

import re

import attrs

from gov_disclosure.readers.docx.counting import printed_number
from gov_disclosure.readers.docx.names import W, child, is_on, value_of
from gov_disclosure.readers.safe_xml import Element

__all__ = ["Numbering"]

_PLACE = re.compile("%([1-9])")
_LEVELS = 9
_CLOSED = tuple("、，。．.）)】〕:：")


@attrs.frozen(kw_only=True)
class _Level:
    """A level of a list: where it starts, how its number is written, and the text around it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    gap: str = " "
    legal: bool = False
    restart: int | None = None


@attrs.define
class _List:
    """A list as numbered paragraphs name it: its levels, its counters' owner, and where it starts anew."""

    levels: dict[int, _Level]
    owner: str
    starts: dict[int, int]
    started: bool = False


class Numbering:
    """The lists of a document, counting as its paragraphs pass by in order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._by_style: dict[tuple[str, str], int] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        abstract = {
            element.get(W + "abstractNumId", ""): element for element in root.iterfind(W + "abstractNum")
        }
        linked = {
            value_of(link): name
            for name, element in abstract.items()
            if (link := element.find(W + "styleLink")) is not None
        }
        for element in root.iterfind(W + "num"):
            owner = value_of(child(element, "abstractNumId")) or ""
            chosen = abstract.get(owner)
            named = value_of(child(chosen, "numStyleLink"))
            if named is not None and named in linked:
                owner = linked[named]
                chosen = abstract[owner]
            if chosen is None:
                continue
            name = element.get(W + "numId", "")
            levels = _levels(chosen)
            starts: dict[int, int] = {}
            for override in element.iterfind(W + "lvlOverride"):
                place = _integer(override.get(W + "ilvl"), 0)
                start = value_of(override.find(W + "startOverride"))
                if start is not None:
                    starts[place] = _integer(start, 1)
                own = override.find(W + "lvl")
                if own is not None:
                    levels[place] = _level(own)
            self._lists[name] = _List(levels=levels, owner=owner, starts=starts)
            for level in chosen.iterfind(W + "lvl"):
                style = value_of(level.find(W + "pStyle"))
                if style is not None:
                    self._by_style[name, style] = _integer(level.get(W + "ilvl"), 0)

    def level_for(self, numbering: str, style: str | None) -> int:
        """The level that a list gives to the paragraphs of a style."""
        return self._by_style.get((numbering, style or ""), 0)

    def next(self, numbering: str, level: int) -> str:
        """What is printed before the next paragraph of a list at a level, with the gap behind it."""
        found = self._lists.get(numbering)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        counters = self._counters.setdefault(found.owner, {})
        if not found.started:
            found.started = True
            for place, start in found.starts.items():
                counters.pop(place, None)
                counters[-1 - place] = start  # where this level starts when it is next used
        definition = found.levels.get(level, _Level())
        first = counters.get(-1 - level, definition.start)
        counters[level] = counters[level] + 1 if level in counters else first
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels.get(deeper, _Level()).restart
            if restart is None or (restart != 0 and level < restart):
                counters.pop(deeper, None)
        return _print(definition, found.levels, counters)


def _print(definition: _Level, levels: dict[int, _Level], counters: dict[int, int]) -> str:
    if definition.format == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        level = levels.get(place, _Level())
        value = counters.get(place, counters.get(-1 - place, level.start))
        return printed_number(value, "decimal" if definition.legal else level.format)

    text = _PLACE.sub(number, definition.text)
    return text + definition.gap if text and not text.endswith(_CLOSED) else text


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_integer(element.get(W + "ilvl"), 0): _level(element) for element in abstract.iterfind(W + "lvl")}


def _level(element: Element) -> _Level:
    restart = value_of(element.find(W + "lvlRestart"))
    return _Level(
        start=_integer(value_of(element.find(W + "start")), 1),
        format=value_of(element.find(W + "numFmt")) or _format_of_fallback(element),
        text=value_of(element.find(W + "lvlText")) or "",
        gap="" if value_of(element.find(W + "suff")) == "nothing" else " ",
        legal=is_on(element.find(W + "isLgl")),
        restart=None if restart is None else _integer(restart, 0),
    )


def _format_of_fallback(element: Element) -> str:
    # newer formats are wrapped: mc:AlternateContent with an older one to fall back on
    found = next(element.iter(W + "numFmt"), None)
    return value_of(found) or "decimal"


def _integer(text: str | None, otherwise: int) -> int:
    try:
        number = int(text) if text is not None else otherwise
    except ValueError:
        return otherwise
    return number if abs(number) < 1_000_000 else otherwise
