"""``gov-disclosure check``: whether a report's figures agree, for the clerk or for a program."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import ReadOptions, blame, guarded, names, outcomes, read_one, reading_options
from gov_disclosure.cli.words import say
from gov_disclosure.model.errors import GovDisclosureError

if TYPE_CHECKING:
    from gov_disclosure.checks import Findings
    from gov_disclosure.reading import Reading

__all__ = ["run"]

_Checked: TypeAlias = "tuple[str, Reading, Findings] | tuple[str, None, GovDisclosureError]"


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Check every file."""
    if arguments.series and arguments.previous is not None:
        raise UsageError("series-alone")
    if arguments.to == "html" and arguments.output in (None, "-"):
        raise UsageError("html-needs-file")
    meant = names(arguments.files, arguments.output)
    options = reading_options(arguments)
    _check_profile(arguments.profile, console)
    if arguments.series:
        checked = _series(outcomes(meant, options, console), arguments, console)
    else:
        previous = _previous(arguments.previous, options, console)
        checked = _each(outcomes(meant, options, console), previous, arguments, console)
    with console.into(arguments.output):
        if arguments.to == "html":
            _page(list(checked), console)
        else:
            _lines(checked, arguments.to, console)


def _each(
    read: "Iterable[tuple[str, Reading | GovDisclosureError]]",
    previous: "Reading | None",
    arguments: argparse.Namespace,
    console: Console,
) -> Iterator[_Checked]:
    """Each file by itself, or against last year's."""
    for name, outcome in read:
        if isinstance(outcome, GovDisclosureError):
            yield name, None, outcome
        else:
            yield _findings(name, outcome, () if previous is None else (previous,), arguments, console)


def _series(
    read: "Iterable[tuple[str, Reading | GovDisclosureError]]",
    arguments: argparse.Namespace,
    console: Console,
) -> Iterator[_Checked]:
    """The files by year, each against those before it."""
    from gov_disclosure.checks.series import in_order

    there: list[tuple[str, Reading]] = []
    for name, outcome in read:
        if isinstance(outcome, GovDisclosureError):
            yield name, None, outcome
        else:
            there.append((name, outcome))
    named = {id(reading): name for name, reading in there}
    earlier: list[Reading] = []
    for reading in in_order(reading for _, reading in there):
        yield _findings(named[id(reading)], reading, earlier, arguments, console)
        earlier.insert(0, reading)


def _findings(
    name: str,
    reading: "Reading",
    previous: "Sequence[Reading]",
    arguments: argparse.Namespace,
    console: Console,
) -> _Checked:
    import gov_disclosure

    findings = guarded(
        name,
        partial(
            gov_disclosure.check,
            reading,
            previous=previous[0] if len(previous) == 1 else tuple(previous) or None,
            profile=arguments.profile,
            blank_as_zero=arguments.blank_as_zero,
        ),
    )
    if isinstance(findings, GovDisclosureError):
        blame(name, findings, console)
        return name, None, findings
    if findings.errors:
        console.worsen(1)
    return name, reading, findings


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
    options.pop("report", None)
    outcome = read_one(name, options)
    if isinstance(outcome, GovDisclosureError):
        blame(name, outcome, console)
        console.complain(say("previous-unread", console.lang))
        return None
    return outcome


def _lines(checked: Iterable[_Checked], to: str, console: Console) -> None:
    shown = 0
    for name, reading, outcome in checked:
        if reading is None:
            assert isinstance(outcome, GovDisclosureError)
            _error(name, outcome, to, console)
            continue
        assert not isinstance(outcome, GovDisclosureError)
        if to == "json":
            _record(name, outcome, console)
        else:
            if shown:
                console.text()
            shown += 1
            _text(name, reading, outcome, console)
        console.flush()


def _record(name: str, findings: "Findings", console: Console) -> None:
    from gov_disclosure.interchange.facts import findings_record
    from gov_disclosure.interchange.lines import dumps_record

    console.record(dumps_record(findings_record(name, findings, console.lang)))


def _text(name: str, reading: "Reading", findings: "Findings", console: Console) -> None:
    from gov_disclosure.cli.shown import finding_lines
    from gov_disclosure.writers.terminal import Span

    title = reading.report.title
    console.lines([(Span(name, "title"), Span(f"  {title}" if title else "", "quiet"))])
    shown = finding_lines(findings, lang=console.lang, columns=console.columns, notices=reading.notices)
    console.lines(shown)


def _error(name: str, error: GovDisclosureError, to: str, console: Console) -> None:
    if to == "json":
        from gov_disclosure.interchange.facts import error_record
        from gov_disclosure.interchange.lines import dumps_record

        console.record(dumps_record(error_record(name, error, console.lang)))


def _page(checked: Sequence[_Checked], console: Console) -> None:
    from gov_disclosure.writers.findings_page import Checked, Unread, findings_page

    entries: list[Checked | Unread] = []
    for name, reading, outcome in checked:
        if reading is None:
            assert isinstance(outcome, GovDisclosureError)
            entries.append(Unread(name=name, error=outcome))
        else:
            assert not isinstance(outcome, GovDisclosureError)
            entries.append(Checked(subject=reading, findings=outcome, name=name))
    console.page(findings_page(*entries, lang=console.lang))
