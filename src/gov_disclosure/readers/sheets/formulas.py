"""Formulas that only add and subtract cells, and what they come to."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

import attrs

from gov_disclosure.readers.sheets.workbook import column_number

__all__ = ["Area", "Term", "parse_sum", "shifted"]

_TOKEN = re.compile(
    r"\s*(?:(?P<sheet>'(?:[^']|'')+'|[^\s'!(),+\-:*/&^=<>\"]+)!)?"
    r"(?:(?P<cell>\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(?P<to>\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\w(])"
    r"|(?P<name>[A-Za-z.]+)\(|(?P<number>\d+(?:\.\d+)?)|(?P<mark>[()+\-,]))\s*"
)
_REFERENCE = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(])")
_QUOTED = re.compile(r"('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")")
_LONGEST = 2_000
_DEEPEST = 8


@attrs.frozen
class Area:
    """A rectangle of cells, on a sheet of its own where one is named; ``single`` where it is one cell by name."""

    sheet: str | None
    top: int
    left: int
    bottom: int
    right: int
    single: bool

    def positions(self) -> Iterator[tuple[int, int]]:
        """The cells, row by row."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column

    @property
    def size(self) -> int:
        """How many cells there are."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


#: A sign, what it applies to, and whether it stands inside SUM, which passes over text.
Term: TypeAlias = tuple[int, Area | Decimal, bool]


@lru_cache(maxsize=4096)
def parse_sum(formula: str) -> tuple[Term, ...] | None:
    """The terms of a formula that only adds and subtracts cells, ranges and numbers; None for any other."""
    if len(formula) > _LONGEST:
        return None
    try:
        return tuple(_Parser(formula).parse())
    except (_NoSumError, IndexError):
        return None


class _NoSumError(Exception):
    """The formula is something else than a sum."""


class _Parser:
    def __init__(self, formula: str) -> None:
        self.tokens: list[re.Match[str]] = []
        position = 0
        while position < len(formula):
            match = _TOKEN.match(formula, position)
            if match is None or match.end() == position:
                raise _NoSumError
            self.tokens.append(match)
            position = match.end()
        self.place = 0
        self.depth = 0

    def parse(self) -> list[Term]:
        terms = self._sum(1, within=False)
        if self.place != len(self.tokens):
            raise _NoSumError
        return terms

    def _mark(self) -> str | None:
        return self.tokens[self.place]["mark"] if self.place < len(self.tokens) else None

    def _sum(self, sign: int, *, within: bool) -> list[Term]:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NoSumError
        terms: list[Term] = []
        own = sign
        while self._mark() in ("+", "-"):
            own = -own if self._mark() == "-" else own
            self.place += 1
        while True:
            terms += self._term(own, within=within)
            if self._mark() not in ("+", "-"):
                break
            within = False if len(terms) > 1 else within
            own = sign
            while self._mark() in ("+", "-"):
                own = -own if self._mark() == "-" else own
                self.place += 1
        self.depth -= 1
        return terms

    def _term(self, sign: int, *, within: bool) -> list[Term]:
        token = self.tokens[self.place]
        self.place += 1
        if token["cell"] is not None:
            area = _area(token)
            if not area.single and not within:
                raise _NoSumError
            return [(sign, area, within)]
        if token["number"] is not None:
            return [(sign, Decimal(token["number"]), within)]
        if token["sheet"] is not None:
            raise _NoSumError
        if token["name"] is not None and token["name"].upper() == "SUM":
            return self._list(sign)
        if token["mark"] == "(":
            terms = self._sum(sign, within=within)
            self._close()
            return terms
        raise _NoSumError

    def _list(self, sign: int) -> list[Term]:
        terms: list[Term] = []
        while True:
            terms += self._sum(sign, within=True)
            if self._mark() != ",":
                break
            self.place += 1
        self._close()
        return terms

    def _close(self) -> None:
        if self._mark() != ")":
            raise _NoSumError
        self.place += 1


def _area(token: re.Match[str]) -> Area:
    first, last = _position(token["cell"]), _position(token["to"] or token["cell"])
    sheet = token["sheet"]
    if sheet is not None and sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return Area(
        sheet,
        min(first[0], last[0]),
        min(first[1], last[1]),
        max(first[0], last[0]),
        max(first[1], last[1]),
        token["to"] is None,
    )


def _position(name: str) -> tuple[int, int]:
    match = _REFERENCE.match(name)
    assert match is not None
    return int(match[4]) - 1, column_number(match[2])


def shifted(formula: str, rows: int, columns: int) -> str:
    """A formula copied some rows down and columns to the right: what is not held by ``$`` moves along."""
    shift: Callable[[re.Match[str]], str] = lambda match: _moved(match, rows, columns)  # noqa: E731
    parts = _QUOTED.split(formula)
    return "".join(part if place % 2 else _REFERENCE.sub(shift, part) for place, part in enumerate(parts))


def _moved(match: re.Match[str], rows: int, columns: int) -> str:
    from gov_disclosure.readers.sheets.workbook import column_letters

    letters, row = match[2], int(match[4])
    if not match[1]:
        letters = column_letters(max(column_number(letters) + columns, 0))
    if not match[3]:
        row = max(row + rows, 1)
    return f"{match[1]}{letters}{match[3]}{row}"
