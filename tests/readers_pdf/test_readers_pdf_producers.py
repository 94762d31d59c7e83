"""Files of real producers, whose figures are known: both engines read all of them, and see the same."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import gov_disclosure
from gov_disclosure.documents import Document, Table
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options

FIXTURES = Path(__file__).parent / "fixtures"
INDEX: dict[str, Any] = json.loads((FIXTURES / "index.json").read_text(encoding="utf-8"))
ENGINES = ("pdfium", "pdfminer")


def seen(document: Document) -> list[Any]:
    """What a document says, without where."""
    return [
        [(c.row, c.column, c.rowspan, c.colspan, c.text, c.doubt) for c in block.cells]
        if isinstance(block, Table)
        else (block.text, block.whole)
        for block in document.blocks
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", INDEX)
def test_every_figure_is_read(name: str, engine: str) -> None:
    """Without it, reports of that producer could be read wrongly, or be full of doubt."""
    reading = gov_disclosure.read(FIXTURES / f"{name}.pdf", engine=engine)
    truth = INDEX[name]
    assert reading.report.form == truth["form"]
    assert {path: reading.report[path] for path in truth["cells"]} == {
        path: None if value is None else Decimal(value) for path, value in truth["cells"].items()
    }
    assert not reading.unplaced
    assert reading.report.title == "示例区人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("name", INDEX)
def test_both_engines_see_the_same_document(name: str) -> None:
    """Without it, what a report says would depend on which packages are installed."""
    content = (FIXTURES / f"{name}.pdf").read_bytes()
    one, other = (PdfReader().read(content, Options(engine=engine)) for engine in ENGINES)
    assert seen(one) == seen(other)
    assert not any(cell.doubt for table in one.tables for cell in table.cells)
    for first, second in zip(one.tables, other.tables, strict=True):
        for here, there in zip(first.cells, second.cells, strict=True):
            assert here.place is not None
            assert there.place is not None
            assert here.place.page == there.place.page
            assert here.place.box == pytest.approx(there.place.box, abs=1.0)


@pytest.mark.parametrize("name", INDEX)
def test_fixtures_are_small(name: str) -> None:
    """Without it, the repository would grow by megabytes with every producer."""
    assert (FIXTURES / f"{name}.pdf").stat().st_size < 64 * 1024
