"""Where something stands: places told only when they are asked for are as good as those told at once."""

import copy
import operator
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.readers import Options
from gov_disclosure.readers.html import HtmlReader
from gov_disclosure.reading.place import Place, RowOfCells

ROW = RowOfCells(
    table=2, row=5, stem="/html[1]/body[1]/table[2]/tbody[1]/tr[5]/", tag="td", member="page.htm"
)
TOLD = Place(
    table=2, row=5, column=7, xpath="/html[1]/body[1]/table[2]/tbody[1]/tr[5]/td[4]", member="page.htm"
)


def unasked() -> Place:
    """The fourth cell of the row, of which nothing was asked so far."""
    return Place.in_row(ROW, [(4, 7)])[0]


@pytest.mark.parametrize(
    "asked",
    [
        lambda place: place.xpath == TOLD.xpath,
        lambda place: place.page is None,
        lambda place: place == TOLD,
        lambda place: operator.eq(TOLD, place),
        lambda place: place == unasked(),
        lambda place: not place != unasked(),  # noqa: SIM202 - the other operator is what is asked
        lambda place: place != Place(table=2, row=5, column=8),
        lambda place: hash(place) == hash(TOLD),
        lambda place: len({place, TOLD, unasked()}) == 1,
        lambda place: repr(place) == repr(TOLD),
        lambda place: place.parts() == TOLD.parts(),
        lambda place: place.describe("zh") == TOLD.describe("zh"),
        lambda place: pickle.loads(pickle.dumps(place)) == TOLD,
        lambda place: copy.deepcopy(place) == copy.copy(place) == TOLD,
        lambda place: attrs.asdict(place) == attrs.asdict(TOLD),
        lambda place: attrs.evolve(place, column=1) == attrs.evolve(TOLD, column=1),
        lambda place: isinstance(place, Place) and not hasattr(place, "left"),
    ],
)
def test_whatever_is_asked_first_is_answered_as_by_any_place(asked: Callable[[Place], bool]) -> None:
    """A person who goes from a doubtful figure to the page must get to its cell, by whichever way they ask."""
    assert asked(unasked())


def test_no_part_can_be_changed_before_or_after_it_was_told() -> None:
    place: Any = unasked()
    for _ in range(2):
        for name in ("xpath", "column", "page"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(place, name, 1)
        assert place == TOLD


def test_two_who_ask_at_once_are_both_answered() -> None:
    """A site reads pages in threads; a place told halfway would lack its address in one of them."""
    places = [unasked() for _ in range(2_000)]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda place: (place.member, place.xpath, place.row), places * 4))
    assert set(answers) == {("page.htm", TOLD.xpath, 5)}


@given(st.lists(st.integers(1, 3), min_size=2, max_size=6))
def test_cells_of_a_page_are_found_where_their_places_say(widths: list[int]) -> None:
    """A row with wide cells: the address counts cells, the column counts columns."""
    cells = "".join(f'<td colspan="{width}">{number}</td>' for number, width in enumerate(widths))
    page = f"<html><body><table><tr>{cells}</tr></table></body></html>".encode()
    document = HtmlReader().read(page, Options())
    column = 1
    for number, (cell, width) in enumerate(zip(document.tables[0].cells, widths, strict=True), 1):
        assert cell.place == Place(
            table=1, row=1, column=column, xpath=f"/html[1]/body[1]/table[1]/tbody[1]/tr[1]/td[{number}]"
        )
        column += width
