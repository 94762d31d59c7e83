"""How hard Hypothesis searches, and the examples in docs and docstrings as tests."""

import doctest
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Document, Example, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent

# dev: quick, another search each time; ci: the same search each time; nightly: a long search.
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=60,
    print_blob=True,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink),
)
settings.register_profile(
    "nightly",
    deadline=None,
    max_examples=1_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

pytest_plugins = ["command_desk"]  # fixtures that several files of tests share

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class ConsoleParser:
    """Runs ``$ gov-disclosure …`` in console blocks and compares what it prints."""

    def __init__(self) -> None:
        self._blocks = CodeBlockParser(language="console", evaluator=self.evaluate)

    def __call__(self, document: Document) -> Iterable[Region]:
        """The console blocks of a page."""
        return self._blocks(document)

    def evaluate(self, example: Example) -> str | None:
        """What differs from the page, or None."""
        for shown in str(example.parsed).split("$ ")[1:]:
            line, _, expected = shown.partition("\n")
            printed = run_command(line)
            if not doctest.OutputChecker().check_output(expected.strip(), printed.strip(), FLAGS):
                return f"$ {line}\nshould print\n{expected}\nbut prints\n{printed}"
        return None


def run_command(line: str) -> str:
    """What the command line prints, errors included."""
    program, *arguments = shlex.split(line)
    assert program == "gov-disclosure", f"only gov-disclosure runs in a console block, not {program}"
    done = subprocess.run(
        [sys.executable, "-m", "gov_disclosure", *arguments],
        env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def at_the_root(namespace: dict[str, Any]) -> None:
    """Examples name files as seen from the project's root."""
    namespace["started_in"] = Path.cwd()
    os.chdir(ROOT)


def back_again(namespace: dict[str, Any]) -> None:
    """Leave the working folder as it was found."""
    os.chdir(namespace["started_in"])


pages = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS), ConsoleParser(), SkipParser()],
    patterns=["*.md"],
    excludes=["docs/_build/*", "docs/forms/*", "docs/notebooks/*", "CHANGELOG.md"],
    setup=at_the_root,
    teardown=back_again,
)
docstrings = Sybil(
    parsers=[DocTestParser(optionflags=FLAGS)],
    patterns=["*.py"],
    path="src",
    document_types={".py": PythonDocStringDocument},
    setup=at_the_root,
    teardown=back_again,
)
pytest_collect_file = (pages + docstrings).pytest()


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of published reports; tests that need it skip where it is not given."""
    folder = os.environ.get("GOV_DISCLOSURE_REAL_REPORTS")
    if not folder:
        pytest.skip("GOV_DISCLOSURE_REAL_REPORTS names no folder of published reports")
    return Path(folder)
