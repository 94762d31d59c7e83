"""Which tables are tables: one that only arranges the page gives way to what it holds."""

import re

from gov_disclosure.readers.html.raw import Item, RawCell, RawParagraph, RawRow, RawTable

__all__ = ["untangle"]

_FIGURE = re.compile(r"[\d０-９.,，+＋\-－—/\s]+")
_PROSE = 300  # characters in several paragraphs: more than any label of a form has
_FEW = 3  # cells in a row that sets columns of a page side by side
_SMALL = 10  # cells of a table that may stand inside a cell of figures


def untangle(table: RawTable) -> list[Item]:
    """What a table is to a reader: itself, or the paragraphs and tables it arranges, in reading order."""
    items: list[Item] = list(table.before)
    if "tfoot" in table.counts:
        table.groups.sort(key=_is_foot)
    if not table.arranges:
        items.extend(_plain(table))
        return items
    run: list[RawRow] = []
    runs: list[list[RawRow]] = []
    for group in table.groups:
        for row in group:
            spill = _loosen(row)
            if spill is None:
                run.append(row)
                continue
            kept, released = spill
            if kept:
                run.append(row)
            if run:
                runs.append(run)
            items.extend(_part(table, runs))
            items.extend(released)
            run, runs = [], []
        if run:
            runs.append(run)
            run = []
    items.extend(_part(table, runs))
    return items


def _is_foot(group: list[RawRow]) -> bool:
    """Whether a row group is shown below the others, wherever it is written."""
    return bool(group) and group[0].step.startswith("tfoot")


def _plain(table: RawTable) -> list[Item]:
    """A table without tables or prose in it; a single column is a list, not a table."""
    if any(len(row.cells) > 1 for row in table.rows()):
        return [table]
    return [item for row in table.rows() for cell in row.cells for item in cell.items]


def _part(table: RawTable, groups: list[list[RawRow]]) -> list[Item]:
    """The rows between two that were released, as a table of their own."""
    if not groups:
        return []
    part = RawTable(table.node)
    part.groups = groups
    part.cell_count = sum(len(row.cells) for group in groups for row in group)
    return _plain(part)


def _loosen(row: RawRow) -> tuple[bool, list[Item]] | None:
    """None for a row that stays as it is; else whether it stays at all, and what it sets free behind it."""
    nested = [cell for cell in row.cells if cell.nested]
    if nested:
        return _loosen_nested(row, nested)
    if len(row.cells) <= _FEW and any(_is_prose(cell) for cell in row.cells):
        if any(cell.text and _FIGURE.fullmatch(cell.text) for cell in row.cells):
            return None
        return False, _contents(row)
    return None


def _loosen_nested(row: RawRow, nested: list[RawCell]) -> tuple[bool, list[Item]] | None:
    plain = [cell for cell in row.cells if not cell.nested and cell.text and not _is_prose(cell)]
    if plain and all(_is_small(cell) for cell in nested):
        for cell in nested:
            _absorb(row, cell)
        return None
    last = row.cells[-1]
    if plain and len(row.cells) > _FEW and nested == [last]:
        # The cell was never closed, and the rest of the page ended up inside it.
        return True, _cut(last)
    return False, _contents(row)


def _contents(row: RawRow) -> list[Item]:
    return [item for cell in row.cells for item in cell.items]


def _is_prose(cell: RawCell) -> bool:
    return len(cell.text) > _PROSE and len(cell.items) > 1


def _is_small(cell: RawCell) -> bool:
    tables = [item for item in cell.items if isinstance(item, RawTable)]
    return len(tables) == 1 and tables[0].cell_count <= _SMALL and len(cell.text) <= _PROSE


def _cut(cell: RawCell) -> list[Item]:
    """Keep what stands before the first table and its heading; give back the rest."""
    first = cell.items[0]
    kept = 1 if isinstance(first, RawParagraph) and _FIGURE.fullmatch(first.text) else 0
    released = cell.items[kept:]
    cell.items = cell.items[:kept]
    cell.text = first.text if kept and isinstance(first, RawParagraph) else ""
    cell.doubt = True
    cell.nested = False
    return released


def _absorb(row: RawRow, cell: RawCell) -> None:
    """Put a small table's cells where the cell that holds it stands: side by side where they fit."""
    inner = next(item for item in cell.items if isinstance(item, RawTable))
    rows = [inner_row for inner_row in inner.rows() if inner_row.cells]
    cell.nested = False
    if len(rows) == 1 and len(cell.items) == 1 and cell.colspan in (1, len(rows[0].cells)):
        parts = rows[0].cells
        for part in parts:
            part.rowspan = cell.rowspan
        row.regular = False
        where = row.cells.index(cell)
        row.cells[where : where + 1] = parts
        return
    texts = [part.text for inner_row in rows for part in inner_row.cells if part.text]
    outer = [item.text for item in cell.items if isinstance(item, RawParagraph)]
    cell.text = "\n".join(outer + texts)
    cell.doubt = len(outer) + len(texts) > 1
