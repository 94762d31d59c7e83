"""What stands in a cell, however it is marked up (wrinkles 57, 58, 74, 75, 83, 84 and their like)."""

from typing import Any

import pytest

from gov_disclosure.reading import Place
from html_pages import only_table, read_html, rows_of

BLANK = [
    "",
    " \n ",
    "&nbsp;",
    "<p>&nbsp;</p>",
    '<p align="center">&nbsp;</p>',
    "<p><span><o:p>&nbsp;</o:p></span></p>",
    "<p><span lang=EN-US><o:p></o:p></span></p>",
    "<br>",
    "<p><br/></p><p></p>",
    "&#12288;&#x3000;",
    "&#8203;",
    "\ufeff",
    "<!-- 12 -->",
    "<!--[if !supportEmptyParas]-->&nbsp;<!--[endif]-->",
    '<span style="display:none">12</span>',
    '<span style="DISPLAY: none">12</span>',
    "<span hidden>12</span>",
    '<span style="visibility: hidden">12</span>',
    "<script>document.write(12)</script>",
    "<template>12</template>",
    "<style>12</style>",
    '<input type="hidden" value="12">',
]


@pytest.mark.parametrize("content", BLANK)
def test_a_cell_in_which_nothing_is_shown_is_blank(content: str) -> None:
    """Blank is not zero, and what is not shown is no figure."""
    table = only_table(f"<table><tr><td>规章</td><td>{content}</td><td>7</td></tr></table>")
    assert rows_of(table) == [["规章", "", "7"]]


WORDS = [
    ("<p>规章</p>", "规章"),
    ("规<b>章</b>", "规章"),
    ("<p><span>申请人情</span><span><font>况</font></span></p>", "申请人情况"),
    ("<p><span>（</span><font>一</font><span>）</span>予以公开</p>", "（一）予以公开"),
    ("<p>商业</p><p>企业</p>", "商业\n企业"),
    ("商业<br>企业", "商业\n企业"),
    ("商业<br/>\n<br/>企业", "商业\n企业"),
    ("商业<p>企业</p>", "商业\n企业"),
    ("<div>商业</div>企业", "商业\n企业"),
    ("<p>商业</p>企业", "商业\n企业"),
    ("<p>1</p><span>2</span>", "1\n2"),
    ("<span>1</span><p>2</p>", "1\n2"),
    ("<b>1<p>2</p></b>", "1\n2"),
    ("1<a><p>2</p></a>", "1\n2"),
    ("<ul><li>商业<li>企业</ul>", "商业\n企业"),
    ("<p>商业\n   企业</p>", "商业 企业"),
    ("<p><o:p>&nbsp;</o:p></p><p>自然人</p>", "自然人"),
    ("&nbsp;&nbsp;0&nbsp;&nbsp;", "0"),
    ("<p>&ensp;12\u3000</p>", "12"),
    ("&#49;&#50;", "12"),
    ("&lt;12&gt;", "<12>"),
    ("危及<font>“</font>三安全一稳定<font>”</font>", "危及“三安全一稳定”"),
    ("<p>1<p>2", "1\n2"),
    ("<ruby>规<rt>gui</rt></ruby>章", "规章"),
    ('<input value="12">', "12"),
    ('<input type="text" value="12" readonly>件', "12件"),
    ('<input type="button" value="提交">12', "12"),
    ("<pre>商业\n企业</pre>", "商业\n企业"),
    ("<p>20<!-- x -->23<!-- y --></p>", "2023"),
    ("<center><p>0</p></center>", "0"),
]


@pytest.mark.parametrize(("content", "text"), WORDS)
def test_the_words_of_a_cell(content: str, text: str) -> None:
    """A label or a figure in many spans is one; two paragraphs are told apart."""
    table = only_table(f"<table><tr><td>{content}</td><td>7</td></tr></table>")
    assert rows_of(table) == [[text, "7"]]


@pytest.mark.parametrize(
    ("content", "text"), [("5<sup>1</sup>", "5^1"), ("5<sup>[1]</sup>", "5^[1]"), ("<sup>0</sup>", "0")]
)
def test_a_note_mark_is_not_a_digit(content: str, text: str) -> None:
    """5 with the note mark 1 read as 51 would be a wrong figure nobody was told about."""
    table = only_table(f"<table><tr><td>{content}</td><td>7</td></tr></table>")
    assert rows_of(table) == [[text, "7"]]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_a_struck_out_figure_is_left_out_and_doubted(tag: str) -> None:
    """A struck 5 beside a 7 must not become 57."""
    table = only_table(f"<table><tr><td><{tag}>5</{tag}>7</td><td>8</td></tr></table>")
    assert [(cell.text, cell.doubt) for cell in table.cells] == [("7", True), ("8", False)]


def test_word_soup_and_plain_cells_give_the_same() -> None:
    """A report pasted from Word must read as one typed in."""
    soup = (
        "<td style='border:solid windowtext 1.0pt' width=64><p class=MsoNormal align=center style='text-align:"
        "center'><span lang=EN-US style='font-size:9.0pt'>{}<o:p></o:p></span></p></td>"
    )
    plain = "<td>{}</td>"
    for text in ("0", "12", "规章", "（一）予以公开"):
        rows = [
            rows_of(only_table(f"<table><tr>{cell.format(text) * 3}</tr></table>")) for cell in (soup, plain)
        ]
        assert rows[0] == rows[1] == [[text] * 3]


def test_places_lead_back_to_the_cells() -> None:
    """Evidence is of use only if it leads to the cell on the page."""
    page = (
        "<body><div><p>一</p><table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td style='display:none'>x</td>"
        "<td>d</td></tr></table></div><div><table><thead><tr><td>e</td><td>f</td></tr></thead><tbody><tr><td>g"
        "<td>h</table></div>"
    )
    first, second = read_html(page).tables
    assert [(cell.text, cell.place and cell.place.xpath) for cell in first.cells] == [
        ("a", "/html[1]/body[1]/div[1]/table[1]/tbody[1]/tr[1]/th[1]"),
        ("b", "/html[1]/body[1]/div[1]/table[1]/tbody[1]/tr[1]/td[1]"),
        ("c", "/html[1]/body[1]/div[1]/table[1]/tbody[1]/tr[2]/td[1]"),
        ("d", "/html[1]/body[1]/div[1]/table[1]/tbody[1]/tr[2]/td[3]"),
    ]
    last = second.cells[-1].place
    assert last is not None
    assert last.xpath == "/html[1]/body[1]/div[2]/table[1]/tbody[1]/tr[1]/td[2]"
    assert (last.table, last.row, last.column) == (2, 2, 2)


def test_every_xpath_names_the_cell_it_should() -> None:
    """The addresses are checked with another parser's XPath engine on the serialised page."""
    from lxml import html as lxml_html
    from selectolax.lexbor import LexborHTMLParser

    page = "<span><p>x</p></span>" + "".join(
        f"<div>{'<table><tr><td>a</td><td>b</td></tr></table>' * number}<p>{number}</p></div><!-- c -->text"
        for number in range(4)
    )
    document = read_html(page)
    root = lxml_html.document_fromstring(LexborHTMLParser(page).html or "").getroottree()
    for table in document.tables:
        for cell in table.cells:
            assert element_at(root, cell.place).text_content() == cell.text
    for paragraph in document.paragraphs:
        assert paragraph.text in element_at(root, paragraph.place).text_content()


def element_at(root: Any, place: Place | None) -> Any:
    """The one element that a place names."""
    assert place is not None
    (element,) = root.xpath(place.xpath)
    return element
