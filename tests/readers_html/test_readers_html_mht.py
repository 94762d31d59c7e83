"""Web archives."""

import base64
import contextlib
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.readers.html import MhtReader
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading import Damaged, Limits, ReadError, TooLarge
from html_pages import rows_of

PAGE = (
    "<html><head><meta charset='gb2312'><title>示例局年报</title></head><body><p>二、主动公开</p>"
    '<table><tr><td>规章</td><td style="width:1px">12</td></tr>'
    "<tr><td>行政许可</td><td></td></tr></table></body></html>"
)


def archive(page: bytes, coding: str, content_type: str = "text/html", newline: str = "\r\n") -> bytes:
    """An archive of one page and a picture."""
    body = {
        "quoted-printable": quopri.encodestring(page),
        "base64": base64.encodebytes(page),
        "8bit": page,
    }[coding]
    head = newline.join(
        [
            "From: <Saved by Blink>",
            "Snapshot-Content-Location: http://example.gov.cn/1.html",
            "MIME-Version: 1.0",
            'Content-Type: multipart/related; type="text/html"; boundary="--b--x"',
            "",
            "",
            "----b--x",
            f"Content-Type: {content_type}",
            f"Content-Transfer-Encoding: {coding}",
            "Content-Location: http://example.gov.cn/1.html",
            "",
            "",
        ]
    )
    tail = newline.join(
        [
            "",
            "----b--x",
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64",
            "",
            "iVBORw0KGgo=",
            "----b--x--",
            "",
        ]
    )
    return head.encode() + body + tail.encode()


def rows(content: bytes) -> list[list[list[str]]]:
    """The tables of an archive."""
    return [rows_of(table) for table in MhtReader().read(content, Options()).tables]


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    "content_type", ["text/html", "text/html; charset=utf-8", 'text/html; charset="gb2312"']
)
def test_pages_in_archives(encoding: str, coding: str, content_type: str, newline: str) -> None:
    """Browsers save pages in several codings, and the declared charset is as often wrong here as elsewhere."""
    if coding == "8bit" and encoding == "utf-16":
        pytest.skip("no browser writes UTF-16 into a mail message as it is")
    content = archive(PAGE.encode(encoding), coding, content_type, newline)
    assert MhtReader().recognises(content, None)
    assert rows(content) == [[["规章", "12"], ["行政许可", ""]]]


def test_reader_and_metadata() -> None:
    """The reading says what read it, and the page's title is there."""
    document = MhtReader().read(archive(PAGE.encode(), "base64"), Options())
    assert document.reader == "mht"
    assert [(meta.name, meta.value) for meta in document.metadata] == [("title", "示例局年报")]


def test_several_pages_say_where_they_come_from() -> None:
    """The article of a page with frames stands in the second part."""
    part = (
        b"----b--x\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n"
        + PAGE.encode()
        + b"\r\n"
    )
    content = archive(b"<p>menu</p>", "8bit").replace(
        b"----b--x\r\nContent-Type: image", part + b"----b--x\r\nContent-Type: image"
    )
    document = MhtReader().read(content, Options())
    assert [rows_of(table) for table in document.tables] == [[["规章", "12"], ["行政许可", ""]]]
    assert {cell.place.member for cell in document.tables[0].cells if cell.place} == {"cid:frame"}


def test_archives_without_a_page_are_damaged() -> None:
    """Nothing found must not pass for nothing printed."""
    content = archive(PAGE.encode(), "8bit", "text/plain")
    with pytest.raises(Damaged):
        MhtReader().read(content, Options())


def test_limits_hold_inside_archives() -> None:
    """An archive may not unfold beyond what its user allows."""
    with pytest.raises(TooLarge):
        MhtReader().read(archive(PAGE.encode(), "base64"), Options(limits=Limits(max_bytes=100)))
    with pytest.raises(Damaged):
        MhtReader().read(archive(b"\n--a" * 6000, "8bit"), Options())


def test_nested_archives_end() -> None:
    """A message in a message in a message …"""
    content = b"<p>x</p>"
    for number in range(400):
        content = (
            b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
            + content
        )
    with contextlib.suppress(ReadError):
        MhtReader().read(content, Options())


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_read_error(content: bytes) -> None:
    """No bytes whatever may end in an accident."""
    with contextlib.suppress(ReadError):
        MhtReader().read(b"MIME-Version: 1.0\nContent-Type: text/html\n" + content, Options())
