"""Telling rows and columns by their printed labels: exactly, by other known wordings, or by likeness.

Built from every known edition of the form, so that a label is understood in one place and a new edition brings
its own labels with it.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from gov_disclosure.language.folding import label_key
from gov_disclosure.language.likeness import likeness
from gov_disclosure.language.patterns import LETTER, regex
from gov_disclosure.model.forms import Form, FormRow, FormTable, editions

__all__ = [
    "RowLabels",
    "RowMatch",
    "bare_key",
    "numbered_as_printed",
    "row_in",
    "row_labels",
    "table_of",
    "without_remarks",
]

How: TypeAlias = Literal["exact", "alias", "fuzzy"]

_NUMBER = regex(
    r"^(?:\d{1,2}[.,]|\(?[一二三四五六七八九十]{1,3}\)|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}[.,])"
)
_OTHER_NUMBER = regex(rf"^\(?(\d{{1,2}})(?:[,:)]|(?={LETTER}))")
_REMARK = regex(r"\([^()]*\)")

#: How alike two labels must be to be taken for the same, and by how much the next best must fall behind.
ALIKE, MARGIN = 0.74, 0.12

_REMEMBERED = 4096  # labels whose rows are kept in mind


def bare_key(key: str) -> str:
    """A label's key without its number: 属于国家秘密 for 1.属于国家秘密."""
    return _NUMBER.sub("", key, count=1)


def without_remarks(key: str) -> str:
    """A label's key without bracketed remarks and instructions, its number kept."""
    number = _NUMBER.match(key)
    start = number.end() if number else 0
    return key[:start] + _REMARK.sub("", key[start:])


def numbered_as_printed(key: str) -> str:
    """A label's key with its Arabic number as the form writes it: 3.其他 for 3,其他 and (3)其他."""
    return _OTHER_NUMBER.sub(r"\1.", key, count=1)


class RowMatch(NamedTuple):
    """A row told by its label: its path, how it was told, and how alike the label is (1.0: exactly)."""

    path: str
    how: How
    score: float = 1.0


class RowLabels(NamedTuple):
    """The row labels of one table over all editions."""

    name: str
    order: dict[str, int]  # path -> place in printed order over all editions
    rows: dict[str, FormRow]  # path -> the row, in the newest edition that has it
    keys: dict[str, tuple[str, ...]]  # label key -> paths
    aliases: dict[str, tuple[str, ...]]
    bare: dict[str, tuple[str, ...]]
    groups: frozenset[str]  # keys of block labels and items
    bare_groups: frozenset[str]
    told: dict[str, tuple[RowMatch, ...]]  # what was found for keys asked for before

    def exact(self, text: str) -> tuple[RowMatch, ...]:
        """The rows that a label names exactly, by a known other wording, or but for its number."""
        key = label_key(text)
        known = self.told.get(key)
        if known is None:
            known = self._exact(key) if key else ()
            if len(self.told) < _REMEMBERED:
                self.told[key] = known
        return known

    def _exact(self, key: str) -> tuple[RowMatch, ...]:
        found = self.keys.get(key)
        if found:
            return tuple(RowMatch(path=path, how="exact") for path in found)
        plain = without_remarks(key)
        for candidate in (key, plain, numbered_as_printed(key)):
            found = self.keys.get(candidate) or self.aliases.get(candidate)
            if found:
                return tuple(RowMatch(path=path, how="alias") for path in found)
        found = self.bare.get(bare_key(key)) or self.bare.get(bare_key(plain))
        if found:
            return tuple(RowMatch(path=path, how="alias") for path in found)
        return ()

    def alike(self, text: str, among: Iterable[str]) -> RowMatch | None:
        """The row whose label is most like a text, if it is like enough and no other comes near."""
        key = label_key(text)
        if len(key) < 3:
            return None
        number = _NUMBER.match(key)
        scored: list[tuple[float, str]] = []
        for path in among:
            score = max(_likeness(key, wording, number is not None) for wording in self._wordings(path))
            scored.append((score, path))
        scored.sort(key=lambda pair: -pair[0])
        if not scored or scored[0][0] < ALIKE:
            return None
        if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
            return None
        return RowMatch(path=scored[0][1], how="fuzzy", score=scored[0][0])

    def _wordings(self, path: str) -> tuple[str, ...]:
        row = self.rows[path]
        return tuple(label_key(label) for label in (row.label, *row.also))

    def is_group(self, text: str) -> bool:
        """Whether a text is the label of a block, not of a row."""
        key = label_key(text)
        return key in self.groups or bare_key(key) in self.bare_groups


def _likeness(key: str, wording: str, numbered: bool) -> float:
    if not numbered:
        return likeness(bare_key(key), bare_key(wording))
    return likeness(key, wording)


@cache
def _row_labels(name: str, known: tuple[Form, ...]) -> RowLabels:
    rows: dict[str, FormRow] = {}
    order: list[str] = []
    keys: dict[str, list[str]] = {}
    aliases: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    groups: set[str] = set()
    columns: set[str] = set()
    for form in known:
        last = -1
        for row in _table(form, name).rows:
            if row.path in rows:
                last = order.index(row.path)
            else:
                last += 1
                order.insert(last, row.path)
            rows[row.path] = row
            _add(keys, label_key(row.label), row.path)
            for wording in row.also:
                _add(aliases, label_key(wording), row.path)
            for wording in (row.label, *row.also):
                _add(bare, bare_key(label_key(wording)), row.path)
            columns |= {label_key(field.column) for field in row.fields}
            groups |= {label_key(group) for group in (*row.groups, row.item) if group}
    return RowLabels(
        name=name,
        order={path: place for place, path in enumerate(order)},
        rows=rows,
        keys={key: tuple(paths) for key, paths in keys.items()},
        aliases={key: tuple(paths) for key, paths in aliases.items()},
        # 其他 and 总计 without their numbers are heads of columns
        bare={key: tuple(paths) for key, paths in bare.items() if key not in columns},
        groups=frozenset(groups),
        bare_groups=frozenset(bare_key(group) for group in groups),
        told={},
    )


def _add(index: dict[str, list[str]], key: str, path: str) -> None:
    paths = index.setdefault(key, [])
    if path not in paths:
        paths.append(path)


def _table(form: Form, name: str) -> FormTable:
    return next(table for table in form.tables if table.name == name)


def row_labels(name: str) -> RowLabels:
    """The row labels of a table over all editions known now."""
    return _row_labels(name, editions())


def table_of(name: str, printed: Callable[[str], bool]) -> FormTable:
    """The table of that name in the edition whose column heads are printed; ``printed`` tells of a head's key.

    Editions with the same columns are the same here, and the newest stands for them all.
    """
    best: tuple[int, FormTable] | None = None
    for keys, table in _column_keys(name, editions()):
        score = 2 * sum(map(printed, keys)) - len(keys)
        if best is None or score >= best[0]:
            best = (score, table)
    assert best is not None
    return best[1]


@cache
def _column_keys(name: str, known: tuple[Form, ...]) -> tuple[tuple[frozenset[str], FormTable], ...]:
    """For each edition the keys of a table's column heads."""
    tables = [table for form in known for table in form.tables if table.name == name]
    return tuple(
        (frozenset(label_key(field.column) for row in table.rows for field in row.fields), table)
        for table in tables
    )


def row_in(table: FormTable, path: str) -> FormRow:
    """A row with the columns of one edition's table; of the newest edition where that one lacks the row."""
    return table.by_path.get(path) or row_labels(table.name).rows[path]
