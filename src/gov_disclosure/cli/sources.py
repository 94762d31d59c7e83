"""The files named on the command line: for each a reading, or the reason why there is none."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypedDict, TypeVar

import attrs

from gov_disclosure import reading
from gov_disclosure.cli.console import Console, OutputClosed, OutputFailed
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.reading import Reading

__all__ = [
    "STANDARD_INPUT",
    "ReadOptions",
    "batches",
    "blame",
    "guarded",
    "names",
    "outcomes",
    "read_one",
    "reading_options",
]

T = TypeVar("T")
STANDARD_INPUT = "-"


class ReadOptions(TypedDict, total=False):
    """What a person may say about how to read: keywords of ``gov_disclosure.read``.

    ``report`` is not among those: the number of the one that is meant where a document holds several reports, or
    "all".
    """

    form: str
    format: str
    engine: str
    password: str
    report: str


def names(given: list[str], output: str | None = None) -> list[str]:
    """The files meant, with patterns filled in where the shell does not do it."""
    meant: list[str] = []
    for name in given:
        found = _matching(name) if os.name == "nt" else []
        meant += found or [name]
    if meant.count(STANDARD_INPUT) > 1:
        raise UsageError("stdin-twice")
    if output is not None and any(_same(name, output) for name in meant):
        raise UsageError("output-is-input", output)
    return meant


def reading_options(arguments: argparse.Namespace) -> ReadOptions:
    """What the command line says about how to read."""
    from gov_disclosure.model.errors import InvalidReport
    from gov_disclosure.model.forms import Form, editions

    if arguments.form is not None:
        try:
            Form(arguments.form)
        except InvalidReport:
            raise UsageError("unknown-name", arguments.form, ", ".join(editions())) from None
    options = ReadOptions()
    if arguments.form is not None:
        options["form"] = arguments.form
    if arguments.format is not None:
        options["format"] = arguments.format
    if arguments.engine is not None:
        options["engine"] = arguments.engine
    if arguments.password is not None:
        options["password"] = arguments.password
    if arguments.report is not None:
        options["report"] = arguments.report
    return options


def outcomes(
    meant: list[str], options: ReadOptions, console: Console
) -> "Iterator[tuple[str, Reading | GovDisclosureError]]":
    """Each name with its reading or its error; an error also goes to standard error and into the status.

    Where all reports of a document are wanted, each comes under the document's name with its number.
    """
    for name, outcome in batches(meant, options, console):
        if isinstance(outcome, GovDisclosureError):
            yield name, outcome
        else:
            for reading in outcome:
                yield (reading.source.document or name) if len(outcome) > 1 else name, reading


def batches(
    meant: list[str], options: ReadOptions, console: Console
) -> "Iterator[tuple[str, tuple[Reading, ...] | GovDisclosureError]]":
    """Each name with the readings that are wanted of it, or its error, said as :func:`outcomes` does."""
    for done, name in enumerate(meant):
        console.progress(done + 1, len(meant), name)
        outcome = guarded(name, partial(_readings, name, options))
        if isinstance(outcome, GovDisclosureError):
            blame(name, outcome, console)
        yield name, outcome
    console.progress_done()


def blame(name: str, error: GovDisclosureError, console: Console) -> None:
    """Say that a file could not be read."""
    sentence = error.message(console.lang)
    console.complain(sentence if getattr(error, "source", None) else f"{name}: {sentence}")
    console.worsen(3)


def read_one(name: str, options: ReadOptions) -> "Reading | GovDisclosureError":
    """The reading of one file, or why there is none."""
    readings = guarded(name, partial(_readings, name, options))
    return readings if isinstance(readings, GovDisclosureError) else readings[0]


def _readings(name: str, options: ReadOptions) -> "tuple[Reading, ...]":
    import gov_disclosure

    source = sys.stdin.buffer if name == STANDARD_INPUT else name
    how = options.copy()
    wanted = how.pop("report", None)
    if wanted is None:
        found: tuple[Reading, ...] = (gov_disclosure.read(source, **how),)  # type: ignore[misc]
    else:
        found = gov_disclosure.read_all(source, **how)  # type: ignore[misc]
        if wanted == "all" and len(found) > 1:
            return tuple(_named(reading, f"{name}#{number}") for number, reading in enumerate(found, start=1))
        if wanted != "all":
            number = int(wanted)
            if number > len(found):
                from gov_disclosure.cli.faults import no_such_report

                raise no_such_report(number, len(found))
            found = found[number - 1 : number]
    return tuple(_named(reading, name) for reading in found) if name == STANDARD_INPUT else found


def _named(reading: "Reading", name: str) -> "Reading":
    return attrs.evolve(reading, source=attrs.evolve(reading.source, document=name))


def guarded(name: str, work: Callable[[], T]) -> "T | GovDisclosureError":
    """What some work on a file gives, or its error under the file's name; a fault of this program too."""
    try:
        return work()
    except reading.ReadError as error:
        return attrs.evolve(error, source=name)
    except GovDisclosureError as error:
        return error
    except (OutputClosed, OutputFailed):
        raise
    except Exception as error:
        from gov_disclosure.cli.faults import fault

        return fault(name, _described(error))


def _described(error: Exception) -> str:
    import traceback
    from pathlib import Path

    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" ({Path(last[0].filename).name}:{last[0].lineno})" if last else ""
    return f"{type(error).__name__}: {error}{where}"


def _matching(pattern: str) -> list[str]:
    import glob
    from pathlib import Path

    return [] if Path(pattern).exists() else sorted(glob.glob(pattern))  # noqa: PTH207 - may be absolute


def _same(name: str, output: str) -> bool:
    if STANDARD_INPUT in (name, output):
        return False
    try:
        return os.path.samefile(name, output)  # noqa: PTH121 - pathlib is slow to import
    except OSError:
        return False
