"""Looking at a page: what each step made of it, and a picture of it."""

import io
from pathlib import Path

import pytest

from gov_disclosure.readers.pdf import inspect_page, page_layout
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading import Encrypted, MissingExtra, NoSuchPage

FIXTURE = Path(__file__).parent / "fixtures" / "fpdf.pdf"
ENGINES = ("pdfium", "pdfminer")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_step_of_a_page_can_be_looked_at(engine: str) -> None:
    """Without it, a wrong cell could not be traced to the step that went wrong."""
    content, layout = page_layout(FIXTURE.read_bytes(), 1, Options(engine=engine))
    assert (content.number, layout.number) == (1, 1)
    assert len(content.rules) >= len(layout.rules) > 20
    assert [len(grid.cells) for grid in layout.grids if grid.box == layout.tables[0].box] == [
        len(layout.tables[0].cells)
    ]
    assert layout.lines[0].text == "示例区人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_is_drawn_with_what_was_seen_on_it(engine: str) -> None:
    """Without it, nobody could see at a glance which cells were found where."""
    image = pytest.importorskip("PIL.Image", reason="needs pillow")
    picture = image.open(io.BytesIO(inspect_page(FIXTURE.read_bytes(), 2, Options(engine=engine))))
    assert picture.format == "PNG"
    assert picture.size == (1191, 1684)
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert {(0xD6, 0x27, 0x28), (0x1F, 0x77, 0xB4), (0x2C, 0xA0, 0x2C)} <= colours


def test_a_page_that_is_not_there_and_a_missing_package_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, the command would end in a traceback."""
    pytest.importorskip("PIL.Image", reason="needs pillow")
    with pytest.raises(NoSuchPage):
        inspect_page(FIXTURE.read_bytes(), 9, Options())
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)
    with pytest.raises(MissingExtra) as caught:
        inspect_page(FIXTURE.read_bytes(), 1, Options())
    assert caught.value.extra == "html-report"


def test_a_locked_page_is_not_drawn_without_its_password() -> None:
    """Without it, looking at a page would be a way round its password, or fail without saying why."""
    pikepdf = pytest.importorskip("pikepdf", reason="needs the extra 'repair'")
    pytest.importorskip("PIL.Image", reason="needs pillow")
    locked = io.BytesIO()
    with pikepdf.open(FIXTURE) as file:
        file.save(locked, encryption=pikepdf.Encryption(user="open", owner="owner"))
    with pytest.raises(Encrypted):
        inspect_page(locked.getvalue(), 1, Options())
    assert inspect_page(locked.getvalue(), 1, Options(password="open")).startswith(b"\x89PNG")
