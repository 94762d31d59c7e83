"""Places that are told only when they are asked for are as good as those told at once."""

import copy
import gc
import operator
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.documents import Cell
from gov_disclosure.interpret.printed import PrintedCell
from gov_disclosure.readers import Options
from gov_disclosure.readers.html import HtmlReader
from gov_disclosure.readers.html.raw import RawCell, finished
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.placed import RowOfCells

ROW = RowOfCells(
    table=2, row=5, xpath="/html[1]/body[1]/table[2]", steps="tbody[1]/tr[5]", tag="td", member="page.htm"
)
PLACE = Place(
    table=2, row=5, column=7, xpath="/html[1]/body[1]/table[2]/tbody[1]/tr[5]/td[4]", member="page.htm"
)
Placed: TypeAlias = Cell | Evidence | PrintedCell


def cell_of_a_row() -> Cell:
    """The fourth cell of the row, of which nothing was asked so far."""
    nowhere: Any = None
    laid = [RawCell(nowhere, "3") for _ in range(4)]
    laid[3].row, laid[3].column = 4, 6
    return finished(laid, ROW)[3]


def evidence_of_a_cell() -> Evidence:
    """What is printed in the cell, likewise."""
    return Evidence.of_cell("3", "number", cell_of_a_row(), (), False)


def printed_cell() -> PrintedCell:
    """The cell on its way there."""
    return PrintedCell.of(cell_of_a_row())


TOLD: dict[Callable[[], Placed], Placed] = {
    cell_of_a_row: Cell(text="3", row=4, column=6, place=PLACE),
    evidence_of_a_cell: Evidence(raw="3", place=PLACE),
    printed_cell: PrintedCell(text="3", place=PLACE),
}


@pytest.mark.parametrize("made", TOLD)
@pytest.mark.parametrize(
    "asked",
    [
        lambda placed, told: placed.place == PLACE == told.place,
        lambda placed, told: placed.place is placed.place,
        lambda placed, told: placed == told,
        lambda placed, told: operator.eq(told, placed),
        lambda placed, told: repr(placed) == repr(told),
        lambda placed, told: pickle.loads(pickle.dumps(placed)) == told,
        lambda placed, told: copy.deepcopy(placed) == copy.copy(placed) == told,
        lambda placed, told: attrs.asdict(placed) == attrs.asdict(told),
        lambda placed, told: attrs.evolve(placed, doubt=True) == attrs.evolve(told, doubt=True),
        lambda placed, told: attrs.evolve(placed, place=None) == attrs.evolve(told, place=None),
    ],
)
def test_whatever_is_asked_first_is_answered_as_by_any_other(
    made: Callable[[], Placed], asked: Callable[[Placed, Placed], bool]
) -> None:
    """A person who goes from a doubtful figure to the page must get to its cell, by whichever way they ask."""
    assert asked(made(), TOLD[made])


@pytest.mark.parametrize("made", [cell_of_a_row, evidence_of_a_cell])
def test_a_place_cannot_be_changed_before_or_after_it_was_told(made: Callable[[], Placed]) -> None:
    """Evidence that can be pointed elsewhere is none."""
    placed: Any = made()
    for _ in range(2):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            placed.place = None
        assert hash(placed) == hash(TOLD[made])


def test_two_who_ask_at_once_are_both_answered() -> None:
    """A site reads pages in threads."""
    several = [evidence_of_a_cell() for _ in range(2_000)]
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(lambda evidence: evidence.place, several * 4)) == {PLACE}


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


def test_words_of_a_page_have_their_places_when_the_page_is_gone() -> None:
    """What is said of the body or of the day of publication is looked up long after the page was read."""
    page = (
        "<html><head><title>t</title><meta name=pubdate content=2024-01-17></head>"
        "<body><div><p>一</p><div><p>二<p>三</div></div></body></html>"
    )
    document = HtmlReader().read(page.encode(), Options())
    again = HtmlReader().read(page.encode(), Options())
    gc.collect()
    assert [paragraph.place and paragraph.place.xpath for paragraph in document.paragraphs] == [
        "/html[1]/body[1]/div[1]/p[1]",
        "/html[1]/body[1]/div[1]/div[1]/p[1]",
        "/html[1]/body[1]/div[1]/div[1]/p[2]",
    ]
    assert [known.place and known.place.xpath for known in document.metadata] == [
        "/html[1]/head[1]/title[1]",
        "/html[1]/head[1]/meta[1]",
    ]
    assert document == again == pickle.loads(pickle.dumps(again))
    frozen: Any = document.paragraphs[0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        frozen.place = None
