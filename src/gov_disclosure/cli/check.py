"""``gov-disclosure check``: whether a report's figures agree, for the clerk or for a program."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import ReadOptions, blame, guarded, names, outcomes, read_one, reading_options
from gov_disclosure.cli.words import say
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.checks import Findings
    from gov_disclosure.reading import Reading

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Check every file."""
    meant = names(arguments.files, arguments.output)
    options = reading_options(arguments)
    _check_profile(arguments.profile, console)
    previous = _previous(arguments.previous, options, console)
    with console.into(arguments.output):
        shown = 0
        for name, outcome in outcomes(meant, options, console):
            if isinstance(outcome, GovDisclosureError):
                _error(name, outcome, arguments.to, console)
                continue
            findings = guarded(name, partial(_findings, outcome, previous, arguments))
            if isinstance(findings, GovDisclosureError):
                blame(name, findings, console)
                _error(name, findings, arguments.to, console)
                continue
            if findings.errors:
                console.worsen(1)
            if arguments.to == "json":
                _record(name, findings, console)
            else:
                if shown:
                    console.text()
                shown += 1
                _text(name, outcome, findings, console)
            console.flush()


def _findings(reading: "Reading", previous: "Reading | None", arguments: argparse.Namespace) -> "Findings":
    import gov_disclosure

    return gov_disclosure.check(
        reading,
        previous=previous,
        profile=arguments.profile,
        blank_as_zero=arguments.blank_as_zero,
    )


def _check_profile(profile: str | None, console: Console) -> None:
    """Refuse a profile that cannot be used before any file is read."""
    if profile is not None:
        import gov_disclosure

        try:
            gov_disclosure.check(gov_disclosure.AnnualReport(), profile=profile)
        except GovDisclosureError as error:
            raise UsageError("plain", error.message(console.lang)) from None


def _previous(name: str | None, options: ReadOptions, console: Console) -> "Reading | None":
    if name is None:
        return None
    # The edition said on the command line is this year's; last year's report may be on another.
    options = options.copy()
    options.pop("form", None)
    outcome = read_one(name, options)
    if isinstance(outcome, GovDisclosureError):
        blame(name, outcome, console)
        console.complain(say("previous-unread", console.lang))
        return None
    return outcome


def _record(name: str, findings: "Findings", console: Console) -> None:
    from gov_disclosure.interchange.facts import findings_record
    from gov_disclosure.interchange.lines import dumps_record

    console.record(dumps_record(findings_record(name, findings, console.lang)))


def _text(name: str, reading: "Reading", findings: "Findings", console: Console) -> None:
    from gov_disclosure.cli.shown import finding_lines
    from gov_disclosure.writers.terminal import Span

    title = reading.report.title
    console.lines([(Span(name, "title"), Span(f"  {title}" if title else "", "quiet"))])
    console.lines(finding_lines(findings, reading.report, lang=console.lang, columns=console.columns))


def _error(name: str, error: GovDisclosureError, to: str, console: Console) -> None:
    if to == "json":
        from gov_disclosure.interchange.facts import error_record
        from gov_disclosure.interchange.lines import dumps_record

        console.record(dumps_record(error_record(name, error, console.lang)))
