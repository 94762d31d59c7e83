"""One statutory table as lines: labels on the left, figures right-aligned under short heads."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeAlias

import attrs

from gov_disclosure.language.width import pad, width, wrap
from gov_disclosure.model.drawing import english_labels, item_in_english
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Field, FormRow, FormTable
from gov_disclosure.writers.terminal.lines import Line, Span, Style, folded

__all__ = ["MARKS", "Grid"]

#: What stands behind a figure, so that it shows without colour too.
MARKS: dict[Style, str] = {"doubt": "?", "broken": "!", "mended": "*"}

_GAP = 2  # between columns; a mark takes the first place of it
_LEAST_LABEL = 28  # with less room than this for labels, heads give way

_Heads: TypeAlias = list[list[str]]
_Fitted: TypeAlias = tuple[_Heads, list[int], bool]  # heads, widths, whether codes stand for the heads


@attrs.frozen(kw_only=True)
class Grid:
    """Some rows of a table in the making; ``cell`` gives the text of a value, styled.

    ``absent`` is what to print in place of the figures of a row that ``prints`` denies.
    """

    table: FormTable
    rows: tuple[FormRow, ...]
    lang: Lang
    columns: int
    cell: Callable[[Field], Span]
    prints: Callable[[FormRow], bool]
    absent: str

    def lines(self) -> Iterator[Line]:
        """The table, line by line."""
        labels = self._labels()
        runs = [tuple(run) for _, run in groupby(self.rows, key=lambda row: (row.item, row.cls))]
        wanted = _GAP + max(
            *(
                width(words) + 2 * depth
                for row in self.rows
                for depth, words in enumerate(labels[row.path], start=_under_item(row))
            ),
            *(width(self._item(row)) for row in self.rows),
        )
        fitted = [self._fit(run, wanted) for run in runs]
        room = max(min(wanted, *(self.columns - _total(spans) for _, spans, _ in fitted)), _LEAST_LABEL // 2)
        yield from self._key(runs, fitted)
        for run, (heads, spans, _) in zip(runs, fitted, strict=True):
            yield from self._heads(run[0], heads, spans, room)
            above: tuple[str, ...] = ()
            for row in run:
                *groups, label = labels[row.path]
                under = _under_item(row)
                for depth, group in enumerate(groups):
                    if tuple(groups[: depth + 1]) != above[: depth + 1]:
                        yield (Span("  " * (under + depth) + group, "head"),)
                above = tuple(groups)
                yield from self._row(row, label, under + len(groups), spans, room)

    def _labels(self) -> dict[str, tuple[str, ...]]:
        """For each row the labels of the groups around it, and its own."""
        if self.lang == "zh":
            return {row.path: (*row.groups, row.label) for row in self.rows}
        english = english_labels(self.table)
        return {row.path: (*english[row.path][: len(row.groups)], english[row.path][-1]) for row in self.rows}

    def _item(self, row: FormRow) -> str:
        return item_in_english(row.item) or row.item if self.lang == "en" else row.item

    def _fit(self, run: tuple[FormRow, ...], wanted: int) -> _Fitted:
        """Heads, and the widths of columns: on as few lines as leave the labels room, else by their codes."""
        values = [max(width(self.cell(field).text) for field in column) for column in _columns(run)]
        fields = run[0].fields
        for lines in (1, 2, 3, 0):
            heads = [folded(_head(field, self.lang), lines) if lines else [_code(field)] for field in fields]
            spans = [max(value, *map(width, head)) for value, head in zip(values, heads, strict=True)]
            left = self.columns - _total(spans)
            if left >= min(wanted, self.columns * 2 // 5) or (lines == 3 and left >= _LEAST_LABEL):
                break
        return heads, spans, not lines

    def _key(self, runs: list[tuple[FormRow, ...]], fitted: list[_Fitted]) -> Iterator[Line]:
        """What the codes mean that stand for heads."""
        coded = [run[0] for run, (_, _, by_code) in zip(runs, fitted, strict=True) if by_code]
        words = dict.fromkeys(
            f"{_code(field)} = {_head(field, self.lang)}" for row in coded for field in row.fields
        )
        if words:
            yield from ((Span(f"  {piece}", "quiet"),) for piece in wrap("; ".join(words), self.columns - 2))

    def _heads(self, row: FormRow, heads: _Heads, spans: list[int], room: int) -> Iterator[Line]:
        item = wrap(self._item(row), room - 1)
        height = max(len(item), *map(len, heads))
        for line in range(height):
            texts = [head[line - height + len(head)] if line >= height - len(head) else "" for head in heads]
            label = item[line] if line < len(item) else ""
            yield (Span(pad(label, room) + _figures(texts, spans), "head"),)

    def _row(self, row: FormRow, label: str, depth: int, spans: list[int], room: int) -> Iterator[Line]:
        indent = "  " * depth
        first, *more = wrap(label, max(8, room - 1 - len(indent)))
        if not self.prints(row):
            note = " " * (_total(spans) - 1 - width(self.absent)) + self.absent
            yield (Span(pad(indent + first, room) + note, "quiet"),)
        else:
            line = [Span(pad(indent + first, room))]
            for field, span in zip(row.fields, spans, strict=True):
                cell = self.cell(field)
                mark = MARKS.get(cell.style, "")
                line.append(Span(pad("", span - width(cell.text))))
                line.append(attrs.evolve(cell, text=cell.text + mark))
                line.append(Span(" " * (_GAP - len(mark))))
            yield tuple(line)
        for piece in more:
            yield (Span(f"{indent}  {piece}"),)


def _under_item(row: FormRow) -> int:
    return 1 if row.item else 0


def _columns(run: tuple[FormRow, ...]) -> Iterator[tuple[Field, ...]]:
    yield from zip(*(row.fields for row in run), strict=True)


def _total(spans: list[int]) -> int:
    """The room that columns take: behind the last one there is a mark at most."""
    return sum(spans) + _GAP * len(spans) - 1


def _figures(texts: list[str], spans: list[int]) -> str:
    return "".join(pad(text, span, "right") + " " * _GAP for text, span in zip(texts, spans, strict=True))


def _head(field: Field, lang: Lang) -> str:
    if lang == "en":
        words = field.name.replace("_", " ")
        return f"{words} ({field.code.rpartition('_')[2]})" if field.type == "decimal" else words
    # An amount without its unit cannot be read; some forms print it in the head, others nowhere.
    if field.type == "decimal" and field.unit not in field.column:
        return f"{field.column}（{field.unit}）"
    return field.column


def _code(field: Field) -> str:
    return field.code.rpartition("_")[2]
