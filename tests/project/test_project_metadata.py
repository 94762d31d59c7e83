"""What the package says of itself: version, extras, and the commands that the READMEs name."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import gov_disclosure

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PYPROJECT["project"]["optional-dependencies"]

RUN_TIME = {
    "pdfium",
    "repair",
    "legacy",
    "ocr",
    "cli",
    "html-report",
    "arrow",
    "pandas",
    "polars",
    "duckdb",
    "stata",
    "corpus",
    "cluster",
    "remote",
    "traditional",
    "plots",
}


def named(requirement: str) -> str:
    """The package that a requirement names."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def test_version_has_one_source() -> None:
    """Were there two, a bug report could name a version that was never released."""
    assert "version" not in PYPROJECT["project"]
    assert version("gov_disclosure") == gov_disclosure.__version__


def test_extras_are_named_as_documented() -> None:
    """An extra under another name installs nothing, with a mere warning from pip."""
    assert set(EXTRAS) == RUN_TIME | {"testing", "all", "docs", "dev"}


def test_extra_all_is_every_run_time_extra_and_testing() -> None:
    """A user who installs 'all' would still be sent away with MissingExtra."""
    (everything,) = EXTRAS["all"]
    inside = everything.partition("[")[2].rstrip("]").split(",")
    assert set(inside) == RUN_TIME | {"testing"}
    assert len(inside) == len(set(inside))


def test_settled_extras_hold_what_they_are_for() -> None:
    """The extras whose content other projects rely on would lack their packages."""
    assert {named(each) for each in EXTRAS["testing"]} == {"hypothesis"}
    assert {named(each) for each in EXTRAS["corpus"]} == {"pyarrow", "duckdb"}
    assert {named(each) for each in EXTRAS["cluster"]} == {"gov-disclosure", "dask", "distributed"}
    assert {named(each) for each in EXTRAS["plots"]} == {"matplotlib"}


def test_every_requirement_has_a_floor() -> None:
    """Without a floor an old version may be kept that was never tried, and fail in the middle of a file."""
    core: list[str] = PYPROJECT["project"]["dependencies"]
    for requirement in [*core, *(each for extra in EXTRAS.values() for each in extra)]:
        assert ">=" in requirement or requirement.startswith("gov_disclosure["), requirement


def test_core_is_installed_with_the_package() -> None:
    """The installed metadata must say what pyproject.toml says, or users get another set of packages."""
    installed = {named(each) for each in requires("gov_disclosure") or [] if "extra ==" not in each}
    assert installed == {named(each) for each in PYPROJECT["project"]["dependencies"]}


def test_package_is_typed() -> None:
    """Without the marker, type checkers of users ignore all our annotations."""
    assert (Path(gov_disclosure.__file__).parent / "py.typed").exists()


def test_commands_of_the_readmes_exist() -> None:
    """A newcomer would start with a command that does not exist."""
    listed = subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), "help"], check=True, capture_output=True, text=True
    ).stdout
    for page in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs/performance.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        used = set(re.findall(r"python3 dev\.py ([a-z]+)", text))
        assert used, page
        for task in used:
            assert re.search(rf"^  {task} ", listed, re.MULTILINE), f"{page}: {task}"


def test_both_readmes_open_with_the_two_commands() -> None:
    """The first thing a newcomer tries has to be there, in either language."""
    for page in ("README.md", "README.zh-CN.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        first = text[: text.index("pip install")]
        assert "python3 dev.py example" in first
        assert "python3 dev.py test" in first


def test_links_between_pages_lead_somewhere() -> None:
    """A reader of the README would land on a page that is not there."""
    for page in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "examples/README.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert ((ROOT / page).parent / target).exists(), f"{page}: {target}"
