"""Tables of data as files: written whole or not at all, report after report."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePath
from typing import IO, Any, Literal

from gov_disclosure.analysis.datapackage import descriptor
from gov_disclosure.model.errors import Lang
from gov_disclosure.reading.notices import Notice
from gov_disclosure.writers.errors import UnknownTarget
from gov_disclosure.writers.files import placing, put_in_place, refuse_existing
from gov_disclosure.writers.tabular.as_arrow import arrow_schema, to_arrow
from gov_disclosure.writers.tabular.as_csv import BOM, csv_lines
from gov_disclosure.writers.tabular.as_parquet import open_arrow, open_parquet
from gov_disclosure.writers.tabular.as_stata import to_stata
from gov_disclosure.writers.tabular.lost import LostInData
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.tidy import Items, each, tidy, tidy_chunks
from gov_disclosure.writers.tabular.wide import wide

__all__ = ["FORMATS", "save"]

#: The formats of data and the endings of their files.
FORMATS: dict[str, tuple[str, ...]] = {
    "csv": (".csv",),
    "parquet": (".parquet",),
    "arrow": (".arrow", ".feather"),
    "stata": (".dta",),
}


def save(
    data: Table | Items,
    target: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word users know
    overwrite: bool = False,
    bom: bool = True,
    defuse: bool = True,
    lang: Lang = "en",
    shape: Literal["tidy", "wide"] | None = None,
    datapackage: bool = False,
) -> tuple[Notice, ...]:
    """Write a table, or reports and readings as data, to one file.

    Args:
        data: a table; or a report, a reading, or any number of them, taken one after the other, so that
            their number is bounded by the disk alone. Wide data, one row a report, is put together in memory.
        target: the file. Its ending says the format: ``.csv``, ``.parquet``, ``.arrow``, ``.dta``.
        format: the format, where the ending does not say it.
        overwrite: replace a file that is there.
        bom: CSV begins with a byte-order mark, by which spreadsheets know that it is UTF-8.
        defuse: in CSV an apostrophe goes before text that a spreadsheet would take for a formula.
        lang: the language of Stata's labels.
        shape: what reports and readings make: ``tidy`` data, one row a cell, or ``wide`` data. Stata's files are
            wide unless tidy data is asked for, all others tidy.
        datapackage: write a description of the columns to ``datapackage.json`` in the same folder.

    Returns:
        Notices of what the file does not hold, such as reports without tables; of reports and readings also their
        text, and figures that belong to no cell.

    Raises:
        WriteError: the file exists, cannot be written, is of no known format, or a number has more digits
            than the format has room for. Nothing is left behind then.
        ReadError: as it stands among ``data``, where it comes from ``read_many``.
        MissingExtra: for Parquet, Arrow and Stata.
    """
    path = Path(target)
    chosen = _format(path, format)
    beside = path.with_name("datapackage.json")
    for wanted in (path, beside) if datapackage else (path,):
        refuse_existing(wanted, overwrite=overwrite)
    lost = LostInData()
    tables = _tables(data, shape or ("wide" if chosen == "stata" else "tidy"), lost)
    first = next(tables, None) or tidy(())
    notices = list(first.notices)
    with placing(path, overwrite=overwrite) as file:
        for table in _writing(file, chosen, first, chain((first,), tables), bom, defuse, lang):
            notices += table.notices if table is not first else ()
    if datapackage:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        described = descriptor(first, path.name, format=chosen, sha256=digest, size=path.stat().st_size)
        content = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
        put_in_place(beside, content.encode(), overwrite=overwrite)
    return (*notices, *lost.notices())


def _format(path: PurePath, wanted: str | None) -> str:
    for name, suffixes in FORMATS.items():
        if wanted == name or (wanted is None and path.suffix.lower() in suffixes):
            return name
    raise UnknownTarget(target=str(path), format=wanted or path.suffix, known=", ".join(FORMATS))


def _tables(data: Table | Items, shape: str, lost: LostInData) -> Iterator[Table]:
    if isinstance(data, Table):
        return iter((data,))
    items = lost.watched(each(data))
    return iter((wide(items),)) if shape == "wide" else tidy_chunks(items)


def _writing(
    file: IO[bytes],
    chosen: str,
    first: Table,
    tables: Iterable[Table],
    bom: bool,
    defuse: bool,
    lang: Lang,
) -> Iterator[Table]:
    """Write the tables one after the other, and hand each on once it is written."""
    if chosen == "csv":
        file.write((BOM if bom else "").encode())
        for table in tables:
            file.write(csv_lines(table, head=table is first, defuse=defuse).encode())
            yield table
    elif chosen == "stata":
        for table in tables:
            file.write(to_stata(table, lang=lang))
            yield table
    else:
        opener: Any = open_parquet if chosen == "parquet" else open_arrow
        with opener(file, arrow_schema(first.columns)) as writer:
            for table in tables:
                writer.write_table(to_arrow(table))
                yield table
