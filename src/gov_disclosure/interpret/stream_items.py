"""Table two in a stream of torn text: items of Article 20 with their heads, rows and figures."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from gov_disclosure.interpret.heads import fit, fits_edition, heads_in
from gov_disclosure.interpret.labels import RowLabels, row_labels
from gov_disclosure.interpret.printed import Harvest, ItemRow, PrintedCell
from gov_disclosure.interpret.stream_doubt import lose_what_is_glued
from gov_disclosure.interpret.stream_labels import (
    Anchor,
    Share,
    find_labels,
    with_strangers,
    without_strangers,
)
from gov_disclosure.interpret.stream_rows import share_figures
from gov_disclosure.interpret.tokens import Token, words_in
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import FormTable, editions
from gov_disclosure.reading.notices import notice

__all__ = ["read_items"]

_SHORT_HEAD = 4  # characters of a head that may be part of a label


class _Block(NamedTuple):
    """One item: its label's key, and the stretch of words it spans."""

    item: str
    start: int
    end: int


def read_items(
    table: FormTable, tokens: Sequence[Token], harvest: Harvest, interleaved: bool = False
) -> bool:
    """Take what a stream of tokens holds of the table of items; False where none of its rows is there."""
    labels = row_labels(table.name)
    text = words_in(tokens)
    found = False
    blocks = _blocks(text, labels)
    before = len(harvest.items)
    spare: list[Token] = []  # figures that may be those of a row of another item
    for block in blocks:
        found = _read_block(block, table, tokens, text, labels, harvest, interleaved, spare) or found
    if found:
        harvest.tables.add(table.name)
        _set_aside(tokens, blocks[-1].end, table, harvest)
    if not any(token.figure for token in tokens):  # which may be blank, or have lost its columns
        harvest.items[before:] = [attrs.evolve(item, bare=True) for item in harvest.items[before:]]
    elif not spare and _out_of_order(harvest.items[before:], text, labels):
        spare = [token for token in tokens if token.figure]
    if spare:
        harvest.items[before:] = [_unknown(item, spare) for item in harvest.items[before:]]
    return found


def _out_of_order(items: Sequence[ItemRow], text: str, labels: RowLabels) -> bool:
    """Whether a row stands above the label of its own item, or heads below a row, as where columns were printed one
    after the other."""
    rows = [labels.rows[item.path] for item in items]
    own = {label_key(row.item) for row in rows if row.item}
    heads = {key for row in rows for field in row.fields if len(key := label_key(field.column)) > _SHORT_HEAD}
    for row in rows:
        start = text.find(label_key(row.label))
        if start < 0 or not row.item:
            continue
        if start < text.find(label_key(row.item)):
            return True
        behind = text[
            start : min((at for item in own if (at := text.find(item, start)) >= 0), default=len(text))
        ]
        if any(head in behind for head in heads):
            return True
    return False


def _unknown(item: ItemRow, spare: Sequence[Token]) -> ItemRow:
    """A row without figures where some are left over: it may be the one that lost them."""
    if item.lost or any(value.text.strip() for value in item.values):
        return item
    return attrs.evolve(item, lost=True, values=tuple(token.cell() for token in spare), place=spare[0].place)


def _set_aside(tokens: Sequence[Token], end: int, table: FormTable, harvest: Harvest) -> None:
    """The figures of a second copy of the table."""
    mark = 0
    for token in tokens:
        if token.figure and mark > end:
            harvest.set_aside((table.section.title,), token.cell())
        mark += len(token.key)


def _blocks(text: str, labels: RowLabels) -> list[_Block]:
    items = list(dict.fromkeys(label_key(row.item) for row in labels.rows.values() if row.item))
    starts: list[tuple[int, str]] = []
    cursor = 0
    for item in items:
        at = text.find(item, cursor)
        if at >= 0:
            starts.append((at, item))
            cursor = at + len(item)
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, ""))
    blocks: list[_Block] = []
    for at, item in starts:
        block = _Block(item=item, start=at, end=_next_item(text, at + max(len(item), 1), items))
        blocks += _parted(block, text, labels)
    return blocks


def _next_item(text: str, begun: int, items: Sequence[str]) -> int:
    """Where an item begins again, in the form's order or as in a table that is printed twice; else the text's end."""
    return min((at for item in items if (at := text.find(item, begun)) >= 0), default=len(text))


def _parted(block: _Block, text: str, labels: RowLabels) -> list[_Block]:
    """A block, parted where rows of another item follow whose own label is not there."""
    inside = text[block.start : block.end]
    anchors = find_labels(inside, labels, sorted(labels.rows, key=lambda path: labels.order[path]))
    parts: list[_Block] = []
    item, start = block.item, block.start
    for before, anchor in pairwise([None, *anchors]):
        assert anchor is not None
        own = label_key(labels.rows[anchor.path].item)
        if own == item or (before is None and not item):
            item = own
        elif before is not None and labels.order[before.path] < labels.order[anchor.path]:
            parts.append(_Block(item=item, start=start, end=block.start + before.end))
            item, start = own, block.start + before.end
    return [*parts, _Block(item=item, start=start, end=block.end)]


def _read_block(
    block: _Block,
    table: FormTable,
    tokens: Sequence[Token],
    words: str,
    labels: RowLabels,
    harvest: Harvest,
    interleaved: bool,
    spare: list[Token],
) -> bool:
    text = words[block.start : block.end]
    paths = [
        path
        for path in sorted(labels.rows, key=lambda path: labels.order[path])
        if not block.item or label_key(labels.rows[path].item) == block.item
    ]
    anchors = _row_anchors(text, labels, paths)
    if not anchors:
        return False
    head_text = text[: anchors[0].start]
    columns_head = label_key(getattr(table.cls, "columns_head", ""))
    heads = heads_in(head_text.removeprefix(block.item).replace(columns_head, ""), anchors[0].path)
    own = _tokens_between(tokens, block, head_text)
    spare += _alone_among_heads(tokens, block, head_text)
    width = len(heads) if fit(anchors[0].path, heads) else 0
    every = with_strangers(own, anchors, labels)
    shares, left = share_figures(own, every, width, None, interleaved)
    lose_what_is_glued(own, every, shares)
    # figures too many for one row beside another's may be the other's
    if width and any(share.lost or len(share.figures) > width for share in shares):
        for share in shares:
            share.beside = True
    anchors, shares = without_strangers(every, shares, harvest)
    heirs = _heirs(anchors, heads)
    for anchor, share in zip(anchors, shares, strict=True):
        row = labels.rows[anchor.path]
        if anchor.label:
            params = {"raw": anchor.label, "label": row.label}
            harvest.notices.append(notice("fuzzy-label", paths=(row.path,), params=params))
        harvest.items.append(
            ItemRow(
                path=anchor.path,
                labels=(row.label,),
                item=block.item or label_key(row.item),
                heads=heads,
                values=tuple(_cell(token, share, anchor.path in heirs) for token in share.figures),
                aligned=False,
                lost=share.lost,
                flags=("fuzzy-label",) if anchor.label else (),
                place=share.figures[0].place if share.figures else None,
            )
        )
    for token in left:
        harvest.set_aside((block.item,) if block.item else (), token.cell())
    spare += left
    for anchor, share in zip(anchors, shares, strict=True):
        if len(share.figures) > len(labels.rows[anchor.path].fields) + (not share.lost):  # or one is torn
            spare += [token for token in share.figures if token not in spare]
    return True


def _row_anchors(text: str, labels: RowLabels, paths: Sequence[str]) -> list[Anchor]:
    """Row labels in a block; a short label that is part of a longer one (规范性文件) is not found inside it."""
    anchors = find_labels(text, labels, paths)
    return [
        anchor
        for place, anchor in enumerate(anchors)
        if place == 0 or anchor.start > anchors[place - 1].start
    ]


def _heirs(anchors: Sequence[Anchor], heads: Sequence[str]) -> set[str]:
    """Rows beside one of the same item whose label is not there: its figures may be taken for theirs."""
    printed = {anchor.path for anchor in anchors}
    found: set[str] = set()
    for form in editions():
        rows = [row for row in form.rows if row.item]
        for one, other in pairwise(rows):
            if one.item != other.item or len(printed & {one.path, other.path}) != 1:
                continue
            path = one.path if one.path in printed else other.path
            if fits_edition(path, heads, str(form)):
                found.add(path)
    return found


def _cell(token: Token, share: Share, heir: bool) -> PrintedCell:
    cell = token.cell()
    if share.inferred:
        cell = attrs.evolve(cell, flags=("position-inferred",))
    return attrs.evolve(cell, doubt=True) if (heir or share.beside) and not share.owned else cell


def _alone_among_heads(tokens: Sequence[Token], block: _Block, heads: str) -> list[Token]:
    """Figures on lines of their own between an item and its first row: some row's, and no part of an instruction."""
    worded = {token.line for token in tokens if not token.figure}
    mark = 0
    found = []
    for token in tokens:
        if token.figure and block.start < mark < block.start + len(heads) and token.line not in worded:
            found.append(token)
        mark += len(token.key)
    return found


def _tokens_between(tokens: Sequence[Token], block: _Block, heads: str) -> list[Token]:
    """The tokens of a block; figures amid its heads (of instructions) are none of its values."""
    mark = 0
    found = []
    below_heads = block.start + max(len(heads), 1)
    for token in tokens:
        if mark > block.end:
            break
        start, mark = mark, mark + len(token.key)
        if block.start <= start and mark <= block.end and not (token.figure and start < below_heads):
            found.append(token)
    return found
