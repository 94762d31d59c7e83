"""Heads of text that a converter broke over several cells: 本年制发 | 件数 | 本 | 年废止 | 件数."""

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from gov_disclosure.documents import Cell
from gov_disclosure.interpret.grids import filled_cells, printed_cell, printed_cells
from gov_disclosure.interpret.heads import fit, heads_in
from gov_disclosure.interpret.printed import PrintedCell
from gov_disclosure.language.folding import label_key

__all__ = ["under_whole_heads", "whole_heads"]


def whole_heads(heads: Sequence[Cell], path: str) -> list[Cell] | None:
    """The heads above a row put together, each in the cell where its first words stand; None where they are whole, or
    cannot be told."""
    texts = [label_key(cell.text) for cell in heads]
    if fit(path, texts):
        return None
    joined = "".join(texts)
    whole = heads_in(joined, path)
    if not fit(path, whole):
        return None
    cells = [cell for cell, text in zip(heads, texts, strict=True) for _ in text]
    starts = [joined.find(head) for head in whole]
    if min(starts) < 0 or sorted(starts) != starts:
        return None
    return [attrs.evolve(cells[start], text=head) for start, head in zip(starts, whole, strict=True)]


def under_whole_heads(heads: Sequence[Cell], values: Sequence[Cell]) -> tuple[PrintedCell, ...] | None:
    """The figures that stand under each of such heads, from its first cell to that of the next; None where a figure was
    broken too, or stands under no head."""
    filled = filled_cells(values)
    if len(filled) == len(heads):
        return tuple(printed_cells(filled))
    bounds = [cell.column for cell in heads]
    places = [bisect_right(bounds, cell.column) - 1 for cell in filled]
    if -1 in places or len(set(places)) < len(places):
        return None
    found = {place: printed_cell(cell) for place, cell in zip(places, filled, strict=True)}
    blank = PrintedCell(text="")
    return tuple(attrs.evolve(found.get(place, blank), doubt=bool(filled)) for place in range(len(bounds)))
