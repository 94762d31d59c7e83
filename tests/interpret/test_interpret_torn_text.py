"""Texts torn in many ways, one after the other and several at once: no figure is wrong without being in doubt."""

import random

import pytest

from gov_disclosure import read
from text_damage import DAMAGES
from text_dumps import SHAPES, random_report, write_dump
from verdicts import Verdict, judge

TEXTS = 8  # of each damage; benchmarks/measure_torn_text.py takes hundreds


def verdict(key: str, how_many: int | None = None) -> Verdict:
    """What reading made of one text: of the damage that the key names, or of so many damages at once."""
    rng = random.Random(key)
    named = frozenset((key.rpartition(" ")[0],))
    damages = named if how_many is None else frozenset(rng.sample(DAMAGES, how_many))
    report = random_report(rng)
    text = write_dump(rng, report, rng.choice(sorted(SHAPES)), damages)
    return judge(report, read(text.encode()))


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damage_makes_no_figure_wrong_without_a_word(damage: str) -> None:
    """The one failure that must not be: a figure that is not what the report says, and nobody was told."""
    found = Verdict()
    for number in range(TEXTS):
        found.add(verdict(f"{damage} {number}"))
    assert found.wrong == []
    assert found.right > found.lost or damage == "cut off"


@pytest.mark.parametrize("how_many", [0, 1, 2, 3, 5])
def test_several_damages_make_no_figure_wrong_without_a_word(how_many: int) -> None:
    """Worse texts give fewer figures, not wrong ones."""
    found = Verdict()
    for number in range(2 * TEXTS):
        found.add(verdict(f"{how_many} {number}", how_many))
    assert found.wrong == []
    assert found.right > found.lost
    assert found.doubted < found.right / 20
