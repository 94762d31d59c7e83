"""The page of wrinkles says what is so: its tests exist, its codes exist, nothing is left out."""

import ast
import re
from itertools import groupby
from pathlib import Path

import attrs
import pytest

import gov_disclosure
from gov_disclosure.checks import CHECKS
from gov_disclosure.reading.evidence import FLAGS, KINDS
from gov_disclosure.reading.notices import NOTICES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "wrinkles.md").read_text("utf-8")
_ROW = re.compile(
    r"^\| (?P<section>[A-Z])(?P<number>\d+) \| (?P<printed>[^|]+) \| (?P<how>\w+) "
    r"\| (?P<made>[^|]+) \| (?P<test>[^|]+) \|$",
    re.M,
)
_CHECK = re.compile(r"\b[A-Z]\d{1,2}\b")
_CODE = re.compile(r"`([^`]+)`")


@attrs.frozen
class Wrinkle:
    """A row of the page."""

    section: str
    number: int
    printed: str
    how: str
    made: str
    test: str


WRINKLES = [
    Wrinkle(match[1], int(match[2]), match["printed"], match["how"], match["made"], match["test"])
    for match in _ROW.finditer(PAGE)
]


def names_of_tests(path: Path) -> set[str]:
    """The tests that a file holds, without running it."""
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_no_wrinkle_is_left_out() -> None:
    """A wrinkle taken off the list would be one that nobody looks after any more."""
    assert [wrinkle.number for wrinkle in WRINKLES] == list(range(1, 127))
    sections = [section for section, _ in groupby(WRINKLES, key=lambda wrinkle: wrinkle.section)]
    assert sections == list("ABCDEFGHIJ")
    headings = re.findall(r"^## ([A-Z])\. ", PAGE, re.M)
    assert headings == sections
    assert f"lists {len(WRINKLES)} ways" in PAGE
    assert len(re.findall(r"^\| [A-Z]\d+ \|", PAGE, re.M)) == len(WRINKLES)


def test_every_test_named_is_there() -> None:
    """A page that points to a test that was renamed shows nothing."""
    named = re.findall(r"`(tests/[^`]+)`", PAGE)
    assert len(named) >= len(WRINKLES)
    missing = []
    for node in named:
        file, _, name = node.partition("::")
        if not name or not (ROOT / file).is_file() or name not in names_of_tests(ROOT / file):
            missing.append(node)
    assert not missing


@pytest.mark.parametrize("wrinkle", WRINKLES, ids=lambda wrinkle: f"{wrinkle.section}{wrinkle.number}")
def test_what_is_made_of_it_is_said_in_words_that_exist(wrinkle: Wrinkle) -> None:
    """A code that is documented and does not exist is looked for in vain."""
    assert wrinkle.how in ("read", "mended", "doubted", "unread", "refused")
    known = {*NOTICES, *FLAGS, *KINDS, *gov_disclosure.__all__}
    assert set(_CODE.findall(wrinkle.made)) <= known
    assert set(_CHECK.findall(wrinkle.made)) <= {*CHECKS}
    if wrinkle.how in ("unread", "refused"):
        assert _CODE.search(wrinkle.made), "what is not read needs a notice or an error"


def test_the_tests_of_wrinkles_are_on_the_page() -> None:
    """A test without a row is a wrinkle that nobody is told of."""
    for path in (ROOT / "tests" / "wrinkles").glob("test_*.py"):
        assert f"tests/wrinkles/{path.name}::" in PAGE
