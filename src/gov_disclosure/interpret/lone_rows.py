"""Lines of text that stand in a table: a title, a section's heading or a paragraph in a row of its own.

Sheets of a workbook are one grid from the title to the last line, and pages are often arranged by a table.
"""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

import attrs

from gov_disclosure.documents import Block, Cell, Paragraph, Table
from gov_disclosure.interpret.grid_bands import words_of_bands
from gov_disclosure.interpret.grids import filled_cells, is_figure, is_nothing
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.sections import is_heading_of
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import Form, editions

__all__ = ["without_lone_rows"]

_LABEL = 120  # characters of a text that may be a label or head: longer ones are not worth remembering
_PROSE = 44  # characters of a sentence; labels of the form are longer only with remarks


def without_lone_rows(blocks: Sequence[Block], whole: Container[int] = ()) -> Iterator[Block]:
    """The blocks, with rows of tables that hold a line of text and nothing else as paragraphs.

    ``whole`` are the identities of tables that are known to hold the form's words alone.
    """
    for block in blocks:
        if isinstance(block, Table) and id(block) not in whole:
            yield from _taken_apart(block)
        else:
            yield block


def _taken_apart(table: Table) -> Iterator[Block]:
    rows = table.rows()
    found = map(_lone, rows)
    lone = {number: cell for number, cell in enumerate(found) if cell is not None}
    first = next((number for number, cells in enumerate(rows) if len(filled_cells(cells)) > 1), len(rows))
    lone = {number: cell for number, cell in lone.items() if _is_text(cell.text, on_top=number < first)}
    if not lone:
        yield table
        return
    covered = {
        row
        for cells in rows
        for cell in filled_cells(cells)
        for row in range(cell.row + 1, cell.row + cell.rowspan)
    }
    start = 0
    for number, cell in lone.items():
        if number in covered:
            continue
        yield from _part(table, rows, start, number)
        yield Paragraph(text=cell.text, place=cell.place, doubt=cell.doubt)
        start = number + 1
    yield from [table] if start == 0 else _part(table, rows, start, len(rows))


def _lone(cells: Sequence[Cell]) -> Cell | None:
    """The only cell of a row in which anything is printed."""
    only: Cell | None = None
    for cell in cells:
        if not is_nothing(cell.text):
            if only is not None:
                return None
            only = cell
    return only


def _is_text(text: str, *, on_top: bool) -> bool:
    if is_figure(text):
        return False
    of_the_form = _is_of_the_form if len(text) <= _LABEL else _is_of_the_form.__wrapped__
    if of_the_form(text, editions()):
        return False
    return on_top or is_heading_of(text) is not None or len(text) > _PROSE or text.rstrip().endswith("。")


@lru_cache(maxsize=1024)
def _is_of_the_form(text: str, known: tuple[Form, ...]) -> bool:
    """Whether a text is a label, head or item of one of the tables."""
    key = label_key(text)
    for form in known:
        for table in form.tables:
            labels = row_labels(table.name)
            if labels.exact(text) or labels.is_group(text) or key in words_of_bands(table):
                return True
            if len(key) < 60 and any(group in key for group in labels.groups):
                return True
            corners = (getattr(table.cls, name, "") for name in ("corner", "columns_head"))
            if any(key in corner for corner in map(label_key, corners) if corner):
                return True
    return False


def _part(table: Table, rows: Sequence[Sequence[Cell]], start: int, end: int) -> Iterator[Table]:
    """Some rows of a table as one of their own."""
    cells = tuple(
        attrs.evolve(cell, row=cell.row - start, rowspan=min(cell.rowspan, end - cell.row))
        for row in rows[start:end]
        for cell in row
    )
    if any(not is_nothing(cell.text) for cell in cells):
        yield attrs.evolve(table, cells=cells)
