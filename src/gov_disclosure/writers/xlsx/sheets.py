"""Which part of a report goes onto which sheet, in which row."""

import re
from collections.abc import Iterable

import attrs

from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.writers.official import Grid, Heading, Part

__all__ = ["SheetPlan", "plan_sheets"]

_FIRST = "报告"
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


@attrs.define
class SheetPlan:
    """One sheet: its name and its parts from top to bottom; at most one of them is a table."""

    name: str
    parts: list[Part] = attrs.field(factory=list)

    @property
    def grid(self) -> Grid | None:
        """The sheet's table."""
        return next((part for part in self.parts if isinstance(part, Grid)), None)


def plan_sheets(parts: Iterable[Part]) -> list[SheetPlan]:
    """The sheets in reading order: what stands before the tables, one sheet a table, what stands behind them."""
    sheets = [SheetPlan(_FIRST)]
    waiting: list[Part] = []  # a section that may turn out to hold a table
    for part in parts:
        if isinstance(part, Heading):
            _settle(sheets, waiting)
            waiting = [part]
        elif isinstance(part, Grid):
            if waiting and not isinstance(waiting[0], Heading):
                _settle(sheets, waiting)
                waiting = []
            sheets.append(SheetPlan(_name(part), [*waiting, part]))
            waiting = []
        else:
            waiting.append(part)
    _settle(sheets, waiting)
    return [sheet for sheet in sheets if sheet.parts] or sheets[:1]


def _settle(sheets: list[SheetPlan], waiting: list[Part]) -> None:
    """Put what holds no table onto the last sheet, or onto one of its own behind a table."""
    if not waiting:
        return
    last = sheets[-1]
    if last.grid is not None and isinstance(waiting[0], Heading):
        last = SheetPlan(_sheet_name(waiting[0].text))
        sheets.append(last)
    last.parts += waiting


def _name(grid: Grid) -> str:
    section = next(section for section in SECTIONS if section.name == grid.table.name)
    return _sheet_name(section.heading)


def _sheet_name(heading: str) -> str:
    return _FORBIDDEN.sub(" ", heading.replace("、", " ", 1))[:_LONGEST_NAME].strip()
