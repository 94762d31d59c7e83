"""Table three in a stream of torn text: labels found in the order of the form, figures shared out among them."""

from collections.abc import Container, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple, TypeAlias

import attrs

from gov_disclosure.interpret.labels import RowLabels, row_in, row_labels, table_of
from gov_disclosure.interpret.printed import Harvest, PrintedCell, PrintedRow
from gov_disclosure.interpret.stream_doubt import doubt_neighbours, doubt_ragged_rows, lose_what_is_glued
from gov_disclosure.interpret.stream_labels import (
    Anchor,
    Share,
    displaced_rows,
    find_labels,
    with_strangers,
    without_strangers,
)
from gov_disclosure.interpret.stream_rows import is_interleaved, share_figures
from gov_disclosure.interpret.sums import add_up
from gov_disclosure.interpret.tearing import regroup, unread_rows, ways_to_join
from gov_disclosure.interpret.tokens import Token, words_in
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import FormRow, FormTable
from gov_disclosure.reading.notices import notice

__all__ = ["MatrixText", "matrix_text", "prints_rows_whole", "read_matrix"]

Cells: TypeAlias = tuple[tuple[str, PrintedCell], ...]


class MatrixText(NamedTuple):
    """The stream of a matrix table, with the labels found in it."""

    table: FormTable  # in the edition whose heads are printed
    tokens: Sequence[Token]
    labels: RowLabels
    anchors: Sequence[Anchor]
    displaced: set[str]  # all rows, where labels stand out of the form's order


def matrix_text(table: FormTable, tokens: Sequence[Token]) -> MatrixText:
    """The rows' labels in the stream of a matrix table."""
    labels = row_labels(table.name)
    text = words_in(tokens)
    anchors = find_labels(text, labels, _paths_in(labels, text))
    displaced = displaced_rows(labels, text, anchors)
    return MatrixText(table_of(table.name, text.__contains__), tokens, labels, anchors, displaced)


def read_matrix(found: MatrixText, harvest: Harvest, interleaved: bool = False) -> bool:
    """Take what a stream of tokens holds of a matrix table; False where none of its rows is there."""
    table, tokens, labels, anchors = found.table, found.tokens, found.labels, found.anchors
    if len(anchors) < 2:
        return False
    harvest.tables.add(table.name)
    harvest.streamed.add(table.name)
    width = len(table.rows[0].fields)
    if found.displaced:
        # labels out of the form's order: whose figures are whose cannot be told
        rows = [row_in(table, path) for path in sorted(found.displaced, key=lambda path: labels.order[path])]
        figures = [token.cell() for token in tokens if token.figure]
        for row, cells in zip(rows, unread_rows(rows, figures, harvest), strict=True):
            _keep(row, Share(), cells, harvest)
        return True
    lead = _head_figures(tokens, anchors)
    kept = [token for token in tokens if token not in lead] if len(lead) < width else list(tokens)
    every = with_strangers(kept, anchors, labels)
    some_row = table.rows[0]
    shares, left = share_figures(
        kept,
        every,
        width,
        lambda anchor, figures: _adds_up(row_in(table, anchor.path) if anchor.path else some_row, figures),
        interleaved,
    )
    crowded: set[int] = set()
    for place, share in enumerate(shares):
        if len(share.figures) > width:
            ways = ways_to_join(some_row, [token.cell() for token in share.figures])
            share.torn = ways == 1
            if not ways:
                crowded.add(place)
    lose_what_is_glued(kept, every, shares)
    doubt_neighbours(kept, every, shares, left, crowded, labels)
    anchors, shares = without_strangers(every, shares, harvest)
    if 0 < len(lead) < width and not shares[0].figures:
        shares[0] = Share(figures=lead, lost=True)
    rows = [row_in(table, anchor.path) for anchor in anchors]
    if not any(token.figure for token in tokens):
        for row in rows:  # which may be blank, or have lost its columns
            _keep(row, Share(), _doubted(row, ()), harvest)
        return True
    doubt_ragged_rows(shares, width)
    _take(rows, shares, width, _word_ends(tokens), harvest)
    _say_fuzzy(anchors, rows, harvest)
    for token in left:
        harvest.set_aside((table.section.title,), token.cell())
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


def _head_figures(tokens: Sequence[Token], anchors: Sequence[Anchor]) -> list[Token]:
    """Figures before the first row's label: strays among the heads, or a row's that stand above its label."""
    mark = 0
    lead = []
    for token in tokens:
        if not token.figure:
            mark += len(token.key)
        elif mark <= anchors[0].start:
            lead.append(token)
    return lead


def prints_rows_whole(found: MatrixText) -> bool:
    """Whether a matrix table's stream shows figures right behind their labels, row by row."""
    if len(found.anchors) < 3 or found.displaced:
        return False
    return is_interleaved(
        found.tokens,
        found.anchors,
        len(found.table.rows[0].fields),
        lambda anchor, figures: _adds_up(row_in(found.table, anchor.path), figures),
    )


def _adds_up(row: FormRow, figures: Sequence[Token]) -> bool:
    if len(figures) != len(row.columns) or "total" not in row.columns:
        return False
    values = [read_number(token.text).value for token in figures]
    known = [value for value in values if value is not None]
    return len(known) == len(values) and 2 * known[row.columns.index("total")] == sum(known)


def _word_ends(tokens: Sequence[Token]) -> dict[int, int]:
    """For each line where its words end before its first figure."""
    ends: dict[int, int] = {}
    closed: set[int] = set()
    for token in tokens:
        if token.figure:
            closed.add(token.line)
        elif token.line not in closed:
            ends[token.line] = token.end
    return ends


def _take(
    rows: Sequence[FormRow],
    shares: Sequence[Share],
    width: int,
    word_ends: dict[int, int],
    harvest: Harvest,
) -> None:
    whole = [share.figures for share in shares if len(share.figures) == width and not share.lost]
    start = 0
    while start < len(rows):
        share = shares[start]
        if share.lost:
            end = start
            while end < len(rows) and shares[end].lost and shares[end].figures == share.figures:
                end += 1
            cells = unread_rows(rows[start:end], [token.cell() for token in share.figures], harvest)
            for row, own in zip(rows[start:end], cells, strict=True):
                _keep(row, share, own, harvest)
            start = end
            continue
        _keep(rows[start], share, _cells(rows[start], share, whole, width, word_ends, harvest), harvest)
        start += 1
    inferred = [row for row, share in zip(rows, shares, strict=True) if share.inferred and not share.lost]
    if inferred:
        _say_inferred(inferred, harvest)


def _cells(
    row: FormRow,
    share: Share,
    whole: Sequence[Sequence[Token]],
    width: int,
    word_ends: dict[int, int],
    harvest: Harvest,
) -> Cells:
    if share.figures and len(share.figures) < width:
        placed = _by_position(share.figures, row, whole, word_ends)
        if placed is not None:
            sure = _sums_to_total(row, placed) and not share.heir
            return placed if sure else _doubted(row, placed)
    cells = [token.cell() for token in share.figures]
    if share.inferred:
        cells = [attrs.evolve(cell, flags=("position-inferred",)) for cell in cells]
    # a figure may have run over into the next line
    if (
        share.heir
        or _may_be_disordered(share.figures, word_ends)
        or (share.beside and len(share.figures) == width and not _adds_up(row, share.figures))
    ):
        cells = [attrs.evolve(cell, doubt=True) for cell in cells]
    return regroup(row, cells, harvest)


def _may_be_disordered(figures: Sequence[Token], worded: Container[int]) -> bool:
    """Whether the order of a row's figures may not be that of the columns.

    One line's stand between those of the line before, or words between lines of which some hold several: such cells
    were centred beside a label of several lines.
    """
    lines = [list(line) for _, line in groupby(figures, key=attrgetter("line"))]
    if any(one[0].start < other[0].start < one[-1].start for one, other in pairwise(lines)):
        return True
    several = len(lines) > 1 and max(map(len, lines)) > 1
    return several and any(line in worded for line in range(lines[0][0].line + 1, lines[-1][0].line))


def _sums_to_total(row: FormRow, cells: Cells) -> bool:
    """Whether figures placed by where they stand add up, blank ones taken for nothing."""
    texts = dict(cells)
    names = [field.name for field in row.fields]
    printed = [texts[name].text if name in texts else "" for name in names]
    return "total" in texts and add_up(printed, names.index("total")) is not False


def _doubted(row: FormRow, cells: Cells) -> Cells:
    """A row's cells in doubt, those in which nothing is printed as well."""
    texts, blank = dict(cells), PrintedCell(text="")
    return tuple((field.name, attrs.evolve(texts.get(field.name, blank), doubt=True)) for field in row.fields)


def _say_inferred(rows: Sequence[FormRow], harvest: Harvest) -> None:
    reason = "their figures stand together apart from the labels, and only this order lets every row add up"
    reason_zh = "各行数字集中印在一处，与标签分开，只有这一顺序才能使每行合计相符"
    params = {"label": f"{rows[0].label} … {rows[-1].label}", "reason": reason, "reason_zh": reason_zh}
    paths = tuple(field.path for row in rows for field in row.fields)
    harvest.notices.append(notice("position-inferred", paths=paths, params=params))


def _by_position(
    figures: Sequence[Token], row: FormRow, whole: Sequence[Sequence[Token]], word_ends: dict[int, int]
) -> Cells | None:
    """Fewer figures than columns, placed under those of whole rows of the same page, if each is under one only.

    The text must be laid out: figures under each other behind labels that end at different places.
    """
    near = [line for line in whole if line[0].page == figures[0].page and _on_one_line(line)]
    if len({line[0].start - word_ends.get(line[0].line, 0) for line in near}) < 2:
        return None
    if len(near) < 3 or not _on_one_line(figures):
        return None
    if word_ends.get(figures[0].line, 0) + 1 >= min(line[0].start for line in near):
        return None  # a label that reaches into the columns has pushed the figures along
    placed: dict[int, Token] = {}
    for token in figures:
        meets = [
            [token.start <= line[column].end and line[column].start <= token.end for line in near]
            for column in range(len(row.fields))
        ]
        touched = [column for column, lines in enumerate(meets) if any(lines)]
        if len(touched) != 1 or not all(meets[touched[0]]) or touched[0] in placed:
            return None
        placed[touched[0]] = token
    return tuple(
        (field.name, attrs.evolve(placed[column].cell(), flags=("position-inferred",)))
        for column, field in enumerate(row.fields)
        if column in placed
    )


def _on_one_line(tokens: Sequence[Token]) -> bool:
    return len({token.line for token in tokens}) == 1


def _keep(row: FormRow, share: Share, cells: Cells, harvest: Harvest) -> None:
    place = cells[0][1].place if cells else share.figures[0].place if share.figures else None
    harvest.rows.append(PrintedRow(path=row.path, labels=(row.label,), cells=cells, place=place))


def _say_fuzzy(anchors: Sequence[Anchor], rows: Sequence[FormRow], harvest: Harvest) -> None:
    fuzzy = {anchor.path: anchor.label for anchor in anchors if anchor.label}
    for place, printed in enumerate(harvest.rows):
        if printed.path in fuzzy:
            harvest.rows[place] = attrs.evolve(printed, flags=("fuzzy-label",), labels=(fuzzy[printed.path],))
    for row in rows:
        if row.path in fuzzy:
            params = {"raw": fuzzy[row.path], "label": row.label}
            harvest.notices.append(notice("fuzzy-label", paths=(row.path,), params=params))
