"""PDF: reading with evidence and checks against what users run today, taking turns.

    python benchmarks/bench_pdf.py [REPORT.pdf…] [--rounds 15]

Prints, for each file, the minima of both programs and their ratio: for the tables, in one process, where each turn gets
a fresh copy of the file, so that nothing can be remembered from one turn to the next; and for whole processes, from
their start to the facts, with the most memory they took. Needs pdfplumber, which the package itself never uses.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


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


class Cost(NamedTuple):
    """What a process took: seconds from its start to its end, and megabytes at most (None where nobody says)."""

    seconds: float
    megabytes: float | None


_PLUMBER = (
    "import pdfplumber, sys\n"
    "with pdfplumber.open(sys.argv[1]) as file:\n"
    "    for page in file.pages:\n"
    "        print(page.extract_tables())\n"
)
_CHECKED = "import gov_disclosure, sys\nprint(gov_disclosure.check(gov_disclosure.read(sys.argv[1])))\n"
_COMMAND = "import sys\nfrom gov_disclosure.cli import main\nsys.exit(main())\n"


def from_process_start(path: Path, rounds: int) -> dict[str, Cost]:
    """From the start of a process to what it has to say of one file, the best of some rounds.

    The command is run as the script is that an installer writes for it. Modules are compiled before the first round
    that counts, as installers do, and output is not flushed line by line.
    """
    python = sys.executable
    programs: dict[str, Sequence[str]] = {
        "pdfplumber": (python, "-c", _PLUMBER, str(path)),
        "command: facts": (python, "-c", _COMMAND, "read", str(path), "--to", "facts"),
        "read and check": (python, "-c", _CHECKED, str(path)),
        "import attrs": (python, "-c", "import attrs"),
    }
    best: dict[str, Cost] = {}
    with tempfile.TemporaryDirectory() as compiled:
        unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
        environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for turn in range(rounds + 1):
            for name, words in programs.items():
                cost = cost_of(words, environment)
                if turn:
                    known = best.get(name, cost)
                    best[name] = Cost(min(known.seconds, cost.seconds), cost.megabytes)
    return best


#: What runs a program and says what it took. A process is charged with the memory of the one that starts it, so
#: that has to be a small one.
_STARTER = """
import os, sys, time
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
start = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, used = os.wait4(process, 0)
print(time.perf_counter() - start, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def cost_of(words: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a program and say what it took."""
    if not hasattr(os, "posix_spawn"):
        start = time.perf_counter()
        subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
        return Cost(time.perf_counter() - start, None)
    starter = (sys.executable, "-S", "-c", _STARTER, *words)
    said = subprocess.run(starter, env=environment, check=True, capture_output=True, text=True).stdout.split()
    # in kilobytes, but for Apple's systems, which count bytes
    return Cost(float(said[0]), int(said[1]) / (1024 * 1024 if sys.platform == "darwin" else 1024))


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, default=reports_at_hand())
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
        best = taking_turns(programs, content, chosen.rounds)
        report({name: Cost(spent, None) for name, spent in best.items()})
        if not chosen.document:
            print("  from process start:")
            report(from_process_start(path, min(chosen.rounds, 10)))


def reports_at_hand() -> list[Path]:
    """The published reports where their folder is known, else one of the tests' own."""
    folder = os.environ.get("GOV_DISCLOSURE_REAL_REPORTS")
    published = sorted(Path(folder).glob("*.pdf")) if folder else []
    return published or [
        Path(__file__).parents[1] / "tests" / "readers_pdf" / "fixtures" / "office-large.pdf"
    ]


def report(best: dict[str, Cost]) -> None:
    """Print times, what part of pdfplumber's they are, and memory where it is known."""
    whole = best["pdfplumber"].seconds
    for name, (spent, megabytes) in best.items():
        share = f"1/{whole / spent:.1f}" if spent < whole / 2 else f"{spent / whole:.2f}"
        memory = "" if megabytes is None else f"   {megabytes:.0f} MB"
        print(f"  {name:15} {spent * 1000:8.1f} ms   {share} of pdfplumber{memory}")


if __name__ == "__main__":
    main()
