"""A reading as facts: a line of JSON for the document and one for every cell of its form, in printed order.

Records are plain dicts whose amounts are still ``Decimal``; :func:`dumps_facts` and
:func:`~gov_disclosure.interchange.lines.dumps_record` write them with all their digits. Their schemas are
``schema("facts")`` and ``schema("findings")`` of :mod:`~gov_disclosure.interchange.schema`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from gov_disclosure.interchange.lines import dumps_record
from gov_disclosure.model import AnnualReport, Field, GovDisclosureError, Lang
from gov_disclosure.reading import Evidence, Place, Reading

if TYPE_CHECKING:
    from gov_disclosure.checks.findings import Finding, Findings, Suspect, Unanswered

__all__ = [
    "SCHEMA_VERSION",
    "Record",
    "cell_records",
    "document_record",
    "dumps_facts",
    "error_record",
    "facts",
    "findings_record",
]

Record: TypeAlias = dict[str, Any]

#: The version of the records of facts and findings.
SCHEMA_VERSION = 1


def facts(reading: Reading) -> Iterator[Record]:
    """The document's record, then a record for every cell of its form in printed order."""
    yield document_record(reading)
    yield from cell_records(reading)


def dumps_facts(reading: Reading, *, ensure_ascii: bool = False) -> Iterator[str]:
    """The facts as lines of JSON, without line ends; amounts are numbers with all their digits."""
    for record in facts(reading):
        yield dumps_record(record, ensure_ascii=ensure_ascii)


def document_record(reading: Reading) -> Record:
    """What was read and by what: the first line a document gives."""
    from gov_disclosure import __version__

    report, source = reading.report, reading.source
    return {
        "record": "document",
        "schema_version": SCHEMA_VERSION,
        "document": source.document,
        "sha256": source.sha256,
        "form": None if report.form is None else str(report.form),
        "year": report.year,
        "issuer": report.issuer,
        "title": report.title,
        "reader": source.reader,
        "engine": source.engine,
        "library_version": __version__,
    }


def cell_records(reading: Reading) -> Iterator[Record]:
    """Every cell of the form, printed or not, with what stands in the document for it.

    A report without a known form has no cells. Where a reading keeps no evidence for a cell (a report that
    was made rather than read), its kind is told from the report alone, and nothing is said of raw text or
    place.
    """
    report = reading.report
    if report.form is None:
        return
    document, evidence = reading.source.document, reading.evidence
    for field, (_, value) in zip(report.form.fields, report.cells(), strict=True):
        known = evidence.get(field.path)
        if known is None:
            known = _evidence_of_report(report, field)
        yield {
            "record": "cell",
            "document": document,
            "path": field.path,
            "code": field.code,
            "value": value,
            "unit": field.unit,
            "raw": known.raw,
            "kind": known.kind,
            "place": _place(known.place),
            "flags": list(known.flags),
            "doubt": known.doubt,
        }


def _evidence_of_report(report: AnnualReport, field: Field) -> Evidence:
    if report[field.path] is not None:
        return Evidence(kind="number")
    return Evidence(kind="blank" if report.prints(field.path) else "absent")


def error_record(document: str | None, error: GovDisclosureError, lang: Lang = "en") -> Record:
    """The line a document gives that could not be read."""
    return {"record": "error", "document": document, "code": error.code, "message": error.message(lang)}


def findings_record(document: str | None, findings: "Findings", lang: Lang = "en") -> Record:
    """What checking a document brought to light, as one object; sentences in the language asked for."""
    return {
        "document": document,
        "answered": findings.answered,
        "unanswered": [_unanswered(lacking, lang) for lacking in findings.unanswered],
        "findings": [_finding(finding, lang) for finding in findings],
        "accepted": [
            _finding(finding, lang) | {"accepted": finding.accepted} for finding in findings.accepted
        ],
        "suspects": [_suspect(suspect) for suspect in findings.suspects],
        "assumed": findings.assumed,
        "profile": dict(findings.profile) or None,
    }


def _unanswered(lacking: "Unanswered", lang: Lang) -> Record:
    return {
        "check": lacking.check,
        "label": lacking.label(lang),
        "paths": list(lacking.paths),
        "elsewhere": [{"report": report, "path": path} for report, path in lacking.elsewhere],
    }


def _lapsed(finding: "Finding") -> Record | None:
    lapsed = finding.lapsed
    return None if lapsed is None else {"until": lapsed.until, "reason": lapsed.reason}


def _finding(finding: "Finding", lang: Lang) -> Record:
    return {
        "check": finding.check,
        "fingerprint": finding.fingerprint,
        "severity": str(finding.severity),
        "paths": list(finding.paths),
        "operands": [
            {
                "path": operand.path,
                "report": operand.report,
                "value": operand.value,
                "raw": operand.raw,
                "place": _place(operand.place),
                "doubt": operand.doubt,
            }
            for operand in finding.operands
        ],
        "expected": finding.expected,
        "actual": finding.actual,
        "assumed": finding.assumed,
        "origin": finding.origin,
        "certain_despite_blanks": finding.certain_despite_blanks,
        "citation": finding.citation,
        "lapsed": _lapsed(finding),
        "message": finding.message(lang),
    }


def _suspect(suspect: "Suspect") -> Record:
    return {
        "path": suspect.path,
        "value": suspect.value,
        "current": suspect.current,
        "checks": list(suspect.checks),
        "pattern": suspect.pattern,
        "also": [{"path": path, "value": value} for path, value in suspect.also],
        "complete": suspect.complete,
    }


def _place(place: Place | None) -> Record | None:
    if place is None:
        return None
    return {name: list(part) if isinstance(part, tuple) else part for name, part in place.parts().items()}
