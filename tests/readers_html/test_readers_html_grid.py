"""Where cells stand: the table algorithm, with spans as they should be and as they are (wrinkles 42 to 46)."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.reading import Limits, TooLarge
from html_pages import only_table, read_html, rows_of

Spot = tuple[int, int, int, int]  # row, column, rowspan, colspan


@st.composite
def grids(draw: st.DrawFn) -> tuple[int, int, list[Spot]]:
    """A grid cut into rectangles: rows, columns, and the rectangles in reading order."""
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(2, 7))
    taken: set[tuple[int, int]] = set()
    spots: list[Spot] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            widest = 1
            while column + widest < columns and (row, column + widest) not in taken:
                widest += 1
            colspan = draw(st.integers(1, widest))
            rowspan = draw(st.integers(1, rows - row))
            spots.append((row, column, rowspan, colspan))
            taken |= {(row + down, column + right) for down in range(rowspan) for right in range(colspan)}
    return rows, columns, spots


def written(spots: list[Spot], rows: int, end_tags: bool, body: bool, quotes: str) -> str:
    """The grid as HTML; a cell's text is its number."""
    lines = []
    for row in range(rows):
        cells = []
        for number, (top, _, rowspan, colspan) in enumerate(spots):
            if top != row:
                continue
            spans = f" rowspan={quotes}{rowspan}{quotes}" if rowspan > 1 else ""
            spans += f" colspan={quotes}{colspan}{quotes}" if colspan > 1 else ""
            cells.append(f"<td{spans}>第{number}格" + ("</td>" if end_tags else ""))
        lines.append("<tr>" + "".join(cells) + ("</tr>" if end_tags else ""))
    inner = "\n".join(lines)
    return f"<table>{f'<tbody>{inner}</tbody>' if body else inner}</table>"


@given(grids(), st.booleans(), st.booleans(), st.sampled_from(["", '"', "'"]))
def test_a_grid_is_read_back_as_it_was(
    grid: tuple[int, int, list[Spot]], end_tags: bool, body: bool, quotes: str
) -> None:
    """A figure in the wrong column is a wrong figure."""
    rows, _, spots = grid
    document = read_html(written(spots, rows, end_tags, body, quotes))
    if all(sum(top == row for top, *_ in spots) < 2 for row in range(rows)):
        assert [paragraph.text for paragraph in document.paragraphs] == [
            f"第{n}格" for n in range(len(spots))
        ]
        return
    (table,) = document.tables
    assert [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells] == spots
    assert [cell.text for cell in table.cells] == [f"第{n}格" for n in range(len(spots))]


@settings(max_examples=25)
@given(grids())
def test_pandas_sees_the_same_grid(grid: tuple[int, int, list[Spot]]) -> None:
    """Other people's reading of the same table, slot by slot."""
    pandas = pytest.importorskip("pandas")
    rows, columns, spots = grid
    page = written(spots, rows, end_tags=True, body=True, quotes='"')
    document = read_html(page)
    if not document.tables:
        return
    (frame,) = pandas.read_html(io.StringIO(page), header=None)
    expected = [[""] * columns for _ in range(rows)]
    for cell in document.tables[0].cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                expected[row][column] = cell.text
    assert frame.values.tolist() == expected


def test_cells_taken_by_a_rowspan_are_skipped() -> None:
    """The second row of a block starts in its second column."""
    table = only_table("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>")
    assert [(cell.text, cell.row, cell.column) for cell in table.cells] == [
        ("a", 0, 0),
        ("b", 0, 1),
        ("c", 1, 1),
    ]


def test_wrong_span_arithmetic_keeps_the_order_of_cells() -> None:
    """Heads and figures that span differently can still be told by their order (wrinkle 42)."""
    table = only_table(
        "<table><tr><td>信息内容</td><td>上一年项目数量</td><td colspan=2>本年增/减</td><td>处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td colspan=2>0</td><td>1</td><td>2</td></tr></table>"
    )
    assert rows_of(table)[1] == ["行政许可", "0", "1", "2"]
    assert [cell.column for cell in table.rows()[1]] == [0, 1, 3, 4]


SPANS = [
    ("rowspan=0", 3),
    ("rowspan=99", 3),
    ("rowspan=65536", 3),
    ("rowspan=-1", 1),
    ("rowspan=x", 1),
    ("rowspan", 1),
    ('rowspan="2px"', 2),
    ('rowspan=" 2 "', 2),
    ('rowspan="+2"', 2),
    ('rowspan="2.9"', 2),
]


@pytest.mark.parametrize(("written_span", "rows"), SPANS)
def test_odd_rowspans(written_span: str, rows: int) -> None:
    """Spans are taken as browsers take them, so that a reader sees the same table as the writer did."""
    table = only_table(
        f"<table><tr><td {written_span}>a</td><td>b</td></tr>{'<tr><td>c</td><td>d</td></tr>' * 2}"
    )
    assert table.cells[0].rowspan == rows
    assert table.row_count == 3


@pytest.mark.parametrize("written_span", ["colspan=1000000", "colspan=100000000000000000000"])
def test_an_absurd_colspan_reaches_to_the_edge(written_span: str) -> None:
    """A title over a million columns must neither hang the reader nor widen the table."""
    table = only_table(f"<table><tr><td {written_span}>a</td></tr><tr><td>b</td><td>c</td></tr></table>")
    assert (table.cells[0].colspan, table.column_count) == (2, 2)


@pytest.mark.parametrize("written_span", ["colspan=0", "colspan=-3", "colspan=abc"])
def test_an_impossible_colspan_is_one(written_span: str) -> None:
    """As browsers take it."""
    table = only_table(f"<table><tr><td {written_span}>a</td><td>b</td></tr></table>")
    assert [cell.column for cell in table.cells] == [0, 1]


def test_absurd_colspans_beside_one_another_do_not_overlap() -> None:
    """A label that reached over the figures behind it would be taken for theirs."""
    table = only_table(
        "<table><tr><td colspan=1000>a</td><td colspan=500>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>"
    )
    first, second, third = table.rows()[0]
    assert first.column + first.colspan == second.column
    assert second.column + second.colspan == third.column


def test_rowspans_end_with_their_row_group() -> None:
    """A head that claims too many rows must not push the first row of figures aside."""
    table = only_table(
        "<table><thead><tr><th rowspan=5>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></table>"
    )
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_the_foot_stands_below() -> None:
    """A total row written before the body is shown below it."""
    table = only_table(
        "<table><tfoot><tr><td>总计</td><td>3</td></tr></tfoot><tr><td>a</td><td>1</td></tr></table>"
    )
    assert rows_of(table) == [["a", "1"], ["总计", "3"]]


def test_empty_rows_count_as_rows() -> None:
    """Row numbers in evidence are those of the page."""
    table = only_table("<table><tr><td>a</td><td>b</td></tr><tr></tr><tr><td>c</td><td>d</td></tr></table>")
    assert [cell.row for cell in table.cells] == [0, 0, 2, 2]


def test_unclosed_and_misplaced_tags() -> None:
    """Hand-written pages forget end tags; browsers know what was meant."""
    page = (
        "<table><tr><td>规章<td>0<td>1<tr><td>规范性文件</td><td><p>2<td><b>3</tr>"
        "<form><tr><td>行政许可</td><td>4</td></form><td>5</td></tr></table></td></tr>"
    )
    assert rows_of(only_table(page)) == [["规章", "0", "1"], ["规范性文件", "2", "3"], ["行政许可", "4", "5"]]


def test_a_table_in_an_open_paragraph_with_misplaced_ones_is_a_table() -> None:
    """Without a doctype, a paragraph may hold a table: its cells must not run together into a line of text."""
    page = "<p>报告<table><p>甲</p><p>乙</p><tr><td>规章<td>7</table>"
    assert rows_of(only_table(page)) == [["规章", "7"]]
    assert [paragraph.text for paragraph in read_html(page).paragraphs] == ["报告", "甲", "乙"]


def test_hidden_rows_and_cells_take_no_place() -> None:
    """A hidden column would shift every figure behind it."""
    table = only_table(
        "<style>.gone { color: red; display:none } @media print { .shown { display: none } }</style>"
        "<table><tr style='display:none'><td>x</td><td>y</td></tr>"
        "<tr><td>规章</td><td class=gone>9</td><td class=shown>0</td><td hidden>8</td><td>1</td></tr></table>"
    )
    assert [(cell.text, cell.row, cell.column) for cell in table.cells] == [
        ("规章", 0, 0),
        ("0", 0, 1),
        ("1", 0, 2),
    ]


def test_too_many_cells_are_refused() -> None:
    """The limit on cells holds for pages."""
    page = "<table>" + "<tr><td>0</td><td>1</td></tr>" * 60 + "</table>"
    with pytest.raises(TooLarge):
        read_html(page, Limits(max_cells=100))
