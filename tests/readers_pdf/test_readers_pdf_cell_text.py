"""What stands in a cell, whichever way it is set; and where it is not sure, that it says so."""

import pytest

from gov_disclosure.documents import Cell, Document
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options
from pdf_drawing import FRAMES, Drawing, Frame

ENGINES = ("pdfium", "pdfminer")
X0, X1, X2, TOP, BOTTOM = 100.0, 150.0, 400.0, 100.0, 260.0
LABEL = "三、本年度办理结果"


def two_cells(frame: Frame = "direct", **how: bool) -> Drawing:
    """A table of two cells: a narrow one and a wide one."""
    drawing = Drawing(frame, **how)
    for x in (X0, X1, X2):
        drawing.line(x, TOP, x, BOTTOM)
    for y in (TOP, BOTTOM):
        drawing.line(X0, y, X2, y)
    return drawing


def read(drawing: Drawing, engine: str) -> Document:
    """The document by one engine."""
    return PdfReader().read(drawing.finish(), Options(engine=engine))


def cells(drawing: Drawing, engine: str) -> tuple[Cell, ...]:
    """The cells of its one table."""
    (table,) = read(drawing, engine).tables
    return table.cells


def texts(drawing: Drawing, engine: str) -> list[str]:
    """Their texts, none of them in doubt."""
    found = cells(drawing, engine)
    assert not any(cell.doubt for cell in found)
    return [cell.text for cell in found]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("way", ["column", "vertical font", 90, 270])
def test_a_label_set_down_the_rows_reads_in_order(engine: str, frame: Frame, way: str | int) -> None:
    """Without it, 三、本年度办理结果 would be rubbish in every report that sets it vertically."""
    drawing = two_cells(frame)
    if way == "column":
        for index, char in enumerate(LABEL):
            drawing.text(120, 115 + 12 * index, char)
    elif way == "vertical font":
        drawing.text(125, 110, LABEL, 10, vertical=True)
    elif way == 90:
        drawing.text(120, 110, LABEL, turn=90)
    elif way == 270:
        drawing.text(130, 250, LABEL, turn=270)
    drawing.text(200, 150, "0")
    assert texts(drawing, engine) == [LABEL, "0"]


@pytest.mark.parametrize("engine", ENGINES)
def test_vertical_text_in_two_columns_reads_as_it_is_painted(engine: str) -> None:
    """Without it, a long vertical label would come out with its columns mixed."""
    drawing = two_cells()
    for index, char in enumerate("三、本年度"):
        drawing.text(132, 115 + 12 * index, char)
    for index, char in enumerate("办理结果"):
        drawing.text(112, 115 + 12 * index, char)
    drawing.text(200, 150, "0")
    assert texts(drawing, engine) == [LABEL, "0"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_figure_wrapped_by_a_narrow_column_is_one_figure(engine: str) -> None:
    """Without it, 12 printed as 1 above 2 would be lost."""
    drawing = Drawing()
    for x in (100.0, 116.0, 300.0):
        drawing.line(x, TOP, x, BOTTOM)
    for y in (TOP, BOTTOM):
        drawing.line(100, y, 300, y)
    drawing.text(105, 150, "1")
    drawing.text(105, 163, "2")
    drawing.text(200, 150, "7730.28")
    assert texts(drawing, engine) == ["12", "7730.28"]


@pytest.mark.parametrize("engine", ENGINES)
def test_two_figures_in_one_cell_are_not_passed_off_as_one(engine: str) -> None:
    """Without it, a rule that was not seen would turn 1 and 2 into 12."""
    drawing = two_cells()
    drawing.text(200, 150, "1")
    drawing.text(200, 163, "2")
    _, cell = cells(drawing, engine)
    assert (cell.text, cell.doubt) == ("1\n2", True)
    drawing = two_cells()
    drawing.text(200, 150, "1")
    drawing.text(260, 150, "2")
    _, cell = cells(drawing, engine)
    assert (cell.text, cell.doubt) == ("1 2", True)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("lift", [-3.0, 2.0, 6.0])
def test_a_decimal_point_on_a_baseline_of_its_own_stays_in_its_figure(engine: str, lift: float) -> None:
    """Without it, 96171.6 would be read as 961716."""
    drawing = two_cells()
    drawing.text(200, 150, "96171", 10)
    drawing.text(225, 150 - lift, ".", 10)
    drawing.text(230, 150, "6", 10)
    assert texts(drawing, engine)[1] == "96171.6"


@pytest.mark.parametrize("engine", ENGINES)
def test_text_painted_twice_for_boldness_is_read_once(engine: str) -> None:
    """Without it, a bold 21 would be 2211."""
    drawing = two_cells()
    for shift in (0.0, 0.3, 0.6):
        drawing.text(200 + shift, 150, "21")
        drawing.text(110 + shift, 150, "总计")
    assert texts(drawing, engine) == ["总计", "21"]
    drawing = two_cells()
    drawing.text(200, 150, "2200")
    assert texts(drawing, engine) == ["", "2200"]


@pytest.mark.parametrize("engine", ENGINES)
def test_different_text_painted_over_each_other_is_in_doubt(engine: str) -> None:
    """Without it, a figure struck over another would be read as some mixture of both."""
    drawing = two_cells()
    drawing.text(200, 150, "21")
    drawing.text(201, 150, "34")
    assert cells(drawing, engine)[1].doubt


@pytest.mark.parametrize("engine", ENGINES)
def test_a_figure_that_runs_over_its_cell_is_in_doubt(engine: str) -> None:
    """Without it, the last digits of a wide figure would be read as the next column's."""
    drawing = two_cells()
    drawing.text(125, 150, "1234567890")
    found = cells(drawing, engine)
    assert [cell.doubt for cell in found] == [True, True]


@pytest.mark.parametrize("engine", ENGINES)
def test_characters_that_the_font_does_not_name_are_in_doubt(engine: str) -> None:
    """Without it, the codes of a font without a character map would be read as if they were characters."""
    for figure in ("2", "21", "4096"):
        drawing = two_cells(mapped=False)
        drawing.text(200, 150, figure)
        (table,) = read(drawing, engine).tables
        assert [(cell.text, cell.doubt) for cell in table.cells] == [
            ("", False),
            ("\ufffd" * len(figure), True),
        ]
    drawing = two_cells(mapped=False)
    drawing.text(200, 150, "21")
    document = read(drawing, engine)
    assert [(cell.text, cell.doubt) for cell in document.tables[0].cells] == [
        ("", False),
        ("\ufffd\ufffd", True),
    ]
    assert [notice.code for notice in document.notices] == ["unmapped-text"]


@pytest.mark.parametrize("engine", ENGINES)
def test_invisible_text_is_in_doubt(engine: str) -> None:
    """Without it, what text recognition left behind a scan would pass for printed text."""
    drawing = two_cells()
    drawing.picture(0, 0, 595, 842)
    drawing.text(200, 150, "21", mode=3)
    drawing.text(110, 700, "总体情况", mode=3)
    document = read(drawing, engine)
    assert [(cell.text, cell.doubt) for cell in document.tables[0].cells] == [("", False), ("21", True)]
    assert [(paragraph.text, paragraph.doubt) for paragraph in document.paragraphs] == [("总体情况", True)]
    assert [notice.code for notice in document.notices] == ["hidden-text"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_figure_drawn_as_a_picture_or_path_is_no_blank(engine: str) -> None:
    """Without it, a figure pasted as a picture or drawn as outlines would be read as a blank cell."""
    drawing = two_cells()
    drawing.text(110, 150, "规章")
    drawing.picture(200, 150, 220, 165)
    assert [cell.doubt for cell in cells(drawing, engine)] == [False, True]
    drawing = two_cells()
    drawing.text(110, 150, "规章")
    drawing.raw("210 600 m 215 610 225 610 230 600 c 225 590 215 590 210 600 c f\n")
    assert [cell.doubt for cell in cells(drawing, engine)] == [False, True]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_watermark_is_no_part_of_the_cells_it_covers(engine: str) -> None:
    """Without it, the letters of a watermark would stand among the figures."""
    drawing = two_cells()
    drawing.text(200, 150, "21")
    drawing.text(110, 110, "示例区人民政府", 30, turn=45)
    drawing.text(110, 250, "示例区人民政府", 30, turn=315)
    assert texts(drawing, engine) == ["", "21"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["商业", "企业"], "商业企业"),
        (["本年收费金额", "（单位：万元）"], "本年收费金额（单位：万元）"),
        (["Example", "District"], "Example District"),
        (["-"], "-"),
        (["—"], "—"),
        (["/"], "/"),
        (["－12"], "－12"),
        (["减17"], "减17"),
        (["3.危及“三安全", "一稳定”"], "3.危及“三安全一稳定”"),
    ],
)
def test_lines_of_a_cell_are_joined(engine: str, printed: list[str], expected: str) -> None:
    """Without it, labels would be torn where their cells are narrow, and dashes lost."""
    drawing = two_cells()
    for index, line in enumerate(printed):
        drawing.text(200, 150 + 14 * index, line)
    assert texts(drawing, engine)[1] == expected


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("flags", [4, 2])
def test_figures_typed_into_form_fields_are_read(engine: str, flags: int) -> None:
    """Without it, a report filled in as a form would be read as blank; but what is hidden is not printed."""
    drawing = two_cells()
    drawing.text(110, 150, "规章")
    drawing.extra_objects += [
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (figure) /V (21) /Rect [200 680 240 700] /F %d "
        b"/AP << /N %%SECOND%% 0 R >> >>" % flags,
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 80 40] /Resources << /Font << /Helv << /Type /Font "
        b"/Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length 40 >>\nstream\n"
        b"BT /Helv 20 Tf 1 0 0 1 4 8 Tm (21) Tj ET  \nendstream",
    ]
    drawing.annotations = "/Annots [%FIRST% 0 R]"
    content = drawing.finish()
    (table,) = PdfReader().read(content, Options(engine=engine)).tables
    assert [(cell.text, cell.doubt) for cell in table.cells] == [
        ("规章", False),
        ("21" if flags == 4 else "", False),
    ]
