"""Figures torn apart or run short: placed only where the row's own sum leaves exactly one way."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

import attrs

from gov_disclosure.interpret.printed import Harvest, OpenRows, PrintedCell
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import FormRow
from gov_disclosure.reading.notices import notice

__all__ = ["hides_blanks", "regroup", "regroup_bands", "unread_row", "unread_rows", "ways_to_join"]

_MOST_WAYS = 200  # ways of joining that are kept, for the columns to decide between
_SOME_EXTRA = 3  # beyond that two rows with blanks are likelier than one that is torn
_SOME_HIDDEN = 2  # torn figures in one row beside as many blanks that have vanished
_MOST_EXTRA = 6  # more torn pieces than this leave too many ways to be worth trying


def regroup(
    row: FormRow, figures: Sequence[PrintedCell], harvest: Harvest
) -> tuple[tuple[str, PrintedCell], ...]:
    """A row's cells from figures in order; torn ones are joined where the row's sum leaves one way only."""
    return regroup_bands((row,), figures, harvest)[0]


def ways_to_join(row: FormRow, figures: Sequence[PrintedCell]) -> int:
    """In how many ways some more figures than the row has cells, joined as pieces of torn ones, add up; 2 for more."""
    needed = len(row.fields)
    if not needed < len(figures) <= needed + _SOME_EXTRA:
        return 0
    return len(list(islice(_ways((row,), figures, needed), 2)))


def hides_blanks(texts: Sequence[str]) -> bool:
    """Whether a row that does not add up to its last figure would, were some of them pieces and blanks vanished."""
    pieces = [text if text.isdigit() and text.isascii() else None for text in texts]
    for needed in range(len(pieces) - _SOME_HIDDEN, len(pieces)):
        for cuts in combinations(range(1, len(pieces)), needed - 1):
            bounds = zip((0, *cuts), (*cuts, len(pieces)), strict=True)
            joined = [_joined(pieces[start:end]) for start, end in bounds]
            values = [value for value in joined if value is not None]
            if len(values) == needed and 2 * values[-1] == sum(values):
                return True
    return False


def regroup_bands(
    rows: Sequence[FormRow], figures: Sequence[PrintedCell], harvest: Harvest
) -> tuple[tuple[tuple[str, PrintedCell], ...], ...]:
    """The cells of rows whose figures stand one after the other, as in table four."""
    widths = [len(row.fields) for row in rows]
    needed = sum(widths)
    if not figures:
        return tuple(() for _ in rows)
    if len(figures) == needed:
        return _share(rows, figures)
    if needed < len(figures) <= needed + _MOST_EXTRA:
        ways = list(_ways(rows, figures, needed))
        if len(ways) == 1:
            return _share(rows, _mended(rows, figures, ways[0], harvest))
        if 1 < len(ways) <= _MOST_WAYS:
            fields = tuple(field for row in rows for field in row.fields)
            plain = all(figure.text.strip().isdigit() and figure.text.isascii() for figure in figures)
            if plain:
                harvest.open.append(OpenRows(fields=fields, figures=tuple(figures), ways=tuple(ways)))
    return unread_rows(rows, figures, harvest)


def _share(
    rows: Sequence[FormRow], figures: Sequence[PrintedCell]
) -> tuple[tuple[tuple[str, PrintedCell], ...], ...]:
    shared, start = [], 0
    for row in rows:
        end = start + len(row.columns)
        shared.append(tuple(zip(row.columns, figures[start:end], strict=True)))
        start = end
    return tuple(shared)


def _ways(rows: Sequence[FormRow], figures: Sequence[PrintedCell], needed: int) -> Iterator[tuple[int, ...]]:
    """The cuts of the pieces into as many groups as there are columns for which every row's sum holds."""
    pieces = [_digits(figure) for figure in figures]
    plain = [piece == figure.text.strip() for piece, figure in zip(pieces, figures, strict=True)]
    for cuts in combinations(range(1, len(pieces)), needed - 1):
        values: list[int] = []
        for start, end in zip((0, *cuts), (*cuts, len(pieces)), strict=True):
            value = _joined(pieces[start:end])
            if value is None or (end - start > 1 and not all(plain[start:end])):
                break
            values.append(value)
        else:
            if _sums_hold(rows, values):
                yield cuts


def _digits(figure: PrintedCell) -> str | None:
    read = read_number(figure.text)
    if read.kind == "number" and type(read.value) is int and read.value >= 0 and not read.signed:
        text = figure.text.strip()
        return text if text.isdigit() and text.isascii() else str(read.value)
    return None


def _joined(pieces: Sequence[str | None]) -> int | None:
    if len(pieces) == 1:
        return int(pieces[0]) if pieces[0] is not None else 0
    if any(piece is None for piece in pieces) or (pieces[0] or "").startswith("0"):
        return None
    return int("".join(piece or "" for piece in pieces))


def _sums_hold(rows: Sequence[FormRow], values: Sequence[int]) -> bool:
    start = 0
    for row in rows:
        names = row.columns
        here = dict(zip(names, values[start : start + len(names)], strict=True))
        if "total" not in here or here.pop("total") != sum(here.values()):
            return False
        start += len(names)
    return True


def _mended(
    rows: Sequence[FormRow], figures: Sequence[PrintedCell], cuts: tuple[int, ...], harvest: Harvest
) -> list[PrintedCell]:
    fields = [field for row in rows for field in row.fields]
    mended = []
    for field, start, end in zip(fields, (0, *cuts), (*cuts, len(figures)), strict=True):
        group = figures[start:end]
        if len(group) == 1:
            mended.append(group[0])
            continue
        raw = " ".join(figure.text.strip() for figure in group)
        text = "".join(figure.text.strip() for figure in group)
        mended.append(
            attrs.evolve(
                group[0], text=text, raw=raw, flags=("repaired",), doubt=any(piece.doubt for piece in group)
            )
        )
        harvest.notices.append(
            notice(
                "repaired",
                paths=(field.path,),
                place=group[0].place,
                params={
                    "label": field.label(),
                    "raw": raw,
                    "value": int(text),
                    "reason": f"the {len(figures)} printed pieces fill {len(fields)} columns and every sum holds",
                    "reason_zh": f"，{len(figures)} 个数字片段才能填满 {len(fields)} 列且合计相符",
                },
            )
        )
    return mended


def unread_row(
    row: FormRow, figures: Sequence[PrintedCell], harvest: Harvest, *, say: bool = True
) -> tuple[tuple[str, PrintedCell], ...]:
    """A row whose figures cannot be placed: every cell unread, with a notice unless one tells of it already."""
    if say:
        return unread_rows((row,), figures, harvest)[0]
    return unread_rows((row,), figures, Harvest())[0]


def unread_rows(
    rows: Sequence[FormRow], figures: Sequence[PrintedCell], harvest: Harvest
) -> tuple[tuple[tuple[str, PrintedCell], ...], ...]:
    """Rows whose figures cannot be placed: every cell unread, with one notice."""
    raw = " ".join(figure.text.strip() for figure in figures)
    lost = PrintedCell(text=raw, place=figures[0].place if figures else None, doubt=True, unread=True)
    fields = [field for row in rows for field in row.fields]
    harvest.notices.append(
        notice(
            "unread-row",
            paths=tuple(field.path for field in fields),
            place=lost.place,
            params={
                "label": "、".join(row.label for row in rows),
                "count": len(figures),
                "raw": raw[:200],
                "columns": len(fields),
            },
        )
    )
    return tuple(tuple((field.name, lost) for field in row.fields) for row in rows)
