"""Table three in a stream of torn text: labels found in the order of the form, figures by what stands between."""

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from gov_disclosure.interpret.labels import RowLabels, row_labels
from gov_disclosure.interpret.printed import Harvest, PrintedCell, PrintedRow
from gov_disclosure.interpret.tearing import regroup, unread_rows
from gov_disclosure.interpret.tokens import Token, words_of
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import FormRow, FormTable
from gov_disclosure.reading.notices import notice

__all__ = ["Anchor", "find_labels", "read_matrix"]

_LEAST_PREFIX = 4

Cells: TypeAlias = tuple[tuple[str, PrintedCell], ...]


@attrs.frozen
class Anchor:
    """Where a row's label starts in the words of a stream."""

    path: str
    start: int
    exact: bool


@attrs.define
class _Run:
    """The figures that stand behind a row's label and before the next one's."""

    path: str
    figures: list[Token]


def find_labels(text: str, labels: RowLabels, paths: Sequence[str]) -> list[Anchor]:
    """Where the labels of rows start, looked for in the form's order; a label that is not there is left out.

    A label torn in its middle is known by its beginning, as long as no other row's label begins alike.
    """
    keys = {path: [label_key(w) for w in (labels.rows[path].label, *labels.rows[path].also)] for path in paths}
    found: list[Anchor] = []
    cursor = 0
    for path in paths:
        others = [key for other, wordings in keys.items() if other != path for key in wordings]
        best: tuple[int, int, bool] | None = None
        for key in keys[path]:
            spot = _find(text, key, cursor, others)
            if spot is not None and (best is None or spot[0] < best[0]):
                best = spot
        if best is not None:
            found.append(Anchor(path=path, start=best[0], exact=best[2]))
            cursor = best[0] + best[1]
    return found


def _find(text: str, key: str, cursor: int, others: Sequence[str]) -> tuple[int, int, bool] | None:
    at = text.find(key, cursor)
    if at >= 0:
        return at, len(key), True
    for length in range(len(key) - 1, _LEAST_PREFIX - 1, -1):
        prefix = key[:length]
        if any(other.startswith(prefix) for other in others):
            return None
        at = text.find(prefix, cursor)
        if at >= 0:
            return at, length, False
    return None


def read_matrix(table: FormTable, tokens: Sequence[Token], harvest: Harvest) -> bool:
    """Take what a stream of tokens holds of a matrix table; False where none of its rows is there."""
    labels = row_labels(table.name)
    words = words_of(tokens)
    paths = _paths_in(labels, words.text)
    anchors = find_labels(words.text, labels, paths)
    if len(anchors) < 2:
        return False
    harvest.tables.add(table.name)
    lead = [token for mark, token in words.figures if mark <= anchors[0].start]
    runs = []
    for place, anchor in enumerate(anchors):
        end = anchors[place + 1].start if place + 1 < len(anchors) else len(words.text)
        figures = [token for mark, token in words.figures if anchor.start < mark <= end]
        runs.append(_Run(path=anchor.path, figures=figures))
    rows = [labels.rows[run.path] for run in runs]
    width = len(table.rows[0].fields)
    if len(lead) >= width or (lead and not runs[-1].figures):
        # figures before the first label: a shift by a row cannot be ruled out
        everything = [*lead, *(token for run in runs for token in run.figures)]
        cells = unread_rows(rows, [token.cell() for token in everything], harvest)
        _keep(runs, cells, harvest)
        return True
    _place(runs, rows, width, harvest)
    return True


def _paths_in(labels: RowLabels, text: str) -> list[str]:
    """The rows in printed order; a row that stands for its block only where none of the block's rows is there."""
    paths = []
    for path, row in labels.rows.items():
        if row.own_line:
            block = path.rpartition(".")[0] + "."
            siblings = [other for other in labels.rows if other.startswith(block) and other != path]
            if find_labels(text, labels, siblings):
                continue
        paths.append(path)
    return sorted(paths, key=lambda path: labels.order[path])


def _place(runs: list[_Run], rows: Sequence[FormRow], width: int, harvest: Harvest) -> None:
    reference = [run.figures for run in runs if len(run.figures) == width]
    start = 0
    while start < len(runs):
        end = start  # rows without figures, and the row behind them that has some
        while end < len(runs) - 1 and not runs[end].figures:
            end += 1
        block = slice(start, end + 1)
        cells = _cells(runs[block], rows[block], width, reference, harvest)
        _keep(runs[block], cells, harvest)
        start = end + 1


def _cells(
    runs: Sequence[_Run],
    rows: Sequence[FormRow],
    width: int,
    reference: Sequence[Sequence[Token]],
    harvest: Harvest,
) -> tuple[Cells, ...]:
    """The cells of rows of which only the last has figures behind its label: its own, or those of all."""
    last = runs[-1]
    blank: tuple[Cells, ...] = tuple(() for _ in runs[:-1])
    if len(last.figures) <= width or len(runs) == 1:
        placed = _by_position(last.figures, rows[-1], reference) if len(last.figures) < width else None
        if placed is not None:
            return (*blank, placed)
        return (*blank, regroup(rows[-1], [token.cell() for token in last.figures], harvest))
    figures = [token.cell() for token in last.figures]
    if len(figures) == width * len(runs):
        found = _block(rows, figures, width)
        if found is not None:
            _say_inferred(rows, harvest)
            return found
    elif len(figures) <= width + 2 and len(runs) > 1:
        torn = regroup(rows[-1], figures, harvest)
        if not any(cell.unread for _, cell in torn):
            return (*blank, torn)
        harvest.notices.pop()
    return unread_rows(rows, figures, harvest)


def _block(rows: Sequence[FormRow], figures: Sequence[PrintedCell], width: int) -> tuple[Cells, ...] | None:
    """Figures of several rows in a block, row by row or column by column, whichever alone lets every row add up."""
    count = len(rows)
    by_row = [figures[place * width : (place + 1) * width] for place in range(count)]
    by_column = [[figures[column * count + place] for column in range(width)] for place in range(count)]
    ways = []
    for way in (by_row, by_column):
        if all(_adds_up(row, cells) for row, cells in zip(rows, way, strict=True)):
            texts = [[cell.text for cell in cells] for cells in way]
            if texts not in [known for known, _ in ways]:
                ways.append((texts, way))
    if len(ways) != 1:
        return None
    return tuple(
        tuple(
            (field.name, attrs.evolve(cell, flags=("position-inferred",)))
            for field, cell in zip(row.fields, cells, strict=True)
        )
        for row, cells in zip(rows, ways[0][1], strict=True)
    )


def _adds_up(row: FormRow, cells: Sequence[PrintedCell]) -> bool:
    values = {field.name: read_number(cell.text).value for field, cell in zip(row.fields, cells, strict=True)}
    total = values.pop("total", None)
    parts = [value for value in values.values() if value is not None]
    return total is not None and len(parts) == len(values) and total == sum(parts)


def _say_inferred(rows: Sequence[FormRow], harvest: Harvest) -> None:
    reason = "their figures stand together behind the labels, and only this order lets every row add up"
    reason_zh = "各行数字集中印在标签之后，只有这一顺序才能使每行合计相符"
    params = {"label": f"{rows[0].label} … {rows[-1].label}", "reason": reason, "reason_zh": reason_zh}
    paths = tuple(field.path for row in rows for field in row.fields)
    harvest.notices.append(notice("position-inferred", paths=paths, params=params))


def _by_position(
    figures: Sequence[Token], row: FormRow, reference: Sequence[Sequence[Token]]
) -> Cells | None:
    """Fewer figures than columns, placed under those of whole rows of the same page, if each is under one only."""
    near = [whole for whole in reference if figures and whole[0].page == figures[0].page and _on_one_line(whole)]
    if len(near) < 2 or not figures or not _on_one_line(figures):
        return None
    placed: dict[int, Token] = {}
    for token in figures:
        under = {
            column
            for column in range(len(row.fields))
            if all(token.start <= whole[column].end and whole[column].start <= token.end for whole in near)
        }
        touched = {
            column
            for column in range(len(row.fields))
            if any(token.start <= whole[column].end and whole[column].start <= token.end for whole in near)
        }
        if len(under) != 1 or touched != under or (column := under.pop()) in placed:
            return None
        placed[column] = token
    return tuple(
        (field.name, attrs.evolve(placed[column].cell(), flags=("position-inferred",)))
        for column, field in enumerate(row.fields)
        if column in placed
    )


def _on_one_line(tokens: Sequence[Token]) -> bool:
    return len({token.line for token in tokens}) == 1


def _keep(runs: Sequence[_Run], cells: Sequence[Cells], harvest: Harvest) -> None:
    for run, own in zip(runs, cells, strict=True):
        labels = row_labels(run.path.partition(".")[0])
        place = run.figures[0].place if run.figures else None
        harvest.rows.append(
            PrintedRow(path=run.path, labels=(labels.rows[run.path].label,), cells=own, place=place)
        )
