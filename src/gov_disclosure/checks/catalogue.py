"""All checks: the built-in table, and those that other packages bring by an entry point."""

from functools import cache

from gov_disclosure.checks.arithmetic import ARITHMETIC
from gov_disclosure.checks.cells import CELLS
from gov_disclosure.checks.check import Check, CheckLike
from gov_disclosure.checks.copying import COPYING
from gov_disclosure.checks.disputes import DISPUTES
from gov_disclosure.checks.duty import DUTY
from gov_disclosure.checks.parts import PARTS
from gov_disclosure.checks.plausible import PLAUSIBLE
from gov_disclosure.checks.stocks import STOCKS
from gov_disclosure.checks.texts import TEXTS
from gov_disclosure.checks.years import YEARS
from gov_disclosure.reading.installed import entry_points

__all__ = ["CHECKS", "ENTRY_POINT", "catalogue", "installed_checks", "of_one_report"]

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
    check that takes a built-in's id replaces it. Installed packages are looked up once in a process.
    """
    if not plugins or not installed_checks():
        return _BUILT_IN
    return tuple({**CHECKS, **{check.id: check for check in installed_checks()}}.values())


_BUILT_IN = tuple(CHECKS.values())
_OF_ONE_REPORT = tuple(
    check
    for check in _BUILT_IN
    if not (isinstance(check, Check) and (check.years_back or check.scope == "parts"))
)


def of_one_report(checks: tuple[CheckLike, ...]) -> tuple[CheckLike, ...]:
    """Those of the checks that may find something in a report that is given alone."""
    return _OF_ONE_REPORT if checks is _BUILT_IN else checks


@cache
def installed_checks() -> tuple[CheckLike, ...]:
    """The checks that other packages bring by the entry point ``gov_disclosure.checks``."""
    found: list[CheckLike] = []
    for point in entry_points(ENTRY_POINT):
        loaded = point.load()
        offered = loaded() if callable(loaded) and not hasattr(loaded, "run") else loaded
        found.extend((offered,) if hasattr(offered, "run") else offered)
    return tuple(found)
