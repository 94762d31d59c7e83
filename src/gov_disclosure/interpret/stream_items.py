"""Table two in a stream of torn text: items of Article 20 with their heads, rows and figures."""

from collections.abc import Sequence

import attrs

from gov_disclosure.interpret.labels import Heads, RowLabels, heads_of, row_labels
from gov_disclosure.interpret.printed import Harvest, ItemRow, PrintedCell
from gov_disclosure.interpret.stream_matrix import find_labels
from gov_disclosure.interpret.stream_rows import Anchor, Share, share_figures
from gov_disclosure.interpret.tokens import Token, Words, words_of
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import FormTable
from gov_disclosure.reading.evidence import Unplaced
from gov_disclosure.reading.notices import notice

__all__ = ["read_items"]


@attrs.frozen(kw_only=True)
class _Block:
    """One item: its label's key, and the stretch of words it spans."""

    item: str
    start: int
    end: int


def read_items(
    table: FormTable, tokens: Sequence[Token], harvest: Harvest, interleaved: bool = False
) -> bool:
    """Take what a stream of tokens holds of the table of items; False where none of its rows is there."""
    labels = row_labels(table.name)
    words = words_of(tokens)
    found = False
    for block in _blocks(words.text, labels):
        found = _read_block(block, tokens, words, labels, harvest, interleaved) or found
    if found:
        harvest.tables.add(table.name)
    return found


def _blocks(text: str, labels: RowLabels) -> list[_Block]:
    items = list(dict.fromkeys(label_key(row.item) for row in labels.rows.values() if row.item))
    starts: list[tuple[int, str]] = []
    cursor = 0
    for item in items:
        at = text.find(item, cursor)
        if at >= 0:
            starts.append((at, item))
            cursor = at + len(item)
    if not starts:
        return [_Block(item="", start=0, end=len(text))]
    ends = [at for at, _ in starts[1:]] + [len(text)]
    blocks = [_Block(item=item, start=at, end=end) for (at, item), end in zip(starts, ends, strict=True)]
    if starts[0][0] > 0:
        blocks.insert(0, _Block(item="", start=0, end=starts[0][0]))
    return blocks


def _read_block(
    block: _Block,
    tokens: Sequence[Token],
    words: Words,
    labels: RowLabels,
    harvest: Harvest,
    interleaved: bool,
) -> bool:
    text = words.text[block.start : block.end]
    paths = [
        path
        for path in sorted(labels.rows, key=lambda path: labels.order[path])
        if not block.item or label_key(labels.rows[path].item) == block.item
    ]
    anchors = _row_anchors(text, labels, paths)
    if not anchors:
        return False
    head_text = text[: anchors[0].start]
    heads = _printed_heads(head_text, anchors[0].path)
    own = _tokens_between(tokens, block, head_text)
    shares, left = share_figures(own, anchors, len(heads), None, interleaved)
    for anchor, share in zip(anchors, shares, strict=True):
        row = labels.rows[anchor.path]
        values = _lost(share.figures) if share.lost else tuple(_cell(token, share) for token in share.figures)
        harvest.items.append(
            ItemRow(
                path=anchor.path,
                labels=(row.label,),
                item=block.item or label_key(row.item),
                heads=heads,
                values=values,
                aligned=False,
                place=share.figures[0].place if share.figures else None,
            )
        )
    for token in left:
        labels_above = (block.item,) if block.item else ()
        harvest.unplaced.append(Unplaced(labels=labels_above, raw=token.text, place=token.place))
        params = {"raw": token.text, "label": block.item}
        harvest.notices.append(notice("unplaced", place=token.place, params=params))
    return True


def _row_anchors(text: str, labels: RowLabels, paths: Sequence[str]) -> list[Anchor]:
    """Row labels in a block; a short label that is part of a longer one (规范性文件) is not found inside it."""
    anchors = find_labels(text, labels, paths)
    return [
        anchor
        for place, anchor in enumerate(anchors)
        if place == 0 or anchor.start > anchors[place - 1].start
    ]


def _printed_heads(text: str, path: str) -> tuple[str, ...]:
    """The heads of the edition whose heads the text holds best, each as it stands there; () where none does."""
    best: tuple[float, Heads, list[tuple[int, int]]] | None = None
    for heads in heads_of(path):
        spans: list[tuple[int, int]] = []
        cursor = 0
        for wordings in heads.wordings:
            spots = [(text.find(wording, cursor), len(wording)) for wording in wordings]
            spots = [spot for spot in spots if spot[0] >= 0]
            if spots:
                at, length = min(spots, key=lambda spot: (spot[0], -spot[1]))
                spans.append((at, at + length))
                cursor = at + length
            else:
                spans.append((-1, -1))
        share = sum(start >= 0 for start, _ in spans) / len(spans)
        if share == 0:
            share = _share_of_characters(text, heads) * 0.5
        if best is None or share > best[0] or (share == best[0] and len(spans) > len(best[2])):
            best = (share, heads, spans)
    if best is None or best[0] < 0.45:
        return ()
    _, heads, spans = best
    starts = [start for start, _ in spans if start >= 0] + [len(text)]
    printed = []
    for wordings, (start, _) in zip(heads.wordings, spans, strict=True):
        if start < 0:
            printed.append(wordings[0])
        else:
            printed.append(text[start : min(other for other in starts if other > start)])
    return tuple(printed)


def _share_of_characters(text: str, heads: Heads) -> float:
    wanted = "".join(wordings[0] for wordings in heads.wordings)
    left = list(text)
    hits = 0
    for character in wanted:
        if character in left:
            left.remove(character)
            hits += 1
    return hits / len(wanted) if wanted else 0.0


def _cell(token: Token, share: Share) -> PrintedCell:
    return attrs.evolve(token.cell(), flags=("position-inferred",)) if share.inferred else token.cell()


def _tokens_between(tokens: Sequence[Token], block: _Block, heads: str) -> list[Token]:
    """The tokens of a block; figures amid its heads (of instructions) are none of its values."""
    mark = 0
    found = []
    for token in tokens:
        length = 0 if token.figure else len(label_key(token.text))
        inside = block.start <= mark and mark + length <= block.end
        of_the_heads = token.figure and mark < block.start + max(len(heads), 1)
        if inside and not of_the_heads:
            found.append(token)
        mark += length
    return found


def _lost(tokens: Sequence[Token]) -> tuple[PrintedCell, ...]:
    raw = " ".join(token.text for token in tokens)
    place = tokens[0].place if tokens else None
    return (PrintedCell(text=raw, place=place, doubt=True, unread=True),)
