"""What a page says about itself (wrinkles 10, 14 and 59)."""

import pytest

from html_pages import read_html, rows_of

FIELDS = [
    ("名称", "示例局年度报告"),
    ("索引号", "014314799/2024-00002"),
    ("发布机构", "示例局"),
    ("公开日期", "2024-01-17"),
]


def found(page: str) -> list[tuple[str, str]]:
    """Names and values of a page's metadata."""
    return [(meta.name, meta.value) for meta in read_html(page).metadata]


TABLES = [
    "<table>" + "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in FIELDS) + "</table>",
    "<table>" + "".join(f"<tr><th>{name}：</th><td>{value}</td></tr>" for name, value in FIELDS) + "</table>",
    "<table><tr>" + "".join(f"<td>{name}</td><td>{value}</td>" for name, value in FIELDS) + "</tr></table>",
    "<table><tr>"
    + "".join(f"<td>{' '.join(name)}</td>" for name, _ in FIELDS)
    + "</tr><tr>"
    + "".join(f"<td>{value}</td>" for _, value in FIELDS)
    + "</tr></table>",
    "<table><tr><td>名称<td colspan=3>示例局年度报告<tr><td>索引号<td>014314799/2024-00002<td>发布机构<td>示例局"
    "<tr><td>公开日期<td><publishtime>2024-01-17</publishtime><td>文号<td></table>",
]


@pytest.mark.parametrize("table", TABLES)
def test_metadata_tables_are_told_from_tables_of_figures(table: str) -> None:
    """014314799/2024-00002 is no figure of a report, and the date of publication is wanted."""
    page = read_html(f"{table}<p>一</p>")
    assert page.tables == ()
    assert [pair for pair in found(table) if pair[0] != "publishtime"] == FIELDS
    assert all(meta.place and meta.place.xpath for meta in page.metadata)


NOT_METADATA = [
    "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>3</td></tr></table>",
    "<table><tr><td>名称</td><td>数量</td></tr><tr><td>规章</td><td>3</td></tr></table>",
    "<table><tr><td>时间</td><td>单位</td><td>条数</td></tr><tr><td>2023年</td><td>局</td><td>4</td></tr></table>",
]


@pytest.mark.parametrize("table", NOT_METADATA)
def test_other_tables_stay(table: str) -> None:
    """A table that is not certainly metadata is left to the interpreter."""
    assert len(read_html(table).tables) == 1


LINES = [
    (
        "<p>发布时间：2024-01-17 09:30&nbsp;&nbsp;来源：示例局&nbsp;&nbsp;字体：[大 中 小]</p>",
        [("发布时间", "2024-01-17 09:30"), ("来源", "示例局")],
    ),
    (
        "<ul><li><b>索引号：</b>014</li><li><b>发布 机构:</b>示例局</li><li><b>文号：</b></li></ul>",
        [("索引号", "014"), ("发布机构", "示例局")],
    ),
    (
        "<dl><dt>发文机关</dt><dd>示例局</dd><dt>成文日期：</dt><dd>2024年1月17日</dd></dl>",
        [("发文机关", "示例局"), ("成文日期", "2024年1月17日")],
    ),
    ("<div>【发布机构】：示例局</div>", [("发布机构", "示例局")]),
    ("<p>请与示例局联系（电话：83593059）。</p>", []),
]


@pytest.mark.parametrize(("page", "fields"), LINES)
def test_fields_in_lines_and_lists(page: str, fields: list[tuple[str, str]]) -> None:
    """Most sites print the date of publication in a line under the title."""
    assert found(page) == fields


def test_fields_stay_readable_as_text() -> None:
    """What is only likely to be a field is not taken out of the text."""
    page = read_html("<p>来源：示例局</p><p>一、总体情况</p>")
    assert [paragraph.text for paragraph in page.paragraphs] == ["来源：示例局", "一、总体情况"]


def test_meta_tags_and_marks() -> None:
    """Common publishing systems say title and date in tags of their own."""
    page = (
        "<head><title>示例局年报-示例区</title><meta name='ArticleTitle' content='示例局年报'><meta name=PubDate "
        "content='2024-01-17'><meta property='og:title' content='年报'><meta name=empty content=''></head><body>"
        "<h1><ucaptitle>示例局年报</ucaptitle></h1><ucapcontent><p>一</p></ucapcontent>"
    )
    assert found(page) == [
        ("title", "示例局年报-示例区"),
        ("ArticleTitle", "示例局年报"),
        ("PubDate", "2024-01-17"),
        ("og:title", "年报"),
        ("ucaptitle", "示例局年报"),
    ]
    assert [paragraph.text for paragraph in read_html(page).paragraphs] == ["示例局年报", "一"]


def test_metadata_rows_above_an_article_in_the_same_table() -> None:
    """Some sites put fields and article into one table."""
    fields = TABLES[0].removeprefix("<table>").removesuffix("</table>")
    inner = (
        "<table><tr><td>规章</td><td>1</td><td>2</td></tr><tr><td>行政许可</td><td>3</td></tr></table>" * 3
    )
    page = f"<table>{fields}<tr><td colspan=2><p>一、总体情况</p>{inner}</td></tr></table>"
    assert found(page) == FIELDS
    assert [rows_of(table)[0] for table in read_html(page).tables] == [["规章", "1", "2"]] * 3
