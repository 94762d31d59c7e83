"""Lines that say one thing about the report: particulars, and no part of its text."""

import gov_disclosure

SECTIONS = (
    "一、总体情况\n\n本机关认真完善公开目录，持续更新网站栏目，按要求答复申请，有关做法正在总结。\n\n"
    "五、存在的主要问题及改进情况\n\n有待改进。\n\n六、其他需要报告的事项\n\n无其他需要报告的事项。\n"
)
TITLE = "示例区人民政府2022年政府信息公开工作年度报告"


def test_labelled_lines_are_particulars() -> None:
    """The date of publication under a title is what deadlines are checked against, and no preamble."""
    head = "发布日期：2023年1月20日 来源：示例区人民政府办公室\n\n文号：第5号\n\n本报告照例编制。"
    text = f"{TITLE}\n\n{head}\n\n{SECTIONS}"
    report = gov_disclosure.read(text.encode()).report
    assert report.published == "2023年1月20日"
    assert report.document_number == "第5号"
    assert report.preamble == ("本报告照例编制。",)


def test_a_year_on_a_line_of_its_own() -> None:
    """Where neither title nor period tell the year, a line that does is better than a guess."""
    text = f"政府信息公开工作年度报告\n\n报告年度：2022\n\n发布日期：2023年1月20日\n\n{SECTIONS}"
    reading = gov_disclosure.read(text.encode())
    assert reading.report.year == 2022
    assert not reading.evidence["year"].doubt


def test_the_year_of_a_day_is_not_the_report_year() -> None:
    """A report that says only when it was signed covers the year before: better none than that one."""
    text = f"示例区人民政府政府信息公开工作年度报告\n\n发布日期：2023年1月20日\n\n{SECTIONS}"
    assert gov_disclosure.read(text.encode()).report.year is None


def test_a_sentence_with_a_colon_is_text() -> None:
    """A preamble that happens to begin with a label must not vanish."""
    line = "时间：过去的一年里，本机关认真贯彻执行有关规定，各项工作稳步推进。"
    report = gov_disclosure.read(f"{TITLE}\n\n{line}\n\n{SECTIONS}".encode()).report
    assert report.preamble == (line,)


def test_a_name_alone_at_the_end_is_the_signature() -> None:
    """A signature without a date is no sentence of section six."""
    report = gov_disclosure.read(f"{TITLE}\n\n{SECTIONS}\n示例区人民政府\n".encode()).report
    assert report.signed == "示例区人民政府"
    assert report.narrative.other_matters == ("无其他需要报告的事项。",)
    other = gov_disclosure.read(f"{TITLE}\n\n{SECTIONS}\n版权所有 示例区人民政府\n".encode()).report
    assert other.signed is None


def test_headings_do_not_make_paragraphs_torn_lines() -> None:
    """Two long headings of like width once made every paragraph of the text run into the next."""
    text = (
        f"{TITLE}\n"
        "三、收到和处理政府信息公开申请情况\n"
        "本机关认真完善公开目录，持续更新网站栏目，按要求答复申请，有关做法正在总结。\n"
        "本机关及时规范答复文书格式，持续核对发布前的各项内容，工作基础更加牢固。\n"
        "四、政府信息公开行政复议、行政诉讼情况\n"
        "本机关进一步听取公众的意见和建议，逐步改进查询服务的方式，取得了一定成效。\n"
        "五、存在的主要问题及改进情况\n有待改进。\n"
    )
    narrative = gov_disclosure.read(text.encode()).report.narrative
    assert narrative.applications is not None
    assert len(narrative.applications) == 2
