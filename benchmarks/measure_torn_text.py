"""What becomes of the figures of texts at rising damage: right, lost, in doubt, and wrong without doubt.

Run it with ``python benchmarks/measure_torn_text.py [texts]``; it prints the tables of ``docs/checks.md``. Damages are
those of ``tests/text_damage.py``: torn figures and labels, lost rows, heads of another edition, texts cut off. Goal:
nothing is wrong without being in doubt.
"""

import random
import sys
from pathlib import Path

import attrs

import gov_disclosure
from gov_disclosure import ReadError

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from text_damage import DAMAGES
from text_dumps import SHAPES, random_report, write_dump
from verdicts import Verdict, judge


@attrs.define
class Row:
    """The verdicts on all texts of one row of the table, and how many texts were refused."""

    name: str
    texts: int = 0
    refused: int = 0
    verdict: Verdict = attrs.Factory(Verdict)

    def read(self, rng: random.Random, damages: frozenset[str]) -> None:
        """Make one text, read it, and judge."""
        report = random_report(rng)
        text = write_dump(rng, report, rng.choice(sorted(SHAPES)), damages)
        self.texts += 1
        try:
            self.verdict.add(judge(report, gov_disclosure.read(text.encode())))
        except ReadError:
            self.refused += 1

    def line(self) -> str:
        """The row."""
        verdict = self.verdict
        cells = verdict.right + verdict.lost + verdict.admitted + len(verdict.wrong)
        shares = (verdict.right - verdict.doubted, verdict.doubted, verdict.lost, verdict.admitted)
        told = " | ".join(f"{100 * share / max(cells, 1):.2f} %" for share in shares)
        return f"| {self.name} | {self.texts} | {self.refused} | {told} | {len(verdict.wrong)} of {cells}"


def main(texts: int) -> None:
    """Print both tables."""
    head = "| texts | refused | right | right, in doubt | None | wrong, in doubt | wrong without doubt"
    print(f"| damages at once {head}\n| {' | '.join(['---'] * 8)}")
    for how_many in (0, 1, 2, 3, 5, 8):
        row = Row(str(how_many))
        for number in range(texts):
            rng = random.Random(f"{how_many} {number}")
            row.read(rng, frozenset(rng.sample(DAMAGES, how_many)))
        print(row.line(), *row.verdict.wrong[:5], flush=True)
    print(f"\n| damage {head}\n| {' | '.join(['---'] * 8)}")
    for damage in DAMAGES:
        row = Row(damage)
        for number in range(texts // 2):
            row.read(random.Random(f"{damage} {number}"), frozenset((damage,)))
        print(row.line(), *row.verdict.wrong[:5], flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
