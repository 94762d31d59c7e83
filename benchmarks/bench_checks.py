"""How long checking takes: every check of one report, of a broken one with its suspects, and a series.

Run it with ``python benchmarks/bench_checks.py [series]``; the goals are 1 ms for the checks of one report, 2 ms
with the whole catalogue, text and last year's report, and 30 s for a series of 10,000.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
from harness import seconds

from gov_disclosure.checks import check
from gov_disclosure.model import AnnualReport, Form

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from handwritten_reports import HANDWRITTEN

PARTS = ("natural_person", "business", "research")


def example(form: str, year: int) -> AnnualReport:
    """A sound report with figures of a district's size."""
    edition = Form(form)
    official = [row.variant for row in edition.rows if row.variant][-1:]
    cells: dict[str, int | None] = {
        field.path: 0 for field in edition.fields if not field.variant or field.variant in official
    }
    for row, counts in {
        "received": (820, 39, 0),
        "carried_over": (18, 0, 0),
        "results.granted": (258, 17, 0),
        "results.unavailable.not_held": (512, 18, 0),
        "results.total": (770, 35, 0),
        "carried_forward": (68, 4, 0),
    }.items():
        for name, count in zip(PARTS, counts, strict=True):
            cells[f"applications.{row}.{name}"] = count
        cells[f"applications.{row}.total"] = sum(counts)
    return edition.report_class(year=year, issuer="示例区人民政府").replace(cells)


def best(run: Callable[[], object], repeats: int = 300) -> float:
    """The shortest of many runs, in milliseconds."""
    run()
    return min(seconds(run) for _ in range(repeats)) * 1000


def runs(form: str, year: int) -> dict[str, Callable[[], object]]:
    """What is timed on one edition of the form."""
    report, before = example(form, year), example(form, year - 1)
    broken = report.replace({"applications.results.granted.business": 71})
    blank = AnnualReport.blank(form, year=year)
    return {
        "a sound report": lambda: check(report),
        "with last year's": lambda: check(report, previous=before),
        "a blank report": lambda: check(blank),
        "blanks counted as zero": lambda: check(blank, blank_as_zero=True),
        "a broken report": lambda: check(broken),
        "a broken one, suspects": lambda: check(broken).suspects,
    }


def with_text() -> None:
    """Reports with text, each against itself as last year's, so that the text is compared as well."""
    reports = [written.report() for written in HANDWRITTEN]
    times = [best(lambda one=report: check(one, previous=before(one)), 40) for report in reports]  # type: ignore[misc]
    print("reports with text and last year's")
    print(f"  on the average             {sum(times) / len(times):7.3f} ms")
    print(f"  the slowest of {len(times)}          {max(times):7.3f} ms")


def before(report: AnnualReport) -> AnnualReport:
    """The same report a year earlier."""
    return attrs.evolve(report, year=(report.year or 1) - 1)


def spent_on(reports: Sequence[AnnualReport], series: int) -> float:
    """Seconds for so many reports, each against the one before it in time."""
    earlier = [before(report) for report in reports]
    started = time.perf_counter()
    for number in range(series):
        place = number % len(reports)
        check(reports[place], previous=earlier[place])
    return time.perf_counter() - started


def main(series: int) -> None:
    """Print the table."""
    for form, year in (("2019", 2020), ("2021", 2022)):
        print(f"form {form}")
        for name, run in runs(form, year).items():
            print(f"  {name:26} {best(run):7.3f} ms")
    with_text()
    spent = spent_on([written.report() for written in HANDWRITTEN], series)
    print(f"a series of {series} reports, one core: {spent:.1f} s ({spent / series * 1000:.3f} ms each)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
