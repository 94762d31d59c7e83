"""Is it a page? Told by content, not by name."""

import pytest

from gov_disclosure.readers.html import HtmlReader, MhtReader

PAGES = [
    b"<!DOCTYPE html><html>",
    b"\xef\xbb\xbf\r\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
    b"<html xmlns:o='urn:schemas-microsoft-com:office:office' xmlns:x='urn:schemas-microsoft-com:office:excel'>",
    b"<?xml version='1.0' encoding='gbk'?>\n<!-- x --><!-- y --><html>",
    b"<table border=1><tr><td>1</td></tr></table>",
    b"<p class=MsoNormal>",
    b"<div>x",
    "<P>二、主动公开".encode("gbk"),
    "<html><body>规章".encode("utf-16"),
    "<html><body>规章".encode("utf-16-be"),
    "规章和文件\n\n<table><tr><td>一</td><td>二</td></tr></table>".encode(),
    "说明<br>一<p>二</p><p>三</p><div>四</div>".encode("gbk"),
]
OTHERS = [
    b"",
    b"%PDF-1.7 <html><p></p><p></p></html>",
    b"PK\x03\x04<html>",
    b"\xd0\xcf\x11\xe0<html>",
    b"{\\rtf1 <html>",
    "一、总体情况 a < b，共 3 件".encode(),
    "增长<3%，下降>5%；<无>；<以下空白>".encode(),
    "| 规章 | 0<br>1 | 2<br/>3 |\n| --- | --- | --- |\n| a<br>b | <sup>1</sup> | |".encode(),
    b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook><Table><Row/></Table></Workbook>",
    b"<?xml version='1.0'?><w:wordDocument><w:p></w:p></w:wordDocument>",
    b'{"a": 1}',
    b"<rss><channel></channel></rss>",
]
ARCHIVE = (
    b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/related;\r\n\tboundary=b\r\n\r\n--b"
)


@pytest.mark.parametrize("head", PAGES)
def test_pages(head: bytes) -> None:
    """Clerks save pages under .xls, .doc or no name at all."""
    assert HtmlReader().recognises(head, "report.xls")
    assert not MhtReader().recognises(head, None)


@pytest.mark.parametrize("head", OTHERS)
def test_not_pages(head: bytes) -> None:
    """A text with a lone < read as a page would lose its lines."""
    assert not HtmlReader().recognises(head, "report.html")
    assert not MhtReader().recognises(head, "report.mht")


def test_archives() -> None:
    """A web archive is a mail message by its headers."""
    assert MhtReader().recognises(ARCHIVE, None)
    assert MhtReader().recognises(ARCHIVE.replace(b"\r\n", b"\n"), "x.doc")
    assert not HtmlReader().recognises(ARCHIVE + b"<html><p></p><p></p></html>", None)
    assert not MhtReader().recognises(b"From: a\r\nTo: b\r\n\r\nMIME-Version: 1.0", None)


def test_recognition_of_hostile_heads_is_quick() -> None:
    """Sniffing happens to every file, so no head may make it slow."""
    for head in (
        b"<!---->" * 9000,
        b"<!--" * 15000,
        b"<" * 65536,
        b"<p " * 20000,
        b"a:" * 30000,
        b"<?xml" * 9000,
    ):
        HtmlReader().recognises(head, None)
        MhtReader().recognises(head, None)
