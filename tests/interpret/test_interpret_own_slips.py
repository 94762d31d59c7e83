"""A report's own slips stand as errors in running text; rows that only look whole are in doubt, and it is said why."""

import random
from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure import Form, Reading, check, read
from gov_disclosure.reading.notices import Severity
from text_damage import DAMAGES
from text_dumps import SHAPES, random_report, write_dump

EXAMPLE = Path("examples/example-district-2020.txt").read_text(encoding="utf-8")
RECEIVED = "一、本年新收政府信息公开申请数量 15 0  0  0  0  0  "
FORM = Form("2019")
HEADS = "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"


def table_three(**lines: str) -> Reading:
    """A report whose rows are of noughts, but for those given by name."""
    rows = FORM.table("applications").rows
    body = "".join(f"{row.label} {lines.get(row.name, '0 0 0 0 0 0 0')}\n" for row in rows)
    text = f"示例区2020年政府信息公开工作年度报告\n一、总体情况\n三、收到和处理政府信息公开申请情况\n{HEADS}{body}"
    return read(f"{text}五、存在的主要问题及改进情况\n公开内容不够细。\n".encode())


def row_in_doubt(reading: Reading, row: str) -> bool:
    """Whether every cell of a row of table three is in doubt."""
    fields = next(found.fields for found in FORM.rows if found.path == f"applications.{row}")
    return all(reading.evidence[field.path].doubt for field in fields)


def unsaid(reading: Reading) -> set[str]:
    """The cells in doubt that no warning names."""
    told = {path for said in reading.notices if said.severity is not Severity.info for path in said.paths}
    return {path for path in reading.doubtful if path not in told}


def test_a_wrong_total_is_an_error_though_another_row_was_torn() -> None:
    """A clerk whose total is wrong was told to look at the file instead: 1 2 for 12 elsewhere put the row in doubt."""
    assert RECEIVED in EXAMPLE
    reading = read(EXAMPLE.replace(f"{RECEIVED}15", f"{RECEIVED}16").encode())
    assert not reading.doubtful
    assert [said.code for said in reading.notices] == ["repaired"]
    errors = {(found.check, found.origin) for found in check(reading).errors}
    assert {("R1", "document"), ("L1", "document")} <= errors


def test_a_row_that_does_not_add_up_is_in_doubt_where_another_lacks_cells() -> None:
    """Where a blank has vanished, as in the second row, a figure torn in two may fill the place of another."""
    reading = table_three(received="15 0 0 0 0 0 16", carried_over="0 0 0 0 0 0", total="15 0 0 0 0 0 15")
    assert row_in_doubt(reading, "received")
    assert not unsaid(reading)


def test_a_figure_torn_before_a_nought_beside_a_vanished_blank_is_in_doubt() -> None:
    """110 as 11 0 broke its row and one column, as a report's own slip does; joined, the row adds up."""
    whole = "0 110 0 0 0 0 110"
    reading = table_three(received=whole, state_secret="0 11 0 0 0 0 110", total=whole)
    assert row_in_doubt(reading, "results.denied.state_secret")
    assert "row-in-doubt" in {said.code for said in reading.notices}


def test_a_slip_that_no_joining_explains_is_the_reports_own() -> None:
    """Doubt on every row that does not add up would turn each error into a request to look."""
    reading = table_three(
        received="0 110 0 0 0 0 110", state_secret="0 11 0 0 0 0 110", total="0 11 0 0 0 0 11"
    )
    assert row_in_doubt(reading, "results.denied.state_secret")
    reading = table_three(received="5 0 0 0 0 0 5", state_secret="5 0 0 0 0 0 7", total="5 0 0 0 0 0 5")
    assert not reading.doubtful
    assert "R1" in {found.check for found in check(reading).errors}


def test_pieces_beside_a_mark_for_nothing_are_in_doubt() -> None:
    """95 as 9 5 filled the row, in which a dash stands for nothing: nine and five were read."""
    whole = "95 0 0 0 0 0 95"
    torn = "0 6 9 0 0 0 0 69"
    reading = table_three(received=whole, granted=torn, state_secret="9 5 0 0 0 — 95", total=whole)
    assert reading.report["applications.results.granted.business"] == 69
    assert row_in_doubt(reading, "results.denied.state_secret")
    assert not row_in_doubt(reading, "results.granted")


def test_a_row_of_table_two_beside_a_torn_one_is_in_doubt() -> None:
    """1540 as 154 0 beside a vanished blank fills the row; the row above shows that figures are torn here."""
    text = EXAMPLE.replace("规章   0  0  0", "规章  0 12 12 0").replace(
        "规范性文件  247 125 266", "规范性文件  0 154 0"
    )
    assert text != EXAMPLE
    doubtful = read(text.encode()).doubtful
    assert "proactive.normative_documents.disclosed" in doubtful
    assert "proactive.licensing.decisions" in doubtful
    assert "proactive.rules.created" not in read(EXAMPLE.encode()).doubtful


def test_a_row_between_pipes_whose_blank_label_may_be_a_cell() -> None:
    """Without its last cell a row was as long as it should be if its blank label was a cell: all moved by one."""
    lines = [" |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"]
    for row in FORM.table("applications").rows:
        labels = ["", "", row.label] if len(row.groups) > 1 else [row.label, "", ""]
        if len(row.groups) == 1:
            labels = ["", row.label, ""]
        cells = ["0"] * len(row.fields)
        if row.path == "applications.results.partially_granted":
            cells = ["", "0", "", "", "0", "0", ""]  # the pipe before its last cell looks like the row's end
        elif len(row.groups) > 1:
            cells[-1] = ""
        lines.append(" | ".join([*labels, *cells]))
    text = "\n".join(
        ["示例区2020年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *lines, ""]
    )
    reading = read(text.encode())
    assert reading.report["applications.results.granted.business"] == 0
    assert not reading.evidence["applications.results.granted.business"].doubt
    assert row_in_doubt(reading, "results.partially_granted")
    assert not unsaid(reading)


def test_a_band_that_does_not_add_up_says_so() -> None:
    """All of table four was in doubt without a word."""
    line = next(line for line in EXAMPLE.splitlines() if line.split()[:6] == ["1", "0", "0", "0", "1", "1"])
    reading = read(EXAMPLE.replace(line, "1 0 0 0 2 1 0 0 0 1 0 0 0 0 0").encode())
    (said,) = [said for said in reading.notices if said.code == "row-in-doubt"]
    assert set(said.paths) == set(reading.doubtful)
    assert "行政复议" in said.message("zh")


def test_a_rise_beyond_what_there_was_says_why_it_is_in_doubt() -> None:
    """106 | 2939 | blank was in doubt in every format, and nothing named the cell."""
    row = "<tr><td>行政许可</td><td>106</td><td>2939</td><td></td></tr>"
    heads = "<tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>"
    page = f"<h1>示例区2020年政府信息公开工作年度报告</h1><table>{heads}{row}</table>"
    reading = read(page.encode(), form="2019")
    (said,) = [said for said in reading.notices if said.code == "change-unclear"]
    assert set(said.paths) == set(reading.doubtful)
    assert "2939" in said.message("zh")
    assert "处理决定数量" in said.message("en")


def test_one_notice_a_table_names_the_rows_in_doubt() -> None:
    """Ten notices of ten rows would bury the others; none left a person with question marks alone."""
    rows = FORM.table("applications").rows
    figures = [f"{number} 0 0 0 0 3 {number + 3}" for number in range(10, 10 + len(rows))]
    lines = []
    for number, row in enumerate(rows):
        if row.name == "state_secret":
            lines.append(
                figures[number]
            )  # its label is lost, and figures stand above their labels from here on
        else:
            lines += [figures[number], row.label]
    text = [
        "示例区2020年政府信息公开工作年度报告",
        "一、总体情况",
        "三、收到和处理政府信息公开申请情况",
        HEADS,
        *lines,
        "",
    ]
    reading = read("\n".join(text).encode(), form="2019")
    assert not unsaid(reading)
    said = [said for said in reading.notices if said.code == "rows-unclear"]
    assert len(said) <= 1


@pytest.mark.parametrize("how_many", [0, 1, 3, 6])
def test_every_doubt_is_named_by_a_warning(how_many: int) -> None:
    """A figure marked with a question mark of which no notice tells leaves a clerk with nothing to look at."""
    seen = 0
    for number in range(40):
        rng = random.Random(f"said {how_many} {number}")
        damages = frozenset(rng.sample(DAMAGES, how_many))
        text = write_dump(rng, random_report(rng), rng.choice(sorted(SHAPES)), damages)
        try:
            reading = read(text.encode())
        except gov_disclosure.ReadError:
            continue
        assert not unsaid(reading)
        seen += "rows-unclear" in {said.code for said in reading.notices}
    assert seen
