"""Sound reports with plain figures, and single faults planted into them."""

import itertools
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from gov_disclosure.model import AnnualReport, Form, Value

__all__ = ["FAULTS", "Fault", "nil_report", "plant", "sound_report", "with_items", "year_before"]

TOTAL = "total"


def sound_report(
    rng: random.Random, form: str, *, variant: str | None = None, scale: int = 60
) -> AnnualReport:
    """A report whose every sum holds: few applications in most cells, many in some."""
    edition = Form(form)
    variants = sorted({row.variant for row in edition.rows if row.variant}) or [""]
    chosen = rng.choice(variants) if variant is None else variant
    cells: dict[str, Value] = {}
    table = edition.table("applications")
    rows = [row for row in table.rows if row.variant in ("", chosen)]
    leaves = [row.path for row in rows if ".results." in row.path and row.name != TOTAL]
    columns = [field.name for field in rows[0].fields if field.name != TOTAL]
    for column in columns:
        for path in leaves:
            cells[f"{path}.{column}"] = rng.choice((0, 0, rng.randint(0, 9), rng.randint(0, scale)))
        cells[f"applications.results.total.{column}"] = sum(
            _int(cells[f"{path}.{column}"]) for path in leaves
        )
        forward = cells[f"applications.carried_forward.{column}"] = rng.choice(
            (0, rng.randint(0, scale // 4))
        )
        there = _int(cells[f"applications.results.total.{column}"]) + _int(forward)
        over = cells[f"applications.carried_over.{column}"] = rng.randint(0, min(there, scale // 4))
        cells[f"applications.received.{column}"] = there - _int(over)
    for row in rows:
        cells[f"{row.path}.{TOTAL}"] = sum(_int(cells[f"{row.path}.{column}"]) for column in columns)
    for row in edition.table("challenges").rows:
        parts = [field.path for field in row.fields if field.name != TOTAL]
        for path in parts:
            cells[path] = rng.choice((0, rng.randint(0, 9), rng.randint(0, scale)))
        cells[f"{row.path}.{TOTAL}"] = sum(_int(cells[path]) for path in parts)
    year = 2022 if edition.years[1] is None else 2020
    return edition.report_class(year=year, issuer="示例区人民政府").replace(cells)


def with_items(rng: random.Random, report: AnnualReport) -> AnnualReport:
    """The report with figures in table two that go together: as many in force as made, items behind decisions."""
    assert report.form is not None
    cells: dict[str, Value] = {}
    for row in report.form.table("proactive").rows:
        made = rng.randint(0, 40)
        plausible: dict[str, Value] = {
            "issued": made, "repealed": rng.randint(0, 9), "in_force": made + rng.randint(0, 300),
            "created": made, "disclosed": made, "total_disclosed": made + rng.randint(0, 300),
            "items_previous_year": rng.randint(9, 400), "change": rng.randint(-9, 9),
            "decisions": rng.randint(0, 9000), "projects": made + 1,
        }  # fmt: skip
        for field in row.fields:
            money = Decimal(rng.randint(100, 10**7)) / 100
            value = plausible.get(field.name) if field.type != "decimal" else money
            cells[field.path] = 0 if row.name == "rules" else value
    return report.replace(cells)


def year_before(rng: random.Random, report: AnnualReport) -> AnnualReport:
    """A sound report of the year before: figures of half to one and a half times the size, mostly 0 where 0 is."""
    assert report.form is not None
    cells: dict[str, Value] = {}

    def likewise(path: str) -> int:
        now = _int(report[path])
        made = rng.randint(now // 2, now * 3 // 2) if now else rng.choice((0, 0, 0, 0, rng.randint(0, 3)))
        cells[path] = made
        return made

    table = report.form.table("applications")
    rows = [row for row in table.rows if report[row.fields[0].path] is not None]
    leaves = [row.path for row in rows if ".results." in row.path and row.name != TOTAL]
    columns = [field.name for field in rows[0].fields if field.name != TOTAL]
    for column in columns:
        concluded = sum(likewise(f"{path}.{column}") for path in leaves)
        forward = _int(report[f"applications.carried_over.{column}"])
        over = rng.randint(0, min(concluded + forward, forward + 3))
        cells[f"applications.results.total.{column}"] = concluded
        cells[f"applications.carried_forward.{column}"] = forward
        cells[f"applications.carried_over.{column}"] = over
        cells[f"applications.received.{column}"] = concluded + forward - over
    for row in rows:
        cells[f"{row.path}.{TOTAL}"] = sum(_int(cells[f"{row.path}.{column}"]) for column in columns)
    for row in report.form.table("challenges").rows:
        parts = [field.path for field in row.fields if field.name != TOTAL]
        cells[f"{row.path}.{TOTAL}"] = sum(map(likewise, parts))
    return report.form.report_class(year=(report.year or 1) - 1, issuer=report.issuer).replace(cells)


def nil_report(form: str, *, variant: str | None = None, **particulars: Any) -> AnnualReport:
    """A report with 0 in every cell that its way of printing the form has."""
    edition = Form(form)
    variants = [row.variant for row in edition.rows if row.variant]
    chosen = variant if variant is not None else variants[-1] if variants else ""
    fields = [field for field in edition.fields if field.variant in ("", chosen)]
    return edition.report_class(**particulars).replace({field.path: 0 for field in fields})


def _int(value: Value) -> int:
    assert isinstance(value, int)
    return value


@attrs.frozen
class Fault:
    """What was planted: the kind, the cells that changed, and their true values."""

    kind: str
    truth: dict[str, Value]


def _summed(report: AnnualReport) -> list[str]:
    """The printed cells that some sum of the report contains."""
    assert report.form is not None
    return [
        field.path
        for row in report.form.rows
        if any(field.name == TOTAL for field in row.fields)
        for field in row.fields
        if report[field.path] is not None
    ]


def _digit(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    path = rng.choice(_summed(report))
    printed = list(str(report[path]))
    place = rng.randrange(len(printed))
    printed[place] = rng.choice([digit for digit in "0123456789" if digit != printed[place]])
    return {path: int("".join(printed))}


def _amount(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    path = rng.choice(_summed(report))
    value = _int(report[path])
    return {path: value + rng.choice([step for step in range(-min(value, 9), 10) if step])}


def _total(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    path = rng.choice([path for path in _summed(report) if ".total" in path])
    return {path: _int(report[path]) + rng.randint(1, 9)}


def _total_left_out(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    totals = [path for path in _summed(report) if ".total" in path and report[path]]
    return {rng.choice(totals): 0} if totals else {}


def _rows_of(report: AnnualReport) -> Iterator[list[str]]:
    assert report.form is not None
    for row in report.form.table("applications").rows:
        paths = [field.path for field in row.fields]
        if report[paths[0]] is not None:
            yield paths


def _swapped(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    rows = [row for row in _rows_of(report) if len({report[path] for path in row[:-1]}) > 1]
    row = rng.choice(rows)
    pairs = [(one, two) for one, two in itertools.pairwise(row[:-1]) if report[one] != report[two]]
    one, two = rng.choice(pairs)
    return {one: report[two], two: report[one]}


def _shifted(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    rows = [row for row in _rows_of(report) if len({report[path] for path in row[:-1]}) > 2]
    row = rng.choice(rows)
    values = [report[path] for path in row]
    moved = [0, *values[:-2], values[-1]] if rng.random() < 0.5 else [*values[1:-1], 0, values[-1]]
    return dict(zip(row, moved, strict=True))


def _sign(rng: random.Random, report: AnnualReport) -> dict[str, Value]:
    """A minus before a figure in any table, where the form knows none."""
    assert report.form is not None
    signed = {field.path for field in report.form.fields if field.type == "signed count"}
    paths = [path for path, value in report.cells() if value and path not in signed]
    if not paths:
        return {}
    path = rng.choice(paths)
    value = report[path]
    assert value is not None
    return {path: -value}


FAULTS = {
    "sign": _sign,
    "digit": _digit,
    "amount": _amount,
    "total": _total,
    "total-left-out": _total_left_out,
    "swapped": _swapped,
    "shifted": _shifted,
}


def plant(rng: random.Random, report: AnnualReport, kind: str) -> tuple[AnnualReport, Fault] | None:
    """The report with one fault of that kind in it; None where the report has no room for it."""
    changes = {path: value for path, value in FAULTS[kind](rng, report).items() if value != report[path]}
    if not changes:
        return None
    return report.replace(changes), Fault(kind, {path: report[path] for path in changes})
