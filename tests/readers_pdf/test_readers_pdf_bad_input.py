"""Files that are broken, locked, hostile or no reports: a clear error in bounded time, and nothing executed."""

import io
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.documents import Document
from gov_disclosure.model.layout import layout
from gov_disclosure.readers.pdf import PdfReader, Tolerances, page_layout
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading import (
    Damaged,
    Encrypted,
    Limits,
    NoSuchPage,
    ReadError,
    ScannedDocument,
    TooLarge,
    UnknownEngine,
    UnknownFormat,
)
from pdf_drawing import Drawing
from pdf_tables import DrawnTable, draw_table

ENGINES = ("pdfium", "pdfminer")


def report(pages: int = 1) -> bytes:
    """A file with a statutory table on its first page."""
    drawing = Drawing()
    table = layout("2021")[0]
    draw_table(
        drawing,
        DrawnTable(cells=table.cells, rows=table.rows, widths=tuple(map(float, table.widths))),
        "lines",
    )
    for _ in range(pages - 1):
        drawing.new_page()
        drawing.text(100, 100, "其他需要报告的事项")
    return drawing.finish()


def read(content: bytes, engine: str, password: str | None = None, limits: Limits | None = None) -> Document:
    """The document by one engine."""
    return PdfReader().read(content, Options(engine=engine, password=password, limits=limits or Limits()))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.7\nnothing of a PDF\n%%EOF", b"%PDF" + b"\0" * 5000]
)
def test_what_only_calls_itself_pdf_is_damaged(engine: str, content: bytes) -> None:
    """Without it, a web page saved under the wrong name would end in a traceback."""
    with pytest.raises(Damaged):
        read(content, engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_without_pages_is_damaged(engine: str) -> None:
    """Without it, an empty file would be read as a report with nothing in it."""
    drawing = Drawing()
    drawing.pages.clear()
    with pytest.raises(Damaged):
        read(drawing.finish(), engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_table_of_parts_is_mended_and_said(engine: str) -> None:
    """Without it, a file whose download went wrong would be lost, or read without a word of warning."""
    pytest.importorskip("pikepdf", reason="needs the extra 'repair'")
    sound = report()
    start = sound.rindex(b"startxref")
    for content in (sound[:start] + b"startxref\n7\n%%EOF\n", sound[: sound.rindex(b"xref\n0")]):
        document = read(content, engine)
        assert [table.column_count for table in document.tables] == [4]
        assert "file-repaired" in [notice.code for notice in document.notices]
    assert read(b"HTTP/1.1 200 OK\r\n\r\n" + sound, engine).tables == read(sound, engine).tables
    assert not read(sound, engine).notices


@pytest.mark.parametrize("engine", ENGINES)
@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_spoilt_file_is_read_or_refused(engine: str, data: st.DataObject) -> None:
    """Without it, one bad file in ten thousand would stop the other 9,999."""
    content = bytearray(SPOILT)
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    for _ in range(data.draw(st.integers(0, 20))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    problem: ReadError | None = None
    try:
        read(bytes(content), engine)
    except ReadError as error:
        problem = error
    assert problem is None or (str(problem) and problem.message("zh"))


SPOILT = report()


def _locked(content: bytes, *, user: str, owner: str) -> bytes:
    pikepdf = pytest.importorskip("pikepdf", reason="needs the extra 'repair'")
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        file.save(locked, encryption=pikepdf.Encryption(user=user, owner=owner))
    return locked.getvalue()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_password_is_asked_for_and_taken(engine: str) -> None:
    """Without it, a locked report could not be read even by those who may."""
    content = _locked(report(), user="开门", owner="owner")
    for wrong in (None, "guess"):
        with pytest.raises(Encrypted):
            read(content, engine, wrong)
    assert len(read(content, engine, "开门").tables) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_locked_against_changes_only_opens_without_a_password(engine: str) -> None:
    """Without it, the many files that may be read but not changed would be refused."""
    assert len(read(_locked(report(), user="", owner="owner"), engine).tables) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_limits_on_pages_and_bytes_hold(engine: str) -> None:
    """Without it, one huge file would take the machine down."""
    content = report(pages=30)
    with pytest.raises(TooLarge) as caught:
        read(content, engine, limits=Limits(max_pages=20))
    assert caught.value.limit == "max_pages"
    with pytest.raises(TooLarge) as caught:
        read(content, engine, limits=Limits(max_bytes=1000))
    assert caught.value.limit == "max_bytes"
    with pytest.raises(TooLarge) as caught:
        read(content, engine, limits=Limits(max_cells=5))
    assert caught.value.limit == "max_cells"
    with pytest.raises(TooLarge) as caught:
        read(content, engine, limits=Limits(max_seconds=0.0))
    assert caught.value.limit == "max_seconds"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_of_countless_lines_is_refused(engine: str) -> None:
    """Without it, a drawing of a city plan would be searched for tables until the memory is full."""
    drawing = Drawing(compress=True)
    drawing.raw("".join(f"{x} 0 m {x} 842 l S 0 {x} m 595 {x} l S\n" for x in range(0, 590, 5)) * 100)
    for tolerances, limits in (
        (Tolerances(most_rules=10_000), Limits()),
        (Tolerances(), Limits(max_seconds=0.001)),
        (Tolerances(), Limits(max_cells=2_000)),
    ):
        with pytest.raises(TooLarge):
            PdfReader(tolerances).read(drawing.finish(), Options(engine=engine, limits=limits))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("layers", [1, 2])
def test_a_decompression_bomb_is_not_unpacked(engine: str, layers: int) -> None:
    """Without it, a file of a hundred kilobytes could fill the memory."""
    packed = b"0 0 m 1 1 l S " * 500_000
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    filters = b"/FlateDecode" if layers == 1 else b"[/FlateDecode /FlateDecode]"
    drawing = Drawing()
    drawing.extra_objects.append(
        b"<< /Filter %b /Length %d >>\nstream\n%b\nendstream" % (filters, len(packed), packed)
    )
    with pytest.raises(TooLarge) as caught:
        read(drawing.finish(), engine, limits=Limits(max_bytes=5_000_000))
    assert caught.value.limit == "max_bytes"


@pytest.mark.parametrize("engine", ENGINES)
def test_scripts_and_actions_are_left_alone(engine: str) -> None:
    """Without it, reading a report could run what its author put into it."""
    drawing = Drawing()
    drawing.text(100, 100, "总体情况")
    drawing.extra_objects.append(b"<< /S /JavaScript /JS (app.alert\\(1\\); this.getField\\(1\\);) >>")
    drawing.extra_objects.append(b"<< /S /Launch /F (calc.exe) >>")
    drawing.catalog = "/OpenAction %FIRST% 0 R /AA << /WC %FIRST% 0 R >>"
    document = read(drawing.finish(), engine)
    assert [paragraph.text for paragraph in document.paragraphs] == ["总体情况"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_portfolio_is_refused_by_name(engine: str) -> None:
    """Without it, the cover page of a portfolio would be taken for the report."""
    drawing = Drawing()
    drawing.text(100, 100, "请用阅读器打开")
    drawing.extra_objects.append(b"<< /Type /EmbeddedFile /Length 4 >>\nstream\nabcd\nendstream")
    drawing.catalog = (
        "/Collection << /Type /Collection /View /D >> /Names << /EmbeddedFiles << /Names "
        "[(a.pdf) << /Type /Filespec /F (a.pdf) /UF (a.pdf) /EF << /F %FIRST% 0 R >> >>] >> >>"
    )
    with pytest.raises(UnknownFormat) as caught:
        read(drawing.finish(), engine)
    assert "portfolio" in str(caught.value)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_scan_says_so_and_names_its_pages(engine: str) -> None:
    """Without it, a scanned report would be read as one that prints nothing."""
    drawing = Drawing()
    drawing.picture(0, 0, 595, 842)
    drawing.new_page()
    drawing.picture(20, 20, 575, 800)
    with pytest.raises(ScannedDocument) as caught:
        read(drawing.finish(), engine)
    assert caught.value.pages == (1, 2)
    drawing.new_page()
    drawing.text(100, 100, "总体情况")
    document = read(drawing.finish(), engine)
    assert [(notice.code, notice.params["pages"]) for notice in document.notices] == [
        ("scanned-pages", "1, 2")
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_form_that_contains_itself_ends(engine: str) -> None:
    """Without it, a file could keep the reader busy for ever."""
    drawing = Drawing("form")
    drawing.text(100, 100, "总体情况")
    content = drawing.finish()
    own = content.index(b"/Subtype /Form")
    number = int(content[: content.rindex(b" 0 obj", 0, own)].rsplit(b"\n", 1)[-1])
    content = content.replace(b"/F2 ", b"/XObject << /X1 %d 0 R >> /F2 " % number, 1)
    assert "总体情况" in "".join(read(content, engine).walk_text())


def test_unknown_engines_and_pages_are_named() -> None:
    """Without it, a misspelt engine would silently be another one, and a page too far an IndexError."""
    with pytest.raises(UnknownEngine) as caught:
        read(report(), "mupdf")
    assert caught.value.engine == "mupdf"
    for page in (0, 2):
        with pytest.raises(NoSuchPage) as missing:
            page_layout(report(), page, Options())
        assert (missing.value.page, missing.value.pages) == (page, 1)


def test_recognises_pdf_by_its_content() -> None:
    """Without it, a PDF behind a few bytes of junk would not be known, and a text about PDF would."""
    reader = PdfReader()
    assert reader.recognises(b"\xef\xbb\xbf\n%PDF-1.4", None)
    assert not reader.recognises(b" " * 2000 + b"%PDF-1.4", "a.pdf")


@pytest.mark.parametrize("engine", ENGINES)
def test_blanks_of_a_page_that_is_broken_inside_are_in_doubt(engine: str) -> None:
    """Without it, the figures lost in a page that is broken inside would be read as blank cells."""
    drawing = Drawing(compress=True)
    for x in (100, 200, 300):
        drawing.line(x, 100, x, 200)
    for y in (100, 150, 200):
        drawing.line(100, y, 300, y)
    drawing.text(110, 130, "规章")
    for _ in range(40):
        drawing.text(110, 700, "其他需要报告的事项无")
    drawing.text(210, 130, "21")
    sound = drawing.finish()
    assert not read(sound, engine).notices
    start = sound.rindex(b"stream\n", 0, sound.rindex(b"endstream")) + 7
    middle = (start + sound.rindex(b"endstream")) // 2
    broken = sound[:middle] + b"\xff" * 20 + sound[middle + 20 :]
    document = read(broken, engine)
    assert [notice.code for notice in document.notices] == ["cut-off"]
    assert all(cell.doubt for table in document.tables for cell in table.cells if not cell.text)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("embedded", [True, False])
def test_letters_without_a_glyph_are_not_lost(engine: str, embedded: bool) -> None:
    """Without it, figures set digit by digit would vanish where their font is broken or not embedded."""
    drawing = Drawing(embedded=embedded, compress=True)
    for x in (100, 200, 300):
        drawing.line(x, 100, x, 150)
    for y in (100, 150):
        drawing.line(100, y, 300, y)
    drawing.text(110, 700, "".join(map(chr, range(0x4E00, 0x4F00))), 2)
    for place, letter in enumerate("规章"):
        drawing.text(110 + 10 * place, 130, letter)
    for place, letter in enumerate("4096"):
        drawing.text(210 + 5 * place, 130, letter)
    content = drawing.finish()
    if embedded:
        start = content.index(b"stream\n", content.index(b"/Length1")) + 7
        content = content[: start + 120] + b"\xff\x00\xff" + content[start + 123 :]
    (table,) = read(content, engine).tables
    assert [cell.text for cell in table.cells if not cell.doubt] == ["规章", "4096"]


@pytest.mark.parametrize("engine", ENGINES)
def test_ten_thousand_pages_are_refused_before_they_are_read(engine: str) -> None:
    """Without it, a whole archive saved as one file would keep the reader busy for an hour."""
    drawing = Drawing()
    for _ in range(9_999):
        drawing.new_page()
    with pytest.raises(TooLarge) as caught:
        read(drawing.finish(), engine)
    assert caught.value.limit == "max_pages"


@pytest.mark.parametrize("engine", ENGINES)
def test_boxes_painted_by_a_part_that_is_shown_again_and_again_are_counted(engine: str) -> None:
    """Without it, a few lines that show one drawing a thousand times would keep a reader busy for minutes."""
    drawing = Drawing(frame="form")
    drawing.raw("".join(f"{x} 0 9 9 re f\n" for x in range(300)))
    once = b"q 0.5 0 0 0.5 0 0 cm /X1 Do Q"
    content = drawing.finish()
    assert once in content
    content = content.replace(once, (b"/X1 Do " * 4).ljust(len(once)))
    with pytest.raises(TooLarge) as caught:
        PdfReader(Tolerances(most_rules=500)).read(content, Options(engine=engine))
    assert caught.value.limit == "most_rules"
    assert PdfReader(Tolerances(most_rules=700)).read(content, Options(engine=engine)).tables == ()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "paint",
    ["{x} 0 m {x} 9 l S", "{x} 0 m {x} 9 l", "{x} 0 2 9 re S", "{x} 0 2 9 re", "{x} 9 l", "{x} 0 9 9 re f"],
)
def test_a_page_with_too_many_lines_is_refused_however_they_are_painted(engine: str, paint: str) -> None:
    """Without it, a page with a million lines would fill the memory before anybody counts them."""
    drawing = Drawing(compress=True)
    drawing.raw("0 0 m\n" + "\n".join(paint.format(x=place % 590) for place in range(3_000)) + "\nS\n")
    content = drawing.finish()
    with pytest.raises(TooLarge) as caught:
        PdfReader(Tolerances(most_rules=1_000)).read(content, Options(engine=engine))
    assert caught.value.limit == "most_rules"
    assert PdfReader().read(content, Options(engine=engine)).tables == ()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_bomb_behind_a_lock_is_not_unpacked(engine: str) -> None:
    """Without it, a lock that opens by itself would hide a bomb from the guard that looks for it."""
    packed = zlib.compress(b"\x81 " * 1_000_000 + b"\x80", 9)
    drawing = Drawing()
    drawing.text(100, 100, "总体情况")
    drawing.extra_objects.append(
        b"<< /Filter [/FlateDecode /RunLengthDecode] /Length %d >>\nstream\n%b\nendstream"
        % (len(packed), packed)
    )
    sound = drawing.finish()
    bomb = int(sound[: sound.index(b" 0 obj\n<< /Filter [")].rsplit(b"\n", 1)[-1])
    start = sound.index(b"/Contents ") + len(b"/Contents ")
    loaded = sound[:start] + b"%d" % bomb + sound[sound.index(b" 0 R", start) :]
    with pytest.raises(TooLarge) as caught:
        read(_locked(loaded, user="", owner="owner"), engine, limits=Limits(max_bytes=20_000_000))
    assert caught.value.limit == "max_bytes"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_cut_off_is_never_read_as_if_it_were_whole(engine: str) -> None:
    """Without it, tables on the lost pages would count as tables that the body did not print."""
    pytest.importorskip("pikepdf", reason="needs the extra 'repair'")
    content = report(pages=3)
    assert not read(content, engine).notices
    for share in range(1, 20):
        try:
            document = read(content[: len(content) * share // 20], engine)
        except Damaged:
            continue
        assert document.notices, share


def gazette(statistics: gov_disclosure.AnnualReport) -> bytes:
    """A gazette with a report in its midst, between a list of contents, a decree with a table, and a notice."""
    drawing = Drawing()
    drawing.text(200, 80, "示例区人民政府公报", 22)
    for place, line in enumerate(("区政府令", "2023年政府信息公开工作年度报告", "人事任免")):
        drawing.text(90, 200 + 30 * place, f"{line} …… {4 * place + 2}", 12)
    drawing.new_page()
    drawing.text(90, 80, "示例区城市绿化管理办法", 16)
    for x in (90, 240, 390):
        drawing.line(x, 120, x, 180)
    for y in (120, 150, 180):
        drawing.line(90, y, 390, y)
    for x, y, text in ((100, 140, "项目"), (250, 140, "数量"), (100, 170, "公园"), (250, 170, "17")):
        drawing.text(x, y, text)
    drawing.new_page()
    drawing.text(90, 70, "示例区人民政府2023年政府信息公开工作年度报告", 16)
    top = 80.0
    for table in layout(statistics, only_printed=True):
        if top > 100:
            drawing.new_page()
            top = 50.0
        drawing.text(90, top + 25, table.heading, 12)
        how = DrawnTable(cells=table.cells, rows=table.rows, widths=tuple(map(float, table.widths)))
        top = draw_table(drawing, how, "lines", top=top + 40)
    drawing.new_page()
    drawing.text(90, 80, "示例区人民政府关于张三等同志职务任免的通知", 16)
    drawing.text(90, 120, "任命5人，免去3人。")
    return drawing.finish()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_report_inside_a_gazette_is_found_and_nothing_else_is_taken_for_its_figures(engine: str) -> None:
    """Without it, a report that is bound with other papers could not be read, or would borrow their figures."""
    form = gov_disclosure.Form("2021")
    fields = [field for field in form.fields if field.variant != "single_other"]
    figures = {field.path: place % 97 for place, field in enumerate(fields)}
    statistics = gov_disclosure.AnnualReport.blank("2021").replace(figures)
    reading = gov_disclosure.read(gazette(statistics), engine=engine)
    assert reading.report.title == "示例区人民政府2023年政府信息公开工作年度报告"
    assert (reading.report.issuer, reading.report.year) == ("示例区人民政府", 2023)
    assert {path: reading.report[path] for path in figures} == figures
    assert not [path for path in reading.doubtful if path in figures]
