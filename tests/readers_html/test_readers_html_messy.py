"""Any report, written as a web page with the habits of real ones shuffled, reads back exactly or says what is lost."""

import random
from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Reading
from messy_html import HABITS, some_habits, write_page
from text_dumps import random_report

# An empty cell at the end of every row, in a table whose rows begin in different columns; a figure that spans
# columns of others. Reading by order and reading by grid differ here, and blanks leave open which is meant.
RAGGED = frozenset({"groups left out", "cut in two", "cut with heads"})


def made(seed: int) -> tuple[AnnualReport, bytes]:
    """A report and a page of it."""
    rng = random.Random(seed)
    report = random_report(rng)
    habits = some_habits(rng) - {"wrong spans"}
    if habits & RAGGED:
        habits -= {"trailing cells"}
    return report, write_page(rng, report, habits)


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
