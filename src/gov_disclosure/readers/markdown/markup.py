"""Tables in HTML amid Markdown: rows, cells and spans, told by their tags alone."""

import re
from collections.abc import Iterator

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.readers.markdown.inline import plain_text
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.place import Place

__all__ = ["split_tables"]

_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_END = re.compile(r"</table\s*>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>tr|td|th|p|div|li|table)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE)
_WIDEST = 100


@attrs.define
class _Open:
    """A cell whose end has not come yet."""

    start: int
    row: int
    rows: int
    columns: int


def split_tables(text: str, limits: Limits) -> Iterator[tuple[int, str | Table]]:
    """The text before, between and behind tables, and the tables, each with the line it begins on."""
    position, line = 0, 1
    while True:
        start = _TABLE.search(text, position)
        end = _END.search(text, start.end()) if start is not None else None
        if start is None or end is None:
            yield line, text[position:]
            return
        before = text[position : start.start()]
        yield line, before
        line += before.count("\n")
        inside = text[start.start() : end.end()]
        yield line, _table(inside, line, limits)
        line += inside.count("\n")
        position = end.end()


def _table(markup: str, line: int, limits: Limits) -> Table:
    cells: list[Cell] = []
    taken: dict[int, int] = {}  # column -> first row in which it is free again
    row, column = -1, 0
    waiting: _Open | None = None

    def close(at: int) -> None:
        nonlocal column, waiting
        if waiting is None:
            return
        while taken.get(column, 0) > waiting.row:
            column += 1
        text = _text(markup[waiting.start : at])
        place = Place(line=line + markup.count("\n", 0, waiting.start), row=row + 1, column=column + 1)
        cells.append(
            Cell(
                text=text,
                row=row,
                column=column,
                rowspan=waiting.rows,
                colspan=waiting.columns,
                place=place,
            )
        )
        limits.check_cells(len(cells))
        for covered in range(column, column + waiting.columns):
            taken[covered] = max(taken.get(covered, 0), row + waiting.rows)
        column += waiting.columns
        waiting = None

    for tag in _TAG.finditer(markup):
        name = tag["name"].lower()
        if name in ("tr", "table"):
            close(tag.start())
            if name == "tr" and not tag["end"]:
                row, column = row + 1, 0
        elif name in ("td", "th"):
            close(tag.start())
            if not tag["end"]:
                if row < 0:
                    row = 0
                spans = {span[0].lower(): int(span[1]) for span in _SPAN.findall(tag["attributes"])}
                rows, columns = spans.get("rowspan", 1), spans.get("colspan", 1)
                waiting = _Open(tag.end(), row, max(min(rows, 1000), 1), max(min(columns, _WIDEST), 1))
    close(len(markup))
    height = max((cell.row for cell in cells), default=0) + 1
    cut = (attrs.evolve(cell, rowspan=min(cell.rowspan, height - cell.row)) for cell in cells)
    return Table(cells=tuple(cut), place=Place(line=line))


def _text(markup: str) -> str:
    pieces = _TAG.split(markup.replace("\n", " "))[::4]
    lines = (" ".join(plain_text(piece).split(" ")).strip() for piece in pieces)
    return "\n".join(line for line in lines if line)
