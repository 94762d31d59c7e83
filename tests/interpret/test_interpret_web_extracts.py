"""Tables between pipes as web extractors leave them: every cell back in its place, blank ones too."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure
from text_dumps import random_report
from verdicts import Verdict, judge
from web_extracts import MANNERS, write_extract

TITLE = "示例区人民政府2022年政府信息公开工作年度报告\n\n"
EARLIER = "示例区人民政府2020年政府信息公开工作年度报告\n\n"


def verdict(seed: int, manner: str) -> Verdict:
    """What becomes of the cells of one report."""
    rng = random.Random(seed)
    report = random_report(rng)
    return judge(report, gov_disclosure.read(write_extract(rng, report, manner).encode()))


@given(st.integers(0, 10**9), st.sampled_from([*MANNERS]))
def test_no_figure_is_wrong_or_lost_without_a_word(seed: int, manner: str) -> None:
    """Extracts are what researchers keep by the ten thousand; nobody looks at each."""
    found = verdict(seed, manner)
    assert found.wrong == found.silent == []


@pytest.mark.parametrize("manner", MANNERS)
def test_nearly_all_cells_are_read_and_few_of_them_doubted(manner: str) -> None:
    """A row of which some cells are blank is as good as any other where the blank ones have their pipes."""
    total = Verdict()
    for seed in range(40):
        total.add(verdict(seed, manner))
    assert total.wrong == total.silent == []
    assert total.lost * 100 <= total.right
    assert total.doubted * 100 <= total.right


def test_a_joined_cell_that_was_filled_up_with_blanks_moves_nothing_in_silence() -> None:
    """A figure drawn over two columns gets a blank cell beside it, and the next one stands under the wrong head."""
    text = (
        "| 第二十条第（六）项 | | | | |\n"
        "| 信息内容 | 上一年项目数量 | 本年增/减 | | 处理决定数量 |\n"
        "| 行政处罚 | 0 | | 0 | 1368 |\n"
        "| 行政强制 | 1664 | | -296 |  |\n"
    )
    reading = gov_disclosure.read((EARLIER + text).encode())
    assert reading.report["proactive.penalties.decisions"] == 1368
    assert "proactive.compulsion.decisions" in reading.doubtful
    assert any("proactive.compulsion" in path for notice in reading.notices for path in notice.paths)


def test_figures_stand_under_heads_of_a_row_as_wide_as_theirs() -> None:
    """-8 under 本年增/减 is the change, though a blank cell stands before it and rows of other tables are wider."""
    text = (
        "| 第二十条第（六）项 | | | | |\n"
        "| 信息内容 | 上一年项目数量 | 本年增/减 | | 处理决定数量 |\n"
        "|\n"
        "| 行政处罚 |  | -8 | | 2 |\n"
        "| 行政强制 |  |  | |  | |\n"
    )
    reading = gov_disclosure.read((EARLIER + text).encode())
    found = [
        reading.report[f"proactive.penalties.{name}"]
        for name in ("items_previous_year", "change", "decisions")
    ]
    assert found == [None, -8, 2]


@pytest.mark.parametrize("lines", [("71", ".", "2961"), ("71.", "2961"), ("71", ".2961")])
def test_a_figure_broken_at_its_point_is_one(lines: tuple[str, ...]) -> None:
    """71.2961 was read as 71, or as 2961, where a page's markup breaks the figure and text is taken piece by piece."""
    text = f"{EARLIER}第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额\n政府集中采购\n3\n" + "\n".join(
        lines
    )
    reading = gov_disclosure.read(f"{text}\n三、收到和处理政府信息公开申请情况\n".encode())
    assert str(reading.report["proactive.procurement.amount"]) == "71.2961"
    assert "proactive.procurement.amount" in reading.doubtful


@pytest.mark.parametrize(
    "number", [("1", ".属于国家秘密"), ("1", ".", "属于国家秘密"), ("1.", "属于国家秘密")]
)
def test_the_number_of_a_row_broken_off_its_label_is_no_figure(number: tuple[str, ...]) -> None:
    """A row of seven figures had eight with its number, and was left empty."""
    lines = ["（二）部分公开", *"0000000", *number, *"1200003", "2.其他法律行政法规禁止公开", *"0000000"]
    text = f"{TITLE}三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n" + "\n".join(
        [*"1200003", *lines]
    )
    report = gov_disclosure.read(f"{text}\n".encode()).report
    assert report["applications.results.denied.state_secret.total"] == 3
    assert report["applications.results.denied.state_secret.natural_person"] == 1


def test_a_blank_first_cell_has_its_pipe() -> None:
    """In a table whose rows only end with pipes, one that begins with a pipe begins blank: the figures had moved."""
    text = (
        "行政复议 | 行政诉讼 |\n"
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |\n"
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
        " | 2 |  |  |  |  |  |  | 4 | 4 |  |  |  |  |  |\n"
    )
    reading = gov_disclosure.read(f"{TITLE}四、政府信息公开行政复议、行政诉讼情况\n{text}".encode())
    report = reading.report
    assert report["challenges.reconsideration.upheld"] is None
    assert report["challenges.reconsideration.corrected"] == 2
    assert report["challenges.litigation.direct.total"] == 4


def test_cells_on_lines_of_their_own_have_their_own_places() -> None:
    """A person who looks a figure up in the extract has to find it, and blank cells stay blank where they are."""
    rng = random.Random(8)
    report = random_report(rng)
    text = write_extract(rng, report, "cell by cell")
    reading = gov_disclosure.read(text.encode())
    lines = text.split("\n")
    checked = 0
    for path, value in report.cells():
        place, raw = reading.evidence[path].place, reading.evidence[path].raw
        if value is not None and place is not None and place.line is not None and raw is not None:
            assert raw in lines[place.line - 1]
            checked += 1
    assert checked > 100


def test_cells_on_lines_of_their_own_that_do_not_fill_rows_are_not_put_together() -> None:
    """A pipe lost on the way would move every figure behind it; then no row is told from the next."""
    rng = random.Random(4)
    report = random_report(rng)
    lines = write_extract(rng, report, "cell by cell").split("\n")
    blank = [number for number, line in enumerate(lines) if line == "|"] or [
        number for number, line in enumerate(lines) if line == "0 |"
    ]
    for gone in blank[::5]:
        found = judge(report, gov_disclosure.read("\n".join(lines[:gone] + lines[gone + 1 :]).encode()))
        assert found.wrong == found.silent == []


def test_figures_with_a_measure_word_are_no_repeated_label() -> None:
    """0件 twice at the start of a row was taken for a label that fills two cells, and all figures moved to the left."""
    names = " | ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"])
    text = (
        "| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |  |\n"
        f"| {names} | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |  |\n"
        f"| {names} | {names} |  |\n"
        "| 0件 | 0件 |  |  | 0 |  |  |  |  |  |  | 0件 |  |  | 0件 |  |\n"
    )
    reading = gov_disclosure.read(f"{TITLE}四、政府信息公开行政复议、行政诉讼情况\n{text}".encode())
    found = [value for path, value in reading.report.cells() if path.startswith("challenges")]
    assert found == [0, 0, None, None, 0, *[None] * 5, None, 0, None, None, 0]


def test_figures_glued_to_a_label_in_pieces_are_unread_and_not_blank() -> None:
    """Text without anything between its cells, with a label broken by a space: the row was read as blank."""
    text = (
        f"{TITLE}三、收到和处理政府信息公开申请情况\n（二）部分公开0460000046\n（六）其\n"
        "他处理1.申请人无正当理由逾期不 补正、行政机关不再处理其政府信息公开申请2201070000327\n"
        "2.申请人逾期未按收费通知要求\n缴纳费用、行政机关不再处理其政府信息公开申请00001730173\n（七）总计020000020\n"
    )
    reading = gov_disclosure.read(text.encode())
    row = "applications.results.other_handling.uncorrected"
    assert {reading.evidence[f"{row}.{name}"].kind for name in ("natural_person", "total")} == {"unread"}
    assert any(f"{row}.total" in notice.paths for notice in reading.notices)


def test_heads_over_more_labels_than_rows_have_move_nothing() -> None:
    """A part of the table that goes on under repeated heads, without the outermost labels, and filled up to one width:
    by the heads' columns every figure would stand one place to the left, and the sums would not tell."""
    names = "".join(
        f"<td>{name}</td>" for name in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    )
    heads = (
        "<tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>"
        "<td colspan=7>申请人情况</td></tr>"
        f"<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr><tr>{names}</tr>"
    )

    def line(*texts: str, span: int = 1) -> str:
        *first, last = [f"<td>{text}</td>" for text in texts]
        return f"<tr>{''.join(first)}{last.replace('<td>', f'<td colspan={span}>')}</tr>"

    rows = (
        line("7.属于行政执法案卷", *"3000003", "", span=2),
        line("8.属于行政查询事项", "5", "8", "", "", "", "", "13", "", span=2),
        line("（四）无法提供", "2.没有现成信息需要另行制作", "", "", "4", "", "0", "9", "13", ""),
        line("", "3.补正后申请内容仍不明确", "", "0", "20", "27", "0", "", "47", ""),
    )
    page = f"<h1>{TITLE}</h1><h2>三、收到和处理政府信息公开申请情况</h2><table>{heads}{''.join(rows)}</table>"
    reading = gov_disclosure.read(page.encode())
    right = {
        "unavailable.requires_creation.total": 13,
        "unavailable.unclear.total": 47,
        "unavailable.unclear.business": 0,
    }
    for path, value in right.items():
        path = f"applications.results.{path}"
        assert reading.report[path] == value or path in reading.doubtful
    assert reading.report["applications.results.denied.registry_lookup.total"] == 13


def test_a_label_over_two_rows_of_a_grid_is_one() -> None:
    """A page that ends within a row: 3. with the figures on one side, its words on the other. The row was blank."""
    names = "<tr><td>3.</td><td>4</td><td>0</td><td>0</td><td>1</td><td>0</td><td>0</td><td>5</td></tr>"
    rows = f"{names}<tr><td>危及“三安全一稳定”</td>{'<td></td>' * 7}</tr>"
    first = f"<tr><td>一、本年新收政府信息公开申请数量</td>{'<td>1</td>' * 6}<td>6</td></tr>"
    page = f"<h1>{TITLE}</h1><h2>三、收到和处理政府信息公开申请情况</h2><table>{first}{rows}</table>"
    report = gov_disclosure.read(page.encode(), form="2021").report
    row = "applications.results.denied.security_and_stability"
    assert [report[f"{row}.{name}"] for name in ("natural_person", "public_interest", "total")] == [4, 1, 5]


def test_joined_cells_that_are_repeated_between_tabs_are_one() -> None:
    """Libraries for Word files give a joined cell once for each column it covers: five figures for three columns."""
    text = (
        "第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\n"
        "信息内容\t上一年项目数量\t本年增/减\t本年增/减\t处理决定数量\n"
        "行政处罚\t0\t-2547\t-2547\t3\n行政强制\t0\t60\t60\t0\n"
    )
    reading = gov_disclosure.read((EARLIER + text).encode())
    row = [
        reading.report[f"proactive.penalties.{name}"]
        for name in ("items_previous_year", "change", "decisions")
    ]
    assert row == [0, -2547, 3]
    assert reading.doubtful == ()


def test_cells_that_ran_together_are_figures_of_their_own() -> None:
    """Programs that guess tables out of PDFs put two columns' figures into one cell: 0 1 is no figure and not 1."""
    text = (
        "| 一、本年新收政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 1 | 1 |\n"
        "| 二、上年结转政府信息公开申请数量 |  |  | 2 1 | 0 | 0 | 0 |  | 3 |\n"
    )
    reading = gov_disclosure.read((TITLE + text).encode(), form="2021")
    names = ("natural_person", "business", "research", "public_interest", "legal_services", "other", "total")
    assert [reading.report[f"applications.received.{name}"] for name in names] == [0, 0, 0, 0, 0, 1, 1]
    for name in names:
        path = f"applications.carried_over.{name}"
        assert path in reading.doubtful or reading.evidence[path].kind == "unread", name


def test_cells_beside_their_heads_are_in_doubt() -> None:
    """A column lost in the middle moves the blank cell before the figures into their row, and the sum still holds."""
    heads = "|  |  |  | 自然人 |  |  |  |  | 总计  |\n| 和） | | | | 商业企 | 科研机 | 社会公 | 法律服 | |\n其他\n"
    total = "| （七）总计 |  |  | 27 | 0 | 5 | 0 | 0 | 32 |\n"
    text = f"{heads}{total}| 四、结转下年度继续办理 | | | 0 | 28 | 0 | 3 | 0 | 31 |\n"
    reading = gov_disclosure.read(f"{TITLE}三、收到和处理政府信息公开申请情况\n{text}".encode(), form="2021")
    for row in ("results.total", "carried_forward"):
        assert f"applications.{row}.business" in reading.doubtful


def test_columns_that_a_converter_left_out_are_not_blank() -> None:
    """A converter that cannot draw a table keeps its labels and one column: nothing is known of the figures."""
    text = (
        f"{TITLE}二、主动公开政府信息情况\n\n|     |                    |\n|-----|--------------------|\n"
        "|     | 第二十条第（一）项 |\n|     | 信息内容           |\n|     | 规章               |\n"
        "|     | 行政规范性文件     |\n\n三、收到和处理政府信息公开申请情况\n\n"
        "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |   |\n|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 |   |\n| 二、上年结转政府信息公开申请数量 |   |\n| （二）部分公开 | 2 |\n"
    )
    reading = gov_disclosure.read(text.encode(), form="2021")
    for path in (
        "proactive.rules.issued",
        "applications.received.total",
        "applications.carried_over.business",
    ):
        assert path in reading.doubtful, path
        assert any(
            path in notice.paths or path.rpartition(".")[0] in notice.paths for notice in reading.notices
        )


def test_labels_without_a_figure_in_the_whole_table_are_not_known_to_be_blank() -> None:
    """In text a blank cell and a column that was cut off look the same."""
    labels = "第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n第二十条第（五）项\n信息内容\n行政许可\n"
    reading = gov_disclosure.read(f"{TITLE}二、主动公开政府信息情况\n{labels}".encode(), form="2021")
    assert {"proactive.rules.issued", "proactive.licensing.decisions"} <= set(reading.doubtful)


def test_a_sign_on_a_line_of_its_own_is_the_figures_below() -> None:
    """减 and 24 in two pieces of markup: the fall was read as a rise."""
    text = f"{EARLIER}第二十条第（六）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政强制\n30\n减\n24\n0\n"
    reading = gov_disclosure.read(f"{text}三、收到和处理政府信息公开申请情况\n".encode())
    assert reading.report["proactive.compulsion.change"] in (-24, None)


def test_a_row_broken_over_two_lines_is_neither_blank_nor_the_next_rows() -> None:
    """The second line begins with a figure, and the row below has a label: its figures are not those above."""
    text = (
        "（二）部分公开|  |  |  |  \n| |  |  \n（三）不予公开| 1.属于国家秘密| |  |  \n| 0| 285| 0| 285\n"
        "2.其他法律行政法规禁止公开|  | |  |  \n|  |  |  \n3.危及“三安全一稳定”| 0| 0| 0| 4| 0| 0| 4\n"
    )
    reading = gov_disclosure.read(f"{TITLE}三、收到和处理政府信息公开申请情况\n{text}".encode(), form="2021")
    for row in ("state_secret", "prohibited_by_law"):
        assert f"applications.results.denied.{row}.total" in reading.doubtful, row
    assert reading.report["applications.results.denied.security_and_stability.total"] == 4


def test_pieces_that_only_fill_the_columns_are_in_doubt() -> None:
    """**2** 96 is 296, and with a blank cell beside it the pieces are as many as columns; the sum does not hold."""
    text = "| 3.其他 | 0 | **2** 96 | | 104 | 0 | 47 | 447 |\n| （七）总计 | 0 | 0 | 0 | 0 | 0 | 47 | 47 |\n"
    reading = gov_disclosure.read(f"{TITLE}三、收到和处理政府信息公开申请情况\n{text}".encode(), form="2021")
    path = "applications.results.other_handling.miscellaneous.business"
    assert reading.report[path] != 2 or path in reading.doubtful
