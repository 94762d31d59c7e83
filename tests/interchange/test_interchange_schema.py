"""The JSON Schemas: committed, valid, told from the form, and in agreement with ``loads``."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import gov_disclosure.interchange as interchange
from gov_disclosure.interchange import dumps
from gov_disclosure.interchange.schema import schema, schema_names, write_schemas
from gov_disclosure.model import AnnualReport, InvalidReport, editions
from gov_disclosure.testing import readings, reports
from interchange_documents import accepts, locations, spoilt, wild_readings, wild_reports

FOLDER = Path(interchange.__file__).parent / "schemas"


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of one of our schemas."""
    return Draft202012Validator(schema(name))


def agrees(document: dict[str, Any]) -> bool:
    """Whether schema and loader say the same of a document, and what they say."""
    name = "reading" if document.get("format") == "gov_disclosure.reading" else "report"
    valid = validator(name).is_valid(document)
    assert valid == accepts(document), f"the schema says {valid}, the loader {not valid}"
    return bool(valid)


def test_interchange_schemas_are_committed_as_they_are_made(tmp_path: Path) -> None:
    """Otherwise people who fetch a schema from the repository would check against an old one."""
    write_schemas(tmp_path)
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(f"{name}.json" for name in schema_names())
    for made in tmp_path.iterdir():
        assert (FOLDER / made.name).read_bytes() == made.read_bytes(), (
            f"{made.name}: run python -m gov_disclosure.interchange.schema"
        )


@pytest.mark.parametrize("name", schema_names())
def test_interchange_schema_is_a_schema_with_an_address(name: str) -> None:
    """Otherwise no validator would take it, or two versions of it could not be told apart."""
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"urn:gov-disclosure:schema:{name}:1"


@pytest.mark.parametrize("form", editions())
def test_interchange_schema_says_what_the_form_prints(form: str) -> None:
    """Otherwise a reader of the schema could not tell which printed cell a key is."""
    found = schema("report")["$defs"]
    for field in next(edition for edition in editions() if edition == form).fields:
        here = found[f"AnnualReport{form}"]
        for key in field.keys:
            inner = here["properties"][key]
            assert inner.get("title") or inner.get("description")
            references = [inner, *inner.get("anyOf", [])]
            name = next((option["$ref"] for option in references if "$ref" in option), None)
            here = inner if name is None else found[name.removeprefix("#/$defs/")]
        assert field.column in here["title"]
        assert field.unit in here["description"]


@given(reports() | reports(consistent=False) | wild_reports())
def test_interchange_schema_takes_every_report(report: AnnualReport) -> None:
    """Otherwise a file we wrote ourselves would be refused by whoever checks it first."""
    assert agrees(json.loads(dumps(report)))


@given(st.data())
def test_interchange_schema_and_loads_refuse_the_same_reports(data: st.DataObject) -> None:
    """Otherwise someone whose file passes the schema could still not load it, or a wrong file would load."""
    report = data.draw(reports() | wild_reports())
    agrees(data.draw(spoilt(json.loads(dumps(report)))))


@given(st.data())
def test_interchange_schema_and_loads_refuse_the_same_readings(data: st.DataObject) -> None:
    """Otherwise evidence could be lost or bent on the way between two programs that both trust the schema."""
    reading = data.draw(wild_readings())
    document = json.loads(dumps(reading))
    assert agrees(document)
    agrees(data.draw(spoilt(document)))


@given(readings())
def test_interchange_schema_takes_every_reading(reading: Any) -> None:
    """Otherwise a reading of an ordinary document would be refused by whoever checks it first."""
    assert agrees(json.loads(dumps(reading)))


@pytest.mark.parametrize("form", editions())
def test_interchange_schema_and_loads_want_every_key(form: str) -> None:
    """Otherwise a row lost on the way would come back as one that was never printed."""
    amount = next(field.path for field in AnnualReport.blank(form).form.fields if field.type == "decimal")  # type: ignore[union-attr]
    report = AnnualReport.blank(form, year=2022).replace({amount: Decimal("1.50")})
    text = dumps(report)
    spots = list(locations(json.loads(text)))
    refused = 0
    for spot in spots[:: max(1, len(spots) // 60)]:
        document = json.loads(text)
        holder = document
        for key in spot[:-1]:
            holder = holder[key]
        del holder[spot[-1]]
        refused += not agrees(document)
    assert refused > 50


@pytest.mark.parametrize("written", ["5.0", "5e0", "1e300"])
def test_interchange_counts_are_written_as_integers(written: str) -> None:
    """JSON Schema takes 5.0 for the integer 5; we do not, since who writes it may have rounded it."""
    text = dumps(AnnualReport.blank("2021", year=2022)).replace("2022", written)
    assert validator("report").is_valid(json.loads(text))
    with pytest.raises(InvalidReport, match="year"):
        interchange.loads(text)
