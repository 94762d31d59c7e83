"""Plain tables of Word documents are read in one pass; any mark that is not plain sends them the long way."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.documents import Document
from gov_disclosure.readers import Options
from gov_disclosure.readers.docx import DocxReader
from office_docx import package, paragraph, run

MARK = '<w:moveFrom w:id="1"/>'  # prints nothing, and sends its table the long way
STYLES = (
    '<w:style w:type="paragraph" w:styleId="head"><w:name w:val="head"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="line"><w:name w:val="line"/></w:style>'
    '<w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="unseen"><w:name w:val="unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="list"><w:name w:val="toc 1"/></w:style>'
)
TEXTS = ("", " ", "1", "12", "行政许可", "本年新收\n申请数量", "-", "三、\t收到", "7 件", "公开" * 80)
SETTINGS = (
    "",
    "",
    "",
    '<w:tcW w:w="900"/><w:vAlign w:val="center"/>',
    '<w:gridSpan w:val="2"/>',
    '<w:vMerge w:val="restart"/>',
    "<w:vMerge/>",
    '<w:gridSpan w:val="2"/><w:vMerge w:val="continue"/>',
    '<w:gridSpan w:val="x"/>',
)
# What may stand beside the runs of a paragraph: passed by, looked into, or read with care.
BESIDE = (
    *[""] * 30,
    '<w:bookmarkStart w:id="1"/>',
    '<w:ins w:id="1"><w:r><w:t>5</w:t></w:r></w:ins>',
    '<w:del w:id="1"><w:r><w:delText>8</w:delText><w:t>8</w:t></w:r></w:del>',
    "<w:smartTag><w:r><w:t>2024</w:t></w:r></w:smartTag>",
    "<w:hyperlink><w:r><w:t>详见</w:t><w:br/></w:r></w:hyperlink>",
    "<w:r><w:ruby><w:rt><w:r><w:t>sān</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>三</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "<w:r><w:tab/><w:t>1</w:t></w:r>",
    "<w:r><w:softHyphen/><w:t>6</w:t><w:cr/></w:r>",
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>',
    "<w:r><w:pict><w:x/></w:pict><w:drawing/></w:r>",
    "<w:x><w:r><w:t>9</w:t></w:r></w:x>",
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>7</w:t></w:r></w:sdtContent></w:sdt>",
)
PROPERTIES = (
    "",
    '<w:jc w:val="center"/>',
    '<w:pStyle w:val="head"/>',
    '<w:pStyle w:val="line"/><w:keepNext/>',
)


def read(body: str) -> Document:
    """The document of a body."""
    return DocxReader().read(package(body, styles=STYLES), Options())


def rows(rng: random.Random) -> str:
    """Rows of cells of one to three paragraphs, joined in right and in wrong ways."""
    lines = []
    for _ in range(rng.randint(1, 5)):
        cells = ""
        for _ in range(rng.randint(1, 5)):
            content = "".join(
                paragraph(
                    "".join(
                        run(rng.choice(TEXTS), rng.choice(("", "<w:b/>"))) + rng.choice(BESIDE)
                        for _ in range(rng.randint(0, 2))
                    ),
                    rng.choice(PROPERTIES),
                )
                for _ in range(rng.choice((1, 1, 1, 2, 3)))
            )
            cells += f"<w:tc><w:tcPr>{rng.choice(SETTINGS)}</w:tcPr>{content}</w:tc>"
        lines.append(f'<w:tr><w:trPr><w:trHeight w:val="300"/></w:trPr>{cells}</w:tr>')
    return "".join(lines)


@given(st.integers(0, 10**9))
def test_both_ways_see_the_same(seed: int) -> None:
    """A clerk's comment in a table must not change a figure of it, nor where a figure is said to stand."""
    inside = rows(random.Random(seed))
    after = paragraph(run("其他需要报告的事项"))
    short = read(f"<w:tbl>{inside}</w:tbl>{after}")
    long = read(f"<w:tbl>{inside.replace('</w:p>', MARK + '</w:p>', 1)}</w:tbl>{after}")
    assert short == long


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins><w:r><w:t>2</w:t></w:r></w:ins>", "2"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>", "2"),
        ("<w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r>", "1\n2"),
        ("<w:hyperlink><w:r><w:t>12</w:t></w:r></w:hyperlink>", "12"),
        ("<w:moveFrom><w:r><w:t>1</w:t></w:r></w:moveFrom><w:r><w:t>2</w:t></w:r>", "2"),
        ('<w:r><w:sym w:char="F031" w:font="Arial"/></w:r><w:r><w:t>2</w:t></w:r>', None),
        ('<w:r><w:rPr><w:rStyle w:val="gone"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>', "2"),
        ('<w:pPr><w:pStyle w:val="unseen"/></w:pPr><w:r><w:t>1</w:t></w:r>', ""),
        ('<w:pPr><w:pStyle w:val="list"/></w:pPr><w:r><w:t>1</w:t></w:r>', ""),
    ],
)
def test_what_is_not_plain_is_read_with_care(inside: str, text: str | None) -> None:
    """Deleted, hidden and moved figures must not come back because the table around them is a plain one."""
    made = read(
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p>{inside}</w:p></w:tc></w:tr></w:tbl>"
    )
    (table,) = made.tables
    found = table.cells[1].text
    assert found == text if text is not None else found.endswith("2") and found != "2"
