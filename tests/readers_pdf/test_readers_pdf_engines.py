"""Which engine reads, and what happens where the fast one is not there or cannot be used."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from gov_disclosure.readers.pdf import PdfReader, pdfium_api
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading import MissingExtra

CONTENT = (Path(__file__).parent / "fixtures" / "office.pdf").read_bytes()


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Load the library anew for each test, and for those after it."""
    pdfium_api.pdfium.cache_clear()
    yield
    pdfium_api.pdfium.cache_clear()


class OldLibrary:
    """A library that lacks most functions."""

    def FPDF_InitLibrary(self) -> None:  # noqa: N802
        """All it has."""


def too_old() -> OldLibrary:
    """The library as a version has it that is too old."""
    return OldLibrary()


def for_another_machine() -> OldLibrary:
    """The library as the system refuses it."""
    raise OSError("invalid ELF header")


@pytest.mark.parametrize("broken", [too_old, for_another_machine])
def test_a_library_that_cannot_be_used_is_named_and_the_other_engine_reads(
    broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it, an update of one package would end every reading of a PDF in a traceback."""
    pytest.importorskip("pypdfium2", reason="needs the extra 'pdfium'")
    monkeypatch.setattr(pdfium_api, "_library", broken)
    with pytest.raises(MissingExtra) as caught:
        PdfReader().read(CONTENT, Options(engine="pdfium"))
    assert "another pypdfium2" in str(caught.value)
    assert "gov_disclosure[pdfium]" in caught.value.message("zh")
    document = PdfReader().read(CONTENT, Options())
    assert document.engine == "pdfminer"
    assert document.tables


def test_a_build_that_tells_letters_three_lines_tall_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines in Noto Sans CJK ran into one another under it, and the year of the report was lost without a word."""
    pytest.importorskip("pypdfium2", reason="needs the extra 'pdfium'")
    monkeypatch.setattr(pdfium_api, "_build", lambda: 7690)
    with pytest.raises(MissingExtra) as caught:
        PdfReader().read(CONTENT, Options(engine="pdfium"))
    assert "pypdfium2>=5.7 (PDFium 7690)" in caught.value.message("zh")
    assert PdfReader().read(CONTENT, Options()).engine == "pdfminer"


@pytest.mark.parametrize(
    ("told", "build"),
    [
        ('{"build": 7776}', 7776),
        ('{"build": "new"}', None),
        ("{}", None),
        ("[]", None),
        ("{", None),
        (None, None),
    ],
)
def test_the_build_is_read_from_beside_the_library(
    told: str | None, build: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever builds PDFium himself has no such file, or another one, and must not be refused for it."""
    package = tmp_path / "pypdfium2_raw"
    package.mkdir()
    (package / "__init__.py").touch()
    if told is not None:
        (package / "version.json").write_text(told, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(
        "pypdfium2_raw", package / "__init__.py", submodule_search_locations=[str(package)]
    )
    monkeypatch.setattr(importlib.util, "find_spec", lambda *_: spec)
    assert pdfium_api._build() == build


def test_without_the_library_the_other_engine_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, a plain installation could not read the form in which most reports are kept."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "pypdfium2_raw" else find(name, *rest),
    )
    assert PdfReader().read(CONTENT, Options()).engine == "pdfminer"
    with pytest.raises(MissingExtra) as caught:
        PdfReader().read(CONTENT, Options(engine="pdfium"))
    assert (caught.value.extra, caught.value.package) == ("pdfium", "pypdfium2")


def test_the_fast_engine_reads_where_it_is_installed() -> None:
    """Without it, everybody would wait ten times as long."""
    pytest.importorskip("pypdfium2", reason="needs the extra 'pdfium'")
    assert PdfReader().read(CONTENT, Options()).engine == "pdfium"
