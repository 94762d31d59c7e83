"""JSON Schemas (draft 2020-12) for everything this library writes as JSON, walked from the classes.

``python -m gov_disclosure.interchange.schema`` writes them into the folder ``schemas`` beside this module.

A schema accepts what :func:`~gov_disclosure.interchange.loads` accepts, but for what no JSON Schema can say:
that no key is given twice, that text holds no half surrogate pairs, that a number has at most 4300 digits,
and that a count is written ``5`` and not ``5.0``. These are left to ``loads``.
"""

import json
from collections.abc import Callable
from pathlib import Path

from gov_disclosure.interchange.facts import SCHEMA_VERSION
from gov_disclosure.interchange.report_json import READING_FORMAT, REPORT_FORMAT, VERSION
from gov_disclosure.interchange.schema_records import facts_schema, findings_schema
from gov_disclosure.interchange.schema_types import Schema, TypeSchemas, one_object
from gov_disclosure.interchange.shapes import EVIDENCE_OF_METADATA, fields_of, is_report
from gov_disclosure.model import SECTIONS, AnnualReport, Form, editions
from gov_disclosure.model.report import PRINTED_METADATA
from gov_disclosure.reading import Evidence, Reading

__all__ = ["schema", "schema_names", "write_schemas"]


def schema_names() -> tuple[str, ...]:
    """What there are schemas for."""
    return tuple(_SCHEMAS)


def schema(name: str) -> Schema:
    """The JSON Schema of that name, as plain dicts and lists; a ``KeyError`` where there is none."""
    version, make = _SCHEMAS[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:gov-disclosure:schema:{name}:{version}",
        **make(),
    }


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, a file each."""
    for name in schema_names():
        text = json.dumps(schema(name), ensure_ascii=False, indent=2)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _header(name: str) -> dict[str, Schema]:
    return {"format": {"const": name}, "version": {"const": VERSION}}


def _report_classes() -> tuple[tuple[Form | None, type[AnnualReport]], ...]:
    return ((None, AnnualReport), *((form, form.report_class) for form in editions()))


def _report_object(types: TypeSchemas, form: Form | None, before: dict[str, Schema]) -> Schema:
    cls = AnnualReport if form is None else form.report_class
    named: Schema = {"type": "null"} if form is None else {"const": str(form)}
    found = types.of_class(cls, before={**before, "form": named})
    found["properties"]["year"]["description"] = "The year the report covers."
    for name in PRINTED_METADATA:
        found["properties"][name]["description"] = "As printed; null where it is not."
    for section in SECTIONS:
        types.defs["Narrative"]["properties"][section.name] |= {
            "title": section.heading,
            "description": f"{section.english}: paragraphs; none under a bare heading, null without one",
        }
    if form is None:
        return found
    for table in form.tables:
        found["properties"][table.name] |= {
            "title": table.section.heading,
            "description": f"{table.english}; null where the table is not printed; {form.citation}",
        }
    return found


def _report() -> Schema:
    types = TypeSchemas()
    documents = {
        cls.__name__: _report_object(types, form, _header(REPORT_FORMAT)) for form, cls in _report_classes()
    }
    return {
        "title": "An annual report",
        "description": "What `dumps(report)` writes and `loads` reads.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in documents],
        "$defs": {**documents, **types.defs},
    }


def _reading() -> Schema:
    types = TypeSchemas()
    reports: dict[str, Schema] = {}
    documents: dict[str, Schema] = {}
    for form, cls in _report_classes():
        reports[cls.__name__] = _report_object(types, form, {})
        paths = () if form is None else form.paths
        properties = _header(READING_FORMAT)
        for name, kind in fields_of(Reading):
            properties[name] = {"$ref": f"#/$defs/{cls.__name__}"} if is_report(kind) else types.of(kind)
        properties["evidence"] = {
            "description": "What stands in the document for cells and for what the report says of itself.",
            "type": "object",
            "propertyNames": {"enum": [*EVIDENCE_OF_METADATA, *paths]},
            "additionalProperties": types.reference(Evidence),
        }
        documents[f"ReadingOf{cls.__name__}"] = one_object(properties)
    return {
        "title": "A reading",
        "description": "What `dumps(reading)` writes and `loads_reading` reads.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in documents],
        "$defs": {**documents, **reports, **types.defs},
    }


_SCHEMAS: dict[str, tuple[int, Callable[[], Schema]]] = {
    "report": (VERSION, _report),
    "reading": (VERSION, _reading),
    "facts": (SCHEMA_VERSION, facts_schema),
    "findings": (SCHEMA_VERSION, findings_schema),
}


if __name__ == "__main__":
    write_schemas(Path(__file__).parent / "schemas")
