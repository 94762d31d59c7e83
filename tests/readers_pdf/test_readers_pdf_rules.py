"""The steps from pieces of rule to cells, one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.readers.pdf.content import Rule
from gov_disclosure.readers.pdf.grids import find_grids, grid_of
from gov_disclosure.readers.pdf.rules import merged_rules
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.reading import Limits, TooLarge

TOLERANCES = Tolerances()


def across(y: float, x0: float, x1: float) -> Rule:
    """A horizontal rule."""
    return Rule(False, y, x0, x1)


def upright(x: float, y0: float, y1: float) -> Rule:
    """A vertical rule."""
    return Rule(True, x, y0, y1)


@pytest.mark.parametrize("name", ["same_line", "rule_gap", "margin"])
@pytest.mark.parametrize("value", [0, -1.0, True, float("nan")])
def test_tolerances_are_checked_when_they_are_made(name: str, value: float) -> None:
    """Without it, a mistyped tolerance would show as missing cells far away from the mistake."""
    with pytest.raises(ValueError, match=name):
        Tolerances(**{name: value})


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([across(10, 0, 50), across(10, 50, 100)], [across(10, 0, 100)]),
        ([across(10, 0, 100), across(10, 0, 100)], [across(10, 0, 100)]),
        ([across(10, 0, 100), across(11.8, 0, 100)], [across(10.9, 0, 100)]),
        ([across(10, 0, 50), across(10, 60, 100)], [across(10, 0, 50), across(10, 60, 100)]),
        ([across(10, start, start + 2) for start in range(0, 100, 5)], [across(10, 0, 97)]),
        ([across(10, 0, 3), upright(10, 0, 4)], []),
        ([across(10, 0, 100), across(30, 0, 100)], [across(10, 0, 100), across(30, 0, 100)]),
    ],
)
def test_pieces_of_a_rule_become_one(pieces: list[Rule], expected: list[Rule]) -> None:
    """Without it, double and dashed rules would make cells of their own, or none."""
    merged = merged_rules(pieces, TOLERANCES)
    assert [rule.vertical for rule in merged] == [rule.vertical for rule in expected]
    for found, wanted in zip(merged, expected, strict=True):
        assert tuple(found)[1:] == pytest.approx(tuple(wanted)[1:], abs=0.01)


@given(
    st.lists(
        st.builds(Rule, st.booleans(), st.floats(0, 600), st.floats(0, 300), st.floats(300, 600)), max_size=40
    )
)
def test_merging_twice_changes_nothing(rules: list[Rule]) -> None:
    """Without it, what is one rule would depend on how often a producer painted it."""
    once = merged_rules(rules, TOLERANCES)
    assert len(merged_rules([*rules, *rules], TOLERANCES)) == len(once)


SPANS = [
    # ┌──┬─────┐   the rows of the left cell, the columns of the upper one
    # │  ├──┬──┤
    # │  │  │  │
    # └──┴──┴──┘
    across(0, 0, 90),
    across(20, 30, 90),
    across(40, 0, 90),
    upright(0, 0, 40),
    upright(30, 0, 40),
    upright(60, 20, 40),
    upright(90, 0, 40),
]


def shapes(rules: list[Rule]) -> list[tuple[int, int, int, int]]:
    """Row, column and spans of the cells that some rules draw."""
    grid = grid_of(merged_rules(rules, TOLERANCES), TOLERANCES, Limits())
    assert grid is not None
    assert not any(cell.ragged for cell in grid.cells)
    return [cell[:4] for cell in grid.cells]


@given(st.floats(-1, 1), st.floats(-1, 1), st.permutations(SPANS))
def test_spans_are_what_rules_do_not_separate(shift: float, short: float, rules: list[Rule]) -> None:
    """Without it, merged cells would be lost wherever rules miss their corner by a point."""
    crooked = [
        Rule(rule.vertical, rule.at + shift * (index % 2), rule.start + short, rule.end - short)
        for index, rule in enumerate(rules)
    ]
    assert shapes(crooked) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


@pytest.mark.parametrize("side", range(4))
def test_a_table_without_one_of_its_sides_is_closed_where_its_rules_end(side: int) -> None:
    """Without it, a table cut by a page break would lose its last row, and one without side rules its columns."""
    border = [SPANS[0], SPANS[2], SPANS[3], SPANS[6]]
    rules = [rule for rule in SPANS if rule is not border[side]]
    assert len(shapes(rules)) == 4


def test_a_rule_that_stops_half_way_leaves_its_cells_in_doubt() -> None:
    """Without it, a guess about which cell a figure stands in would pass for certain."""
    rules = [
        *(across(y, 0, 90) for y in (0, 40, 80)),
        *(upright(x, 0, 80) for x in (0, 90)),
        across(20, 0, 30),
        upright(30, 0, 40),
        upright(60, 40, 80),
        upright(45, 0, 20),
    ]
    grid = grid_of(rules, TOLERANCES, Limits())
    assert grid is not None
    assert any(cell.ragged for cell in grid.cells)


def test_tables_apart_and_a_table_in_a_cell_are_tables_of_their_own() -> None:
    """Without it, two tables on a page would become one."""
    inner = [
        *(across(y, 10, 20) for y in (5, 10, 15)),
        *(upright(x, 5, 15) for x in (10, 15, 20)),
    ]
    below = [
        Rule(
            rule.vertical,
            rule.at + (0 if rule.vertical else 60),
            *((rule.start + 60, rule.end + 60) if rule.vertical else (rule.start, rule.end)),
        )
        for rule in SPANS
    ]
    grids, loose = find_grids(
        [*SPANS, *inner, *below, across(200, 0, 90)], Tolerances(same_grid_line=2.0), Limits()
    )
    assert [len(grid.cells) for grid in grids] == [4, 4, 4]
    assert loose == [across(200, 0, 90)]


def test_too_many_cells_are_refused() -> None:
    """Without it, a page ruled like graph paper would take all memory."""
    rules = [across(5.0 * y, 0, 600) for y in range(120)] + [upright(5.0 * x, 0, 600) for x in range(120)]
    with pytest.raises(TooLarge):
        grid_of(rules, TOLERANCES, Limits(max_cells=10_000))
