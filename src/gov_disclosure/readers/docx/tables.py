"""The rows of a Word table on its true grid: cells that span columns or go on from the row above."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from gov_disclosure.readers.docx.inline import chosen_branch
from gov_disclosure.readers.docx.names import MC, W, child, inner, is_on, leading, value_of
from gov_disclosure.readers.docx.raw import RawCell, RawTable
from gov_disclosure.readers.safe_xml import Element

__all__ = ["count_of", "fill_table", "through"]

_ALTERNATE = MC + "AlternateContent"
_WRAPPERS = frozenset(W + name for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_CONTROL = W + "sdt"
_HOLDERS = _WRAPPERS | {_CONTROL, _ALTERNATE}
_WIDEST = 200


def through(parent: Element, wanted: frozenset[str]) -> Iterable[Element]:
    """The children of some names, also those inside content controls, markers and alternatives."""
    found = []
    for element in parent:
        tag = element.tag
        if tag in wanted:
            found.append(element)
        elif tag in _HOLDERS:
            return _through_holders(parent, wanted)
    return found


def _through_holders(parent: Element, wanted: frozenset[str]) -> Iterator[Element]:
    waiting = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag in wanted:
            yield element
        elif element.tag in _WRAPPERS:
            waiting.append(iter(element))
        elif element.tag == _CONTROL:
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


_Settings: TypeAlias = Mapping[str, Element]

_ROW, _CELL = frozenset({W + "tr"}), frozenset({W + "tc"})
_ROW_PROPERTIES, _CELL_PROPERTIES = W + "trPr", W + "tcPr"
_SPAN, _MERGE, _OLD_MERGE, _VALUE = W + "gridSpan", W + "vMerge", W + "hMerge", W + "val"
_ANY_TEXT = ".//" + W + "t"
_CELL_DELETED, _CELL_MERGE = W + "cellDel", W + "cellMerge"


def _rows_of(element: Element) -> Iterator[tuple[int, Iterable[tuple[_Settings, Element]]]]:
    """The rows of a table: how many columns stand empty before the first cell, and the cells with their settings."""
    for row_element in through(element, _ROW):
        properties = inner(leading(row_element, _ROW_PROPERTIES))
        if W + "del" in properties or is_on(properties.get(W + "hidden")):
            continue
        yield count_of(value_of(properties.get(W + "gridBefore")), 0), _cells_of(row_element)


def _cells_of(row_element: Element) -> Iterator[tuple[_Settings, Element]]:
    for cell_element in through(row_element, _CELL):
        settings = inner(leading(cell_element, _CELL_PROPERTIES))
        if _CELL_DELETED not in settings:
            yield settings, cell_element


def _holds_text(cell: Element) -> bool:
    """Whether any text stands in a cell, shown or not."""
    return cell.find(_ANY_TEXT) is not None


def fill_table(table: RawTable, element: Element, read_cell: Callable[[RawCell, Element], None]) -> None:
    """Place the cells of a table; ``read_cell`` fills one."""
    above: dict[int, RawCell] = {}  # column -> the cell that the row above has there
    for column, cells in _rows_of(element):
        number = len(table.rows)
        row: list[RawCell] = []
        here: dict[int, RawCell] = {}
        last: RawCell | None = None
        for settings, source in cells:
            span = max(count_of(value_of(settings[_SPAN]), 1), 1) if _SPAN in settings else 1
            cell = RawCell(row=number, column=column, colspan=span)
            upper = above.get(column)
            if upper is not None and upper.colspan == span and _goes_on_below(settings):
                if _holds_text(source):
                    _join(upper, cell, source, read_cell)
                upper.rowspan = number + 1 - upper.row
                here[column] = last = upper
            elif _goes_on_right(settings) and last is not None and last.column + last.colspan == column:
                if _holds_text(source):
                    _join(last, cell, source, read_cell)
                last.colspan += span
            else:
                read_cell(cell, source)
                row.append(cell)
                here[column] = last = cell
            column += span
        table.rows.append(row)
        above = here


def _join(
    cell: RawCell, covered: RawCell, source: Element, read_cell: Callable[[RawCell, Element], None]
) -> None:
    """Word does not show what a covered cell holds; where that is something, the joined cell is in doubt."""
    read_cell(covered, source)
    if covered.text and covered.text != cell.text:
        cell.doubt = True


def _goes_on_below(settings: _Settings) -> bool:
    merge = settings.get(_MERGE)
    if merge is not None:
        return merge.get(_VALUE, "continue") == "continue"
    tracked = settings.get(_CELL_MERGE)
    return tracked is not None and tracked.get(W + "vMerge") == "cont"


def _goes_on_right(settings: _Settings) -> bool:
    merge = settings.get(_OLD_MERGE)
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def count_of(text: str | None, otherwise: int) -> int:
    """A number of columns, if one is given."""
    if text is None or not text.isascii() or not text.isdigit():
        return otherwise
    return min(int(text[:9]), _WIDEST)
