"""Wide data: one row for every report, a column for every cell, and beside it what kind of thing stands there."""

from collections.abc import Iterable
from typing import Any

from gov_disclosure.model.forms import Field, Form, editions
from gov_disclosure.model.report import PARTICULAR_LABELS, PRINTED_METADATA, AnnualReport
from gov_disclosure.reading.evidence import KINDS
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.tidy import Item, Items, each, kinds_of
from gov_disclosure.writers.tabular.words import sound

__all__ = ["KIND", "wide"]

#: What is put behind a cell's short code to name the column of its kind.
KIND = "__kind"

_HEAD = (
    Column(
        name="report", type="whole", en="number of the report in this table, from 0", zh="报告在本表中的序号"
    ),
    Column(name="document", en="file name as given", zh="文件名"),
    Column(name="form", en="edition of the form", zh="表格版式"),
    Column(name="year", type="whole", en="report year", zh="报告年度"),
)
_TAIL = (
    Column(name="doubtful", en="codes of the cells that a person should look at", zh="存疑单元格代码"),
    Column(
        name="flagged",
        en="codes of the cells whose value was worked out or mended",
        zh="有处理标记的单元格代码",
    ),
)


def wide(items: Items, *, forms: Iterable[Form | str] | None = None) -> Table:
    """One row for every report; its cells are columns named by their short codes, in printed order.

    Beside each cell stands ``<code>__kind``: what stands in the document, or None where the report's form
    has no such cell. ``doubtful`` and ``flagged`` hold codes, parted by spaces. The columns are those of the
    forms that occur, and of ``forms``, so that tables of different reports can have the same. ``items`` is as
    for :func:`~gov_disclosure.analysis.tidy`.
    """
    gathered = tuple(each(items))
    reports = [item.report if isinstance(item, Reading) else item for item in gathered]
    wanted = {Form(form) for form in forms or ()} | {report.form for report in reports}
    named = [form for form in editions() if form in wanted]
    fields = _merged(named)
    rows = [_row(number, item, fields) for number, item in enumerate(gathered)]
    columns = _columns(fields)
    data = tuple(zip(*rows, strict=True)) if rows else ((),) * len(columns)
    return Table(name="reports", columns=columns, data=data)


def _merged(forms: list[Form]) -> dict[str, Field]:
    """The cells of the forms by code; what a later form adds stands behind the cells of its row, if it has any."""
    order: list[Field] = []  # where forms differ in the type of a cell, the wider type is taken
    for form in forms:
        here = -1
        for field in form.fields:
            known = next((place for place, other in enumerate(order) if other.code == field.code), None)
            if known is not None:
                here = known
                if field.type == "decimal":
                    order[here] = field
            else:
                row = [place for place, other in enumerate(order) if other.row_path == field.row_path]
                here = max(here, *row) + 1 if row else here + 1
                order.insert(here, field)
    return {field.code: field for field in order}


def _columns(fields: dict[str, Field]) -> tuple[Column, ...]:
    particulars = (
        Column(name=name, en=f"{name.replace('_', ' ')}, as printed", zh=PARTICULAR_LABELS[name])
        for name in PRINTED_METADATA
    )
    cells = (column for field in fields.values() for column in _pair(field))
    return (*_HEAD, *particulars, *cells, *_TAIL)


def _pair(field: Field) -> tuple[Column, Column]:
    kind = f"{field.code}{KIND}"
    en, zh = field.label("en"), field.label("zh")
    number = Column(
        name=field.code,
        type="decimal" if field.type == "decimal" else "whole",
        en=en,
        zh=zh,
        unit=field.unit,
        path=field.path,
        kinds=kind,
    )
    return number, Column(
        name=kind,
        en=f"what stands in the cell: {en}",
        zh=f"单元格内容类型：{zh}",
        path=field.path,
        values=KINDS,
    )


def _row(number: int, item: Item, fields: dict[str, Field]) -> tuple[Any, ...]:
    report: AnnualReport = item.report if isinstance(item, Reading) else item
    document = item.source.document if isinstance(item, Reading) else None
    cells = {field.code: (value, known) for field, value, known in kinds_of(item)}
    pairs: list[Any] = []
    for code in fields:
        value, known = cells.get(code, (None, None))
        pairs += (value, None if known is None else known.kind)
    return (
        number,
        sound(document),
        None if report.form is None else str(report.form),
        report.year,
        *(sound(getattr(report, name)) for name in PRINTED_METADATA),
        *pairs,
        " ".join(code for code, (_, known) in cells.items() if known.doubt) or None,
        " ".join(code for code, (_, known) in cells.items() if known.flags) or None,
    )
