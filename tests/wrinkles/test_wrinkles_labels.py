"""Labels and heads spelled otherwise, torn, mistyped, converted: docs/wrinkles.md, E65 to E79."""

from decimal import Decimal

import pytest

from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Form
from gov_disclosure.reading import Reading
from small_reports import HEADING, Written, applicants, grid, items, read_lines, read_page

OLD_TITLE = "示例市人民政府2019年政府信息公开工作年度报告"
POWERS = ("上一年项目数量", "本年增/减", "处理决定数量")
DOCUMENTS = ("本年制发件数", "本年废止件数", "现行有效件数")
FIVE, EIGHT, NINE = (f"第二十条第（{number}）项" for number in "五八九")
NEW = ("issued", "repealed", "in_force")
OLD = ("items_previous_year", "change", "decisions")
MADE = ("created", "disclosed", "total_disclosed")
APPLICANTS = tuple(field.name for field in Form("2021").tables[1].rows[0].fields)
RECEIVED = "一、本年新收政府信息公开申请数量"
FIGURES = ("1", "2", "3", "4", "5", "6", "21")
NUMBERS = [1, 2, 3, 4, 5, 6, 21]
RESULTS = "applications.results"


def row(reading: Reading, path: str, names: tuple[str, ...]) -> list[Value]:
    """The values of a row."""
    return [reading.report[f"{path}.{name}"] for name in names]


def documents(label: str, *heads: Written, title: str = "", then: str = "") -> Reading:
    """A page with one row under item one, and perhaps more tables."""
    table = grid(items((label, "1", "2", "3"), heads=heads))
    return read_page(HEADING["proactive"], table, *([then] if then else []), title=title or NEW_TITLE)


NEW_TITLE = "示例市人民政府2023年政府信息公开工作年度报告"


def test_the_older_name_of_a_row_on_the_newer_form() -> None:
    """E65: 规范性文件 under the heads of the newer form is its 行政规范性文件."""
    reading = documents("规范性文件", *DOCUMENTS)
    assert reading.report.form == "2021"
    assert row(reading, "proactive.normative_documents", NEW) == [1, 2, 3]
    assert not reading.doubtful


@pytest.mark.parametrize(
    "heads",
    [
        ("本年制发件数", "本年废止件数", "现行有效件"),
        ("本年发件", "本年废止件数", "现行有效件数"),
        ("本年制发件", "本年废止件", "现行有效"),
        ("本年制发<br>件数", "本年废止<br>件数", "现行有效件数"),
    ],
)
def test_heads_shortened_on_the_newer_form(heads: tuple[str, ...]) -> None:
    """E66: a head that lost a character, or a line, still stands over its column."""
    reading = documents("规章", *heads)
    assert reading.report.form == "2021"
    assert row(reading, "proactive.rules", NEW) == [1, 2, 3]


@pytest.mark.parametrize(
    "heads",
    [
        ("本年新", "本年新", "对外公开总数量"),
        ("本年新制作", "本年新公开", "对外公开总数量"),
        ("本年<p>新制作数量</p>", "本年<p>新公开数量</p>", "对外公开<p>总数量</p>"),
    ],
)
def test_heads_shortened_on_the_older_form(heads: tuple[str, ...]) -> None:
    """E66: two heads that have become equal are told by their order."""
    then = grid(items(("行政许可", "1", "2", "3"), heads=POWERS, item=FIVE))
    reading = documents("规章", *heads, title=OLD_TITLE, then=then)
    assert reading.report.form == "2019"
    assert row(reading, "proactive.rules", MADE) == [1, 2, 3]


@pytest.mark.parametrize(
    "head", ["本年增\\减", "本年增/", "本年增减", "本年增／减", "本年 增/减", "本年增<br>/减"]
)
def test_spellings_of_rise_or_fall(head: str) -> None:
    """E67: the stroke is turned round, doubled in width or gone."""
    table = grid(items(("行政许可", "10", "-2", "30"), heads=(POWERS[0], head, POWERS[2]), item=FIVE))
    reading = read_page(HEADING["proactive"], table, title=OLD_TITLE)
    assert row(reading, "proactive.licensing", OLD) == [10, -2, 30]


def test_instructions_with_numbers_inside_labels() -> None:
    """E68: 2018, 2019 and -8 of the instructions are no values, in a table as in text."""
    heads = (
        "上一年项目数量（指2018年事项数）",
        "本年增/减（指2019年增加或减少的事项数，减用负值表示，如-8）",
        "处理决定数量（指2019年办件量）",
    )
    label = "规章（设区的市、自治州人民政府应提供相关数据）"
    other = "规范性文件（指各行政机关印发的有正式文号的文件）"
    made = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
    rows = [
        *items((label, "0", "0", "0"), (other, "1", "2", "3"), heads=made),
        *items(("行政许可", "10", "-2", "30"), heads=heads, item=FIVE),
    ]
    flat = [cell if isinstance(cell, str) else str(cell[0]) for cells in rows for cell in cells]
    for reading in (
        read_page(HEADING["proactive"], grid(rows), title=OLD_TITLE),
        read_lines(HEADING["proactive"], *flat, title=OLD_TITLE),
    ):
        assert row(reading, "proactive.licensing", OLD) == [10, -2, 30]
        assert row(reading, "proactive.normative_documents", MADE) == [1, 2, 3]
        assert reading.unplaced == ()


def test_an_addition_in_a_head() -> None:
    """E69: 现行有效件数（历史累计） is still the third column."""
    reading = documents("规章", *DOCUMENTS[:2], "现行有效件数（历史累计）")
    assert row(reading, "proactive.rules", NEW) == [1, 2, 3]


def test_the_unit_in_a_head() -> None:
    """E70: 477.35 under 采购总金额（万元） is 4,773,500 yuan, and the cell says that it was converted."""
    table = grid(
        items(("政府集中采购", "12", "477.35"), heads=("采购项目数量", "采购总金额（万元）"), item=NINE)
    )
    reading = read_page(HEADING["proactive"], table, title=OLD_TITLE)
    assert reading.report["proactive.procurement.amount"] == Decimal(4_773_500)
    assert "unit-converted" in reading.evidence["proactive.procurement.amount"].flags
    fees = grid(items(("行政事业性收费", "477.35"), heads=("本年收费金额（单位：万元）",), item=EIGHT))
    newer = read_page(HEADING["proactive"], fees)
    assert newer.report["proactive.administrative_fees.amount"] == Decimal("477.35")


def test_another_character_in_the_corner() -> None:
    """E71: 钩稽 for 勾稽 in the corner: the table is known all the same."""
    table = grid(applicants([(RECEIVED, 3), *FIGURES])).replace("勾稽", "钩稽")
    assert row(read_page(table), "applications.received", APPLICANTS) == NUMBERS


@pytest.mark.parametrize(
    ("label", "path"),
    [
        ("6.属于四类过程性性信息", "denied.process_information"),
        (
            "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
            "other_handling.uncorrected",
        ),
        ("3.危及<font>“</font>三安全一稳定<font>”</font>", "denied.security_and_stability"),
        ('3.危及"三安全一稳定"', "denied.security_and_stability"),
        ("（二）部分公开(区分处理的,只计这一情形,不计其他情形)", "partially_granted"),
    ],
)
def test_typing_errors_and_other_marks_in_rows(label: str, path: str) -> None:
    """E72: a doubled character, a comma for an enumeration mark, straight quotes: the same row."""
    rows: list[list[Written]] = [["三、本年度办理结果", (label, 2), *FIGURES]]
    reading = read_page(grid(applicants([(RECEIVED, 3), *FIGURES], *rows)))
    assert row(reading, f"{RESULTS}.{path}", APPLICANTS) == NUMBERS


@pytest.mark.parametrize(
    "label",
    [
        "<font>1.</font><font>属于国家秘密</font>",
        "1、属于国家秘密",
        "1．属于国家秘密",
        "(1)属于国家秘密",
        "1属于国家秘密",
        "⒈属于国家秘密",
    ],
)
def test_numbers_of_row_labels(label: str) -> None:
    """E73: the number of the row is no value, however it is marked."""
    rows: list[list[Written]] = [["三、本年度办理结果", "(三)不予公开", label, *FIGURES]]
    reading = read_page(grid(applicants([(RECEIVED, 3), *FIGURES], *rows)))
    assert row(reading, f"{RESULTS}.denied.state_secret", APPLICANTS) == NUMBERS


@pytest.mark.parametrize("group", ["（一）予以公开", "(一)予以公开", "㈠予以公开"])
def test_numbers_of_groups(group: str) -> None:
    """E73: （一）, (一) and ㈠ stand in one and the same report."""
    rows: list[list[Written]] = [["三、本年度办理结果", (group, 2), *FIGURES]]
    reading = read_page(grid(applicants([(RECEIVED, 3), *FIGURES], *rows)))
    assert row(reading, f"{RESULTS}.granted", APPLICANTS) == NUMBERS


def test_labels_cut_into_many_spans() -> None:
    """E74: a span for every character or two: joined without anything between."""
    spans = "".join(f"<span>{one}</span>" for one in "（一）予以公开")
    side = "".join(f"<p><span>{one}</span></p>" for one in "三、本年度办理结果")
    rows: list[list[Written]] = [[side, (spans, 2), *FIGURES]]
    table = grid(applicants([(RECEIVED, 3), *FIGURES], *rows))
    table = table.replace("总计", "<span>总</span><span>计</span>")
    table = table.replace("商业企业", "<p>商业</p><p>企业</p>").replace(
        "申请人情况", "<b>申请人情</b><b>况</b>"
    )
    reading = read_page(table)
    assert row(reading, f"{RESULTS}.granted", APPLICANTS) == NUMBERS
    assert not reading.doubtful


@pytest.mark.parametrize("gap", [" ", "<br>", "　", "&nbsp;"])
def test_gaps_in_the_heads_of_applicants(gap: str) -> None:
    """E75: 商业 企业 with a space or a line break."""
    table = grid(applicants([(RECEIVED, 3), *FIGURES]))
    for head in ("商业企业", "科研机构", "法律服务机构"):
        table = table.replace(head, f"{head[:2]}{gap}{head[2:]}")
    assert row(read_page(table), "applications.received", APPLICANTS) == NUMBERS
    flat = ["自然人", "商业 企业", "科研 机构", "社会公益 组织", "法律服务 机构", "其他", "总计"]
    reading = read_lines(
        HEADING["applications"], "申请人情况", *flat, RECEIVED, *FIGURES, "四、结转下年度继续办理", *FIGURES
    )
    assert row(reading, "applications.received", APPLICANTS) == NUMBERS


@pytest.mark.parametrize("who", ["本办", "本机关", "本单位", "本局"])
def test_who_does_not_hold_the_information(who: str) -> None:
    """E76: 本办不掌握相关政府信息 is the row 本机关不掌握相关政府信息."""
    rows: list[list[Written]] = [
        ["三、本年度办理结果", "（四）无法提供", f"1.{who}不掌握相关政府信息", *FIGURES]
    ]
    reading = read_page(grid(applicants([(RECEIVED, 3), *FIGURES], *rows)))
    assert row(reading, f"{RESULTS}.unavailable.not_held", APPLICANTS) == NUMBERS


def test_traditional_characters() -> None:
    """E77: machine conversion with wrong choices (強製, 隻計) and with other words (檔案 for 文件)."""
    rows: list[list[Written]] = [
        *items(
            ("規章", "1", "2", "3"),
            ("行政規範性檔案", "4", "5", "6"),
            heads=("本年製發件數", "本年廢止件數", "現行有效件數"),
        ),
        *items(("行政處罰", "7"), ("行政強製", "8"), heads=("本年處理決定數量",), item="第二十條第（六）項"),
    ]
    more: list[list[Written]] = [
        [("一、本年新收政府信息公開申請數量", 3), *FIGURES],
        ["三、本年度辦理結果", ("（二）部分公開（區分處理的，隻計這一情形，不計其他情形）", 2), *FIGURES],
        ["（五）不予處理", "1.信訪舉報投訴類申請", *FIGURES],
    ]
    reading = read_page(
        "二、主動公開政府信息情況",
        grid(rows),
        "三、收到和處理政府信息公開申請情況",
        grid(applicants(*more)),
        title="示例市人民政府2023年政府信息公開工作年度報告",
    )
    report = reading.report
    assert (report.year, report.issuer) == (2023, "示例市人民政府")
    assert row(reading, "proactive.normative_documents", NEW) == [4, 5, 6]
    assert report["proactive.compulsion.decisions"] == 8
    assert row(reading, "applications.received", APPLICANTS) == NUMBERS
    assert row(reading, f"{RESULTS}.partially_granted", APPLICANTS) == NUMBERS
    assert row(reading, f"{RESULTS}.not_processed.petition_or_complaint", APPLICANTS) == NUMBERS


def test_readings_in_brackets() -> None:
    """E78: copies with pinyin in brackets behind some characters: dropped before a label is looked up."""
    heads = ("本年制發(fā)件數(shù)", "本年廢止件數(shù)", "現(xiàn)行有效件數(shù)")
    reading = documents("行政規(guī)范性文件", *heads)
    assert row(reading, "proactive.normative_documents", NEW) == [1, 2, 3]
    table = (
        grid(applicants([(RECEIVED, 3), *FIGURES])).replace("总计", "總計(jì)").replace("作", "工(gōng)作")
    )
    assert row(read_page(table), "applications.received", APPLICANTS) == NUMBERS
    compatible = documents("规章", *DOCUMENTS, title="示例局2023年政府信息公开工(gōng)作年度报告")
    assert (compatible.report.issuer, compatible.report.year) == ("示例局", 2023)


@pytest.mark.parametrize(
    "name",
    [
        "示例娱乐场,菠菜导航网",
        "示bet(中国)官方网站",
        "某体育_官网@：示例镇人民政府",
        "新葡京博彩官网区人民政府",
    ],
)
def test_an_issuer_overwritten_by_an_advertiser(name: str) -> None:
    """E79: stolen copies put another name in the title: the text is the report, the issuer is in doubt."""
    table = grid(items(("规章", "1", "2", "3"), heads=DOCUMENTS))
    reading = read_page(HEADING["proactive"], table, title=f"{name}2023年政府信息公开工作年度报告")
    assert row(reading, "proactive.rules", NEW) == [1, 2, 3]
    assert reading.report.issuer is None or reading.evidence["issuer"].doubt
