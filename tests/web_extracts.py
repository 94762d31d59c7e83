"""Reports as web extractors leave them in text: rows between pipes, in the manners of several programs.

Every manner is drawn from a random generator, so that one seed is one document.
"""

import random
from collections.abc import Callable, Iterator
from decimal import Decimal

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.layout import layout
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.printed_table import PrintedTable

__all__ = ["MANNERS", "write_extract"]

_HALF = str.maketrans("（），：；", "(),:;")
_PROSE = "本年度，示例机关持续完善信息发布机制，公开工作平稳有序。"
_LONG = 6  # characters of a head that may stand in two paragraphs

Rows = list[list[str]]


def _rows(table: PrintedTable, report: AnnualReport) -> Rows:
    """The texts of the cells that start in each row."""
    return [
        [cell.text if cell.path is None else _figure(report[cell.path]) for cell in row]
        for row in table.by_row()
    ]


def _figure(value: int | Decimal | None) -> str:
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def _pads(rows: Rows) -> list[int]:
    width = max(map(len, rows))
    return [width - len(texts) for texts in rows]


def opened_and_padded(rng: random.Random, table: PrintedTable, report: AnnualReport) -> Iterator[str]:
    """A pipe before each row, and as many behind it as it has cells less than the widest."""
    rows = _rows(table, report)
    for texts, pads in zip(rows, _pads(rows), strict=True):
        yield f"| {' | '.join(texts)} | {'|' * pads}"


def closed(rng: random.Random, table: PrintedTable, report: AnnualReport) -> Iterator[str]:
    """A pipe behind each row and none before it."""
    for texts in _rows(table, report):
        yield f"{' | '.join(texts)} |"


def closed_and_padded(rng: random.Random, table: PrintedTable, report: AnnualReport) -> Iterator[str]:
    """Pipes behind each row alone, as many as it has cells less than the widest."""
    rows = _rows(table, report)
    for texts, pads in zip(rows, _pads(rows), strict=True):
        yield f"{' | '.join(texts)} |{'|' * pads}"


def with_a_spare_column(rng: random.Random, table: PrintedTable, report: AnnualReport) -> Iterator[str]:
    """A blank cell behind the widest row, and nothing behind the table's last row."""
    *rows, last = _rows(table, report)
    for texts, pads in zip(rows, _pads([*rows, last])[:-1], strict=True):
        yield f"{' | '.join(texts)} | {'|' * (pads + 1)}"
    yield f"{' | '.join(last)} |"


def whole_grid(rng: random.Random, table: PrintedTable, report: AnnualReport) -> Iterator[str]:
    """Blank cells where labels and heads reach over several rows or columns."""
    by_row = table.by_row()
    width = max(cell.column + cell.colspan for row in by_row for cell in row)
    for row, texts in zip(by_row, _rows(table, report), strict=True):
        line = [""] * width
        for cell, text in zip(row, texts, strict=True):
            line[cell.column] = text
        yield f"{' | '.join(line)} |"


def cell_by_cell(rng: random.Random, table: PrintedTable, report: AnnualReport) -> Iterator[str]:
    """Each cell on its line with a pipe behind it, a blank one as a pipe alone, and pipes that fill a row up."""
    rows = _rows(table, report)
    apart = rng.random() < 0.2  # the pipe on a line of its own too
    spare = rng.randint(0, 1)  # a blank column at the edge
    close = not apart and rng.random() < 0.3  # the pipes behind a row stand behind its last cell
    rows += [[]] * (not close and rng.randint(0, 1))
    for texts, pads in zip(rows, [few + spare for few in _pads(rows)], strict=True):
        for text in texts[:-1] if close else texts:
            if len(text) >= _LONG and not text[0].isdigit() and rng.random() < 0.1:
                yield text[:3]
                text = text[3:]
            yield from [text, "|"] if apart and text else [f"{text} |" if text else "|"]
        if close:
            yield f"{texts[-1]} | {'|' * pads * (texts is not rows[-1])}".strip()
        elif pads:
            yield "|" * pads


MANNERS: dict[str, Callable[[random.Random, PrintedTable, AnnualReport], Iterator[str]]] = {
    "opened and padded": opened_and_padded,
    "closed": closed,
    "closed and padded": closed_and_padded,
    "with a spare column": with_a_spare_column,
    "whole grid": whole_grid,
    "cell by cell": cell_by_cell,
}


def write_extract(rng: random.Random, report: AnnualReport, manner: str) -> str:
    """A report as text with its tables in one of the manners."""
    tables = {table.name: table for table in layout(report, only_printed=True)}
    lines = [str(report.title), ""]
    for section in SECTIONS:
        lines.append(f"{section.number}、{section.title}")
        table = tables.get(section.name)
        lines += [_PROSE] if table is None else MANNERS[manner](rng, table, report)
        lines += [""] * rng.randint(0, 1)
    text = "\n".join(lines)
    return text.translate(_HALF) if rng.random() < 0.7 else text
