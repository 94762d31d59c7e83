"""Where in a document something stands."""

from typing import Any

import attrs

from gov_disclosure.model.by_fields import ByFields

__all__ = ["Place"]


@attrs.frozen(init=False, slots=False, eq=False, repr=False)
class Place(ByFields):
    """A place in a source document; only the parts that apply to its kind are given.

    ``page`` and ``box`` (left, top, right, bottom in points from the page's top left corner) for PDFs; ``line``
    and ``column`` (both from 1) for text; ``xpath`` for markup; ``sheet`` and ``cell`` for workbooks; ``table``,
    ``row`` and ``column`` (from 1) for a cell of a table; ``member`` for a file inside an archive.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    line: int | None = None
    column: int | None = None
    xpath: str | None = None
    sheet: str | None = None
    cell: str | None = None
    table: int | None = None
    row: int | None = None
    member: str | None = None

    # A document has a thousand places, each with two or three parts. Only these are stored, since what attrs
    # writes for ten fields would be a tenth of the time it takes to read a report.
    def __init__(
        self,
        *,
        page: int | None = None,
        box: tuple[float, float, float, float] | None = None,
        line: int | None = None,
        column: int | None = None,
        xpath: str | None = None,
        sheet: str | None = None,
        cell: str | None = None,
        table: int | None = None,
        row: int | None = None,
        member: str | None = None,
    ) -> None:
        parts = self.__dict__
        if page is not None:
            parts["page"] = page
        if box is not None:
            parts["box"] = box
        if line is not None:
            parts["line"] = line
        if column is not None:
            parts["column"] = column
        if xpath is not None:
            parts["xpath"] = xpath
        if sheet is not None:
            parts["sheet"] = sheet
        if cell is not None:
            parts["cell"] = cell
        if table is not None:
            parts["table"] = table
        if row is not None:
            parts["row"] = row
        if member is not None:
            parts["member"] = member

    @classmethod
    def of_cell(
        cls, table: int, row: int, column: int, xpath: str | None = None, member: str | None = None
    ) -> "Place":
        """The place of a cell of a table, made without asking for the parts that no such place has."""
        place = cls.__new__(cls)
        parts = place.__dict__
        parts["table"], parts["row"], parts["column"] = table, row, column
        if xpath is not None:
            parts["xpath"] = xpath
        if member is not None:
            parts["member"] = member
        return place

    @classmethod
    def in_sheet(cls, sheet: str, cell: str) -> "Place":
        """The place of a cell of a workbook, made in the same way."""
        place = cls.__new__(cls)
        parts = place.__dict__
        parts["sheet"], parts["cell"] = sheet, cell
        return place

    def parts(self) -> dict[str, Any]:
        """The parts that are known, for output."""
        known = self.__dict__
        return {name: known[name] for name in _PARTS if name in known}

    def describe(self, lang: str = "en") -> str:
        """The place in words a person can follow."""
        words = _WORDS_ZH if lang == "zh" else _WORDS_EN
        joint = "" if lang == "zh" else ", "
        known = self.parts()
        return joint.join(words[name].format(known[name]) for name in words if name in known)


_PARTS = tuple(field.name for field in attrs.fields(Place))
for _name in _PARTS:
    setattr(Place, _name, None)  # what a place that does not store the part gives

_WORDS_EN = {
    "member": "file {}",
    "page": "page {}",
    "sheet": "sheet {}",
    "cell": "cell {}",
    "table": "table {}",
    "row": "row {}",
    "line": "line {}",
    "column": "column {}",
}
_WORDS_ZH = {
    "member": "文件 {} ",
    "page": "第{}页",
    "sheet": "工作表 {} ",
    "cell": "单元格 {} ",
    "table": "第{}个表",
    "row": "第{}行",
    "line": "第{}行",
    "column": "第{}列",
}
