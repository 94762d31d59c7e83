"""Table four in a stream of torn text: the figures behind the heads, band after band."""

from collections.abc import Sequence

from gov_disclosure.interpret.labels import table_of
from gov_disclosure.interpret.printed import Harvest, PrintedCell, PrintedRow, doubted
from gov_disclosure.interpret.sums import add_up
from gov_disclosure.interpret.tearing import regroup_bands
from gov_disclosure.interpret.tokens import Token, words_in
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import FormRow, FormTable
from gov_disclosure.reading.notices import notice

__all__ = ["read_bands"]


def read_bands(table: FormTable, tokens: Sequence[Token], harvest: Harvest) -> bool:
    """Take the figures of a stream of tokens as the one line of a table of bands."""
    text = words_in(tokens)
    table = table_of(table.name, text.__contains__)
    rows = table.rows
    figures = [token for token in tokens if token.figure]
    if not figures and not _heads_whole(table, text):
        return False  # cut off before its figures, or no more than a heading
    harvest.tables.add(table.name)
    harvest.streamed.add(table.name)
    shared = regroup_bands(rows, [token.cell() for token in figures], harvest)
    broken = [row for row, cells in zip(rows, shared, strict=True) if not _adds_up(cells)]
    if broken or any(label_key(row.label) not in text for row in rows):
        # a blank cell may have vanished and another's figure be torn, which shifts all between them; without its
        # label a band may be gone, and the figures those of another that stand there twice
        shared = tuple(map(doubted, shared))
        _say(broken, rows, shared, harvest)
    for row, cells in zip(rows, shared, strict=True):
        place = figures[0].place if figures else None
        harvest.rows.append(
            PrintedRow(path=row.path, labels=(*row.groups, row.label), cells=cells, place=place)
        )
    return True


def _say(
    broken: Sequence[FormRow],
    rows: Sequence[FormRow],
    shared: Sequence[Sequence[tuple[str, PrintedCell]]],
    harvest: Harvest,
) -> None:
    """Tell of bands that do not add up, unless what is read of them is nothing at all."""
    if not broken or any(cell.unread for cells in shared for _, cell in cells):
        return
    params = {"label": "、".join(row.label for row in broken)}
    paths = tuple(field.path for row in rows for field in row.fields)
    harvest.notices.append(notice("row-in-doubt", paths=paths, place=shared[0][0][1].place, params=params))


def _adds_up(cells: Sequence[tuple[str, PrintedCell]]) -> bool:
    names = [name for name, _ in cells]
    if any(read_number(cell.text).kind == "unread" for _, cell in cells):
        return False
    return "total" not in names or add_up([cell.text for _, cell in cells], names.index("total")) is not False


def _heads_whole(table: FormTable, text: str) -> bool:
    """Whether the columns' heads are there, torn or not, as often as the table prints them."""
    heads = "".join(label_key(field.column) for row in table.rows for field in row.fields)
    return all(text.count(character) >= heads.count(character) for character in set(heads))
