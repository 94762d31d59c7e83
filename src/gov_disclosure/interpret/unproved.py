"""Rows without a sum in a text whose blanks have vanished and whose figures are torn: nothing proves them.

A figure torn in two fills the place of a blank that has vanished, and such a row looks whole. Most rows have a sum
that tells; those of table two have none.
"""

import attrs

from gov_disclosure.interpret.assembly import Assembled
from gov_disclosure.interpret.printed import Harvest, ItemRow
from gov_disclosure.language.folding import fold
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["doubt_unproved_rows"]

_ENDS_A_FIGURE = regex(r"0[0-9]")  # nobody writes 03937; it is what 103937 leaves when it is torn


def doubt_unproved_rows(form: Form, made: Assembled, harvest: Harvest) -> None:
    """Doubt the rows of running text that no sum proves, where other rows show that they may be mistaken."""
    rows = {item.path: item for item in harvest.items if not item.aligned and len(item.values) > 1}
    if not rows:
        return
    misleading = _may_mislead(made, harvest, rows)
    for row in form.rows:
        paths = [field.path for field in row.fields]
        if row.path not in rows or any(made.evidence[path].kind == "unread" for path in paths):
            continue
        if not misleading and not any(
            _ENDS_A_FIGURE.match(fold(cell.text)) for cell in rows[row.path].values
        ):
            continue
        unproved = [path for path in paths if not made.evidence[path].doubt]
        for path in unproved:
            made.evidence[path] = attrs.evolve(made.evidence[path], doubt=True)
        if unproved:
            place = made.evidence[paths[0]].place
            params = {"label": row.label}
            harvest.notices.append(notice("row-unproved", paths=tuple(paths), place=place, params=params))


def _may_mislead(made: Assembled, harvest: Harvest, rows: dict[str, ItemRow]) -> bool:
    """Whether blanks have vanished from such rows, or from any where figures are torn."""
    short = [said for said in harvest.notices if _figures_beyond(said) < 0]
    if any(path.rpartition(".")[0] in rows for said in short for path in said.paths):
        return True
    blanks = bool(short) or any("position-inferred" in known.flags for known in made.evidence.values())
    torn = any(said.code == "repaired" or _figures_beyond(said) > 0 for said in harvest.notices)
    return blanks and torn


def _figures_beyond(said: Notice) -> int:
    """How many more figures than columns a row was left unread for; fewer where that is below nought."""
    if said.code != "unread-row":
        return 0
    return int(said.params["count"]) - int(said.params["columns"])
