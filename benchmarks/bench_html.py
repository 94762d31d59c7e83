"""Web pages: reading with evidence and checks against ``pandas.read_html`` and a mapping script, taking turns.

    python benchmarks/bench_html.py [PAGE.html…] [--rounds 40]

Without a page, one is made: a report as pasted from Word, every figure in its own spans. The goal is 0.40 of what the
script takes, the reach 0.30. Needs pandas, which the package itself uses only for data frames.
"""

import argparse
import importlib.util
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from harness import race

import gov_disclosure
from gov_disclosure.model.forms import Form
from gov_disclosure.model.layout import layout
from gov_disclosure.readers.html import HtmlReader
from gov_disclosure.readers.protocol import Options

FORM = Form("2021")
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


def made_page() -> bytes:
    """A page with the three tables of a form, two thirds of their cells blank."""
    parts = [
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>示例区2023年年度报告</title></head><body>"
    ]
    parts.append("<h1>示例区人民政府2023年政府信息公开工作年度报告</h1>")
    for table in layout(FORM):
        parts.append(f"<h2>{table.heading}</h2>{soup('本年度，示例机关持续完善信息发布机制。') * 8}<table>")
        for number, row in enumerate(table.by_row()):
            parts.append("\n  <tr>")
            for cell in row:
                text = cell.text if cell.path is None else "0" if (number + cell.column) % 3 == 0 else ""
                spans = f'rowspan="{cell.rowspan}" colspan="{cell.colspan}"'
                parts.append(f'\n    <td width="83" {spans} style="border: 1px solid">{soup(text)}</td>')
            parts.append("\n  </tr>")
        parts.append("</table>")
    return "".join(parts).encode()


ROWS = {row.label: row.path for row in FORM.rows}
WIDTHS = {row.label: len(row.fields) for row in FORM.rows}


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
    pages = {path.name: path.read_bytes() for path in chosen.files} or {"made page": made_page()}
    for name, content in pages.items():
        print(f"{name}: {len(content)} bytes")
        times(content, chosen.rounds)


def times(content: bytes, rounds: int) -> None:
    """Compare on one page."""
    reader = HtmlReader()
    programs: dict[str, Callable[[], Any]] = {
        "read and check": lambda: gov_disclosure.check(gov_disclosure.read(content)),
        "read": lambda: gov_disclosure.read(content),
        "the document alone": lambda: reader.read(content, Options()),
    }
    for name, program in programs.items():
        both = race(program, lambda: mapping_script(content), rounds=rounds)
        print(
            f"  {name:20} {both.first * 1000:6.2f} ms   {both.ratio:.2f} of pandas ({both.second * 1000:.2f} ms)"
        )


if __name__ == "__main__":
    main()
