"""What reading could not decide, settled by the identities of the form, and only where one solution exists.

Two things can be open: a row whose torn figures can be joined in several ways that all let the row add up, and
a cell in which something is printed that cannot be told. A figure that was read cleanly is never touched.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import prod

import attrs

from gov_disclosure.checks.formula import Identity, Term
from gov_disclosure.checks.structure import balances, column_sums, row_sums
from gov_disclosure.interpret.assembly import Assembled
from gov_disclosure.interpret.printed import Harvest, OpenRows
from gov_disclosure.interpret.tearing import hides_blanks
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["doubt_torn_rows", "settle"]

_MOST_WAYS = 20_000


def settle(form: Form, made: Assembled, harvest: Harvest) -> None:
    """Settle what is open in ``made``; every cell settled is flagged ``repaired`` and has a notice."""
    if harvest.open:
        _settle_rows(form, made, harvest)
    _settle_cells(form, made, harvest)


@lru_cache(maxsize=8)
def _columns(form: Form) -> tuple[Identity, ...]:
    return (*column_sums(form), *balances(form))


@lru_cache(maxsize=8)
def _rows(form: Form) -> tuple[Identity, ...]:
    return row_sums(form, across=False)


@lru_cache(maxsize=8)
def _all(form: Form) -> tuple[Identity, ...]:
    return (*_columns(form), *_rows(form), *row_sums(form, across=True))


def _holds(identity: Identity, values: Mapping[str, Value]) -> bool | None:
    """Whether an identity holds; None where a cell of it is not known."""
    left, right = _sum(identity.left, values), _sum(identity.right, values)
    return None if left is None or right is None else left == right


def _sum(terms: Iterable[Term], values: Mapping[str, Value]) -> Value:
    total = 0
    for term in terms:
        value = values.get(term.path)
        if not isinstance(value, int):
            return None
        total += term.factor * value
    return total


def _settle_rows(form: Form, made: Assembled, harvest: Harvest) -> None:
    """Choose among the ways of joining torn rows the one with which every column adds up."""
    open_rows = [rows for rows in harvest.open if all(made.unread(field.path) for field in rows.fields)]
    if not open_rows or prod(len(rows.ways) for rows in open_rows) > _MOST_WAYS:
        return
    paths = {field.path for rows in open_rows for field in rows.fields}
    touched = [identity for identity in _columns(form) if any(term.path in paths for term in identity.terms)]
    solutions: list[tuple[tuple[int, ...], ...]] = []
    for ways in product(*(rows.ways for rows in open_rows)):
        values = dict(made.values)
        for rows, way in zip(open_rows, ways, strict=True):
            values.update(zip((field.path for field in rows.fields), rows.values(way), strict=True))
        held = [_holds(identity, values) for identity in touched]
        if any(holds is False for holds in held):
            continue
        if not all(_proved(rows, touched, held) for rows in open_rows):
            return
        solutions.append(ways)
        if len(solutions) > 1:
            return
    if len(solutions) == 1:
        for rows, way in zip(open_rows, solutions[0], strict=True):
            _keep_row(rows, way, made, harvest)


def _proved(rows: OpenRows, identities: Sequence[Identity], held: Sequence[bool | None]) -> bool:
    """Whether every cell that differs between the ways stands in an identity that could be evaluated."""
    differing = {
        field.path
        for place, field in enumerate(rows.fields)
        if len({rows.values(way)[place] for way in rows.ways}) > 1
    }
    evaluated = {
        term.path
        for identity, holds in zip(identities, held, strict=True)
        if holds
        for term in identity.terms
    }
    return differing <= evaluated


def _keep_row(rows: OpenRows, way: tuple[int, ...], made: Assembled, harvest: Harvest) -> None:
    pieces = rows.pieces(way)
    for field, value, group in zip(rows.fields, rows.values(way), pieces, strict=True):
        raw = " ".join(piece.text.strip() for piece in group)
        torn = len(group) > 1
        made.values[field.path] = value
        made.evidence[field.path] = attrs.evolve(
            made.evidence[field.path],
            raw=raw,
            kind="number",
            place=group[0].place,
            flags=("repaired",) if torn else (),
            doubt=False,
        )
        if torn:
            harvest.notices.append(
                _repaired(
                    field.path,
                    field.label(),
                    raw,
                    value,
                    f"the {sum(map(len, pieces))} printed pieces fill {len(pieces)} columns and every row and "
                    "column adds up",
                    f"，{sum(map(len, pieces))} 个数字片段填满 {len(pieces)} 列后各行各列的合计才都相符",
                )
            )
    settled = {field.path for field in rows.fields}
    harvest.notices[:] = [
        known
        for known in harvest.notices
        if not (known.code == "unread-row" and known.paths and set(known.paths) <= settled)
    ]


def _repaired(path: str, label: str, raw: str, value: int, reason: str, reason_zh: str) -> Notice:
    params = {"label": label, "raw": raw, "value": value, "reason": reason, "reason_zh": reason_zh}
    return notice("repaired", paths=(path,), params=params)


def doubt_torn_rows(form: Form, made: Assembled, harvest: Harvest) -> None:
    """Put in doubt the rows of running text that do not add up, unless it is the report's own slip.

    A report's own slip breaks its row and one column; figures torn or lost on the way break more, but where a figure
    is torn before a nought that fills the place of a blank. Where cells of the columns are not known, nothing tells
    the one from the other.
    """
    for table in form.tables:
        if table.name not in harvest.streamed:
            continue
        rows = [
            identity
            for identity in _rows(form)
            if identity.terms[0].path.startswith(f"{table.name}.") and _falls_short(identity, made)
        ]
        if not rows:
            continue
        sound: set[str] = set()
        broken: set[str] = set()
        for identity in _columns(form):
            holds = _holds(identity, made.values)
            if holds is not None:
                (sound if holds else broken).update([term.path for term in identity.terms])
        for identity in rows:
            paths = [term.path for term in identity.terms]
            known = all(path in sound or path in broken for path in paths)
            slip = _holds(identity, made.values) is None or (known and len(broken.intersection(paths)) < 2)
            if slip and not hides_blanks([_digits(path, made) for path in paths]):
                continue
            for path in paths:
                made.evidence[path] = attrs.evolve(made.evidence[path], doubt=True)
            params = {"label": identity.label_zh}
            place = made.evidence[paths[0]].place
            harvest.notices.append(notice("row-in-doubt", paths=tuple(paths), place=place, params=params))


def _falls_short(identity: Identity, made: Assembled) -> bool:
    """Whether a row's figures do not add up to its total, marks for nothing taken for nothing."""
    *parts, total = [made.values[term.path] or 0 for term in identity.terms]
    if sum(parts) == total:
        return False
    stated = made.values[identity.terms[-1].path] is not None
    return stated and not any(made.unread(term.path) for term in identity.terms)


def _digits(path: str, made: Assembled) -> str:
    """The digits of a cell as printed; "" where it holds no figure."""
    raw, value = made.evidence[path].raw or "", made.values[path]
    return raw if raw.isdigit() and raw.isascii() else "" if value is None else str(value)


def _settle_cells(form: Form, made: Assembled, harvest: Harvest) -> None:
    """Give an unreadable cell the value on which two identities agree, if its legible digits allow it."""
    unread = [path for path in made.evidence if made.unread(path)]
    if not unread or len(unread) > 12:
        return
    values = dict(made.values)
    for path in unread:
        field = form.get(path)
        evidence = made.evidence[path]
        if field is None or field.type != "count" or evidence.raw is None or len(evidence.raw) > 12:
            continue
        answers = [
            answer
            for identity in _all(form)
            if any(term.path == path for term in identity.terms)
            and (answer := _solved(identity, path, values)) is not None
        ]
        if len(answers) < 2 or len(set(answers)) != 1 or not _legible(evidence.raw, answers[0]):
            continue
        made.values[path] = answers[0]
        made.evidence[path] = attrs.evolve(
            evidence, kind="number", flags=(*evidence.flags, "repaired"), doubt=False
        )
        harvest.notices[:] = [
            known for known in harvest.notices if not (known.code == "unread" and known.paths == (path,))
        ]
        harvest.notices.append(
            _repaired(
                path,
                field.label(),
                evidence.raw,
                answers[0],
                f"{len(answers)} sums of the form hold",
                f"，{len(answers)} 项勾稽关系才都相符",
            )
        )


def _solved(identity: Identity, path: str, values: Mapping[str, Value]) -> int | None:
    """The value of one cell that an identity demands, where all its other cells are known."""
    rest, factor = 0, 0
    for sign, side in ((1, identity.left), (-1, identity.right)):
        for term in side:
            if term.path == path:
                factor += sign * term.factor
                continue
            value = values.get(term.path)
            if not isinstance(value, int):
                return None
            rest += sign * term.factor * value
    if identity.relation != "=" or factor not in (1, -1):
        return None
    answer = -rest * factor
    return answer if answer >= 0 else None


def _legible(raw: str, value: int) -> bool:
    """Whether the digits that can be read stand in the value in the same order."""
    digits = iter(str(value))
    return all(character in digits for character in raw if character.isdigit()) and bool(raw.strip())
