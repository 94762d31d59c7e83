"""How the rows of a table become a grid of cells.

Three ways of drawing follow from the rows alone. Rows that stand under an item of Article 20 are drawn as
stacked blocks, each with its own heads (table two); rows that are ``across`` as bands of columns over one
line of values (table four); all others as a matrix with labels down the side (table three).
"""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any, TypeAlias, cast

import attrs

from gov_disclosure.model.fields import Row, Value, inner_class, printed
from gov_disclosure.model.forms import Field, FormRow, FormTable
from gov_disclosure.model.printed_table import PrintedCell, PrintedTable
from gov_disclosure.model.report import AnnualReport

__all__ = ["draw", "english_labels", "figure", "item_in_english"]

# Relative widths of the columns of a matrix, as the notices draw them.
_VERTICAL, _GROUP, _LABEL, _VALUE = 2, 4, 8, 3

_Drawn: TypeAlias = tuple[list[PrintedCell], tuple[int, ...], int]
_English: TypeAlias = dict[str, tuple[str, ...]]


def figure(value: Value) -> str:
    """A value as printed in a cell: all its digits, "" for a blank."""
    return "" if value is None else format(value, "f") if not isinstance(value, int) else str(value)


def draw(table: FormTable, rows: tuple[FormRow, ...], report: AnnualReport | None = None) -> PrintedTable:
    """Draw some rows of a table, blank or with a report's figures."""
    if all(row.across for row in rows):
        cells, widths, head_rows = _bands(table, rows, report)
    elif len({row.cls for row in rows}) == 1 and not any(row.item for row in rows):
        cells, widths, head_rows = _matrix(table, rows, report)
    else:
        cells, widths, head_rows = _blocks(table, rows, report)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return PrintedTable(
        name=table.name,
        heading=table.section.heading,
        english=table.section.english,
        rows=max(cell.row + cell.rowspan for cell in cells),
        columns=len(widths),
        widths=widths,
        head_rows=head_rows,
        cells=tuple(cells),
    )


def _matrix(table: FormTable, rows: tuple[FormRow, ...], report: AnnualReport | None) -> _Drawn:
    depth = _depth(rows)
    heads = list(_column_heads(rows[0].cls))
    title, english = _words_of(table, "columns_head")
    top = 1 if title else 0
    height = top + _height(heads)
    corner, corner_english = _words_of(table, "corner")
    cells = [
        PrintedCell(
            text=corner, english=corner_english, row=0, column=0, rowspan=height, colspan=depth, role="corner"
        )
    ]
    count = len(rows[0].fields)
    if title:
        cells.append(
            PrintedCell(text=title, english=english, row=0, column=depth, colspan=count, role="head")
        )
    cells += [attrs.evolve(head, row=head.row + top, column=head.column + depth) for head in heads]
    cells += _side_labels(table, rows, height, depth)
    for line, row in enumerate(rows, start=height):
        cells += [_value(field, line, depth + place, report) for place, field in enumerate(row.fields)]
    upright = any(cell.vertical for cell in cells)
    labels = [_VERTICAL if upright and level == 0 else _GROUP for level in range(depth - 1)]
    return cells, (*labels, _LABEL, *(_VALUE,) * count), height


def _blocks(table: FormTable, rows: tuple[FormRow, ...], report: AnnualReport | None) -> _Drawn:
    depth = _depth(rows)
    lines = _grid_lines(len(row.fields) for row in rows)
    columns = depth + len(lines) - 1
    title, title_english = _words_of(table, "columns_head")
    cells: list[PrintedCell] = []
    line = 0
    above = ""
    for (item, _), group in groupby(rows, key=lambda row: (row.item, row.cls)):
        members = tuple(group)
        if item != above:
            above = item
            cells.append(
                PrintedCell(
                    text=item,
                    english=item_in_english(item),
                    row=line,
                    column=0,
                    colspan=columns,
                    role="head",
                )
            )
            line += 1
        heads = list(_column_heads(members[0].cls))
        height = _height(heads)
        cells.append(
            PrintedCell(
                text=title,
                english=title_english,
                row=line,
                column=0,
                rowspan=height,
                colspan=depth,
                role="head",
            )
        )
        spread = _spread(len(members[0].fields), lines)
        for head in heads:
            first, last = spread[head.column], spread[head.column + head.colspan - 1]
            cells.append(
                attrs.evolve(
                    head, row=head.row + line, column=depth + first[0], colspan=last[0] + last[1] - first[0]
                )
            )
        line += height
        cells += _side_labels(table, members, line, depth)
        for row in members:
            for field, (place, span) in zip(row.fields, spread, strict=True):
                cells.append(attrs.evolve(_value(field, line, depth + place, report), colspan=span))
            line += 1
    unit = lines[-1] // max(len(row.fields) for row in rows)
    return cells, (*(unit,) * depth, *(b - a for a, b in pairwise(lines))), 0


def _bands(table: FormTable, rows: tuple[FormRow, ...], report: AnnualReport | None) -> _Drawn:
    english = english_labels(table)
    depth = _depth(rows)
    all_heads = {row.path: list(_column_heads(row.cls)) for row in rows}
    height = depth + max(_height(heads) for heads in all_heads.values())
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.fields))
    cells = []
    for level in range(depth - 1):
        for first, last, text, words in _runs(rows, level, english):
            cells.append(
                PrintedCell(
                    text=text,
                    english=words,
                    row=level,
                    column=starts[first],
                    colspan=starts[last + 1] - starts[first],
                    role="group",
                )
            )
    for start, row in zip(starts, rows, strict=False):
        level = len(row.groups)
        cells.append(
            PrintedCell(
                text=row.label,
                english=english[row.path][-1],
                row=level,
                column=start,
                colspan=len(row.fields),
                role="group",
            )
        )
        heads = all_heads[row.path]
        # A band with fewer labels above it has taller heads: what is over is added to its lowest line.
        spare = height - (level + 1) - _height(heads)
        for head in heads:
            lowest = head.row + head.rowspan == _height(heads)
            cells.append(
                attrs.evolve(
                    head,
                    row=level + 1 + head.row,
                    column=start + head.column,
                    rowspan=head.rowspan + (spare if lowest else 0),
                )
            )
        cells += [_value(field, height, start + place, report) for place, field in enumerate(row.fields)]
    return cells, (1,) * starts[-1], height


def _side_labels(
    table: FormTable, rows: tuple[FormRow, ...], first_line: int, depth: int
) -> Iterator[PrintedCell]:
    english = english_labels(table)
    for level in range(depth - 1):
        for first, last, text, words in _runs(rows, level, english):
            inner = any(len(row.groups) > level + 1 for row in rows[first : last + 1])
            yield PrintedCell(
                text=text,
                english=words,
                row=first_line + first,
                column=level,
                rowspan=last - first + 1,
                role="group",
                vertical=inner,
            )
    for line, row in enumerate(rows, start=first_line):
        level = len(row.groups)
        yield PrintedCell(
            text=row.label,
            english=english[row.path][-1],
            row=line,
            column=level,
            colspan=depth - level,
            role="label",
        )


def _runs(rows: tuple[FormRow, ...], level: int, english: _English) -> Iterator[tuple[int, int, str, str]]:
    """Neighbouring rows under one group label of that level: first, last, the label and its English."""
    numbered = enumerate(rows)
    for groups, run in groupby(numbered, key=lambda pair: pair[1].groups[: level + 1]):
        members = list(run)
        if len(groups) > level:
            yield members[0][0], members[-1][0], groups[level], english[members[0][1].path][level]


def _column_heads(cls: type[Row]) -> Iterator[PrintedCell]:
    """The heads of a row's columns from (0, 0): words common to neighbours stand once above them."""
    marks = [printed(attribute) for attribute in attrs.fields(cast(Any, cls))]
    two = any(what.head for what in marks)
    for head, run in groupby(enumerate(marks), key=lambda pair: pair[1].head):
        members = list(run)
        if head:
            yield PrintedCell(
                text=head,
                english=members[0][1].head_english,
                row=0,
                column=members[0][0],
                colspan=len(members),
                role="head",
            )
        for place, what in members:
            yield PrintedCell(
                text=what.label,
                english=what.english,
                row=1 if head else 0,
                column=place,
                rowspan=2 if two and not head else 1,
                role="head",
            )


def _value(field: Field, line: int, column: int, report: AnnualReport | None) -> PrintedCell:
    text = "" if report is None else figure(report[field.path])
    return PrintedCell(text=text, row=line, column=column, role="value", path=field.path)


def _height(heads: Iterable[PrintedCell]) -> int:
    return max(head.row + head.rowspan for head in heads)


def _depth(rows: Iterable[FormRow]) -> int:
    return max(len(row.groups) for row in rows) + 1


def _grid_lines(counts: Iterable[int]) -> tuple[int, ...]:
    """Where the columns of a stack of blocks begin and end, if each block divides the width evenly.

    Three columns over two give four columns of the grid, and the middle one of the three covers two of them.
    """
    wanted = set(counts)
    whole = math.lcm(*wanted)
    return tuple(sorted({whole * place // count for count in wanted for place in range(count + 1)}))


def _spread(count: int, lines: tuple[int, ...]) -> list[tuple[int, int]]:
    """First column of the grid and number of them, for each of ``count`` even columns."""
    edges = [lines.index(lines[-1] * place // count) for place in range(count + 1)]
    return [(first, last - first) for first, last in pairwise(edges)]


def english_labels(table: FormTable) -> _English:
    """For each row, by its path: the English of the blocks around it and of the row alone."""
    return {row.path: tuple(_english_of(table.cls, row.path.split(".")[1:])) for row in table.rows}


def _english_of(cls: type, names: list[str]) -> Iterator[str]:
    for name in names:
        attribute = getattr(attrs.fields(cls), name)
        yield printed(attribute).english or name.replace("_", " ")
        cls = inner_class(attribute)


def _words_of(table: FormTable, name: str) -> tuple[str, str]:
    """A text that the table's class has for the whole table, and its English."""
    return getattr(table.cls, name, ""), getattr(table.cls, f"{name}_english", "")


def item_in_english(item: str) -> str:
    """An item of an article, printed as 第…条第（…）项, in English; "" for words that are none."""
    found = re.fullmatch("第([一二三四五六七八九十]+)条第（([一二三四五六七八九十]+)）项", item)
    return f"Article {_numeral(found[1])}, item ({_numeral(found[2])})" if found else ""


def _numeral(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    digits = "零一二三四五六七八九"
    return (digits.index(tens or "一") * 10 if ten else 0) + (digits.index(ones) if ones else 0)
