"""Which checks look at a cell: those in whose formulas it stands, and the rules that say they look at it.

Checks that look at all cells alike are left out.
"""

from collections.abc import Iterable, Mapping

from gov_disclosure.checks.check import CheckLike
from gov_disclosure.model.forms import Form

__all__ = ["checks_of_cells"]


def checks_of_cells(form: Form, checks: Iterable[CheckLike]) -> Mapping[str, tuple[str, ...]]:
    """For every cell the ids of the checks that look at it, in the order of the catalogue."""
    found: dict[str, list[str]] = {}
    for check in checks:
        # a check that comes in by an entry point need not say which cells it looks at
        looks_at = getattr(check, "looks_at", None)
        for path in looks_at(form) if looks_at is not None else ():
            found.setdefault(path, []).append(check.id)
    return {path: tuple(ids) for path, ids in found.items()}
