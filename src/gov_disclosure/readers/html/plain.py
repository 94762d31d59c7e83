"""Tables without tables in them: rows and cells straight from the tree, most cells by one call for their text."""

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from gov_disclosure.readers.html.raw import RawCell, RawTable
from gov_disclosure.readers.html.survey import Survey
from gov_disclosure.readers.html.tags import CAPTION, CELL, GROUP, INVISIBLE, LONG, ROW, Kinds

__all__ = ["take_plain"]


def take_plain(
    table: RawTable, survey: Survey, kinds: Kinds, walk_over: Callable[[LexborNode], None]
) -> None:
    """Take in a table, which must be the innermost that the walk is in.

    ``walk_over`` is called for captions, and for cells that hold more than words.
    """
    for part in table.node.iter():
        kind = kinds.get(part.tag_id, -1)
        if kind < 0:
            kind = kinds.learn(part)
        if kind == GROUP:
            table.begin_group(part.tag or "")
            for row in part.iter():
                kind = kinds.get(row.tag_id, -1)
                if kind < 0:
                    kind = kinds.learn(row)
                if kind == ROW:
                    _take_row(table, row, survey, kinds, walk_over)
        elif kind == CAPTION:
            walk_over(part)


def _take_row(
    table: RawTable,
    element: LexborNode,
    survey: Survey,
    kinds: Kinds,
    walk_over: Callable[[LexborNode], None],
) -> None:
    """Take in a row."""
    mixed, spanned = survey.mixed, survey.spanned
    row = table.begin_row()
    cells = row.cells
    tag_id, count = -1, 0
    for node in element.iter():
        if node.tag_id != tag_id:  # a row's cells are of one tag, and no other parts of it
            kind = kinds.get(node.tag_id, -1)
            if kind < 0:
                kind = kinds.learn(node)
            if kind != CELL:
                continue
            row.tag = (node.tag or "") if tag_id < 0 else ""
            tag_id = node.tag_id
        address = node.mem_id
        text = " ".join(node.text_lexbor().split()).strip(INVISIBLE)
        beside = node.text(deep=False) if text else ""
        if address in mixed or (beside and not beside.isspace() and _has_parts(node, text, beside)):
            walk_over(node)
            continue
        cell = RawCell(node, text)
        cells.append(cell)
        count += 1
        if address in spanned:
            cell.take_spans()
        if len(text) > LONG:
            table.arranges = True
    table.cell_count += count


def _has_parts(cell: LexborNode, text: str, beside: str) -> bool:
    """Whether a cell may hold a paragraph and words beside it, where not all of its words are in its elements."""
    return beside.strip() != text and cell.css_first("p") is not None
