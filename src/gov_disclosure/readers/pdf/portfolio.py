"""PDF portfolios: a cover page, and the files that matter embedded behind it."""

import io

from gov_disclosure import reading

__all__ = ["refuse_portfolio"]


def refuse_portfolio(content: bytes, password: str | None = None, source: str | None = None) -> None:
    """Raise :class:`UnknownFormat` if a file is a portfolio; what it embeds is never opened."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    try:
        catalog = PDFDocument(PDFParser(io.BytesIO(content)), password or "").catalog
    except Exception:
        return  # too odd for pdfminer.six: then what the engine read stands
    if "Collection" in catalog:
        raise reading.UnknownFormat(
            source=source,
            found="a PDF portfolio (a cover with other files inside)",
            found_zh="PDF 包（封面内嵌其他文件）",
            advice="take out the files inside and read those",
            advice_zh="请取出其中的文件分别读取",
        )
