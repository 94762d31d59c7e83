"""Texts torn in many ways, one after the other and several at once: no figure is wrong without being in doubt."""

import random
from pathlib import Path

import pytest

from gov_disclosure import read
from text_damage import DAMAGES
from text_dumps import SHAPES, random_report, write_dump
from verdicts import Verdict, judge

EXAMPLE = Path("examples/example-district-2020.txt")
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
    assert found.doubted < found.right / 7


@pytest.mark.parametrize(
    ("key", "how_many"),
    [
        ("torn figures 35", None),  # 3333 torn in two beside a blank that has vanished: it fills the row
        ("torn figures 115", None),
        ("lost figures 48", None),  # a blank behind the label stands where another column's figure is lost
        ("5 149", 5),
        ("8 20", 8),
        ("8 46", 8),
    ],
)
def test_a_row_that_nothing_proves_is_in_doubt_where_others_are_torn(key: str, how_many: int | None) -> None:
    """A torn figure beside a vanished blank looks like a whole row; table two has no sum that would tell."""
    assert verdict(key, how_many).wrong == []


def test_rows_that_nothing_proves_stand_where_nothing_is_torn() -> None:
    """Doubt on every row of table two would be no help in a sound text."""
    reading = read("examples/example-district-2020.txt")
    assert not reading.doubtful
    assert "row-unproved" not in {said.code for said in reading.notices}


def test_a_figure_that_begins_with_a_nought_was_torn_from_another() -> None:
    """103937 torn into 1 and 03937 beside a vanished blank fills both columns of a row without a sum."""
    text = EXAMPLE.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("政府集中采购"))
    torn = read(text.replace(row, "政府集中采购  1  03937").encode())
    assert {path for path in torn.doubtful if "procurement" in path} == {
        "proactive.procurement.projects",
        "proactive.procurement.amount",
    }


@pytest.mark.parametrize(
    "key",
    [
        "big 1 116",
        "big 1 1248",
        "big 1 1411",
        "big 2 207",
        "big 2 533",
        "big 2 553",
        "big 2 1227",
        "big 3 575",
        "big 3 827",
        "big 5 163",
        "big 5 690",
        "big 5 884",
        "big 5 916",
        "big 5 1079",
        "big 5 1112",
        "big 5 1147",
        "big 5 1347",
        "big 8 40",
        "big 8 48",
        "big 8 78",
        "big 8 109",
        "big 8 812",
        "big 8 1023",
        "big 8 1129",
        "big 8 1215",
        "big 8 1250",
        "big 8 1328",
        "big 8 1335",
        "big 8 1411",
        "base 1 756",
        "third 3 85",
        "third 5 86",
        "third 5 155",
        "fourth 2 49",
        "fourth 3 866",
        "fourth 5 28",
        "fourth 5 288",
        "fresh 3 1196",
        "fresh 8 1109",
        "fourth 5 1355",
        "fourth 8 160",
        "fourth 8 658",
        "fourth 8 1058",
        "fourth 8 1747",
        "fourth 8 2071",
        "fifth 2 1276",
        "fifth 3 2766",
        "fifth 5 245",
        "fifth 5 267",
        "fifth 5 745",
        "fifth 5 1415",
        "fifth 8 1073",
        "fifth 8 1263",
        "fifth 8 1675",
        "fifth 8 1799",
        "sixth 3 3948",
        "seventh 2 426",
        "eighth 1 263",
        "eighth 8 294",
        "eighth 8 500",
        "eighth 8 1154",
        "ninth 8 845",
        "tenth 5 1303",
        "eleventh 8 1801",
        "eleventh 8 2275",
        "twelfth 3 283",
        "twelfth 5 530",
        "twelfth 5 1433",
        "twelfth 5 2557",
        "twelfth 8 2569",
        "thirteenth 8 1789",
        "fourteenth 0 1685",
        "fourteenth 5 1557",
        "seventh 2 2104",
        "sixteenth 5 182",
    ],
)
def test_texts_that_once_gave_wrong_figures_are_in_doubt(key: str) -> None:
    """Rows moved to the next label, blanks filled by pieces of figures, cells lost between pipes: each was silent."""
    assert verdict(key, int(key.split()[1])).wrong == []
