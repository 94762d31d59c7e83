"""Reports of offices that do not exist, whose every sum holds, for the notebooks."""

import random
from collections.abc import Iterator

import attrs

from gov_disclosure import AnnualReport, Form, Narrative

__all__ = ["add_up", "office", "years_of"]

# How often applications end as they do, in the hundred; the rest goes to other outcomes.
WEIGHTS = {"granted": 38, "partially_granted": 6, "not_held": 27, "third_party_rights": 5, "unpaid": 0}
TEXT = Narrative(
    overview=("本机关依法办理政府信息公开申请。", "工作考核、社会评议结果良好。", "未发生责任追究情形。"),
    proactive=(),
    applications=(),
    challenges=(),
    problems=("答复文书格式还不统一，下一年将制定样本。",),
    other_matters=("本年度未发出收费通知，未收取信息处理费。",),
)


def office(issuer: str, year: int, received: int, *, previous: AnnualReport | None = None) -> AnnualReport:
    """One office's report of one year, the same each time; it starts with what last year's left open."""
    edition = Form("2019" if year < 2021 else "2021")
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

    applicants = ["business" if rng.random() < 0.18 else "natural_person" for _ in range(received)]
    for applicant in applicants:
        count("received", applicant)
    for applicant in ("natural_person", "business"):
        left = previous["applications.carried_forward." + applicant] if previous is not None else 0
        for _ in range(int(left or 0)):
            count("carried_over", applicant)
            applicants.append(applicant)
    for applicant in applicants:
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
    period = f"{year}年1月1日至{year}年12月31日"
    return attrs.evolve(report.replace(cells), narrative=TEXT, period=period)


def years_of(issuer: str, received: dict[int, int]) -> Iterator[AnnualReport]:
    """An office's reports, each of which starts with the applications that the one before left open."""
    previous: AnnualReport | None = None
    for year, number in received.items():
        previous = office(issuer, year, number, previous=previous)
        yield previous


def add_up(issuer: str, parts: list[AnnualReport]) -> AnnualReport:
    """The report of a district: every cell the sum of its offices' cells."""
    first = parts[0]
    cells = {
        path: sum(part[path] or 0 for part in parts) for path, value in first.cells() if value is not None
    }
    title = f"{issuer}{first.year}年政府信息公开工作年度报告"
    assert first.form is not None
    blank = AnnualReport.blank(first.form, year=first.year, issuer=issuer, title=title)
    return attrs.evolve(blank.replace(cells), period=first.period, narrative=TEXT)
