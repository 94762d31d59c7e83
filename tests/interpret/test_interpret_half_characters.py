"""Half characters in what a reader hands over: replaced and said, so that what was read can be written."""

from pathlib import Path

import attrs
import pytest

import gov_disclosure
from gov_disclosure.documents import Cell, Document, Meta, Paragraph, Table
from gov_disclosure.interpret import interpret
from gov_disclosure.interpret.half_characters import without_half_characters
from gov_disclosure.readers import Options, pick_reader

DOCUMENT = Document(
    blocks=(
        Paragraph(text="示例区人民政府"),
        Table(cells=(Cell(text="规章", row=0, column=0), Cell(text="3", row=0, column=1))),
    ),
    metadata=(Meta(name="title", value="年度报告"),),
)


def test_a_sound_document_is_left_alone() -> None:
    """Every document passes here; one that is sound must come through as it is."""
    assert without_half_characters(DOCUMENT) is DOCUMENT


@pytest.mark.parametrize("half", ["\ud842", "\udfb7\ud842"])
def test_half_characters_are_replaced_and_said(half: str) -> None:
    """What cannot be encoded could be read and never be saved, and nobody would know why."""
    paragraph, table = DOCUMENT.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    cells = (attrs.evolve(table.cells[0], text=f"规{half}章"), table.cells[1])
    torn = Document(
        blocks=(attrs.evolve(paragraph, text=f"示{half}例"), attrs.evolve(table, cells=cells)),
        metadata=(Meta(name="title", value=half),),
    )
    found = without_half_characters(torn)
    mark = "\ufffd" * len(half)
    assert list(found.walk_text()) == [f"示{mark}例", f"规{mark}章", "3"]
    assert found.metadata[0].value == mark
    (said,) = found.notices
    assert (said.code, said.params["count"]) == ("encoding-repaired", 3 * len(half))


def test_two_halves_that_meet_are_a_character() -> None:
    """Rare characters in names of places come in halves from some programs, and are whole after all."""
    found = without_half_characters(Document(blocks=(Paragraph(text="\ud842\udfb7人民政府"),)))
    assert list(found.walk_text()) == ["𠮷人民政府"]
    assert found.notices == ()


def test_a_report_with_half_a_character_can_be_written_again() -> None:
    """A report that was read has to be one that can be kept."""
    content = (Path(__file__).parents[2] / "examples" / "example-district-2020.txt").read_bytes()
    document = pick_reader(content, None, None).read(content, Options())
    blocks = tuple(
        attrs.evolve(block, text=block.text.replace("示例", "示\ud842例"))
        if isinstance(block, Paragraph)
        else block
        for block in document.blocks
    )
    (reading,) = interpret(attrs.evolve(document, blocks=blocks))
    assert "encoding-repaired" in {notice.code for notice in reading.notices}
    assert gov_disclosure.loads_reading(gov_disclosure.dumps(reading)) == reading
