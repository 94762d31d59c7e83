"""A statutory table in HTML that a screen reader can follow: every figure names the heads it stands under."""

from collections.abc import Callable, Iterator
from html import escape

from gov_disclosure.model.printed_table import PrintedCell
from gov_disclosure.writers.official import Grid, GridCell

__all__ = ["Look", "table_lines"]

Look = Callable[[str], str]  # from what an element is to its attributes, " class=…" or " style=…"


def table_lines(grid: Grid, look: Look, heading: str) -> Iterator[str]:
    """The table's lines; ``heading`` is the id of the section's heading, "" where none is printed."""
    name = grid.table.name
    named = f' aria-labelledby="{heading}"' if heading else f' aria-label="{escape(grid.table.heading)}"'
    yield f"<div{look('scroll')}>"
    yield f"<table{named}{look('table')}>"
    ids = _ids(grid)
    heads = _heads(grid, ids)
    top = grid.table.head_rows
    for row, cells in enumerate(grid.rows):
        if row == 0:
            yield "<thead>" if top else "<tbody>"
        elif row == top:
            yield "</thead>\n<tbody>"
        yield "<tr>" + "".join(_cell(cell, name, look, ids, heads) for cell in cells) + "</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(cell: GridCell, name: str, look: Look, ids: dict[int, str], heads: dict[int, str]) -> str:
    drawn = cell.drawn
    spans = "".join(
        f' {attribute}="{span}"'
        for attribute, span in (("rowspan", drawn.rowspan), ("colspan", drawn.colspan))
        if span > 1
    )
    if drawn.path is not None:
        return f'<td{spans} headers="{heads[id(cell)]}"{look("value")}>{escape(cell.text)}</td>'
    kind = "upright" if drawn.vertical else "label" if drawn.role == "label" else "head"
    if drawn.role == "corner":
        return f"<td{spans}{look('head')}>{escape(cell.text)}</td>"
    return f'<th{spans} id="{ids[id(cell)]}" scope="{_scope(drawn)}"{look(kind)}>{escape(cell.text)}</th>'


def _scope(drawn: PrintedCell) -> str:
    if _names_rows(drawn):
        return "rowgroup" if drawn.rowspan > 1 else "row"
    return "colgroup" if drawn.colspan > 1 else "col"


def _names_rows(drawn: PrintedCell) -> bool:
    """Whether a cell says what stands in the rows beside it rather than in the columns below."""
    return drawn.role == "label" or (drawn.role == "group" and drawn.rowspan > 1) or drawn.vertical


def _ids(grid: Grid) -> dict[int, str]:
    return {
        id(cell): f"{grid.table.name}-{cell.drawn.row}-{cell.drawn.column}"
        for cell in grid.cells
        if cell.drawn.path is None and cell.drawn.role != "corner"
    }


def _heads(grid: Grid, ids: dict[int, str]) -> dict[int, str]:
    """For each figure the ids of what stands left of it in its row and above it in its column, nearest heads only.

    Where a table is stacked from blocks, the heads of a block end those of the block above.
    """
    heads: dict[int, str] = {}
    columns: list[list[GridCell]] = [[] for _ in range(grid.table.columns)]
    beside: list[GridCell] = []
    seen_figures = [False] * grid.table.columns
    for row, cells in enumerate(grid.rows):
        beside = [cell for cell in beside if cell.drawn.row + cell.drawn.rowspan > row]
        for cell in cells:
            drawn = cell.drawn
            if drawn.path is None and _names_rows(drawn):
                beside.append(cell)
            elif drawn.path is None and drawn.role != "corner":
                for column in range(drawn.column, drawn.column + drawn.colspan):
                    if seen_figures[column]:
                        columns[column].clear()
                        seen_figures[column] = False
                    columns[column].append(cell)
        for cell in cells:
            if cell.drawn.path is not None:
                for column in range(cell.drawn.column, cell.drawn.column + cell.drawn.colspan):
                    seen_figures[column] = True
                found = [*beside, *columns[cell.drawn.column]]
                heads[id(cell)] = " ".join(dict.fromkeys(ids[id(other)] for other in found))
    return heads
