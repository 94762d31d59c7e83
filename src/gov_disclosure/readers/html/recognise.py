"""Is it HTML? Told by the first kilobytes, never by the name."""

import codecs
import re

__all__ = ["declared_encoding", "is_html", "is_mht"]

_HEAD = 65_536  # bytes looked at, however many are given
_BEGINNING = 4_000  # bytes in which most files say what they are
_TAG_NAMES = (
    "html|head|body|title|meta|table|tbody|thead|caption|tr|td|th|div|p|span|h[1-6]|center|font|ul|ol|dl|section|"
    "article|main|style|script|link|base|form|pre|a|strong|b"
)
_BEGINS = re.compile(
    rb"\s*+(?>(?:<\?xml[^>]*\?>|<!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|(?:" + _TAG_NAMES.encode() + rb")(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(
    rb"<(?:/?(?:html|head|body|table|tbody|tr|td|th|div|p|h[1-6]|ul|li)|!doctype\s+html)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENOUGH_PARTS = 4
_OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_OFFICE_XML = re.compile(rb"<\?mso-application|<(?:\w+:)?(?:wordDocument|Workbook|package)[\s>]")
_MHT_HEADER = re.compile(rb"^mime-version\s*:", re.IGNORECASE | re.MULTILINE)
_MHT_CONTENT = re.compile(rb"^content-type\s*:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_MHT_BEGINS = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*\s*:")
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


def is_html(head: bytes) -> bool:
    """Whether content that starts like this is a web page or a piece of one; a lone ``<`` makes none."""
    if head.startswith(_OTHER_KINDS):
        return False
    beginning = _ascii(head[:_BEGINNING])
    if _OFFICE_XML.search(beginning[:2000]) or is_mht(head):
        return False
    if _BEGINS.match(beginning):
        return True
    ascii_head = _ascii(head[:_HEAD])
    return bool(_BEGINS.match(ascii_head)) or len(_PART.findall(ascii_head)) >= _ENOUGH_PARTS


def is_mht(head: bytes) -> bool:
    """Whether content that starts like this is a web page saved with its pictures as one mail message."""
    head = head[:_HEAD].lstrip(codecs.BOM_UTF8)
    if not _MHT_BEGINS.match(head):
        return False
    headers = head.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    return bool(_MHT_HEADER.search(headers) and _MHT_CONTENT.search(headers))


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page names for itself, right or wrong."""
    found = _CHARSET.search(_ascii(content[:4096]))
    return found[1].decode("ascii") if found else None


def _ascii(head: bytes) -> bytes:
    """The head without a byte-order mark, and without the NUL bytes that UTF-16 puts between letters."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"")
