"""Without Hypothesis the package says what to install."""

import subprocess
import sys

PROGRAM = """
import importlib.abc, sys

class Nothing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "hypothesis":
            raise ModuleNotFoundError(name)
        return None

sys.meta_path.insert(0, Nothing())
from gov_disclosure.reading import MissingExtra
try:
    import gov_disclosure.testing
except MissingExtra as error:
    print(error.extra, "|", error)
"""


def test_a_missing_hypothesis_is_named() -> None:
    """A person would see a traceback about a package they never heard of."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("testing | ")
    assert "pip install 'gov_disclosure[testing]'" in ran.stdout
