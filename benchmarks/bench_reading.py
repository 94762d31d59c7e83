"""What one report costs, warm: reading and checking the example dump, the checks alone, and JSON both ways.

The yardstick that takes turns is what people run today on such a dump: regular expressions that collect the
figures and say nothing of what they may have missed.
"""

import re
from pathlib import Path

from harness import race

import gov_disclosure

EXAMPLE = Path(__file__).parents[1] / "examples" / "example-district-2020.txt"
FIGURES = re.compile(r"^(.*?)((?:[+-]?\d[\d.,]*\s*)+)$", re.MULTILINE)


def main() -> None:
    """Print the minima."""
    content = EXAMPLE.read_bytes()
    reading = gov_disclosure.read(content)
    text = gov_disclosure.dumps(reading)

    def read_and_check() -> None:
        gov_disclosure.check(gov_disclosure.read(content))

    def expressions() -> None:
        for label, figures in FIGURES.findall(content.decode()):
            label.strip(), [float(figure.replace(",", "")) for figure in figures.split()]

    both = race(read_and_check, expressions, rounds=200)
    print(f"read and check the dump    {both.first * 1000:6.2f} ms (goal: 5)")
    print(f"regular expressions alone  {both.second * 1000:6.2f} ms, {both.ratio:.1f} times less")
    checks = race(lambda: gov_disclosure.check(reading), lambda: gov_disclosure.read(content), rounds=200)
    print(f"all checks                 {checks.first * 1000:6.2f} ms (goal: 1)")
    print(f"reading alone              {checks.second * 1000:6.2f} ms")
    json = race(lambda: gov_disclosure.dumps(reading), lambda: gov_disclosure.loads_reading(text), rounds=200)
    print(f"reading to JSON            {json.first * 1000:6.2f} ms")
    print(f"JSON to reading            {json.second * 1000:6.2f} ms")


if __name__ == "__main__":
    main()
