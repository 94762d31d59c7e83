"""The project's tasks, one word each: ``python3 dev.py example``, ``python3 dev.py test``, and so on.

Needs Python 3.11 or newer and nothing else. What a task needs is installed into ``.venv`` beside this file
the first time, and again whenever ``pyproject.toml`` changes. Words after the task's name go on to the tool
behind it: ``python3 dev.py test -k paths``.
"""

# This file must at least be understood by an old Python, so that it can say what is missing: hence no syntax
# newer than Python 3.7 and nothing imported at the top that it lacks.
from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
EXAMPLE = "examples/example-district-2020.txt"


class StepError(Exception):
    """A step went wrong; the message is for the person at the terminal."""


def run(*command: str | Path) -> None:
    """Run a tool of the virtual environment at the project's root."""
    name, *arguments = (str(part) for part in command)
    found = shutil.which(name, path=str(SCRIPTS))
    if found is None:
        raise StepError(f"{name} is not in {VENV}; delete that folder and try again")
    print("$", name, *arguments, flush=True)
    status = subprocess.call([found, *arguments], cwd=ROOT)
    if status:
        raise StepError(f"{name} ended with exit status {status}")


def install(*extras: str) -> None:
    """Bring the virtual environment up to the extras named; quick where nothing has changed."""
    if not (SCRIPTS / ("python.exe" if os.name == "nt" else "python")).exists():
        make_environment()
    wanted = "." + (f"[{','.join(extras)}]" if extras else "")
    facts = "\n".join([(ROOT / "pyproject.toml").read_text(encoding="utf-8"), sys.version, str(ROOT)])
    stamp = VENV / ("installed-" + "-".join(("core", *extras)))
    digest = hashlib.sha256(facts.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", wanted)
    stamp.write_text(digest, encoding="utf-8")


def install_from(requirements: str) -> None:
    """Bring what a file of requirements names into the virtual environment."""
    run(
        "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        requirements,
    )


def make_environment() -> None:
    """Create ``.venv`` with the standard library alone."""
    print(f"creating {VENV}", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        shutil.rmtree(VENV, ignore_errors=True)
        raise StepError(
            "this Python cannot create virtual environments; on Debian and Ubuntu install the package "
            f"python{sys.version_info[0]}.{sys.version_info[1]}-venv and try again"
        )


def example(*arguments: str) -> None:
    """Read an example report: its tables, what was doubtful, and whether its figures agree."""
    install()
    run("gov-disclosure", "read", *(arguments or (EXAMPLE,)))


def test(*arguments: str) -> None:
    """Run all tests, and every example in docs and docstrings."""
    install("dev")
    run("pytest", *arguments)


def lint(*arguments: str) -> None:
    """Look for mistakes, and for code that is not laid out as the formatter would."""
    install("dev")
    run("ruff", "check", *arguments)
    run("ruff", "format", "--check", *arguments)


def reformat(*arguments: str) -> None:
    """Lay the code out, and mend what can be mended by itself."""
    install("dev")
    run("ruff", "check", "--fix", *arguments)
    run("ruff", "format", *arguments)


def types(*arguments: str) -> None:
    """Check the types of the package, its tests and its tools."""
    install("dev")
    install("docs")
    run("mypy", *arguments)


def imports(*arguments: str) -> None:
    """Check that imports point one way, and that every package imported is declared."""
    install("dev")
    run("lint-imports", *arguments)
    run("deptry", "src")


def docs(*arguments: str) -> None:
    """Build the documentation into docs/_build/html; a warning is an error."""
    install("docs")
    run("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", *arguments, "docs", "docs/_build/html")
    print("built docs/_build/html/index.html")


def notebooks(*arguments: str) -> None:
    """Execute the notebooks of examples/ and keep what they print."""
    install("docs")
    for notebook in sorted((ROOT / "examples").glob("*.ipynb")):
        run("jupyter-execute", "--inplace", *arguments, notebook.relative_to(ROOT))
        forget_the_clock(notebook)


def forget_the_clock(notebook: Path) -> None:
    """Take out when each cell ran and on which Python, which would differ each time and say nothing."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["metadata"]["language_info"] = {"name": "python"}
    for cell in content["cells"]:
        cell["metadata"].pop("execution", None)
    notebook.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def bench(*arguments: str) -> None:
    """Run the measurements of benchmarks/, one after the other."""
    install("dev")
    install_from("benchmarks/requirements.txt")
    for program in sorted((ROOT / "benchmarks").glob("bench_*.py")):
        run("python", program.relative_to(ROOT), *arguments)


def fixtures(*arguments: str) -> None:
    """Make the PDF fixtures of the tests anew, with whichever of their producers are installed."""
    install("dev")
    install_from("tests/readers_pdf/requirements.txt")
    run("python", "tests/readers_pdf/make_fixtures.py", *arguments)


def ci(*arguments: str) -> None:
    """Everything a change must pass: lint, types, imports, docs, the example and all tests."""
    failures = []
    for task in (lint, types, imports, docs, example):
        try:
            task()
        except StepError as failure:
            failures.append(f"{task.__name__}: {failure}")
    try:
        test(*arguments)
    except StepError as failure:
        failures.append(f"test: {failure}")
    if failures:
        raise StepError("\n".join(failures))


TASKS = {
    "example": example,
    "test": test,
    "lint": lint,
    "format": reformat,
    "types": types,
    "imports": imports,
    "docs": docs,
    "notebooks": notebooks,
    "bench": bench,
    "fixtures": fixtures,
    "ci": ci,
}


def newer_python() -> str | None:
    """An interpreter on this machine that is new enough, for whoever called this file with an old one."""
    for minor in range(20, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found is not None and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return found
    return None


def main(arguments: list[str]) -> int:
    """Run the task named; the exit status is 0 where it went well."""
    if sys.version_info < OLDEST:
        newer = newer_python()
        if newer is None:
            print("Python {}.{} or newer is needed; this is {}".format(*OLDEST, sys.version.split()[0]))
            return 2
        return subprocess.call([newer, str(Path(__file__).resolve()), *arguments])
    if not arguments or arguments[0] not in TASKS:
        print("python3 dev.py TASK, where TASK is one of")
        for name, task in TASKS.items():
            print(f"  {name:10} {(task.__doc__ or '').splitlines()[0]}")
        return 0 if arguments[:1] in ([], ["-h"], ["--help"], ["help"]) else 2
    try:
        TASKS[arguments[0]](*arguments[1:])
    except StepError as failure:
        print(f"dev.py {arguments[0]}: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
