"""A report against those of the organs it adds up."""

from gov_disclosure.checks import check
from gov_disclosure.model import AnnualReport, Value
from planted_faults import nil_report

TOTAL = "applications.received.total"


def organ(name: str, received: Value, **more: Value) -> AnnualReport:
    return nil_report("2021", year=2022, issuer=name).replace(
        {TOTAL: received, "applications.received.natural_person": received, **more}
    )


def test_the_sum_of_the_organs() -> None:
    """H1: a district's figures are those of its organs together."""
    parts = [organ("示例区发展和改革局", 3), organ("示例区公安局", 4)]
    assert check(organ("示例区", 7), parts=parts).of("H1") == ()
    findings = check(organ("示例区", 9), parts=parts).of("H1")
    assert [(f.paths, f.expected, f.actual) for f in findings] == [
        (("applications.received.natural_person",), 7, 9),
        ((TOTAL,), 7, 9),
    ]
    assert "所给 2 个机关之和为 7，多 2" in findings[0].message("zh")
    assert {op.report for op in findings[0].operands} == {"current", "part-1", "part-2"}


def test_a_blank_part_leaves_the_sum_open_but_not_the_largest() -> None:
    """H2: whatever the missing organ has, the sum cannot be less than one organ alone."""
    parts = [organ("示例区发展和改革局", 30), organ("示例区公安局", None)]
    findings = check(organ("示例区", 9), parts=parts)
    assert findings.of("H1") == ()
    assert {f.paths for f in findings.of("H2")} == {(TOTAL,), ("applications.received.natural_person",)}
    assert "小于示例区发展和改革局的 30" in findings.of("H2")[0].message("zh")
    assert ("part-2", TOTAL) in {cell for entry in findings.unanswered for cell in entry.elsewhere}
    assert check(organ("示例区", 31), parts=parts).of("H2") == ()


def test_items_of_power_are_not_added_up() -> None:
    """Every organ has the same list of powers: their stock does not add up."""
    stock = "proactive.licensing.items_previous_year"
    parent, part = (nil_report("2019", year=2020, issuer=name).replace({stock: 5}) for name in ("甲", "乙"))
    assert check(parent, parts=[part, part]).of("H1") == ()


def test_different_ways_of_printing_are_not_compared() -> None:
    """One organ prints （六） as one row, another as three: their rows have no common sum."""
    parent = nil_report("2021", variant="split_other", year=2022)
    part = nil_report("2021", variant="single_other", year=2022).replace(
        {"applications.results.other_handling.all.total": 4}
    )
    assert check(parent, parts=[part]).of("H1") == ()
