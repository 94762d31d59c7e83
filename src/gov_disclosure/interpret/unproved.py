"""Rows of a text whose blanks have vanished and whose figures are torn, where nothing proves them.

A figure torn in two fills the place of a blank that has vanished, and such a row looks whole. Most rows have a sum
that tells; those of table two have none, and in the short bands of table four sums often hold by chance.
"""

from itertools import pairwise

import attrs

from gov_disclosure.interpret.assembly import Assembled
from gov_disclosure.interpret.printed import Harvest, ItemRow
from gov_disclosure.language.folding import fold
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import Form, FormRow
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["doubt_unproved_rows"]

_FEW = 10  # rows with a total, of some thirty that a report prints
_ENDS_A_FIGURE = regex(r"0[0-9]")  # nobody writes 03937; it is what 103937 leaves when it is torn


def doubt_unproved_rows(form: Form, made: Assembled, harvest: Harvest) -> None:
    """Doubt the rows of running text that no sum proves, where other rows show that they may be mistaken."""
    items = {item.path: item for item in harvest.items if not item.aligned and len(item.values) > 1}
    blanks = any(_figures_beyond(said) < 0 for said in harvest.notices)
    inferred = any("position-inferred" in known.flags for known in made.evidence.values())
    torn = any(said.code == "repaired" or _figures_beyond(said) > 0 for said in harvest.notices)
    torn_items = any(
        _figures_beyond(said) > 0 and said.paths[0].rpartition(".")[0] in items for said in harvest.notices
    )
    # where parts of a text are gone nothing shows whether its blanks have vanished, or figures with them
    streamed = [row for row in form.rows if row.path.partition(".")[0] in harvest.streamed]
    few = sum(_is_summed_up(row, made) for row in streamed) < _FEW
    gone = any(row.path not in made.printed_rows for row in form.rows if not row.variant)
    for row in form.rows:
        if row.path in items:
            unsure = blanks or (inferred and torn) or (few and torn)
            item = items[row.path]
            lines = {value.place and value.place.line for value in item.values}
            apart = few or torn_items or (gone and torn) or len(lines) > 1
            if unsure or _holds_an_end(item) or (apart and _may_be_torn(item)):
                _doubt(row, made, harvest)
        elif row.across and (blanks or inferred) and torn and row.path.partition(".")[0] in harvest.streamed:
            _doubt(row, made, harvest)


def _is_summed_up(row: FormRow, made: Assembled) -> bool:
    """Whether a row has a total that was read, so that it tells of the text it stands in."""
    return any(field.name == "total" and made.evidence[field.path].kind == "number" for field in row.fields)


def _may_be_torn(item: ItemRow) -> bool:
    """Whether two figures with a single space between them may be one."""
    for one, other in pairwise(item.values):
        if one.place is None or other.place is None or one.place.line != other.place.line:
            continue
        if one.text.isdigit() and other.text.isdigit() and not one.text.startswith("0"):
            start, following = one.place.column, other.place.column
            if start is not None and following is not None and following - start - len(one.text) < 2:
                return True
    return False


def _holds_an_end(item: ItemRow) -> bool:
    return any(_ENDS_A_FIGURE.match(fold(cell.text)) for cell in item.values)


def _doubt(row: FormRow, made: Assembled, harvest: Harvest) -> None:
    paths = [field.path for field in row.fields]
    unproved = [path for path in paths if not made.evidence[path].doubt]
    for path in unproved:
        made.evidence[path] = attrs.evolve(made.evidence[path], doubt=True)
    if unproved:
        place = made.evidence[paths[0]].place
        harvest.notices.append(
            notice("row-unproved", paths=tuple(paths), place=place, params={"label": row.label})
        )


def _figures_beyond(said: Notice) -> int:
    """How many more figures than columns a row was left unread for; fewer where that is below nought."""
    if said.code != "unread-row":
        return 0
    return int(said.params["count"]) - int(said.params["columns"])
