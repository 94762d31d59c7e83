"""The project's files name no machine and no folder of whoever worked on it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUFFIXES = {".py", ".md", ".toml", ".css", ".txt", ".json", ".ipynb", ".cfg", ".yml", ".yaml", ""}
#: Absolute paths of machines, and names of local registries.
FOREIGN = re.compile(
    r"(?<![\w.])/(?:work|tmp|root|home|Users)/|[A-Z]:\\Users|\bpypi\.org/simple|files\.pythonhosted\.org"
)
#: Files that may speak of folders outside the project.
EXEMPT = (".ci/", "tests/")


def tracked() -> list[Path]:
    """The files that belong to the project."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: what belongs to the project cannot be told")
    names = [name for name in listed.split("\0") if name and not name.startswith(EXEMPT)]
    return [ROOT / name for name in names if (ROOT / name).suffix in SUFFIXES and (ROOT / name).is_file()]


def test_no_file_names_a_machine() -> None:
    """A path of somebody's machine in an example or a notebook fails on every other machine."""
    files = tracked()
    assert len(files) > 30
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files
        for match in FOREIGN.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_no_file_reaches_outside_the_project() -> None:
    """A clone has nothing beside it: what is read from there exists on one machine only."""
    outside = re.compile(r"\.\./shared|/shared/")
    found = [
        str(path.relative_to(ROOT)) for path in tracked() if outside.search(path.read_text(encoding="utf-8"))
    ]
    assert not found
