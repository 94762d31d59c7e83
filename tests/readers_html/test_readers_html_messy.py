"""Any report, written as a web page with the habits of real ones shuffled, reads back exactly or says what is lost."""

import random
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Reading
from messy_html import HABITS, some_habits, write_page
from text_dumps import random_report


def made(seed: int) -> tuple[AnnualReport, bytes]:
    """A report and a page of it."""
    rng = random.Random(seed)
    report = random_report(rng)
    return report, write_page(rng, report, some_habits(rng))


def judged(report: AnnualReport, reading: Reading) -> Counter[str]:
    """How many cells came back right, wrong, lost, and doubted."""
    assert report.form is not None
    assert reading.report.form == report.form
    told = {path for notice in reading.notices for path in notice.paths}
    count: Counter[str] = Counter()
    for path, value in report.cells():
        found = reading.report[path]
        evidence = reading.evidence[path]
        if found == value:
            count["right, doubted" if evidence.doubt else "right"] += 1
        elif evidence.doubt:
            count["doubted"] += 1
        elif found is None and (evidence.kind in ("absent", "unread") or path in told):
            count["lost"] += 1
        else:
            count["wrong"] += 1
    return count


@given(st.integers(0, 10**9))
@example(5)
@example(121)
def test_a_messy_page_reads_back(seed: int) -> None:
    """A wrong figure that nobody was told about is the one failure this library must not have."""
    report, page = made(seed)
    reading = gov_disclosure.read(page)
    assert judged(report, reading)["wrong"] == 0
    assert (reading.report.year, reading.report.title) == (report.year, report.title)


def test_right_cells_are_rarely_doubted() -> None:
    """Doubting everything would be no cure: at most one right cell in a hundred."""
    total: Counter[str] = Counter()
    for seed in range(60):
        report, page = made(seed)
        total += judged(report, gov_disclosure.read(page))
    assert total["wrong"] == 0
    assert total["right"] > 10_000
    assert total["right, doubted"] * 100 <= total["right"]
    assert (total["lost"] + total["doubted"]) * 100 <= total["right"]


def test_every_habit_alone_reads_back_in_full() -> None:
    """One bad habit is what most pages have."""
    for number, habit in enumerate(HABITS):
        report = random_report(random.Random(number))
        reading = gov_disclosure.read(write_page(random.Random(number), report, frozenset({habit})))
        assert judged(report, reading)["wrong"] == 0, habit


@pytest.mark.parametrize(
    "together",
    [
        frozenset({"groups left out", "trailing cells"}),
        frozenset({"cut in two", "trailing cells"}),
        frozenset({"cut with heads", "groups left out", "trailing cells"}),
        frozenset({"wrong spans"}),
        frozenset({"cut in two", "groups left out", "trailing cells", "wrong spans"}),
    ],
    ids=lambda together: " and ".join(sorted(together)),
)
def test_rows_that_do_not_fit_the_grid_keep_their_figures(together: frozenset[str]) -> None:
    """Rows that begin in different columns with an empty cell at their end, and figures drawn over two columns: read
    by order where the grid calls for it, or by the grid alone, a figure would move to its neighbour's cell."""
    total: Counter[str] = Counter()
    for seed in range(12):
        rng = random.Random(seed)
        report = random_report(rng)
        habits = together | (some_habits(rng) if seed % 2 else frozenset())
        total += judged(report, gov_disclosure.read(write_page(rng, report, habits)))
    assert total["wrong"] == 0
    assert total["right"] > 2_000
    assert (total["right, doubted"] + total["lost"] + total["doubted"]) * 100 <= total["right"]


@given(st.integers(0, 10**9), st.integers(20, 99))
def test_a_page_that_was_cut_off_reads_as_far_as_it_goes(seed: int, share: int) -> None:
    """A figure cut in two is another figure; what is gone is not blank."""
    rng = random.Random(seed)
    report = random_report(rng)
    page = write_page(rng, report, frozenset({"paragraphs", "metadata table", "attributes"}))
    try:
        reading = gov_disclosure.read(page[: len(page) * share // 100])
    except gov_disclosure.ReadError:
        return
    for path, value in report.cells():
        evidence = reading.evidence.get(path)
        found = reading.report[path] if evidence is not None else None
        assert found in (None, value) or (evidence is not None and evidence.doubt), path
