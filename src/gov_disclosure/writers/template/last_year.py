"""Last year's figures beside this year's: to the right of a table, or under it where it is drawn across."""

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.writers.official import Grid, exact_number
from gov_disclosure.writers.xlsx import Book, Placed

__all__ = ["LAST_YEAR", "THIS_YEAR", "draws_across", "put_last_year"]

LAST_YEAR, THIS_YEAR = "上年", "本年"
_YEAR_HEAD = "年度"


def draws_across(grid: Grid) -> bool:
    """Whether a table is one line of figures under bands of heads, without labels at its left."""
    return _first_figure(grid) == 0


def _first_figure(grid: Grid) -> int:
    return min(cell.drawn.column for cell in grid.cells if cell.drawn.path is not None)


def put_last_year(book: Book, grid: Grid, previous: AnnualReport) -> dict[str, Placed]:
    """Write last year's figures for a table that stands in the book; where each of them stands.

    A figure is last year's for the same path; cells that last year's form did not have stay empty.
    """
    return _below(book, grid, previous) if draws_across(grid) else _beside(book, grid, previous)


def _beside(book: Book, grid: Grid, previous: AnnualReport) -> dict[str, Placed]:
    table = book.tables[grid.table.name]
    sheet = book.sheets[table.sheet]
    depth = _first_figure(grid)
    labels = table.column + grid.table.columns + 1  # an empty column parts the years
    shift = labels + 1 - depth - table.column
    look = book.looks.of("aside")
    sheet.set_column(labels - 1, labels - 1, 2)
    sheet.set_column(labels, labels, 7)
    heads = grid.table.head_rows
    if heads:
        sheet.merge_range(table.row, labels, table.row + heads - 1, labels, "", look)
        sheet.write_string(table.row, labels, _YEAR_HEAD, look)
    placed: dict[str, Placed] = {}
    named: set[int] = set()
    for cell in grid.cells:
        drawn = cell.drawn
        if drawn.column < depth:
            continue
        row, column = table.row + drawn.row, table.column + drawn.column + shift
        if drawn.colspan > 1 or drawn.rowspan > 1:
            bottom, right = row + drawn.rowspan - 1, column + drawn.colspan - 1
            sheet.merge_range(row, column, bottom, right, "", look)
        if drawn.path is None:
            sheet.write_string(row, column, cell.text, look)
            continue
        _figure(book, previous, drawn.path, Placed(table.sheet, row, column))
        placed[drawn.path] = Placed(table.sheet, row, column)
        if row not in named:
            sheet.write_string(row, labels, LAST_YEAR, look)
            named.add(row)
    return placed


def _below(book: Book, grid: Grid, previous: AnnualReport) -> dict[str, Placed]:
    table = book.tables[grid.table.name]
    sheet = book.sheets[table.sheet]
    look = book.looks.of("head")
    heads = grid.table.head_rows
    sheet.set_column(0, 0, 7)
    sheet.merge_range(table.row, 0, table.row + heads - 1, 0, "", look)
    sheet.write_string(table.row, 0, _YEAR_HEAD, look)
    sheet.write_string(table.row + heads, 0, THIS_YEAR, look)
    below = table.row + grid.table.rows + 1  # an empty row parts the years
    sheet.write_string(below, 0, LAST_YEAR, book.looks.of("aside"))
    placed: dict[str, Placed] = {}
    for cell in grid.cells:
        if cell.drawn.path is not None:
            place = Placed(table.sheet, below, table.column + cell.drawn.column)
            _figure(book, previous, cell.drawn.path, place)
            placed[cell.drawn.path] = place
    return placed


def _figure(book: Book, previous: AnnualReport, path: str, place: Placed) -> None:
    sheet, look = book.sheets[place.sheet], book.looks.of("aside")
    known = previous.form is not None and previous.form.get(path) is not None
    number = exact_number(previous[path]) if known else None
    if number is None:
        sheet.write_blank(place.row, place.column, None, look)
    else:
        sheet.write_number(place.row, place.column, number, look)
