"""An edition that is declared by its classes alone has JSON, a schema, facts and codes like the others."""

import json
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import third_edition
from gov_disclosure.interchange import dumps, loads
from gov_disclosure.interchange.codes import codes
from gov_disclosure.interchange.facts import facts
from gov_disclosure.interchange.schema import schema
from gov_disclosure.model import InvalidReport
from gov_disclosure.reading import Reading
from gov_disclosure.testing import reports


def test_interchange_third_edition_round_trip_and_schema() -> None:
    """Otherwise a new edition of the form would need changes all over the library."""
    with third_edition.declared() as form:
        report = type(form.report_class.blank(form))().replace(
            {"proactive.open_data.spent": Decimal("1.50"), "applications.received.media": 4}
        )
        text = dumps(report)
        assert loads(text) == report
        validator = Draft202012Validator(schema("report"))
        document = json.loads(text)
        assert validator.is_valid(document)
        del document["applications"]["received"]["media"]
        assert not validator.is_valid(document)
        with pytest.raises(InvalidReport, match=r"applications\.received\.media: the key is missing"):
            loads(json.dumps(document))
        lines = Draft202012Validator(schema("facts"))
        records = list(facts(Reading(report=report)))
        assert len(records) == 1 + len(form.fields)
        assert all(lines.is_valid(record) for record in records)
        assert any(code.form == form and code.code == "applications.received.media" for code in codes())
    with pytest.raises(InvalidReport, match="known: 2019, 2021"):
        loads(text)


def test_interchange_third_edition_of_any_content() -> None:
    """Otherwise only the tidy reports of a new edition could be saved."""
    from hypothesis import given

    with third_edition.declared() as form:

        @given(reports(form, consistent=False))
        def comes_back(report: object) -> None:
            assert loads(dumps(report)) == report  # type: ignore[arg-type]

        comes_back()
