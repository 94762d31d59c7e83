"""The two engines behind one shape, and which of them reads."""

import importlib.util
from collections.abc import Iterator
from typing import Protocol

from gov_disclosure import reading
from gov_disclosure.readers.pdf.content import PageContent
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.reading.limits import Deadline

__all__ = ["ENGINES", "PdfFile", "engine_name", "open_file"]

#: The engines by name, the preferred one first.
ENGINES = ("pdfium", "pdfminer")


class PdfFile(Protocol):
    """An open file, whichever engine reads it."""

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        ...

    @property
    def damaged(self) -> bool:
        """Whether the list of the file's parts was broken."""
        ...

    @property
    def has_attachments(self) -> bool:
        """Whether files are embedded in this one."""
        ...

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the file says of itself."""
        ...

    def pages(self) -> Iterator[PageContent | None]:
        """The pages one after the other; None for one that cannot be opened."""
        ...

    def page(self, index: int) -> PageContent | None:
        """One page, counted from 0."""
        ...

    def close(self) -> None:
        """Give the memory back; may be called again."""
        ...


def engine_name(wanted: str | None) -> str:
    """The engine to use: the one asked for, or the fast one where it is installed and can be used.

    Raises :class:`UnknownEngine` for a name that is none of them.
    """
    if wanted is None:
        return "pdfium" if _has_pdfium() else "pdfminer"
    if wanted not in ENGINES:
        raise reading.UnknownEngine(engine=wanted, known=", ".join(ENGINES))
    return wanted


def _has_pdfium() -> bool:
    if importlib.util.find_spec("pypdfium2_raw") is None:
        return False
    from gov_disclosure.readers.pdf.pdfium_api import pdfium

    try:
        pdfium()
    except reading.MissingExtra:
        return False
    return True


def open_file(
    engine: str, content: bytes, password: str | None, tolerances: Tolerances, deadline: Deadline
) -> PdfFile:
    """The file, opened by an engine; raises :class:`Encrypted`, :class:`Damaged` or :class:`MissingExtra`."""
    if engine == "pdfium":
        from gov_disclosure.readers.pdf.pdfium_engine import PdfiumFile

        return PdfiumFile.open(content, password, tolerances, deadline)
    from gov_disclosure.readers.pdf.pdfminer_engine import PdfminerFile

    return PdfminerFile.open(content, password, tolerances, deadline)
