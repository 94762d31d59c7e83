"""What page breaks do inside tables, case by case: rows cut in two, labels cut in two, heads printed again."""

import attrs
import pytest

from gov_disclosure.documents import Table
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options
from pdf_drawing import Drawing

ENGINES = ("pdfium", "pdfminer")
XS = (80.0, 130.0, 200.0, 260.0, 320.0)


@attrs.frozen
class Piece:
    """One cell as drawn on one page: rows and columns on that page, lines of text, and where it is open."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    open: str = ""  # "t", "b" or both


def draw(*pages: list[Piece], xs: tuple[float, ...] = XS) -> Drawing:
    """Pages with the pieces of one table each, rows of thirty points."""
    drawing = Drawing()
    for number, pieces in enumerate(pages):
        if number:
            drawing.new_page()
        for piece in pieces:
            x0, x1 = xs[piece.column], xs[piece.column + piece.colspan]
            y0, y1 = 80 + 30.0 * piece.row, 80 + 30.0 * (piece.row + piece.rowspan)
            drawing.line(x0, y0, x0, y1)
            drawing.line(x1, y0, x1, y1)
            if "t" not in piece.open:
                drawing.line(x0, y0, x1, y0)
            if "b" not in piece.open:
                drawing.line(x0, y1, x1, y1)
            for index, line in enumerate(piece.text.split("|")):
                drawing.text(x0 + 3, y0 + 12 + 12 * index, line)
    return drawing


def rows(drawing: Drawing, engine: str) -> list[list[str]]:
    """The texts of the only table, by the row they start in."""
    document = PdfReader().read(drawing.finish(), Options(engine=engine))
    assert len(document.blocks) == 1
    (table,) = document.tables
    assert not any(cell.doubt for cell in table.cells)
    return texts(table)


def texts(table: Table) -> list[list[str]]:
    """The texts of a table, by the row they start in."""
    return [[cell.text for cell in row] for row in table.rows()]


def line(row: int, label: str, *figures: str, open_: str = "", columns: int = 4) -> list[Piece]:
    """A row: a label over two columns, and figures."""
    first = columns - len(figures)
    return [
        Piece(label, row, 0, 1, first, open_),
        *(Piece(figure, row, first + index, 1, 1, open_) for index, figure in enumerate(figures)),
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("figures_above", [True, False])
def test_a_row_cut_in_two_is_one_row(engine: str, figures_above: bool) -> None:
    """Without it, a cut row would become two: half a label without figures, and figures under half a label."""
    figures, none = ("1", "2"), ("", "")
    drawing = draw(
        [
            *line(0, "规章", "7", "8"),
            *line(1, "5.要求行政机关确认或重", *(figures if figures_above else none), open_="b"),
        ],
        [
            *line(0, "新出具已获取信息", *(none if figures_above else figures), open_="t"),
            *line(1, "（六）其他处理", "5", "6"),
        ],
    )
    assert rows(drawing, engine) == [
        ["规章", "7", "8"],
        ["5.要求行政机关确认或重新出具已获取信息", "1", "2"],
        ["（六）其他处理", "5", "6"],
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_empty_rest_of_a_row_is_no_row(engine: str) -> None:
    """Without it, a row whose text fits above the break would be followed by one that the form does not have."""
    drawing = draw(
        [*line(0, "规章", "7", "8"), *line(1, "行政规范性文件", "1", "2", open_="b")],
        [*line(0, "", "", "", open_="t"), *line(1, "行政许可", "5", "6")],
    )
    assert rows(drawing, engine) == [["规章", "7", "8"], ["行政规范性文件", "1", "2"], ["行政许可", "5", "6"]]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("edge", ["bt", "b", "t", ""])
def test_whole_rows_on_both_sides_stay_two_rows(engine: str, edge: str) -> None:
    """Without it, figures of two rows would be run together: 1 above 5 would be read as 15."""
    drawing = draw(
        line(0, "行政许可", "1", "2", open_="b" if "b" in edge else ""),
        line(0, "行政处罚", "5", "6", open_="t" if "t" in edge else ""),
    )
    assert rows(drawing, engine) == [["行政许可", "1", "2"], ["行政处罚", "5", "6"]]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("edge", ["open", "closed"])
def test_blank_figures_below_a_break_are_not_swallowed(engine: str, edge: str) -> None:
    """Without it, blank cells at the top of a page would vanish into the row above."""
    below, above = ("b", "t") if edge == "open" else ("", "")
    drawing = draw(
        line(0, "行政许可", "1", "2", open_=below),
        [*line(0, "行政处罚", "", "", open_=above), *line(1, "行政强制", "", "3")],
    )
    assert rows(drawing, engine) == [["行政许可", "1", "2"], ["行政处罚", "", ""], ["行政强制", "", "3"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_group_label_cut_in_two_is_one_label(engine: str) -> None:
    """Without it, （四）无 and 法提供 would be two groups, and the rows of the second would have no place."""
    drawing = draw(
        [
            Piece("（四）|无", 0, 0, 2, 1, "b"),
            Piece("1.本机关不掌|握", 0, 1),
            Piece("10", 0, 2),
            Piece("0", 0, 3),
            Piece("2.没有现成信|息", 1, 1, 1, 1, "b"),
            Piece("3", 1, 2, 1, 1, "b"),
            Piece("1", 1, 3, 1, 1, "b"),
        ],
        [
            Piece("法提供", 0, 0, 1, 1, "t"),
            Piece("3.补正后", 0, 1),
            Piece("5", 0, 2),
            Piece("4", 0, 3),
        ],
        xs=(80.0, 114.0, 184.0, 260.0, 320.0),
    )
    assert rows(drawing, engine) == [
        ["（四）无法提供", "1.本机关不掌握", "10", "0"],
        ["2.没有现成信息", "3", "1"],
        ["3.补正后", "5", "4"],
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_head_printed_again_is_left_out(engine: str) -> None:
    """Without it, the words of a repeated head would stand among the figures."""
    head = [
        Piece("信息内容", 0, 0, 2, 2),
        Piece("本年", 0, 2, 1, 2),
        Piece("制发件", 1, 2),
        Piece("废止件", 1, 3),
    ]
    drawing = draw([*head, *line(2, "规章", "1", "2")], [*head, *line(2, "文件", "3", "4")])
    assert rows(drawing, engine) == [
        ["信息内容", "本年"],
        ["制发件", "废止件"],
        ["规章", "1", "2"],
        ["文件", "3", "4"],
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_of_other_columns_are_not_joined(engine: str) -> None:
    """Without it, two statutory tables with nothing but a page break between them would become one."""
    drawing = draw(line(0, "规章", "1", "2"))
    drawing.new_page()
    for x in (80, 95, 150, 230, 290, 320):
        drawing.line(x, 80, x, 110)
    for y in (80, 110):
        drawing.line(80, y, 320, y)
    drawing.text(100, 100, "21")
    document = PdfReader().read(drawing.finish(), Options(engine=engine))
    assert [texts(table) for table in document.tables] == [[["规章", "1", "2"]], [["", "21", "", "", ""]]]


@pytest.mark.parametrize("engine", ENGINES)
def test_text_between_two_tables_keeps_them_apart(engine: str) -> None:
    """Without it, tables of two sections would become one where both have the same columns."""
    drawing = draw(line(0, "规章", "1", "2"))
    drawing.text(100, 200, "三、收到和处理政府信息公开申请情况", 14)
    drawing.new_page()
    for x in (80, 200, 260, 320):
        drawing.line(x, 80, x, 110)
    for y in (80, 110):
        drawing.line(80, y, 320, y)
    drawing.text(210, 100, "21")
    document = PdfReader().read(drawing.finish(), Options(engine=engine))
    assert [texts(table) for table in document.tables] == [[["规章", "1", "2"]], [["", "21", ""]]]
