"""Where a document ends in the middle of a table: what its last row lacks is lost rather than blank."""

from collections.abc import Collection, Sequence

import attrs

from gov_disclosure.documents import Block, Paragraph, Table
from gov_disclosure.interpret.form_text import style_of
from gov_disclosure.interpret.grids import is_figure, is_nothing
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Harvest, ItemRow, PrintedCell, PrintedRow
from gov_disclosure.interpret.sums import add_up
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import FormRow, editions
from gov_disclosure.reading.notices import notice

__all__ = ["doubt_open_end"]

_PAGE_NUMBER = regex(r"\s*[0-9]{1,3}\s*")  # or a figure alone on the last line
_LOST = PrintedCell(text="", unread=True)


def doubt_open_end(blocks: Sequence[Block], used: Collection[int], harvest: Harvest, open_end: bool) -> None:
    """Doubt what the last row may have lost, where no text follows the last table.

    ``used`` are the places of lines that belong to tables; ``open_end`` is true where the last figure may have
    lost digits.
    """
    place = _filled(blocks, len(blocks) - 1)
    if open_end and place > 0 and place not in used and isinstance(blocks[place], Paragraph):
        before = _filled(blocks, place - 1)
        place = before if before in used else place  # the last line may be no more than half a label
    last = blocks[place] if place >= 0 else None
    if isinstance(last, Table):
        if open_end or not last.sure_columns:
            _doubt_last_row(last, harvest, open_end)
        elif harvest.rows and any(cell.doubt for cell in last.rows()[-1]):
            _say(_form_row(harvest.rows[-1].path), (), harvest)  # the reader saw that it was cut off
    elif last is not None and place in used and harvest.last_streamed:
        _doubt_last_line(harvest, open_end or _PAGE_NUMBER.fullmatch(last.text) is not None)


def _filled(blocks: Sequence[Block], place: int) -> int:
    """The last place up to this one in which something is printed; -1 where there is none."""
    while place >= 0 and isinstance(block := blocks[place], Paragraph) and is_nothing(block.text):
        place -= 1
    return place


def _doubt_last_row(table: Table, harvest: Harvest, open_end: bool) -> None:
    """The last row of a grid, known by its label, or as the line of a table of bands, which has none."""
    rows = table.rows()
    whole = not open_end and len(rows[-1]) >= max(map(len, rows))
    texts = {cell.text for cell in rows[-1]}
    if harvest.rows:
        path = harvest.rows[-1].path
        if _style_of(path) == "bands" and all(is_nothing(text) or is_figure(text) for text in texts):
            name = path.partition(".")[0]
            for place in [at for at, row in enumerate(harvest.rows) if row.path.startswith(f"{name}.")]:
                end = open_end and place == len(harvest.rows) - 1
                harvest.rows[place] = _open_row(harvest.rows[place], harvest, end, whole=whole)
            return
        if _style_of(path) != "bands" and texts.intersection(harvest.rows[-1].labels[-1:]):
            harvest.rows[-1] = _open_row(harvest.rows[-1], harvest, open_end, whole=whole)
            return
    if harvest.items and texts.intersection(harvest.items[-1].labels[-1:]):
        harvest.items[-1] = _open_item(harvest.items[-1], harvest, open_end)


def _doubt_last_line(harvest: Harvest, open_end: bool) -> None:
    """The last rows of the table to which the last line of running text belongs: labels may come before figures."""
    name = f"{harvest.last_streamed}."
    own = [place for place, row in enumerate(harvest.rows) if row.path.startswith(name)]
    for place in reversed(own):
        row = harvest.rows[place]
        filled = any(not is_nothing(cell.text) for _, cell in row.cells)
        if place == own[-1] or not filled:
            end = open_end and place == own[-1]
            harvest.rows[place] = _open_row(row, harvest, end, whole=False)
        if filled:
            break
    items = [place for place, item in enumerate(harvest.items) if item.path.startswith(name)]
    for place in reversed(items):
        item = harvest.items[place]
        if place == items[-1] or not item.values:
            harvest.items[place] = _open_item(item, harvest, open_end and place == items[-1])
        if item.values:
            break


def _style_of(path: str) -> str:
    name = path.partition(".")[0]
    return next((style_of(table) for table in editions()[-1].tables if table.name == name), "")


def _form_row(path: str) -> FormRow:
    return row_labels(path.partition(".")[0]).rows[path]


def _open_row(row: PrintedRow, harvest: Harvest, open_end: bool, *, whole: bool) -> PrintedRow:
    """A row whose columns without figures are lost, unless all its cells are drawn (``whole``).

    The last figure is in doubt, and all of them where some are lost, but for rows that add up.
    """
    form_row = _form_row(row.path)
    names = [field.name for field in form_row.fields]
    cells = dict(row.cells)
    if any(cell.unread for cell in cells.values()):
        _say(form_row, (), harvest)
        return row
    texts = [cells[name].text if name in cells else "" for name in names]
    lacking = [] if whole else [name for name, text in zip(names, texts, strict=True) if is_nothing(text)]
    if lacking:
        _say(form_row, lacking, harvest)
        cells |= dict.fromkeys(lacking, _LOST)
    if (lacking or open_end) and (names[-1] != "total" or not add_up(texts, len(texts) - 1)):
        for name in names if lacking else names[-1:]:
            if name not in lacking:
                cells[name] = attrs.evolve(cells[name], doubt=True)
    return attrs.evolve(row, cells=tuple(cells.items()))


def _open_item(item: ItemRow, harvest: Harvest, open_end: bool) -> ItemRow:
    form_row = _form_row(item.path)
    if item.lost:
        return item
    if all(is_nothing(value.text) for value in item.values):
        _say(form_row, [field.name for field in form_row.fields], harvest)
        return attrs.evolve(item, lost=True, said=True)
    if not open_end:
        return item
    last = item.values[-1]
    doubted = _LOST if is_nothing(last.text) else attrs.evolve(last, doubt=True)
    return attrs.evolve(item, values=(*item.values[:-1], doubted))


def _say(row: FormRow, names: Collection[str], harvest: Harvest) -> None:
    """Tell of lost cells; in which way a block was printed that can be in several, its beginning does not tell."""
    paths = [field.path for field in row.fields if field.name in names]
    if row.variant:
        block = f"{row.path.rpartition('.')[0]}."
        rows = row_labels(row.path.partition(".")[0]).rows.values()
        paths += [field.path for other in rows if other.path.startswith(block) for field in other.fields]
    if paths:
        params = {"reason": f"it ends in the row {row.label}", "reason_zh": f"在“{row.label}”一行结束"}
        harvest.notices.append(notice("cut-off", paths=tuple(dict.fromkeys(paths)), params=params))
