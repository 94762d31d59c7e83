"""From the pattern of broken sums: which cell is most likely wrong, and which value would mend them all.

A wrong figure breaks the sum of its row and the sums of its column by the same amount, so the cell where they
cross is the suspect. Two figures that changed places break two columns by opposite amounts; a row that
moved by a column breaks several at once. Where several cells would do, the likelier slip comes first.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import attrs

from gov_disclosure.checks.case import Case
from gov_disclosure.checks.findings import Finding, Suspect
from gov_disclosure.checks.ranking import Idea, ranked
from gov_disclosure.checks.tableau import Tableau
from gov_disclosure.model.fields import Value

__all__ = ["suspects"]

_MOST = 12
_ROUNDS = 8


def suspects(
    case: Case, findings: Sequence[Finding], checks: Iterable[object], accepted: Sequence[Finding] = ()
) -> tuple[Suspect, ...]:
    """The cells under suspicion, likeliest first: one after the other what explains most, then the other
    cells that would explain as much as the first.

    Only sums that must hold put a cell under suspicion; a balance that may rightly be off, or was accepted as it
    is, does not.
    """
    wrong_units = (*_wrong_units(case, findings), *_wrong_signs(case, findings))
    if case.layout is None or not any(finding.formula is not None for finding in findings):
        return wrong_units
    settled = [finding.formula for finding in accepted if finding.formula is not None]
    tableau = Tableau(case, checks, settled)
    chosen: list[Suspect] = []
    others: list[Suspect] = []
    for number in range(_ROUNDS):
        ideas = ranked(tableau, filter(_mends_what_must_hold, _ideas(tableau)))
        if not ideas or ideas[0].effect.score <= 0:
            break
        best = ideas[0]
        chosen.append(_suspect(tableau, best))
        if number == 0:
            others = [
                attrs.evolve(_suspect(tableau, idea), alternative=True)
                for idea in ideas[1:]
                if idea.effect.score >= best.effect.score - 0.5
                and idea.effect.score > 0
                and not (best.pattern == "total-left-out" and _empties(tableau, idea))
            ]
        tableau.apply(best.changes)
    seen: dict[str, Suspect] = {}
    for suspect in (*chosen, *wrong_units, *others):
        seen.setdefault(suspect.path, suspect)
    return tuple(seen.values())[:_MOST]


def _ideas(tableau: Tableau) -> Iterator[Idea]:
    broken = tableau.broken
    if not broken:
        return
    everything = sum(equation.weight for equation in broken)
    single = list(_single_cells(tableau))
    yield from single
    if not any(idea.effect.complete and idea.effect.score >= everything for idea in single):
        yield from _swapped_pairs(tableau)
        yield from _shifted_rows(tableau)


# -- one wrong figure ---------------------------------------------------------------------------------


def _wanted(tableau: Tableau) -> dict[int, set["int | Decimal"]]:
    """For every cell in a broken sum the amounts that would mend one of them."""
    wanted: dict[int, set[int | Decimal]] = {}
    for equation in tableau.broken:
        for place, coefficient in equation.places.items():
            wanted.setdefault(place, set()).add(-equation.gap * coefficient)
    return wanted


def _single_cells(tableau: Tableau) -> Iterator[Idea]:
    for place, amounts in _wanted(tableau).items():
        for amount in amounts:
            if _possible(tableau, place, amount):
                changes = {place: amount}
                yield Idea(
                    pattern=_pattern(tableau, place),
                    changes=changes,
                    first=place,
                    effect=tableau.effect(changes),
                )


def _possible(tableau: Tableau, place: int, amount: "int | Decimal") -> bool:
    layout = tableau.case.layout
    assert layout is not None
    return layout.fields[place].type == "signed count" or (tableau.values[place] or 0) + amount >= 0


def _pattern(tableau: Tableau, place: int) -> str:
    if not tableau.states_total(place):
        return "cell"
    return "total" if tableau.values[place] else "total-left-out"


# -- two figures that changed places --------------------------------------------------------------------


def _swapped_pairs(tableau: Tableau) -> Iterator[Idea]:
    layout = tableau.case.layout
    assert layout is not None
    lines: dict[tuple[str, str | int], dict[Value, list[int]]] = {}
    wanted = _wanted(tableau)
    for place in tableau.of:
        for line in _lines(tableau, place):
            lines.setdefault(line, {}).setdefault(tableau.values[place], []).append(place)
    for place, amounts in wanted.items():
        value = tableau.values[place]
        if value is None:
            continue
        for amount in amounts:
            for line in _lines(tableau, place):
                for other in lines[line].get(value + amount, ()):
                    if other in wanted and place < other:
                        changes = {place: amount, other: -amount}
                        kind = "swapped" if value and value + amount else "misplaced"
                        yield Idea(
                            pattern=kind,
                            changes=changes,
                            first=place,
                            effect=tableau.effect(changes),
                            effort=0.25 + 0.01 * min(abs(place - other), 20),
                        )


def _lines(tableau: Tableau, place: int) -> tuple[tuple[str, str | int], ...]:
    """The row and the column of a table in which a cell stands."""
    layout = tableau.case.layout
    assert layout is not None
    field = layout.fields[place]
    return (("row", layout.row_of[place]), ("column", f"{field.table}.{field.name}"))


# -- a row that moved by a column -----------------------------------------------------------------------


def _shifted_rows(tableau: Tableau) -> Iterator[Idea]:
    layout = tableau.case.layout
    assert layout is not None
    wanted = _wanted(tableau)
    rows: dict[int, list[int]] = {}
    for place, number in enumerate(layout.row_of):
        rows.setdefault(number, []).append(place)
    for places in rows.values():
        if len(places) < 4 or sum(place in wanted for place in places) < 3:
            continue
        values = [tableau.values[place] for place in places]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or not any(known):
            continue
        for moved in _unshifted(tableau, places, known):
            changes = {
                place: new - old for place, new, old in zip(places, moved, known, strict=True) if new != old
            }
            if len(changes) > 1 and all(
                _possible(tableau, place, amount) for place, amount in changes.items()
            ):
                effect = tableau.effect(changes)
                if len(effect.mended) > 1:
                    yield Idea(
                        pattern="shifted", changes=changes, first=min(changes), effect=effect, effort=0.5
                    )


def _unshifted(
    tableau: Tableau, places: list[int], values: "list[int | Decimal]"
) -> "Iterator[list[int | Decimal]]":
    """The row moved back by one column, to the left and to the right. The figure that fell off the end is
    told
    from what its column wants; a total that fell off is the sum of the rest."""
    to_the_left = values[1:]
    yield [*to_the_left, sum(to_the_left)]
    total_kept = values[1:-1]
    for last in _fallen(tableau, places[-2], values[-2]):
        yield [*total_kept, last, values[-1]]
    for first in _fallen(tableau, places[0], values[0]):
        yield [first, *values[:-1]]
        yield [first, *values[:-2], values[-1]]


def _fallen(tableau: Tableau, place: int, value: "int | Decimal") -> "Iterator[int | Decimal]":
    row = tableau.case.layout.row_of if tableau.case.layout is not None else ()
    yield value
    for equation in tableau.of.get(place, ()):
        along_the_row = len({row[other] for other in equation.places}) == 1
        if equation.broken() and not along_the_row:
            yield value - equation.gap * equation.places[place]


# -- an amount in the wrong unit --------------------------------------------------------------------------


def _wrong_units(case: Case, findings: Sequence[Finding]) -> Iterator[Suspect]:
    """An amount some ten thousand times last year's, or a ten-thousandth: yuan for 万元, or back."""
    for finding in findings:
        if finding.check != "C5" or not finding.expected or not finding.actual:
            continue
        before, now = Decimal(finding.expected), Decimal(finding.actual)
        for mended in (now / 10_000, now * 10_000):
            if before / 10 <= mended <= before * 10:
                path = finding.paths[-1]
                field = case.field(path)
                yield Suspect(
                    path=path,
                    value=mended,
                    current=case.value(path),
                    checks=(finding.check,),
                    pattern="unit",
                    labels=((field.label("zh"), field.label("en")),),
                )


def _wrong_signs(case: Case, findings: Sequence[Finding]) -> Iterator[Suspect]:
    """A minus before a figure that no sum contains."""
    for finding in findings:
        if finding.check != "C1" or case.layout is None:
            continue
        (path,) = finding.paths
        value, field = case.value(path), case.field(path)
        summed = any(case.layout.index[path] in (*one.left, *one.right) for one in case.layout.sums())
        if value is not None and not summed:
            yield Suspect(
                path=path,
                value=-value,
                current=value,
                checks=(finding.check,),
                pattern="sign",
                complete=True,
                labels=((field.label("zh"), field.label("en")),),
            )


# -- the suspect of an idea ---------------------------------------------------------------------------------


def _mends_what_must_hold(idea: Idea) -> bool:
    return any(equation.weight >= 1 for equation in idea.effect.mended)


def _empties(tableau: Tableau, idea: Idea) -> bool:
    """Whether the one figure of the idea would become 0: no rival to a total that was forgotten beside it."""
    return len(idea.changes) == 1 and (tableau.values[idea.first] or 0) + idea.changes[idea.first] == 0


def _suspect(tableau: Tableau, idea: Idea) -> Suspect:
    layout = tableau.case.layout
    assert layout is not None
    order = [idea.first, *(place for place in idea.changes if place != idea.first)]
    mended = [
        (layout.fields[place].path, (tableau.values[place] or 0) + idea.changes[place]) for place in order
    ]
    (path, value), *also = mended
    return Suspect(
        path=path,
        value=value,
        current=tableau.values[idea.first],
        checks=tuple(dict.fromkeys(equation.check for equation in idea.effect.mended)),
        pattern=idea.pattern,
        also=tuple(also),
        complete=idea.effect.complete,
        labels=tuple((layout.fields[place].label("zh"), layout.fields[place].label("en")) for place in order),
    )
