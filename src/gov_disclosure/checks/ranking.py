"""Which of several explanations of broken sums is the likeliest."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

from gov_disclosure.checks.tableau import Effect, Tableau

__all__ = ["Idea", "ranked"]


@attrs.frozen(kw_only=True)
class Idea:
    """What may have happened: the amounts to be added to cells, and what that would mend.

    ``pattern`` is as in :class:`~gov_disclosure.checks.Suspect`, ``first`` the cell to be named first, ``effort`` how
    much more has to have gone wrong than one figure.
    """

    pattern: str
    changes: "Mapping[int, int | Decimal]"
    first: int
    effect: Effect
    effort: float = 0.0


def ranked(tableau: Tableau, ideas: Iterable[Idea]) -> list[Idea]:
    """The ideas, the likeliest first.

    What mends most comes first; of what mends as much, what nothing else explains as well, cells in doubt, totals
    left at 0, slips of one digit, totals before parts, what brings the figures nearest to last year's, the form's
    order.
    """
    found = list(ideas)
    # some come by two ways
    different = {(_worth(idea), frozenset(idea.changes.items())) for idea in found}
    rivals = Counter(worth for worth, _ in different)
    return sorted(found, key=lambda idea: _rank(tableau, idea, rivals[_worth(idea)]))


def _worth(idea: Idea) -> tuple[float, frozenset[int]]:
    return idea.effect.score - idea.effort, frozenset(map(id, idea.effect.mended))


def _rank(tableau: Tableau, idea: Idea, rivals: int) -> "tuple[float | Decimal, ...]":
    case = tableau.case
    assert case.layout is not None
    fields = case.layout.fields
    doubted = any(case.unsure(fields[place].path) for place in idea.changes)
    left_out = idea.pattern == "total-left-out"
    return (
        -(idea.effect.score - idea.effort),
        rivals,
        not doubted,
        not left_out,
        not (left_out or _by_slips(tableau, idea)),
        not tableau.states_total(idea.first),
        _away_from_last_year(tableau, idea),
        idea.first,
    )


def _away_from_last_year(tableau: Tableau, idea: Idea) -> "int | Decimal":
    """How much farther from last year's figures the idea would bring the report's; 0 where those are not known."""
    case = tableau.case
    earlier = case.back(1)
    assert case.layout is not None
    if earlier is None:
        return 0
    away: int | Decimal = 0
    for place, amount in idea.changes.items():
        before = earlier.value(case.layout.fields[place].path)
        now: int | Decimal = tableau.values[place] or 0
        if before is None:
            return 0
        away += _apart(now + amount, before) - _apart(now, before)
    return away


def _apart(one: "int | Decimal", other: "int | Decimal") -> "int | Decimal":
    return one - other if one > other else other - one


def _by_slips(tableau: Tableau, idea: Idea) -> bool:
    return all(
        _is_a_slip(tableau.values[place] or 0, (tableau.values[place] or 0) + amount)
        for place, amount in idea.changes.items()
    )


def _is_a_slip(printed: "int | Decimal", meant: "int | Decimal") -> bool:
    """Whether a figure becomes the other by one digit changed, left out or put in, or two swapped."""
    one, two = str(printed), str(meant)
    if abs(len(one) - len(two)) > 1:
        return False
    if len(one) == len(two):
        apart = [index for index in range(len(one)) if one[index] != two[index]]
        if len(apart) <= 1:
            return True
        return (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and one[apart[0]] == two[apart[1]]
            and one[apart[1]] == two[apart[0]]
        )
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))
