"""Number formats: what a cell shows of the number it holds."""

import re
from decimal import Decimal
from functools import lru_cache

import attrs

from gov_disclosure.readers.sheets.figures import date_of, plain

__all__ = ["BUILT_IN_FORMATS", "Shown", "show"]

#: Formats that files name by number alone, as far as they are not those of plain numbers.
BUILT_IN_FORMATS: dict[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "yyyy/m/d"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"',
}

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<other>.)', re.DOTALL
)
_DIGIT_MARKS = frozenset("0#?")
_LONGEST = 255


@attrs.frozen
class Shown:
    """What a format makes of a number: the text, and whether it hides or changes what the cell holds."""

    text: str
    otherwise: bool = False


@attrs.frozen
class _Section:
    """One part of a format, for numbers of one sign."""

    kind: str  # general, number, date, time, odd, empty, literal
    before: str = ""
    behind: str = ""
    decimals: int | None = None
    percent: bool = False


def show(number: Decimal, code: str | None, *, since_1904: bool = False) -> Shown:
    """A number as a format shows it; units that the format adds are kept (12件)."""
    whole = plain(number)
    if code is None or code == "General" or code == "@" or len(code) > _LONGEST:
        return Shown(whole)
    sections = _sections(code)
    section = sections[0]
    if number < 0 and len(sections) > 1:
        section = sections[1]
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    if section.kind == "literal" and number == 0 and section.before.strip() in ("-", "—", "–"):
        return Shown(whole)  # how accountants write nought
    if section.kind in ("empty", "odd", "literal", "time"):
        return Shown(whole, True)
    if section.kind == "date":
        date = date_of(number, since_1904=since_1904)
        return Shown(whole, True) if date is None else Shown(date)
    if section.percent:
        return Shown(f"{plain(number * 100)}%")
    if section.decimals is not None and not whole.isdigit():
        places = -int(number.normalize().as_tuple().exponent) if number else 0
        if places > section.decimals:
            return Shown(whole, True)
    return Shown(f"{section.before}{whole}{section.behind}".strip())


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    pieces: list[list[tuple[str, str]]] = [[]]
    for match in _PIECE.finditer(code):
        if match["quoted"] is not None:
            pieces[-1].append(("literal", match["quoted"]))
        elif match["escaped"] is not None:
            pieces[-1].append(("literal", match["escaped"]))
        elif match["bracket"] is not None:
            pieces[-1].append(("bracket", match["bracket"]))
        elif match["other"] == ";":
            pieces.append([])
        elif match["other"] is not None:
            pieces[-1].append(("mark", match["other"]))
    return tuple(_section(part) for part in pieces)


def _section(pieces: list[tuple[str, str]]) -> _Section:
    marks = "".join(text for kind, text in pieces if kind == "mark")
    literals = "".join(text for kind, text in pieces if kind == "literal")
    brackets = [text for kind, text in pieces if kind == "bracket"]
    if any(text.startswith(("<", ">", "=")) for text in brackets):
        return _Section("odd")
    bare = marks.lower()
    if "general" in bare:
        return _Section("general", *_around(pieces))
    if any(mark in bare for mark in "yd") or ("m" in bare and not any(mark in bare for mark in "hs0#")):
        return _Section("date")
    if any(mark in bare for mark in "hs") or any(
        text.lower() in ("h", "hh", "m", "mm", "s", "ss") for text in brackets
    ):
        return _Section("time")
    digits = [place for place, (kind, text) in enumerate(pieces) if kind == "mark" and text in _DIGIT_MARKS]
    if not digits:
        if not literals and not marks.strip():
            return _Section("empty")
        return _Section("literal", (literals + marks).strip())
    inner = pieces[digits[0] : digits[-1] + 1]
    following = pieces[digits[-1] + 1 : digits[-1] + 2]
    if (
        any(kind == "literal" for kind, _ in inner)
        or following == [("mark", ",")]
        or any(mark in bare for mark in "/e")
    ):
        return _Section("odd")
    figures = "".join(text for kind, text in inner if kind == "mark")
    decimals = len(figures.partition(".")[2]) if "." in figures else 0
    return _Section("number", *_around(pieces), decimals=decimals, percent="%" in marks)


def _around(pieces: list[tuple[str, str]]) -> tuple[str, str]:
    """The words a format puts before and behind the figures; a minus sign is the number's own."""
    places = [
        place
        for place, (kind, text) in enumerate(pieces)
        if kind == "mark" and (text in _DIGIT_MARKS or text.lower() in "general")
    ]
    first, last = (places[0], places[-1]) if places else (len(pieces), -1)
    before = "".join(text for kind, text in pieces[:first] if kind == "literal")
    behind = "".join(text for kind, text in pieces[last + 1 :] if kind == "literal")
    return before.replace("-", "").lstrip(), behind.rstrip()
