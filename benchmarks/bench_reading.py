"""What one report costs, warm: reading and checking the example dump, the checks alone, and JSON both ways.

Once the same dump each time, and once another: its prose is shuffled, so that no line of it has been met before.
What the form prints stays, as it does from one report to the next.

The yardstick that takes turns is what people run today on such a dump: regular expressions that collect the
figures and say nothing of what they may have missed.
"""

import random
import re
from itertools import cycle
from pathlib import Path

from harness import race

import gov_disclosure

EXAMPLE = Path(__file__).parents[1] / "examples" / "example-district-2020.txt"
FIGURES = re.compile(r"^(.*?)((?:[+-]?\d[\d.,]*\s*)+)$", re.MULTILINE)
PROSE = re.compile(r"^[^\d\n]{22,}$", re.MULTILINE)
HEADING = re.compile(r"\s*[一二三四五六（]")
ROUNDS = 200


def shuffled(text: str, seed: int) -> bytes:
    """The dump with the Chinese characters of its lines of prose in another order."""
    rng = random.Random(seed)

    def shuffle(line: "re.Match[str]") -> str:
        if HEADING.match(line[0]):
            return line[0]
        mixed = [character for character in line[0] if "一" <= character <= "鿿"]
        rng.shuffle(mixed)
        return "".join(mixed.pop() if "一" <= character <= "鿿" else character for character in line[0])

    return PROSE.sub(shuffle, text).encode()


def main() -> None:
    """Print the minima."""
    content = EXAMPLE.read_bytes()
    text = content.decode()
    dumps = cycle([shuffled(text, seed) for seed in range(ROUNDS + 20)])
    reading = gov_disclosure.read(EXAMPLE)
    written = gov_disclosure.dumps(reading)

    def read_and_check() -> None:
        gov_disclosure.check(gov_disclosure.read(content))

    def read_and_check_another() -> None:
        gov_disclosure.check(gov_disclosure.read(next(dumps)))

    def expressions() -> None:
        for label, figures in FIGURES.findall(text):
            label.strip(), [float(figure.replace(",", "")) for figure in figures.split()]

    both = race(read_and_check, expressions, rounds=ROUNDS)
    another = race(read_and_check_another, expressions, rounds=ROUNDS)
    print(f"read and check the dump    {both.first * 1000:6.2f} ms (goal: 5)")
    print(f"another dump each time     {another.first * 1000:6.2f} ms")
    print(f"regular expressions alone  {both.second * 1000:6.2f} ms, {both.ratio:.1f} times less")
    checks = race(lambda: gov_disclosure.check(reading), lambda: gov_disclosure.read(content), rounds=ROUNDS)
    print(f"all checks                 {checks.first * 1000:6.2f} ms (goal: 1)")
    print(f"reading alone              {checks.second * 1000:6.2f} ms")
    json = race(
        lambda: gov_disclosure.dumps(reading), lambda: gov_disclosure.loads_reading(written), rounds=ROUNDS
    )
    print(f"reading to JSON            {json.first * 1000:6.2f} ms")
    print(f"JSON to reading            {json.second * 1000:6.2f} ms")


if __name__ == "__main__":
    main()
