"""One walk over the parsed page, without recursion: text into paragraphs, cells into tables."""

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from gov_disclosure.readers.html.layout import untangle
from gov_disclosure.readers.html.plain import take_plain
from gov_disclosure.readers.html.raw import Item, RawCell, RawParagraph, RawTable
from gov_disclosure.readers.html.survey import Survey
from gov_disclosure.readers.html.tags import (
    BREAK,
    CAPTION,
    CELL,
    FIELD,
    GROUP,
    HEADING,
    INLINE,
    INVISIBLE,
    LONG,
    MARK,
    NOTED,
    PARAGRAPH,
    PREFORMATTED,
    RAISED,
    ROW,
    SKIPPED,
    STRUCK,
    TABLE,
    TEXT,
    TOLD,
    Kinds,
)
from gov_disclosure.reading.errors import TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["Walk"]

# The parser lets no NUL through, so it can stand for a line break until the spaces are closed up.
_BREAK = "\x00"
_DEEPEST = 100  # tables in one another
_SHOWN_FIELDS = frozenset({"", "text", "number", "tel", "search"})


class Walk:
    """A walk over the elements under ``root``.

    ``found`` are the paragraphs and tables in reading order, ``noted`` the elements that hold something about
    the page itself. ``hidden`` holds the elements that are not shown, by memory address. Raises
    :class:`~gov_disclosure.TooLarge` where there are more cells than the limits allow.
    """

    def __init__(
        self, root: LexborNode, limits: Limits, hidden: Mapping[int, LexborNode] | None = None
    ) -> None:
        self.limits = limits
        self.deadline = limits.deadline()
        self.hidden = hidden or {}
        self.found: list[Item] = []
        self.noted: list[LexborNode] = []
        self.out = self.found  # where finished paragraphs go: the page's list, or a cell's
        self.text: list[str] = []
        self.tables: list[RawTable] = []
        self.cells: list[RawCell] = []
        self.cell_count = 0
        self.preformatted = 0
        self.heading = 0
        self.kinds = Kinds()
        self.survey = Survey(root, self.hidden.values())
        self._run(root)

    def _run(self, root: LexborNode) -> None:
        hidden, text, kinds, survey = self.hidden, self.text, self.kinds, self.survey
        open_elements: list[tuple[LexborNode, int]] = []
        node = root
        while True:
            kind = kinds.get(node.tag_id, -1)
            if kind < 0:
                kind = kinds.learn(node)
            child = None
            if kind == TEXT:
                # Space at the start of a line says nothing, and most text in a page is just that.
                if (text or not node.is_empty_text_node) and (piece := node.text_content):
                    text.append(piece)
            elif kind == SKIPPED:
                pass
            elif hidden and node.mem_id in hidden:
                self._pass_over(node, kind)
            elif kind <= MARK:
                child = node.first_child
                if kind != INLINE:
                    child = self._mark(node, kind, child)
            else:
                if text:
                    self._flush(_block_around(open_elements, root))
                if kind == PARAGRAPH and self._is_joined(node, survey):
                    pass
                elif kind == TABLE and self._is_plain_table(node, survey):
                    self._close_table()
                else:
                    child = node.first_child
                    if kind == CELL:
                        self._enter_cell(node)
                        if child is None:
                            self._leave_cell()
                    elif kind > CELL:
                        self._enter(node, kind)
                        if child is None:
                            self._leave(kind)
            if child is not None:
                open_elements.append((node, kind))
                node = child
                continue
            following = node.next
            while following is None:
                if not open_elements:
                    break
                node, kind = open_elements.pop()
                if kind > MARK:
                    if text:
                        self._flush(node)
                    if kind == CELL:
                        self._leave_cell()
                    elif kind > CELL:
                        self._leave(kind)
                following = node.next
            if not open_elements or following is None:
                break
            node = following
        if text:
            self._flush(root)

    def _is_joined(self, node: LexborNode, survey: Survey) -> bool:
        """Take in a paragraph of nothing but words; false for any other."""
        if self.preformatted or node.mem_id in survey.mixed:
            return False
        line = " ".join(node.text(deep=True).split()).strip(INVISIBLE)
        if line:
            self.out.append(RawParagraph(line, node, self.heading > 0))
        return True

    def _is_plain_table(self, node: LexborNode, survey: Survey) -> bool:
        """Take in a table that holds no table; false for any other."""
        if self.preformatted or node.mem_id in survey.outer:
            return False
        self._enter(node, TABLE)
        take_plain(self.tables[-1], survey, self.kinds, self._run)
        return True

    def _mark(self, node: LexborNode, kind: int, child: LexborNode | None) -> LexborNode | None:
        """What an element inside a line adds to it; the child to go on with, if any."""
        text = self.text
        if kind == BREAK:
            text.append(_BREAK)
        elif kind == NOTED:
            self.noted.append(node)
        elif kind == TOLD:
            self.noted.append(node)
            return None
        elif kind == FIELD:
            attributes = node.attributes
            if self.cells and (attributes.get("type") or "").lower() in _SHOWN_FIELDS:
                text.append(attributes.get("value") or "")
        elif kind == RAISED:
            # 5 with a note mark 1 is not 51.
            if text and text[-1][-1:].isdigit():
                text.append("^")
        elif kind == STRUCK:
            # Struck-out text is left out; a figure beside it may be either.
            if self.cells and node.text(deep=True).strip():
                self.cells[-1].doubt = True
            return None
        return child

    def _flush(self, block: LexborNode) -> None:
        """The text gathered so far becomes a paragraph, or one for each line that is broken by hand."""
        joined = "".join(self.text)
        self.text.clear()
        if self.preformatted:
            joined = joined.replace("\n", _BREAK)
        heading, whole = self.heading > 0, self.preformatted == 0
        if _BREAK not in joined:
            line = " ".join(joined.split()).strip(INVISIBLE)
            if line:
                self.out.append(RawParagraph(line, block, heading, whole))
            return
        lines = [" ".join(part.split()).strip(INVISIBLE) for part in joined.split(_BREAK)]
        lines = [line for line in lines if line]
        if heading and lines:
            lines = ["\n".join(lines)]
        self.out.extend(RawParagraph(line, block, heading, whole) for line in lines)

    def _enter(self, node: LexborNode, kind: int) -> None:
        if kind == ROW:
            self.tables[-1].begin_row()
        elif kind == GROUP:
            self.tables[-1].begin_group(node.tag or "")
        elif kind == TABLE:
            self.tables.append(RawTable(node))
            self.deadline.check()
            if len(self.tables) > _DEEPEST:
                found = f"tables nested more than {_DEEPEST} deep"
                raise TooLarge(limit="max_cells", allowed=self.limits.max_cells, found=found)
        elif kind == HEADING:
            self.heading += 1
        elif kind == CAPTION:
            self.out = self.tables[-1].before
        else:
            self.preformatted += 1

    def _leave(self, kind: int) -> None:
        if kind == TABLE:
            self._close_table()
        elif kind == HEADING:
            self.heading -= 1
        elif kind == CAPTION:
            self.out = self.cells[-1].items if self.cells else self.found
        elif kind == PREFORMATTED:
            self.preformatted -= 1

    def _close_table(self) -> None:
        table = self.tables.pop()
        self.cell_count += table.cell_count
        self.limits.check_cells(self.cell_count)
        self.out.extend(untangle(table))

    def _enter_cell(self, node: LexborNode) -> None:
        table = self.tables[-1]
        table.cell_count += 1
        cell = RawCell(node)
        table.groups[-1][-1].cells.append(cell)
        self.cells.append(cell)
        self.out = cell.items

    def _leave_cell(self) -> None:
        cells = self.cells
        cell = cells.pop()
        self.out = cells[-1].items if cells else self.found
        cell.take_spans()
        items = cell.items
        if not items:
            return
        if len(items) == 1 and isinstance(items[0], RawParagraph):
            cell.text = items[0].text
            return
        texts = [item.text for item in items if isinstance(item, RawParagraph)]
        cell.text = "\n".join(texts)
        cell.nested = len(texts) < len(items)
        if cell.nested or len(cell.text) > LONG:
            self.tables[-1].arranges = True

    def _pass_over(self, node: LexborNode, kind: int) -> None:
        """Count a part of a table that is not shown, so that the steps to its neighbours stay true."""
        if kind == CELL:
            self.tables[-1].groups[-1][-1].regular = False
        elif kind == ROW:
            self.tables[-1].row_count += 1
        elif kind == GROUP:
            self.tables[-1].pass_over_group(node.tag or "")


def _block_around(open_elements: list[tuple[LexborNode, int]], root: LexborNode) -> LexborNode:
    return next((node for node, kind in reversed(open_elements) if kind > MARK), root)
