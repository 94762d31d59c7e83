"""``gov-disclosure convert``: from any format that can be read to any that can be written."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import STANDARD_INPUT, names, outcomes, reading_options
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.reading import Reading

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Read every file and write it anew."""
    meant = names(arguments.files, arguments.target)
    options = reading_options(arguments)
    targets = _targets(meant, arguments.target, arguments.to, console)
    for name, outcome in outcomes(meant, options, console):
        if not isinstance(outcome, GovDisclosureError):
            _write(outcome, targets[name], arguments, console)


def _targets(meant: list[str], target: str, to: str | None, console: Console) -> dict[str, Path]:
    """Where each file goes: to the target itself, or under its own name into a folder."""
    from gov_disclosure.writers import WriteError, pick_writer

    folder = Path(target)
    into_folder = folder.is_dir()
    if len(meant) > 1 and not into_folder:
        raise UsageError("several-into-one", target)
    if into_folder and to is None:
        raise UsageError("needs-format")
    try:
        # A format that nobody can write is to be told before anything is read.
        suffix = pick_writer(target, to).suffixes[0]
    except WriteError as error:
        raise UsageError("plain", error.message(console.lang)) from None
    if not into_folder:
        return {meant[0]: folder}
    found: dict[str, Path] = {}
    for name in meant:
        path = folder / f"{'stdin' if name == STANDARD_INPUT else Path(name).stem}{suffix}"
        if path in found.values():
            raise UsageError("same-target", path)
        found[name] = path
    return found


def _write(reading: "Reading", target: Path, arguments: argparse.Namespace, console: Console) -> None:
    import gov_disclosure
    from gov_disclosure.writers import TargetExists

    try:
        said = gov_disclosure.write(reading, target, format=arguments.to, overwrite=arguments.force)
    except GovDisclosureError as error:
        console.complain(error.message(console.lang))
        console.worsen(2 if isinstance(error, TargetExists) else 3)
    else:
        for notice in said:
            console.complain(f"{target}: {notice.message(console.lang)}")
