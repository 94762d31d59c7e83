"""The reader of DOCX: finds the parts of the package, reads its body, and what it says of itself."""

from posixpath import dirname, join, normpath

from gov_disclosure.documents import Document, Meta
from gov_disclosure.readers.archive import Archive
from gov_disclosure.readers.docx.arranging import blocks_of
from gov_disclosure.readers.docx.body import BodyReader
from gov_disclosure.readers.docx.names import W, transitional
from gov_disclosure.readers.docx.numbering import Numbering
from gov_disclosure.readers.docx.styles import Styles
from gov_disclosure.readers.properties import core_properties
from gov_disclosure.readers.protocol import Options
from gov_disclosure.readers.safe_xml import Element, parse_xml
from gov_disclosure.reading.errors import Damaged
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place

__all__ = ["DocxReader", "read_package"]

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class DocxReader:
    """Reads Word documents: real merged cells, nested tables, text boxes, automatic numbers, changes accepted."""

    name = "docx"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content starts like an archive and is named like a Word document."""
        return head.startswith(b"PK\x03\x04") and (name or "").lower().endswith((".docx", ".docm", ".wps"))

    def read(self, content: bytes, options: Options) -> Document:
        """The document.

        Raises :class:`~gov_disclosure.Damaged`, :class:`~gov_disclosure.TooLarge` or
        :class:`~gov_disclosure.Encrypted`.
        """
        options.limits.check_bytes(len(content))
        return read_package(content, options.limits, reader=self.name)


def read_package(content: bytes, limits: Limits, *, reader: str, engine: str | None = None) -> Document:
    """The document in the bytes of a DOCX package."""
    archive = Archive(content, limits)
    main = _main_part(archive, limits)
    root = _parse(archive, main, limits)
    if root is None:
        raise Damaged(reason="its text is missing", reason_zh="缺少正文部分")
    body = root.find(W + "body")
    if body is None:
        raise Damaged(reason="its text is not one of a Word document", reason_zh="正文不是 Word 文档的结构")
    folder = dirname(main)
    walker = BodyReader(
        styles=Styles(_parse(archive, join(folder, "styles.xml"), limits), body),
        numbering=Numbering(_parse(archive, join(folder, "numbering.xml"), limits)),
        limits=limits,
        deadline=limits.deadline(),
    )
    blocks = tuple(blocks_of(walker.items(body)))
    return Document(
        blocks=blocks,
        reader=reader,
        engine=engine,
        metadata=tuple(_metadata(archive, limits)),
        notices=_notices(body),
    )


def _main_part(archive: Archive, limits: Limits) -> str:
    """The name of the part that holds the text: by the package's relations, else the usual one."""
    relations = archive.read("_rels/.rels")
    if relations is not None:
        for relation in parse_xml(relations, limits, part="_rels/.rels").iter(_RELATION):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = normpath(relation.get("Target", "").replace("\\", "/").lstrip("/"))
                if archive.find(target) is not None:
                    return target
    usual = "word/document.xml"
    if archive.find(usual) is not None:
        return usual
    return next((name for name in archive.names if name.endswith("/document.xml")), usual)


def _parse(archive: Archive, name: str, limits: Limits) -> Element | None:
    content = archive.read(name)
    return None if content is None else parse_xml(transitional(content), limits, part=name)


def _metadata(archive: Archive, limits: Limits) -> list[Meta]:
    content = archive.read("docProps/core.xml")
    if content is None:
        return []
    return core_properties(content, limits, Place(member="docProps/core.xml"))


def _notices(body: Element) -> tuple[Notice, ...]:
    embedded = sum(1 for _ in body.iter(W + "altChunk"))
    return (notice("embedded-part", params={"count": embedded}),) if embedded else ()
