"""What starting costs: ``import gov_disclosure`` beside ``import attrs``, and the command's ``--help``.

Every import is timed inside a fresh interpreter, both in turns. Modules are compiled before the first one that counts,
as they are once they are installed, whatever the environment says of compiling.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from harness import race

ROUNDS = 20
TIMED = """
import time
started = time.perf_counter()
{statement}
print(time.perf_counter() - started)
"""


def importing(statement: str) -> Callable[[], float]:
    """A program that runs an import in a fresh interpreter and says how long that took."""

    def run() -> float:
        command = [sys.executable, "-c", TIMED.format(statement=statement)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return run


def starting(*command: str) -> Callable[[], object]:
    """A program that runs a command in a process of its own."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Print both comparisons."""
    with tempfile.TemporaryDirectory() as compiled:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        compare()


def compare() -> None:
    """Print what imports take beside attrs, and what help takes beside an interpreter that does nothing."""
    for statement in ("import gov_disclosure", "from gov_disclosure import AnnualReport, check"):
        times = race(importing(statement), importing("import attrs"), rounds=ROUNDS, clock=lambda run: run())
        beyond = times.first - times.second
        print(f"{statement}: {times.first * 1000:.1f} ms, {beyond * 1000:+.1f} ms against import attrs")
    print(f"import attrs: {times.second * 1000:.1f} ms (goal: no more than 30 ms beyond it)")
    command = shutil.which("gov-disclosure", path=str(Path(sys.executable).parent))
    assert command is not None, "install the package first: python3 dev.py bench"
    starts = race(starting(command, "--help"), starting(sys.executable, "-c", "pass"), rounds=ROUNDS)
    print(f"gov-disclosure --help: {starts.first * 1000:.1f} ms from process start (goal: 150)")
    print(f"an interpreter alone: {starts.second * 1000:.1f} ms")


if __name__ == "__main__":
    main()
