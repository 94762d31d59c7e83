"""Running the checks over a report and making findings of what does not hold."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from os import PathLike
from typing import Any

from gov_disclosure.checks.case import Breach, Case, Checkable
from gov_disclosure.checks.catalogue import catalogue, of_one_report
from gov_disclosure.checks.check import CheckLike
from gov_disclosure.checks.findings import Finding, Findings, Suspect
from gov_disclosure.checks.settings import DEFAULTS, Settings
from gov_disclosure.checks.wording import Wording, number
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Severity

__all__ = ["check", "fingerprint"]


def check(
    report_or_reading: Checkable,
    *,
    previous: "Checkable | Sequence[Checkable] | None" = None,
    parts: "Iterable[Checkable] | None" = None,
    profile: "str | PathLike[str] | Mapping[str, Any] | Settings | None" = None,
    blank_as_zero: bool = False,
    checks: "Iterable[CheckLike] | None" = None,
) -> Findings:
    """Check a report against everything it must agree with.

    ``previous`` is last year's report (or several, last year's first); ``parts`` those of the organs the
    report adds up. ``profile`` is a TOML file or a mapping that switches checks, severities, bounds and
    texts. ``blank_as_zero`` evaluates blanks as zero where nothing else could be meant; what rests on it is
    marked ``assumed`` and is at most a warning, and nothing is stored. ``checks`` replaces the catalogue, which
    is the built-in one and the checks of installed packages.

    Raises :class:`~gov_disclosure.checks.InvalidProfile` for a profile that cannot be used.
    """
    settings = _settings(profile)
    earlier = _earlier(previous, settings, blank_as_zero)
    children = tuple(
        Case(part, settings=settings, blank_as_zero=blank_as_zero, name=f"part-{number_}")
        for number_, part in enumerate(parts or (), 1)
    )
    case = Case(
        report_or_reading, settings=settings, previous=earlier, parts=children, blank_as_zero=blank_as_zero
    )
    found: list[tuple[int, int, Finding]] = []
    catalogue_ = catalogue(plugins=True) if checks is None else tuple(checks)
    to_run = catalogue_ if earlier or children else of_one_report(catalogue_)
    for rank, one in enumerate(to_run):
        if one.id not in settings.off:
            for breach in one.run(case):
                found.append((_place(case, breach), rank, _finding(case, one, breach)))  # noqa: PERF401 - most find nothing
    found.sort(key=lambda entry: entry[:2])
    items, accepted = _sorted_out(settings, [finding for _, _, finding in found])
    return Findings(
        items,
        answered=case.answered,
        assumed=case.assumed,
        unanswered=case.unanswered,
        suspects=_suspects(case, items, catalogue_, accepted) if items else (),
        accepted=accepted,
        profile=settings.stamp(),
        has_tables=any(case.printed),
    )


def _settings(profile: "str | PathLike[str] | Mapping[str, Any] | Settings | None") -> Settings:
    if profile is None:
        return DEFAULTS
    if isinstance(profile, Settings):
        return profile
    from gov_disclosure.checks.profile import load_profile

    return load_profile(profile)


def _earlier(
    previous: "Checkable | Sequence[Checkable] | None", settings: Settings, blank_as_zero: bool
) -> tuple[Case, ...]:
    if previous is None:
        return ()
    reports = tuple(previous) if isinstance(previous, Sequence) else (previous,)
    return tuple(
        Case(
            report,
            settings=settings,
            blank_as_zero=blank_as_zero,
            name="previous" if years == 1 else f"previous-{years}",
        )
        for years, report in enumerate(reports, 1)
    )


def _place(case: Case, breach: Breach) -> int:
    index = case.layout.index if case.layout is not None else {}
    places = [
        index[operand.path]
        for operand in breach.operands
        if operand.report == case.name and operand.path in index
    ]
    return min(places, default=len(index))


def _finding(case: Case, check_: CheckLike, breach: Breach) -> Finding:
    severity = case.settings.severities.get(check_.id) or breach.severity or check_.severity
    doubtful = any(operand.doubt for operand in breach.operands)
    if severity == Severity.error and (doubtful or breach.assumed or getattr(check_, "never_error", False)):
        severity = Severity.warning
    form = case.report.form
    index = case.layout.index if case.layout is not None else {}
    mine = (op.path for op in breach.operands if op.report == case.name)
    paths = tuple(dict.fromkeys(path for path in mine if path in index))
    return Finding(
        check=check_.id,
        fingerprint=fingerprint(case, check_.id, breach),
        severity=severity,
        paths=paths,
        operands=breach.operands,
        expected=breach.expected,
        actual=breach.actual,
        assumed=breach.assumed,
        origin="reading" if doubtful else "document",
        certain_despite_blanks=breach.certain_despite_blanks,
        citation=check_.citation.replace("{form}", form.citation if form is not None else ""),
        formula=breach.identity,
        params=FrozenMapping(breach.params),
        wording=_wording(case, check_),
    )


def _wording(case: Case, check_: CheckLike) -> Wording:
    texts = case.settings.texts.get(check_.id)
    if not texts:
        return check_.wording
    import attrs

    return attrs.evolve(check_.wording, **texts)


def fingerprint(case: Case, check_id: str, breach: Breach) -> str:
    """A short stable name of a finding: the same issuer, year, check, cells and figures give the same one."""
    from hashlib import blake2b

    said = [case.report.issuer or "", str(case.report.year), check_id]
    for operand in breach.operands:
        value: int | Decimal | None = operand.value
        said.append(f"{operand.report}:{operand.path}={number(value)}")
    if not breach.operands:
        said += [f"{name}={value}" for name, value in sorted(breach.params.items())]
    return blake2b("\n".join(said).encode(), digest_size=6).hexdigest()


def _sorted_out(settings: Settings, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    if not settings.accepted:
        return findings, []
    import attrs

    today = datetime.date.today().isoformat()
    # of several for one finding the one that lasts longest
    holding = {
        entry.fingerprint: entry
        for entry in sorted(settings.accepted, key=lambda entry: entry.until or _FOR_GOOD)
    }
    kept: list[Finding] = []
    accepted: list[Finding] = []
    for finding in findings:
        entry = holding.get(finding.fingerprint)
        if entry is None:
            kept.append(finding)
        elif entry.until is None or entry.until >= today:
            accepted.append(attrs.evolve(finding, accepted=entry.reason))
        else:
            kept.append(attrs.evolve(finding, lapsed=entry))
    return kept, accepted


_FOR_GOOD = "9999-12-31"


def _suspects(
    case: Case, findings: Sequence[Finding], checks: Sequence[CheckLike], accepted: Sequence[Finding]
) -> "Callable[[], tuple[Suspect, ...]]":
    def work_out() -> tuple[Suspect, ...]:
        from gov_disclosure.checks.suspects import suspects

        return suspects(case, findings, checks, accepted)

    return work_out
