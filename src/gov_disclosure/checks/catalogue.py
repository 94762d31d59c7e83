"""All checks: the built-in table, and those that other packages bring by an entry point."""

from gov_disclosure.checks.arithmetic import ARITHMETIC
from gov_disclosure.checks.cells import CELLS
from gov_disclosure.checks.check import CheckLike
from gov_disclosure.checks.copying import COPYING
from gov_disclosure.checks.disputes import DISPUTES
from gov_disclosure.checks.duty import DUTY
from gov_disclosure.checks.parts import PARTS
from gov_disclosure.checks.plausible import PLAUSIBLE
from gov_disclosure.checks.stocks import STOCKS
from gov_disclosure.checks.texts import TEXTS
from gov_disclosure.checks.years import YEARS

__all__ = ["CHECKS", "ENTRY_POINT", "catalogue"]

ENTRY_POINT = "gov_disclosure.checks"

#: The built-in checks by id, in the order in which findings on the same cell are told.
CHECKS: dict[str, CheckLike] = {
    check.id: check
    for check in (
        *CELLS,
        *ARITHMETIC,
        *PLAUSIBLE,
        *YEARS,
        *STOCKS,
        *DISPUTES,
        *PARTS,
        *DUTY,
        *COPYING,
        *TEXTS,
    )
}


def catalogue(*, plugins: bool = False) -> tuple[CheckLike, ...]:
    """The built-in checks; with ``plugins``, those of installed packages after them.

    An entry point gives a check, a sequence of checks, or a function without arguments that returns either. A
    check that takes a built-in's id replaces it.
    """
    found: dict[str, CheckLike] = dict(CHECKS)
    if plugins:
        from importlib.metadata import entry_points

        for point in entry_points(group=ENTRY_POINT):
            loaded = point.load()
            offered = loaded() if callable(loaded) and not hasattr(loaded, "run") else loaded
            for check in (offered,) if hasattr(offered, "run") else tuple(offered):
                found[check.id] = check
    return tuple(found.values())
