"""What Word and WPS do to a document, each quirk at its smallest."""

import io

import docx
import pytest

import gov_disclosure
from gov_disclosure.documents import Document, Paragraph, Table
from gov_disclosure.readers import Options
from gov_disclosure.readers.docx import DocxReader
from office_docx import STRICT, document, package, paragraph, run, table
from office_parts import zipped


def read(body: str, **parts: str) -> Document:
    """The document of a body."""
    return DocxReader().read(package(body, **parts), Options())


def texts(made: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.text for block in made.blocks if isinstance(block, Paragraph)]


def grid(made: Document) -> list[list[str]]:
    """The only table's texts by rows."""
    (found,) = made.tables
    return [[cell.text for cell in row] for row in found.rows()]


def cell(text: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_merged_cells_stand_once_with_their_spans() -> None:
    """A label over several rows or columns must not be read as several, nor push figures aside."""
    made = read(
        tbl(
            cell("角", '<w:gridSpan w:val="2"/>') + cell("甲"),
            cell("组", '<w:vMerge w:val="restart"/>') + cell("一") + cell("1"),
            cell("", "<w:vMerge/>") + cell("二") + cell("2"),
        )
    )
    cells = {one.text: one for one in made.tables[0].cells}
    assert (cells["角"].colspan, cells["组"].rowspan) == (2, 2)
    assert [(one.row, one.column) for one in made.tables[0].cells if one.text in "12"] == [(1, 2), (2, 2)]


def test_old_horizontal_merges_are_one_cell() -> None:
    """Files by old converters merge with hMerge: the covered cells are no blank figures."""
    made = read(
        tbl(
            cell("行政许可") + cell("7", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>"),
            cell("行政处罚") + cell("8") + cell("9"),
        )
    )
    assert [one.colspan for one in made.tables[0].rows()[0]] == [1, 2]


def test_a_merged_cell_that_hides_another_text_is_in_doubt() -> None:
    """Word shows the first of the joined cells alone; a hidden figure must not vanish untold."""
    made = read(
        tbl(
            cell("规章") + cell("1", '<w:vMerge w:val="restart"/>'),
            cell("文件") + cell("5", "<w:vMerge/>"),
        )
    )
    assert next(one for one in made.tables[0].cells if one.text == "1").doubt
    assert not next(one for one in made.tables[0].cells if one.text == "规章").doubt


def test_tracked_changes_are_accepted() -> None:
    """A report under revision holds old and new figures side by side: only the new ones count."""
    figure = (
        '<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2">'
        + run("15")
        + "</w:ins>"
    )
    moved = (
        '<w:moveFrom w:id="3">'
        + run("旧处")
        + '</w:moveFrom><w:moveTo w:id="4">'
        + run("新处")
        + "</w:moveTo>"
    )
    made = read(paragraph(figure) + paragraph(moved))
    assert texts(made) == ["15", "新处"]


def test_deleted_rows_and_paragraph_marks_are_gone() -> None:
    """A deleted row must not be read, and two paragraphs that were joined are one."""
    made = read(
        paragraph(run("前半"), "<w:rPr><w:del/></w:rPr>")
        + paragraph(run("后半"))
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
        + cell("规章")
        + cell("9")
        + "</w:tr><w:tr>"
        + cell("规章")
        + cell("3")
        + "</w:tr></w:tbl>"
    )
    assert texts(made) == ["前半后半"]
    assert grid(made) == [["规章", "3"]]


def test_text_without_an_end_is_kept_where_nothing_follows_it() -> None:
    """A figure retyped under tracked changes, its paragraph's end deleted with the old one, must not vanish."""
    gone = "<w:rPr><w:del/></w:rPr>"
    row = cell("规章").join(("<w:tr>", f"<w:tc>{paragraph(run('3'), gone)}</w:tc></w:tr>"))
    made = read(paragraph(run("前"), gone) + f"<w:tbl>{row}</w:tbl>" + paragraph(run("末"), gone))
    assert texts(made) == ["前", "末"]
    assert grid(made) == [["规章", "3"]]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("1") + run("88", "<w:vanish/>") + run("2"), "12"),
        (run("1") + run("3", '<w:vanish w:val="0"/>'), "13"),
        ("<w:r><w:t>上</w:t><w:tab/><w:t>下</w:t><w:br/><w:t>次</w:t></w:r>", "上\t下\n次"),
        ("<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>", "2-1"),
        ('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t>8</w:t></w:r>', "−8"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "□"),
        ('<w:r><w:sym w:font="宋体" w:char="4E00"/></w:r>', "一"),
        ('<w:fldSimple w:instr="PAGE">' + run("5") + "</w:fldSimple>", "5"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF 1=1 </w:instrText><w:t>44</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("6")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "6",
        ),
        (
            "<w:r><w:ruby><w:rt>"
            + run("gōng")
            + "</w:rt><w:rubyBase>"
            + run("工")
            + "</w:rubyBase></w:ruby></w:r>作",
            "工",
        ),
        ('<w:hyperlink w:anchor="a">' + run("见附件") + "</w:hyperlink>", "见附件"),
        (run("注") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "注"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("17") + "</w:sdtContent></w:sdt>", "17"),
    ],
)
def test_text_is_what_is_shown(content: str, shown: str) -> None:
    """Hidden text, instructions, readings and notes are not printed; all else is, in order."""
    assert texts(read(paragraph(content))) == [shown]


def test_hidden_by_style() -> None:
    """Text may be hidden by a style that rests on another one."""
    styles = (
        '<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    made = read(paragraph(run("看得见") + run("99", '<w:rStyle w:val="b"/>')), styles=styles)
    assert texts(made) == ["看得见"]


def test_headings_and_contents_lists() -> None:
    """Headings are marked as such; a table of contents repeats them and is left out."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="toc 1"/></w:style>'
    )
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    )
    made = read(
        gallery
        + "<w:sdtContent>"
        + paragraph(run("一、总体情况 1"))
        + "</w:sdtContent></w:sdt>"
        + paragraph(run("二、主动公开政府信息情况……2"), '<w:pStyle w:val="2"/>')
        + paragraph(run("一、总体情况"), '<w:pStyle w:val="1"/>'),
        styles=styles,
    )
    assert [(block.text, block.heading) for block in made.paragraphs] == [("一、总体情况", True)]


def test_a_text_box_is_read_once() -> None:
    """A text box is stored twice, for new and for old programs."""
    inner = "<w:txbxContent>" + paragraph(run("示例区人民政府")) + "</w:txbxContent>"
    made = read(
        paragraph(
            run("正文")
            + f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    assert texts(made) == ["正文", "示例区人民政府"]


def test_layout_tables_give_way() -> None:
    """A page arranged by a table: the report's table inside is read, the prose beside it is prose."""
    inner = table([["规章", "1", "2"], ["文件", "3", "4"]])
    made = read(f"<w:tbl><w:tr><w:tc>{paragraph(run('标题'))}{inner}<w:p/></w:tc></w:tr></w:tbl>")
    assert texts(made) == ["标题"]
    assert grid(made) == [["规章", "1", "2"], ["文件", "3", "4"]]


def test_a_small_table_inside_a_row_takes_its_place_there() -> None:
    """Figures in a little table inside a cell still stand behind their label."""
    inner = table([["5", "6"]])
    made = read(
        "<w:tbl><w:tr>"
        + cell("规章")
        + f"<w:tc>{inner}<w:p/></w:tc></w:tr><w:tr>"
        + cell("文件")
        + cell("7")
        + "</w:tr></w:tbl>"
    )
    assert grid(made)[0] == ["规章", "5", "6"]
    assert not made.tables[0].sure_columns


def test_cells_inside_controls_and_strict_names() -> None:
    """Content controls around rows and cells are transparent, and the strict variant reads alike."""
    body = (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
        + cell("规章")
        + "</w:sdtContent></w:sdt>"
        + cell("3")
        + "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert grid(read(body)) == [["规章", "3"]]
    assert grid(DocxReader().read(package(body, namespace=STRICT), Options())) == [["规章", "3"]]


def test_a_calculated_field_marked_as_out_of_date_is_in_doubt() -> None:
    """Word would recalculate this total on opening: the stored one may be wrong."""
    field = '<w:fldSimple w:instr=" =SUM(LEFT) " w:dirty="true">' + run("9") + "</w:fldSimple>"
    made = read(f"<w:tbl><w:tr>{cell('总计')}<w:tc>{paragraph(field)}</w:tc></w:tr></w:tbl>")
    assert [one.doubt for one in made.tables[0].cells] == [False, True]


def test_places_count_tables_rows_and_paragraphs() -> None:
    """A person must find a doubtful cell again."""
    made = read(paragraph(run("一")) + paragraph("") + paragraph(run("三")) + table([["a", "b"], ["c", "d"]]))
    assert [block.place.line for block in made.paragraphs if block.place] == [1, 3]
    last = made.tables[0].cells[-1].place
    assert last is not None
    assert (last.table, last.row, last.column) == (1, 2, 2)


def test_properties_headers_and_embedded_documents() -> None:
    """Title and creator are kept aside, headers and footers are no text, and what is embedded is told."""
    made = docx.Document()
    made.core_properties.title = "示例区人民政府2023年政府信息公开工作年度报告"
    made.core_properties.author = "示例区人民政府办公室"
    made.sections[0].header.paragraphs[0].text = "页眉"
    made.add_paragraph("正文")
    target = io.BytesIO()
    made.save(target)
    found = DocxReader().read(target.getvalue(), Options())
    named = {meta.name: meta.value for meta in found.metadata}
    assert (named["title"], named["creator"]) == (
        "示例区人民政府2023年政府信息公开工作年度报告",
        "示例区人民政府办公室",
    )
    assert texts(found) == ["正文"]
    chunk = read(paragraph(run("正文")) + '<w:altChunk r:id="x" xmlns:r="r"/>')
    assert [one.code for one in chunk.notices] == ["embedded-part"]


def test_the_main_part_is_found_by_the_packages_relations() -> None:
    """Some producers name the text otherwise, or write backslashes into the archive."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    main = document(paragraph(run("正文")))
    for name in ("word/document2.xml", "word\\document2.xml"):
        content = zipped({"_rels/.rels": relations, name: main})
        assert texts(DocxReader().read(content, Options())) == ["正文"]


def test_a_report_by_another_library_is_read_to_the_last_cell() -> None:
    """Tables made by python-docx, one cut in two by a paragraph."""
    made = docx.Document()
    made.add_paragraph("示例镇2023年政府信息公开工作年度报告")
    for rows in (
        [
            ["第二十条第（一）项"] * 4,
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "0", "0"],
        ],
        [["行政规范性文件", "2", "", "7"]],
    ):
        made.add_paragraph("")
        grid_ = made.add_table(rows=len(rows), cols=4)
        for line, row in zip(grid_.rows, rows, strict=True):
            for slot, text in zip(line.cells, row, strict=True):
                slot.text = text
        if len(rows) == 3:
            joined = grid_.rows[0].cells[0].merge(grid_.rows[0].cells[3])
            joined.text = rows[0][0]
    target = io.BytesIO()
    made.save(target)
    reading = gov_disclosure.read(target.getvalue())
    paths = [f"proactive.normative_documents.{name}" for name in ("issued", "repealed", "in_force")]
    assert [reading.report[path] for path in paths] == [2, None, 7]
    assert not reading.doubtful


def test_tables_keep_blank_cells() -> None:
    """A blank cell is a cell: without it, figures would move to the left."""
    made = read(tbl(cell("规章") + cell("") + cell("\N{NO-BREAK SPACE}") + cell("3")))
    assert isinstance(made.blocks[0], Table)
    assert grid(made) == [["规章", "", "", "3"]]
