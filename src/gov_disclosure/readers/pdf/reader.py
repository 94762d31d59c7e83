"""The PDF reader: pages from an engine, laid out, joined and healed into the neutral document."""

from operator import itemgetter

import attrs

from gov_disclosure import reading
from gov_disclosure.documents import Block, Document, Meta, Paragraph
from gov_disclosure.readers.pdf.content import PageContent
from gov_disclosure.readers.pdf.engines import PdfFile, engine_name, open_file
from gov_disclosure.readers.pdf.flow import blocks_of
from gov_disclosure.readers.pdf.layout import PageLayout, lay_out
from gov_disclosure.readers.pdf.portfolio import refuse_portfolio
from gov_disclosure.readers.pdf.repair import repaired
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.streams import check_streams
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.limits import Deadline
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["PdfReader"]

_HEAD = 1024  # how far into a file "%PDF" may stand


class PdfReader:
    """Reads PDF files. ``tolerances`` may be given to read drawings of an unusual scale."""

    name = "pdf"

    def __init__(self, tolerances: Tolerances | None = None) -> None:
        self.tolerances = tolerances or Tolerances()

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether ``%PDF`` stands in the first kilobyte."""
        return b"%PDF" in head[:_HEAD]

    def read(self, content: bytes, options: Options) -> Document:
        """The document. Raises :class:`Encrypted`, :class:`Damaged`, :class:`TooLarge`,
        :class:`ScannedDocument`,
        :class:`UnknownFormat` (a portfolio of other files), :class:`UnknownEngine`, :class:`MissingExtra`."""
        engine = engine_name(options.engine)
        limits = options.limits
        limits.check_bytes(len(content))
        broken = check_streams(content, limits)
        deadline = limits.deadline()
        notices: list[Notice] = []
        if broken:
            notices.append(notice("cut-off", params={"reason": _BROKEN, "reason_zh": _BROKEN_ZH}))
        file = self._open(engine, content, options, deadline, notices)
        try:
            limits.check_pages(file.page_count)
            metadata = file.metadata
            layouts = self._layouts(file, options, deadline, notices)
            if file.has_attachments and not any(layout.tables for layout in layouts):
                refuse_portfolio(content, options.password, options.name)
        finally:
            file.close()
        blocks = tuple(blocks_of(layouts, self.tolerances, limits))
        return Document(
            blocks=tuple(map(_blanks_in_doubt, blocks)) if broken else blocks,
            reader=self.name,
            engine=engine,
            metadata=tuple(Meta(name=name, value=value) for name, value in metadata),
            notices=tuple(notices),
        )

    def _open(
        self, engine: str, content: bytes, options: Options, deadline: Deadline, notices: list[Notice]
    ) -> PdfFile:
        """The open file: as it is if it is sound, else mended where that can be done."""
        trouble: reading.Damaged | None = None
        file: PdfFile | None = None
        try:
            file = open_file(engine, content, options.password, self.tolerances, deadline)
            if file.page_count and not file.damaged:
                return file
            if not file.page_count:
                trouble = reading.Damaged(reason="it has no pages", reason_zh="文件没有页面")
        except reading.Damaged as error:
            trouble = error
        try:
            whole = repaired(content, options.password)
        except reading.MissingExtra as missing:
            if trouble is None and file is not None:
                notices.append(notice("file-repaired", params={"reason": _RECOVERED}))
                return file
            advice = f"{trouble.reason if trouble else ''}; pip install 'gov_disclosure[repair]' may help"
            raise reading.Damaged(
                reason=advice, reason_zh=f"{trouble.reason_zh if trouble else ''}"
            ) from missing
        if whole is not None:
            mended = open_file(engine, whole, options.password, self.tolerances, deadline)
            if mended.page_count and (file is None or mended.page_count >= file.page_count):
                if file is not None:
                    file.close()
                notices.append(notice("file-repaired", params={"reason": _MENDED}))
                return mended
            mended.close()
        if trouble is not None or file is None:
            raise trouble or reading.Damaged(reason="it cannot be opened", reason_zh="文件打不开")
        notices.append(notice("file-repaired", params={"reason": _RECOVERED}))
        return file

    def _layouts(
        self, file: PdfFile, options: Options, deadline: Deadline, notices: list[Notice]
    ) -> list[PageLayout]:
        limits = options.limits
        layouts: list[PageLayout] = []
        scanned: list[int] = []
        hidden: list[int] = []
        broken: list[int] = []
        unmapped = cells = 0
        for number, content in enumerate(file.pages(), 1):
            deadline.check()
            if content is None:
                broken.append(number)
                continue
            if not content.runs and _is_scan(content, self.tolerances):
                scanned.append(number)
                continue
            unmapped += len(content.runs) - sum(map(_MAPPED, content.runs))
            if 2 * sum(map(_VISIBLE, content.runs)) < len(content.runs):
                hidden.append(number)
            layout = lay_out(content, self.tolerances, limits)
            cells += sum(len(table.cells) for table in layout.tables)
            limits.check_cells(cells)
            layouts.append(layout)
        if broken and not layouts:
            raise reading.Damaged(reason="none of its pages can be read", reason_zh="所有页面都无法读取")
        if scanned and not any(layout.tables or layout.lines for layout in layouts):
            raise reading.ScannedDocument(pages=tuple(scanned), source=options.name)
        for code, pages in (("scanned-pages", scanned), ("hidden-text", hidden), ("page-unread", broken)):
            if pages:
                notices.append(notice(code, params={"pages": ", ".join(map(str, pages))}))
        if unmapped:
            notices.append(notice("unmapped-text", params={"count": unmapped}))
        return layouts


_MAPPED, _VISIBLE = itemgetter(7), itemgetter(8)
_BROKEN = "a packed part of the file is broken, so that what stands in it may be missing"
_BROKEN_ZH = "文件中有压缩数据损坏，其中的内容可能缺失"
_RECOVERED = "its table of parts was broken"
_MENDED = "its table of parts was broken and was written anew"


def _blanks_in_doubt(block: Block) -> Block:
    """A table whose empty cells may only have lost their figures."""
    if isinstance(block, Paragraph):
        return block
    return attrs.evolve(
        block, cells=tuple(cell if cell.text else attrs.evolve(cell, doubt=True) for cell in block.cells)
    )


def _is_scan(content: PageContent, tolerances: Tolerances) -> bool:
    area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in content.pictures)
    return area >= tolerances.scan_area * content.width * content.height
