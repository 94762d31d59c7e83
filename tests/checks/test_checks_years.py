"""This year's report against last year's, across the change of forms too."""

from decimal import Decimal

from gov_disclosure.checks import Severity, check
from gov_disclosure.model import AnnualReport, Value
from planted_faults import nil_report

A = "applications."
P = "proactive."
K = "challenges."
SUMS = ("R1", "L1", "L2", "L3", "L4", "F1")


def pair(before: dict[str, Value], now: dict[str, Value], *forms: str) -> tuple[AnnualReport, AnnualReport]:
    first, second = forms or ("2021", "2021")
    year = 2020 if first == "2019" else 2022
    return (
        nil_report(first, year=year, issuer="示例区人民政府").replace(before),
        nil_report(second, year=year + 1, issuer="示例区人民政府").replace(now),
    )


def ids(before: dict[str, Value], now: dict[str, Value], *forms: str) -> list[str]:
    last, this = pair(before, now, *forms)
    found = check(this, previous=last)
    assert all(finding.message("zh") and finding.message("en") for finding in found)
    return [finding.check for finding in found if finding.check not in SUMS]


def test_files_carried_over() -> None:
    """Y1 and Y2: what last year carried forward is what this year takes over."""
    before: dict[str, Value] = {A + "carried_forward.natural_person": 72, A + "carried_forward.total": 72}
    over: dict[str, Value] = {A + "carried_over.natural_person": 72, A + "carried_over.total": 72}
    assert ids(before, over) == []
    assert ids(before, {**over, A + "carried_over.natural_person": 70, A + "carried_over.business": 2}) == [
        "Y2",
        "Y2",
    ]
    last, this = pair(before, {**over, A + "carried_over.total": 70})
    (found,) = check(this, previous=last).of("Y1")
    assert (found.expected, found.actual, found.severity) == (72, 70, Severity.error)
    assert found.paths == (A + "carried_over.total",)
    assert [(op.report, op.path) for op in found.operands] == [
        ("previous", A + "carried_forward.total"),
        ("current", A + "carried_over.total"),
    ]
    assert "“结转下年度”总计为 72 件" in found.message("zh")


def test_files_carried_over_across_the_change_of_forms() -> None:
    """The forms differ, the open files do not."""
    before: dict[str, Value] = {A + "carried_forward.total": 3}
    assert "Y1" in ids(before, {}, "2019", "2021")
    last, this = pair({}, {}, "2019", "2021")
    findings = check(this, previous=last)
    assert findings.answered == 43 + 7  # no S1 or S4: the stocks are of different forms


def test_nothing_is_demanded_without_last_year() -> None:
    """A report alone is not blamed for what only two can show."""
    _, this = pair({}, {A + "carried_over.total": 5})
    assert {entry.check for entry in check(this).unanswered} == set()
    assert not check(this).of("Y1")


def test_blanks_of_last_year_leave_it_open() -> None:
    """Where last year left the figure blank the check says so, naming whose cell is missing."""
    last, this = pair({A + "carried_forward.total": None}, {})
    lacking = [entry for entry in check(this, previous=last).unanswered if entry.check == "Y1"]
    assert [(entry.paths, entry.elsewhere) for entry in lacking] == [
        ((), (("previous", A + "carried_forward.total"),))
    ]


def test_the_wrong_year_is_said_and_nothing_compared() -> None:
    """Comparing with the report of two years ago would invent errors."""
    last, this = pair({A + "carried_forward.total": 9}, {})
    older = type(last)(year=2020).replace(dict(last.cells()))
    findings = check(this, previous=older)
    assert findings.of("Y1") == ()
    assert "2020 年的报告，而本报告为 2023 年" in findings.of("Y3")[0].message("zh")


def test_a_gap_farther_back_is_no_matter() -> None:
    """Last year's report is there and was compared: that the one before it is missing needs no word."""
    older, before = nil_report("2019", year=2020), nil_report("2021", year=2022)
    now = nil_report("2021", year=2023).replace({"applications.carried_over.total": 2})
    findings = check(now, previous=(before, older))
    assert findings.of("Y3") == ()
    assert len(findings.of("Y1")) == 1


def test_stock_of_documents() -> None:
    """S1: 15 in force, 5 issued and 12 repealed leave 8; S3: no more repealed than there were."""
    row = P + "normative_documents."
    now: dict[str, Value] = {row + "issued": 5, row + "repealed": 12, row + "in_force": 8}
    assert ids({row + "in_force": 15}, now) == []
    last, this = pair({row + "in_force": 20}, now)
    (found,) = check(this, previous=last).of("S1")
    assert (found.expected, found.actual, found.severity) == (13, 8, Severity.warning)
    assert "应为 13 件（20 + 5 - 12），本年现行有效填的是 8 件" in found.message("zh")
    assert ids({row + "in_force": 3}, now) == ["S1", "S3"]


def test_stock_of_items_and_disclosed_documents() -> None:
    """S4 and S6 between the two years of the older form."""
    before: dict[str, Value] = {P + "licensing.items_previous_year": 325, P + "licensing.change": 88}
    last = nil_report("2019", year=2019).replace({**before, P + "rules.total_disclosed": 10})
    this = nil_report("2019", year=2020).replace(
        {
            P + "licensing.items_previous_year": 413,
            P + "rules.created": 2,
            P + "rules.disclosed": 2,
            P + "rules.total_disclosed": 12,
        }
    )
    assert [f.check for f in check(this, previous=last)] == []
    wrong = this.replace({P + "licensing.items_previous_year": 325, P + "rules.total_disclosed": 9})
    findings = check(wrong, previous=last)
    assert [(f.check, f.expected, f.actual) for f in findings] == [("S6", 12, 9), ("S4", 413, 325)]
    assert "反而比上年少" in findings[0].message("zh")


def test_challenges_over_the_years() -> None:
    """F2 to F5: suits need reconsiderations, disputes need applications, pending cases come up again."""
    recon, direct = K + "reconsideration.", K + "litigation.direct."
    done: dict[str, Value] = {A + "results.total.total": 5}
    assert ids(done, {**done, recon + "upheld": 9, recon + "total": 9}) == []
    assert ids(done, {**done, recon + "total": 9, direct + "total": 2}) == ["F3"]
    assert ids({}, {recon + "total": 1}) == ["F5"]
    assert ids({**done, direct + "pending": 2, direct + "total": 2}, {**done, direct + "total": 1}) == ["F4"]
    last, this = pair({**done, recon + "total": 1}, {**done, K + "litigation.after_reconsideration.total": 3})
    older = nil_report("2021", year=2021).replace({recon + "total": 1})
    assert check(this, previous=last).of("F2") == ()
    (found,) = check(this, previous=(last, older)).of("F2")
    assert (found.expected, found.actual) == (2, 3)
    assert check(this, previous=(last, older.replace({recon + "total": 2}))).of("F2") == ()


def test_a_copied_report() -> None:
    """Y4: the same figures two years running are last year's report again; zeros alone are not."""
    same: dict[str, Value] = {
        P + "licensing.decisions": 2905,
        P + "penalties.decisions": 47,
        P + "normative_documents.in_force": 18,
    }
    assert ids(same, same) == ["Y4"]
    assert ids(same, {**same, P + "penalties.decisions": 48}) == []
    assert ids({}, {}) == ["G9"]


def test_jumps() -> None:
    """Y5: five times more or less is a question about scope or unit, where both are at least 20."""
    path = P + "penalties.decisions"
    assert ids({path: 20}, {path: 100}) == []
    assert ids({path: 20}, {path: 101}) == ["Y5"]
    assert ids({path: 101}, {path: 20}) == ["Y5"]
    assert ids({path: 19}, {path: 900}) == []


def test_an_amount_in_the_wrong_unit() -> None:
    """C5: 元 entered where 万元 is printed; the suspect gives the figure that would fit."""
    path = P + "administrative_fees.amount"
    last, this = pair({path: Decimal("96.5")}, {path: Decimal("961716")})
    findings = check(this, previous=last)
    (found,) = findings.of("C5")
    assert "与上年的 96.5 万元相比大了百倍以上" in found.message("zh")
    assert [(s.path, s.value, s.pattern) for s in findings.suspects] == [(path, Decimal("96.1716"), "unit")]
    assert ids({path: Decimal("96.5")}, {path: Decimal("9600")}) == ["Y5"]


def test_a_township_does_not_collect_a_hundred_million() -> None:
    """Without last year, only what is plainly too much for a township is asked about."""
    path = P + "administrative_fees.amount"
    town = nil_report("2021", year=2022, issuer="示例镇人民政府").replace({path: Decimal(23600)})
    assert check(town).of("C5")
    assert not check(
        nil_report("2021", year=2022, issuer="示例市人民政府").replace({path: Decimal(23600)})
    ).of("C5")
