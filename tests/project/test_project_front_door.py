"""What ``import gov_disclosure`` offers and what it leaves unloaded."""

import json
import re
import subprocess
import sys
from pathlib import Path

import gov_disclosure

ROOT = Path(__file__).parents[2]

HEAVY = {
    "cattrs",
    "calamine",
    "docx",
    "hypothesis",
    "importlib.metadata",
    "lxml",
    "pdfminer",
    "pikepdf",
    "pypdfium2",
    "python_calamine",
    "rapidfuzz",
    "rich",
    "selectolax",
    "xlsxwriter",
    "gov_disclosure.readers.text",
    "gov_disclosure.interpret",
    "gov_disclosure.interchange",
    "gov_disclosure.writers",
    "gov_disclosure.cli",
    "gov_disclosure.testing",
}


def loaded_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    program = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(json.loads(done.stdout))


def too_much(statement: str) -> set[str]:
    """The heavy modules among those that a statement loads."""
    loaded = loaded_after(statement)
    return {name for name in loaded for heavy in HEAVY if name == heavy or name.startswith(heavy + ".")}


def test_import_loads_no_reader_writer_or_converter() -> None:
    """Whoever only wants a report as a value would wait for parsers that are not used."""
    assert not too_much("import gov_disclosure")


def test_model_and_checks_load_no_reader_writer_or_converter() -> None:
    """A service that checks reports of its own would carry every parser in memory."""
    assert not too_much("from gov_disclosure import AnnualReport, Limits, ReadError, check")
    # the first check looks for checks that other packages bring
    assert not too_much("import gov_disclosure as g; g.check(g.AnnualReport.blank('2021'))")


def test_every_public_name_exists() -> None:
    """``from gov_disclosure import *`` would fail on a name that is listed and not there."""
    assert len(set(gov_disclosure.__all__)) == len(gov_disclosure.__all__)
    for name in gov_disclosure.__all__:
        assert hasattr(gov_disclosure, name), name


def test_public_names_are_seen_by_dir() -> None:
    """Completion in a notebook would not offer them."""
    assert set(gov_disclosure.__all__) <= set(dir(gov_disclosure))


def test_unknown_name_is_an_attribute_error() -> None:
    """``hasattr`` and ``from gov_disclosure import …`` would behave oddly with another error."""
    assert not hasattr(gov_disclosure, "no_such_name")


def test_every_public_name_has_its_place_in_the_reference() -> None:
    """A name without a page is a name that nobody finds, and that nobody can rely on."""
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\.\. auto\w+:: gov_disclosure\.(\w+)", page, re.MULTILINE))
    assert named >= {name for name in gov_disclosure.__all__ if not name.startswith("__")}


def test_every_public_thing_has_a_docstring() -> None:
    """``help()`` would say nothing."""
    for name in gov_disclosure.__all__:
        thing = getattr(gov_disclosure, name)
        if callable(thing):
            assert thing.__doc__, name
