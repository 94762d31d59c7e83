"""The rows of a Word table on its true grid: cells that span columns or go on from the row above."""

from collections.abc import Callable, Iterator

from gov_disclosure.readers.docx.inline import chosen_branch
from gov_disclosure.readers.docx.names import MC, W, child, is_on, value_of
from gov_disclosure.readers.docx.raw import RawCell, RawTable
from gov_disclosure.readers.safe_xml import Element

__all__ = ["fill_table", "through"]

_ALTERNATE = MC + "AlternateContent"
_WRAPPERS = frozenset(W + name for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_WIDEST = 200


def through(parent: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """The children of some names, also those inside content controls, markers and alternatives."""
    waiting = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag in wanted:
            yield element
        elif element.tag in _WRAPPERS:
            waiting.append(iter(element))
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            if content is not None and not _is_contents_list(element):
                waiting.append(iter(content))
        elif element.tag == _ALTERNATE:
            branch = chosen_branch(element)
            if branch is not None:
                waiting.append(iter(branch))


def _is_contents_list(control: Element) -> bool:
    gallery = value_of(child(control, "sdtPr", "docPartObj", "docPartGallery"))
    return gallery == "Table of Contents"


_ROW, _CELL = frozenset({W + "tr"}), frozenset({W + "tc"})


def fill_table(table: RawTable, element: Element, read_cell: Callable[[RawCell, Element], None]) -> None:
    """Read the rows of a table; ``read_cell`` fills a cell from its element."""
    above: dict[int, RawCell] = {}  # column -> the cell that the row above has there
    for row_element in through(element, _ROW):
        properties = row_element.find(W + "trPr")
        if _is_gone(properties):
            continue
        number = len(table.rows)
        column = _count(value_of(child(properties, "gridBefore")), 0)
        row: list[RawCell] = []
        here: dict[int, RawCell] = {}
        last: RawCell | None = None
        for cell_element in through(row_element, _CELL):
            settings = cell_element.find(W + "tcPr")
            if child(settings, "cellDel") is not None:
                continue
            span = max(_count(value_of(child(settings, "gridSpan")), 1), 1)
            cell = RawCell(row=number, column=column, colspan=span)
            upper = above.get(column)
            if _goes_on_below(settings) and upper is not None and upper.colspan == span:
                _join(upper, cell, cell_element, read_cell)
                upper.rowspan = number + 1 - upper.row
                here[column] = last = upper
            elif _goes_on_right(settings) and last is not None and last.column + last.colspan == column:
                _join(last, cell, cell_element, read_cell)
                last.colspan += span
            else:
                read_cell(cell, cell_element)
                row.append(cell)
                here[column] = last = cell
            column += span
        table.rows.append(row)
        above = here


def _join(
    cell: RawCell, covered: RawCell, element: Element, read_cell: Callable[[RawCell, Element], None]
) -> None:
    """Word does not show what a covered cell holds; where that is something, the joined cell is in doubt."""
    if element.find(".//" + W + "t") is None:
        return
    read_cell(covered, element)
    if covered.text and covered.text != cell.text:
        cell.doubt = True


def _is_gone(properties: Element | None) -> bool:
    if properties is None:
        return False
    return properties.find(W + "del") is not None or is_on(properties.find(W + "hidden"))


def _goes_on_below(settings: Element | None) -> bool:
    merge = child(settings, "vMerge")
    if merge is not None:
        return merge.get(W + "val", "continue") == "continue"
    tracked = child(settings, "cellMerge")
    return tracked is not None and tracked.get(W + "vMerge") == "cont"


def _goes_on_right(settings: Element | None) -> bool:
    merge = child(settings, "hMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _count(text: str | None, otherwise: int) -> int:
    if text is None or not text.isascii() or not text.isdigit():
        return otherwise
    return min(int(text[:9]), _WIDEST)
