"""``gov-disclosure read``: tables for people, facts or whole readings for programs."""

import argparse
from typing import TYPE_CHECKING

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.shown import finding_lines, notice_lines
from gov_disclosure.cli.sources import names, outcomes, reading_options
from gov_disclosure.cli.words import say
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.reading import Reading

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Read every file and print it."""
    meant = names(arguments.files, arguments.output)
    options = reading_options(arguments)
    with console.into(arguments.output):
        for place, (name, outcome) in enumerate(outcomes(meant, options, console)):
            if isinstance(outcome, GovDisclosureError):
                _error(name, outcome, arguments.to, console)
            elif arguments.to == "table":
                if place:
                    console.text()
                _table(outcome, console, name if len(meant) > 1 else None)
            elif arguments.to == "json":
                import gov_disclosure

                console.record(gov_disclosure.dumps(outcome))
            else:
                from gov_disclosure.interchange.facts import dumps_facts

                for line in dumps_facts(outcome, ensure_ascii=console.ascii_only):
                    console.record(line)
            console.flush()


def _table(reading: "Reading", console: Console, name: str | None) -> None:
    import gov_disclosure
    from gov_disclosure.writers.terminal import Span, report_lines

    findings = gov_disclosure.check(reading)
    broken = {path for finding in findings.errors for path in finding.paths}
    if name is not None:
        console.lines([(Span(f"── {name}", "quiet"),)])
    console.lines(report_lines(reading, lang=console.lang, columns=console.columns, broken=broken))
    console.lines(notice_lines(reading, lang=console.lang, columns=console.columns))
    console.text()
    console.lines([(Span(say("findings", console.lang), "title"),)])
    console.lines(finding_lines(findings, reading.report, lang=console.lang, columns=console.columns))


def _error(name: str, error: GovDisclosureError, to: str, console: Console) -> None:
    if to != "table":
        from gov_disclosure.interchange.facts import error_record
        from gov_disclosure.interchange.lines import dumps_record

        console.record(dumps_record(error_record(name, error, console.lang)))
