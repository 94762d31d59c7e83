"""What becomes of the figures of messy web pages: as pages, and as the text that extractors make of them.

Run it with ``python benchmarks/measure_messy_pages.py [pages]``. Pages are those of ``tests/messy_html.py``, with up
to half of the habits of page makers at once. For the extractors, habits are left out that make them print what is not
there to be seen, or nothing. Extractors that are not installed are left out as well. Goal: nothing is wrong without
being in doubt, and nothing lost without a word.
"""

import importlib
import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from messy_html import HABITS, some_habits, write_page
from text_dumps import random_report
from verdicts import Tally

# What these do to a page is not in the text that is left of it.
MISLEADING = frozenset(
    {
        "hidden parts",
        "noise in cells",
        "article in a script",
        "scripts",
        "wrong charset",
        "no charset",
        "another encoding",
        "archive",
        "second head",
    }
)


def by_html2text(page: str) -> str:
    """Markdown, as html2text writes it."""
    converter = importlib.import_module("html2text").HTML2Text()
    converter.body_width = 0
    return str(converter.handle(page))


def by_markdownify(page: str) -> str:
    """Markdown, as markdownify writes it."""
    return str(importlib.import_module("markdownify").markdownify(page))


def by_trafilatura(page: str) -> str:
    """Text with rows between pipes."""
    extract = importlib.import_module("trafilatura").extract
    return extract(page, include_tables=True, favor_recall=True) or ""


def by_inscriptis(page: str) -> str:
    """Text laid out in columns."""
    return str(importlib.import_module("inscriptis").get_text(page))


def by_beautifulsoup(page: str) -> str:
    """Every piece of text on a line of its own."""
    soup = importlib.import_module("bs4").BeautifulSoup(page, "html.parser")
    return str(soup.get_text("\n", strip=True))


EXTRACTORS: tuple[Callable[[str], str], ...] = (
    by_html2text,
    by_markdownify,
    by_trafilatura,
    by_inscriptis,
    by_beautifulsoup,
)


def line(tally: Tally) -> str:
    """A row of the table."""
    found = tally.verdict
    rest = f"{len(found.silent)} | {len(found.wrong)} of {tally.cells}"
    return f"| {tally.name} | {tally.documents} | {tally.refused} | {' | '.join(tally.shares())} | {rest} |"


def main(pages: int) -> None:
    """Print the table."""
    print(
        "| form | documents | refused | right | right, in doubt | None | wrong, in doubt | lost in silence | wrong |"
    )
    print("|" + " --- |" * 9)
    whole = Tally("page")
    texts: dict[Callable[[str], str], Tally] = {}
    for extractor in EXTRACTORS:
        try:
            extractor("<p>1</p>")
        except ImportError:
            continue
        texts[extractor] = Tally(extractor.__name__.removeprefix("by_"))
    for number in range(pages):
        rng = random.Random(f"page {number}")
        report = random_report(rng)
        whole.read(report, write_page(rng, report, some_habits(rng)))
        share = rng.choice([0.0, 0.05, 0.1, 0.2])
        habits = frozenset(habit for habit in HABITS if rng.random() < share) - MISLEADING
        page = write_page(rng, report, habits).decode()
        for extractor, row in texts.items():
            row.read(report, extractor(page).encode())
    for row in (whole, *texts.values()):
        print(line(row))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
