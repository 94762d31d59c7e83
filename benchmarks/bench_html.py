"""Web pages: reading with evidence and checks against ``pandas.read_html`` and a mapping script, taking turns.

    python benchmarks/bench_html.py [PAGE.html…] [--rounds 40]

Without a page, those in the folder that GOV_DISCLOSURE_REAL_REPORTS names are read, and one that is made: a report as
pasted from Word, every figure in its own spans. The made page is also read with other figures each time, so that no
figure has been met before. The goal is 0.40 of what the script takes, the reach 0.30. Needs pandas, which the package
itself uses only for data frames.
"""

import argparse
import importlib.util
import io
import os
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

from harness import race

import gov_disclosure
from gov_disclosure.interpret import interpret
from gov_disclosure.model import AnnualReport
from gov_disclosure.model.forms import editions
from gov_disclosure.model.layout import layout
from gov_disclosure.readers.html import HtmlReader
from gov_disclosure.readers.protocol import Options

EXAMPLE = Path(__file__).parents[1] / "examples" / "example-district-2020.txt"
FACE = "font-family: 宋体; font-size: 14px; line-height: 2"


def soup(text: str) -> str:
    """A text as Word pastes it, in two pieces."""
    half = (len(text) + 1) // 2
    pieces = [piece for piece in (text[:half], text[half:]) if piece]
    spans = "".join(
        f'<span style="{FACE}"><font face="方正仿宋_GBK">{piece}</font></span>' for piece in pieces
    )
    blank = "" if text else "&nbsp;"
    return f'<p style="text-align: center; {FACE}" align="center">{spans}<span><o:p>{blank}</o:p></span></p>'


def multiplied(report: AnnualReport, factor: int) -> AnnualReport:
    """A report with all figures so many times as large: other figures, and every sum still right."""
    return report.replace({path: value * factor for path, value in report.cells() if value})


def made_page(report: AnnualReport) -> bytes:
    """A page with the tables of a report."""
    parts = [
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{report.title}</title></head><body>"
        f"<h1>{report.title}</h1>"
    ]
    for table in layout(report):
        parts.append(f"<h2>{table.heading}</h2>{soup('本年度，示例机关持续完善信息发布机制。') * 8}<table>")
        for row in table.by_row():
            parts.append("\n  <tr>")
            for cell in row:
                spans = f'rowspan="{cell.rowspan}" colspan="{cell.colspan}"'
                parts.append(f'\n    <td width="83" {spans} style="border: 1px solid">{soup(cell.text)}</td>')
            parts.append("\n  </tr>")
        parts.append("</table>")
    return "".join(parts).encode()


ROWS = {row.label: row.path for form in editions() for row in form.rows}
WIDTHS = {row.label: len(row.fields) for form in editions() for row in form.rows}


def mapping_script(content: bytes) -> dict[str, Any]:
    """What people write today: tables of pandas, a row told by its label, the figures behind it."""
    import pandas

    found: dict[str, Any] = {}
    for frame in pandas.read_html(io.BytesIO(content)):
        for row in frame.astype(object).where(frame.notna(), None).values.tolist():
            for place, text in enumerate(row):
                label = str(text).replace(" ", "")
                if label in ROWS:
                    for value in row[place + 1 : place + 1 + WIDTHS[label]]:
                        found[f"{ROWS[label]}.{len(found)}"] = value
                    break
    return found


def main() -> None:
    """Print the minima and their ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=40)
    chosen = parser.parse_args()
    if importlib.util.find_spec("pandas") is None:
        sys.exit("pandas is needed to compare with: pip install pandas lxml")
    folder = os.environ.get("GOV_DISCLOSURE_REAL_REPORTS")
    for path in chosen.files or (sorted(Path(folder).glob("*.html")) if folder else ()):
        page = path.read_bytes()
        if b"<table" in page:
            times(path.name, [page], chosen.rounds)
    if not chosen.files:
        report = gov_disclosure.read(EXAMPLE).report
        pages = [made_page(multiplied(report, factor)) for factor in range(1, chosen.rounds + 20)]
        times("made page", pages[:1], chosen.rounds)
        times("made page, other figures each time", pages, chosen.rounds)


def times(name: str, pages: list[bytes], rounds: int) -> None:
    """Compare on one page, or on pages of one kind."""
    print(f"{name}: {len(pages[0])} bytes")
    reader, options = HtmlReader(), Options()
    waiting, for_script = cycle(pages), cycle(pages)
    documents = cycle([reader.read(page, options) for page in pages])
    readings = cycle([gov_disclosure.read(page) for page in pages])
    programs: dict[str, Callable[[], Any]] = {
        "read and check": lambda: gov_disclosure.check(gov_disclosure.read(next(waiting))),
        "read": lambda: gov_disclosure.read(next(waiting)),
        "the document alone": lambda: reader.read(next(waiting), options),
        "its interpretation": lambda: interpret(next(documents)),
        "the checks": lambda: gov_disclosure.check(next(readings)),
    }
    for part, program in programs.items():
        both = race(program, lambda: mapping_script(next(for_script)), rounds=rounds)
        print(
            f"  {part:20} {both.first * 1000:6.2f} ms   {both.ratio:.2f} of pandas ({both.second * 1000:.2f} ms)"
        )


if __name__ == "__main__":
    main()
