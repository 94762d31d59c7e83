"""What is likely of one report by itself: a passing and a breaking example of each."""

from decimal import Decimal

import pytest

from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport, Value
from planted_faults import nil_report

P = "proactive."
A = "applications."


def old(cells: dict[str, Value]) -> AnnualReport:
    report = nil_report("2019", year=2020, issuer="示例区人民政府")
    return report.replace({P + path: value for path, value in cells.items()})


def new(issuer: str = "示例区人民政府", year: int = 2022) -> AnnualReport:
    return nil_report("2021", year=year, issuer=issuer)


def found(report: AnnualReport, check_id: str) -> list[str]:
    said = check(report).of(check_id)
    assert all(finding.message("en") for finding in said)
    return [finding.message("zh") for finding in said]


def test_documents_in_force() -> None:
    """S2: what was issued this year and not repealed is in force."""
    row = P + "normative_documents."
    fine = new().replace({row + "issued": 5, row + "repealed": 12, row + "in_force": 8})
    assert found(fine, "S2") == []
    (message,) = found(
        fine.replace({row + "repealed": 0, row + "in_force": 4}),
        "S2",
    )
    assert "本年制发减去本年废止为 5 件，现行有效却只有 4 件" in message


def test_cumulative_and_made_documents() -> None:
    """S5 and S7 on published figures: 247 made, 125 disclosed, 266 in total."""
    row = "normative_documents."
    fine = old({row + "created": 247, row + "disclosed": 125, row + "total_disclosed": 266})
    assert found(fine, "S5") == found(fine, "S7") == []
    swapped = old({row + "created": 125, row + "disclosed": 266, row + "total_disclosed": 247})
    assert "“本年新公开数量”为 266，“对外公开总数量”只有 247" in found(swapped, "S5")[0]
    assert "“本年新公开数量”为 266，多于“本年新制作数量” 125" in found(swapped, "S7")[0]
    assert [finding.severity for finding in check(swapped)] == [Severity.info, Severity.warning]


def test_decisions_need_items() -> None:
    """S8: 2905 licences under no kind of licence is a figure in the wrong column."""
    assert found(old({"licensing.items_previous_year": 325, "licensing.decisions": 2905}), "S8") == []
    assert found(old({"licensing.change": 88, "licensing.decisions": 2905}), "S8") == []
    assert "处理决定 2905 件" in found(old({"licensing.decisions": 2905}), "S8")[0]


def test_procurement_needs_both() -> None:
    """S9: projects without money, or money without projects."""
    assert found(old({"procurement.projects": 6, "procurement.amount": Decimal("31482898.87")}), "S9") == []
    assert "项目 0 个，金额 251000 元" in found(old({"procurement.amount": Decimal(251000)}), "S9")[0]
    assert "项目 6 个，金额 0 元" in found(old({"procurement.projects": 6}), "S9")[0]


@pytest.mark.parametrize(
    ("issuer", "warned"),
    [
        ("示例镇人民政府", True),
        ("示例街道办事处", True),
        ("示例县人民政府", True),
        ("示例市示例区人民政府", True),
        ("示例县发展和改革局", True),
        (
            "示例市人民政府",
            False,
        ),  # a districted city may, a county-level city may not: the name does not tell
        ("示例壮族自治区人民政府", False),
        ("国家示例局", False),
        ("示例部", False),
        ("", False),
    ],
)
def test_rules_where_none_can_be_made(issuer: str, warned: bool) -> None:
    """S10: a township with rules has counted other documents; a city is left alone."""
    report = new(issuer).replace({P + "rules.in_force": 6})
    assert bool(found(report, "S10")) is warned
    assert found(new(issuer), "S10") == []


def test_much_carried_forward() -> None:
    """L5: more than a quarter of at least 40 received is a question, never an error."""
    counts = {A + "received.total": 40, A + "carried_forward.total": 10}
    assert found(new().replace(counts), "L5") == []
    report = new().replace({**counts, A + "carried_forward.total": 11})
    assert "本年新收 40 件，结转下年度 11 件，占 27.5%" in found(report, "L5")[0]
    assert found(report.replace({A + "received.total": 39}), "L5") == []
    # half a tenth goes to the even one, as everywhere
    assert (
        "占 50.1%"
        in found(report.replace({A + "received.total": 1000, A + "carried_forward.total": 501}), "L5")[0]
    )
    assert (
        "占 50.2%"
        in found(report.replace({A + "received.total": 2000, A + "carried_forward.total": 1003}), "L5")[0]
    )


def test_a_figure_of_thirty_digits_is_checked_as_any_other() -> None:
    """L5: a row pasted together ended all checks of its report with an error of the decimal module."""
    report = new().replace({A + "received.total": 41, A + "carried_forward.total": 10**31})
    assert len(found(report, "L5")) == 1


def test_direct_suits_since_2024() -> None:
    """F6: since 2024 refusals must go to reconsideration first, so a direct suit needs another ground."""
    suits = {"challenges.litigation.direct.upheld": 1, "challenges.litigation.direct.total": 1}
    assert found(new(year=2024).replace(suits), "F6")
    assert found(new(year=2023).replace(suits), "F6") == []
    held = A + "results.unavailable.not_held.total"
    assert found(new(year=2024).replace({**suits, held: 1}), "F6") == []
    assert found(new(year=2024).replace({**suits, held: None}), "F6") == []
