"""PDFium is not made for threads; the reader is."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gov_disclosure.documents import Document
from gov_disclosure.readers.pdf import PdfReader
from gov_disclosure.readers.protocol import Options

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.pdf"))


@pytest.mark.parametrize("engine", ["pdfium", "pdfminer"])
def test_four_threads_read_different_files_at_once(engine: str) -> None:
    """Without it, a service that reads in threads would end in a crash of the process, or mix up reports."""
    contents = [path.read_bytes() for path in FIXTURES]

    def read(content: bytes) -> Document:
        return PdfReader().read(content, Options(engine=engine))

    alone = [read(content) for content in contents]
    rounds = 4 if engine == "pdfium" else 1
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(read, contents * rounds))
    assert together == alone * rounds
