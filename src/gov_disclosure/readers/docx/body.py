"""The paragraphs and tables of a document's body in reading order."""

from collections.abc import Sequence

import attrs

from gov_disclosure.documents import Table
from gov_disclosure.readers.docx.inline import read_inline, simple_text
from gov_disclosure.readers.docx.names import W, child, inner, is_on, value_of
from gov_disclosure.readers.docx.numbering import Numbering
from gov_disclosure.readers.docx.plain import plain_table
from gov_disclosure.readers.docx.raw import Item, RawCell, RawParagraph, RawTable
from gov_disclosure.readers.docx.styles import Style, Styles
from gov_disclosure.readers.docx.tables import fill_table, through
from gov_disclosure.readers.safe_xml import Element
from gov_disclosure.reading.errors import Damaged
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["BodyReader"]

_PARAGRAPH, _TABLE = W + "p", W + "tbl"
_BLOCKS = frozenset({_PARAGRAPH, _TABLE})
_PROPERTIES, _STYLE, _NUMBERED, _OUTLINE = W + "pPr", W + "pStyle", W + "numPr", W + "outlineLvl"
_MARK, _DELETED = W + "rPr", W + "del"
_DEEPEST = 16  # tables and text boxes inside one another
_LONGEST_HEADING = 60
_HEADING_LEVELS = frozenset({"0", "1", "2"})


@attrs.define
class BodyReader:
    """Walks a body once, counting paragraphs, tables and cells as it goes."""

    styles: Styles
    numbering: Numbering
    limits: Limits
    deadline: Deadline
    paragraphs: int = 0
    tables: int = 0
    cells: int = 0

    def items(self, container: Element, depth: int = 0) -> list[Item]:
        """What stands in a body, cell or text box.

        Raises :class:`~gov_disclosure.Damaged` for nesting that no page needs, and
        :class:`~gov_disclosure.TooLarge`.
        """
        if depth > _DEEPEST:
            raise Damaged(reason="its tables are nested too deeply", reason_zh="表格嵌套层次过深")
        found: list[Item] = []
        carried: list[
            RawParagraph
        ] = []  # paragraphs whose end was deleted, so that the next one goes on in them
        for element in through(container, _BLOCKS):
            if element.tag == _TABLE:
                found += _joined(carried)
                carried = []
                found.append(self._table(element, depth))
                continue
            content = list(element)
            properties = _properties(element, content)
            mark = properties.get(_MARK)
            ends = mark is None or mark.find(_DELETED) is None
            before = "".join([item.text for item in carried]) if ends else ""
            boxes, item = self._paragraph(content, properties, mark, before)
            if item is not None and not ends:
                carried.append(item)
            else:
                if item is not None and item.text.strip():
                    item.doubt |= any(one.doubt for one in carried)
                    found.append(item)
                carried = []
            for box in boxes:
                found += self.items(box, depth + 1)
        return found + _joined(carried)

    def _paragraph(
        self, content: list[Element], properties: dict[str, Element], mark: Element | None, carried: str
    ) -> tuple[Sequence[Element], RawParagraph | None]:
        self.paragraphs += 1
        number, stale = self.paragraphs, False
        boxes: Sequence[Element] = ()
        name = value_of(properties.get(_STYLE))
        style = self.styles.of(name)
        text = simple_text(content, self.styles, hidden=style.hidden)
        if text is None:
            inline = read_inline(content, self.styles, hidden=style.hidden)
            text, boxes, stale = inline.text, inline.boxes, inline.stale
        if style.contents:
            return boxes, None
        text = carried + text
        own = properties.get(_NUMBERED)
        if (own is not None or style.numbering is not None) and not _is_lost(mark, text):
            text = self._number(own, name, style) + text
        heading = style.heading or value_of(properties.get(_OUTLINE)) in _HEADING_LEVELS
        heading = heading and len(text) <= _LONGEST_HEADING
        return boxes, RawParagraph(text=text, number=number, heading=heading, doubt=stale)

    def _number(self, own: Element | None, name: str | None, style: Style) -> str:
        given = value_of(child(own, "numId"))
        numbering = given or style.numbering
        if numbering is None or numbering == "0":
            return ""
        level = value_of(child(own, "ilvl"))
        if level is None and given is None:
            level = style.level
        place = (
            int(level) if level is not None and level.isdigit() else self.numbering.level_for(numbering, name)
        )
        return self.numbering.next(numbering, place)

    def _table(self, element: Element, depth: int) -> RawTable | Table:
        self.deadline.check()
        self.tables += 1
        plain = None
        if depth == 0:
            plain = plain_table(element, self.tables, self.styles, most=self.limits.max_cells)
        if plain is not None:
            self.paragraphs += plain.paragraphs
            self._count_cells(plain.cells)
            return plain.table
        table = RawTable(number=self.tables)

        def read_cell(cell: RawCell, of: Element) -> None:
            self._count_cells(1)
            cell.items = self.items(of, depth + 1)
            if not cell.items:
                return
            paragraphs = [item for item in cell.items if isinstance(item, RawParagraph)]
            cell.text = "\n".join([item.text for item in paragraphs]).strip()
            cell.doubt = any(item.doubt for item in paragraphs)

        fill_table(table, element, read_cell)
        return table

    def _count_cells(self, number: int) -> None:
        self.cells += number
        if self.cells % 1000 == 0:
            self.deadline.check()
        self.limits.check_cells(self.cells)


def _properties(element: Element, content: list[Element]) -> dict[str, Element]:
    """The properties of a paragraph, which stand first among its content in nearly every file."""
    if not content:
        return {}
    return inner(content[0] if content[0].tag == _PROPERTIES else element.find(_PROPERTIES))


def _is_lost(mark: Element | None, text: str) -> bool:
    """Whether a paragraph is deleted or hidden with its mark, so that no number is printed for it."""
    if mark is None:
        return False
    return mark.find(_DELETED) is not None or (not text.strip() and is_on(mark.find(W + "vanish")))


def _joined(carried: list[RawParagraph]) -> list[RawParagraph]:
    """Paragraphs without their ends that nothing goes on from: before a table, at the end of a cell."""
    text = "".join([item.text for item in carried])
    if not text.strip():
        return []
    return [RawParagraph(text=text, number=carried[-1].number, doubt=any(item.doubt for item in carried))]
