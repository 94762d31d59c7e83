"""ODS: sheets straight from ``content.xml``, with the spans, the texts as shown, and the formulas."""

import re
from collections.abc import Iterator

import attrs

from gov_disclosure.readers.archive import Archive
from gov_disclosure.readers.safe_xml import Element, parse_xml
from gov_disclosure.readers.sheets.figures import decimal_of, plain
from gov_disclosure.readers.sheets.workbook import Sheet, SheetCell, Workbook
from gov_disclosure.reading.errors import Damaged, Encrypted
from gov_disclosure.reading.limits import Deadline, Limits

__all__ = ["read_opendocument"]

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"
_COLUMN, _ROW, _VISIBILITY = _TABLE + "table-column", _TABLE + "table-row", _TABLE + "visibility"
_ACROSS, _DOWN = _TABLE + "number-columns-repeated", _TABLE + "number-rows-repeated"
_COLUMNS, _ROWS, _FORMULA = (
    _TABLE + "number-columns-spanned",
    _TABLE + "number-rows-spanned",
    _TABLE + "formula",
)
_PARAGRAPH, _KIND, _VALUE = _TEXT + "p", _OFFICE + "value-type", _OFFICE + "value"
_GROUPS = frozenset(
    _TABLE + name
    for name in (
        "table-row-group",
        "table-rows",
        "table-header-rows",
        "table-column-group",
        "table-columns",
        "table-header-columns",
    )
)
_REFERENCE = re.compile(
    r"\[(?P<sheet>\$?(?:'(?:[^']|'')+'|[^\].':]+))?\.(?P<cell>\$?[A-Z]+\$?\d+)"
    r"(?::(?:[^\].]*)\.(?P<to>\$?[A-Z]+\$?\d+))?\]"
)
_PREFIX = re.compile(r"^(?:of|oooc|msoxl):=?")
_CURRENCY = re.compile(r"^[￥¥$]\s*")
_MANY = 1000  # repetitions beyond this only fill the sheet


def read_opendocument(archive: Archive, limits: Limits, deadline: Deadline) -> Workbook:
    """The sheets of an OpenDocument workbook.

    Raises :class:`~gov_disclosure.Damaged`, :class:`~gov_disclosure.Encrypted` or
    :class:`~gov_disclosure.TooLarge`.
    """
    manifest = archive.read("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise Encrypted
    content = archive.read("content.xml")
    if content is None:
        raise Damaged(reason="its content is missing", reason_zh="缺少内容部分")
    root = parse_xml(content, limits, part="content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if body is None:
        raise Damaged(reason="it holds no sheets", reason_zh="其中没有工作表")
    hidden = {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        for properties in style.iterfind(_STYLE + "table-properties")
        if properties.get(_TABLE + "display") == "false"
    }
    reader = _Reader(limits=limits, deadline=deadline)
    return Workbook(
        sheets=[
            reader.read(element, hidden=element.get(_TABLE + "style-name") in hidden)
            for element in body.iterfind(_TABLE + "table")
        ]
    )


@attrs.define
class _Reader:
    limits: Limits
    deadline: Deadline
    cells: int = 0

    def read(self, table: Element, *, hidden: bool) -> Sheet:
        sheet = Sheet(name=table.get(_TABLE + "name", ""), hidden=hidden)
        row = column = 0
        for element in _through(table):
            if element.tag == _COLUMN:
                times = _count(element.get(_ACROSS))
                if element.get(_VISIBILITY, "visible") != "visible" and times <= _MANY:
                    sheet.hidden_columns.update(range(column, column + times))
                column += times
            elif element.tag == _ROW:
                row += self._row(sheet, element, row)
        return sheet

    def _row(self, sheet: Sheet, element: Element, row: int) -> int:
        """Read a row; returns how many rows it stands for."""
        times = _count(element.get(_DOWN))
        visible = element.get(_VISIBILITY, "visible") == "visible"
        column, filled = 0, False
        for inner in element:
            tag = inner.tag
            if tag != _CELL and tag != _COVERED:
                continue
            across = _count(inner.get(_ACROSS))
            cell = _cell(inner) if tag == _CELL else None
            if cell is not None:
                filled = True
                if times == across == 1:
                    self._count_cell()
                    sheet.cells[row, column] = cell
                else:
                    self._repeat(sheet, cell, range(row, row + min(times, _MANY)), column, min(across, _MANY))
            if tag == _CELL:
                rows, columns = _count(inner.get(_ROWS)), _count(inner.get(_COLUMNS))
                if rows > 1 or columns > 1:
                    rows, columns = min(rows, _MANY), min(columns, _MANY)
                    sheet.merges.append((row, column, row + rows - 1, column + columns - 1))
            column += across
        if filled and times > _MANY:
            self.limits.check_cells(times)
        if not visible and times <= _MANY:
            sheet.hidden_rows.update(range(row, row + times))
        return times

    def _repeat(self, sheet: Sheet, cell: SheetCell, rows: range, column: int, across: int) -> None:
        for row in rows:
            for place in range(column, column + across):
                self._count_cell()
                sheet.cells[row, place] = attrs.evolve(cell)

    def _count_cell(self) -> None:
        self.cells += 1
        self.limits.check_cells(self.cells)
        if self.cells % 5000 == 0:
            self.deadline.check()


def _through(table: Element) -> Iterator[Element]:
    """The columns and rows of a table, also those in groups."""
    waiting = [iter(table)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag in _GROUPS:
            waiting.append(iter(element))
        else:
            yield element


def _cell(element: Element) -> SheetCell | None:
    text = "\n".join([_paragraph(inner) for inner in element if inner.tag == _PARAGRAPH]).strip()
    formula = element.get(_FORMULA)
    kind = element.get(_KIND)
    stored = element.get(_VALUE)
    if not text and formula is None and stored is None:
        return None
    number = decimal_of(stored) if stored is not None else None
    made = SheetCell(text=text, number=number if kind != "percentage" else None)
    if number is not None and kind in ("float", "currency"):
        shown = decimal_of(_CURRENCY.sub("", text).replace(",", ""))
        if not text:
            made.text = plain(number)
        elif shown is not None and shown != number:
            made.text, made.shown_otherwise = plain(number), text
    if text.startswith(("#", "Err:")) and formula is not None:
        made.doubt = True
    if formula is not None:
        made.formula = _plain_formula(formula)
        made.cached = stored is not None or bool(text)
    return made


def _paragraph(element: Element) -> str:
    """The text of a paragraph: spans joined, notes left out."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    waiting = [iter(element)]
    tails: list[str] = []
    while waiting:
        inner = next(waiting[-1], None)
        if inner is None:
            waiting.pop()
            if tails:
                parts.append(tails.pop())
            continue
        name = inner.tag.rpartition("}")[2]
        if name == "s":
            parts.append(" " * min(_count(inner.get(_TEXT + "c")), 1000))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name not in ("note", "annotation", "ruby-text"):
            parts.append(inner.text or "")
            waiting.append(iter(inner))
            tails.append(inner.tail or "")
            continue
        parts.append(inner.tail or "")
    return "".join(parts)


def _plain_formula(formula: str) -> str:
    """A formula in the manner of Excel."""

    def reference(match: re.Match[str]) -> str:
        sheet = (match["sheet"] or "").lstrip("$")
        to = f":{match['to']}" if match["to"] else ""
        return (f"{sheet}!" if sheet else "") + match["cell"] + to

    text = _PREFIX.sub("", formula).lstrip("=")
    return _REFERENCE.sub(reference, text).replace(";", ",")


def _count(text: str | None) -> int:
    if text is None or not text.isascii() or not text.isdigit():
        return 1
    return max(min(int(text[:8]), 10_000_000), 1)
