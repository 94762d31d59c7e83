"""Tables of data as comma-separated values, and reports written as such."""

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, cast, overload

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.protocol import Written
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.lost import lost_in_data
from gov_disclosure.writers.tabular.table import Coded, Data, Table
from gov_disclosure.writers.tabular.tidy import tidy
from gov_disclosure.writers.tabular.words import cannot_hold, plain

__all__ = ["BOM", "CsvWriter", "csv_lines", "disarm", "rearm", "to_csv"]

#: The byte-order mark by which spreadsheets know that a file is UTF-8.
BOM = "\ufeff"

# What makes a spreadsheet take a cell for a formula, or hides such a sign from view; full-width signs count
# where Chinese or Japanese is set. The apostrophe is among them so that taking one away gives back the text.
_ARMED = frozenset("=+-@\t\r\n＝＋－＠'")


_END = "\r\n"
_TOO_LONG = 10**4300


@overload
def disarm(text: str) -> str: ...
@overload
def disarm(text: None) -> None: ...
def disarm(text: str | None) -> str | None:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before a sign that begins one.

    >>> disarm("=1+1"), disarm("示例区人民政府")
    ("'=1+1", '示例区人民政府')
    """
    return f"'{text}" if text and text[0] in _ARMED else text


def rearm(text: str) -> str:
    """The text as it was before :func:`disarm`."""
    return text[1:] if text[:1] == "'" and text[1:2] in _ARMED else text


def csv_lines(table: Table, *, head: bool = True, defuse: bool = True) -> str:
    """The table's lines; ``head`` puts the names of the columns first."""
    groups = list(_grouped(table))
    parts = [
        _rendered(columns, data, defuse, end=group == len(groups))
        for group, (columns, data) in enumerate(groups, start=1)
    ]
    names = _lines([[column.name for column in table.columns]], end=True) if head else []
    return "".join((*names, *map(",".join, zip(*parts, strict=True))))


class _Lines(list[str]):
    """A file that keeps what is written to it piece by piece."""

    write = list.append


def _lines(rows: Iterable[Iterable[Any]], *, end: bool) -> list[str]:
    """The rows as lines; ``end`` leaves the line's end on them. Without one the writer would not quote it."""
    lines = _Lines()
    csv.writer(lines, lineterminator=_END).writerows(rows)
    return lines if end else [line[: -len(_END)] for line in lines]


def _grouped(table: Table) -> Iterator[tuple[list[Column], list[Data]]]:
    """Neighbouring columns that repeat together, and those between them."""
    for _, group in groupby(zip(table.columns, table.data, strict=True), key=_repeats_with):
        columns, data = zip(*group, strict=True)
        yield list(columns), list(data)


def _repeats_with(pair: tuple[Column, Data]) -> int:
    data = pair[1]
    return id(data.index) if isinstance(data, Coded) else 0


def _rendered(columns: list[Column], data: list[Data], defuse: bool, *, end: bool) -> Iterable[str]:
    first = data[0]
    if isinstance(first, Coded):
        values = [coded.values for coded in data if isinstance(coded, Coded)]
        once = list(_rendered(columns, cast("list[Data]", values), defuse, end=end))
        return (once[place] for place in first.index)
    shown = (map(_show(column, defuse), part) for column, part in zip(columns, data, strict=True))
    try:
        return _lines(zip(*shown, strict=True), end=end)
    except ValueError:  # Python does not print numbers of thousands of digits
        for column, part in zip(columns, data, strict=True):
            for row, value in enumerate(part):
                if isinstance(value, int) and abs(value) >= _TOO_LONG:
                    raise cannot_hold(column, value, row) from None
        raise


def to_csv(table: Table, *, bom: bool = True, defuse: bool = True) -> str:
    """The whole file as text.

    ``bom`` puts the byte-order mark in front, without which Excel takes Chinese for another encoding.
    ``defuse`` keeps text that begins like a formula from being one, see :func:`disarm`. Numbers have all
    their digits and no separators; None is an empty field; lines end as RFC 4180 says.
    """
    return (BOM if bom else "") + csv_lines(table, defuse=defuse)


def _show(column: Column, defuse: bool) -> Callable[[Any], Any]:
    if column.type == "truth":
        return _TRUTH.get
    if column.type == "text":
        return disarm if defuse else _as_it_is
    return _number if column.type == "decimal" else _as_it_is


_TRUTH = {True: "true", False: "false"}


def _as_it_is(value: Any) -> Any:
    return value


def _number(value: Any) -> Any:
    return value if value is None or type(value) is int else plain(value)


class CsvWriter:
    """A report as tidy data, one line a cell, in UTF-8 with a byte-order mark."""

    name = "csv"
    suffixes: tuple[str, ...] = (".csv",)

    def write(self, value: AnnualReport | Reading) -> Written:
        """The file's bytes."""
        table = tidy(value)
        return Written(content=to_csv(table).encode(), notices=(*table.notices, *lost_in_data(value)))
