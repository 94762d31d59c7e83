"""Reports and readings come back from JSON exactly as they went."""

import json
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given

from gov_disclosure.interchange import dumps, loads, loads_reading
from gov_disclosure.model import AnnualReport, AnnualReport2021, InvalidReport, Narrative, editions
from gov_disclosure.model.form2021 import FeesCollected, Proactive2021
from gov_disclosure.reading import Evidence, Place, Reading, Unplaced, notice
from gov_disclosure.testing import readings, reports
from interchange_documents import wild_readings, wild_reports


@given(reports() | reports(consistent=False) | wild_reports())
def test_interchange_report_round_trip(report: AnnualReport) -> None:
    """Otherwise a saved report would not be the report that was saved."""
    back = loads(dumps(report))
    assert back == report
    assert type(back) is type(report)
    assert repr(list(back.cells())) == repr(list(report.cells()))  # every digit: 1.50 is equal to 1.5
    assert loads(dumps(report).encode()) == loads(dumps(report, indent=2)) == report


@given(readings() | wild_readings())
def test_interchange_reading_round_trip(reading: Reading) -> None:
    """Otherwise what is known about a figure would be lost when it is saved."""
    back = loads_reading(dumps(reading))
    assert back == reading
    assert list(back.evidence) == list(reading.evidence)
    assert repr(back.notices) == repr(reading.notices)
    assert repr(back.unplaced) == repr(reading.unplaced)
    assert dumps(back) == dumps(reading)


def test_interchange_nothing_comes_back_as_another_nothing() -> None:
    """Otherwise a heading without text, a blank cell or a missing row would turn into one another."""
    report = AnnualReport2021(
        narrative=Narrative(overview=(), problems=("甲", "")),
        proactive=Proactive2021(administrative_fees=FeesCollected()),
    )
    document = json.loads(dumps(report))
    assert document["narrative"]["overview"] == []
    assert document["narrative"]["challenges"] is None
    assert document["proactive"]["administrative_fees"] == {"amount": None}
    assert document["proactive"]["rules"] is None
    assert document["applications"] is None
    assert loads(dumps(report)) == report


@pytest.mark.parametrize(
    "digits", ["7730.280", "31482898.87", "0", "-0.00", "0E-7", "1E+3", "-1.25E-9", "9" * 60 + ".10"]
)
def test_interchange_money_keeps_its_digits(digits: str) -> None:
    """Otherwise 7730.280 would come back as 7730.28, or as a rounded float."""
    report = AnnualReport2021(
        proactive=Proactive2021(administrative_fees=FeesCollected(amount=Decimal(digits)))
    )
    assert f'"amount": "{digits}"' in dumps(report)
    assert str(loads(dumps(report))["proactive.administrative_fees.amount"]) == digits


def test_interchange_money_does_not_depend_on_the_context() -> None:
    """Otherwise another library's decimal settings would change, or spoil, what is written and read."""
    report = AnnualReport2021(
        proactive=Proactive2021(administrative_fees=FeesCollected(amount=Decimal("1.23456789E+30")))
    )
    with localcontext(Context(prec=2, capitals=0, traps=[])):
        text = dumps(report)
        assert loads(text) == report
    assert text == dumps(report)


def test_interchange_document_opens_with_what_it_is() -> None:
    """Otherwise a program could not tell what kind and version of document it holds."""
    report = AnnualReport.blank("2019", year=2020, issuer="示例区人民政府")
    assert list(json.loads(dumps(report)))[:5] == ["format", "version", "form", "year", "issuer"]
    assert dumps(report).startswith('{"format": "gov_disclosure.report", "version": 1, "form": "2019"')
    assert "示例区人民政府" in dumps(report)
    reading = json.loads(dumps(Reading(report=report)))
    assert list(reading) == ["format", "version", "report", "evidence", "unplaced", "notices", "source"]
    assert reading["format"] == "gov_disclosure.reading"
    assert json.loads(dumps(AnnualReport(year=2012)))["form"] is None


@pytest.mark.parametrize("form", editions())
def test_interchange_keys_stand_in_the_form_s_order(form: str) -> None:
    """Otherwise two saved reports could not be compared line by line."""

    def walk(value: object, path: str) -> list[str]:
        if not isinstance(value, dict):
            return [path]
        return [
            leaf for key, inner in value.items() for leaf in walk(inner, f"{path}.{key}" if path else key)
        ]

    report = AnnualReport.blank(form)
    paths = [path for path, _ in report.cells() if report.prints(path)]
    leaves = walk(json.loads(dumps(report)), "")
    assert [path for path in leaves if path in set(paths)] == paths


def test_interchange_figures_without_a_cell_keep_their_type() -> None:
    """Otherwise a count would come back as money, or an amount in a sentence as a word."""
    reading = Reading(
        report=AnnualReport(),
        unplaced=tuple(
            Unplaced(labels=("其他",), raw=str(value), value=value)
            for value in (3, Decimal("3"), Decimal("3.0"))
        ),
        notices=(
            notice("unplaced", params={"raw": "3", "label": Decimal("3.10"), "more": [1, None, ("2", True)]}),
        ),
        evidence={"year": Evidence(raw="2012", place=Place(page=1, box=(1, 2.5, 3, 4)))},
    )
    back = loads_reading(dumps(reading))
    assert [repr(figure.value) for figure in back.unplaced] == ["3", "Decimal('3')", "Decimal('3.0')"]
    assert repr(back.notices[0].params["label"]) == "Decimal('3.10')"
    assert back == reading


@pytest.mark.parametrize(
    ("reading", "path"),
    [
        (Reading(report=AnnualReport(title="a\ud800")), "report.title"),
        (Reading(report=AnnualReport(year=10**5000)), "report.year"),
        (
            Reading(
                report=AnnualReport2021(
                    proactive=Proactive2021(administrative_fees=FeesCollected(amount=Decimal("1E+99999")))
                )
            ),
            "report.proactive.administrative_fees.amount",
        ),
        (
            Reading(report=AnnualReport(), evidence={"proactive.rules.issued": Evidence()}),
            "evidence.proactive",
        ),
        (Reading(report=AnnualReport(), evidence={"year": Evidence(kind="zero")}), "evidence.year.kind"),  # type: ignore[arg-type]
        (Reading(report=AnnualReport(), notices=(notice("cut-off", params={"a": object()}),)), "params.a"),
        (
            Reading(report=AnnualReport(), unplaced=(Unplaced(labels=(), raw="", value=1.5),)),
            r"unplaced\[0\].value",
        ),
        (
            Reading(
                report=AnnualReport(), evidence={"year": Evidence(place=Place(box=(0, 0, 0, float("inf"))))}
            ),
            r"evidence.year.place.box\[3\]",
        ),
    ],
)
def test_interchange_what_could_not_be_read_back_is_not_written(reading: Reading, path: str) -> None:
    """Otherwise the loss would only be noticed when the file is needed again."""
    with pytest.raises(InvalidReport, match=path):
        dumps(reading)


def test_interchange_only_reports_and_readings_are_written() -> None:
    """Otherwise a slip in a script would write a file that is nothing."""
    with pytest.raises(TypeError, match="AnnualReport"):
        dumps({"form": "2021"})  # type: ignore[arg-type]


def test_interchange_a_class_that_is_no_edition_is_not_written() -> None:
    """Otherwise a subclass would come back as something else without a word."""

    class Mine(AnnualReport2021):
        pass

    with pytest.raises(InvalidReport, match="Mine"):
        dumps(Mine())
