"""A table of text: rows of cells with the numbers of their lines."""

import attrs

from gov_disclosure.documents import Cell, Table
from gov_disclosure.language.patterns import regex
from gov_disclosure.reading.place import Place

__all__ = ["PipeTable", "is_words"]

_MEASURED = regex(r"\D?\s*(?:[\d０-９][\d０-９,，.．]*)?[\d０-９]\s*[㐀-鿿]{1,3}")  # 3件; 3.其他 is a label


@attrs.frozen(kw_only=True)
class PipeTable:
    """Rows of cells, each with the number of its line; ``sure`` where all rows have equally many cells."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    sure: bool
    lines: tuple[tuple[int, ...], ...] = ()  # of each cell, where cells of a row stand on lines of their own
    lacking: int = 0  # cells that the last row has less than the others: blank ones, if not lost

    def table(self) -> Table:
        """The table of a document."""
        cells: list[Cell] = []
        spans = _filled_spans([texts for _, texts in self.rows]) if self.sure else None
        for row, (number, texts) in enumerate(self.rows):
            starts = spans[row] if spans is not None else _labels(texts)
            for column, following in zip(starts, (*starts[1:], len(texts)), strict=True):
                line = self.lines[row][column] if self.lines else number
                place = Place(line=line, row=row + 1, column=column + 1)
                span = following - column
                cells.append(Cell(text=texts[column], row=row, column=column, colspan=span, place=place))
            if self.lacking and row == len(self.rows) - 1:
                columns = range(len(texts), len(texts) + self.lacking)
                cells += [Cell(text="", row=row, column=column, doubt=True) for column in columns]
        return Table(cells=tuple(cells), place=Place(line=self.rows[0][0]), sure_columns=self.sure)


def _labels(texts: tuple[str, ...]) -> list[int]:
    """Where the cells of a row begin, if its first label may be repeated."""
    first = texts[0]
    repeated = next((place for place, text in enumerate(texts) if text != first), len(texts))
    return [0, *range(repeated if is_words(first) else 1, len(texts))]


def _filled_spans(rows: list[tuple[str, ...]]) -> list[list[int]] | None:
    """Where the cells of each row begin, in a table of which some program has filled every joined cell.

    Such a table is known by a row that says the same words from end to end. In it, figures under heads that are
    one are one where they are the same.
    """
    if not any(len(texts) > 2 and is_words(texts[0]) and len(set(texts)) == 1 for texts in rows):
        return None
    made: list[list[int]] = []
    heads: list[int] = []
    for texts in rows:
        words = [
            0,
            *(at for at in range(1, len(texts)) if texts[at] != texts[at - 1] or not is_words(texts[at])),
        ]
        if all(is_words(text) for text in texts):
            heads = words if len(words) > 1 else list(range(len(texts)))
            made.append(words)
            continue
        made.append([at for at in words if at in heads or texts[at] != texts[at - 1] or is_words(texts[at])])
    return made


def is_words(text: str) -> bool:
    """Whether a text has Chinese words, and is no figure with its measure word."""
    return any("㐀" <= character <= "鿿" for character in text) and _MEASURED.fullmatch(text) is None
