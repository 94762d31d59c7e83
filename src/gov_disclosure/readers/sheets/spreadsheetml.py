"""XLSX and XLSM: sheets straight from the archive's XML, with formulas, number formats and what is hidden.

python-calamine gives values alone; whether a stored result can be trusted, and what a number format shows, is
not among them.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

import attrs

from gov_disclosure.readers.archive import Archive
from gov_disclosure.readers.safe_xml import Element, parse_xml
from gov_disclosure.readers.sheets.formats import BUILT_IN_FORMATS
from gov_disclosure.readers.sheets.sheet_cells import ON, S, SheetReader, rich_text
from gov_disclosure.readers.sheets.workbook import Sheet, Workbook
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
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Cells and rows that hold a format and nothing else; some files style every row there can be.
_EMPTY_CELL = re.compile(rb'<c\s(?=[^<>]*\br=")[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row\s(?=[^<>]*\br=")[^<>]*(?:/>|>\s*</row>)')
_LARGE = 200_000


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
    properties = root.find(S + "workbookPr")
    styles = _parse(archive, join(folder, "styles.xml"), limits)
    reader = SheetReader(
        strings=_strings(_parse(archive, join(folder, "sharedStrings.xml"), limits)),
        formats=_formats(styles),
        framed=_framed(styles),
        since_1904=properties is not None and properties.get("date1904", "0") in ON,
        limits=limits,
        deadline=deadline,
    )
    workbook = Workbook()
    for listed in _parts(archive, root, main, limits):
        content = archive.read(listed.part)
        if content is None:
            continue
        sheet = Sheet(name=listed.name, hidden=listed.hidden)
        reader.fill(sheet, _lean(_transitional(content)), part=listed.part)
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
    for number, element in enumerate(root.iter(S + "sheet"), 1):
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
    return [] if root is None else [rich_text(item) for item in root.iterchildren(S + "si")]


def _formats(root: Element | None) -> dict[str, str]:
    """The number formats of the cell styles, by the styles' numbers, as far as they are not those of plain numbers."""
    if root is None:
        return {}
    own = {element.get("numFmtId", ""): element.get("formatCode", "") for element in root.iter(S + "numFmt")}
    found: dict[str, str] = {}
    for place, element in enumerate(root.iterfind(f"{S}cellXfs/{S}xf")):
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
        for place, border in enumerate(root.iterfind(f"{S}borders/{S}border"))
        if any(side.get("style", "none") != "none" for side in border)
    }
    styles = enumerate(root.iterfind(f"{S}cellXfs/{S}xf"))
    return frozenset(str(place) for place, style in styles if style.get("borderId", "0") in drawn)
