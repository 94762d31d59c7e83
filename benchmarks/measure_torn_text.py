"""What becomes of the figures of texts at rising damage: right, lost, in doubt, and wrong without doubt.

Run it with ``python benchmarks/measure_torn_text.py [texts]``; it prints the tables of ``docs/checks.md``. Damages are
those of ``tests/text_damage.py``: torn figures and labels, lost rows, heads of another edition, texts cut off. Goal:
nothing is wrong without being in doubt.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from text_damage import DAMAGES
from text_dumps import SHAPES, random_report, write_dump
from verdicts import Tally


def line(tally: Tally) -> str:
    """A row of the table."""
    told = " | ".join(tally.shares())
    wrong = f"{len(tally.verdict.wrong)} of {tally.cells}"
    return f"| {tally.name} | {tally.documents} | {tally.refused} | {told} | {wrong} |"


def read(tally: Tally, rng: random.Random, damages: frozenset[str]) -> None:
    """Make one text, read it, and judge."""
    report = random_report(rng)
    text = write_dump(rng, report, rng.choice(sorted(SHAPES)), damages)
    tally.read(report, text.encode())


def main(texts: int) -> None:
    """Print both tables."""
    head = "| texts | refused | right | right, in doubt | None | wrong, in doubt | wrong without doubt"
    print(f"| damages at once {head}\n| {' | '.join(['---'] * 8)}")
    for how_many in (0, 1, 2, 3, 5, 8):
        row = Tally(str(how_many))
        for number in range(texts):
            rng = random.Random(f"{how_many} {number}")
            read(row, rng, frozenset(rng.sample(DAMAGES, how_many)))
        print(line(row), *row.verdict.wrong[:5], flush=True)
    print(f"\n| damage {head}\n| {' | '.join(['---'] * 8)}")
    for damage in DAMAGES:
        row = Tally(damage)
        for number in range(texts // 2):
            read(row, random.Random(f"{damage} {number}"), frozenset((damage,)))
        print(line(row), *row.verdict.wrong[:5], flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
