"""Files made to break a reader: bounded time and memory, a clear error, no network, no file touched."""

import io
import struct
import zipfile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure import Damaged, Encrypted, Limits, NotAReport, TooLarge, UnknownFormat
from gov_disclosure.readers import Options
from gov_disclosure.readers.compound import OLE, CompoundFile
from gov_disclosure.readers.docx import DocxReader
from gov_disclosure.readers.markdown import MarkdownReader
from gov_disclosure.readers.sheets import SheetsReader
from office_docx import document, package, paragraph, run, table
from office_parts import zipped
from office_sheets import by_hand

SMALL = Limits(max_bytes=2_000_000, max_cells=20_000, max_seconds=20)


def bombed(name: str, size: int) -> bytes:
    """An archive with a part that unpacks to a size, and lies about it."""
    content = zipped({name: b" " * size, "xl/workbook.xml" if name.startswith("word") else "word/x": b""})
    true = struct.pack("<I", size)
    return content.replace(true, struct.pack("<I", 100))


def test_a_zip_bomb_is_refused() -> None:
    """Gigabytes in a small file, declared or not."""
    with pytest.raises(TooLarge, match="max_bytes"):
        gov_disclosure.read(zipped({"word/document.xml": b" " * 3_000_000}), limits=SMALL)
    with pytest.raises((TooLarge, Damaged)):
        gov_disclosure.read(bombed("word/document.xml", 3_000_000), limits=SMALL)
    many = {f"xl/worksheets/sheet{number}.xml": b" " * 900_000 for number in range(5)}
    names = "".join(f'<sheet name="{number}" sheetId="{number + 1}"/>' for number in range(5))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = f'<workbook xmlns="{main}"><sheets>{names}</sheets></workbook>'
    with pytest.raises((TooLarge, Damaged)):
        gov_disclosure.read(zipped({"xl/workbook.xml": book, **many}), limits=SMALL)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused(part: str, encoding: str) -> None:
    """Entities can multiply, and can ask for files and addresses."""
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/hostname">]><w a="&b;">&b;&c;</w>'
    )
    parts: dict[str, str | bytes] = {"word/document.xml": document(paragraph(run("正文")))}
    parts[part] = bomb.encode(encoding)
    with pytest.raises(Damaged, match=r"document type|no proper XML"):
        DocxReader().read(zipped(parts), Options())


def test_nesting_without_end_is_refused() -> None:
    """Tables in tables by the hundred would exhaust the stack."""
    inner = table([["规章", "1"], ["文件", "2"]])
    for _ in range(30):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(Damaged, match="nested"):
        DocxReader().read(package(inner), Options())
    for _ in range(300):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(Damaged):
        DocxReader().read(package(inner), Options())


def test_more_tags_than_any_report_needs() -> None:
    """A tree of millions of elements takes a hundred times the bytes it was made of."""
    with pytest.raises(TooLarge, match="tags"):
        DocxReader().read(package("<w:p/>" * 300_000), Options(limits=SMALL))


def test_a_cell_torn_into_runs_without_number() -> None:
    """Each run must cost the same however many stand before it; joined one by one these would take minutes."""
    torn = run("示" * 200) * 60_000
    made = DocxReader().read(
        package(f"<w:tbl><w:tr><w:tc>{paragraph(torn)}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        Options(limits=Limits(max_seconds=20)),
    )
    assert len(made.tables[0].cells[0].text) == 12_000_000


def test_cells_are_counted() -> None:
    """The limit on cells holds in every format."""
    many = table([["1"] * 50] * 60)
    few = Options(limits=Limits(max_cells=2_000))
    with pytest.raises(TooLarge, match="max_cells"):
        DocxReader().read(package(many), few)
    sheet = "<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 50 + "</row>") * 60 + "</sheetData>"
    with pytest.raises(TooLarge, match="max_cells"):
        SheetsReader().read(by_hand(sheet), few)
    lines = "\n".join(["|" + "1|" * 50] * 60)
    with pytest.raises(TooLarge, match="max_cells"):
        MarkdownReader().read(lines.encode(), few)
    cells = "<table>" + "<tr>" + "<td>1" * 3_000 + "</table>"
    with pytest.raises(TooLarge, match="max_cells"):
        MarkdownReader().read(cells.encode(), few)


def test_a_sheet_styled_to_its_last_row_is_read() -> None:
    """Selecting whole columns and drawing borders makes a million empty rows; the report is still there."""
    empty = "".join(
        f'<row r="{number}" s="1" customFormat="1"><c r="A{number}" s="1"/><c r="B{number}" s="1"/></row>'
        for number in range(3, 40_000)
    )
    rows = '<row r="1"><c r="A1" t="str"><v>规章</v></c><c r="B1"><v>3</v></c></row>'
    last = '<row r="1048576"><c r="A1048576" s="1"/></row>'
    content = by_hand(f"<sheetData>{rows}{empty}{last}</sheetData>")
    made = SheetsReader().read(
        content, Options(limits=Limits(max_bytes=SMALL.max_bytes * 4, max_cells=20_000))
    )
    assert [cell.text for cell in made.tables[0].cells if cell.text] == ["规章", "3"]


def test_cells_and_merges_at_the_far_ends_of_a_sheet() -> None:
    """Room for all that lies between two corners is never made."""
    far = (
        '<sheetData><row r="1"><c r="A1" t="str"><v>规章</v></c><c r="B1"><v>3</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    )
    made = SheetsReader().read(by_hand(far), Options(limits=SMALL))
    assert "规章" in {cell.text for block in made.tables for cell in block.cells}
    wide = (
        "<sheetData>"
        + "".join(
            f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="XFD{row}"><v>1</v></c></row>'
            for row in range(1, 400)
        )
        + "</sheetData>"
    )
    with pytest.raises(TooLarge, match="max_cells"):
        SheetsReader().read(by_hand(wide), Options(limits=SMALL))


def test_formulas_that_ask_for_endless_work() -> None:
    """Sums of sums of whole sheets, chains and circles come to an end."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    for row in range(1, 3_000):
        sheet.write_formula(row, 0, f"=SUM($A$1:A{row})")
        sheet.write_formula(row, 1, f"=B{row}+1")
        sheet.write_formula(row, 2, f"=C{(row * 7) % 3000 + 1}+D{row}")
    book.close()
    made = SheetsReader().read(target.getvalue(), Options())
    assert any(one.code == "formula-untrusted" for one in made.notices)


def test_password_protected_files() -> None:
    """A workbook or document behind a password is a compound file around an encrypted package."""
    content = compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y" * 100})
    for name in ("report.xlsx", "report.docx", None):
        file = io.BytesIO(content)
        if name:
            file.name = name
        with pytest.raises(Encrypted):
            gov_disclosure.read(file)
    with pytest.raises(Encrypted):
        SheetsReader().read(content, Options())
    protected = bytearray(zipped({"word/document.xml": document(paragraph(run("正文")))}))
    for place in range(len(protected) - 10):
        if protected[place : place + 4] == b"PK\x03\x04":
            protected[place + 6] |= 1
        elif protected[place : place + 4] == b"PK\x01\x02":
            protected[place + 8] |= 1
    with pytest.raises(Encrypted):
        gov_disclosure.read(bytes(protected))


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with some streams, each in sectors of its own."""
    sectors: list[bytes] = []
    fat: list[int] = []
    entries = [entry("Root Entry", 5, child=1)]
    for number, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(max(len(content), 4096), b"\0")
        pieces = [padded[start : start + 512].ljust(512, b"\0") for start in range(0, len(padded), 512)]
        first = len(sectors)
        sectors += pieces
        fat += [*range(first + 1, first + len(pieces)), 0xFFFFFFFE]
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(entry(name, 2, first=first, size=len(padded), right=right))
    directory = b"".join(entries).ljust(512, b"\0")
    start = len(sectors)
    sectors += [directory[place : place + 512].ljust(512, b"\0") for place in range(0, len(directory), 512)]
    fat += [*range(start + 1, len(sectors)), 0xFFFFFFFE]
    fat.append(0xFFFFFFFD)
    table_ = struct.pack("<128I", *(fat + [0xFFFFFFFF] * 128)[:128])
    head = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, start, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", len(sectors), *[0xFFFFFFFF] * 108)
    return head + b"".join(sectors) + table_


def entry(
    name: str, kind: int, *, first: int = 0, size: int = 0, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    """A directory entry."""
    coded = name.encode("utf-16-le") + b"\0\0"
    return (
        coded.ljust(64, b"\0")
        + struct.pack("<HBB", len(coded), kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", first, size)
    )


def test_compound_files_of_other_programs() -> None:
    """A presentation or an installer is no report, and the message says what it is."""
    with pytest.raises(UnknownFormat, match="presentation"):
        gov_disclosure.read(compound({"PowerPoint Document": b"x"}))
    with pytest.raises(UnknownFormat, match="another program"):
        gov_disclosure.read(compound({"Something": b"x"}))
    assert CompoundFile(compound({"Book": b"abc"})).read("book") == b"abc".ljust(4096, b"\0")


def test_an_embedded_sheet_does_not_make_a_document_a_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stream names of what is embedded appear in the bytes of the whole."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    content = compound({"WordDocument": "Workbook\0".encode("utf-16-le")})
    with pytest.raises((Damaged, gov_disclosure.MissingExtra)):
        gov_disclosure.read(content)


def test_empty_documents_are_no_reports() -> None:
    """Nothing in it is said as such."""
    with pytest.raises(NotAReport):
        gov_disclosure.read(package(""))
    with pytest.raises(NotAReport):
        gov_disclosure.read(by_hand("<sheetData/>"))


def test_macros_and_links_are_left_alone() -> None:
    """A macro is a part like any other that is never asked for."""
    content = zipped(
        {
            "word/document.xml": document(
                paragraph(run("示例镇2022年政府信息公开工作年度报告"))
                + paragraph(run("一、总体情况"))
                + paragraph(run("二、主动公开政府信息情况"))
            ),
            "word/vbaProject.bin": OLE + b"\xff" * 1000,
        }
    )
    assert gov_disclosure.read(content).report.year == 2022


DOCUMENTS = {
    "docx": package(
        paragraph(run("示例镇2022年政府信息公开工作年度报告"))
        + table([["规章", "1", "2"], ["文件", "3", "4"]])
    ),
    "xlsx": by_hand(
        '<sheetData><row r="1"><c r="A1" t="str"><v>规章</v></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData>'
    ),
}


def complaint(content: bytes) -> str | None:
    """What the library says of a document that it cannot read."""
    try:
        gov_disclosure.read(content)
    except gov_disclosure.GovDisclosureError as error:
        return error.message("zh")
    return None


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(DOCUMENTS)),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 10_000),
)
def test_any_damage_gives_a_reading_or_a_clear_error(
    kind: str, changes: list[tuple[int, int]], cut: int
) -> None:
    """Bytes lost or changed on the way never end in an error of somebody else's."""
    content = bytearray(DOCUMENTS[kind])
    for place, byte in changes:
        content[place % len(content)] = byte
    if cut % 3 == 0:
        del content[cut % len(content) :]
    assert complaint(bytes(content)) != ""


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["docx", "xlsx"]), st.text(alphabet='<>/&;="wptrcvfsi :t19A規', max_size=120))
def test_any_markup_inside_gives_a_reading_or_a_clear_error(kind: str, inside: str) -> None:
    """What stands in a part may be anything."""
    content = package(inside) if kind == "docx" else by_hand(inside)
    assert complaint(content) != ""


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="|-=# *<>/tabledrh规章0123\n\\_`[]()", max_size=200))
def test_any_markdown_is_read(text: str) -> None:
    """There is no wrong Markdown."""
    MarkdownReader().read(("规章" + text).encode(), Options())


@pytest.mark.parametrize(
    "line",
    [
        "-" * 200_000 + "x",
        "# " + "#" * 200_000 + "x",
        "[" * 200_000,
        "*a" * 100_000,
        "|" * 100_000,
        "<a" * 100_000,
        "[a](" * 50_000,
    ],
)
def test_long_lines_of_marks_take_no_time(line: str) -> None:
    """Patterns that look back and forth would take hours over such a line."""
    made = MarkdownReader().read(line.encode(), Options(limits=Limits(max_seconds=20)))
    assert len(made.blocks) <= 1


METHODS = {"stored": 0, "deflated": 8, "bzip2": 12, "lzma": 14}


def packed(method: int, before: bytes = b"") -> bytes:
    """A document of one line, its parts packed in a way, behind some other bytes."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(paragraph(run("示例区" * 200))))) as old,
        zipfile.ZipFile(target, "w", method) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return before + target.getvalue()


@pytest.mark.parametrize("method", METHODS)
def test_parts_packed_in_any_way_read_the_same(method: str) -> None:
    """Whatever program packed a report, and whatever stands before its archive, the same must be read."""
    usual = DocxReader().read(packed(METHODS["deflated"]), Options())
    assert DocxReader().read(packed(METHODS[method]), Options()) == usual
    assert DocxReader().read(packed(METHODS[method], b"before"), Options()) == usual


@pytest.mark.parametrize("field", ["checksum", "size", "name"])
def test_a_part_that_is_not_what_the_archive_says_is_damaged(field: str) -> None:
    """Bytes changed on the way must not become a report that nobody wrote."""
    content = packed(METHODS["deflated"])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo("word/document.xml")
    changed = {
        "checksum": (struct.pack("<I", part.CRC), struct.pack("<I", part.CRC ^ 1)),
        "size": (struct.pack("<I", part.file_size), struct.pack("<I", part.file_size - 9)),
        "name": (b"word/document.xml", b"word/another1.xml"),
    }
    old, new = changed[field]
    content = content.replace(old, new, 1) if field == "name" else content.replace(old, new)
    with pytest.raises(Damaged):
        DocxReader().read(content, Options())


def test_a_truncated_archive_is_damaged() -> None:
    """Half a download says so."""
    content = DOCUMENTS["docx"]
    with pytest.raises(Damaged):
        gov_disclosure.read(content[: len(content) // 2])
    assert zipfile.is_zipfile(io.BytesIO(content))
