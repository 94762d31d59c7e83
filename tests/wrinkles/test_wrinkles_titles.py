"""Titles, issuers, years and dates as real reports print them: docs/wrinkles.md, A1 to A21."""

import datetime

import pytest

import gov_disclosure
from gov_disclosure.language.dates import read_period
from gov_disclosure.reading import Reading
from small_reports import TITLE, applicants, grid, page, read_lines, read_page

RECEIVED = "一、本年新收政府信息公开申请数量"
TABLE = grid(applicants([(RECEIVED, 3), "1", "2", "0", "0", "0", "0", "3"]))
SECTIONS = (
    "一、总体情况",
    "本机关按要求做好政府信息公开各项工作。",
    "五、存在的主要问题及改进情况",
    "有待改进。",
    "六、其他需要报告的事项",
    "无其他需要报告的事项。",
)


def titled(title: str, *before: str, behind: tuple[str, ...] = ()) -> Reading:
    """The reading of a report with this title, as lines."""
    return read_lines(*before, *SECTIONS, *behind, title=title)


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("示例县发展和改革局2023年政府信息公开年度报告", "示例县发展和改革局", 2023),
        ("示例镇2019年政府信息公开年度报告", "示例镇", 2019),
    ],
)
def test_a_title_without_the_word_work(title: str, issuer: str, year: int) -> None:
    """A1: half of all bodies leave 工作 out; without their title their reports would be nobody's."""
    report = titled(title).report
    assert (report.title, report.issuer, report.year) == (title, issuer, year)


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("2019年示例市人民政府办公厅政府信息公开工作年度报告", "示例市人民政府办公厅", 2019),
        ("2021年示例街道政府信息公开工作年度报告", "示例街道", 2021),
        ("2020年示例市交通运输局政府信息公开工作年度报告", "示例市交通运输局", 2020),
        ("2020年示例省邮政管理系统政府信息公开年度报告", "示例省邮政管理系统", 2020),
    ],
)
def test_the_year_before_the_issuer(title: str, issuer: str, year: int) -> None:
    """A2: an issuer that kept the year before its name would be another issuer every year."""
    report = titled(title).report
    assert (report.title, report.issuer, report.year) == (title, issuer, year)


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("示例镇2023年度政府信息公开工作年度报告", "示例镇", 2023),
        ("示例市档案局2021年度政府信息公开工作年度报告", "示例市档案局", 2021),
        ("示例区人民政府外事办公室政府信息公开工作2022年度报告", "示例区人民政府外事办公室", 2022),
    ],
)
def test_the_word_for_the_year_twice_or_moved(title: str, issuer: str, year: int) -> None:
    """A3: 年度 stands before, behind or both; the year is lost if only one place is looked at."""
    report = titled(title).report
    assert (report.title, report.issuer, report.year) == (title, issuer, year)


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("示例街道2019年度政府信息公开工作报告", "示例街道", 2019),
        ("示例部2024年政府信息公开工作报告", "示例部", 2024),
    ],
)
def test_a_plain_report_of_a_year(title: str, issuer: str, year: int) -> None:
    """A4: 年度 before the subject and 报告 plain is the annual report all the same."""
    report = titled(title).report
    assert (report.title, report.issuer, report.year) == (title, issuer, year)


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("示例海关关区2020年政府信息公开年报", "示例海关关区", 2020),
        ("示例镇2019年政府政务公开年报", "示例镇", 2019),
        ("示例市住房和城乡建设局2019年信息公开工作年度报告", "示例市住房和城乡建设局", 2019),
        ("示例市审计局2025年政府信息公开工作的年度报告", "示例市审计局", 2025),
        ("示例市生态环境局关于2019年政府信息公开工作年度报告", "示例市生态环境局", 2019),
        ("关于示例市生态环境局2019年政府信息公开工作年度报告", "示例市生态环境局", 2019),
    ],
)
def test_other_names_of_the_report(title: str, issuer: str, year: int) -> None:
    """A5: 年报, 信息公开, 政务公开; 关于 and 的 belong neither to the issuer nor to the year."""
    report = titled(title).report
    assert (report.title, report.issuer, report.year) == (title, issuer, year)


def test_a_scrambled_title_beside_an_intact_one() -> None:
    """A6: the heading of the page has its words mixed up, the title tag has them in order: that one is kept."""
    intact = "示例镇2023年政府信息公开工作年度报告"
    content = page(*SECTIONS, TABLE, title="示例镇2023年政府信息公开 工作告年度报")
    content = content.replace(b"<head>", f"<head><title>{intact}</title>".encode())
    report = gov_disclosure.read(content, form="2021").report
    assert (report.title, report.issuer, report.year) == (intact, "示例镇", 2023)


def test_a_scrambled_title_alone_still_gives_the_year() -> None:
    """A6: where no better copy stands beside it, year and issuer come from the scrambled one."""
    report = titled("示例镇2023年政府信息公开 工作告年度报").report
    assert (report.issuer, report.year) == ("示例镇", 2023)


def test_a_title_that_lost_characters_beside_its_intact_copy() -> None:
    """A6: 局 and 年 are gone from the second copy; the first is the report's title."""
    report = read_lines(
        "示例市教育2022",
        "政府信息公开工作年度报告",
        *SECTIONS,
        title="示例市教育局2022年政府信息公开工作年度报告",
    ).report
    assert (report.issuer, report.year) == ("示例市教育局", 2022)


@pytest.mark.parametrize(
    ("lines", "issuer", "year"),
    [
        (("示例县人民政府2024年政府信息公开工作", "年度报告"), "示例县人民政府", 2024),
        (("示例街道办事处", "", "2021年政府信息公开工作年度报告"), "示例街道办事处", 2021),
        (("示例县卫生健康局", "2019年政府信息公开工作年度报告"), "示例县卫生健康局", 2019),
        (("示例县卫生健康局", "2020年度政府信息公开", "工作报告"), "示例县卫生健康局", 2020),
    ],
)
def test_a_title_over_several_lines(lines: tuple[str, ...], issuer: str, year: int) -> None:
    """A7: a title set over two or three lines; the line above the year is the issuer."""
    report = titled(lines[0], *lines[1:]).report
    assert (report.title, report.issuer, report.year) == ("".join(lines), issuer, year)


def test_a_title_without_an_issuer() -> None:
    """A8: the issuer stands in the preamble, in the signature or in the page's fields."""
    title = "2025年政府信息公开工作年度报告"
    preamble = titled(title, "根据有关规定，现公布示例区教育局2025年政府信息公开工作年度报告。").report
    assert (preamble.issuer, preamble.year) == ("示例区教育局", 2025)
    signed = titled(title, behind=("示例区商务局", "2026年1月20日")).report
    assert (signed.issuer, signed.signed) == ("示例区商务局", "2026年1月20日")
    fields = "<table><tr><td>索引号</td><td>0/2026-1</td><td>发布机构</td><td>示例区水务局</td></tr></table>"
    assert read_page(*SECTIONS, title=title, before=fields).report.issuer == "示例区水务局"
    relative = titled("区教育局2022年政府信息公开工作年度报告").report
    assert relative.issuer == "区教育局"  # as printed: which district it is, the page does not say


def test_an_issuer_known_only_as_whom_to_ask_is_in_doubt() -> None:
    """A8: whom to call is often an office inside the issuer: better in doubt than passed off as the issuer."""
    contact = "如对本报告有疑问，请与示例区水务局办公室联系（地址：示例路1号）。"
    reading = titled("2025年政府信息公开工作年度报告", contact)
    assert reading.report.issuer == "示例区水务局"
    assert reading.evidence["issuer"].doubt
    assert "issuer-unclear" in {notice.code for notice in reading.notices}


def test_no_title_at_all() -> None:
    """A9: extractors often start at section one: the period tells the year, and nothing tells the issuer."""
    reading = read_lines(
        "我镇认真做好政府信息公开工作。所列数据的统计期限自2023年1月1日起至12月31日止。",
        *SECTIONS[2:],
        title=SECTIONS[0],
    )
    assert (reading.report.title, reading.report.issuer, reading.report.year) == (None, None, 2023)
    bare = read_lines("2023年，我局认真做好政府信息公开工作。", *SECTIONS[2:], title=SECTIONS[0])
    assert (bare.report.issuer, bare.report.year) == (None, 2023)
    assert bare.evidence["year"].doubt  # the first year of a text may be any year


def test_the_articles_own_name_wins_over_the_sites_short_one() -> None:
    """A10: the site's head calls the body by a short name; the article's own full name is the issuer."""
    site = "<div><a href=/>示例县发改局</a> <span>示例县发改局政府信息公开年报</span></div>"
    title = "示例县发展和改革局2023年政府信息公开工作年度报告"
    report = read_page(*SECTIONS, TABLE, title=title, before=site).report
    assert (report.title, report.issuer) == (title, "示例县发展和改革局")


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("全国海关2020年政府信息公开工作年度报告", "全国海关"),
        ("海关总署（本级机关）2020年政府信息公开工作年度报告", "海关总署（本级机关）"),
        ("示例省示例市气象部门2021年政府信息公开工作年度报告", "示例省示例市气象部门"),
        ("示例回族自治州示例县2024年政府信息公开工作年度报告", "示例回族自治州示例县"),
    ],
)
def test_an_issuer_that_is_a_system(title: str, issuer: str) -> None:
    """A11: a summary over a system is not the office's own report: its name is kept as printed."""
    assert titled(title).report.issuer == issuer


@pytest.mark.parametrize(
    "title",
    [
        f"（图解）{TITLE}",
        f"{TITLE}（图片版）",
        f"{TITLE}（超链版）.pdf",
    ],
)
def test_a_note_on_the_version_is_no_part_of_the_title(title: str) -> None:
    """A12: the same report as pictures and as text would otherwise be two bodies' reports."""
    report = titled(title).report
    assert (report.title, report.issuer) == (TITLE, "示例区人民政府")


def test_a_document_number_names_the_year_of_issue() -> None:
    """A13: 〔2026〕2号 above the title is when the report came out, not what it reports on."""
    reading = read_lines("示例市审计局2025年政府信息公开工作年度报告", *SECTIONS, title="示审综〔2026〕2号")
    assert reading.report.document_number == "示审综〔2026〕2号"
    assert (reading.report.year, reading.evidence["year"].doubt) == (2025, False)


@pytest.mark.parametrize(
    ("year", "published"),
    [(2023, "2024-01-17"), (2022, "2023-12-20"), (2019, "2022-01-29"), (2019, "2019-07-07")],
)
def test_the_date_of_publication_is_never_the_report_year(year: int, published: str) -> None:
    """A14: pages are stamped months, years or (by a wrong clock) less than a year after: the title decides."""
    before = f"<p>发布时间：{published} 来源：示例区人民政府</p>"
    title = f"示例区人民政府{year}年政府信息公开工作年度报告"
    reading = read_page(*SECTIONS, TABLE, title=title, before=before)
    assert (reading.report.year, reading.report.published) == (year, published)
    assert not reading.evidence["year"].doubt


def test_addresses_of_pages_name_no_year() -> None:
    """A15: folders of a site are named after other years; an address in the page is not looked at."""
    link = '<p><a href="/zfxxgknb99/2022n52/t1.html">首页</a></p>'
    title = "示例县2023年政府信息公开工作年度报告"
    assert read_page(*SECTIONS, TABLE, title=title, before=link).report.year == 2023


def test_other_years_inside_the_text_are_not_the_report_year() -> None:
    """A16: a first sentence about the year before, a copied one, a plan for the next."""
    reading = read_lines(
        "一、总体情况",
        "2019年，在有关评估中，本机关名列前茅。2021年我局将加大公开力度。",
        *SECTIONS[2:],
        title="示例局2020年政府信息公开工作年度报告",
    )
    assert (reading.report.year, reading.evidence["year"].doubt) == (2020, False)


@pytest.mark.parametrize(
    "period",
    [
        "从2023年1月1日到12月31日止",
        "自2023年1月1日起至2023年12月31日止",
        "2023年1月1日至2023年12月31止",
        "2023年1月1日起至2023年12月31日止",
        "涵盖2023年1月1日至12月31日期间",
        "2023年1月1日至12月31日。",
    ],
)
def test_sentences_of_the_period(period: str) -> None:
    """A17: the period is worded in many ways; where the title is lost it is all that tells the year."""
    found = read_period(f"本报告所列数据的统计期限{period}")
    assert found is not None
    assert (found.start, found.end) == (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
    reading = read_lines(*SECTIONS[1:], f"统计期限{period}", title=SECTIONS[0])
    assert reading.report.year == 2023


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("所列数据的统计期限为202311日至1231日", 2023),
        ("自20231月1日起至202312月31日止", 2023),
        ("自201911日起至20191231日止", 2019),
        ("从20201月1日起至202012月31日止", 2020),
    ],
)
def test_characters_lost_out_of_dates(text: str, year: int) -> None:
    """A18: 年 and 月 dropped out with their font: still the period, and 202311 and 1231 are no figures."""
    reading = read_page(text, *SECTIONS, TABLE, title="政府信息公开工作年度报告")
    assert reading.report.year == year
    assert reading.unplaced == ()
    assert reading.report["applications.received.total"] == 3


def test_spaces_inside_dates_and_numbers() -> None:
    """A19: typesetting leaves gaps round digits: the period is read through them, and the text is closed up."""
    reading = read_lines(
        "统计期限自 2025 年  1 月 1  日至 2025  年 12 月 31 日。",
        "一、总体情况",
        "全年主动公开政府信息 197 条，收取信息处理费 380 元。",
        *SECTIONS[2:],
        title="政府信息公开工作年度报告",
    )
    assert reading.report.year == 2025
    assert reading.report.narrative.overview == ("全年主动公开政府信息197条，收取信息处理费380元。",)


def test_a_signature_pushed_right_by_no_break_spaces() -> None:
    """A20: 118 no-break spaces before the name: issuer and day of signing, no sentence of section six."""
    indent = "&nbsp;" * 118
    report = read_page(
        *SECTIONS,
        f"<p>{indent}示例县发展和改革局</p>",
        f"<p>{indent}2024年1月17日<br></p>",
        title="2023年政府信息公开工作年度报告",
    ).report
    assert (report.issuer, report.signed) == ("示例县发展和改革局", "2024年1月17日")
    assert report.narrative.other_matters == ("无其他需要报告的事项。",)


def test_digits_of_a_year_in_two_spans() -> None:
    """A21: 20 and 23 in spans of their own are one year."""
    title = "<span><font>示例县发展和改革局</font>20</span><span>23</span><span>年</span>政府信息公开年度报告"
    report = read_page(*SECTIONS, TABLE, title=title).report
    assert (report.issuer, report.year) == ("示例县发展和改革局", 2023)
