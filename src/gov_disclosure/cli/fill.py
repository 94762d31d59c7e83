"""``gov-disclosure fill``: a new file with 0 in blank cells, and a line for each change."""

import argparse
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import names, outcomes, reading_options
from gov_disclosure.cli.words import say
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.reading import Reading

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Fill one file."""
    from gov_disclosure.writers import WriteError, pick_writer

    (name,) = names(arguments.files, arguments.output)
    try:
        pick_writer(arguments.output, arguments.to)
    except WriteError as error:
        raise UsageError("plain", error.message(console.lang)) from None
    options = reading_options(arguments)
    if options.get("report") == "all":
        raise UsageError("one-at-a-time")
    for _, outcome in outcomes([name], options, console):
        if not isinstance(outcome, GovDisclosureError):
            _fill(name, outcome, arguments, console)


def _fill(name: str, reading: "Reading", arguments: argparse.Namespace, console: Console) -> None:
    import gov_disclosure
    from gov_disclosure.checks import fill_blanks
    from gov_disclosure.writers import TargetExists

    filled = fill_blanks(reading)
    try:
        said = gov_disclosure.write(
            filled.report, arguments.output, format=arguments.to, overwrite=arguments.force
        )
    except GovDisclosureError as error:
        console.complain(error.message(console.lang))
        console.worsen(2 if isinstance(error, TargetExists) else 3)
        return
    form, lang = filled.report.form, console.lang
    for path in filled.changes:
        assert form is not None
        console.text(say("filled-cell", lang).format(form.field(path).label(lang)))
    for path, why in filled.left:
        assert form is not None
        reason = say(f"left.{why}", lang)
        console.text(say("left-blank", lang).format(form.field(path).label(lang), reason))
    console.text(say("filled", lang).format(arguments.output, len(filled.changes)))
    for notice in said:
        console.complain(f"{arguments.output}: {notice.message(lang)}")
