"""The converter: our own, strict, and loaded only when it is needed."""

import subprocess
import sys
from decimal import Decimal

import cattrs
import pytest

from gov_disclosure.interchange import dumps
from gov_disclosure.interchange.converter import make_converter
from gov_disclosure.model import AnnualReport, ByApplicant, InvalidReport
from gov_disclosure.model.form2021 import FeesCollected
from gov_disclosure.reading import Severity


def test_interchange_converter_leaves_the_global_one_alone() -> None:
    """Otherwise importing this library would change how other libraries in the program read their data."""
    dumps(AnnualReport())
    assert cattrs.structure("3", int) == 3
    assert cattrs.unstructure(Severity.error) == "error"
    assert make_converter() is not make_converter()
    assert make_converter() is not cattrs.global_converter


def test_interchange_converter_is_loaded_late() -> None:
    """Otherwise everyone who imports the library would wait for cattrs, JSON or not."""
    program = "import sys, gov_disclosure.interchange; assert 'cattrs' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_interchange_converter_reads_a_single_row() -> None:
    """Otherwise users could not use the same strict rules for parts of a report in files of their own."""
    converter = make_converter()
    row = ByApplicant(total=3)
    plain = converter.unstructure(row)
    assert plain["total"] == 3
    assert converter.structure(plain, ByApplicant) == row
    assert converter.unstructure(FeesCollected(amount=Decimal("1.50"))) == {"amount": "1.50"}
    with pytest.raises(InvalidReport) as caught:
        converter.structure({**plain, "total": True, "other": "3"}, ByApplicant)
    assert [problem.path for problem in caught.value.problems] == ["other", "total"]
    assert repr(caught.value.problems[0].value) == repr("'3'")


def test_interchange_converter_says_every_choice() -> None:
    """Otherwise users would have to guess how a value is written."""
    said = make_converter.__doc__ or ""
    for word in (
        "int",
        "Decimal",
        "str",
        "bool",
        "float",
        "Literal",
        "StrEnum",
        "None",
        "tuple",
        "Place",
        "form",
    ):
        assert word in said
