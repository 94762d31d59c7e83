"""XLSX and XLSM: sheets straight from the archive's XML, with formulas, number formats and what is hidden.

python-calamine gives values alone; whether a stored result can be trusted, and what a number format shows, is
not among them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from posixpath import dirname, join, normpath

import attrs

from gov_disclosure.readers.archive import Archive
from gov_disclosure.readers.safe_xml import Element, parse_xml
from gov_disclosure.readers.sheets.figures import decimal_of, plain
from gov_disclosure.readers.sheets.formats import BUILT_IN_FORMATS, show
from gov_disclosure.readers.sheets.formulas import shifted
from gov_disclosure.readers.sheets.workbook import (
    Merge,
    Position,
    Sheet,
    SheetCell,
    Workbook,
    column_letters,
    column_number,
)
from gov_disclosure.reading.errors import Damaged
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["read_spreadsheetml"]

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE, _FORMULA, _INLINE, _TEXT, _RUN = _S + "v", _S + "f", _S + "is", _S + "t", _S + "r"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_REFERENCE = re.compile(r"^([A-Z]{1,3})([1-9]\d{0,6})$")
_RANGE = re.compile(r"^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$")
# Cells and rows that hold a format and nothing else; some files style every row there can be.
_EMPTY_CELL = re.compile(rb'<c\s(?=[^<>]*\br=")[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row\s(?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_LARGE = 200_000
_LONGEST_NUMBER = 40  # characters of a number that may be met again
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383
_ON = frozenset({"1", "true", "on"})


@attrs.frozen
class _Part:
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


def read_spreadsheetml(archive: Archive, limits: Limits, deadline: Deadline) -> Workbook:
    """The sheets of a workbook; raises :class:`~gov_disclosure.Damaged` or :class:`~gov_disclosure.TooLarge`."""
    main = _main_part(archive, limits)
    root = _parse(archive, main, limits)
    if root is None:
        raise Damaged(reason="its list of sheets is missing", reason_zh="缺少工作表清单")
    folder = dirname(main)
    properties = root.find(_S + "workbookPr")
    styles = _parse(archive, join(folder, "styles.xml"), limits)
    reader = _SheetReader(
        strings=_strings(_parse(archive, join(folder, "sharedStrings.xml"), limits)),
        formats=_formats(styles),
        framed=_framed(styles),
        since_1904=properties is not None and properties.get("date1904", "0") in _ON,
        limits=limits,
        deadline=deadline,
    )
    workbook = Workbook()
    for listed in _parts(archive, root, main, limits):
        content = archive.read(listed.part)
        if content is None:
            continue
        sheet = reader.read(_lean(_transitional(content)), listed)
        workbook.sheets.append(sheet)
    return workbook


def _main_part(archive: Archive, limits: Limits) -> str:
    relations = archive.read("_rels/.rels")
    if relations is not None:
        for relation in parse_xml(relations, limits, part="_rels/.rels").iter(_RELATION):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = normpath(relation.get("Target", "").replace("\\", "/").lstrip("/"))
                if archive.find(target) is not None:
                    return target
    return "xl/workbook.xml"


def _parts(archive: Archive, root: Element, main: str, limits: Limits) -> Iterator[_Part]:
    folder, name = dirname(main), main.rpartition("/")[2]
    relations = _parse(archive, join(folder, "_rels", f"{name}.rels"), limits)
    targets: dict[str, str] = {}
    for relation in relations.iter(_RELATION) if relations is not None else ():
        kind = relation.get("Type", "")
        if kind.endswith("/worksheet"):
            target = relation.get("Target", "").replace("\\", "/")
            absolute = target if target.startswith("/") else join("/", folder, target)
            targets[relation.get("Id", "")] = normpath(absolute).lstrip("/")
    for number, element in enumerate(root.iter(_S + "sheet"), 1):
        part = targets.get(element.get(_ID, ""))
        if part is None and relations is None:
            part = join(folder, "worksheets", f"sheet{number}.xml")
        if part is not None:
            hidden = element.get("state", "visible") != "visible"
            yield _Part(element.get("name", f"Sheet{number}"), hidden, part)


def _parse(archive: Archive, name: str, limits: Limits) -> Element | None:
    content = archive.read(name)
    return None if content is None else parse_xml(_transitional(content), limits, part=name)


def _transitional(content: bytes) -> bytes:
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
    return content


def _lean(content: bytes) -> bytes:
    if len(content) < _LARGE:
        return content
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))


def _strings(root: Element | None) -> list[str]:
    return [] if root is None else [_rich_text(item) for item in root.iterchildren(_S + "si")]


def _rich_text(item: Element) -> str:
    """The text of a string, without the readings that may stand beside it."""
    if len(item) == 1 and (only := item[0]).tag == _TEXT:
        text = only.text or ""
    else:
        parts = []
        for element in item:
            tag = element.tag
            if tag == _TEXT:
                parts.append(element.text or "")
            elif tag == _RUN:
                parts.append(element.findtext(_TEXT) or "")
        text = "".join(parts)
    return text.replace("_x000D_", "").replace("\r\n", "\n")


def _formats(root: Element | None) -> dict[str, str]:
    """The number formats of the cell styles, by the styles' numbers, as far as they are not those of plain numbers."""
    if root is None:
        return {}
    own = {element.get("numFmtId", ""): element.get("formatCode", "") for element in root.iter(_S + "numFmt")}
    found: dict[str, str] = {}
    for place, element in enumerate(root.iterfind(f"{_S}cellXfs/{_S}xf")):
        number = element.get("numFmtId", "0")
        built_in = BUILT_IN_FORMATS.get(int(number)) if number.isdigit() else None
        code = own.get(number, built_in)
        if code is not None:
            found[str(place)] = code
    return found


def _framed(root: Element | None) -> frozenset[str]:
    """The cell styles that draw a border."""
    if root is None:
        return frozenset()
    drawn = {
        str(place)
        for place, border in enumerate(root.iterfind(f"{_S}borders/{_S}border"))
        if any(side.get("style", "none") != "none" for side in border)
    }
    styles = enumerate(root.iterfind(f"{_S}cellXfs/{_S}xf"))
    return frozenset(str(place) for place, style in styles if style.get("borderId", "0") in drawn)


@attrs.define
class _SheetReader:
    strings: list[str]
    formats: dict[str, str]
    framed: frozenset[str]
    since_1904: bool
    limits: Limits
    deadline: Deadline
    cells: int = 0

    def read(self, content: bytes, listed: _Part) -> Sheet:
        root = parse_xml(content, self.limits, part=listed.part)
        sheet = Sheet(name=listed.name, hidden=listed.hidden)
        shared: dict[str, tuple[Position, str]] = {}
        for element in root.iterfind(f"{_S}cols/{_S}col"):
            if element.get("hidden", "0") in _ON or element.get("width") == "0":
                first, last = _integer(element.get("min"), 1), _integer(element.get("max"), 1)
                sheet.hidden_columns.update(range(first - 1, min(last, _LAST_COLUMN + 1)))
        cells, framed = sheet.cells, self.framed
        row = -1
        for row_element in root.iterfind(f"{_S}sheetData/{_S}row"):
            row = _integer(row_element.get("r"), row + 2) - 1
            if not 0 <= row <= _LAST_ROW:
                raise Damaged(reason=f"sheet {listed.name} has rows out of range", reason_zh="行号超出范围")
            if row_element.get("hidden", "0") in _ON:
                sheet.hidden_rows.add(row)
            column, digits = -1, str(row + 1)
            for element in row_element:
                name = element.get("r")
                column += 1
                if name is not None and name != column_letters(column) + digits:
                    place = _REFERENCE.match(name)
                    column = column_number(place[1]) if place is not None else column
                parts = len(element)
                if parts == 1 and (only := element[0]).tag == _VALUE:
                    cell = self._made(element, only.text)
                    if cell.text:
                        cells[row, column] = cell
                elif parts:
                    made = self._made_of_parts(element, (row, column), shared)
                    if made is not None:
                        cells[row, column] = made
                elif element.get("s") in framed:
                    sheet.framed.add((row, column))
            self.limits.check_cells(self.cells + len(cells))
            self.deadline.check()
        self.cells += len(cells)
        for merge in root.iterfind(f"{_S}mergeCells/{_S}mergeCell"):
            found = _merge(merge.get("ref", ""))
            if found is not None:
                sheet.merges.append(found)
        return sheet

    def _made_of_parts(
        self, element: Element, position: Position, shared: dict[str, tuple[Position, str]]
    ) -> SheetCell | None:
        """A cell that holds something; None for one that does not."""
        value = formula = inline = None
        for inner in element:
            tag = inner.tag
            if tag == _VALUE:
                value = inner.text
            elif tag == _FORMULA:
                formula = _formula(inner, position, shared)
            elif tag == _INLINE:
                inline = _rich_text(inner)
        if value is None and formula is None and inline is None:
            return None
        cell = self._made(element, value) if inline is None else SheetCell(text=inline)
        if formula is not None:
            cell.formula, cell.cached = formula, value is not None
            return cell
        return cell if cell.text else None

    def _made(self, element: Element, value: str | None) -> SheetCell:
        if value is None:
            return SheetCell(text="")
        kind = element.get("t", "n")
        if kind == "n":
            code = self.formats.get(element.get("s", "0"))
            shown = _number if len(value) <= _LONGEST_NUMBER else _number.__wrapped__
            text, number, shown_otherwise = shown(value, code, self.since_1904)
            cell = SheetCell(text, number)
            cell.shown_otherwise = shown_otherwise
            return cell
        if kind == "s":
            place = _integer(value, -1)
            if not 0 <= place < len(self.strings):
                raise Damaged(
                    reason="a cell names a text that is not there", reason_zh="单元格引用的文本不存在"
                )
            return SheetCell(self.strings[place])
        if kind == "b":
            return SheetCell(text="TRUE" if value.strip() in _ON else "FALSE")
        return SheetCell(text=value, doubt=kind == "e")


@lru_cache(maxsize=1024)
def _number(value: str, code: str | None, since_1904: bool) -> tuple[str, Decimal | None, str | None]:
    """What is shown of a number, the number, and its format where that shows something else."""
    number = decimal_of(value.strip())
    if number is None:
        return value, None, None
    if code is None:
        return plain(number), number, None
    shown = show(number, code, since_1904=since_1904)
    return shown.text, number, code if shown.otherwise else None


def _formula(element: Element, position: Position, shared: dict[str, tuple[Position, str]]) -> str:
    text = (element.text or "").strip()
    name = element.get("si")
    if element.get("t") == "shared" and name is not None:
        if text:
            shared[name] = (position, text)
        elif name in shared:
            start, first = shared[name]
            return shifted(first, position[0] - start[0], position[1] - start[1])
    if element.get("t") in ("array", "dataTable"):
        return f"{{{text}}}"
    return text.lstrip("=")


def _merge(text: str) -> Merge | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    top, bottom = sorted((int(match[2]) - 1, int(match[4]) - 1))
    left, right = sorted((column_number(match[1]), column_number(match[3])))
    return top, left, bottom, right


def _integer(text: str | None, otherwise: int) -> int:
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        return otherwise
    return int(text)
