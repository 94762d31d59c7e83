"""Tables of plain cells, as nearly all are, in one pass over their elements.

A table with anything in it that takes more to be understood (changes, fields, numbering, pictures, another table) is
left to the reader of all tables, which gives the same for a plain one and takes three times as long.
"""

from gov_disclosure.readers.docx.names import W, value_of
from gov_disclosure.readers.docx.styles import Style, Styles
from gov_disclosure.readers.docx.tables import Settings
from gov_disclosure.readers.safe_xml import Element

__all__ = ["PlainCell", "plain_rows"]

_PASSED, _ROW, _CELL, _PARAGRAPH, _TEXT, _BREAK, _STYLE, _SETTING, _RUN_STYLE = range(9)
# Formatting, and marks that print nothing.
_FORMATTING = (
    "tblPr tblStyle tblW tblInd tblBorders tblLayout tblLook tblCellMar tblCellSpacing tblpPr tblOverlap "
    "tblStyleRowBandSize tblStyleColBandSize bidiVisual tblGrid gridCol tblPrEx "
    "trPr trHeight cantSplit tblHeader tblCellSpacing cnfStyle gridAfter wAfter "
    "tcPr tcW vAlign tcBorders tcMar shd noWrap tcFitText textDirection hideMark "
    "top left bottom right start end insideH insideV tl2br tr2bl "
    "pPr jc spacing ind keepNext keepLines pageBreakBefore widowControl snapToGrid adjustRightInd autoSpaceDE "
    "autoSpaceDN kinsoku wordWrap overflowPunct topLinePunct textAlignment contextualSpacing mirrorIndents "
    "suppressAutoHyphens suppressLineNumbers divId bidi pBdr between bar "
    "r rPr rFonts b bCs i iCs color sz szCs lang kern w u highlight position vertAlign bdr em fitText noProof rtl cs "
    "eastAsianLayout effect outline shadow emboss imprint strike dstrike caps smallCaps "
    "bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak hyperlink"
)
_KINDS: dict[object, int] = {
    **{W + name: _PASSED for name in _FORMATTING.split()},
    W + "tr": _ROW,
    W + "tc": _CELL,
    W + "p": _PARAGRAPH,
    W + "t": _TEXT,
    W + "br": _BREAK,
    W + "pStyle": _STYLE,
    W + "gridSpan": _SETTING,
    W + "vMerge": _SETTING,
    W + "rStyle": _RUN_STYLE,
}


class PlainCell:
    """A cell's settings, of each paragraph in it the texts and the style, and whether any text is among them."""

    __slots__ = ("paragraphs", "settings", "written")

    def __init__(self) -> None:
        self.settings: dict[str, Element] = {}
        self.paragraphs: list[tuple[list[str], Style]] = []
        self.written = False


def plain_rows(table: Element, styles: Styles) -> list[tuple[int, list[tuple[Settings, PlainCell]]]] | None:
    """The rows of a table as :func:`rows_of` gives them; None where it is not plain."""
    usual = styles.of(None)
    if _is_telling(usual):
        return None
    rows: list[tuple[int, list[tuple[Settings, PlainCell]]]] = []
    cell: PlainCell | None = None
    for element in table.iterdescendants():
        kind = _KINDS.get(element.tag)
        if kind == _PASSED:
            continue
        if kind == _CELL and rows:
            cell = PlainCell()
            rows[-1][1].append((cell.settings, cell))
        elif kind == _ROW:
            rows.append((0, []))
            cell = None
        elif cell is None:
            return None
        elif kind == _PARAGRAPH:
            cell.paragraphs.append(([], usual))
        elif kind == _SETTING:
            cell.settings[str(element.tag)] = element
        elif not cell.paragraphs:
            return None
        elif kind == _TEXT:
            cell.paragraphs[-1][0].append((element.text or "").replace("\n", " "))
            cell.written = True
        elif kind == _BREAK:
            cell.paragraphs[-1][0].append("\n")
        elif kind == _STYLE:
            style = styles.of(value_of(element))
            if _is_telling(style):
                return None
            cell.paragraphs[-1] = (cell.paragraphs[-1][0], style)
        elif kind != _RUN_STYLE or styles.any_hidden:
            return None
    return rows


def _is_telling(style: Style) -> bool:
    """Whether a style does more to a paragraph than to make it a heading."""
    return style.numbering is not None or style.hidden or style.contents
