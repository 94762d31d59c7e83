"""How many planted faults the checks find, and how often the first suspect is the planted cell.

Run it with ``python benchmarks/measure_faults.py [reports [seed]]``; it prints the tables of ``docs/checks.md``. The
goals: every fault in the arithmetic is found, nine single faults in ten are named first, nothing is found in sound
reports. Whoever changes the order of the suspects tries it on seeds of his own, and reports another's.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from gov_disclosure.checks import check
from gov_disclosure.model import AnnualReport
from planted_faults import FAULTS, Fault, plant, sound_report, with_items, year_before

FORMS = ("2019", "2021")
ARITHMETIC = ("C1", "R1", "L1", "L2", "L3", "L6", "F1")


@attrs.define
class Tally:
    """What became of the faults of one kind."""

    planted: int = 0
    found: int = 0
    first: int = 0
    among: int = 0
    mended: int = 0

    def add(self, broken: AnnualReport, faults: list[Fault], before: AnnualReport | None = None) -> None:
        """Count one broken report, checked by itself or with last year's."""
        findings = check(broken, previous=before)
        truth = {path: value for fault in faults for path, value in fault.truth.items()}
        self.planted += 1
        self.found += any(finding.check in ARITHMETIC for finding in findings.errors)
        if not findings.suspects:
            return
        first = findings.suspects[0]
        self.first += first.path in truth
        self.among += any(suspect.path in truth for suspect in findings.suspects)
        mended = {first.path: first.value, **dict(first.also)}
        self.mended += mended.items() <= truth.items()

    def line(self, name: str) -> str:
        """The row of the table."""
        shares = (self.found, self.first, self.mended, self.among)
        return f"| {name} | {self.planted} | " + " | ".join(
            f"{100 * share / max(self.planted, 1):.1f} %" for share in shares
        )


def broken_reports(
    kind: str, how_many: int, reports: int, seed: str = ""
) -> Iterator[tuple[AnnualReport, AnnualReport, list[Fault]]]:
    """Sound reports of both editions with so many faults of a kind in each."""
    rng = random.Random(f"{kind} {how_many}{seed}")
    for number in range(reports):
        report = sound(rng, number)
        broken, faults = report, []
        for _ in range(how_many):
            made = plant(rng, broken, kind)
            if made is not None:
                broken = made[0]
                faults.append(made[1])
        if faults and broken != report:
            yield report, broken, faults


def sound(rng: random.Random, number: int) -> AnnualReport:
    """A report whose every sum holds, small or large, by turns of both editions."""
    return with_items(rng, sound_report(rng, FORMS[number % 2], scale=rng.choice((3, 12, 60, 900))))


def main(reports: int, seed: str) -> None:
    """Print the tables."""
    head = "| faults | reports | found | first suspect is one | and its value is right | among the suspects"
    print(f"{head}\n| --- | --- | --- | --- | --- | ---")
    for how_many in (1, 2, 3):
        for kind in FAULTS:
            tally = Tally()
            for _, broken, faults in broken_reports(kind, how_many, reports, seed):
                tally.add(broken, faults)
            print(tally.line(f"{how_many} × {kind}"))
    print(f"\nwith last year's report\n\n{head}\n| --- | --- | --- | --- | --- | ---")
    for kind in FAULTS:
        tally, rng = Tally(), random.Random(f"before {kind}{seed}")
        for report, broken, faults in broken_reports(kind, 1, reports, seed):
            tally.add(broken, faults, year_before(rng, report))
        print(tally.line(f"1 × {kind}"))
    rng = random.Random(f"1{seed}")
    false = [finding for number in range(4 * reports) for finding in check(sound(rng, number)).errors]
    print(f"\nfalse errors on {4 * reports} sound reports: {len(false)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400, sys.argv[2] if len(sys.argv) > 2 else "")
