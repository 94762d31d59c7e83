"""Tidy data: one row for every cell of a report's form. The columns are a contract.

The columns are documented in ``docs/data.md``; they change only as the codes do. A cell's path, code, labels
and unit come from the classes of its form, so that an edition added by its classes has its rows as well.
"""

from array import array
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias

import attrs

from gov_disclosure.model.forms import Field, Form, FormRow
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.errors import ReadError
from gov_disclosure.reading.evidence import KINDS, Evidence
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Coded, Table
from gov_disclosure.writers.tabular.words import sound

__all__ = ["COLUMNS", "Item", "Items", "dimensions", "each", "kinds_of", "tidy", "tidy_chunks"]

Item: TypeAlias = AnnualReport | Reading
#: One report or reading, or any number of them.
Items: TypeAlias = Item | Iterable[Item | ReadError]

_REPORT = (
    Column(
        name="report", type="whole", en="number of the report in this table, from 0", zh="报告在本表中的序号"
    ),
    Column(name="document", en="file name as given", zh="文件名"),
    Column(name="form", en="edition of the form", zh="表格版式"),
    Column(name="year", type="whole", en="report year", zh="报告年度"),
    Column(name="issuer", en="body that reports, as printed", zh="报告单位"),
)
_CELL = (
    Column(name="table_name", en="table of the form, as in paths", zh="所在表"),
    Column(name="path", en="path of the cell", zh="单元格路径"),
    Column(name="code", en="short code of the cell", zh="单元格短代码"),
    Column(name="label_zh", en="row and column as printed", zh="行、列名称"),
    Column(name="label_en", en="row and column in English", zh="行、列英文名称"),
    Column(name="row_name", en="row of the table, as in paths", zh="所在行"),
    Column(name="column_name", en="column of the table, as in paths", zh="所在列"),
    Column(name="applicant", en="who applied (table three)", zh="申请人类别（表三）"),
    Column(
        name="outcome_group",
        en="group of outcomes to which the row belongs (table three)",
        zh="办理结果大类（表三）",
    ),
    Column(name="outcome", en="how it ended (tables three and four)", zh="结果（表三、表四）"),
    Column(name="unit", en="unit of the value", zh="单位"),
)
_VALUE = (
    Column(
        name="value",
        type="decimal",
        en="the number, exact; none where the kind is not number",
        zh="数值（精确）",
        kinds="kind",
    ),
    Column(
        name="count",
        type="whole",
        en="the number again where the cell counts, as a whole number; none for money",
        zh="数量（整数；金额为空）",
        kinds="kind",
    ),
    Column(name="kind", en="what stands in the cell", zh="单元格内容类型", values=KINDS),
    Column(name="raw", en="what is printed; none without evidence", zh="原文"),
    Column(name="flags", en="what was done to arrive at the value, parted by spaces", zh="处理标记"),
    Column(
        name="doubt", type="truth", en="whether a person should look before using the value", zh="是否存疑"
    ),
)

#: The columns of tidy data, in order.
COLUMNS: tuple[Column, ...] = (*_REPORT, *_CELL, *_VALUE)

_CHUNK = 256
_TOTAL = "total"  # the name of the row that adds up its block


def tidy(items: Items) -> Table:
    """One row for every cell of the form of every report, printed or not, in printed order.

    ``items`` is a report, a reading, or any number of them; a reading brings its evidence. Without it the kind
    is told from the report: ``number``, ``blank``, or ``absent`` where the row is not printed. A report
    without known tables has no rows; the table's notices name it. An error among the items is raised.
    """
    return _Gathered().add(each(items)).table()


def tidy_chunks(items: Items, size: int = _CHUNK) -> Iterator[Table]:
    """The same for streams of reports: one table for every ``size`` of them, numbered on."""
    source = each(items)
    start = 0
    while chunk := list(islice(source, size)):
        yield _Gathered(start).add(chunk).table()
        start += len(chunk)


def each(items: Items) -> Iterator[Item]:
    """The reports or readings one by one; an error among them (as ``read_many`` gives it) is raised."""
    for item in (items,) if isinstance(items, AnnualReport | Reading) else items:
        if isinstance(item, ReadError):
            raise item
        if not isinstance(item, AnnualReport | Reading):
            raise TypeError(f"a report or a reading is needed, not {type(item).__name__}")
        yield item


def dimensions(form: Form, row: FormRow, field: Field) -> tuple[str | None, str | None, str | None]:
    """Applicant, group of outcomes and outcome of a cell, as far as its table has them.

    Told from the form's classes: the columns of a band (table four) are outcomes; so are the rows of a block
    with a total of its own (三、本年度办理结果), whose columns, like those of all rows of its table, are
    applicants.
    """
    if row.across:
        return None, None, field.name
    table = form.table(field.table)
    block = next((other.path.removesuffix(_TOTAL) for other in table.rows if other.name == _TOTAL), None)
    if block is None:
        return None, None, None
    if not row.path.startswith(block):
        return field.name, None, None
    group, _, _ = row.path.removeprefix(block).partition(".")
    return field.name, group, row.name


@attrs.frozen(eq=False)
class _Cells:
    """What is the same for every report on a form, made once for its report class."""

    rows: tuple[
        tuple[tuple[str, ...], tuple[str, ...], bool], ...
    ]  # keys, names of cells, whether they count
    paths: tuple[str, ...]
    facts: tuple[tuple[Any, ...], ...]  # for every cell, what _CELL says


_KNOWN: dict[type[AnnualReport], _Cells] = {}


def _cells(form: Form) -> _Cells:
    found = _KNOWN.get(form.report_class)
    if found is None:
        found = _KNOWN[form.report_class] = _Cells(
            rows=tuple(_runs(form)),
            paths=form.paths,
            facts=tuple(_facts(form, row, field) for row in form.rows for field in row.fields),
        )
    return found


def _runs(form: Form) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    """Neighbouring cells of a row, as far as they are of one type."""
    for row in form.rows:
        keys = tuple(row.path.split("."))
        names: list[str] = []
        counts = True
        for field in row.fields:
            if names and counts is not (field.type != "decimal"):
                yield keys, tuple(names), counts
                names = []
            counts = field.type != "decimal"
            names.append(field.name)
        yield keys, tuple(names), counts


def _facts(form: Form, row: FormRow, field: Field) -> tuple[Any, ...]:
    return (
        field.table,
        field.path,
        field.code,
        field.label("zh"),
        field.label("en"),
        row.path.removeprefix(f"{field.table}."),
        field.name,
        *dimensions(form, row, field),
        field.unit,
    )


def kinds_of(item: Item) -> Iterator[tuple[Field, int | Decimal | None, Evidence]]:
    """Every cell of the form with its value and what stands in the document for it."""
    report = item if isinstance(item, AnnualReport) else item.report
    evidence = {} if isinstance(item, AnnualReport) else item.evidence
    if report.form is None:
        return
    for field, (_, value) in zip(report.form.fields, report.cells(), strict=True):
        known = evidence.get(field.path)
        if known is None:
            known = _NUMBER if value is not None else _BLANK if report.prints(field.path) else _ABSENT
        yield field, value, known


_NUMBER, _BLANK, _ABSENT = Evidence(), Evidence(kind="blank"), Evidence(kind="absent")


class _Gathered:
    """Columns in the making."""

    def __init__(self, start: int = 0) -> None:
        self.start = start
        self.reports: list[tuple[Any, ...]] = []
        self.report: array[int] = array("i")
        self.facts: list[tuple[Any, ...]] = []
        self.cell: array[int] = array("i")
        self.values: list[Any] = []
        self.counts: list[int | None] = []
        self.kinds: list[str] = []
        self.raws: list[str | None] = []
        self.flags: list[str | None] = []
        self.doubts: list[bool] = []
        self.notices: list[Notice] = []
        self._placed: dict[type[AnnualReport], array[int]] = {}

    def add(self, items: Iterable[Item]) -> "_Gathered":
        for item in items:
            if isinstance(item, AnnualReport):
                report, document = item, None
            else:
                report, document = item.report, item.source.document
            number = self.start + len(self.reports)
            self.reports.append(
                (
                    number,
                    sound(document),
                    None if report.form is None else str(report.form),
                    report.year,
                    sound(report.issuer),
                )
            )
            if report.form is None:
                self.notices.append(without_tables(number, document))
            else:
                self._add(report, item.evidence if isinstance(item, Reading) else None, report.form)
        return self

    def _add(self, report: AnnualReport, evidence: Any, form: Form) -> None:
        known = _cells(form)
        size = len(known.paths)
        places = self._placed.get(form.report_class)
        if places is None:
            first = len(self.facts)
            self.facts.extend(known.facts)
            places = self._placed[form.report_class] = array("i", range(first, first + size))
        self.cell.extend(places)
        self.report.extend(array("i", (len(self.reports) - 1,)) * size)
        for keys, names, counts in known.rows:
            self._add_run(report, keys, names, counts)
        if evidence:
            self._add_evidence(known.paths, evidence)
        else:
            self.raws.extend([None] * size)
            self.flags.extend([None] * size)
            self.doubts.extend([False] * size)

    def _add_run(
        self, report: AnnualReport, keys: tuple[str, ...], names: tuple[str, ...], counts: bool
    ) -> None:
        here: Any = report
        for key in keys:
            here = getattr(here, key)
            if here is None:
                nothing = [None] * len(names)
                self.values.extend(nothing)
                self.counts.extend(nothing)
                self.kinds.extend(["absent"] * len(names))
                return
        found = [getattr(here, name) for name in names]
        self.values.extend(found)
        self.counts.extend(found if counts else [None] * len(names))
        self.kinds.extend(["blank" if value is None else "number" for value in found])

    def _add_evidence(self, paths: tuple[str, ...], evidence: Any) -> None:
        first = len(self.raws)
        for place, path in enumerate(paths, start=first):
            known = evidence.get(path)
            if known is None:
                self.raws.append(None)
                self.flags.append(None)
                self.doubts.append(False)
            else:
                self.kinds[place] = known.kind
                self.raws.append(sound(known.raw))
                self.flags.append(" ".join(known.flags) or None)
                self.doubts.append(known.doubt)

    def table(self) -> Table:
        reports = tuple(zip(*self.reports, strict=True)) or ((),) * len(_REPORT)
        facts = tuple(zip(*self.facts, strict=True)) or ((),) * len(_CELL)
        return Table(
            name="cells",
            columns=COLUMNS,
            data=(
                *(Coded(values, self.report) for values in reports),
                *(Coded(values, self.cell) for values in facts),
                self.values,
                self.counts,
                self.kinds,
                self.raws,
                self.flags,
                self.doubts,
            ),
            notices=tuple(self.notices),
        )


def without_tables(number: int, document: str | None) -> Notice:
    """The notice of a report that has no rows, since no known table is printed in it."""
    params = {"number": number, "document": document or "-"}
    return notice("no-rows", place=Place(member=document) if document else None, params=params)
