"""Which edition of the form a document follows: its tables decide; the year only where they are silent."""

from functools import lru_cache
from typing import NamedTuple

from gov_disclosure import reading
from gov_disclosure.interpret.items import votes_of_items
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import Form, editions

__all__ = ["Decision", "decide_form"]


class Decision(NamedTuple):
    """The edition, and whether it was assumed from the report year for want of anything in the tables."""

    form: Form
    assumed: bool = False


def decide_form(harvest: Harvest, year: int | None, wanted: Form | None) -> Decision:
    """The edition of the form; raises :class:`~gov_disclosure.UnknownForm` where nothing tells it."""
    if wanted is not None:
        return Decision(form=wanted)
    known = editions()
    totals = {str(form): 0.0 for form in known}
    blocks = votes_of_items(harvest.items)
    # the first item's heads are the ones that bodies carry over from the other edition
    first = next((row.item for form in known for row in form.rows if row.item), "")
    for block, votes in blocks.items():
        ranked = sorted(votes.items(), key=lambda pair: -pair[1])
        if ranked[0][1] > 0 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            totals[ranked[0][0]] += 1.0 if block == label_key(first) else 1.5
    for row in harvest.rows:
        if row.has_cells and (only := _only_edition(row.path, known)) is not None:
            totals[only] += 0.5
    ranked = sorted(totals.items(), key=lambda pair: -pair[1])
    if ranked[0][1] > 0 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return Decision(form=Form(ranked[0][0]))
    if year is not None:
        for form in reversed(known):
            start, end = form.years
            if start <= year and (end is None or year <= end):
                return Decision(form=form, assumed=True)
    raise reading.UnknownForm(
        reason="neither the tables nor a report year tell it",
        reason_zh="表格和报告年度都不能说明",
        known=", ".join(known),
    )


@lru_cache(maxsize=1024)
def _only_edition(path: str, known: tuple[Form, ...]) -> str | None:
    """The edition that has a row, where just one has it."""
    having = [str(form) for form in known if any(row.path == path for row in form.rows)]
    return having[0] if len(having) == 1 else None
