"""Tables of data as Stata files, in which a cell without a number says what stands there instead."""

import re
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from gov_disclosure.model.errors import Lang
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.errors import MissingExtra
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.protocol import Written
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.lost import lost_in_data
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.wide import wide
from gov_disclosure.writers.tabular.words import cannot_hold

__all__ = ["MISSINGS", "StataWriter", "to_stata"]

#: Stata's extended missing value (``.a`` to ``.g``) for each kind of nothing; ``.g`` where the report's form has no
#: such cell.
MISSINGS: dict[str | None, tuple[str, str, str]] = {
    "blank": ("a", "blank", "空白"),
    "dash": ("b", "dash", "横线"),
    "slash": ("c", "slash", "斜线"),
    "absent": ("d", "row or table not printed", "未印出"),
    "unread": ("e", "printed, but cannot be told", "无法辨认"),
    "text": ("f", "a word such as 无", "文字"),
    None: ("g", "not a cell of this form", "该版式无此格"),
}

_LABEL, _NAME = 80, 32
_INFINITY, _LARGEST = float("inf"), 8.9e307  # beyond it Stata keeps its missing values
# Stata/SE and Stata/BE read release 118, which Stata 14 brought; 119 is for more variables than they hold.
_VERSION = 14
_STAMP = re.compile(rb"<timestamp>\x11.{17}</timestamp>", re.DOTALL)


def to_stata(table: Table, *, lang: Lang = "en") -> bytes:
    """A file for Stata 14 or newer, with labels in the language asked for.

    Variables are labelled with what the form prints (the label's first 80 characters; Stata has no room for
    more). Where a cell holds no number, its value is one of the extended missings of :data:`MISSINGS`, with
    value labels, so that the columns of kinds beside the cells are not needed and left out. Numbers are
    doubles: one that a double cannot give back digit by digit raises
    :class:`~gov_disclosure.writers.CannotHold`. Raises :class:`~gov_disclosure.MissingExtra`.
    """
    try:
        import pandas
        import pyreadstat
    except ImportError as error:
        raise MissingExtra(extra="stata", package="pyreadstat", purpose="Stata") from error
    beside = {column.kinds for column in table.columns if column.path and column.kinds}
    kinds = {column.name: data for column, data in zip(table.columns, table.data, strict=True)}
    series: dict[str, Any] = {}
    labels: dict[str, str | None] = {}
    missings: dict[str, list[str]] = {}
    values: dict[str, dict[Any, str]] = {}
    for column, data in zip(table.columns, table.data, strict=True):
        if column.name in beside:
            continue
        name = _name(column.name, series)
        labels[name] = column.label(lang)[:_LABEL]
        if column.type == "text":
            series[name] = pandas.Series(["" if value is None else value for value in data], dtype=object)
        elif column.kinds:
            series[name] = pandas.Series(_with_missings(column, data, kinds[column.kinds]), dtype=object)
            missings[name] = [letter for letter, *_ in MISSINGS.values()]
            values[name] = {letter: en if lang == "en" else zh for letter, en, zh in MISSINGS.values()}
        else:
            series[name] = pandas.Series(
                [_double(column, value, row) for row, value in enumerate(data)], dtype="float64"
            )
        if column.type == "truth":
            values[name] = {0: "no", 1: "yes"} if lang == "en" else {0: "否", 1: "是"}
    frame = pandas.DataFrame(series)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data.dta")
        pyreadstat.write_dta(
            frame,
            str(path),
            version=_VERSION,
            column_labels=labels,
            variable_value_labels=values,
            missing_user_values=missings or None,
        )
        content = path.read_bytes()
    # The same report gives the same bytes: the file does not say when it was written.
    return _STAMP.sub(b"<timestamp>\x1101 Jan 1960 00:00</timestamp>", content, count=1)


def _name(name: str, taken: dict[str, Any]) -> str:
    """A name of a length that Stata takes, told apart from the others."""
    short, number = name[:_NAME], 2
    while short in taken:
        short = f"{name[: _NAME - 1 - len(str(number))]}_{number}"
        number += 1
    return short


def _with_missings(column: Column, data: Any, kinds: Any) -> list[float | str | None]:
    found: list[float | str | None] = []
    for row, (value, kind) in enumerate(zip(data, kinds, strict=True)):
        if value is not None:
            found.append(_double(column, value, row))
        else:  # a count that is none since the cell holds money is of no kind of nothing
            found.append(MISSINGS[kind][0] if kind in MISSINGS else None)
    return found


def _double(column: Column, value: int | Decimal | float | None, row: int) -> float | None:
    if value is None:
        return None
    try:
        found = float(value)
    except OverflowError:
        found = _INFINITY
    if not isinstance(value, float) and (abs(found) > _LARGEST or Decimal(repr(found)) != value):
        raise cannot_hold(column, value, row)
    return found


class StataWriter:
    """A report as one row of wide data in a Stata file; needs the extra ``stata``."""

    name = "stata"
    suffixes: tuple[str, ...] = (".dta",)

    def write(self, value: AnnualReport | Reading) -> Written:
        """The file's bytes."""
        return Written(content=to_stata(wide(value)), notices=tuple(lost_in_data(value)))
