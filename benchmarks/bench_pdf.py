"""PDF: reading with evidence and checks against what users run today, taking turns in one process.

    python benchmarks/bench_pdf.py REPORT.pdf… [--rounds 15]

Prints, for each file, the minima of both programs and their ratio. Each turn gets a fresh copy of the file, so that
nothing can be remembered from one turn to the next. Needs pdfplumber, which the package itself never uses.
"""

import argparse
import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def tables_of_pdfplumber(content: bytes) -> int:
    """The tables alone, as scripts get them today."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as file:
        return sum(len(page.extract_tables()) for page in file.pages)


def facts(engine: str) -> Callable[[bytes], int]:
    """The report, the evidence for every cell, and the findings."""
    from gov_disclosure import check, read

    def run(content: bytes) -> int:
        return len(check(read(content, engine=engine)))

    return run


def document(engine: str) -> Callable[[bytes], int]:
    """The neutral document alone."""
    from gov_disclosure.readers.pdf import PdfReader
    from gov_disclosure.readers.protocol import Options

    def run(content: bytes) -> int:
        return len(PdfReader().read(content, Options(engine=engine)).blocks)

    return run


def taking_turns(
    programs: dict[str, Callable[[bytes], int]], content: bytes, rounds: int
) -> dict[str, float]:
    """The shortest time of each program, in seconds."""
    best = dict.fromkeys(programs, float("inf"))
    for turn in range(rounds + 1):
        for name, program in programs.items():
            fresh = bytes(bytearray(content))
            start = time.perf_counter()
            program(fresh)
            spent = time.perf_counter() - start
            if turn:  # the first turn imports and warms up
                best[name] = min(best[name], spent)
    return best


def process_start(path: Path, rounds: int) -> dict[str, float]:
    """From the start of a process to the facts of one file, shortest of some rounds."""
    scripts = {
        "pdfplumber": "import pdfplumber,sys\nfor p in pdfplumber.open(sys.argv[1]).pages: p.extract_tables()",
        "gov_disclosure": "import gov_disclosure,sys\ngov_disclosure.check(gov_disclosure.read(sys.argv[1]))",
    }
    best = dict.fromkeys(scripts, float("inf"))
    for _ in range(rounds):
        for name, script in scripts.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", script, str(path)], check=True)
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument(
        "--document", action="store_true", help="time the reader alone, without its interpreter"
    )
    chosen = parser.parse_args()
    make = document if chosen.document else facts
    for path in chosen.files:
        content = path.read_bytes()
        programs = {
            "pdfplumber": tables_of_pdfplumber,
            "pdfium": make("pdfium"),
            "pdfminer": make("pdfminer"),
        }
        print(f"{path.name}: {len(content)} bytes")
        report(taking_turns(programs, content, chosen.rounds))
        if not chosen.document:
            print("  from process start:")
            report(process_start(path, 5))


def report(best: dict[str, float]) -> None:
    """Print times and what part of pdfplumber's they are."""
    whole = best["pdfplumber"]
    for name, spent in best.items():
        share = f"1/{whole / spent:.1f}" if spent < whole / 2 else f"{spent / whole:.2f}"
        print(f"  {name:15} {spent * 1000:8.1f} ms   {share} of pdfplumber")


if __name__ == "__main__":
    main()
