"""Many documents at once: in order, and what cannot be read costs only itself."""

from pathlib import Path

import pytest

import gov_disclosure
from deadly_source import Deadly
from gov_disclosure import Damaged, NotAReport, Reading, Unreadable

EXAMPLE = Path(__file__).parents[2] / "examples" / "example-district-2020.txt"


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_order_with_failures_as_values(workers: int) -> None:
    """One bad file among fifty thousand must not end a night's run, nor shift the others' results."""
    sources: list[str | Path | bytes] = [
        EXAMPLE,
        "no-such-file.pdf",
        b"\xe5\xa4\xa9\xe6\xb0\x94",
        EXAMPLE.read_bytes(),
    ]
    outcomes = list(gov_disclosure.read_many(sources, workers=workers))
    assert [type(outcome) for outcome in outcomes] == [Reading, Unreadable, NotAReport, Reading]
    assert isinstance(outcomes[0], Reading)
    assert isinstance(outcomes[3], Reading)
    assert outcomes[0].report == outcomes[3].report


def test_a_document_that_ends_its_process_costs_only_itself() -> None:
    """A crash inside a parser written in C would otherwise lose everything still under way."""
    outcomes = list(gov_disclosure.read_many([EXAMPLE, Deadly(), EXAMPLE], workers=2))
    assert [type(outcome) for outcome in outcomes] == [Reading, Damaged, Reading]
