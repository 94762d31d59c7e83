"""What the first reading of a process loads: people wait for it at every call of the command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = Path(__file__).parents[1] / "readers_pdf" / "fixtures" / "office.pdf"

UNUSED = {
    "base64",
    "cattrs",
    "importlib.metadata",
    "pdfminer",
    "pypdfium2.raw",
    "rapidfuzz",
    "gov_disclosure.checks",
    "gov_disclosure.interpret.streams",
    "gov_disclosure.interpret.tokens",
    "gov_disclosure.reading.errors",
    "gov_disclosure.readers.html",
    "gov_disclosure.readers.pdf.pdfminer_engine",
    "gov_disclosure.writers",
}


def test_a_clean_report_needs_neither_likeness_nor_errors_nor_other_readers() -> None:
    """Every call of the command on an ordinary file would wait for libraries that have no part in it."""
    pytest.importorskip("pypdfium2")
    program = (
        "import json, sys\n"
        "from gov_disclosure.cli import main\n"
        "status = main(['read', sys.argv[1], '--to', 'facts', '-o', sys.argv[2]])\n"
        "print(json.dumps([status, sorted(sys.modules)]))\n"
    )
    command = [sys.executable, "-c", program, str(CLEAN), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    status, loaded = json.loads(said[-1])
    assert status == 0
    assert len(said) > 200
    assert UNUSED.isdisjoint(loaded)
