"""The cell most likely wrong, told from the pattern of broken sums."""

import itertools
import random

import attrs
import pytest

from gov_disclosure.checks import catalogue, check
from gov_disclosure.model import AnnualReport
from planted_faults import FAULTS, nil_report, plant, sound_report, with_items

A = "applications."
R = A + "results."


def test_the_crossing_cell() -> None:
    """Row and column broken by the same amount: the cell where they cross, and the value that mends both."""
    report = sound_report(random.Random(1), "2021")
    path = R + "unavailable.not_held.business"
    truth = report[path]
    assert isinstance(truth, int)
    suspect = check(report.replace({path: truth + 30})).suspects[0]
    assert (suspect.path, suspect.value, suspect.current) == (path, truth, truth + 30)
    assert (suspect.pattern, suspect.checks, suspect.complete) == ("cell", ("R1", "L2"), True)
    assert suspect.message("zh").startswith("“1.本机关不掌握相关政府信息·商业企业”可能填错：现为 ")
    assert f"and {truth} would fit" in suspect.message("en")


def test_a_total_left_at_nought() -> None:
    """10 and 1 beside a total of 0, as a published report has it: the total was forgotten."""
    k = "challenges.reconsideration."
    findings = check(nil_report("2021", year=2023).replace({k + "upheld": 10, k + "corrected": 1}))
    suspect = findings.suspects[0]
    assert (suspect.path, suspect.value, suspect.pattern) == (k + "total", 11, "total-left-out")
    assert suspect.message("zh") == "“行政复议·总计”可能漏填：现为 0，各项之和为 11。"


def test_a_forgotten_total_has_no_rival_in_its_only_part() -> None:
    """5 beside a total of 0 is a forgotten total: nobody should be sent to look for the 5."""
    k = "challenges."
    figures = {
        f"{k}reconsideration.upheld": 10,
        f"{k}reconsideration.corrected": 1,
        f"{k}litigation.direct.upheld": 5,
    }
    findings = check(nil_report("2021", year=2023).replace(figures))
    assert [(suspect.path, suspect.value) for suspect in findings.suspects] == [
        (f"{k}reconsideration.total", 11),
        (f"{k}litigation.direct.total", 5),
    ]


def test_a_minus_where_the_form_knows_none() -> None:
    """A sign that slipped in before a figure that no sum contains: the figure without it is named."""
    path = "proactive.licensing.decisions"
    findings = check(nil_report("2021", year=2023).replace({path: -15}))
    (suspect,) = findings.suspects
    assert (suspect.path, suspect.value, suspect.current, suspect.pattern) == (path, 15, -15, "sign")
    assert suspect.message("zh") == "“行政许可·本年处理决定数量”可能多了负号：现为 -15，应为 15。"
    stock = {"proactive.licensing.items_previous_year": 9, "proactive.licensing.change": -3}
    assert check(nil_report("2019", year=2020).replace(stock)).errors == ()


def test_a_swapped_pair() -> None:
    """Two neighbours that changed places break two columns by opposite amounts and no row."""
    report = sound_report(random.Random(3), "2019", scale=500)
    row = A + "received."
    one, two = report[row + "natural_person"], report[row + "business"]
    assert one != two
    suspect = check(report.replace({row + "natural_person": two, row + "business": one})).suspects[0]
    assert suspect.pattern in ("swapped", "misplaced")
    assert {(suspect.path, suspect.value), *suspect.also} == {
        (row + "natural_person", one),
        (row + "business", two),
    }


def test_a_shifted_row() -> None:
    """A row that slid one column to the right is put back whole."""
    report = sound_report(random.Random(4), "2019")
    names = ["natural_person", "business", "research", "public_interest", "legal_services", "other", "total"]
    paths = [A + "received." + name for name in names]
    values = [report[path] for path in paths]
    moved = dict(zip(paths, [0, *values[:-2], values[-1]], strict=True))
    suspect = check(report.replace(moved)).suspects[0]
    assert suspect.pattern == "shifted"
    mended = report.replace(moved).replace({suspect.path: suspect.value, **dict(suspect.also)})
    assert [mended[path] for path in paths] == values


def test_two_faults_far_apart_are_both_named() -> None:
    """Mending the first does not hide the second."""
    report = sound_report(random.Random(5), "2021")
    first, second = R + "granted.research", R + "denied.internal_affairs.natural_person"
    truth = {path: report[path] for path in (first, second)}
    broken = report.replace(
        {path: int(value or 0) + step for (path, value), step in zip(truth.items(), (3, 8), strict=True)}
    )
    suspects = check(broken).suspects[:2]
    assert {suspect.path: suspect.value for suspect in suspects} == truth


def test_a_clean_report_has_no_suspects() -> None:
    """Nothing is suspected where nothing is wrong."""
    assert check(sound_report(random.Random(6), "2021")).suspects == ()


def test_a_balance_that_may_rightly_be_off_suspects_nothing() -> None:
    """Documents expire: a stock that does not tie is a question, and no cell of it is called wrong."""
    stock = "proactive.normative_documents.in_force"
    before = nil_report("2021", year=2022).replace({stock: 20})
    findings = check(nil_report("2021", year=2023).replace({stock: 12}), previous=before)
    assert [finding.check for finding in findings.of("S1")] == ["S1"]
    assert findings.suspects == ()


def test_what_was_accepted_is_under_suspicion_no_longer() -> None:
    """Somebody looked and gave a reason: the clerk is not sent there again."""
    totals = ("challenges.reconsideration.total", "challenges.litigation.direct.total")
    broken = nil_report("2021", year=2023).replace(dict.fromkeys(totals, 3))
    findings = check(broken)
    accepted = [{"fingerprint": findings[0].fingerprint, "reason": "已核实"}]
    left = check(broken, profile={"accepted": accepted})
    assert {suspect.path for suspect in findings.suspects if not suspect.alternative} == set(totals)
    assert left.suspects[0].path == totals[1]
    assert totals[0] not in {suspect.path for suspect in left.suspects}


@pytest.mark.parametrize("kind", ["sign", "digit", "amount", "total", "total-left-out", "shifted"])
def test_single_faults_are_found_and_named_first(kind: str) -> None:
    """Every planted fault is found, and the first suspect is the planted cell nine times out of ten."""
    rng = random.Random(20)
    planted = found = named = 0
    for number in range(80):
        sound = with_items(rng, sound_report(rng, ("2019", "2021")[number % 2]))
        assert check(sound).errors == ()
        made = plant(rng, sound, kind)
        if made is None:
            continue
        broken, fault = made
        findings = check(broken)
        planted += 1
        found += bool(findings.errors)
        suspect = findings.suspects[0]
        named += suspect.path in fault.truth
        assert any(suspect.path in fault.truth for suspect in findings.suspects)
    assert planted > 70
    assert found == planted
    assert named >= 0.9 * planted


def _pairs_that_would_do(broken: AnnualReport) -> list[set[str]]:
    """Neighbours in a row whose exchange would make every sum hold."""
    assert broken.form is not None
    sums = [one for one in catalogue() if one.id in ("R1", "L1", "L2")]
    found = []
    for row in broken.form.table("applications").rows:
        paths = [field.path for field in row.fields][:-1]
        for one, two in itertools.pairwise(paths):
            if broken[one] is not None and broken[one] != broken[two]:
                back = broken.replace({one: broken[two], two: broken[one]})
                if not check(back, checks=sums).errors:
                    found.append({one, two})
    return found


def test_a_swapped_pair_is_named_wherever_nothing_else_would_do() -> None:
    """Two pairs of the same figures in two rows cannot be told apart; where there is one, it is named, and where there
    are more, the right one is among those named."""
    rng = random.Random(8)
    lone = 0
    for number in range(60):
        made = plant(rng, sound_report(rng, ("2019", "2021")[number % 2]), "swapped")
        assert made is not None
        broken, fault = made
        findings = check(broken)
        assert findings.errors
        assert any(suspect.path in fault.truth for suspect in findings.suspects)
        if _pairs_that_would_do(broken) == [set(fault.truth)]:
            lone += 1
            assert findings.suspects[0].path in fault.truth
    assert lone > 40


def test_of_exchanges_that_would_do_as_well_the_one_nearer_to_last_year_comes_first() -> None:
    """A clerk with last year's report beside him would not be sent to a row that is as it always was."""
    rows = [R + "denied.state_secret", R + "unavailable.not_held"]
    broken = nil_report("2021", year=2023).replace(
        {
            **{f"{row}.{column}": 4 for row in rows for column in ("research", "total")},
            # one of the two rows belongs to the businesses; the sums cannot tell which
            **{
                f"{row}.{column}": 4
                for row in (A + "received", R + "total")
                for column in ("business", "research")
            },
            **{f"{row}.total": 8 for row in (A + "received", R + "total")},
        }
    )
    for row, usual in itertools.product(rows, (3, 5)):
        (other,) = (one for one in rows if one != row)
        last = nil_report("2021", year=2022).replace({f"{row}.business": usual, f"{other}.research": usual})
        first, second, *_ = check(broken, previous=last).suspects
        assert (first.pattern, second.pattern) == ("misplaced", "misplaced")
        assert {first.path, *dict(first.also)} == {f"{row}.business", f"{row}.research"}
        assert {second.path, *dict(second.also)} == {f"{other}.business", f"{other}.research"}


def test_of_two_faults_the_one_that_has_a_single_explanation_comes_first() -> None:
    """A clerk sent to the one row that explains a gap finds it; sent to one of two that would, he may not."""
    early, late, lone = R + "denied.state_secret", R + "unavailable.not_held", R + "not_processed.repeated"
    broken = nil_report("2021", year=2023).replace(
        {
            **{f"{row}.{column}": 4 for row in (early, late) for column in ("research", "total")},
            **{f"{lone}.{column}": 7 for column in ("other", "total")},
            # one of the first two rows belongs to the businesses, the third to the legal services
            **{
                f"{row}.{column}": count
                for row in (A + "received", R + "total")
                for column, count in (("business", 4), ("research", 4), ("legal_services", 7), ("total", 15))
            },
        }
    )
    first, second, *_ = check(broken).suspects
    assert {first.path, *dict(first.also)} == {f"{lone}.legal_services", f"{lone}.other"}
    assert {second.path, *dict(second.also)} == {f"{early}.business", f"{early}.research"}


def test_last_year_turns_no_order_that_the_sums_decide() -> None:
    """Figures change from year to year: what mends more, and a slip of one digit, must weigh more than likeness."""
    rng = random.Random(12)
    for number in range(40):
        made = plant(rng, sound := sound_report(rng, ("2019", "2021")[number % 2]), "swapped")
        assert made is not None
        broken, fault = made
        if _pairs_that_would_do(broken) == [set(fault.truth)]:
            alike = attrs.evolve(broken, year=(sound.year or 1) - 1)
            assert check(broken, previous=alike).suspects[0].path in fault.truth


def test_every_kind_of_fault_is_measured() -> None:
    """The lists above must not fall behind the kinds there are."""
    assert set(FAULTS) == {"sign", "digit", "amount", "total", "total-left-out", "shifted", "swapped"}
