"""Text outside tables: healed into paragraphs over lines and pages, without page furniture."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.documents import Document, Paragraph, Table
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options
from pdf_drawing import Drawing, text_width

ENGINES = ("pdfium", "pdfminer")
LEFT, RIGHT, SIZE, STEP = 80.0, 510.0, 14.0, 26.0


def read(drawing: Drawing, engine: str) -> Document:
    """The document by one engine."""
    return PdfReader().read(drawing.finish(), Options(engine=engine))


def texts(drawing: Drawing, engine: str) -> list[str]:
    """The text of its blocks; "table" for a table."""
    return [
        "table" if isinstance(block, Table) else block.text if block.whole else f"line: {block.text}"
        for block in read(drawing, engine).blocks
    ]


def write(drawing: Drawing, paragraphs: list[str], *, first: float = 100.0, last: float = 740.0) -> float:
    """Set paragraphs as word processors do: two characters' indent, lines filled, pages filled."""
    y = first
    for paragraph in paragraphs:
        x, line = LEFT + 2 * SIZE, ""
        for char in [*paragraph, None]:
            if char is None or x + text_width(line + char, SIZE) > RIGHT:
                drawing.text(x, y, line, SIZE)
                x, line, y = LEFT, "", y + STEP
                if y > last:
                    drawing.new_page()
                    y = first
            line += char or ""
    return y


LONG = (
    "2023年，示例区人民政府坚持公开为常态、不公开为例外，全面梳理公开事项，不断完善公开制度，"
    "主动公开政府信息1136条，办理依申请公开21件，均在法定期限内答复。"
)


@pytest.mark.parametrize("engine", ENGINES)
def test_paragraphs_are_healed_over_lines_and_pages(engine: str) -> None:
    """Without it, every sentence of a report would be torn where its lines end."""
    paragraphs = [
        "一、总体情况",
        LONG * 3,
        "（一）主动公开情况。",
        LONG * 12,
        LONG,
        "六、其他需要报告的事项",
        "无。",
    ]
    drawing = Drawing()
    write(drawing, paragraphs)
    assert len(drawing.pages) > 1
    assert texts(drawing, engine) == paragraphs


@given(
    st.lists(st.text("政府信息公开工作年度报告2023，。", min_size=1, max_size=400), min_size=3, max_size=9)
)
@settings(max_examples=25, deadline=None)
def test_any_paragraphs_are_healed(paragraphs: list[str]) -> None:
    """Without it, healing would work for the examples above only."""
    drawing = Drawing()
    filled = [*(text + "。" for text in paragraphs), LONG, LONG]
    write(drawing, filled)
    assert texts(drawing, "pdfium") == texts(drawing, "pdfminer") == filled


@pytest.mark.parametrize("engine", ENGINES)
def test_page_numbers_heads_and_feet_are_left_out(engine: str) -> None:
    """Without it, page numbers would stand in the middle of sentences and of tables."""
    drawing = Drawing()
    paragraphs = ["一、总体情况", LONG * 14]
    write(drawing, paragraphs)
    for number, page in enumerate(drawing.pages, 1):
        drawing.pages.append(page)
        drawing.text(280, 800, f"- {number} -", 10)
        drawing.text(200, 40, "示例区人民政府办公室", 9)
        drawing.text(80, 820, f"打印日期 2024-01-{number:02}", 8)
        drawing.pages.pop()
    assert texts(drawing, engine) == paragraphs


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "number", ["- 3 -", "—3—", "第3页", "第 3 页 共 5 页", "3 / 5", "Page 3 of 5", "－３－"]
)
def test_every_manner_of_numbering_pages_is_known(engine: str, number: str) -> None:
    """Without it, a page number would be taken for a figure of the report."""
    drawing = Drawing()
    write(drawing, ["一、总体情况", LONG])
    drawing.text(280, 800, number, 10)
    assert texts(drawing, engine) == ["一、总体情况", LONG]


@pytest.mark.parametrize("engine", ENGINES)
def test_lone_numbers_are_page_numbers_where_they_count_the_pages(engine: str) -> None:
    """Without it, plain page numbers would be figures, or a figure at the foot of a page would be lost."""
    drawing = Drawing()
    write(drawing, ["一、总体情况", LONG * 14])
    assert len(drawing.pages) == 2
    expected = texts(drawing, engine)
    for pages in ((7, 8), (0, 0)):
        drawing = Drawing()
        write(drawing, ["一、总体情况", LONG * 14])
        drawing.pages, made = [], drawing.pages
        for page, number in zip(made, pages, strict=True):
            drawing.pages.append(page)
            drawing.text(280, 800, str(number), 10)
        found = texts(drawing, engine)
        assert (found == expected) == (pages == (7, 8))
        assert sum("0" in text.split() for text in found) == (2 if pages == (0, 0) else 0)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_row_of_figures_at_the_foot_of_a_page_is_kept(engine: str) -> None:
    """Without it, the last row of an unruled table could be taken for a page number."""
    drawing = Drawing()
    for page in range(2):
        if page:
            drawing.new_page()
        for row in range(12):
            drawing.text(100, 500 + 26 * row, "规章")
            drawing.text(300, 500 + 26 * row, "189")
            drawing.text(420, 500 + 26 * row, "189")
        drawing.text(300, 500 + 26 * 12, "189")
        drawing.text(420, 500 + 26 * 12, "189")
    assert sum(text.count("189") for text in texts(drawing, engine)) == 52


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_number_between_two_halves_of_a_table_parts_nothing(engine: str) -> None:
    """Without it, a table would fall in two at every page number."""
    drawing = Drawing()
    for page in range(2):
        if page:
            drawing.new_page()
        for x in (100, 200, 300):
            drawing.line(x, 80, x, 160)
        for y in (80, 120, 160):
            drawing.line(100, y, 300, y)
        for row in range(2):
            drawing.text(110, 105 + 40 * row, "规章")
            drawing.text(210, 105 + 40 * row, str(2 * page + row))
        drawing.text(280, 800, f"- {page + 1} -", 10)
    (table,) = read(drawing, engine).tables
    assert [cell.text for cell in table.cells] == ["规章", "0", "规章", "1", "规章", "2", "规章", "3"]
    assert [cell.place.page for cell in table.cells if cell.place] == [1, 1, 1, 1, 2, 2, 2, 2]


@pytest.mark.parametrize("engine", ENGINES)
def test_white_boxes_behind_lines_and_frames_round_text_are_no_tables(engine: str) -> None:
    """Without it, the narrative of a report would be read as a table of one column."""
    drawing = Drawing()
    drawing.raw("1 1 1 rg\n")
    for row in range(22):
        drawing.box(74, 80 + 26 * row, 518, 106 + 26 * row, "f")
    drawing.raw("0 0 0 rg\n")
    drawing.box(60, 60, 530, 790)
    write(drawing, ["一、总体情况", LONG * 2])
    assert texts(drawing, engine) == ["一、总体情况", LONG * 2]


@pytest.mark.parametrize("engine", ENGINES)
def test_prose_and_tables_keep_their_order(engine: str) -> None:
    """Without it, a table would stand under another section's heading."""
    drawing = Drawing()
    y = write(drawing, ["二、主动公开政府信息情况"])
    drawing.box(100, y, 200, y + 40)
    drawing.box(200, y, 300, y + 40)
    drawing.text(110, y + 25, "规章")
    drawing.text(210, y + 25, "5")
    write(drawing, ["三、收到和处理政府信息公开申请情况"], first=y + 80)
    assert texts(drawing, engine) == [
        "二、主动公开政府信息情况",
        "table",
        "三、收到和处理政府信息公开申请情况",
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_words_of_a_justified_line_are_not_torn(engine: str) -> None:
    """Without it, a line stretched to the margin would be full of spaces, or taken for a row of figures."""
    drawing = Drawing()
    x = LEFT
    for char in "号，邮编：，电话：，电子邮箱：":
        drawing.text(x, 100, char, SIZE)
        x += 1.75 * SIZE
    assert texts(drawing, engine) == ["号，邮编：，电话：，电子邮箱："]


@pytest.mark.parametrize("engine", ENGINES)
def test_letters_that_a_mark_puts_for_others_do_not_cut_a_paragraph(engine: str) -> None:
    """Browsers print some letters as others that look the same, and say in a mark what they are. PDFium gives of
    those the ink alone: a line between two of them was taken for small print, and cut its paragraph in two."""
    drawing = Drawing()
    room = int((RIGHT - LEFT) / SIZE)
    first, between = ("公众查询信息" * 9)[: room - 2], ("作机构逐步改进查询服务" * 5)[: room - 2]
    drawing.text(LEFT + 2 * SIZE, 100, first, SIZE)
    drawing.text(LEFT + SIZE, 100 + STEP, between, SIZE)
    for x in (LEFT, LEFT + (room - 1) * SIZE):
        drawing.raw("/Span <</ActualText <feff5de5>>> BDC\n")
        drawing.text(x, 100 + STEP, "\u2f2f", SIZE)
        drawing.raw("EMC\n")
    drawing.text(LEFT, 100 + 2 * STEP, "请及时告知。", SIZE)
    (text,) = texts(drawing, engine)
    assert text.replace("\u2f2f", "工") == f"{first}工{between}工请及时告知。"


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_without_rules_stay_lines_with_their_gaps(engine: str) -> None:
    """Without it, figures of an unruled table would be run together into a sentence."""
    drawing = Drawing()
    write(drawing, ["二、主动公开政府信息情况"])
    for row, words in enumerate(
        (["信息内容", "本年制发件数", "本年废止件数"], ["规章", "1", "2"], ["文件", "3", "4"])
    ):
        for column, word in enumerate(words):
            drawing.text(100 + 140 * column, 200 + 24 * row, word, 10)
    blocks = [block for block in read(drawing, engine).blocks if isinstance(block, Paragraph)]
    assert [block.text.split() for block in blocks if not block.whole] == [
        ["信息内容", "本年制发件数", "本年废止件数"],
        ["规章", "1", "2"],
        ["文件", "3", "4"],
    ]
    assert [block.text for block in blocks if block.whole] == ["二、主动公开政府信息情况"]
