"""``gov-disclosure read``: tables for people, facts or whole readings for programs."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.sources import blame, guarded, names, outcomes, reading_options
from gov_disclosure.cli.words import say
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.reading import Reading
    from gov_disclosure.writers.terminal import Line

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Read every file and print it."""
    meant = names(arguments.files, arguments.output)
    options = reading_options(arguments)
    with console.into(arguments.output):
        shown, named = 0, len(meant) > 1 or arguments.report == "all"
        for name, outcome in outcomes(meant, options, console):
            if isinstance(outcome, GovDisclosureError):
                _error(name, outcome, arguments.to, console)
            elif arguments.to != "table":
                _records(name, outcome, arguments.to, console)
            else:
                lines = guarded(name, partial(_lines, outcome, console, name if named else None))
                if isinstance(lines, GovDisclosureError):
                    blame(name, lines, console)
                else:
                    console.lines([(), *lines] if shown else lines)
                    shown += 1
            console.flush()


def _records(name: str, reading: "Reading", to: str, console: Console) -> None:
    records = guarded(name, partial(_json if to == "json" else _facts, reading))
    if isinstance(records, GovDisclosureError):
        blame(name, records, console)
        _error(name, records, to, console)
    else:
        for record in records:
            console.record(record)


def _json(reading: "Reading") -> list[str]:
    import gov_disclosure

    return [gov_disclosure.dumps(reading)]


def _facts(reading: "Reading") -> list[str]:
    from gov_disclosure.interchange.facts import dumps_facts

    return list(dumps_facts(reading))


def _lines(reading: "Reading", console: Console, name: str | None) -> "list[Line]":
    return list(_table(reading, console, name))


def _table(reading: "Reading", console: Console, name: str | None) -> "Iterator[Line]":
    import gov_disclosure
    from gov_disclosure.cli.shown import finding_lines, notice_lines
    from gov_disclosure.writers.terminal import Span, report_lines

    findings = gov_disclosure.check(reading)
    broken = {path for finding in findings.errors for path in finding.paths}
    if name is not None:
        yield (Span(f"── {name}", "quiet"),)
    yield from report_lines(reading, lang=console.lang, columns=console.columns, broken=broken)
    yield from notice_lines(reading, lang=console.lang, columns=console.columns)
    yield ()
    yield (Span(say("findings", console.lang), "title"),)
    yield from finding_lines(findings, lang=console.lang, columns=console.columns)


def _error(name: str, error: GovDisclosureError, to: str, console: Console) -> None:
    if to != "table":
        from gov_disclosure.interchange.facts import error_record
        from gov_disclosure.interchange.lines import dumps_record

        console.record(dumps_record(error_record(name, error, console.lang)))
