"""The workbook to fill in."""

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.writers.official import Grid, Heading, Paragraph, Part, official
from gov_disclosure.writers.template.checking import put_checks
from gov_disclosure.writers.template.last_year import draws_across, put_last_year
from gov_disclosure.writers.xlsx import Book, Placed, plan_sheets

__all__ = ["template_workbook"]

_ROOM = 5  # empty lines for text under a heading


def template_workbook(report: AnnualReport, previous: AnnualReport | None) -> bytes:
    """The official tables to fill in, last year's figures beside them, and a sheet that checks them.

    There is no formula in the tables themselves: what is read from them is what was typed.
    """
    book = Book.new(value_kind="input")
    last: dict[str, Placed] = {}
    for plan in plan_sheets(_parts(report)):
        grid = plan.grid
        book.fill(plan, left=1 if grid is not None and previous is not None and draws_across(grid) else 0)
        if grid is None:
            continue
        table = book.tables[grid.table.name]
        bottom, right = table.row + grid.table.rows - 1, table.column + grid.table.columns - 1
        book.sheets[plan.name].print_area(0, 0, bottom, right)
        if previous is not None:
            last |= put_last_year(book, grid, previous)
    _ask_for_numbers(book, report)
    put_checks(book, report, previous, last)
    return book.close()


def _parts(report: AnnualReport) -> list[Part]:
    """What the form prints for the empty report, with room for text under headings without a table."""
    printed = official(report).parts
    parts: list[Part] = []
    for part, following in zip(printed, (*printed[1:], None), strict=True):
        parts.append(part)
        if isinstance(part, Heading) and not isinstance(following, Grid):
            parts += [Paragraph("")] * _ROOM
    return parts


def _ask_for_numbers(book: Book, report: AnnualReport) -> None:
    """Refuse what is no number, and say why in Chinese."""
    assert report.form is not None
    for path, place in book.cells.items():
        field = report.form.field(path)
        whole = field.type != "decimal"
        rule: dict[str, object] = {
            "validate": "integer" if whole else "decimal",
            "criteria": "between",
            "minimum": -(10**12) if field.type == "signed count" else 0,
            "maximum": 10**12,
            "ignore_blank": True,
            "error_title": "请填写数字",
            "error_message": (
                f"{field.label()}：请填写{'整数' if whole else '数字'}（单位：{field.unit}）。没有的填 0，"
                "不要填“/”“—”“无”。"
            )[:255],
        }
        book.sheets[place.sheet].data_validation(place.row, place.column, place.row, place.column, rule)
