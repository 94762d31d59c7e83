"""Mending a damaged file with qpdf, through pikepdf (extra ``repair``)."""

import io

from gov_disclosure import reading

__all__ = ["repaired"]


def repaired(content: bytes, password: str | None = None) -> bytes | None:
    """The file with its list of parts written anew, or None where nothing can be saved.

    Raises :class:`MissingExtra` where pikepdf is not installed.
    """
    import logging

    try:
        import pikepdf
    except ImportError as error:
        purpose = "mending a damaged PDF file"
        raise reading.MissingExtra(extra="repair", package="pikepdf", purpose=purpose) from error
    logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # for whoever does not listen to its log
    start = content.find(b"%PDF-")
    whole = io.BytesIO()
    try:
        with pikepdf.open(
            io.BytesIO(content[max(start, 0) :]), password=password or "", suppress_warnings=True
        ) as file:
            if not len(file.pages):
                return None
            file.save(whole)
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError):
        return None
    return whole.getvalue()
