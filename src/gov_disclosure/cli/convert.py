"""``gov-disclosure convert``: from any format that can be read to any that can be written."""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import batches, names, outcomes, reading_options
from gov_disclosure.cli.targets import Folder, names_folder
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.reading import Notice, Reading
    from gov_disclosure.writers import Writer

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Read every file and write it anew: each to a file of its own, or all into one file of data."""
    from gov_disclosure.analysis.saving import FORMATS

    meant = list(dict.fromkeys(names(arguments.files, arguments.target)))
    into_folder = names_folder(arguments.target)
    writer = _writer(arguments, console, into_folder)
    is_data = writer.name in FORMATS
    _check_data_options(arguments, is_data, into_folder)
    if into_folder:
        _each(meant, writer, arguments, console)
    elif is_data or getattr(writer, "joins", False):
        _together(meant, writer, arguments, console)
    else:
        if len(meant) > 1:
            raise UsageError("several-into-one", arguments.target, _data_suffixes())
        _alone(meant, arguments, console)


def _writer(arguments: argparse.Namespace, console: Console, into_folder: bool) -> "Writer":
    """The writer; a format that nobody can write is told before anything is read."""
    from gov_disclosure.writers import WriteError, pick_writer

    if into_folder and arguments.to is None:
        raise UsageError("needs-format")
    try:
        return pick_writer(arguments.target, arguments.to)
    except WriteError as error:
        raise UsageError("plain", error.message(console.lang)) from None


def _check_data_options(arguments: argparse.Namespace, is_data: bool, into_folder: bool) -> None:
    given = {"--wide": arguments.wide, "--no-bom": arguments.no_bom, "--datapackage": arguments.datapackage}
    for option in (name for name, value in given.items() if value):
        if not is_data:
            raise UsageError("only-for-data", option, _data_suffixes())
        if into_folder and option == "--datapackage":
            raise UsageError("only-for-one-file", option)


def _data_suffixes() -> str:
    from gov_disclosure.analysis.saving import FORMATS

    return ", ".join(suffixes[0] for suffixes in FORMATS.values())


def _each(meant: list[str], writer: "Writer", arguments: argparse.Namespace, console: Console) -> None:
    """Every report to a file of its own in a folder."""
    from gov_disclosure.analysis.saving import FORMATS
    from gov_disclosure.writers.files import refuse_existing

    options = reading_options(arguments)
    folder = Folder(Path(arguments.target), meant, writer.suffixes[0])
    folder.check()
    # What is there already is told before its source is read.
    free = [
        name
        for name in meant
        if _done(partial(refuse_existing, folder.target(name), overwrite=arguments.force), console)
        is not None
    ]
    for name, outcome in batches(free, options, console):
        readings = () if isinstance(outcome, GovDisclosureError) else outcome
        if readings and _done(partial(_make, Path(arguments.target)), console) is None:
            return
        for number, reading in enumerate(readings, start=1):
            target = folder.target(name, number if len(readings) > 1 else None)
            if writer.name in FORMATS:
                _save([reading], target, arguments, console)
            else:
                _write(reading, target, arguments, console)


def _make(folder: Path) -> None:
    from gov_disclosure.writers import CannotWrite

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(target=str(folder), reason=error.strerror or str(error)) from error


def _alone(meant: list[str], arguments: argparse.Namespace, console: Console) -> None:
    """One report to one file."""
    for _, outcome in batches(meant, reading_options(arguments), console):
        if isinstance(outcome, GovDisclosureError):
            continue
        if len(outcome) > 1:
            raise UsageError("several-into-one", arguments.target, _data_suffixes())
        _write(outcome[0], Path(arguments.target), arguments, console)


def _together(meant: list[str], writer: "Writer", arguments: argparse.Namespace, console: Console) -> None:
    """All reports into one file; those that cannot be read are said, and the others are in it."""
    from gov_disclosure.analysis.saving import FORMATS
    from gov_disclosure.writers.files import refuse_existing

    target = Path(arguments.target)
    if _done(partial(refuse_existing, target, overwrite=arguments.force), console) is None:
        return
    readings = (
        outcome
        for _, outcome in outcomes(meant, reading_options(arguments), console)
        if not isinstance(outcome, GovDisclosureError)
    )
    first = next(readings, None)
    if first is None:
        return

    def all_readings() -> "Iterator[Reading]":
        yield first
        yield from readings

    if writer.name in FORMATS:
        _save(all_readings(), target, arguments, console)
    else:
        _join(all_readings(), writer, target, arguments, console)


def _save(
    readings: "Iterator[Reading] | list[Reading]",
    target: Path,
    arguments: argparse.Namespace,
    console: Console,
) -> None:
    from gov_disclosure.analysis import save

    saved = partial(
        save,
        readings,
        target,
        format=arguments.to,
        shape="wide" if arguments.wide else None,
        overwrite=arguments.force,
        bom=not arguments.no_bom,
        lang=console.lang,
        datapackage=arguments.datapackage,
    )
    _say(target, _done(saved, console), console)


def _join(
    readings: "Iterator[Reading]",
    writer: "Writer",
    target: Path,
    arguments: argparse.Namespace,
    console: Console,
) -> None:
    from gov_disclosure.writers.files import placing

    def joined() -> "tuple[Notice, ...]":
        said: list[Notice] = []
        with placing(target, overwrite=arguments.force) as file:
            for reading in readings:
                written = writer.write(reading)
                file.write(written.content)
                said += written.notices
        return tuple(_merged(said))

    _say(target, _done(joined, console), console)


def _merged(notices: "list[Notice]") -> "Iterator[Notice]":
    """The notices, those that only count what is left out as one."""
    from gov_disclosure.reading.notices import notice

    counted = "text-not-written"
    left_out = sum(said.params["count"] for said in notices if said.code == counted)
    if left_out:
        yield notice(counted, params={"count": left_out})
    yield from (said for said in notices if said.code != counted)


def _write(reading: "Reading", target: Path, arguments: argparse.Namespace, console: Console) -> None:
    import gov_disclosure

    written = partial(gov_disclosure.write, reading, target, format=arguments.to, overwrite=arguments.force)
    _say(target, _done(written, console), console)


def _done(work: "Callable[[], tuple[Notice, ...] | None]", console: Console) -> "tuple[Notice, ...] | None":
    """What writing has to say; None where it failed, which is said and goes into the status."""
    from gov_disclosure.writers import TargetExists

    try:
        return work() or ()
    except GovDisclosureError as error:
        console.complain(error.message(console.lang))
        console.worsen(2 if isinstance(error, TargetExists) else 3)
        return None


def _say(target: Path, said: "tuple[Notice, ...] | None", console: Console) -> None:
    for notice in said or ():
        where = f" ({notice.place.describe(console.lang)})" if notice.place is not None else ""
        console.complain(f"{target}: {notice.message(console.lang)}{where}")
