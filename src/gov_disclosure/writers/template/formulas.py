"""Identities as formulas of a spreadsheet, each with the result it has when the file is made.

Only functions that every spreadsheet has had for decades are used: IF, OR, SUM, COUNT, ABS, COUNTIF.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

import attrs

from gov_disclosure.checks.formula import Term
from gov_disclosure.model.fields import Value

__all__ = ["BROKEN", "HOLDS", "OPEN", "UNSURE", "Formula", "side_formula", "verdict_formula"]

#: What a formula says: it holds, it does not, it does not but need not, a cell is still empty.
HOLDS, BROKEN, UNSURE, OPEN = "相符", "不符", "请核实", "待填"

_TOLERANCE = Decimal("0.005")

#: The address of a formula's cell, as another sheet names it.
Address: TypeAlias = Callable[[Term], str]
#: The value of a formula's cell when the file is made.
Known: TypeAlias = Callable[[Term], Value]


@attrs.frozen
class Formula:
    """A formula and its result when the file is made; without text it is that number and nothing else."""

    text: str
    result: float | int | str


def side_formula(terms: Sequence[Term], address: Address, known: Known) -> Formula:
    """One side of an identity: the sum of its cells, or that a cell is still empty."""
    if not terms:
        return Formula("", 0)
    cells = ",".join(address(term) for term in terms)
    by_factor: dict[int, list[str]] = {}
    for term in terms:
        by_factor.setdefault(term.factor, []).append(address(term))
    # SUM passes over words where a plus would give an error.
    added = "".join(f"{_times(factor)}SUM({','.join(cells)})" for factor, cells in by_factor.items())
    text = f'=IF(COUNT({cells})<{len(terms)},"{OPEN}",{added.removeprefix("+")})'
    values = [known(term) for term in terms]
    if any(value is None for value in values):
        return Formula(text, OPEN)
    total: int | Decimal = 0
    for term, value in zip(terms, values, strict=True):
        assert value is not None
        total = total + term.factor * value
    return Formula(text, total if isinstance(total, int) else float(total))


def _times(factor: int) -> str:
    return "+" if factor == 1 else "-" if factor == -1 else f"{factor:+d}*"


def verdict_formula(
    left: str, right: str, relation: str, results: tuple[Formula, Formula], no: str
) -> Formula:
    """Whether two sides, in cells named ``left`` and ``right``, stand in their relation; ``no`` where not."""
    gap = f"{left}-{right}"
    holds = {"=": f"ABS({gap})<={_TOLERANCE}", "<=": f"{gap}<={_TOLERANCE}", ">=": f"{gap}>=-{_TOLERANCE}"}
    text = f'=IF(COUNT({left},{right})<2,"{OPEN}",IF({holds[relation]},"{HOLDS}","{no}"))'
    first, second = (formula.result for formula in results)
    if isinstance(first, str) or isinstance(second, str):
        return Formula(text, OPEN)
    off = first - second
    bound = float(_TOLERANCE)
    met = {"=": abs(off) <= bound, "<=": off <= bound, ">=": off >= -bound}[relation]
    return Formula(text, HOLDS if met else no)
