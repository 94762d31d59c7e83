"""Mending by the identities: only where one solution exists, never against a figure that was read cleanly."""

import random

from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.model import AnnualReport, Form
from gov_disclosure.reading import Reading

_HEADS = (
    "三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n"
    "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
)


def _table(lines: dict[str, str]) -> str:
    """A table three of the 2019 form in which every row but those given is of zeros."""
    rows = Form("2019").table("applications").rows
    body = "".join(f"{row.label} {lines.get(row.name, '0 0 0 0 0 0 0')}\n" for row in rows)
    return f"示例区2020年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n{_HEADS}{body}"


def _read(lines: dict[str, str]) -> Reading:
    return gov_disclosure.read(_table(lines).encode(), form="2019")


def test_torn_figures_that_rows_alone_leave_open_are_settled_by_the_columns() -> None:
    """A total torn into pieces that can be joined in two ways would otherwise cost its whole row."""
    lines = {
        "received": "11 1 0 0 0 0 12",
        "granted": "11 1 0 0 0 0 12",
        "total": "1 1 1 0 0 0 0 12",  # 11 + 1 or 1 + 11: only the columns tell
    }
    reading = _read(lines)
    assert reading.report["applications.results.total.natural_person"] == 11
    assert reading.report["applications.results.total.business"] == 1
    assert reading.evidence["applications.results.total.natural_person"].flags == ("repaired",)
    codes = [notice.code for notice in reading.notices]
    assert "repaired" in codes
    assert "unread-row" not in codes
    assert not reading.doubtful


def test_two_solutions_are_none() -> None:
    """Where the columns fit both ways as well, any choice would be a guess."""
    lines = {
        "granted": "1 1 1 0 0 0 0 12",
        "partially_granted": "1 1 1 0 0 0 0 12",
        "received": "12 12 0 0 0 0 24",
    }
    lines["total"] = "12 12 0 0 0 0 24"  # 11 + 1 and 1 + 11 in either order
    reading = _read(lines)
    for row in ("granted", "partially_granted"):
        evidence = reading.evidence[f"applications.results.{row}.natural_person"]
        assert evidence.kind == "unread"
        assert evidence.doubt
        assert reading.report[f"applications.results.{row}.natural_person"] is None


def test_columns_that_contradict_every_way_settle_nothing() -> None:
    """A report that does not add up must not be bent until it does."""
    lines = {"received": "5 5 0 0 0 0 10", "granted": "5 5 0 0 0 0 10", "total": "1 1 1 0 0 0 0 12"}
    reading = _read(lines)
    assert reading.evidence["applications.results.total.natural_person"].kind == "unread"


def test_an_unreadable_cell_is_settled_where_two_sums_agree() -> None:
    """A smudge on one figure would otherwise leave a hole that the table itself can fill."""
    reading = _read(
        {"received": "15 0 0 0 0 0 15", "granted": "15 0 0 0 0 0 15", "total": "1?5 0 0 0 0 0 15"}
    )
    path = "applications.results.total.natural_person"
    assert reading.report[path] is None or reading.report[path] == 15
    evidence = reading.evidence[path]
    assert (reading.report[path] == 15) == ("repaired" in evidence.flags)
    assert evidence.raw == "1?5"


def test_legible_digits_rule_a_solution_out() -> None:
    """What can be read of a figure must not be overruled by sums that may be the ones at fault."""
    reading = _read({"received": "15 0 0 0 0 0 15", "granted": "15 0 0 0 0 0 15", "total": "7? 0 0 0 0 0 15"})
    path = "applications.results.total.natural_person"
    assert reading.report[path] is None
    assert reading.evidence[path].doubt


def test_a_clean_figure_is_never_changed_however_wrong_the_sum() -> None:
    """The report's own mistakes are what the checks are for."""
    reading = _read({"received": "15 0 0 0 0 0 15", "granted": "14 0 0 0 0 0 14", "total": "15 0 0 0 0 0 15"})
    assert reading.report["applications.results.granted.natural_person"] == 14
    assert gov_disclosure.check(reading).errors


@given(st.integers(0, 2**32))
def test_tearing_never_makes_a_wrong_figure(seed: int) -> None:
    """A figure joined wrongly, with nobody told, is the one failure this library must not have."""
    rng = random.Random(seed)
    report = _random_table(rng)
    lines = {
        row.name: _torn(rng, [str(report[field.path]) for field in row.fields])
        for row in Form("2019").table("applications").rows
    }
    reading = _read(lines)
    for path, value in report.cells():
        if path.startswith("applications."):
            evidence = reading.evidence[path]
            assert evidence.doubt or reading.report[path] == value, (path, value, evidence)


def _random_table(rng: random.Random) -> AnnualReport:
    form = Form("2019")
    values: dict[str, int | None] = {}
    table = form.table("applications")
    names = [field.name for field in table.rows[0].fields]
    columns = dict.fromkeys(names, 0)
    top = rng.choice([3, 40, 500])
    for row in table.rows[2:-2]:
        parts = [rng.choice([0, 0, rng.randint(0, top)]) for _ in names[:-1]]
        for name, part in zip(names, [*parts, sum(parts)], strict=True):
            values[f"{row.path}.{name}"] = part
            columns[name] += part
    for name in names:
        values[f"applications.results.total.{name}"] = columns[name]
        values[f"applications.received.{name}"] = columns[name]
        values[f"applications.carried_over.{name}"] = 0
        values[f"applications.carried_forward.{name}"] = 0
    return AnnualReport.blank(form).replace(values)


def _torn(rng: random.Random, cells: list[str]) -> str:
    pieces = []
    for cell in cells:
        if len(cell) > 1 and rng.random() < 0.15:
            cut = rng.randint(1, len(cell) - 1)
            pieces += [cell[:cut], cell[cut:]]
        else:
            pieces.append(cell)
    return " ".join(pieces)
