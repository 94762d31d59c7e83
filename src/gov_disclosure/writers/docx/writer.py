"""The writer: parts of the official form into a document of python-docx, and that into the same bytes each time."""

import io
import zipfile
from typing import TYPE_CHECKING, ClassVar

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.docx.skeleton import FIXED_DATE, skeleton
from gov_disclosure.writers.docx.table import table_xml
from gov_disclosure.writers.official import (
    Grid,
    Heading,
    Official,
    Paragraph,
    Part,
    Particular,
    Signature,
    Title,
    official,
)
from gov_disclosure.writers.protocol import Written

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["DocxWriter", "document_bytes"]

_STYLES: dict[type[Part], str] = {
    Title: "Title",
    Heading: "Heading1",
    Particular: "Particular",
    Paragraph: "Normal",
    Signature: "SignatureLine",
}


class DocxWriter:
    """The official form as a Word document: A4, the fonts of official papers, tables with merged cells."""

    name = "docx"
    suffixes: tuple[str, ...] = (".docx",)
    reads_as: ClassVar[str] = "docx"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The document."""
        form = official(value)
        return Written(content=document_bytes(form), notices=form.notices)


def document_bytes(form: Official) -> bytes:
    """The parts of a printed form as a document."""
    import docx

    document = docx.Document(io.BytesIO(skeleton()))
    for part in form.parts:
        _add(document, part)
    saved = io.BytesIO()
    document.save(saved)
    return _same_each_time(saved)


def _add(document: "Document", part: Part) -> None:
    from docx.oxml.parser import parse_xml

    if isinstance(part, Grid):
        body = document.element.body
        body.insert_element_before(parse_xml(table_xml(part)), "w:sectPr")
        # Two tables without a paragraph between them would become one, and the last must not end the page.
        _line(document, "", "TableText")
    elif isinstance(part, Particular):
        _line(document, part.line, _STYLES[type(part)])
    else:
        _line(document, part.text, _STYLES[type(part)])


def _line(document: "Document", text: str, style: str) -> None:
    paragraph = document.add_paragraph(text)
    if style != "Normal":
        paragraph._p.get_or_add_pPr().style = style


def _same_each_time(saved: io.BytesIO) -> bytes:
    """The archive anew, with a date that does not change."""
    content = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(content, "w") as new:
        for member in old.infolist():
            fixed = zipfile.ZipInfo(member.filename, FIXED_DATE)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            fixed.create_system = 3
            new.writestr(fixed, old.read(member.filename))
    return content.getvalue()
