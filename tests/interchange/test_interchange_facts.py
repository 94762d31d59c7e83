"""Facts, findings and errors as records: every cell, every digit, blank never zero."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import gov_disclosure
from gov_disclosure.checks import Finding, Findings, Operand, Suspect, check
from gov_disclosure.interchange.facts import (
    cell_records,
    document_record,
    dumps_facts,
    error_record,
    facts,
    findings_record,
)
from gov_disclosure.interchange.lines import dumps_record
from gov_disclosure.interchange.schema import schema
from gov_disclosure.model import AnnualReport, editions
from gov_disclosure.reading import Evidence, NotAReport, Place, Reading, Severity, Source
from gov_disclosure.testing import readings, reports
from interchange_documents import wild_readings

FACTS = Draft202012Validator(schema("facts"))
FINDINGS = Draft202012Validator(schema("findings"))


def read_back(line: str) -> Any:
    """A line of JSON with its fractions as exact decimals."""
    return json.loads(line, parse_float=Decimal)


def test_interchange_facts_of_a_document() -> None:
    """Otherwise a program could not tell which file, edition and library version its figures come from."""
    report = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府", title="年度报告")
    source = Source(document="报告.pdf", sha256="0" * 64, reader="pdf", engine="pdfium")
    assert document_record(Reading(report=report, source=source)) == {
        "record": "document",
        "schema_version": 1,
        "document": "报告.pdf",
        "sha256": "0" * 64,
        "form": "2021",
        "year": 2022,
        "issuer": "示例区人民政府",
        "title": "年度报告",
        "reader": "pdf",
        "engine": "pdfium",
        "library_version": gov_disclosure.__version__,
    }
    assert document_record(Reading(report=AnnualReport()))["form"] is None


def test_interchange_facts_of_a_cell() -> None:
    """Otherwise a figure would come without the text, place and doubt it rests on."""
    path = "proactive.administrative_fees.amount"
    report = AnnualReport.blank("2021").replace({path: Decimal("7730.280")})
    evidence = Evidence(
        raw="7730.280", place=Place(page=2, box=(1.5, 2.0, 3.0, 4.0)), flags=("unit-assumed",), doubt=True
    )
    reading = Reading(report=report, evidence={path: evidence}, source=Source(document="报告.pdf"))
    record = next(record for record in cell_records(reading) if record["path"] == path)
    assert dumps_record(record) == (
        '{"record": "cell", "document": "报告.pdf", "path": "proactive.administrative_fees.amount", '
        '"code": "p_fees_amount_wan", "value": 7730.280, "unit": "万元", "raw": "7730.280", '
        '"kind": "number", '
        '"place": {"page": 2, "box": [1.5, 2.0, 3.0, 4.0]}, "flags": ["unit-assumed"], "doubt": true}'
    )


@pytest.mark.parametrize("form", editions())
def test_interchange_facts_tell_every_cell_in_order(form: str) -> None:
    """Otherwise a cell could be missing from the output and look as if the form had no such cell."""
    report = AnnualReport.blank(form)
    records = list(cell_records(Reading(report=report)))
    assert [record["path"] for record in records] == [path for path, _ in report.cells()]
    kinds = {record["path"]: record["kind"] for record in records}
    assert all(kinds[path] == ("blank" if report.prints(path) else "absent") for path in kinds)
    assert all(record["value"] is None for record in records)


def test_interchange_facts_of_a_report_without_tables() -> None:
    """Otherwise a report from before the forms would have to be told apart by an error."""
    assert [record["record"] for record in facts(Reading(report=AnnualReport(year=2012)))] == ["document"]


@given(readings() | wild_readings())
def test_interchange_facts_are_what_the_reading_says(reading: Reading) -> None:
    """Otherwise a figure could change on its way out: lose digits, or gain a value it never had."""
    lines = list(dumps_facts(reading))
    records = [read_back(line) for line in lines]
    assert all("\n" not in line for line in lines)
    for record in (records[0], *records[1 :: max(1, len(records) // 7)]):
        FACTS.validate(record)
    cells = {record["path"]: record for record in records[1:]}
    report = reading.report
    assert list(cells) == [path for path, _ in report.cells()]
    for path, value in report.cells():
        written = cells[path]["value"]
        assert written == value
        assert (written is None) == (value is None)
        known = reading.evidence.get(path)
        if known is not None:
            assert (cells[path]["raw"], cells[path]["kind"]) == (known.raw, known.kind)
            assert (cells[path]["flags"], cells[path]["doubt"]) == (list(known.flags), known.doubt)


@pytest.mark.parametrize("digits", ["7730.280", "0.00", "-12.50", "1E+3", "1.5E-7", "31482898.87"])
def test_interchange_facts_write_money_digit_by_digit(digits: str) -> None:
    """Otherwise money would be rounded to a float, or its precision as printed lost."""
    line = dumps_record({"value": Decimal(digits)})
    assert line == f'{{"value": {digits}}}'
    assert str(read_back(line)["value"]) == digits


def test_interchange_facts_can_be_written_anywhere() -> None:
    """Otherwise a console that knows no Chinese, or half a character in a PDF, would end the program."""
    record = {"raw": "年\ud800", "value": 1, "kind": Severity.error, "box": (float("inf"), 1.5)}
    line = dumps_record(record)
    assert line == r'{"raw": "年\ud800", "value": 1, "kind": "error", "box": [null, 1.5]}'
    line.encode("utf-8")
    assert dumps_record(record, ensure_ascii=True) == line.replace("年", r"\u5e74")
    with pytest.raises(TypeError, match="object"):
        dumps_record({"raw": object()})


def test_interchange_facts_of_an_error() -> None:
    """Otherwise a script could not tell which file failed and why."""
    error = NotAReport(source="a.pdf", reason="no heading", reason_zh="没有标题")
    record = error_record("a.pdf", error)
    assert record == {
        "record": "error",
        "document": "a.pdf",
        "code": "not-a-report",
        "message": error.message("en"),
    }
    assert error_record("a.pdf", error, "zh")["message"] == error.message("zh")
    FACTS.validate(record)
    FINDINGS.validate(record)


def test_interchange_findings_record() -> None:
    """Otherwise a program could not tell a report without errors from one that could not be checked."""
    report = AnnualReport.blank("2021", year=2022).replace(
        {
            "applications.received.natural_person": 3,
            "applications.received.business": 0,
            "applications.received.research": 0,
            "applications.received.public_interest": 0,
            "applications.received.legal_services": 0,
            "applications.received.other": 0,
            "applications.received.total": 5,
        }
    )
    findings = check(report)
    record = findings_record("a.pdf", findings, "zh")
    FINDINGS.validate(read_back(dumps_record(record)))
    assert list(record)[:4] == ["document", "answered", "unanswered", "findings"]
    assert record["document"] == "a.pdf"
    assert record["answered"] == findings.answered >= 1
    assert len(record["unanswered"]) == len(findings.unanswered) > 0
    (finding,) = (found for found in record["findings"] if found["severity"] == "error")
    assert finding["message"] == findings.errors[0].message("zh")
    assert {finding["expected"], finding["actual"]} == {3, 5}
    operands = {operand["path"]: operand["value"] for operand in finding["operands"]}
    assert operands["applications.received.total"] == 5
    assert operands["applications.received.natural_person"] == 3


def test_interchange_findings_keep_digits_places_and_suspects() -> None:
    """Otherwise an amount in a finding would be rounded, and the way to mend it lost."""
    finding = Finding(
        check="X1",
        fingerprint="f",
        severity=Severity.warning,
        expected=Decimal("1.50"),
        operands=(Operand(path="p", value=Decimal("7730.280"), raw="7730.280", place=Place(page=1)),),
        accepted="as published",
    )
    suspect = Suspect(path="p", value=Decimal("773.0280"), checks=("X1",), also=(("q", 3),))
    findings = Findings([finding], answered=1, accepted=[finding], suspects=[suspect])
    line = dumps_record(findings_record(None, findings))
    for digits in ('"expected": 1.50', '"value": 7730.280', '"value": 773.0280', '"place": {"page": 1}'):
        assert digits in line
    record = read_back(line)
    FINDINGS.validate(record)
    assert record["accepted"][0]["accepted"] == "as published"
    assert record["suspects"][0]["also"] == [{"path": "q", "value": 3}]


@given(reports(consistent=False))
def test_interchange_findings_fit_their_schema(report: AnnualReport) -> None:
    """Otherwise programs that trust the schema would stop at the first unusual finding."""
    FINDINGS.validate(read_back(dumps_record(findings_record("a.pdf", check(report)))))


@pytest.mark.parametrize(
    "change",
    [
        {"value": "3"},
        {"value": True},
        {"kind": "zero"},
        {"flags": ["mended"]},
        {"doubt": None},
        {"path": "applications.received.all"},
        {"extra": 1},
        {"record": "cells"},
        {"place": {"pages": 1}},
    ],
)
def test_interchange_facts_schema_refuses_what_we_do_not_write(change: dict[str, Any]) -> None:
    """Otherwise the schema would be no help to those who write facts of their own."""
    record = next(cell_records(Reading(report=AnnualReport.blank("2019"))))
    assert FACTS.is_valid(record)
    assert not FACTS.is_valid({**record, **change})
    for key in change.keys() & record.keys():
        assert not FACTS.is_valid({name: value for name, value in record.items() if name != key})
