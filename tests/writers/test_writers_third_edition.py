"""An edition that is declared by its classes alone is written, read back and made into a template."""

import io

import pytest
from hypothesis import HealthCheck, given, settings

import gov_disclosure
import third_edition
from gov_disclosure import AnnualReport
from gov_disclosure.testing import reports
from gov_disclosure.writers import BUILT_IN
from gov_disclosure.writers.template import template_file

PRINTED = [name for name, writer in BUILT_IN.items() if hasattr(writer.load(), "reads_as")]


@pytest.mark.parametrize("name", PRINTED)
def test_every_format_prints_a_new_edition(name: str) -> None:
    """The next notice must not have to wait for six writers."""
    with third_edition.declared() as form:

        @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
        @given(reports(form))
        def comes_back(report: AnnualReport) -> None:
            target = io.BytesIO()
            notices = gov_disclosure.write(report, target, format=name)
            read = gov_disclosure.read(target.getvalue(), format=name.removesuffix("-fragment"))
            assert dict(read.report.cells()) == dict(report.cells())
            assert notices == ()

        comes_back()


def test_a_template_for_a_new_edition() -> None:
    """The clerk's workbook for a new form comes with the form."""
    with third_edition.declared() as form:
        report = gov_disclosure.read(template_file(form)).report
        assert report.form == form
        assert {value for _, value in report.cells()} == {None}
        old = AnnualReport.blank("2021").replace({"applications.carried_forward.total": 7})
        report = gov_disclosure.read(template_file(form, previous=old)).report
        assert report["applications.carried_over.total"] == 7
