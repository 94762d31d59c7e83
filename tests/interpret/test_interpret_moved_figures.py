"""Figures that may have moved to another row or column in running text: in doubt, where nothing tells."""

from gov_disclosure import Form, Reading, read

FORM = Form("2021")
TITLE = "示例区人民政府2022年政府信息公开工作年度报告"
ROWS = [row for row in FORM.table("applications").rows if row.variant in ("", "split_other")]
HEADS = ["申请人情况", "自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他"]
REPEATED = "applications.results.not_processed.repeated"
PUBLICATION = "applications.results.not_processed.publication"
PARTLY = "applications.results.partially_granted"


def report(*lines: str) -> Reading:
    """A report whose table of applications stands in those lines."""
    text = [TITLE, "一、总体情况", "工作有序开展。", "三、收到和处理政府信息公开申请情况", *lines]
    return read("\n".join([*text, "五、存在的主要问题及改进情况", "公开内容不够细。", ""]).encode())


def figures(number: int) -> str:
    """Six figures and their total, others for each row."""
    parts = [number, 0, 11 * number, 0, 0, 3]
    return " ".join(map(str, [*parts, sum(parts)]))


def in_doubt(reading: Reading, row: str) -> bool:
    """Whether all cells of a row in which something is read are in doubt."""
    assert reading.report.form is not None
    cells = [field.path for one in reading.report.form.rows if one.path == row for field in one.fields]
    return all(reading.evidence[path].doubt for path in cells if reading.report[path] is not None)


def test_figures_above_a_label_may_be_those_of_the_label_that_was_lost_before_it() -> None:
    """Without 2.重复申请 its figures stand on a line of their own before the next label, and add up there too."""
    lines = []
    for number, row in enumerate(ROWS, 10):
        if row.path == REPEATED:
            lines.append(figures(number))
        elif row.path == PUBLICATION:
            lines.append(row.label)
        else:
            lines.append(f"{row.label} {figures(number)}")
    reading = report(*HEADS, *lines)
    assert in_doubt(reading, PUBLICATION)
    assert not in_doubt(reading, "applications.results.granted")


def test_a_label_that_reaches_into_the_columns_pushes_its_figures_along() -> None:
    """Laid out in columns, figures behind a long label stand under the heads of the columns to the right."""
    lines = []
    for number, row in enumerate(ROWS, 10):
        cells = figures(number).split()
        if row.path == PARTLY:
            label = f"{row.label}（含视同办结的情形）"
            cells[1] = cells[2] = ""
        else:
            label = row.label.split("（区分")[0][:14]
        lines.append(label.ljust(20, "　") + "".join(cell.ljust(6) for cell in cells).rstrip())
    reading = report(*HEADS, *lines)
    for path, value in reading.report.cells():
        if path.startswith(PARTLY) and value is not None:
            assert reading.evidence[path].doubt


def test_a_dash_far_from_the_next_figure_is_no_sign() -> None:
    """Minus fourteen was read where a dash stood for nothing and the next column held fourteen."""
    lines = []
    for number, row in enumerate(ROWS, 10):
        cells = figures(number).split()
        if row.path == PUBLICATION:
            cells[1] = "－"
        lines.append(f"{row.label}      " + "       ".join(cells))
    reading = report(*HEADS, *lines)
    place = [row.path for row in ROWS].index(PUBLICATION)
    assert reading.report[f"{PUBLICATION}.business"] is None
    assert reading.report[f"{PUBLICATION}.research"] == 11 * (10 + place)
    assert not reading.evidence[f"{PUBLICATION}.research"].doubt


def test_a_figure_alone_on_the_last_line_may_be_a_page_number() -> None:
    """A text cut off behind a blank row ends with the number of its page, which was read as the fees."""
    lines = "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费\n\n1\n"
    reading = read(f"{TITLE}\n一、总体情况\n工作有序开展。\n{lines}".encode())
    path = "proactive.administrative_fees.amount"
    assert reading.report[path] is None or reading.evidence[path].doubt


def test_rows_between_pipes_that_begin_with_a_blank_cell() -> None:
    """Without pipes at the ends of rows, the first pipe stands behind a blank cell; a row that is short is seen."""
    rows = [
        "申请人情况 |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
        "三、本年度办理结果 | （一）予以公开 |  | 12 | 23 | 12 | 11 | 0 | 58",  # one figure is lost
        " | （二）部分公开 |  | 0 | 0 | 0 | 30 | 19 | 23 | 72",
        " | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 16 | 8 | 24",
        " |  | 2.其他法律行政法规禁止公开 |  | 8 | 22 | 0 | 17 | 0 | 47",
        " |  | 3.危及“三安全一稳定” | 0 | 4 | 0 | 0 | 28 | 0 | 32",
    ]
    reading = report(*rows)
    assert all(
        reading.evidence[path].doubt
        for path, value in reading.report.cells()
        if path.startswith("applications.results.granted.") and value is not None
    )
    forbidden = "applications.results.denied.prohibited_by_law"
    assert reading.report[f"{forbidden}.natural_person"] is None
    assert reading.report[f"{forbidden}.business"] == 8
    assert not reading.evidence[f"{forbidden}.business"].doubt


def test_columns_of_one_band_under_the_names_of_two() -> None:
    """Five columns under 行政复议 and 行政诉讼: whose they are cannot be told once the line between is lost."""
    text = (
        f"{TITLE}\n一、总体情况\n工作有序开展。\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n"
        "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n3\t0\t0\t1\t4\n五、存在的主要问题及改进情况\n公开内容不够细。\n"
    )
    reading = read(text.encode())
    assert all(
        value is None or reading.evidence[path].doubt
        for path, value in reading.report.cells()
        if path.startswith("challenges.")
    )


def test_a_row_numbered_in_brackets_is_no_figure() -> None:
    """(3)其他 was taken for the first figure of the row above, which then held seven, shifted by one."""
    lines = []
    for number, row in enumerate(ROWS, 10):
        label = f"(3){row.label[2:]}" if row.label.startswith("3.其他") else row.label
        lines.append(f"{label} {figures(number)}")
    reading = report(*HEADS, *lines)
    place = [row.path for row in ROWS].index("applications.results.other_handling.miscellaneous")
    assert reading.report["applications.results.other_handling.miscellaneous.natural_person"] == 10 + place
    assert reading.report["applications.results.other_handling.unpaid.natural_person"] == 9 + place
