"""A table of the form, in any manner of drawing, broken over pages at any row, reads back exactly."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gov_disclosure.documents import Document, Table
from gov_disclosure.model.layout import layout
from gov_disclosure.model.printed_table import PrintedTable
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options
from gov_disclosure.testing import reports
from pdf_drawing import FRAMES, PEN_STYLES, SIDEWAYS, Drawing, Frame, PenStyle
from pdf_tables import LEFT, TOP, BreakEdge, DrawnTable, draw_table

ENGINES = ("pdfium", "pdfminer")


def read(content: bytes, engine: str) -> Document:
    """The document, by one engine."""
    return PdfReader().read(content, Options(engine=engine))


def cells_of(table: Table) -> list[tuple[Any, ...]]:
    """What a table says, without where."""
    return [(c.row, c.column, c.rowspan, c.colspan, c.text) for c in table.cells]


def printed_cells(table: PrintedTable) -> list[tuple[Any, ...]]:
    """The same of the table as it was to be drawn."""
    cells = [(c.row, c.column, c.rowspan, c.colspan, c.text.replace("\n", "")) for c in table.cells]
    return sorted(cells)


def drawn(table: PrintedTable, **how: Any) -> DrawnTable:
    """The table with the manner in which to draw it."""
    return DrawnTable(
        cells=table.cells,
        rows=table.rows,
        widths=tuple(map(float, table.widths)),
        vertical=frozenset(cell.text for cell in table.cells if cell.vertical),
        **how,
    )


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("style", PEN_STYLES)
def test_every_manner_of_drawing_rules_gives_the_same_cells(engine: str, style: PenStyle) -> None:
    """Without it, reports of one producer or another would lose their cells."""
    for table in layout("2021"):
        drawing = Drawing()
        draw_table(drawing, drawn(table), style)
        document = read(drawing.finish(), engine)
        assert [cells_of(found) for found in document.tables] == [printed_cells(table)]
        assert not any(cell.doubt for cell in document.tables[0].cells)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("frame", FRAMES)
def test_every_way_of_holding_a_page_gives_the_same_cells_in_the_same_places(
    engine: str, frame: Frame
) -> None:
    """Without it, turned, scaled or cropped pages would be read sideways, or evidence would point elsewhere."""
    table = layout("2019")[0]
    places = []
    for here in ("direct", frame):
        drawing = Drawing(here)
        draw_table(drawing, drawn(table), "lines")
        document = read(drawing.finish(), engine)
        assert [cells_of(found) for found in document.tables] == [printed_cells(table)]
        places.append([cell.place.box for cell in document.tables[0].cells if cell.place and cell.place.box])
    for one, other in zip(*places, strict=True):
        assert one == pytest.approx(other, abs=1.0)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("frame", SIDEWAYS)
def test_pages_whose_text_lies_on_its_side_are_read_upright(engine: str, frame: Frame) -> None:
    """Without it, wide tables set sideways on the page would be lost, and evidence would point elsewhere."""
    table = layout("2021")[2]
    drawing = Drawing(frame)
    drawing.text(300, 60, "四、政府信息公开行政复议、行政诉讼情况", 14)
    bottom = draw_table(drawing, drawn(table), "lines")
    document = read(drawing.finish(), engine)
    assert [cells_of(found) for found in document.tables] == [printed_cells(table)]
    assert [paragraph.text for paragraph in document.paragraphs] == ["四、政府信息公开行政复议、行政诉讼情况"]
    corner = document.tables[0].cells[0].place
    assert corner is not None
    assert corner.box is not None
    expected = {
        "sideways90": (842 - TOP, LEFT),
        "sideways180": (595 - LEFT, 842 - TOP),
        "sideways270": (TOP, 595 - LEFT),
    }[frame]
    reached = [(x, y) for x in corner.box[::2] for y in corner.box[1::2]]
    assert any((x, y) == pytest.approx(expected, abs=1) for x, y in reached), bottom


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("style", ["thin", "double", "dashed"])
def test_pages_measured_in_pixels_are_read_as_well(engine: str, style: PenStyle) -> None:
    """Without it, rules of files whose pages are far larger than paper would be taken for areas."""
    table = layout("2021")[0]
    drawing = Drawing("enlarged")
    draw_table(drawing, drawn(table), style)
    document = read(drawing.finish(), engine)
    assert [cells_of(found) for found in document.tables] == [printed_cells(table)]


@st.composite
def broken_tables(draw: st.DrawFn) -> tuple[PrintedTable, DrawnTable, PenStyle, Frame]:
    """A statutory table with figures, and a manner of drawing and breaking it."""
    report: AnnualReport = draw(reports(narrative=False))
    tables = layout(report)
    table = draw(st.sampled_from(tables))
    breaks = draw(st.sets(st.integers(1, table.rows - 1), max_size=3))
    edge: BreakEdge = draw(st.sampled_from(("open", "closed", "open below", "open above")))
    again = draw(st.booleans())
    head = table.head_rows if again and all(at >= table.head_rows for at in breaks) else 0
    return (
        table,
        drawn(
            table,
            breaks=tuple(sorted(breaks)),
            edge=edge,
            head_rows=head,
            label=draw(st.sampled_from(("before", "cut"))),
        ),
        draw(st.sampled_from(PEN_STYLES)),
        draw(st.sampled_from(FRAMES)),
    )


@given(broken_tables())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_a_broken_table_reads_back_exactly(case: tuple[PrintedTable, DrawnTable, PenStyle, Frame]) -> None:
    """Without it, a page break could lose a row, move a figure to another row, or tear a label."""
    table, how, style, frame = case
    drawing = Drawing(frame)
    draw_table(drawing, how, style)
    content = drawing.finish()
    read_by = [read(content, engine) for engine in ENGINES]
    for document in read_by:
        assert [cells_of(found) for found in document.tables] == [printed_cells(table)]
    one, other = ([(cell.text, cell.doubt) for cell in document.tables[0].cells] for document in read_by)
    assert one == other
