"""Lines torn or run together on the way: figures without a label, labels without their number, pieces of figures."""

import gov_disclosure
from gov_disclosure.reading import Reading

TITLE = "示例区人民政府2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
FORWARD = "四、结转下年度继续办理"
NAMES = ("natural_person", "business", "research", "public_interest", "legal_services", "other", "total")


def read(text: str) -> Reading:
    """The reading of a text with a title and the heading of section three."""
    return gov_disclosure.read(
        f"{TITLE}{text}\n五、存在的主要问题及改进情况\n有待改进。\n".encode(), form="2021"
    )


def row(reading: Reading, path: str) -> list[object]:
    """The values of a row of applications."""
    return [reading.report[f"applications.{path}.{name}"] for name in NAMES]


def test_pieces_with_a_measure_word_are_not_joined() -> None:
    """4 and 44件: once the end of the reader, with an error that was not its own."""
    lines = [f"{RECEIVED} 1 2 0 0 0 4 44件 3", f"{CARRIED} 0 0 0 0 0 0 0", f"{FORWARD} 4 0 0 0 0 4 4件 448"]
    reading = read("\n".join(lines))
    assert row(reading, "received") == [None] * 7
    assert row(reading, "carried_over") == [0] * 7
    assert row(reading, "carried_forward") == [None] * 7


def test_a_copied_cell_of_two_lines_is_not_blank() -> None:
    """An empty paragraph before a figure puts it on a line of its own: the cell it was torn from is in doubt."""
    whole = "\t".join([CARRIED, *"0000000"])
    reading = read(f"{whole}\n" + "\t".join([FORWARD, *"120000", ""]) + "\n3")
    evidence = reading.evidence["applications.carried_forward.total"]
    assert evidence.doubt
    assert row(reading, "carried_over") == [0] * 7


def test_a_row_of_figures_without_a_label_is_kept_aside() -> None:
    """Figures below a label that has none may be its own, or may not: aside, and the row is no row of blanks."""
    rows = ([RECEIVED, *"1200003"], ["（三）不予公开", "1.属于国家秘密", ""], [*"0000000"])
    reading = read("\n".join("\t".join(cells) for cells in rows))
    assert row(reading, "received") == [1, 2, 0, 0, 0, 0, 3]
    assert row(reading, "results.denied.state_secret") == [None] * 7
    assert all(reading.evidence[f"applications.results.denied.state_secret.{name}"].doubt for name in NAMES)
    assert [unplaced.raw for unplaced in reading.unplaced] == ["0"] * 7


def test_a_number_apart_from_its_label_makes_no_sentence() -> None:
    """2 、其 他 … with its figures behind it was taken for a sentence, and its figures were gone without a word."""
    lines = [f"{RECEIVED}  1  2  0  0  0  0  3", f"{CARRIED}  0  0  0  0  0  0  0", "（三）不予公开"]
    lines += [
        "1 、属于国家秘密  0  0  0  0  0  0  0",
        "2 、其 他 法律行政法规禁止公开  0  13  4  0  5  0  22",
    ]
    lines += ["3 、危及“三安全一稳定”  0  0  0  0  0  0  0"]
    assert row(read("\n".join(lines)), "results.denied.prohibited_by_law") == [0, 13, 4, 0, 5, 0, 22]


def test_a_torn_separator_makes_no_sentence() -> None:
    """1 , 8 40 is a figure in pieces: what it says is open, but something is printed."""
    lines = [
        "第二十条第（一）项",
        "信息内容  本年制发件数  本年废止件数  现行有效件数",
        "规章  1 , 8 40  0  1, 843",
    ]
    text = f"{TITLE.replace('三、收到和处理政府信息公开申请情况', '二、主动公开政府信息情况')}" + "\n".join(
        lines
    )
    reading = gov_disclosure.read(f"{text}\n五、存在的主要问题及改进情况\n有待改进。\n".encode())
    for name in ("issued", "repealed", "in_force"):
        evidence = reading.evidence[f"proactive.rules.{name}"]
        assert evidence.doubt
        assert evidence.kind == "unread"


def test_figures_run_together_behind_a_label_are_no_blank() -> None:
    """行政事业性收费0-3: text without anything between its cells; nobody knows where one ends."""
    lines = ["第二十条第（八）项", "信息内容上一年项目数量本年增/减", "行政事业性收费0-3"]
    text = "示例区人民政府2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" + "\n".join(lines)
    reading = gov_disclosure.read(f"{text}\n五、存在的主要问题及改进情况\n有待改进。\n".encode(), form="2019")
    for name in ("items_previous_year", "change"):
        assert reading.report[f"proactive.administrative_fees.{name}"] is None
        assert reading.evidence[f"proactive.administrative_fees.{name}"].kind == "unread"


def test_a_title_beside_its_name() -> None:
    """名称   示例局2023年…: a field laid out by an extractor was taken for part of the issuer's name."""
    title = "名称   示例局2023年政府信息公开年度报告"
    text = "一、总体情况\n做好公开工作。\n五、存在的主要问题及改进情况\n有待改进。"
    report = gov_disclosure.read(f"{title}\n\n{text}\n".encode()).report
    assert (report.title, report.issuer) == ("示例局2023年政府信息公开年度报告", "示例局")
