"""From pieces of rule to whole rules: duplicates, double rules and dashes become one, dots vanish."""

from collections.abc import Iterable

from gov_disclosure.readers.pdf.content import Rule
from gov_disclosure.readers.pdf.settings import Tolerances

__all__ = ["merged_rules"]


def merged_rules(rules: Iterable[Rule], tolerances: Tolerances) -> list[Rule]:
    """Whole rules, horizontal ones first, each kind from the top or left."""
    pieces = sorted(rules)
    merged: list[Rule] = []
    beside: list[Rule] = []
    for piece in pieces:
        first = beside[0] if beside else None
        if first and (piece.vertical != first.vertical or piece.at - first.at > tolerances.same_rule):
            merged += _joined(beside, tolerances)
            beside = []
        beside.append(piece)
    merged += _joined(beside, tolerances)
    return [rule for rule in merged if rule.end - rule.start >= tolerances.shortest_rule]


def _joined(beside: list[Rule], tolerances: Tolerances) -> list[Rule]:
    """Pieces that lie on one line, joined where they touch or nearly do."""
    if len(beside) < 2:
        return beside
    joined: list[Rule] = []
    run: list[Rule] = []
    end = last_length = 0.0
    for piece in sorted(beside, key=lambda rule: rule.start):
        length = piece.end - piece.start
        if run:
            reach = tolerances.rule_gap
            if max(length, last_length) <= tolerances.dash_length:
                reach = max(reach, tolerances.dash_gap * max(length, last_length))
            if piece.start - end > reach:
                joined.append(_one(run, end))
                run = []
        run.append(piece)
        end = max(end, piece.end) if len(run) > 1 else piece.end
        last_length = length
    joined.append(_one(run, end))
    return joined


def _one(run: list[Rule], end: float) -> Rule:
    if len(run) == 1:
        return run[0]
    weights = [piece.end - piece.start + 0.01 for piece in run]
    at = sum(piece.at * weight for piece, weight in zip(run, weights, strict=True)) / sum(weights)
    return Rule(run[0].vertical, at, run[0].start, end)
