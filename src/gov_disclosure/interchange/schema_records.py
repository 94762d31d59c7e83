"""The JSON Schemas of the records that the command prints: facts, findings, errors."""

from typing import get_args

from gov_disclosure.checks.findings import Origin
from gov_disclosure.interchange.facts import SCHEMA_VERSION
from gov_disclosure.interchange.schema_types import Schema, TypeSchemas, one_object
from gov_disclosure.model import Field, editions
from gov_disclosure.reading import Place, Severity
from gov_disclosure.reading.evidence import Flag, Kind

__all__ = ["facts_schema", "findings_schema"]

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
_TRUTH: Schema = {"type": "boolean"}
_REPORT: Schema = {**_TEXT, "description": "Whose cell: current, previous, previous-2 …, part-1 …"}


def _strings(items: Schema | None = None) -> Schema:
    return {"type": "array", "items": items or _TEXT}


def _fields() -> tuple[Field, ...]:
    """The cells of all editions, each path once."""
    return tuple({field.path: field for form in editions() for field in form.fields}.values())


def _document() -> Schema:
    forms = [str(form) for form in editions()]
    return {"description": "What was read, and by what: the first line of a document."} | one_object(
        {
            "record": {"const": "document"},
            "schema_version": {"const": SCHEMA_VERSION},
            "document": {**_TEXT_OR_NULL, "description": "The document's name, as given."},
            "sha256": {**_TEXT_OR_NULL, "description": "Of the document's bytes, in hexadecimal."},
            "form": {
                "enum": [*forms, None],
                "description": "The edition of the form; null: no known tables.",
            },
            "year": {"type": ["integer", "null"], "description": "The year the report covers."},
            "issuer": {**_TEXT_OR_NULL, "description": "As printed."},
            "title": {**_TEXT_OR_NULL, "description": "As printed."},
            "reader": _TEXT_OR_NULL,
            "engine": _TEXT_OR_NULL,
            "library_version": _TEXT,
        }
    )


def _cell(types: TypeSchemas) -> Schema:
    fields = _fields()
    codes = dict.fromkeys(field.code for form in editions() for field in form.fields)
    units = dict.fromkeys(field.unit for form in editions() for field in form.fields)
    return {"description": "One cell of the form, printed or not."} | one_object(
        {
            "record": {"const": "cell"},
            "document": _TEXT_OR_NULL,
            "path": {"enum": [field.path for field in fields]},
            "code": {"enum": list(codes), "description": "The cell's short code."},
            "value": {**_NUMBER_OR_NULL, "description": "With all its digits; null: see kind."},
            "unit": {"enum": list(units)},
            "raw": {**_TEXT_OR_NULL, "description": "What is printed."},
            "kind": {**types.of(Kind), "description": "A number, or which kind of nothing."},
            "place": types.of(Place | None),
            "flags": {**_strings(types.of(Flag)), "description": "What was done to arrive at the value."},
            "doubt": {**_TRUTH, "description": "True where a person should look before using the value."},
        }
    )


def _error() -> Schema:
    return {"description": "A document that could not be read."} | one_object(
        {"record": {"const": "error"}, "document": _TEXT_OR_NULL, "code": _TEXT, "message": _TEXT}
    )


def facts_schema() -> Schema:
    """One line of facts: a document, a cell, or a document that could not be read."""
    types = TypeSchemas()
    lines = {"document": _document(), "cell": _cell(types), "error": _error()}
    return {
        "title": "A line of facts",
        "description": "One line of `gov-disclosure read --to facts`.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in lines],
        "$defs": {**lines, **types.defs},
    }


def _finding(types: TypeSchemas) -> dict[str, Schema]:
    operand = one_object(
        {
            "path": _TEXT,
            "report": _REPORT,
            "value": _NUMBER_OR_NULL,
            "raw": _TEXT_OR_NULL,
            "place": types.of(Place | None),
            "doubt": _TRUTH,
        }
    )
    return {
        "check": {**_TEXT, "description": "The id of the check."},
        "fingerprint": {**_TEXT, "description": "The same for the same finding on the same figures."},
        "severity": types.of(Severity),
        "paths": _strings(),
        "operands": _strings(operand),
        "expected": _NUMBER_OR_NULL,
        "actual": _NUMBER_OR_NULL,
        "assumed": {**_TRUTH, "description": "Rests on a blank taken for zero."},
        "origin": {"enum": list(get_args(Origin))},
        "certain_despite_blanks": _TRUTH,
        "citation": _TEXT,
        "lapsed": {
            **one_object({"until": _TEXT, "reason": _TEXT}),
            "type": ["object", "null"],
            "description": "Until when it was accepted, and why, where that has ended.",
        },
        "message": _TEXT,
    }


def findings_schema() -> Schema:
    """What checking one document brought to light, or why it could not be read."""
    types = TypeSchemas()
    finding = _finding(types)
    elsewhere = _strings(one_object({"report": _REPORT, "path": _TEXT}))
    checked = one_object(
        {
            "document": _TEXT_OR_NULL,
            "answered": {
                "type": "integer",
                "minimum": 0,
                "description": "Identities that could be verified.",
            },
            "unanswered": {
                **_strings(
                    one_object({"check": _TEXT, "label": _TEXT, "paths": _strings(), "elsewhere": elsewhere})
                ),
                "description": "Identities that could not be verified, and the cells they would need.",
            },
            "findings": _strings({"$ref": "#/$defs/finding"}),
            "accepted": {
                **_strings(one_object({**finding, "accepted": _TEXT_OR_NULL})),
                "description": "Findings that someone has accepted, with the reason given.",
            },
            "suspects": {
                **_strings({"$ref": "#/$defs/suspect"}),
                "description": "The cells most likely wrong, best explained first.",
            },
            "assumed": {
                "type": "integer",
                "minimum": 0,
                "description": "How many of the answered ones rest on a blank taken for zero.",
            },
            "profile": {
                "type": ["object", "null"],
                "properties": {"name": _TEXT, "sha256": _TEXT},
                "additionalProperties": False,
                "description": "Name and hash of the profile by which it was checked; null without one.",
            },
        }
    )
    suspect = one_object(
        {
            "path": _TEXT,
            "value": {**_NUMBER_OR_NULL, "description": "What would mend the report."},
            "current": _NUMBER_OR_NULL,
            "checks": _strings(),
            "pattern": _TEXT,
            "also": _strings(one_object({"path": _TEXT, "value": _NUMBER_OR_NULL})),
            "complete": _TRUTH,
        }
    )
    lines = {"checked": checked, "error": _error()}
    return {
        "title": "Findings",
        "description": "One object of `gov-disclosure check --to json`.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in lines],
        "$defs": {**lines, "finding": one_object(finding), "suspect": suspect, **types.defs},
    }
