"""Automatic numbering: numbers that are printed and not stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.numerals import chinese_numeral
from gov_disclosure.readers import Options
from gov_disclosure.readers.docx import DocxReader
from gov_disclosure.readers.docx.counting import printed_number
from office_docx import package, paragraph, run


def level(number: int, format_: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """A list definition and the lists that use it."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def listed(text: str, level_: int = 0, list_: int = 1) -> str:
    """A numbered paragraph."""
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level_}"/><w:numId w:val="{list_}"/></w:numPr>')


def read(body: str, **parts: str) -> list[str]:
    """The paragraphs as printed."""
    made = DocxReader().read(package(body, **parts), Options())
    return [block.text for block in made.paragraphs]


def test_section_numbers_and_row_labels() -> None:
    """Sections 一、 and labels （一） and 1. must come out as if they were typed."""
    chinese = numbering(
        level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
    )
    body = (
        listed("总体情况")
        + listed("主动公开")
        + listed("予以公开", 1)
        + listed("属于国家秘密", 2)
        + listed("其他", 2)
        + listed("无法提供", 1)
        + listed("不掌握", 2)
        + listed("申请")
    )
    assert read(body, numbering=chinese) == [
        "一、总体情况",
        "二、主动公开",
        "（一）予以公开",
        "1.属于国家秘密",
        "2.其他",
        "（二）无法提供",
        "1.不掌握",
        "三、申请",
    ]


def test_numbers_of_several_levels_and_gaps() -> None:
    """1.2 is made of two counters; a tab behind a bare number is a gap."""
    made = numbering(
        level(0, "decimal", "%1"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", '<w:suff w:val="nothing"/>'),
    )
    body = listed("甲") + listed("乙", 1) + listed("丙", 2) + listed("丁", 1)
    assert read(body, numbering=made) == ["1 甲", "1.1 乙", "1.1.1丙", "1.2 丁"]


def test_lists_that_share_a_definition_go_on_unless_they_start_anew() -> None:
    """Two tables numbered 1. to 8. each use one definition with a new start."""
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("a") + listed("b", 0, 2) + listed("c", 0, 3) + listed("d", 0, 3)
    assert read(body, numbering=numbering(level(0, "decimal", "%1."), nums=nums)) == [
        "1.a",
        "2.b",
        "1.c",
        "2.d",
    ]


def test_numbering_by_style_and_its_end() -> None:
    """A style brings the number of its level; a paragraph may give it up."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="k"><w:basedOn w:val="h"/></w:style>'
    )
    made = numbering(level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h"/>'))
    body = (
        paragraph(run("总体情况"), '<w:pStyle w:val="h"/>')
        + paragraph(run("没有号"), '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph(run("主动公开"), '<w:pStyle w:val="k"/>')
    )
    assert read(body, numbering=made, styles=styles) == ["一、总体情况", "没有号", "二、主动公开"]


def test_bullets_and_deleted_paragraphs_print_no_number() -> None:
    """A bullet is no number, and a paragraph that is gone does not count."""
    made = numbering(level(0, "decimal", "%1."), level(1, "bullet", "•"))
    gone = paragraph(
        '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert read(gone + listed("甲") + listed("乙", 1) + listed("丙"), numbering=made) == [
        "1.甲",
        "乙",
        "2.丙",
    ]


def test_a_missing_or_endless_definition_prints_nothing() -> None:
    """Broken files name lists that are not there, and styles that rest on themselves."""
    styles = '<w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="h"/></w:style>'
    body = listed("甲", 0, 9) + paragraph(run("乙"), '<w:pStyle w:val="h"/>')
    assert read(body, styles=styles) == ["甲", "乙"]


@given(st.integers(1, 9_999))
def test_chinese_numbers_read_back(number: int) -> None:
    """The numbers printed are the numbers that a reader of numerals understands."""
    assert chinese_numeral(printed_number(number, "chineseCounting")) == number
    assert chinese_numeral(printed_number(number, "chineseLegalSimplified")) == number


@pytest.mark.parametrize(
    ("number", "format_", "printed"),
    [
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (5, "decimalZero", "05"),
        (12, "decimalFullWidth", "１２"),
        (20, "ideographDigital", "二〇"),
        (10, "chineseCounting", "十"),
        (110, "chineseCounting", "一百一十"),
        (7, "someNewFormat", "7"),
        (7, "none", ""),
    ],
)
def test_formats(number: int, format_: str, printed: str) -> None:
    """Every format that Chinese documents use; an unknown one falls back on digits."""
    assert printed_number(number, format_) == printed
