"""Text that a program took out of a PDF column by column: figures stand far from their rows, and no row may be blank
that has only lost them."""

import gov_disclosure
from gov_disclosure import Reading

TITLE = "示例区人民政府2022年政府信息公开工作年度报告\n"
ITEMS = f"{TITLE}二、主动公开政府信息情况\n"
MATRIX = f"{TITLE}三、收到和处理政府信息公开申请情况\n"


def kinds(reading: Reading, path: str) -> set[str]:
    """The kinds of what is printed in a row's cells."""
    return {evidence.kind for cell, evidence in reading.evidence.items() if cell.startswith(path)}


def read(text: str) -> Reading:
    """The reading of a text."""
    return gov_disclosure.read(text.encode(), form="2021")


def test_figures_of_one_item_among_those_of_another() -> None:
    """规章 and 行政规范性文件 have lost their six figures to 行政许可, the next label in the text."""
    heads = "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n第二十条第（一）项\n规章\n行政规范性文件\n"
    heads = f"{heads}信息内容\n行政许可\n"
    reading = read(f"{ITEMS}{heads}2\n0\n0\n4\n30\n0\n第二十条第（五）项\n本年处理决定数量\n0\n")
    assert "blank" not in kinds(reading, "proactive.rules") | kinds(reading, "proactive.normative_documents")


def test_a_figure_alone_between_heads() -> None:
    """The 0 behind 本年处理决定数量 is that of 行政许可, a row above."""
    text = (
        f"{ITEMS}信息内容\n行政许可\n第二十条第（五）项\n本年处理决定数量\n0\n第二十条第（六）项\n信息内容\n本年处理决定数量\n"
        "行政处罚\n行政强制\n信息内容\n行政事业性收费\n0\n第二十条第（八）项\n本年收费金额（单位：万元）\n916155.9\n"
    )
    reading = read(text)
    for path in ("proactive.licensing", "proactive.penalties", "proactive.compulsion"):
        assert "blank" not in kinds(reading, path), path


def test_heads_below_rows_show_that_columns_were_printed_one_after_the_other() -> None:
    """One figure in the whole table, and it stands with the wrong row: the others are not known to be blank."""
    text = (
        f"{ITEMS}第二十条第（一）项\n信息内容 本年制发件数 本年废止件数\n规章\n行政规范性文件\n"
        "第二十条第（五）项\n信息内容\n行政许可\n"
        "第二十条第（六）项\n信息内容\n行政处罚\n9\n现行有效件数\n本年处理决定数量\n本年处理决定数量\n行政强制\n"
    )
    assert "blank" not in kinds(read(text), "proactive.rules")


def test_figures_behind_the_next_table() -> None:
    """A hundred figures behind the heads of table four are those of table three."""
    labels = "3.危及“三安全一稳定”\n4.保护第三方合法权益\n5.属于三类内部事务信息\n6.属于四类过程性信息\n"
    labels = f"{labels}7.属于行政执法案卷\n"
    received = "一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n1.属于国家秘密\n"
    received = f"{received}2.其他法律行政法规禁止公开 0\n"
    bands = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    four = f"四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n{bands * 3}"
    reading = read(f"{MATRIX}{received}{labels}{four}" + "0\n" * 60)
    assert "blank" not in kinds(reading, "applications.results.denied.security_and_stability")
    assert "blank" not in kinds(reading, "applications.results.denied.enforcement_files")


def test_figures_on_lines_between_pieces_of_a_label_may_be_in_any_order() -> None:
    """A cell's figure stands a point higher than its neighbours', and so before them; the sum holds in any order."""
    row = "一、本年新收政\n20\n府信息公开申请\n0 13 0\n29 23 85\n数量\n"
    reading = read(
        f"{MATRIX}{row}二、上年结转政府信息公开申请数量\n0 0 0 0 0 0 0\n（一）予以公开\n0 13 0 20 29 23 85\n"
    )
    assert reading.report["applications.received.natural_person"] == 0 or (
        "applications.received.natural_person" in reading.doubtful
    )


def test_a_misprinted_label_owns_the_figures_on_its_line() -> None:
    """2.其他法律行政止公开 lacks three characters in its middle; its seven figures stand right behind it."""
    rows = (
        "1.属于国家秘密 1 0 0 0 0 0 1",
        "2.其他法律行政止公开 0 0 0 0 0 0 0",
        "3.危及“三安全一稳定” 0 0 2 0 0 0 2",
    )
    reading = read(MATRIX + "\n".join(["一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3", *rows]) + "\n")
    assert reading.report["applications.results.denied.prohibited_by_law.total"] == 0
    assert reading.doubtful == ()


def test_a_whole_table_in_one_line_with_a_row_that_lacks_figures() -> None:
    """Seven noughts between two labels are either's."""
    rows = (
        "4.保护第三方合法权益 1 0 0 0 0 0 1",
        "5.属于三类内部事务信息 0 0 0 0 0 0 0",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷 1 0 0 0 0 0 1",
        "8.属于行政查询事项 0 0 1 0 0 0 1",
        "1.本机关不掌握相关政府信息 0 1 0 0 0 0 1",
    )
    reading = read(f"{MATRIX}{' '.join(rows)}\n")
    assert "applications.results.denied.internal_affairs.total" in reading.doubtful
