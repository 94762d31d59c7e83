"""Tables of plain cells, as nearly all are, in one pass over the elements that tell something.

A table with anything in it that takes more to be understood (changes, fields, numbering, text boxes, another table,
prose beside prose that may only be arranged) is left to the reader of all tables, which gives the same for a plain
one and takes three times as long.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias, cast

import attrs
from lxml import etree

from gov_disclosure.documents import Cell, Table
from gov_disclosure.readers.docx.arranging import PROSE
from gov_disclosure.readers.docx.names import MATH, MC, W
from gov_disclosure.readers.docx.styles import Style, Styles
from gov_disclosure.readers.docx.tables import count_of
from gov_disclosure.readers.safe_xml import Element
from gov_disclosure.reading.place import Place

__all__ = ["PlainTable", "plain_table"]

# What the reader of all tables neither passes by nor merely looks into.
_CAREFUL = (
    "del moveFrom hidden vanish gridBefore hMerge cellDel cellMerge tcPrChange numPr tbl txbxContent rt sdt "
    "tab ptab cr noBreakHyphen softHyphen sym fldChar fldSimple instrText"
)
_WITH_CARE = (*(W + name for name in _CAREFUL.split()), MATH + "t", MC + "AlternateContent")
_ROW, _CELL, _PARAGRAPH, _TEXT, _BREAK = W + "tr", W + "tc", W + "p", W + "t", W + "br"
_SPAN, _MERGE, _VALUE = W + "gridSpan", W + "vMerge", W + "val"
_RUN_STYLE = W + "rStyle"
_STRUCTURE = (_CELL, _ROW)
_TELLING = (_ROW, _CELL, _PARAGRAPH, _TEXT, _BREAK, _SPAN, _MERGE)
_NEXT = "\0"  # between paragraphs, since no XML holds this character
_NAMES = {"w": W[1:-1]}
# The rows, cells, paragraphs and texts that stand where those of a plain table do.
_in_place = etree.XPath(
    "count(w:tr) + count(w:tr/w:tc) + count(w:tr/w:tc/w:p) + count(w:tr/w:tc/w:p/w:r/w:t)", namespaces=_NAMES
)
_styles = etree.XPath(".//w:pStyle/@w:val", namespaces=_NAMES, smart_strings=False)


@attrs.frozen
class PlainTable:
    """A table, and how many cells and paragraphs of the document were read for it."""

    table: Table
    cells: int
    paragraphs: int


class _NotPlainError(Exception):
    """The table takes more to be understood."""


#: A cell as the file has it: its row, how many columns it spans, whether it goes on from the cell above, its texts with
#: a mark between paragraphs, the number of its paragraphs, and whether a text (a blank one too) is given.
_RawCell: TypeAlias = tuple[int, int, bool, list[str], int, bool]


def plain_table(element: Element, number: int, styles: Styles, *, most: int) -> PlainTable | None:
    """A table of the body by its number there; None where it is not plain, or of more than so many elements."""
    if _needs_care(element, styles):
        return None
    try:
        made = _placed(_raw_cells(element, most), number)
    except _NotPlainError:
        return None
    lone = len({cell.row for cell in made.table.cells}) == len(made.table.cells)
    return None if lone else made


def _needs_care(table: Element, styles: Styles) -> bool:
    """Whether something in a table, or a style of it, does more than to print text and to make a heading."""
    if next(table.iterdescendants(*_WITH_CARE), None) is not None:
        return True
    if styles.any_hidden and next(table.iter(_RUN_STYLE), None) is not None:
        return True
    if not styles.any_telling:
        return False
    names = {None, *cast(list[str], _styles(table))}
    return any(_is_telling(styles.of(name)) for name in names)


def _is_telling(style: Style) -> bool:
    return style.numbering is not None or style.hidden or style.contents


def _raw_cells(table: Element, most: int) -> Iterator[_RawCell]:
    """The cells of a table in their order, each when all of it is known."""
    row, columns, goes_on, paragraphs, written = -1, 0, False, 0, False  # no columns: no cell is begun
    pieces: list[str] = []
    found = 0
    telling = table.iterdescendants(*_TELLING)
    for element in islice(telling, most):
        tag = element.tag
        if tag == _TEXT:
            pieces.append((element.text or "").replace("\n", " "))
            written = True
            found += 1
        elif tag == _PARAGRAPH:
            if paragraphs:
                pieces.append(_NEXT)
            paragraphs += 1
            found += 1
        elif tag in _STRUCTURE:
            if columns:
                yield row, columns, goes_on, pieces, paragraphs, written
            columns, goes_on, pieces, paragraphs, written = 1, False, [], 0, False
            found += 1
            if tag == _ROW:
                row += 1
                columns = 0
        elif tag == _SPAN:
            columns = columns and max(count_of(element.get(_VALUE), 1), 1)
        elif tag == _MERGE:
            goes_on = element.get(_VALUE, "continue") == "continue"
        elif paragraphs:
            pieces.append("\n")
    if columns:
        yield row, columns, goes_on, pieces, paragraphs, written
    if next(telling, None) is not None or found != _in_place(table):
        raise _NotPlainError


def _placed(raw_cells: Iterable[_RawCell], number: int) -> PlainTable:
    """The table of some cells, those taken out that only carry on the cell above.

    Word does not show what a covered cell holds; where that is something else, the joined cell is in doubt.
    """
    cells: list[Cell] = []
    above: dict[int, int] = {}  # column -> the number of the cell that the row above has there
    here: dict[int, int] = {}
    joined: dict[int, int] = {}  # cell -> its last row
    doubtful: set[int] = set()
    first = current = column = -1
    covered = paragraphs = 0
    for row, columns, goes_on, pieces, own_paragraphs, written in raw_cells:
        if row != current:
            above, here = here if row == current + 1 else {}, {}
            current, column = row, 0
            first = row if first < 0 else first
        text = "".join(pieces)
        lines = 1
        if own_paragraphs > 1:
            shown = [line for line in text.split(_NEXT) if line and not line.isspace()]
            text, lines = "\n".join(shown), len(shown)
        text = text.strip()
        upper = above.get(column) if goes_on else None
        if upper is not None and cells[upper].colspan == columns:
            joined[upper] = row - first
            if written:
                covered += 1
                paragraphs += own_paragraphs
                if text and text != cells[upper].text:
                    doubtful.add(upper)
        else:
            if lines > 1 and len(text) > PROSE:
                raise _NotPlainError
            upper = len(cells)
            paragraphs += own_paragraphs
            place = Place.of_cell(number, row + 1, column + 1)
            cells.append(Cell.filled(text, row - first, column, 1, columns, place, False))
        here[column] = upper
        column += columns
    for upper, last in joined.items():
        cell = cells[upper]
        cells[upper] = Cell.filled(
            cell.text, cell.row, cell.column, last + 1 - cell.row, cell.colspan, cell.place, upper in doubtful
        )
    return PlainTable(Table(cells=tuple(cells), place=Place(table=number)), len(cells) + covered, paragraphs)
