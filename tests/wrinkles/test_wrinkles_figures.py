"""How figures are printed: signs, kinds of nothing, units, separators: docs/wrinkles.md, F80 to F90."""

from decimal import Decimal

import pytest

from gov_disclosure.reading import Reading
from small_reports import HEADING, applicants, grid, items, read_lines, read_page

OLD_TITLE = "示例市人民政府2019年政府信息公开工作年度报告"
POWERS = ("上一年项目数量", "本年增/减", "处理决定数量")
DOCUMENTS = ("本年制发件数", "本年废止件数", "现行有效件数")
FIVE, EIGHT, NINE = (f"第二十条第（{number}）项" for number in "五八九")
RECEIVED = "一、本年新收政府信息公开申请数量"
NOTHING = ("0",) * 5


def licensing(*figures: str) -> Reading:
    """A page of the older form with one row of powers."""
    table = grid(items(("行政许可", *figures), heads=POWERS, item=FIVE))
    return read_page(HEADING["proactive"], table, title=OLD_TITLE)


def received(*figures: str) -> Reading:
    """A page with one row of applications."""
    return read_page(HEADING["applications"], grid(applicants([(RECEIVED, 3), *figures])))


def procurement(amount: str, head: str = "采购总金额") -> Reading:
    """A page of the older form with an amount of money."""
    table = grid(items(("政府集中采购", "1", amount), heads=("采购项目数量", head), item=NINE))
    return read_page(HEADING["proactive"], table, title=OLD_TITLE)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("+4", 4),
        ("+123", 123),
        ("-1942", -1942),
        ("减38", -38),
        ("减 17", -17),
        ("增1558", 1558),
        ("增 3", 3),
        ("33", 33),
        ("－5", -5),
        ("−5", -5),
        ("＋5", 5),
        ("- 105", -105),
        ("－ 105", -105),
        ("↑5", 5),
        ("5↓", -5),
        ("增3减1", 2),
    ],
)
def test_signs_of_rise_and_fall(printed: str, value: int) -> None:
    """F80: a minus taken for a dash, or 减 for a word, would turn a fall into a rise or into nothing."""
    reading = licensing("200", printed, "6")
    assert reading.report["proactive.licensing.change"] == value
    assert reading.evidence["proactive.licensing.change"].raw == printed
    text = read_lines(
        HEADING["proactive"], FIVE, "信息内容", *POWERS, "行政许可", "200", printed, "6", title=OLD_TITLE
    )
    assert text.report["proactive.licensing.change"] == value
    inline = read_lines(
        HEADING["proactive"],
        FIVE,
        f"信息内容 {' '.join(POWERS)}",
        f"行政许可 200 {printed} 6",
        title=OLD_TITLE,
    )
    found = inline.report["proactive.licensing.change"]
    assert found == value or (found is None and inline.evidence["proactive.licensing.change"].doubt)


@pytest.mark.parametrize(
    ("printed", "value", "kind"),
    [
        ("0", 0, "number"),
        ("", None, "blank"),
        ("&nbsp;", None, "blank"),
        ("-", None, "dash"),
        ("—", None, "dash"),
        ("——", None, "dash"),
        ("/", None, "slash"),
        ("无", None, "text"),
    ],
)
def test_only_zero_is_zero(printed: str, value: int | None, kind: str) -> None:
    """F81: blank, dash, slash and 无 say that nothing is given, each in its own way; none of them is 0."""
    reading = received(printed, "2", *NOTHING)
    path = "applications.received.natural_person"
    assert (reading.report[path], reading.evidence[path].kind) == (value, kind)
    assert reading.report["applications.received.business"] == 2


def test_blanks_that_stand_for_zero_stay_blank() -> None:
    """F82: a total of 0 beside six blank cells: very likely zeros, but not printed."""
    reading = received("", "", "", "", "", "", "0")
    names = ("natural_person", "business", "research", "public_interest", "legal_services", "other")
    assert [reading.report[f"applications.received.{name}"] for name in names] == [None] * 6
    assert reading.report["applications.received.total"] == 0


@pytest.mark.parametrize("printed", ["? 0", "? 7", "? ? 12"])
def test_question_marks_for_no_break_spaces(printed: str) -> None:
    """F83: a page saved in the wrong encoding has ? for every no-break space."""
    reading = received(printed, "2", *NOTHING)
    assert reading.report["applications.received.natural_person"] == int(printed.replace("?", ""))


@pytest.mark.parametrize("printed", [" 7 ", "&nbsp;7", "7&nbsp;&nbsp;", "　7　", "<p> 7 </p>", "\u200b7"])
def test_spaces_round_a_figure(printed: str) -> None:
    """F84: spaces of every kind before and behind."""
    assert received(printed, "2", *NOTHING).report["applications.received.natural_person"] == 7


@pytest.mark.parametrize(
    ("printed", "yuan"),
    [
        ("251000元", "251000"),
        ("1646.5万元", "16465000"),
        ("1424.4 万元", "14244000"),
        ("2601.953875万", "26019538.75"),
        ("23600万元", "236000000"),  # F87: absurd for one project, and kept as printed
        ("1.2亿元", "120000000"),
        ("￥251000", "251000"),
    ],
)
def test_units_inside_a_cell(printed: str, yuan: str) -> None:
    """F85 and F87: the unit printed beside a figure is honoured, however implausible the amount."""
    reading = procurement(printed)
    path = "proactive.procurement.amount"
    assert reading.report[path] == Decimal(yuan)
    assert ("unit-converted" in reading.evidence[path].flags) == ("万" in printed or "亿" in printed)
    assert reading.evidence[path].raw == printed


@pytest.mark.parametrize("printed", ["20000", "27270", "8040"])
def test_no_unit(printed: str) -> None:
    """F86: the form's unit is taken and said: whether 万元 was meant, the page does not tell."""
    reading = procurement(printed)
    path = "proactive.procurement.amount"
    assert reading.report[path] == Decimal(printed)
    assert "unit-assumed" in reading.evidence[path].flags
    assert "unit-assumed" in {notice.code for notice in reading.notices}


def test_small_decimals() -> None:
    """F88: 0.092 in ten thousand yuan is 920 yuan, not 0."""
    table = grid(items(("行政事业性收费", "0.092"), heads=("本年收费金额（单位：万元）",), item=EIGHT))
    reading = read_page(HEADING["proactive"], table)
    assert reading.report["proactive.administrative_fees.amount"] == Decimal("0.092")


@pytest.mark.parametrize(
    ("printed", "value"),
    [("11398889", 11398889), ("6,937,489", 6937489), ("1，234", 1234), ("３１６４４１", 316441)],
)
def test_large_figures(printed: str, value: int) -> None:
    """F89: with and without separators, of full or half width."""
    assert received(printed, "2", *NOTHING).report["applications.received.natural_person"] == value


@pytest.mark.parametrize("printed", ["200余", "约200", "1.9万余", "3万多"])
def test_figures_that_are_not_exact(printed: str) -> None:
    """F89: 余 and 约 in a cell: kept as evidence, in doubt; the exact number is not known."""
    reading = received(printed, "2", *NOTHING)
    evidence = reading.evidence["applications.received.natural_person"]
    assert reading.report["applications.received.natural_person"] is None
    assert (evidence.kind, evidence.raw, evidence.doubt) == ("unread", printed, True)


@pytest.mark.parametrize(
    "word", ["件", "条", "项", "宗", "起", "次", "份", "例", "件次", "篇", " 件", "（件）"]
)
def test_measure_words(word: str) -> None:
    """F90: 3件, 3条, 3宗 are three."""
    assert received(f"3{word}", "2", *NOTHING).report["applications.received.natural_person"] == 3
