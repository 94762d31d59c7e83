"""An edition added by its own classes alone works everywhere in the model."""

import pickle
from collections.abc import Iterator
from decimal import Decimal

import pytest

from gov_disclosure.model import AnnualReport, Form, InvalidReport, UnknownPath, editions
from third_edition import NAME, AnnualReport2031, ByApplicant2031, declared


@pytest.fixture
def form() -> Iterator[Form]:
    """The edition, for one test."""
    with declared() as known:
        yield known


def test_it_is_known_beside_the_others(form: Form) -> None:
    """A new edition would need changes in the library."""
    assert editions() == ("2019", "2021", NAME)
    assert form.report_class is AnnualReport2031
    assert form.citation == "示例办函〔2031〕1号"
    assert form.years == (2031, None)


def test_its_new_cells_stand_in_printed_order(form: Form) -> None:
    """A column put between others would come out at the end, and every writer would draw the wrong table."""
    row = next(row for row in form.rows if row.path == "applications.received")
    assert [field.name for field in row.fields] == [
        *("natural_person", "business", "research", "public_interest", "legal_services", "other"),
        *("media", "total"),
    ]
    denied = [row.name for row in form.rows if row.path.startswith("applications.results.denied.")]
    assert denied[-2:] == ["registry_lookup", "archived"]
    assert len(form.fields) == 211
    assert len(set(form.paths)) == len({field.code for field in form.fields}) == 211


def test_its_cells_carry_labels_codes_and_units(form: Form) -> None:
    """The new cells would be without names in findings, tables and schemas."""
    spent = form.field("proactive.open_data.spent")
    assert (spent.code, spent.type, spent.unit) == ("p_open_spent", "decimal", "万元")
    assert spent.label() == "公共数据开放·运行经费"
    media = form.field("applications.results.denied.archived.media")
    assert media.code == "a_den_archived_media"
    assert media.english == "denied: archived matters, news media"


def test_its_reports_work_like_all_others(form: Form) -> None:
    """Reports on the new edition could not be made, changed or kept."""
    report = AnnualReport.blank(NAME, year=2031)
    assert isinstance(report, AnnualReport2031)
    assert [path for path, _ in report.cells()] == list(form.paths)
    assert all(report.prints(path) for path in form.paths)
    changed = report.replace(
        {
            "proactive.open_data.spent": 3,
            "proactive.open_data.change": -2,
            "applications.results.denied.archived.media": 4,
        }
    )
    assert changed["proactive.open_data.spent"] == Decimal(3)
    assert {path: value for path, value in changed.cells() if value is not None} == {
        "proactive.open_data.spent": 3,
        "proactive.open_data.change": -2,
        "applications.results.denied.archived.media": 4,
    }
    assert pickle.loads(pickle.dumps(changed)) == changed
    assert AnnualReport2031().replace({"applications.received.media": 1}).applications is not None


def test_its_mistakes_are_told_like_all_others(form: Form) -> None:
    """A wrong cell of the new edition would be told in another way, or not at all."""
    report = AnnualReport.blank(NAME)
    with pytest.raises(InvalidReport) as caught:
        report.replace({"proactive.rules.issued": 1, "applications.received.media": "x"})  # type: ignore[dict-item]
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("applications.received.media", "not-a-count"),
        ("proactive.rules.issued", "other-form"),
    ]
    with pytest.raises(InvalidReport) as other:
        AnnualReport.blank("2021").replace({"applications.received.media": 1})
    assert other.value.problems[0].expected == NAME
    with pytest.raises(InvalidReport):
        ByApplicant2031(media=1.5)  # type: ignore[arg-type]


def test_it_is_gone_afterwards() -> None:
    """One test would change what the others see."""
    with declared():
        pass
    assert editions() == ("2019", "2021")
    with pytest.raises(InvalidReport):
        Form(NAME)
    with pytest.raises(UnknownPath):
        AnnualReport2031()["applications.received.media"]
