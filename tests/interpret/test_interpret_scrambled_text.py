"""Text in which cells ran into one another, or a row over several lines: said, and never read as blank or elsewhere."""

from decimal import Decimal

import pytest

from gov_disclosure import Form, Reading, read
from gov_disclosure.interpret.tokens import pieces_of

FORM = Form("2021")
TITLE = "示例区人民政府2022年政府信息公开工作年度报告"
ROWS = [row for row in FORM.table("applications").rows if row.variant in ("", "split_other")]
HEADS = ["申请人情况", "自然人\t法人或其他组织\t总计", "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他"]
TOTAL = "applications.results.total"
CONFIRMED = "applications.results.not_processed.confirm_or_reissue"
UNCORRECTED = "applications.results.other_handling.uncorrected"


def report(*lines: str, section: str = "三、收到和处理政府信息公开申请情况") -> Reading:
    """A report with a section of those lines."""
    text = [TITLE, "一、总体情况", "工作有序开展。", section, *lines]
    return read("\n".join([*text, "五、存在的主要问题及改进情况", "公开内容不够细。", ""]).encode())


def figures(number: int) -> list[str]:
    """Six figures and their total, others for each row."""
    parts = [number, 0, 11 * number, 0, 0, 3]
    return [str(part) for part in [*parts, sum(parts)]]


def rows(**other: str) -> list[str]:
    """A line for each row of table three, but for those given by the last part of their path."""
    return [
        other.get(row.name, "\t".join([row.label, *figures(number)])) for number, row in enumerate(ROWS, 10)
    ]


def said(reading: Reading, row: str) -> bool:
    """Whether a person is told of a row's cells, by a notice or by doubt."""
    paths = {path for notice in reading.notices for path in notice.paths}
    cells = [field.path for one in FORM.rows if one.path == row for field in one.fields]
    return all(path in paths or reading.evidence[path].doubt for path in cells)


@pytest.mark.parametrize("run", ["7件8000件621件", "7件0-—0件12", "00906318", "--0件—0"])
def test_figures_glued_to_a_label_are_not_blank(run: str) -> None:
    """A row whose cells ran together was taken for a blank one: its applications were gone without a word."""
    lines = [line.replace("\t", "") for line in rows(received=f"一、本年新收政府信息公开申请数量{run}")]
    reading = report(*(head.replace("\t", "") for head in HEADS), *lines)
    assert all(value is None for value in vars_of(reading, "applications.received"))
    assert said(reading, "applications.received")


def test_figures_glued_between_two_labels_are_not_blank() -> None:
    """Where not even lines were left between rows, the first row's figures vanished among the words."""
    glued = "5.要求行政机关确认或重新出具已获取信息00906318（六）其他处理98001018"
    lines = [line.replace("\t", "") for line in rows(confirm_or_reissue=glued)]
    reading = report(*(head.replace("\t", "") for head in HEADS), *lines)
    assert said(reading, CONFIRMED)
    assert all(value is None for value in vars_of(reading, CONFIRMED))


@pytest.mark.parametrize(
    "text", ["全年收到申请12件", "共受理7件，办结6件", "1.属于国家秘密", "第二十条第（1）项"]
)
def test_words_with_numbers_in_them_stay_words(text: str) -> None:
    """A sentence taken apart at its numbers would print figures that no table holds."""
    assert not any(piece.figure for piece in pieces_of(text))


def test_the_number_of_a_row_may_stand_apart_behind_the_label_of_its_block() -> None:
    """The 1 of 1 .申请人 was taken for a figure, and the row's own figures were lost without a word."""
    row = next(row for row in ROWS if row.path == UNCORRECTED)
    wide = [line.replace("\t", "  ") for line in rows()]
    at = next(number for number, line in enumerate(wide) if line.startswith(row.label))
    wide[at] = f"( 六 ) 其他处理      1 .{row.label.removeprefix('1.')}  0  0  1  0  1  0  2"
    reading = report(*(head.replace("\t", "  ") for head in HEADS), *wide)
    assert vars_of(reading, UNCORRECTED) == [0, 0, 1, 0, 1, 0, 2]


def test_a_row_beside_half_of_its_blocks_label_is_no_sentence() -> None:
    """（六 before a row and ）其他处理 below it made the line look like prose, and its figures vanished."""
    row = next(row for row in ROWS if row.path == UNCORRECTED)
    wide = [line.replace("\t", "  ") for line in rows()]
    at = next(number for number, line in enumerate(wide) if line.startswith(row.label))
    wide[at : at + 1] = [f"（六      {row.label}  0  0  1  0  1  0  2", "）其他处理"]
    reading = report(*(head.replace("\t", "  ") for head in HEADS), *wide)
    assert vars_of(reading, UNCORRECTED) == [0, 0, 1, 0, 1, 0, 2] or said(reading, UNCORRECTED)


def test_a_unit_broken_by_the_next_column_is_not_another_unit() -> None:
    """本年收费金额（单位：万 over 元） made ten-thousands of yuan into yuan: the fees were a ten-thousandth."""
    reading = report(
        "第二十条第（八）项",
        "信息          本年收费金额（单位：万",
        "内容          元）",
        "行政事业性收费    5951909",
        section="二、主动公开政府信息情况",
    )
    path = "proactive.administrative_fees.amount"
    assert reading.report[path] == Decimal(5951909)
    assert reading.evidence[path].doubt


def test_figures_of_table_four_on_two_lines_do_not_move() -> None:
    """2646 on a line of its own and fourteen figures with a blank one below: each stood one column too far left."""
    results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    reading = report(
        "行政复议\t行政诉讼\t",
        f"{results}\t未经复议直接起诉\t复议后起诉\t",
        f"{results}\t{results}\t",
        "2646\t",
        "0\t3547\t0\t6193\t812\t0\t1764\t0\t2576\t0\t0\t0\t2572\t2572\t",
        section="四、政府信息公开行政复议、行政诉讼情况",
    )
    for path, value in reading.report.cells():
        if path.startswith("challenges.") and value is not None:
            assert reading.evidence[path].doubt


def test_a_total_on_top_of_a_piece_of_table_three_stays_in_table_three() -> None:
    """（七） on a line, 总计 and its figures on the next: they were read as table four's."""
    at = next(number for number, row in enumerate(ROWS) if row.path == TOTAL)
    lines = rows()
    lines[at : at + 1] = ["（七）", "\t".join(["总计", *figures(at + 10)])]
    reading = report(*HEADS, *lines)
    assert vars_of(reading, TOTAL) == list(map(int, figures(at + 10))) or said(reading, TOTAL)
    assert not any(
        path.startswith("challenges.") for notice in reading.notices for path in notice.paths[:1]
    ) or (reading.report.form is None or not reading.report.prints("challenges.reconsideration.upheld"))


def test_a_head_is_not_the_row_of_totals() -> None:
    """法人或其 / 他组织 | 合计 in two lines: the head was taken for the row （七）总计, and the row itself dropped."""
    lines = rows()
    at = next(number for number, row in enumerate(ROWS) if row.path == TOTAL)
    lines[at : at + 1] = ["（七）", "\t".join(["总计", *figures(at + 10)])]
    heads = ["申请人情况", "\t自然人\t法人或其", "他组织\t合计", HEADS[2]]
    reading = report(*heads, *lines)
    assert vars_of(reading, TOTAL) == list(map(int, figures(at + 10))) or said(reading, TOTAL)


def test_a_row_that_holds_the_next_rows_label_is_unread() -> None:
    """Seven things between two labels in one line of pipes are not seven cells: one of them was a label."""
    lines = [line.replace("\t", " | ") for line in rows()]
    at = next(number for number, row in enumerate(ROWS) if row.path.endswith("repeated"))
    following = ROWS[at + 1]
    lines[at : at + 2] = [f"{ROWS[at].label} | - |  | -- | 0 | — | 0 | 0 |  | {following.label}"]
    reading = report("| 申请人情况 |", *lines)
    assert all(value is None for value in vars_of(reading, ROWS[at].path)) or said(reading, ROWS[at].path)


def test_a_figure_broken_behind_a_row_that_was_broken_at_a_pipe_is_whole() -> None:
    """One row broken right behind a pipe, and 7|905 in the next was read as 7."""
    lines = [f"{line.replace(chr(9), '| ')}  " for line in rows()]
    at = next(number for number, row in enumerate(ROWS) if row.path == TOTAL)
    first, *cells, last = lines[at].split("| ")
    lines[at : at + 1] = [f"| {'| '.join([first, *cells])}| 1", f"{last.strip()[1:]}  "]
    broken, rest = lines[3].rsplit("| ", 1)
    lines[3:4] = [f"| {broken}|", rest]
    reading = report("| 自然人 | 商业企业  ", "---|---  ", *lines)
    total = reading.report[f"{TOTAL}.total"]
    assert total in (None, int(figures(at + 10)[-1])) or reading.evidence[f"{TOTAL}.total"].doubt


def vars_of(reading: Reading, row: str) -> list[object]:
    """A row's values."""
    fields = next(one for one in FORM.rows if one.path == row).fields
    if reading.report.form is None:
        return [None] * len(fields)
    return [reading.report[field.path] for field in fields]
