"""``gov-disclosure template``: a form to fill in, which checks itself where it is a workbook."""

import argparse
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import ReadOptions, blame, names, read_one
from gov_disclosure.model.errors import GovDisclosureError, InvalidReport

if TYPE_CHECKING:
    from gov_disclosure.reading import Reading

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Write the template."""
    from gov_disclosure.model.forms import Form, editions
    from gov_disclosure.writers import TargetExists, UnknownTarget
    from gov_disclosure.writers.template import write_template

    try:
        form = Form(arguments.form)
    except InvalidReport:
        raise UsageError("unknown-name", arguments.form, ", ".join(editions())) from None
    previous: Reading | None = None
    if arguments.previous is not None:
        (name,) = names([arguments.previous], arguments.output)
        outcome = read_one(name, ReadOptions())
        if isinstance(outcome, GovDisclosureError):
            blame(name, outcome, console)
            return
        previous = outcome
    try:
        said = write_template(
            form,
            arguments.output,
            previous=previous,
            year=arguments.year,
            issuer=arguments.issuer,
            overwrite=arguments.force,
        )
    except UnknownTarget as error:
        raise UsageError("plain", error.message(console.lang)) from None
    except GovDisclosureError as error:
        console.complain(error.message(console.lang))
        console.worsen(2 if isinstance(error, TargetExists) else 3)
    else:
        for notice in said:
            console.complain(f"{arguments.previous}: {notice.message(console.lang)}")
