"""A tiny DOCX writer for tests: the XML by hand, in every manner in which Word and WPS write it.

Every choice is drawn from a random generator, so that one seed is one document.
"""

import random
import re
from html import escape

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.layout import PrintedTable
from gov_disclosure.model.printed_table import PrintedCell
from office_parts import pieces_of, zipped

__all__ = ["STRICT", "TRANSITIONAL", "document", "package", "paragraph", "run", "table", "write_docx"]

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NUMBER = re.compile(r"^(\d{1,2})\.|^（([一二三四五六七])）|^([一二三四五六])、")


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    inside = escape(text).replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph around runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def document(body: str, namespace: str = TRANSITIONAL) -> str:
    """The main part around a body."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{namespace}" '
        f'xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )


def package(body: str, *, namespace: str = TRANSITIONAL, **parts: str) -> bytes:
    """A package with a body and further parts of ``word/`` by name (``numbering``, ``styles``)."""
    inner = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{namespace}">{content}</w:{name}>'
        for name, content in parts.items()
    }
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    main = f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
    others = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}.{name[5:-4]}+xml"/>' for name in inner
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{name[5:-4]}" Target="{name[5:]}"/>'
        for number, name in enumerate(inner)
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{main}{others}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            "</Relationships>",
            "word/document.xml": document(body, namespace),
            **inner,
        }
    )


def table(rows: list[list[str]], spans: dict[tuple[int, int], str] | None = None) -> str:
    """A table of plain texts; ``spans`` holds cell properties by row and place in the row."""
    lines = []
    for number, row in enumerate(rows):
        cells = "".join(
            f"<w:tc><w:tcPr>{(spans or {}).get((number, place), '')}</w:tcPr>{paragraph(run(text))}</w:tc>"
            for place, text in enumerate(row)
        )
        lines.append(f"<w:tr>{cells}</w:tr>")
    return f"<w:tbl><w:tblPr/>{''.join(lines)}</w:tbl>"


class _Writer:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.automatic = rng.random() < 0.3
        self.torn = rng.random() < 0.4
        self.wrapped = rng.random() < 0.4
        self.changes = rng.random() < 0.3
        self.old_merges = rng.random() < 0.2
        self.split = rng.random() < 0.3
        self.layout = rng.random() < 0.15
        self.wide = rng.random() < 0.15
        self.lists = 0

    def text(self, text: str) -> str:
        """Runs of a text, torn and wrapped as editors do."""
        if not text:
            return self.rng.choice(["", "", run(" "), run("\N{NO-BREAK SPACE}")])
        if self.wide and text.isdigit():
            text = "".join(chr(ord(character) + 0xFEE0) for character in text)
        pieces = list(text) if self.torn and len(text) < 40 else [text]
        runs = "".join(self.wrap(run(piece)) for piece in pieces)
        if self.changes and self.rng.random() < 0.3:
            runs += '<w:del w:id="1"><w:r><w:delText>99</w:delText></w:r></w:del>'
        if self.rng.random() < 0.05:
            runs += run("88", "<w:vanish/>")
        return runs

    def wrap(self, runs: str) -> str:
        if not self.wrapped:
            return runs
        match self.rng.randrange(7):
            case 0:
                return f'<w:ins w:id="2">{runs}</w:ins>'
            case 1:
                return f"<w:smartTag>{runs}</w:smartTag>"
            case 2:
                return f"<w:sdt><w:sdtPr/><w:sdtContent>{runs}</w:sdtContent></w:sdt>"
            case 3:
                return (
                    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "77" '
                    f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs}'
                    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                )
            case 4:
                return f"<w:proofErr/>{runs}<w:bookmarkEnd/>"
            case _:
                return runs

    def labelled(self, text: str) -> str:
        """A paragraph whose leading number is printed by automatic numbering, where the document does so."""
        number = _NUMBER.match(text)
        if not self.automatic or number is None:
            return paragraph(self.text(text))
        self.lists += 1
        digits, bracketed, plain = number.groups()
        start = int(digits) if digits else "一二三四五六七".index(bracketed or plain) + 1
        kind = ("decimal", "%1.") if digits else ("chineseCounting", "（%1）" if bracketed else "%1、")
        self.numbering[0].append(
            f'<w:abstractNum w:abstractNumId="{self.lists}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{kind[0]}"/><w:lvlText w:val="{kind[1]}"/></w:lvl></w:abstractNum>'
        )
        self.numbering[1].append(
            f'<w:num w:numId="{self.lists}"><w:abstractNumId w:val="{self.lists}"/></w:num>'
        )
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.lists}"/></w:numPr>'
        return paragraph(self.text(text[number.end() :]), listed)

    numbering: tuple[list[str], list[str]]

    def cell(self, cell: PrintedCell, extra: str = "") -> str:
        span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        content = paragraph(self.text(cell.text)) if cell.role == "value" else self.labelled(cell.text)
        if self.rng.random() < 0.05:
            content = paragraph("") + content
        return f"<w:tc><w:tcPr>{span}{extra}</w:tcPr>{content}</w:tc>"

    def row(self, drawn: PrintedTable, number: int) -> str:
        cells: list[str] = []
        column = 0
        while column < drawn.columns:
            cell = next(
                one
                for one in drawn.cells
                if one.row <= number < one.row + one.rowspan
                and one.column <= column < one.column + one.colspan
            )
            if cell.row < number:
                span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
                cells.append(f"<w:tc><w:tcPr>{span}<w:vMerge/></w:tcPr><w:p/></w:tc>")
            elif self.old_merges and cell.colspan > 1 and cell.rowspan == 1:
                content = (
                    paragraph(self.text(cell.text)) if cell.role == "value" else self.labelled(cell.text)
                )
                cells.append(f'<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>{content}</w:tc>')
                cells += ["<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>"] * (cell.colspan - 1)
            else:
                down = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
                cells.append(self.cell(cell, down))
            column = cell.column + cell.colspan
        if self.wrapped and self.rng.random() < 0.1:
            cells = [f"<w:sdt><w:sdtContent>{cells[0]}</w:sdtContent></w:sdt>", *cells[1:]]
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def table(self, drawn: PrintedTable) -> str:
        rows = [self.row(drawn, number) for number in range(drawn.rows)]
        if self.changes:
            gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
            rows.insert(self.rng.randrange(1, len(rows)), gone)
        parts = [rows]
        if self.split and drawn.head_rows + 2 < len(rows) and drawn.name != "challenges":
            cut = self.rng.randrange(drawn.head_rows + 1, len(rows))
            again = rows[: drawn.head_rows] if self.rng.random() < 0.5 else []
            parts = [rows[:cut], again + rows[cut:]]
        made = paragraph("").join(f"<w:tbl><w:tblPr/>{''.join(part)}</w:tbl>" for part in parts)
        if self.layout:
            return f"<w:tbl><w:tr><w:tc>{made}<w:p/></w:tc></w:tr></w:tbl>"
        return made

    def write(self, report: AnnualReport) -> bytes:
        self.numbering = ([], [])
        body: list[str] = []
        for kind, content in pieces_of(report):
            if isinstance(content, PrintedTable):
                body.append(self.table(content))
            elif kind == "heading":
                body.append(self.labelled(content))
            else:
                body.append(paragraph(self.text(content)))
        namespace = STRICT if self.rng.random() < 0.1 else TRANSITIONAL
        numbering = "".join(self.numbering[0] + self.numbering[1])
        return package("".join(body), namespace=namespace, numbering=numbering)


def write_docx(report: AnnualReport, rng: random.Random) -> bytes:
    """A report as a Word document with the quirks that the generator draws."""
    return _Writer(rng).write(report)
