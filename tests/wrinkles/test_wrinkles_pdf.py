"""What PDFs show, beyond the tests of their reader: docs/wrinkles.md, J114 to J126."""

import pytest

import gov_disclosure
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading import Reading
from pdf_drawing import Drawing
from small_reports import HEADING, Written, applicants, bands, grid, read_lines, read_page

FIGURES = ("1", "2", "3", "4", "5", "6", "21")
NUMBERS = [1, 2, 3, 4, 5, 6, 21]
NAMES = ("natural_person", "business", "research", "public_interest", "legal_services", "other", "total")
RECEIVED = "一、本年新收政府信息公开申请数量"
RESULTS = "applications.results"


def table(*rows: list[Written]) -> Reading:
    """A page with these rows of results."""
    return read_page(
        HEADING["applications"], grid(applicants([(RECEIVED, 3), *FIGURES], *rows)), HEADING["challenges"]
    )


def values(reading: Reading, path: str) -> list[object]:
    """The values of a row of results."""
    return [reading.report[f"{RESULTS}.{path}.{name}"] for name in NAMES]


@pytest.mark.parametrize("engine", ["pdfium", "pdfminer"])
def test_clipping_to_the_cell(engine: str) -> None:
    """J119: one producer clips each cell's text to the cell: no rules of their own, no text lost."""
    drawing = Drawing()
    for x in (100.0, 200.0, 300.0):
        drawing.line(x, 100, x, 160)
    for y in (100.0, 130.0, 160.0):
        drawing.line(100, y, 300, y)
    for number, (x, y) in enumerate([(100.0, 100.0), (200.0, 100.0), (100.0, 130.0), (200.0, 130.0)]):
        drawing.raw("q")
        drawing.box(x, y, x + 100, y + 30, paint="W n")
        drawing.text(x + 20, y + 10, f"{number}7")
        drawing.raw("Q")
    (table,) = PdfReader().read(drawing.finish(), Options(engine=engine)).tables
    assert [cell.text for cell in table.cells] == ["07", "17", "27", "37"]
    assert not any(cell.doubt for cell in table.cells)


@pytest.mark.parametrize(("label", "known"), [("2.其他行政法规禁止公开", True), ("2.其他公开", False)])
def test_a_label_that_lost_its_middle(label: str, known: bool) -> None:
    """J120: what is left holds another row's word (其他): the row that number and neighbours say, or aside."""
    reading = table(
        [("三、本年度办理结果", 1, 3), ("（三）不予公开", 1, 3), "1.属于国家秘密", *FIGURES],
        [label, "7", "0", "0", "0", "0", "0", "7"],
        ["3.危及“三安全一稳定”", *("0",) * 7],
    )
    path = "denied.prohibited_by_law"
    assert values(reading, path) == ([7, 0, 0, 0, 0, 0, 7] if known else [None] * 7)
    assert ("fuzzy-label" in reading.evidence[f"{RESULTS}.{path}.total"].flags) is known
    assert len(reading.unplaced) == (0 if known else 7)
    for other in ("other_handling.all", "other_handling.miscellaneous"):
        assert values(reading, other) == [None] * 7


@pytest.mark.parametrize("label", ["", "（六）其他处理"])
def test_other_handling_as_one_row_of_the_newer_form(label: str) -> None:
    """J123: （六）其他处理 with its sub-label cell empty is the single row, not the first of three."""
    rows: list[list[Written]] = [
        ["三、本年度办理结果", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息", *("0",) * 7],
        ["", "（六）其他处理", label, *FIGURES],
        ["", ("（七）总计", 2), *FIGURES],
    ]
    reading = table(*rows)
    assert values(reading, "other_handling.all") == NUMBERS
    assert values(reading, "other_handling.uncorrected") == [None] * 7
    assert values(reading, "total") == NUMBERS


def test_a_total_left_at_nought() -> None:
    """J124: 10, 1, 0, 0 and a total of 0: as printed, with an error finding."""
    figures = ["10", "1", "0", "0", "0", *("0",) * 10]
    reading = read_page(HEADING["challenges"], grid(bands(figures)), title=TITLE)
    assert reading.report["challenges.reconsideration.total"] == 0
    found = [finding for finding in gov_disclosure.check(reading) if finding.check == "F1"]
    assert [(finding.expected, finding.actual) for finding in found] == [(11, 0)]


TITLE = "示例市人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("number", ["- 3 -", "-3-", "— 3 —", "第3页", "3/9"])
def test_a_page_number_between_two_rows(number: str) -> None:
    """J125: the page's number is no figure of the row above or below it."""
    rows = ("二、上年结转政府信息公开申请数量", *("0",) * 7, "四、结转下年度继续办理", *("0",) * 7)
    reading = read_lines(HEADING["applications"], "申请人情况", RECEIVED, *FIGURES, number, *rows)
    assert [reading.report[f"applications.received.{name}"] for name in NAMES] == NUMBERS
    assert [reading.report[f"applications.carried_over.{name}"] for name in NAMES] == [0] * 7
    assert reading.unplaced == ()
