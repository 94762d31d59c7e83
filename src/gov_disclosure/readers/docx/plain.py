"""Tables of plain cells, as nearly all are, in one pass over the elements that tell something.

A table with anything in it that takes more to be understood (changes, fields, numbering, pictures, another table, prose
beside prose that may only be arranged) is left to the reader of all tables, which gives the same for a plain one and
takes three times as long.
"""

from typing import cast

import attrs
from lxml import etree

from gov_disclosure.documents import Cell, Table
from gov_disclosure.readers.docx.arranging import PROSE
from gov_disclosure.readers.docx.names import W
from gov_disclosure.readers.docx.styles import Style, Styles
from gov_disclosure.readers.docx.tables import count_of
from gov_disclosure.readers.safe_xml import Element
from gov_disclosure.reading.place import Place

__all__ = ["PlainTable", "plain_table"]

# Formatting, and marks that print nothing.
_FORMATTING = (
    "tblPr tblStyle tblW tblInd tblBorders tblLayout tblLook tblCellMar tblCellSpacing tblpPr tblOverlap "
    "tblStyleRowBandSize tblStyleColBandSize bidiVisual tblGrid gridCol tblPrEx "
    "trPr trHeight cantSplit tblHeader cnfStyle gridAfter wAfter "
    "tcPr tcW vAlign tcBorders tcMar shd noWrap tcFitText textDirection hideMark "
    "top left bottom right start end insideH insideV tl2br tr2bl "
    "pPr pStyle jc spacing ind keepNext keepLines pageBreakBefore widowControl snapToGrid adjustRightInd "
    "autoSpaceDE autoSpaceDN kinsoku wordWrap overflowPunct topLinePunct textAlignment contextualSpacing "
    "mirrorIndents suppressAutoHyphens suppressLineNumbers divId bidi pBdr between bar "
    "r rPr rStyle rFonts b bCs i iCs color sz szCs lang kern w u highlight position vertAlign bdr em fitText "
    "noProof rtl cs eastAsianLayout effect outline shadow emboss imprint strike dstrike caps smallCaps "
    "bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak hyperlink"
)
_ROW, _CELL, _PARAGRAPH, _TEXT, _BREAK = W + "tr", W + "tc", W + "p", W + "t", W + "br"
_SPAN, _MERGE, _VALUE = W + "gridSpan", W + "vMerge", W + "val"
_RUN_STYLE = W + "rStyle"
_PASSED = tuple(W + name for name in _FORMATTING.split())
_TELLING = (_ROW, _CELL, _PARAGRAPH, _TEXT, _BREAK, _SPAN, _MERGE)
_count = etree.XPath("count(.//*)")
_styles = etree.XPath(".//w:pStyle/@w:val", namespaces={"w": W[1:-1]}, smart_strings=False)


@attrs.frozen
class PlainTable:
    """A table, and how many cells and paragraphs of the document were read for it."""

    table: Table
    cells: int
    paragraphs: int


class _Cell:
    """A cell on its way: where it stands, what it covers, and the text of each paragraph in it."""

    __slots__ = ("column", "columns", "doubt", "goes_on", "paragraphs", "row", "rows", "written")

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.rows = self.columns = 1
        self.goes_on = self.written = self.doubt = False
        self.row = self.column = 0

    def text(self) -> str:
        """What the cell says; blank paragraphs say nothing."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].strip()
        return "\n".join(self.lines()).strip()

    def lines(self) -> list[str]:
        """The paragraphs that say something."""
        return [text for text in self.paragraphs if text and not text.isspace()]


def plain_table(element: Element, number: int, styles: Styles, *, most: int) -> PlainTable | None:
    """A table of the body by its number there; None where it is not plain, or of more than so many elements."""
    telling = _telling(element, styles, most)
    rows = None if telling is None else _rows(telling)
    if rows is None:
        return None
    covered = _place(rows)
    starting = [row for row in rows if row]
    if all(len(row) == 1 for row in starting):
        return None
    cells: list[Cell] = []
    paragraphs = 0
    first = starting[0][0].row
    for row in starting:
        for cell in row:
            text = cell.text()
            if len(text) > PROSE and len(cell.lines()) > 1:
                return None
            paragraphs += len(cell.paragraphs)
            cells.append(
                Cell(
                    text=text,
                    row=cell.row - first,
                    column=cell.column,
                    rowspan=cell.rows,
                    colspan=cell.columns,
                    place=Place(table=number, row=cell.row + 1, column=cell.column + 1),
                    doubt=cell.doubt,
                )
            )
    return PlainTable(
        Table(cells=tuple(cells), place=Place(table=number)),
        len(cells) + len(covered),
        paragraphs + sum(len(cell.paragraphs) for cell in covered),
    )


def _telling(table: Element, styles: Styles, most: int) -> list[Element] | None:
    """The elements that tell something; None where one is not known, or a style does more than to make a heading."""
    elements = cast(float, _count(table))
    if elements > most:
        return None
    telling = list(table.iter(*_TELLING))
    if len(list(table.iter(*_PASSED))) + len(telling) < elements:
        return None
    if styles.any_hidden and next(table.iter(_RUN_STYLE), None) is not None:
        return None
    names = {None, *cast(list[str], _styles(table))}
    return None if any(_is_telling(styles.of(name)) for name in names) else telling


def _is_telling(style: Style) -> bool:
    return style.numbering is not None or style.hidden or style.contents


def _rows(telling: list[Element]) -> list[list[_Cell]] | None:
    """The rows that elements tell of; None where one stands out of its place."""
    rows: list[list[_Cell]] = []
    cell: _Cell | None = None
    for element in telling:
        tag = element.tag
        if tag == _CELL and rows:
            cell = _Cell()
            rows[-1].append(cell)
        elif tag == _ROW:
            rows.append([])
            cell = None
        elif cell is None:
            return None
        elif tag == _PARAGRAPH:
            cell.paragraphs.append("")
        elif tag == _SPAN:
            cell.columns = max(count_of(element.get(_VALUE), 1), 1)
        elif tag == _MERGE:
            cell.goes_on = element.get(_VALUE, "continue") == "continue"
        elif not cell.paragraphs:
            return None
        elif tag == _TEXT:
            cell.paragraphs[-1] += (element.text or "").replace("\n", " ")
            cell.written = True
        else:
            cell.paragraphs[-1] += "\n"
    return rows


def _place(rows: list[list[_Cell]]) -> list[_Cell]:
    """Give each cell its place, and take out those that only carry on the cell above.

    Word does not show what a covered cell holds; where that is something else, the joined cell is in doubt. Returned
    are the covered cells that hold text.
    """
    covered: list[_Cell] = []
    above: dict[int, _Cell] = {}  # column -> the cell that the row above has there
    for number, row in enumerate(rows):
        here: dict[int, _Cell] = {}
        kept: list[_Cell] = []
        column = 0
        for cell in row:
            upper = above.get(column) if cell.goes_on else None
            if upper is not None and upper.columns == cell.columns:
                if cell.written:
                    covered.append(cell)
                    text = cell.text()
                    upper.doubt |= bool(text) and text != upper.text()
                upper.rows = number + 1 - upper.row
            else:
                upper = cell
                cell.row, cell.column = number, column
                kept.append(cell)
            here[column] = upper
            column += cell.columns
        rows[number] = kept
        above = here
    return covered
