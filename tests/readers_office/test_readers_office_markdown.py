"""Markdown as web extractors and PDF-to-Markdown programs write it."""

import io

import pytest

import gov_disclosure
from gov_disclosure.documents import Document, Table
from gov_disclosure.readers import Options, pick_reader
from gov_disclosure.readers.markdown import MarkdownReader
from gov_disclosure.readers.markdown.inline import plain_text

HEADS = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"


def read(text: str) -> Document:
    """The document of a text."""
    return MarkdownReader().read(text.encode(), Options())


def grid(made: Document, number: int = 0) -> list[list[str]]:
    """A table's texts by rows."""
    return [[cell.text for cell in row] for row in made.tables[number].rows()]


def figures(text: str) -> tuple[object, ...]:
    """The figures read for rules."""
    file = io.BytesIO(
        ("# 示例镇2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" + text).encode()
    )
    file.name = "report.md"
    report = gov_disclosure.read(file).report
    return tuple(report[f"proactive.rules.{name}"] for name in ("issued", "repealed", "in_force"))


@pytest.mark.parametrize(
    "rows",
    [
        "| 规章 | 2 | 0 | 7 |\n| 行政规范性文件 | 1 | 1 | 1 |",
        "规章 | 2 | 0 | 7\n行政规范性文件 | 1 | 1 | 1",
        "| 规章 | 2 | 0 | 7 | |\n| 行政规范性文件 | 1 | 1 | 1 | |",
        "| 规章 | 2 | 0 | 7 |\n|\n| 行政规范性文件 | 1 | 1 | 1 |\n|",
        "| | 规章 | 2 | 0 | 7 |\n| | 行政规范性文件 | 1 | 1 | 1 |",
        "| **规章** | **2** | 0 | *7* |\n| 行政规范<br>性文件 | 1 | 1 | 1 |",
        "| 规章 | 2 | 0 | 7 |\n\n| 行政规范性文件 | 1 | 1 | 1 |",
        "规章\n|\n2\n|\n0\n|\n7\n|\n行政规范性文件\n|\n1\n|\n1\n|\n1\n|",
        "|\n规章 |\n2 |\n0 |\n7 |\n|\n行政规范性文件 |\n1 |\n1 |\n1 |",
        "规章\n\n2\n\n0\n\n7\n\n行政规范性文件\n\n1\n\n1\n\n1",
        "规章｜2｜0｜7\n行政规范性文件｜1｜1｜1",
    ],
    ids=[
        "plain",
        "open",
        "stray",
        "pipe line",
        "leading",
        "marked",
        "blank",
        "torn",
        "torn leading",
        "lines",
        "wide",
    ],
)
def test_rows_between_pipes_in_every_shape(rows: str) -> None:
    """Each shape is one that extractors were seen to leave; the figures are the same."""
    assert figures(f"{HEADS}\n|---|---|---|---|\n{rows}\n") == (2, 0, 7)


def test_blank_cells_stay_in_their_columns() -> None:
    """A blank is not zero, and does not move the figures behind it."""
    assert figures(f"{HEADS}\n|---|---|---|---|\n| 规章 | | 3 | |\n") == (None, 3, None)
    assert figures(f"{HEADS}\n|---|---|---|---|\n| 规章 | | | 5 |\n") == (None, None, 5)


def test_labels_repeated_over_joined_cells_stand_once() -> None:
    """Some programs fill every joined cell with the same label."""
    made = read("| 第二十条 | 第二十条 | 第二十条 |\n|---|---|---|\n| 规章 | 规章 | 3 |\n| 3 | 3 | 3 |\n")
    assert [[(cell.text, cell.colspan) for cell in row] for row in made.tables[0].rows()] == [
        [("第二十条", 3)],
        [("规章", 2), ("3", 1)],
        [("3", 1), ("3", 1), ("3", 1)],
    ]


def test_figures_repeated_over_joined_cells_stand_once() -> None:
    """The same programs repeat the figures too: under heads that are one, they are one."""
    made = read(
        "| 第二十条 | 第二十条 | 第二十条 | 第二十条 | 第二十条 |\n|---|---|---|---|---|\n"
        "| 信息内容 | 本年新 | 本年新 | 总数 | 总数 |\n| 规章 | 3 | 3 | 7 | 7 |\n| 文件 | 1 | 2 | 0 | 0 |\n"
    )
    assert [row[1:] for row in grid(made)] == [[], ["本年新", "总数"], ["3", "7"], ["1", "2", "0"]]
    plain = read("| 信息内容 | 本年新 | 本年新 | 总数 |\n|---|---|---|---|\n| 规章 | 0 | 0 | 0 |\n")
    assert [len(row) for row in grid(plain)] == [4, 4]


def test_tables_in_html() -> None:
    """Converters write what Markdown cannot say as HTML: spans must hold."""
    made = read(
        "前文\n\n<table><thead><tr><th colspan=2>信息内容</th><th>件数</th></tr></thead>\n"
        "<tr><td rowspan='2'>规<br/>章</td><td>新</td><td><p>1</p></td></tr>\n"
        "<tr><td>旧<td>&nbsp;</tr></table>\n\n后文\n"
    )
    (table,) = made.tables
    assert [
        (cell.text.strip(), cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells
    ] == [
        ("信息内容", 0, 0, 1, 2),
        ("件数", 0, 2, 1, 1),
        ("规\n章", 1, 0, 2, 1),
        ("新", 1, 1, 1, 1),
        ("1", 1, 2, 1, 1),
        ("旧", 2, 1, 1, 1),
        ("", 2, 2, 1, 1),
    ]
    assert [type(block) is Table for block in made.blocks] == [False, True, False]
    assert [block.place.line for block in made.blocks if block.place] == [1, 3, 7]


def test_headings_lists_and_quotes() -> None:
    """Marks are taken off; what they said is kept."""
    made = read(
        "# 示例区政府信息公开工作年度报告 #\n\n## **一、总体情况**\n- （一）主动公开\n* 依申请公开\n> 引用\n\n"
        "二、主动公开\n====\n\n- 3 -\n\n1. 第一\n\n***\n\n`代码`\n"
    )
    assert [(block.text, block.heading) for block in made.paragraphs] == [
        ("示例区政府信息公开工作年度报告", True),
        ("一、总体情况", True),
        ("（一）主动公开", False),
        ("依申请公开", False),
        ("引用", False),
        ("二、主动公开", True),
        ("- 3 -", False),
        ("1. 第一", False),
        ("代码", False),
    ]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        (r"\-8", "-8"),
        (r"1\.属于国家秘密", "1.属于国家秘密"),
        (r"\*注\*", "*注*"),
        ("**2**", "2"),
        ("*2*", "2"),
        ("_2_", "2"),
        ("a_b_c", "a_b_c"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("[见附件](https://example.org/a_(1).pdf)", "见附件"),
        ("[见附件](https://example.org)", "见附件"),
        ("![图](a.png)文", "文"),
        ("0&nbsp;", "0\N{NO-BREAK SPACE}"),
        ("<span style='x'>7</span>", "7"),
        ("3 < 4", "3 < 4"),
        ("本年<br>新收", "本年\n新收"),
    ],
)
def test_marks_within_a_line(marked: str, plain: str) -> None:
    """A sign that is escaped is the figure's own; a mark is not."""
    assert plain_text(marked) == plain


def test_fields_before_the_text_are_kept_aside() -> None:
    """Extractors put title and date of a page in front."""
    made = read("---\ntitle: 示例区2023年年报\nsource: 示例区人民政府\n---\n\n正文\n")
    assert {meta.name: meta.value for meta in made.metadata} == {
        "title": "示例区2023年年报",
        "source": "示例区人民政府",
    }
    assert [(block.text, block.place.line) for block in made.paragraphs if block.place] == [("正文", 6)]


def test_figures_broken_to_a_width_are_whole_again() -> None:
    """A total of 7675 in a page turned into Markdown was read as 76, and nobody was told."""
    made = read(
        "信息内容| 本年制发件数| 本年废止件数| 现行有效件数  \n---|---|---|---  \n规章|  2|  0| **76**\n75  \n"
        "行政规范性文件|  1|  0|\n**12**  \n\n三、收到和处理政府信息公开申请情况\n"
    )
    assert grid(made)[1:] == [["规章", "2", "0", "76 75"], ["行政规范性文件", "1", "0", "12"]]
    assert [block.place.line for block in made.paragraphs if block.place is not None] == [8]


def test_labels_broken_in_their_cells_are_whole_again() -> None:
    """A row whose label had a break in it was read as blank, though its figures stood behind the second half."""
    made = read(
        "| 第二十条第（一）项  \n---|---  \n| 信息内容| 本年制发件数| 本年废止件数| 现行有效件数  \n"
        "| 规章| 2| 0| 7  \n| 行政规范性  \n文件| 1| 5| 3  \n| 其他| 3| 5| 10  \n| 又| 3| 5| 10  \n另外| 4| 4| 4  \n"
    )
    assert [[text for text in row if text] for row in grid(made)[2:]] == [
        ["规章", "2", "0", "7"],
        ["行政规范性\n文件", "1", "5", "3"],
        ["其他", "3", "5", "10"],
        ["又", "3", "5", "10"],
        ["另外", "4", "4", "4"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "| 信息内容 | 制发 |\n|---|---|  \n| 规章 | 2 |\n| 行政规范性文件 | 1 |",
        "信息内容 | 制发\n---|---  \n规章 | 2\n行政规范性文件 | 1",
    ],
)
def test_rows_that_end_without_spaces_stay_rows(rows: str) -> None:
    """Two spaces that somebody left behind one line must not make one row of all."""
    assert grid(read(rows))[1:] == [["规章", "2"], ["行政规范性文件", "1"]]


def test_a_broken_row_is_not_made_into_another_figure() -> None:
    """Where a line breaks between two digits, nobody knows whether they belong together."""
    assert 23 not in figures(f"{HEADS}\n|---|---|---|---|\n| 规章 | 0 | 2\n3 | 7 |\n")


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.md", "示例\n<table><tr><td>规章</td><td>1</td></tr></table><p>一</p>", "markdown"),
        (None, "# 示例\n\n<table><tr><td>规章</td><td>1</td></tr></table><p>一</p>", "markdown"),
        (None, "规章|1\n---|---\n文件|2", "markdown"),
        ("a.md", "<html><body><p>规章</p></body></html>", "html"),
        (None, "<p># 规章</p><p>一</p>", "html"),
        ("a.txt", "规章 | 1\n文件 | 2", "text"),
    ],
)
def test_markdown_is_told_by_its_marks(name: str | None, text: str, reader: str) -> None:
    """Tables in HTML do not make a page of it, and the name ``.md`` does not make Markdown of a page."""
    assert pick_reader(text.encode(), name, None).name == reader
