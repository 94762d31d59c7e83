"""Whole pages: navigation, layout tables, metadata, hidden parts, pieces of pages.

Wrinkles 6, 7, 20, 21, 37, 59, 60.
"""

import pytest

from gov_disclosure.documents import Paragraph, Table
from html_pages import only_table, read_html, rows_of

REPORT = (
    "<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
    "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>"
    "<tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr>"
    "<tr><td>行政事业性收费</td><td>7</td><td></td><td></td></tr></table>"
)
ROWS = [
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "1", "2", "3"],
    ["行政规范性文件", "4", "5", "6"],
    ["行政事业性收费", "7", "", ""],
]
PROSE = "<p>" + "全年主动公开政府信息若干条。" * 30 + "</p><p>以上。</p>"


def texts(page: str) -> list[str]:
    """The paragraphs of a page."""
    return [paragraph.text for paragraph in read_html(page).paragraphs]


def test_paragraphs_and_tables_come_in_reading_order() -> None:
    """The heading above a table tells whose table it is."""
    page = f"<body>前<h2>二、主动公开</h2>中{REPORT}后<p>段</p>末</body>"
    blocks = read_html(page).blocks
    assert [block.text if isinstance(block, Paragraph) else "table" for block in blocks] == [
        "前",
        "二、主动公开",
        "中",
        "table",
        "后",
        "段",
        "末",
    ]
    assert [block.heading for block in blocks if isinstance(block, Paragraph)] == [
        False,
        True,
        False,
        False,
        False,
        False,
    ]


PARAGRAPHS = [
    (
        "<p><font>三、收到和处理</font><span><font>政府信息公开申请情况</font></span></p>",
        ["三、收到和处理政府信息公开申请情况"],
    ),
    ("<p><span>…为</span>20<span>23</span><span>年</span></p>", ["…为2023年"]),
    ("<p>" + "&nbsp;" * 118 + "示例局</p><p>2024年1月17日<br></p>", ["示例局", "2024年1月17日"]),
    ("<h1>示例局<br>2023年年度报告</h1>", ["示例局\n2023年年度报告"]),
    ("<p>一、总体情况<br>正文<br/>正文二</p>", ["一、总体情况", "正文", "正文二"]),
    ("<div>一<div>二</div>三<p>四</div>五", ["一", "二", "三", "四", "五"]),
    ("<p>一<p>二<p>三", ["一", "二", "三"]),
    ("<ul><li>一<li>二</ul>", ["一", "二"]),
    ("<span>一</span><span>二</span>", ["一二"]),
    ("<pre>规章\n  0\n</pre>", ["规章", "0"]),
    ("<p>一<script>二</script><style>三</style>四</p>", ["一四"]),
    ("<p>一<select><option>二</select><textarea>三</textarea><button>四</button>五", ["一五"]),
    ("<p>一</p><noscript><p>请开启脚本</p></noscript>", ["一"]),
    ("<p>A&amp;B&nbsp;&nbsp;C&#x4E00;</p>", ["A&B C一"]),
    ("<div hidden><p>一</p></div><div style='color:red;display : none'>二</div><p>三</p>", ["三"]),
    ("<style>#menu, .x a {visibility:hidden}</style><div id=menu>一</div><p>二</p>", ["二"]),
]


@pytest.mark.parametrize(("page", "paragraphs"), PARAGRAPHS)
def test_paragraphs(page: str, paragraphs: list[str]) -> None:
    """Words in many spans are one paragraph; what ends a line ends a paragraph; what is not shown is not there."""
    assert texts(page) == paragraphs


def test_lines_of_preformatted_text_are_not_whole_paragraphs() -> None:
    """A text file saved as a page is torn into lines, and the interpreter must know."""
    page = read_html("<pre>规章\n0</pre><p>一</p>")
    assert [paragraph.whole for paragraph in page.paragraphs] == [False, False, True]


def test_a_second_head_in_the_body_is_no_text() -> None:
    """Saved pages hold the head of the page they were saved from (wrinkle 60)."""
    second = "<head><meta name=PubDate content=2024-01-17><title>乙</title></head>"
    page = f"<html><head><title>甲</title></head><body><p>一</p>{second}<p>二</p>"
    document = read_html(page)
    assert [paragraph.text for paragraph in document.paragraphs] == ["一", "二"]
    assert [(meta.name, meta.value) for meta in document.metadata] == [
        ("title", "甲"),
        ("PubDate", "2024-01-17"),
        ("title", "乙"),
    ]


LAYOUTS = [
    f"<table><tr><td>{REPORT}</td></tr></table>",
    f"<table><tr><td><table><tr><td><p>导航</p></td><td><div>{REPORT}</div></td></tr></table></td></tr></table>",
    f"<table><tr><td>首页</td><td>机构</td></tr><tr><td colspan=2>{PROSE}{REPORT}</td></tr></table>",
    f"<table><tr><td>{PROSE}</td></tr><tr><td>{REPORT}</td></tr><tr><td>版权</td></tr></table>",
    f"<table><tr><td>名称</td><td>示例</td></tr><tr><td colspan=2>{REPORT}{PROSE}</td></tr></table>",
    f"<div style='text-indent:2em'>{REPORT}</div>",
    f"<center><font>{REPORT}</font></center>",
    f"<p>一{REPORT}</p>",
    f"<table><caption>表一</caption><tr><td>{REPORT}</td></tr></table>",
    f"<form><table><tr><td><form>{REPORT}</form></td></tr></table></form>",
    f"<table><tr><th>公告</th></tr><tr><td>{PROSE}{REPORT}{PROSE}</td></tr></table>",
]


@pytest.mark.parametrize("page", LAYOUTS)
def test_a_table_that_arranges_the_page_gives_way(page: str) -> None:
    """The report's table inside three others must come out as it is."""
    tables = [table for table in read_html(page).tables if rows_of(table)[0] == ROWS[0]]
    assert [rows_of(table) for table in tables] == [ROWS]
    assert not any(
        "规章" in cell.text for table in read_html(page).tables if table not in tables for cell in table.cells
    )


def test_text_around_a_nested_table_stays_in_order() -> None:
    """Headings inside the layout cell belong above their tables."""
    page = f"<table><tr><td>侧栏</td><td><p>二、主动公开</p>{REPORT}<p>三、申请</p>{REPORT}</td></tr></table>"
    blocks = read_html(page).blocks
    assert [block.text if isinstance(block, Paragraph) else "table" for block in blocks] == [
        "侧栏",
        "二、主动公开",
        "table",
        "三、申请",
        "table",
    ]


def test_prose_beside_figures_stays_in_its_table() -> None:
    """A row with a long instruction in its label must not lose its figure."""
    label = "<p>行政许可</p><p>" + "指标说明。" * 80 + "</p>"
    table = only_table(
        f"<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>{label}</td><td>7</td></tr></table>"
    )
    assert rows_of(table)[1][1] == "7"


def test_a_single_cell_table_is_text() -> None:
    """Frames around a paragraph are no tables."""
    assert texts("<table><tr><td>一</td></tr></table>") == ["一"]
    assert texts("<table><tr><td>一</td></tr><tr><td><p>二</p><p>三</p></td></tr></table>") == [
        "一",
        "二",
        "三",
    ]


def test_figures_nested_in_one_cell_keep_their_columns() -> None:
    """A small table in place of three cells stands for three cells."""
    page = (
        "<table><tr><td>内容</td><td>甲</td><td>乙</td><td>丙</td></tr><tr><td>规章</td><td colspan=3>"
        "<table><tr><td>1</td><td>2</td><td></td></tr></table></td></tr></table>"
    )
    table = only_table(page)
    assert [(cell.text, cell.column) for cell in table.rows()[1]] == [
        ("规章", 0),
        ("1", 1),
        ("2", 2),
        ("", 3),
    ]


def test_figures_nested_in_a_way_that_does_not_fit_are_doubted() -> None:
    """Two figures in one cell are nobody's figure."""
    page = (
        "<table><tr><td>规章</td><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr></table></td>"
        "<td>4</td></tr></table>"
    )
    row = only_table(page).rows()[0]
    assert [(cell.text, cell.doubt) for cell in row] == [("规章", False), ("1\n2\n3", True), ("4", False)]


def test_a_table_that_was_never_closed_keeps_its_last_row() -> None:
    """What follows in the open cell is the rest of the page; the cell's own figure is doubted, not lost."""
    page = (
        REPORT.removesuffix("<td></td></tr></table>")
        + f"<td>9<p>三、收到</p><table>{REPORT.removeprefix('<table>')}"
    )
    first, second = read_html(page).tables
    assert rows_of(first)[:3] == ROWS[:3]
    assert rows_of(first)[3] == ["行政事业性收费", "7", "", "9"]
    assert first.cells[-1].doubt
    assert rows_of(second) == ROWS


FRAGMENTS = [
    REPORT.removeprefix("<table>"),
    REPORT.removeprefix("<table>").removesuffix("</table>"),
    REPORT.replace("<table>", "").replace("</table>", "").replace("<tr>", "<TR>", 1),
]


@pytest.mark.parametrize("page", FRAGMENTS)
def test_rows_without_their_table_are_a_table(page: str) -> None:
    """A stretch cut out of a page must not become one line of digits."""
    assert rows_of(only_table(page)) == ROWS


def test_a_page_cut_off_in_a_table_says_so() -> None:
    """12 may be the beginning of 1234."""
    document = read_html("<p>二</p>" + REPORT[: REPORT.index("<td>3</td>")] + "<td>12")
    (table,) = document.tables
    assert rows_of(table)[1] == ["规章", "1", "2", "12"]
    assert [(cell.text, cell.doubt) for cell in table.rows()[1][2:]] == [("2", False), ("12", True)]
    assert [notice.code for notice in document.notices] == ["cut-off"]


def test_cells_that_were_cut_off_are_not_blank() -> None:
    """A blank cell says that nothing was printed; of a lost one nothing is known."""
    document = read_html(REPORT[: REPORT.index("<td>5</td>")])
    last = document.tables[0].rows()[2]
    assert [(cell.text, cell.doubt) for cell in last] == [
        ("行政规范性文件", False),
        ("4", True),
        ("", True),
        ("", True),
    ]


def test_lines_of_text_between_tables_as_markup() -> None:
    """Converters write Markdown with tables as HTML; its lines are lines."""
    page = f"# 示例局2023年年度报告\n\n一、总体情况\n正文。\n\n{REPORT}\n\n三、其他\n"
    document = read_html(page)
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "示例局2023年年度报告",
        "一、总体情况",
        "正文。",
        "三、其他",
    ]
    assert document.paragraphs[0].heading
    assert [rows_of(table) for table in document.tables] == [ROWS]


def test_hidden_tables_are_read_where_no_other_are() -> None:
    """A page that shows its article by script has it hidden at first; the reader is told."""
    document = read_html(f"<p>示例</p><div style='display:none'>{REPORT}</div>")
    assert [rows_of(table) for table in document.tables] == [ROWS]
    assert [notice.code for notice in document.notices] == ["hidden-content"]


def test_hidden_tables_stay_hidden_beside_others() -> None:
    """A hidden copy of last year's report is not this year's."""
    document = read_html(f"{REPORT}<div style='display:none'>{REPORT.replace('1', '8')}</div>")
    assert [rows_of(table) for table in document.tables] == [ROWS]
    assert document.notices == ()


def test_tables_are_numbered_as_the_document_holds_them() -> None:
    """A place names the table that one finds in the document under this number."""
    document = read_html(f"<table><tr><td>{REPORT}</td></tr></table>{REPORT}")
    for number, table in enumerate(document.tables, 1):
        assert isinstance(table, Table)
        assert table.place is not None
        assert table.place.table == number
        assert {cell.place.table for cell in table.cells if cell.place} == {number}
