"""Where in a document something stands."""

from operator import attrgetter
from typing import Any

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.opened import new, opened

__all__ = ["Place"]


@attrs.frozen(init=False, eq=False, repr=False)
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

    # A document has a thousand places, each with two or three parts.
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
        place: Any = self
        _unlock(place, "__class__", _OpenPlace)
        place.page, place.box, place.line, place.column = page, box, line, column
        place.xpath, place.sheet, place.cell = xpath, sheet, cell
        place.table, place.row, place.member = table, row, member
        place.__class__ = Place

    @staticmethod
    def of_cell(
        table: int, row: int, column: int, xpath: str | None = None, member: str | None = None
    ) -> "Place":
        """The place of a cell of a table, made without asking for the parts that no such place has."""
        place: Any = new(_OpenPlace)
        place.page = place.box = place.line = place.sheet = place.cell = None
        place.table, place.row, place.column, place.xpath, place.member = table, row, column, xpath, member
        place.__class__ = Place
        found: Place = place
        return found

    @staticmethod
    def at_element(xpath: str | None, member: str | None = None) -> "Place":
        """The place of an element, made without asking for the parts that no such place has."""
        place: Any = new(_OpenPlace)
        place.page = place.box = place.line = place.column = place.sheet = place.cell = None
        place.table = place.row = None
        place.xpath, place.member = xpath, member
        place.__class__ = Place
        found: Place = place
        return found

    @staticmethod
    def in_sheet(sheet: str, name: str) -> "Place":
        """The place of a cell of a workbook, made in the same way."""
        place: Any = new(_OpenPlace)
        place.page = place.box = place.line = place.column = place.xpath = None
        place.table = place.row = place.member = None
        place.sheet, place.cell = sheet, name
        place.__class__ = Place
        found: Place = place
        return found

    def parts(self) -> dict[str, Any]:
        """The parts that are known, for output."""
        known = zip(_PARTS, _all_parts(self), strict=True)
        return {name: part for name, part in known if part is not None}

    def __reduce__(self) -> tuple[Any, ...]:
        return (_with_parts, (self.parts(),))

    def describe(self, lang: str = "en") -> str:
        """The place in words a person can follow."""
        words = _WORDS_ZH if lang == "zh" else _WORDS_EN
        joint = "" if lang == "zh" else ", "
        known = self.parts()
        return joint.join(words[name].format(known[name]) for name in words if name in known)


def _with_parts(parts: dict[str, Any]) -> Place:
    return Place(**parts)


_OpenPlace = opened(Place)
_unlock = object.__setattr__


_PARTS = tuple(field.name for field in attrs.fields(Place))
_all_parts = attrgetter(*_PARTS)

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
