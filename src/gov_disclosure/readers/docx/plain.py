"""Tables of plain cells, as nearly all are, in one pass over their elements.

A table with anything in it that takes more to be understood (changes, fields, numbering, pictures, another table) is
left to the reader of all tables, which gives the same for a plain one and takes three times as long.
"""

from collections.abc import Callable, Mapping

from gov_disclosure.readers.docx.names import W, value_of
from gov_disclosure.readers.docx.raw import Item, RawCell, RawParagraph, RawTable
from gov_disclosure.readers.docx.styles import Styles
from gov_disclosure.readers.docx.tables import fill_table
from gov_disclosure.readers.safe_xml import Element

__all__ = ["plain_cells"]

_PASSED, _ROW, _CELL, _PARAGRAPH, _TEXT, _STYLE, _SETTING, _RUN_STYLE, _ITSELF = range(9)
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
_KINDS: Mapping[str | bytes | bytearray, int] = {
    **{W + name: _PASSED for name in _FORMATTING.split()},
    W + "tr": _ROW,
    W + "tc": _CELL,
    W + "p": _PARAGRAPH,
    W + "t": _TEXT,
    W + "pStyle": _STYLE,
    W + "gridSpan": _SETTING,
    W + "vMerge": _SETTING,
    W + "rStyle": _RUN_STYLE,
    W + "tbl": _ITSELF,
}
_Paragraph = tuple[list[str], str | None]


class _PlainCell:
    """A cell's settings, and of each paragraph in it the texts and the style's id."""

    __slots__ = ("paragraphs", "settings")

    def __init__(self) -> None:
        self.settings: dict[str, Element] = {}
        self.paragraphs: list[list[str]] = []
        self.styles: list[str | None] = []
