"""Reports of offices that do not exist, whose every sum holds, for the notebooks."""

import random
from collections.abc import Iterator

import attrs

from gov_disclosure import AnnualReport, Form, Narrative

__all__ = ["add_up", "office", "years_of"]

# How often applications end as they do, in the hundred; the rest goes to other outcomes.
WEIGHTS = {
    "granted": 38,
    "partially_granted": 6,
    "not_held": 27,
    "third_party_rights": 5,
    "process_information": 4,
}


def office(
    issuer: str, year: int, received: int, *, carried_over: int = 0, form: str | None = None
) -> AnnualReport:
    """One office's report of one year, the same each time."""
    edition = Form(form or ("2019" if year < 2021 else "2021"))
    rng = random.Random(f"{issuer}{year}")
    title = f"{issuer}{year}年政府信息公开工作年度报告"
    report = AnnualReport.blank(edition, year=year, issuer=issuer, title=title)
    table = edition.table("applications")
    rows = [row for row in table.rows if report.prints(row.fields[0].path)]
    outcomes = [row for row in rows if row.path.startswith("applications.results.") and row.name != "total"]
    cells = {field.path: 0 for row in rows for field in row.fields}

    def count(path: str, applicant: str) -> None:
        cells[f"applications.{path}.{applicant}"] += 1
        cells[f"applications.{path}.total"] += 1

    for number in range(carried_over + received):
        applicant = "business" if rng.random() < 0.18 else "natural_person"
        count("carried_over" if number < carried_over else "received", applicant)
        if rng.random() < 0.06:
            count("carried_forward", applicant)
            continue
        weights = [WEIGHTS.get(row.name, 1) for row in outcomes]
        (outcome,) = rng.choices(outcomes, weights)
        count(outcome.path.removeprefix("applications."), applicant)
        count("results.total", applicant)
    for row in edition.table("challenges").rows:
        cells |= {field.path: 0 for field in row.fields}
        cells[f"{row.path}.upheld"] = cells[f"{row.path}.total"] = rng.randrange(1 + received // 60)
    for row in edition.table("proactive").rows:
        cells |= {field.path: 0 for field in row.fields}
    said = Narrative(
        overview=(f"全年收到政府信息公开申请{received}件。",), other_matters=("无其他需要报告的事项。",)
    )
    period = f"{year}年1月1日至{year}年12月31日"
    return attrs.evolve(report.replace(cells), narrative=said, period=period)


def years_of(issuer: str, received: dict[int, int]) -> Iterator[AnnualReport]:
    """An office's reports, each of which starts with the applications that the one before left open."""
    left = 0
    for year, number in received.items():
        report = office(issuer, year, number, carried_over=left)
        yield report
        open_ = report["applications.carried_forward.total"]
        assert isinstance(open_, int)
        left = open_


def add_up(issuer: str, parts: list[AnnualReport]) -> AnnualReport:
    """The report of a district: every cell the sum of its offices' cells."""
    first = parts[0]
    cells = {
        path: sum(part[path] or 0 for part in parts) for path, value in first.cells() if value is not None
    }
    title = f"{issuer}{first.year}年政府信息公开工作年度报告"
    assert first.form is not None
    blank = AnnualReport.blank(first.form, year=first.year, issuer=issuer, title=title)
    return attrs.evolve(blank.replace(cells), period=first.period)
