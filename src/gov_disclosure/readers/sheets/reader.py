"""The reader of workbooks: tells what is inside by content, settles formulas, and finds tables on the sheets."""

from gov_disclosure.documents import Block, Document, Meta
from gov_disclosure.readers.archive import Archive
from gov_disclosure.readers.compound import OLE, CompoundFile
from gov_disclosure.readers.properties import core_properties
from gov_disclosure.readers.protocol import Options
from gov_disclosure.readers.sheets.regions import blocks_of
from gov_disclosure.readers.sheets.trust import settle_formulas
from gov_disclosure.readers.sheets.workbook import Sheet, Workbook, cell_name, column_letters
from gov_disclosure.reading.errors import Damaged, Encrypted
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place

__all__ = ["SheetsReader"]

_NAMED = 12  # rows or columns named in a notice


class SheetsReader:
    """Reads workbooks: one sheet or one table a sheet, merged ranges, numbers stored as text, formulas."""

    name = "xlsx"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content starts like an archive or compound file and is named like a workbook."""
        return head.startswith((b"PK\x03\x04", OLE)) and (name or "").lower().endswith(
            (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".et")
        )

    def read(self, content: bytes, options: Options) -> Document:
        """The document.

        Raises :class:`~gov_disclosure.Damaged`, :class:`~gov_disclosure.Encrypted` or
        :class:`~gov_disclosure.TooLarge`.
        """
        limits = options.limits
        limits.check_bytes(len(content))
        workbook, engine, metadata = _open(content, limits)
        notices = settle_formulas(workbook)
        blocks: list[Block] = []
        for sheet in workbook.sheets:
            if sheet.hidden:
                continue
            notices += _notices(sheet)
            blocks += blocks_of(sheet, limits)
        hidden = [sheet.name for sheet in workbook.sheets if sheet.hidden and sheet.cells]
        if hidden:
            notices.append(notice("hidden-sheets", params={"sheets": "、".join(hidden[:_NAMED])}))
        return Document(
            blocks=tuple(blocks), reader=self.name, engine=engine, metadata=metadata, notices=tuple(notices)
        )


def _open(content: bytes, limits: Limits) -> tuple[Workbook, str, tuple[Meta, ...]]:
    deadline = limits.deadline()
    if content.startswith(OLE):
        from gov_disclosure.readers.sheets.binary import read_xls

        container = CompoundFile(content)
        if "EncryptedPackage" in container.names:
            raise Encrypted
        return read_xls(content, container, limits, deadline), "xls", ()
    archive = Archive(content, limits)
    if archive.find("xl/workbook.bin") is not None:
        from gov_disclosure.readers.sheets.binary import read_xlsb

        return read_xlsb(content, archive, limits, deadline), "xlsb", _metadata(archive, limits)
    if archive.find("content.xml") is not None:
        from gov_disclosure.readers.sheets.opendocument import read_opendocument

        return read_opendocument(archive, limits, deadline), "ods", _metadata(archive, limits)
    if not any(name.startswith("xl/") for name in archive.names):
        raise Damaged(reason="it holds no workbook", reason_zh="其中没有工作簿")
    from gov_disclosure.readers.sheets.spreadsheetml import read_spreadsheetml

    return read_spreadsheetml(archive, limits, deadline), "xlsx", _metadata(archive, limits)


def _metadata(archive: Archive, limits: Limits) -> tuple[Meta, ...]:
    for name in ("docProps/core.xml", "meta.xml"):
        content = archive.read(name)
        if content is not None:
            return tuple(core_properties(content, limits, Place(member=name)))
    return ()


def _notices(sheet: Sheet) -> list[Notice]:
    found: list[Notice] = []
    for position, cell in sheet.cells.items():
        if cell.shown_otherwise is not None:
            cell.doubt = True
            name = cell_name(*position)
            params = {"label": f"{sheet.name}!{name}", "raw": cell.text, "format": cell.shown_otherwise}
            place = Place(sheet=sheet.name, cell=name)
            found.append(notice("shown-otherwise", place=place, params=params))
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return found
    rows = sorted({row for row, _ in sheet.cells} & sheet.hidden_rows)
    columns = sorted({column for _, column in sheet.cells} & sheet.hidden_columns)
    if rows or columns:
        names = [*(str(row + 1) for row in rows), *(column_letters(column) for column in columns)]
        params = {"sheet": sheet.name, "cells": "、".join(names[:_NAMED])}
        found.append(notice("hidden-cells", place=Place(sheet=sheet.name), params=params))
    return found
