"""XML from strangers: parsed without entities, document types, network, or trees out of all measure."""

import threading
from typing import TypeAlias

from lxml import etree

from gov_disclosure.reading.errors import Damaged, TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["Element", "parse_xml"]

Element: TypeAlias = etree._Element

_TAGS_A_CELL = 12  # tags allowed for each cell that the limits allow


class _Parsers(threading.local):
    """A parser for each thread: to make one takes longer than the shorter parts of an office file do, and one for
    all would have them wait for each other."""

    def __init__(self) -> None:
        self.strict = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )


_PARSERS = _Parsers()


def parse_xml(content: bytes, limits: Limits, *, part: str) -> Element:
    """The root of a part of an office file.

    Raises :class:`~gov_disclosure.TooLarge` for more tags than any document needs and
    :class:`~gov_disclosure.Damaged` for what is not well formed, is nested too deeply, or declares a document
    type (which no office program writes, and which entities need).
    """
    most = _TAGS_A_CELL * limits.max_cells
    if len(content) > most and (tags := content.count(b"<")) > most:
        raise TooLarge(limit="max_cells", allowed=limits.max_cells, found=f"{tags} tags in {part}")
    if b"<!DOCTYPE" in content[:4096]:
        raise _with_doctype(part)
    try:
        root = etree.fromstring(content, _PARSERS.strict)
    except etree.XMLSyntaxError as error:
        raise Damaged(
            reason=f"its part {part} is no proper XML ({error})", reason_zh=f"其中的 {part} 不是合格的 XML"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_doctype(part)
    return root


def _with_doctype(part: str) -> Damaged:
    return Damaged(
        reason=f"its part {part} declares a document type, which is not read",
        reason_zh=f"其中的 {part} 含有文档类型声明，不予读取",
    )
