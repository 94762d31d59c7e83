"""The empty document that everything is put into: A4, margins, fonts and styles as official papers have them.

Sizes and margins are those of GB/T 9704-2012. The fonts it asks for are missing on many machines, so each names
the ones to take instead. Nothing in it says who wrote it or when.
"""

import io
import zipfile
from functools import cache

__all__ = ["FIXED_DATE", "TABLE_SIZE", "TEXT_WIDTH", "skeleton"]

#: The date of every member of the archive: the first that ZIP can hold.
FIXED_DATE = (1980, 1, 1, 0, 0, 0)

_MM = 1440 / 25.4
_PAGE = (210, 297)
_TOP, _BOTTOM, _LEFT, _RIGHT = 37, 35, 28, 26

#: The width of the text in twentieths of a point.
TEXT_WIDTH = round((_PAGE[0] - _LEFT - _RIGHT) * _MM)

#: How large the letters in a table are, in half points.
TABLE_SIZE = 21

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("styles", "settings", "fontTable", "footer")

_TITLE, _HEADING, _BODY, _TABLE, _LATIN = "方正小标宋简体", "黑体", "仿宋_GB2312", "宋体", "Times New Roman"

# What to take where a font is missing, and how it looks: serif ("roman") or not ("swiss").
_FONTS: tuple[tuple[str, str, str], ...] = (
    (_TITLE, "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,SimSun,Noto Serif CJK SC", "roman"),
    (_HEADING, "SimHei,STHeiti,Noto Sans CJK SC,WenQuanYi Zen Hei", "swiss"),
    (_BODY, "仿宋,FangSong,FangSong_GB2312,STFangsong,SimSun,Noto Serif CJK SC", "roman"),
    (_TABLE, "SimSun,STSong,Noto Serif CJK SC,WenQuanYi Zen Hei", "roman"),
)


@cache
def skeleton() -> bytes:
    """The document without any text, as a package that python-docx opens."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in _members():
            archive.writestr(zipfile.ZipInfo(name, FIXED_DATE), _HEAD + text)
    return content.getvalue()


def _members() -> tuple[tuple[str, str], ...]:
    return (
        ("[Content_Types].xml", _content_types()),
        ("_rels/.rels", _relationships({"rId1": ("officeDocument", "word/document.xml")})),
        ("word/document.xml", _document()),
        (
            "word/_rels/document.xml.rels",
            _relationships(
                {f"rId{place}": (name, f"{name}.xml") for place, name in enumerate(_PARTS, start=1)}
            ),
        ),
        ("word/styles.xml", _styles()),
        ("word/settings.xml", _settings()),
        ("word/fontTable.xml", _font_table()),
        ("word/footer.xml", _footer()),
    )


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}+xml"/>' for name in _PARTS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{parts}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _document() -> str:
    top, bottom, left, right = (round(side * _MM) for side in (_TOP, _BOTTOM, _LEFT, _RIGHT))
    wide, high = (round(side * _MM) for side in _PAGE)
    footer = f"rId{_PARTS.index('footer') + 1}"
    return (
        f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}"><w:body><w:sectPr>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851" '
        'w:footer="1587" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _style(kind: str, name: str, more: str, *, shown: str = "", default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{name}"><w:name w:val="{shown or name}"/>{more}</w:style>'
    )


def _run(font: str, half_points: int) -> str:
    return (
        f'<w:rPr><w:rFonts w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:cs="{_LATIN}" w:eastAsia="{font}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


def _based(on: str = "Normal", following: str = "") -> str:
    after = f'<w:next w:val="{following}"/>' if following else ""
    return f'<w:basedOn w:val="{on}"/>{after}<w:qFormat/>'


def _styles() -> str:
    line = '<w:spacing w:line="560" w:lineRule="exact"/>'
    # What Word does anyhow. LibreOffice 7 takes it for its opposite, which is as well: a comma that hangs over the
    # edge of justified text is missing from what it prints.
    hanging = '<w:overflowPunct w:val="1"/>'
    tight = '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0" w:firstLineChars="0"/>'
    flat = '<w:ind w:firstLine="0" w:firstLineChars="0"/>'
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 40), ("bottom", 60), ("right", 40))
    )
    return (
        f'<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:cs="{_LATIN}" w:eastAsia="{_BODY}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + _style(
            "paragraph",
            "Normal",
            f'<w:qFormat/><w:pPr>{hanging}{line}<w:ind w:firstLine="640" w:firstLineChars="200"/>'
            f'<w:jc w:val="both"/></w:pPr>{_run(_BODY, 32)}',
            default=True,
        )
        + _style(
            "paragraph",
            "Title",
            f'{_based(following="Normal")}<w:pPr><w:spacing w:after="280" w:line="640" w:lineRule="exact"/>'
            f'{flat}<w:jc w:val="center"/></w:pPr>{_run(_TITLE, 44)}',
        )
        + _style(
            "paragraph",
            "Heading1",
            f"{_based(following='Normal')}<w:pPr><w:keepNext/><w:keepLines/>{line}"
            f'<w:outlineLvl w:val="0"/></w:pPr>{_run(_HEADING, 32)}',
            shown="heading 1",
        )
        + _style(
            "paragraph", "Particular", f'{_based()}<w:pPr>{flat}<w:jc w:val="center"/></w:pPr>', shown="文头"
        )
        + _style(
            "paragraph",
            "SignatureLine",
            f'{_based()}<w:pPr>{line}<w:ind w:right="640" w:firstLine="0" w:firstLineChars="0"/>'
            '<w:jc w:val="right"/></w:pPr>',
            shown="落款",
        )
        + _style(
            "paragraph",
            "TableText",
            f'{_based()}<w:pPr>{tight}<w:jc w:val="center"/></w:pPr>{_run(_TABLE, TABLE_SIZE)}',
            shown="表格文字",
        )
        + _style(
            "paragraph",
            "TableLabel",
            f'{_based("TableText")}<w:pPr><w:jc w:val="left"/></w:pPr>',
            shown="表格标签",
        )
        + _style(
            "paragraph",
            "Footer",
            f'{_based()}<w:pPr>{tight}<w:jc w:val="center"/></w:pPr>{_run(_TABLE, 28)}',
            shown="footer",
        )
        + _style(
            "table",
            "TableNormal",
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>',
            shown="Normal Table",
            default=True,
        )
        + _style(
            "table",
            "TableGrid",
            '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
            f"{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>",
            shown="Table Grid",
        )
        + "</w:styles>"
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{_MAIN}"><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, instead, family in _FONTS
    )
    return f'<w:fonts xmlns:w="{_MAIN}">{fonts}</w:fonts>'


def _footer() -> str:
    field = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:t xml:space="preserve">- </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> -</w:t>',
        )
    )
    return f'<w:ftr xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field}</w:p></w:ftr>'
