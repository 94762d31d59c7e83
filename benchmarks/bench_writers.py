"""What writing one report costs, warm: the Word document against python-docx by hand, and the other formats.

The first yardstick does what most scripts do: a table with ``add_table``, then ``table.cell(row, column)`` for
every cell and every merge. The second takes the cells of each row once, as those do who have met how slow that
is. Both give the same three tables, without fonts, page or repeated heads.
"""

import io

import docx
from harness import race

import gov_disclosure
from gov_disclosure.model.layout import layout
from gov_disclosure.writers import pick_writer

FORMATS = ("docx", "xlsx", "html", "markdown", "text", "json")


def filled() -> gov_disclosure.AnnualReport:
    """A report with a figure in every cell."""
    report = gov_disclosure.AnnualReport.blank("2021", year=2022, issuer="示例区人民政府")
    paths = [path for path, _ in report.cells() if report.prints(path)]
    return report.replace({path: place for place, path in enumerate(paths)})


def by_hand(report: gov_disclosure.AnnualReport) -> bytes:
    """The tables as a script writes them that asks for each cell by row and column."""
    document = docx.Document()
    for drawn in layout(report):
        document.add_paragraph(drawn.heading)
        table = document.add_table(drawn.rows, drawn.columns, style="Table Grid")
        for cell in drawn.cells:
            here = table.cell(cell.row, cell.column)
            if cell.rowspan > 1 or cell.colspan > 1:
                here = here.merge(table.cell(cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1))
            here.text = cell.text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def by_rows(report: gov_disclosure.AnnualReport) -> bytes:
    """The same, asking for the cells of each row once before anything is merged."""
    document = docx.Document()
    for drawn in layout(report):
        document.add_paragraph(drawn.heading)
        table = document.add_table(drawn.rows, drawn.columns, style="Table Grid")
        grid = [row.cells for row in table.rows]
        for cell in drawn.cells:
            here = grid[cell.row][cell.column]
            here.text = cell.text
            if cell.rowspan > 1 or cell.colspan > 1:
                here.merge(grid[cell.row + cell.rowspan - 1][cell.column + cell.colspan - 1])
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def main() -> None:
    """Print the minima."""
    report = filled()
    writer = pick_writer("", "docx")
    both = race(lambda: writer.write(report), lambda: by_hand(report), rounds=15)
    print(f"one report to DOCX         {both.first * 1000:6.1f} ms")
    print(
        f"python-docx by table.cell  {both.second * 1000:6.1f} ms, {both.second / both.first:.0f} times more"
    )
    rows = race(lambda: writer.write(report), lambda: by_rows(report), rounds=15)
    print(
        f"python-docx row by row     {rows.second * 1000:6.1f} ms, {rows.second / rows.first:.0f} times more"
    )
    for name in FORMATS:
        made = pick_writer("", name)
        alone, whole = race(
            lambda made=made: made.write(report),  # type: ignore[misc]
            lambda name=name: gov_disclosure.write(report, io.BytesIO(), format=name),  # type: ignore[misc]
            rounds=15,
        )
        print(f"{name:<10} {alone * 1000:6.1f} ms, with reading back {whole * 1000:6.1f} ms")


if __name__ == "__main__":
    main()
