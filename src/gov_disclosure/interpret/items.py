"""Table two once more: which edition its heads belong to, and its rows under the heads of that edition."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from gov_disclosure.interpret.heads import GOOD, heads_of
from gov_disclosure.interpret.printed import Harvest, ItemRow, PrintedCell, PrintedRow, doubted
from gov_disclosure.interpret.tearing import unread_row
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import Form, FormRow, editions
from gov_disclosure.reading.notices import notice

__all__ = ["place_items", "votes_of_items"]


def votes_of_items(items: Sequence[ItemRow]) -> dict[str, dict[str, float]]:
    """For each block of the table, how well its heads (or, without heads, its rows) fit each edition."""
    votes: dict[str, dict[str, float]] = {}
    for row in items:
        here = votes.get(row.item)
        if here is None:
            here = votes[row.item] = {str(form): 0.0 for form in editions()}
        fits = _fits(row)
        for edition, fit in fits.items():
            here[edition] += fit
    return votes


def _fits(row: ItemRow) -> Mapping[str, float]:
    # figures of which nobody knows whose they are tell nothing by their number
    return _fits_of(row.path, _keys(row), 0 if row.lost else len(row.values), editions())


@lru_cache(maxsize=1024)
def _fits_of(path: str, keys: tuple[str, ...], values: int, _known: tuple[Form, ...]) -> Mapping[str, float]:
    fits: dict[str, float] = {}
    exactly = any(heads.are(keys) for heads in heads_of(path))
    for heads in heads_of(path):
        if keys:
            # beside heads that are another edition's word for word, those that cannot fit are not measured
            fits[heads.form] = heads.score(keys) if not exactly or heads.may_fit(keys) else 0.0
        elif len(heads.names) == values:
            fits[heads.form] = 0.5
        elif not values:
            fits[heads.form] = 0.1
    return fits


def place_items(form: Form, harvest: Harvest) -> list[PrintedRow]:
    """The rows of table two as rows of one edition; figures under another edition's heads are set aside."""
    rows = {row.path: row for row in form.rows}
    placed: list[PrintedRow] = []
    foreign = False
    for item in harvest.items:
        row = rows.get(item.path)
        fits = _fits(item)
        owner = _owner(fits, form)
        if row is None or owner != form:
            foreign = True
            kept = _foreign(item, row, owner, harvest)
            if kept is not None:
                placed.append(kept)
            continue
        placed.append(_under_heads(item, row, harvest, fits))
    if foreign:
        others = sorted({str(other) for other in editions()} - {str(form)})
        harvest.notices.append(notice("mixed-forms", params={"form": str(form), "other": ", ".join(others)}))
    return placed


def _owner(fits: Mapping[str, float], form: Form) -> Form:
    """The edition whose heads stand above a row: the report's own unless another's fit clearly better."""
    own = fits.get(str(form), -1.0)
    best = max(fits, key=lambda edition: fits[edition], default=str(form))
    if own >= GOOD or (own >= 0 and fits[best] < GOOD):
        return form if fits[best] - own < 0.25 or own >= fits[best] else Form(best)
    return Form(best)


def _under_heads(item: ItemRow, row: FormRow, harvest: Harvest, fits: Mapping[str, float]) -> PrintedRow:
    names = _names_in_order(item, row)
    values = item.values
    filled = [value for value in values if value.text.strip()]
    spare: Sequence[PrintedCell] = ()
    cells: tuple[tuple[str, PrintedCell], ...]
    if not filled and not item.lost and len(values) != len(names):
        wanting = item.bare and len(values) < len(names)
        cells = tuple((name, PrintedCell(text="", doubt=True)) for name in names) if wanting else ()
    elif item.lost:
        cells = unread_row(row, filled, harvest, say=not item.said)
    elif len(values) == len(names):
        cells = tuple(zip(names, values, strict=True))
    elif len(filled) == len(names):
        cells = doubted(zip(names, filled, strict=True))  # blank cells too many stand between them
    elif len(values) > len(names) and item.aligned and len(item.heads) == len(names):
        # more cells than heads, as where an old table was kept under new heads, or a joined cell was filled
        kept, rest = values[: len(names)], values[len(names) :]
        spare = [value for value in rest if value.text.strip()]
        cells = tuple(zip(names, kept, strict=True))
        if any(label_key(value.text) != label_key(kept[-1].text) for value in spare):
            cells = doubted(cells)
    elif len(values) < len(names) and item.aligned:
        blank = PrintedCell(text="", place=item.place)
        values += (blank,) * (len(names) - len(values))
        cells = doubted(
            tuple(
                (name, attrs.evolve(value, flags=("position-inferred",)))
                for name, value in zip(names, values, strict=True)
            )
        )
    else:
        cells = _signed_alone(row, values) or unread_row(row, filled, harvest)
    moved_in_text = not item.aligned and names != row.columns
    # heads that are printed above other rows and not above this one were lost, and may have been any edition's
    lacking = not item.heads and any(other.heads for other in harvest.items)
    unclear = fits.get(row.fields[0].form, 0.0) < GOOD if item.heads else lacking
    if (unclear or moved_in_text) and any(value.text.strip() and not value.unread for _, value in cells):
        cells = doubted(cells)
        params = {"label": row.label, "heads": "、".join(item.heads)}
        paths = tuple(field.path for field in row.fields)
        code = "heads-missing" if lacking else "heads-unclear"
        harvest.notices.append(notice(code, paths=paths, place=item.place, params=params))
    for value in spare:
        _aside(item, row.label, value, None, harvest)
    return PrintedRow(
        path=item.path,
        labels=item.labels,
        cells=_meant_as_decisions(row, cells, harvest),
        flags=item.flags,
        place=item.place,
        units=tuple(zip(names, item.heads, strict=True)) if len(item.heads) == len(names) else (),
    )


def _names_in_order(item: ItemRow, row: FormRow) -> tuple[str, ...]:
    """The columns' names as their heads are printed: in the form's order, unless the heads clearly stand otherwise."""
    return _moved(item.path, _keys(item), row.fields[0].form, editions()) or row.columns


@lru_cache(maxsize=1024)
def _moved(path: str, keys: tuple[str, ...], form: str, _known: tuple[Form, ...]) -> tuple[str, ...] | None:
    return next((heads.moved(keys) for heads in heads_of(path) if heads.form == form), None)


def _keys(item: ItemRow) -> tuple[str, ...]:
    return _keys_of(item.heads)


@lru_cache(maxsize=1024)
def _keys_of(heads: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([label_key(head) for head in heads])


def _meant_as_decisions(
    row: FormRow, cells: tuple[tuple[str, PrintedCell], ...], harvest: Harvest
) -> tuple[tuple[str, PrintedCell], ...]:
    """106 | 2939 | blank: a rise without a sign beyond what there was, and nothing behind it, is in doubt."""
    kinds = [field.type for field in row.fields]
    if kinds.count("signed count") != 1 or len(cells) != len(kinds) or row.fields[-1].type == "signed count":
        return cells
    place = kinds.index("signed count")
    before, change, *behind = (read_number(value.text) for _, value in cells[max(place - 1, 0) :])
    if (
        any(read.kind != "blank" for read in behind)
        or change.signed
        or not change.value
        or before.value is None
        or change.value <= before.value
    ):
        return cells
    printed = cells[place][1]
    params = {
        "label": row.label,
        "raw": printed.text.strip(),
        "column": row.fields[place].column,
        "next": row.fields[-1].column,
    }
    paths = tuple(field.path for field in row.fields)
    harvest.notices.append(notice("change-unclear", paths=paths, place=printed.place, params=params))
    return doubted(cells)


def _signed_alone(row: FormRow, values: Sequence[PrintedCell]) -> tuple[tuple[str, PrintedCell], ...] | None:
    """Where blank cells vanished: a figure with a sign can only be the rise or fall; the rest cannot be told."""
    signed_columns = [field.name for field in row.fields if field.type == "signed count"]
    signed = [value for value in values if read_number(value.text).signed]
    if len(signed_columns) != 1 or len(signed) != 1 or len(values) >= len(row.fields):
        return None
    raw = " ".join(value.text for value in values)
    lost = PrintedCell(text=raw, place=values[0].place, doubt=True, unread=True)
    return tuple(
        (
            field.name,
            attrs.evolve(signed[0], flags=("position-inferred",), doubt=True)
            if field.name == signed_columns[0]
            else lost,
        )
        for field in row.fields
    )


def _foreign(item: ItemRow, row: FormRow | None, owner: Form, harvest: Harvest) -> PrintedRow | None:
    """Set aside what stands under another edition's heads; keep what stands under a head of both."""
    other = next((found for found in owner.rows if found.path == item.path), None)
    own = {label_key(field.column): field.name for field in row.fields} if row is not None else {}
    kept: list[tuple[str, PrintedCell]] = []
    for number, value in enumerate(item.values):
        head = item.heads[number] if number < len(item.heads) else ""
        if label_key(head) in own:
            kept.append((own[label_key(head)], value))
        elif value.text.strip():
            path = other.fields[number].path if other is not None and number < len(other.fields) else None
            _aside(item, head, value, path, harvest)
    if not kept:
        return None
    return PrintedRow(
        path=item.path, labels=item.labels, cells=tuple(kept), flags=item.flags, place=item.place
    )


def _aside(item: ItemRow, head: str, value: PrintedCell, foreign: str | None, harvest: Harvest) -> None:
    labels = tuple(label for label in (item.item, *item.labels, head) if label)
    harvest.set_aside(labels, value, foreign_path=foreign)
