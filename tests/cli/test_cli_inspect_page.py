"""``gov-disclosure inspect FILE --page N -o OUT.png``: a page drawn with what was seen on it."""

import io
import sys
from pathlib import Path

import pytest

from gov_disclosure.cli import main

REPORT = Path(__file__).parents[1] / "readers_pdf" / "fixtures" / "fpdf.pdf"
RULES, CELLS, LINES = (0xD6, 0x27, 0x28), (0x1F, 0x77, 0xB4), (0x2C, 0xA0, 0x2C)


@pytest.fixture
def drawing() -> None:
    """Skip where pages cannot be drawn."""
    pytest.importorskip("PIL.Image", reason="needs pillow")
    pytest.importorskip("pypdfium2", reason="needs the extra 'pdfium'")


def draw(*words: str) -> int:
    """The exit status of the command for the report that all these tests draw."""
    return main(["inspect", str(REPORT), "--lang", "en", *words])


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("engine", ["pdfium", "pdfminer"])
def test_page_is_drawn_with_its_rules_cells_and_lines(
    engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the picture, nobody could see at which step a figure came to stand in the wrong cell."""
    from PIL import Image

    target = tmp_path / "page2.png"
    assert draw("--page", "2", "-o", str(target), "--engine", engine) == 0
    assert capsys.readouterr() == ("", "")
    with Image.open(target) as picture:
        assert picture.format == "PNG"
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20) or []}
    assert {RULES, CELLS, LINES} <= colours
    assert [path.name for path in tmp_path.iterdir()] == ["page2.png"]


@pytest.mark.usefixtures("drawing")
def test_picture_never_takes_the_place_of_a_file_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in a file's name must not cost the file."""
    target = tmp_path / "page1.PNG"
    target.write_bytes(b"a letter")
    assert draw("--page", "1", "-o", str(target)) == 2
    assert target.read_bytes() == b"a letter"
    assert "exists already" in capsys.readouterr().err
    assert draw("--page", "1", "-o", str(target), "--force") == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == ["page1.PNG"]


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("page", ["0", "-1", "99"])
def test_page_that_is_not_there_is_named_and_nothing_is_written(
    page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who asks for page 99 must learn how many pages there are, and find no empty picture afterwards."""
    assert draw(f"--page={page}", "-o", str(tmp_path / "page.png")) == 3
    assert f"there is no page {page}: the document has 2" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_has_no_pages_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dump of text has no page to draw, and the person who asks should be shown the way to what it has."""
    document, target = tmp_path / "report.txt", tmp_path / "page.png"
    document.write_text("示例区人民政府2023年政府信息公开工作年度报告", encoding="utf-8")
    assert main(["inspect", str(document), "--page", "1", "-o", str(target), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "no PDF file" in said
    assert "--document" in said
    assert not target.exists()


def test_missing_packages_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever lacks the packages that draw must learn which to install, not see a traceback."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    assert draw("--page", "1", "-o", str(tmp_path / "page.png")) == 3
    assert "gov_disclosure[html-report]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--page", "1"), "say with -o"),
        (("-o", "page.png"), "say with --page"),
        (("--page", "1", "-o", "page.png", "--all"), "--all"),
        (("--page", "1", "-o", "page.png", "--document"), "--document"),
        (("--page", "1", "-o", "page.jpg"), "PNG"),
        (("--page", "one", "-o", "page.png"), "--page"),
    ],
)
def test_words_that_do_not_go_together_are_refused(
    words: tuple[str, ...],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A request that cannot be meant must be answered before anything is drawn or written."""
    monkeypatch.chdir(tmp_path)
    assert draw(*words) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("drawing")
def test_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A typing error in a folder's name must be told in a sentence."""
    assert draw("--page", "1", "-o", str(tmp_path / "nowhere" / "page.png")) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_picture_may_not_replace_the_report_it_is_made_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report itself is the one thing that must never be lost."""
    report = tmp_path / "report.png"  # a PDF file, whatever its name says
    report.write_bytes(REPORT.read_bytes())
    assert main(["inspect", str(report), "--page", "1", "-o", str(report), "--force", "--lang", "en"]) == 2
    assert "read and written at once" in capsys.readouterr().err
    assert report.read_bytes() == REPORT.read_bytes()


@pytest.mark.usefixtures("drawing")
def test_locked_report_is_drawn_with_its_password_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Looking at a page must be no way round its password."""
    pikepdf = pytest.importorskip("pikepdf", reason="needs the extra 'repair'")
    locked, target = io.BytesIO(), tmp_path / "page.png"
    with pikepdf.open(REPORT) as file:
        file.save(locked, encryption=pikepdf.Encryption(user="open", owner="owner"))
    (tmp_path / "locked.pdf").write_bytes(locked.getvalue())
    words = ["inspect", str(tmp_path / "locked.pdf"), "--page", "1", "-o", str(target), "--lang", "en"]
    assert main(words) == 3
    assert "password" in capsys.readouterr().err
    assert main([*words, "--password", "open"]) == 0
    assert target.read_bytes().startswith(b"\x89PNG")
