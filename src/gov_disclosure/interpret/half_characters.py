"""Half characters: what is left of a character beyond the first 65,536 when a program cut it in two.

No file can hold them, so that a report with one could be read and never written again.
"""

import attrs

from gov_disclosure.documents import Block, Document, Paragraph
from gov_disclosure.reading.notices import notice

__all__ = ["without_half_characters"]


def without_half_characters(document: Document) -> Document:
    """The document with a mark in place of each half character, and a notice of how many there were."""
    try:
        outside = [block.text for block in document.blocks if isinstance(block, Paragraph)]
        "".join(outside).encode()
        for table in document.tables:
            "".join([cell.text for cell in table.cells]).encode()
        "".join([known.value for known in document.metadata]).encode()
    except UnicodeEncodeError:
        return _mended(document)
    return document


def _mended(document: Document) -> Document:
    count = 0

    def whole(text: str) -> str:
        nonlocal count
        # Two halves that stand together are one character after all.
        joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        count += joined.count(_MARK) - text.count(_MARK)
        return joined

    def mended(block: Block) -> Block:
        if isinstance(block, Paragraph):
            return attrs.evolve(block, text=whole(block.text))
        cells = tuple(attrs.evolve(cell, text=whole(cell.text)) for cell in block.cells)
        return attrs.evolve(block, cells=cells)

    blocks = tuple(mended(block) for block in document.blocks)
    metadata = tuple(attrs.evolve(known, value=whole(known.value)) for known in document.metadata)
    said = (notice("encoding-repaired", params={"count": count, "encoding": "UTF-16"}),) if count else ()
    return attrs.evolve(document, blocks=blocks, metadata=metadata, notices=(*document.notices, *said))


_MARK = "\ufffd"
