"""Kinds of files told by their first bytes: which reader is for them, or what to do where there is none."""

import re
from collections.abc import Callable

from gov_disclosure import reading
from gov_disclosure.language.patterns import regex

__all__ = ["OLE", "ZIP", "is_markdown", "office_zip_kind", "ole_kind", "refuse_empty", "refuse_foreign"]

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_IMAGE = (
    "a picture",
    "图片",
    "reading scans needs the extra 'ocr'; a PDF or Word file of the same report is surer",
    "识别图片需要安装 ocr 扩展；最好使用同一报告的 PDF 或 Word 文件",
)
_ARCHIVE = ("an archive", "压缩包", "unpack it first", "请先解压")
_MEDIA = ("a video or sound file", "音视频文件", "save the report itself", "请保存报告本身")
_PROGRAM = ("a program", "可执行程序", "save the report itself", "请保存报告本身")
_FONT = (
    "a data file of another program",
    "其他程序的数据文件",
    "save the report as PDF, DOCX or HTML",
    "请另存为 PDF、DOCX 或网页",
)
_OFD = (
    "an OFD file",
    "OFD 版式文件",
    "open it in an OFD viewer and save it as PDF",
    "请用 OFD 阅读器打开并另存为 PDF",
)
_CAJ = ("a CAJ file", "CAJ 文件", "open it in its viewer and save it as PDF", "请用阅读器打开并另存为 PDF")
_RTF = (
    "an RTF file",
    "RTF 文件",
    "open it in Word or WPS and save it as DOCX",
    "请用 Word 或 WPS 打开并另存为 DOCX",
)
_ODT = (
    "an OpenDocument text",
    "OpenDocument 文本",
    "open it in LibreOffice, Word or WPS and save it as DOCX",
    "请用 LibreOffice、Word 或 WPS 打开并另存为 DOCX",
)
_SLIDES = ("a presentation", "演示文稿", "save the report as PDF or DOCX", "请另存为 PDF 或 DOCX")
_OTHER_OLE = (
    "a compound file of another program",
    "其他程序的复合文档",
    "save the report as PDF, DOCX or XLSX",
    "请另存为 PDF、DOCX 或 XLSX",
)
_ZIP = ("a ZIP archive", "ZIP 压缩包", "unpack it first", "请先解压")

_SIGNATURES: tuple[tuple[bytes, int, tuple[str, str, str, str]], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, _IMAGE),
    (b"\xff\xd8\xff", 0, _IMAGE),
    (b"GIF8", 0, _IMAGE),
    (b"II*\x00", 0, _IMAGE),
    (b"MM\x00*", 0, _IMAGE),
    (b"BM", 0, _IMAGE),
    (b"WEBP", 8, _IMAGE),
    (b"ftyp", 4, _MEDIA),
    (b"AVI ", 8, _MEDIA),
    (b"WAVE", 8, _MEDIA),
    (b"FLV\x01", 0, _MEDIA),
    (b"ID3", 0, _MEDIA),
    (b"\x1aE\xdf\xa3", 0, _MEDIA),
    (b"Rar!\x1a\x07", 0, _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", 0, _ARCHIVE),
    (b"\x1f\x8b", 0, _ARCHIVE),
    (b"BZh", 0, _ARCHIVE),
    (b"\xfd7zXZ\x00", 0, _ARCHIVE),
    (b"ustar", 257, _ARCHIVE),
    (b"MZ\x90", 0, _PROGRAM),
    (b"\x7fELF", 0, _PROGRAM),
    (b"SQLite format 3\x00", 0, _FONT),
    (b"CAJ\x00", 0, _CAJ),
    (b"HN\x00\x00", 0, _CAJ),
    (b"{\\rtf", 0, _RTF),
)


def refuse_foreign(content: bytes) -> None:
    """Raise :class:`~gov_disclosure.UnknownFormat` for kinds that no reader reads, naming what to do."""
    for mark, offset, (found, found_zh, advice, advice_zh) in _SIGNATURES:
        if content[offset : offset + len(mark)] == mark and _surely(mark, content):
            raise reading.UnknownFormat(found=found, found_zh=found_zh, advice=advice, advice_zh=advice_zh)


def _surely(mark: bytes, content: bytes) -> bool:
    # two letters alone may begin a text
    return mark != b"BM" or (len(content) > 14 and b"\x00" in content[6:14])


def office_zip_kind(content: bytes) -> str:
    """What a ZIP archive is: ``docx``, ``xlsx``, ``xlsb`` or ``ods``.

    Raises :class:`~gov_disclosure.UnknownFormat` for other kinds of documents and plain archives, and
    :class:`~gov_disclosure.Damaged` where the archive cannot be opened.
    """
    from gov_disclosure.readers.archive import BROKEN_ZIP, parts_of

    try:
        names = {part.name.replace("\\", "/").lower() for part in parts_of(content)[:10_000]}
        kind = _mimetype(content) if "mimetype" in names else b""
    except BROKEN_ZIP as error:
        raise reading.Damaged(
            reason=f"the ZIP archive cannot be opened ({error})", reason_zh="压缩结构打不开"
        ) from error
    if "content.xml" in names and b"opendocument" in kind and b"spreadsheet" not in kind:
        raise _unknown(_ODT if b"text" in kind else _SLIDES)
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("docx", lambda name: name.startswith("word/")),
        ("xlsb", lambda name: name == "xl/workbook.bin"),
        ("xlsx", lambda name: name.startswith("xl/")),
        ("slides", lambda name: name.startswith("ppt/")),
        ("ods", lambda name: name == "content.xml"),
        ("ofd", lambda name: name == "ofd.xml"),
    )
    for kind_, test in tests:
        if any(test(name) for name in names):
            if kind_ in ("ofd", "slides"):
                raise _unknown(_OFD if kind_ == "ofd" else _SLIDES)
            return kind_
    raise _unknown(_ZIP)


def _mimetype(content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("mimetype")[:100] if archive.getinfo("mimetype").file_size < 200 else b""


def ole_kind(content: bytes) -> str:
    """What a compound file is: ``xls``, ``doc``, or ``encrypted`` (a new kind of file behind a password).

    Raises :class:`~gov_disclosure.UnknownFormat` for those of other programs, and
    :class:`~gov_disclosure.Damaged` where its structure is broken.
    """
    from gov_disclosure.readers.compound import CompoundFile

    names = {name.casefold() for name in CompoundFile(content).names}
    for kind, marks in _STREAMS:
        if names & marks:
            return kind
    raise _unknown(_SLIDES if "powerpoint document" in names else _OTHER_OLE)


_STREAMS: tuple[tuple[str, frozenset[str]], ...] = (
    ("encrypted", frozenset({"encryptedpackage"})),
    ("doc", frozenset({"worddocument", "wpsdocument"})),
    ("xls", frozenset({"workbook", "book"})),
)


def _unknown(words: tuple[str, str, str, str]) -> "reading.UnknownFormat":
    found, found_zh, advice, advice_zh = words
    return reading.UnknownFormat(found=found, found_zh=found_zh, advice=advice, advice_zh=advice_zh)


# A heading, a line in bold, or the rule under the heads of a table.
_MARKED = regex(
    rb"^(?:#{1,6} +[^\s#]|\*\*[^*\n]{2,120}\*\*[ \t\r]*$|\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*[\r]?$)",
    re.MULTILINE,
)


def is_markdown(head: bytes, *, named: bool) -> bool:
    """Whether text is marked up as Markdown: by its marks, or by its name where it does not begin with a tag.

    Tables in HTML may stand inside it.
    """
    if b"\x00" in head or head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return False
    return named or _MARKED.search(head) is not None


_FIRST = 1_000  # bytes in which nearly every file has something
_NOTHING = b"\x00 \t\r\n\x0c\xef\xbb\xbf"


def refuse_empty(content: bytes) -> None:
    """Raise :class:`~gov_disclosure.NotAReport` for a file without content."""
    if not content[:_FIRST].strip(_NOTHING) and not content.strip(_NOTHING):
        raise reading.NotAReport(reason="the file is empty", reason_zh="文件为空")
