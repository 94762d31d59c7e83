"""Tables between pipes, as web extractors and PDF-to-Markdown tools leave them in text.

Rows may lack their outer pipes, have stray ones, a further ``|`` on a line of its own behind each row, or be
torn so that every cell stands on a line with its pipe. Torn rows cannot be put together again: which blank
cells have vanished is unknown. Their cells are given as lines.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from gov_disclosure.language.patterns import regex
from gov_disclosure.readers.pipe_cells import CellRows, with_cells_gathered
from gov_disclosure.readers.pipe_table import PipeTable, is_words

__all__ = ["Line", "is_rule", "piped"]

#: A line of text with its number.
Line: TypeAlias = tuple[int, str]

_OF_RULES = frozenset(" \t|:+=-｜")
_PIPE = regex(r"(?<!\\)[|｜]")
_LEAST_ROW = 6  # cells of a row that is hardly the end of another


def is_rule(text: str) -> bool:
    """Whether a line only rules off the head of a table, or draws a border."""
    stripped = text.strip()
    if not stripped or not _OF_RULES.issuperset(stripped):
        return False
    if any(mark in stripped for mark in ("--", "==", ":-", "-:")):
        return True
    # | - | - | is a row of dashes that stand for nothing, |-|-| is none
    return "-" in stripped and "|" in stripped and " " not in stripped


def piped(lines: Iterable[Line]) -> Iterator[Line | PipeTable]:
    """Lines with those that make up tables between pipes put together, blank lines between rows left out."""
    run: list[Line] = []
    blank: list[Line] = []
    for item in with_cells_gathered(_unwrapped(lines)):
        if isinstance(item, CellRows):
            yield from _settled(run)
            yield from blank
            run, blank = [], []
            yield _of_cells(item)
            continue
        number, text = item
        if _PIPE.search(text) or (run and text.strip() and is_rule(text)):
            run += [*blank, (number, text)]
            blank = []
        elif run and not text.strip():
            blank.append((number, text))
        elif run and _goes_on(run, blank, text):
            run += [*blank, (number, text)]
            blank = []
        else:
            if run:
                yield from _settled(run)
                yield from blank
                run, blank = [], []
            yield number, text
    yield from _settled(run)
    yield from blank


def _of_cells(found: CellRows) -> PipeTable:
    return PipeTable(
        rows=tuple((row[0][0], tuple(text for _, text in row)) for row in found.rows),
        sure=True,
        lines=tuple(tuple(number for number, _ in row) for row in found.rows),
        lacking=len(found.rows[0]) - len(found.rows[-1]),
    )


def _unwrapped(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines as they were before they were broken to a width, in tables of which every row asks for a line of its own.

    It asks by two spaces behind it, as some programs write rows; a line without them was broken, perhaps in a figure.
    """
    for empty, together in groupby(lines, key=lambda line: not line[1]):
        group = list(together)
        if empty or not _asks_for_lines([text for _, text in group]):
            yield from group
            continue
        start, broken = group[0][0], ""
        for number, text in group:
            start, broken = (start, f"{broken} {text}") if broken else (number, text)
            if text.endswith("  "):
                yield start, broken
                broken = ""
        if broken:
            yield start, broken


def _asks_for_lines(texts: list[str]) -> bool:
    asking = [text for text in texts if text.endswith("  ")]
    if 3 * len(asking) < len(texts) or not any(map(is_rule, asking)):
        return False
    broken = [text for text in texts if not text.endswith("  ")]
    # a row may be broken at a pipe; rows of which every one has its pipes were not broken
    return 2 * sum(map(_is_closed, broken)) < max(len(broken), 1)


def _goes_on(run: list[Line], blank: list[Line], text: str) -> bool:
    """Whether a line without a pipe stands inside a cell that an earlier line opened and did not close."""
    last = run[-1][1].strip()
    return not blank and last.startswith(("|", "｜")) and not last.endswith(("|", "｜")) and len(text) < 200


def _settled(run: list[Line]) -> Iterator[Line | PipeTable]:
    """The tables in a run of lines, in which blank lines may stand between rows or between tables.

    Blank lines part tables that are each of one width, and not of the same. A line of its own between them parts
    nothing: it may be a row that has lost a cell.
    """
    if not run:
        return
    edged = _has_edges(run)
    run = run if edged else _with_whole_labels(run)
    parts = [list(lines) for blank, lines in groupby(run, key=lambda line: not line[1].strip()) if not blank]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        yield from _settle(run, edged)
        return
    widths = [{len(_cells(text, edged)) for _, text in _joined(part, edged)} for part in parts]
    if any(len(wide) != 1 for wide in widths):
        yield from _settle(run, edged)
        return
    for _, same in groupby(zip(parts, widths, strict=True), key=lambda pair: pair[1]):
        yield from _settle([line for part, _ in same for line in part], edged)


def _has_edges(run: list[Line]) -> bool:
    """Whether rows have a pipe at their ends; where hardly any ends with one, one that begins with one begins blank."""
    rows = [text.rstrip() for _, text in run if len(_PIPE.findall(text)) > 1 and not is_rule(text)]
    return 5 * sum(text.endswith(("|", "｜")) for text in rows) >= 2 * len(rows)


def _with_whole_labels(run: list[Line]) -> list[Line]:
    """The lines of a table of which nearly all rows begin blank, with labels that were broken in their cells whole."""
    rows = [text for _, text in run if _PIPE.search(text) and not is_rule(text)]
    if 4 * sum(_begins_blank(text) for text in rows) < 3 * len(rows):
        return run
    widest = max(len(_cells(text, edged=False)) for text in rows)
    whole: list[Line] = []
    for number, text in run:
        before = _cells(whole[-1][1], edged=False) if whole and _begins_blank(whole[-1][1]) else ()
        fits = len(before) + len(_cells(text, edged=False)) - 1 <= widest
        if before and fits and _is_label(before[-1]) and text.strip() and not _begins_blank(text):
            whole[-1] = (whole[-1][0], f"{whole[-1][1].rstrip()}\n{text.strip()}")
        else:
            whole.append((number, text))
    return whole


def _begins_blank(text: str) -> bool:
    return text.lstrip()[:1] in ("|", "｜")


def _is_label(text: str) -> bool:
    return len(text) > 1 and is_words(text) and not any(map(str.isdigit, text))


def _settle(run: list[Line], edged: bool) -> Iterator[Line | PipeTable]:
    """The tables in a run of lines with pipes, and the lines that are none."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    torn: list[Line] = []
    joined = list(_joined(run, edged))
    closed = all(text.rstrip().endswith(("|", "｜")) for _, text in joined)
    edged = edged and not (closed and _some_begin_blank([text for _, text in joined]))
    for number, text in joined:
        cells = _cells(text, edged, closed)
        if len(cells) >= 2 or (len(cells) == 1 and rows and _is_closed(text)):
            if torn:
                yield from _finish(rows)
                rows = []
                yield from torn
                torn = []
            rows.append((number, cells))
        elif cells and cells[0]:
            if _is_closed(text) and not torn:
                rows.append((number, cells))
            else:
                torn.append((number, cells[0]))
    yield from _finish(rows)
    yield from torn


def _joined(run: list[Line], edged: bool) -> Iterator[Line]:
    """The lines with those put together that hold one row: a cell may have been broken inside.

    Rules and pipes alone on their lines are left out. A pipe at the start of a line may stand behind a blank cell, and
    tell nothing of a row that goes on: a line that is nearly a row is none's end.
    """
    waiting: Line | None = None
    widest = max(len(_cells(text, edged)) for _, text in run)
    for number, text in run:
        stripped = text.strip()
        if not stripped or is_rule(stripped):
            continue
        if waiting is not None:
            usual = min(widest, max(len(_cells(waiting[1], edged)), _LEAST_ROW))
            a_row = 4 * len(_cells(stripped, edged)) >= 3 * usual > 6
            if stripped.startswith(("|", "｜")) or a_row or not _may_go_on(waiting[1]):
                yield waiting
                waiting = None
            else:
                joined = f"{waiting[1].rstrip()}\n{stripped}"
                if stripped.endswith(("|", "｜")):
                    yield waiting[0], joined
                    waiting = None
                else:
                    waiting = (waiting[0], joined)
                continue
        if stripped in ("|", "｜"):
            continue
        if edged and stripped.startswith(("|", "｜")) and not stripped.endswith(("|", "｜")):
            waiting = (number, stripped)
        else:
            yield number, text
    if waiting is not None:
        yield waiting


def _may_go_on(row: str) -> bool:
    """Whether a row's last cell may go on in the next line: words may, figures hardly."""
    cells = _cells(row, edged=True)
    return len(cells) > 1 and not cells[-1][-1:].isdigit()


def _is_closed(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) > 1 and stripped[0] in "|｜" and stripped[-1] in "|｜"


def _some_begin_blank(rows: list[str]) -> bool:
    """Whether rows that all end with a pipe have none before them, so that it stands behind a blank cell where there is
    one: where hardly any has it, or else not all would be of one width."""
    opened = sum(map(_begins_blank, rows))
    if 5 * opened < 2 * len(rows):
        return True
    return opened < len(rows) and len({len(_cells(text, edged=False, all_closed=True)) for text in rows}) == 1


def _cells(text: str, edged: bool, all_closed: bool = False) -> tuple[str, ...]:
    stripped = text.strip()
    opened = stripped[:1] in ("|", "｜")
    closed = stripped[1:][-1:] in ("|", "｜") and not stripped.endswith("\\|")
    # in a row without a pipe before it, the last one stands before a blank cell, unless every row has it
    if closed and (opened or all_closed or len(_PIPE.findall(stripped)) < 2):
        stripped = stripped[:-1]
    stripped = stripped[1:] if opened and (edged or (closed and not all_closed)) else stripped
    return tuple(cell.strip().replace("\\|", "|") for cell in _PIPE.split(stripped))


def _finish(rows: list[tuple[int, tuple[str, ...]]]) -> Iterator[Line | PipeTable]:
    if not rows:
        return
    if all(len(cells) == 1 for _, cells in rows):
        yield from ((number, cells[0]) for number, cells in rows)
        return
    while len(rows) > 1 and all(len(cells) > 1 and not cells[0] for _, cells in rows):
        rows = [(number, cells[1:]) for number, cells in rows]  # a stray pipe before every row
    widths = {len(cells) for _, cells in rows}
    lacking = _lacking_at_end([cells for _, cells in rows])
    yield PipeTable(rows=tuple(rows), sure=len(widths) == 1 or lacking > 0, lacking=lacking)


def _lacking_at_end(rows: list[tuple[str, ...]]) -> int:
    """How many cells the last row has less than all others, where rows are filled up with blank ones but for it."""
    widths = {len(cells) for cells in rows[:-1]}
    lacking = max(widths, default=0) - len(rows[-1])
    if len(rows) <= _LEAST_ROW or len(widths) != 1 or lacking < 1 or len(rows[-1]) < 2:
        return 0
    filled_up = sum(not any(cells[-lacking:]) for cells in rows[:-1])
    return lacking if 4 * filled_up >= len(rows) else 0
