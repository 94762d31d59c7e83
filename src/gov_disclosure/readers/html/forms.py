"""Whether something of a statutory table is among what was found: by the row labels of the known editions."""

from collections.abc import Iterable
from functools import cache

from gov_disclosure.model.forms import editions
from gov_disclosure.readers.html.raw import Item, RawTable

__all__ = ["holds_form"]

_SHORTEST = 4  # characters of a label that is not just any word
_ENOUGH = 3


def holds_form(items: Iterable[Item]) -> bool:
    """Whether a table among them prints several row labels of a form."""
    labels = _labels()
    for item in items:
        if isinstance(item, RawTable):
            text = "".join(" ".join([cell.text for row in item.rows() for cell in row.cells]).split())
            found = 0
            for label in labels:
                found += label in text
                if found == _ENOUGH:
                    return True
    return False


@cache
def _labels() -> tuple[str, ...]:
    labels = {row.label: None for form in editions() for row in form.rows if len(row.label) >= _SHORTEST}
    return tuple(labels)
