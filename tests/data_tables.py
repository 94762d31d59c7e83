"""What the tests of tables of data share: reports with every kind of cell, and reading tables back."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from gov_disclosure import AnnualReport, Form, Reading
from gov_disclosure.model.fields import Value
from gov_disclosure.reading import Evidence, Source
from gov_disclosure.testing import readings, reports

__all__ = ["any_item", "any_items", "every_kind", "hostile", "rebuilt", "same_cells"]

#: Reports that no arithmetic stands behind, and readings with evidence for every cell.
any_item: st.SearchStrategy[AnnualReport | Reading] = st.one_of(
    reports(consistent=False, narrative=False), readings(reports(narrative=False))
)
any_items = st.lists(any_item, max_size=3)

#: Text as people who mean harm, or broken files, would have it.
hostile: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(
        [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r\n=1",
            "\n=1",
            "＝1",
            "'",
            "''=1",
            '"',
            ",",
            ";",
            "\ud800",
        ]
    ),
    st.text(st.characters(codec=None, exclude_characters="\x00"), max_size=12),
)


def every_kind() -> Reading:
    """A reading of the 2021 form in which each kind of nothing occurs, with a doubtful and a mended figure."""
    report = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府").replace(
        {
            "applications.received.total": 15,
            "applications.carried_over.total": 0,
            "proactive.administrative_fees.amount": Decimal("12.50"),
        }
    )
    kinds: dict[str, Evidence] = {
        "applications.received.natural_person": Evidence(raw="-", kind="dash"),
        "applications.received.business": Evidence(raw="/", kind="slash"),
        "applications.received.research": Evidence(raw="无", kind="text"),
        "applications.received.other": Evidence(raw="1?", kind="unread", doubt=True),
        "applications.received.total": Evidence(raw="1 5", flags=("repaired",), doubt=True),
    }
    assert report.form is not None
    evidence = {}
    for field in report.form.fields:
        value = report[field.path]
        there = report.prints(field.path)
        default = (
            Evidence(raw=str(value)) if value is not None else Evidence(kind="blank" if there else "absent")
        )
        evidence[field.path] = kinds.get(field.path, default)
    return Reading(report=report, evidence=evidence, source=Source(document="年报.pdf"))


def rebuilt(form: str, rows: Iterable[dict[str, Any]]) -> AnnualReport:
    """The tables of a report out of its rows of tidy data: what is not absent was printed."""
    report: AnnualReport = Form(form).report_class()
    return report.replace({row["path"]: row["value"] for row in rows if row["kind"] != "absent"})


def same_cells(one: AnnualReport, other: AnnualReport) -> bool:
    """Whether two reports hold the same values and print the same rows."""

    def seen(report: AnnualReport) -> list[tuple[str, Value, bool]]:
        return [(path, value, report.prints(path)) for path, value in report.cells()]

    return seen(one) == seen(other)
