"""Particulars that a document prints beside their names: 发布日期：2023年1月20日, a row of a metadata table."""

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from gov_disclosure.documents import Meta, Paragraph
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.report import PARTICULAR_LABELS
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.place import Place

__all__ = [
    "ISSUER_NAMES",
    "NUMBER_NAMES",
    "PUBLISHED_NAMES",
    "TITLE_NAMES",
    "YEAR_NAMES",
    "Printed",
    "by_name",
    "field_lines",
    "named",
]

PUBLISHED_NAMES: tuple[str, ...] = (
    *("公开日期", "发布日期", "发布时间", "公布日期", "pubdate", "publishtime", "publishdate"),
    *("生成日期", "发文日期", "成文日期", "更新时间", "时间", "日期"),
)
ISSUER_NAMES: tuple[str, ...] = (
    *("发布机构", "公开机构", "发文机关", "发布机关", "责任部门", "发布单位", "发文单位", "公开责任部门"),
    *("contentsource", "来源", "信息来源"),
)
NUMBER_NAMES: tuple[str, ...] = ("文号", "发文字号", "文件编号")
TITLE_NAMES: tuple[str, ...] = ("articletitle", "ucaptitle", "信息名称", "名称", "标题", "title", "主题名称")
YEAR_NAMES: tuple[str, ...] = (PARTICULAR_LABELS["year"],)
_OTHER_NAMES = (
    *(
        "索引号",
        "信息索引号",
        "信息分类",
        "主题分类",
        "浏览次数",
        "点击数",
        "阅读次数",
        "字体",
        "字号",
        "打印",
    ),
    PARTICULAR_LABELS["period"],
)
_LINE_NAMES = tuple(
    sorted(
        (
            name
            for names in (PUBLISHED_NAMES, ISSUER_NAMES, NUMBER_NAMES, TITLE_NAMES, YEAR_NAMES, _OTHER_NAMES)
            for name in names
            if not name.isascii()
        ),
        key=len,
        reverse=True,
    )
)
_FIELD = regex(r"(?:^|(?<=[\s|】]))[【\[]?(" + "|".join(_LINE_NAMES) + r")[】\]]?\s*[:：]\s*")
_LONGEST = 48


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Printed(ByFields):
    """A particular as printed, and where."""

    text: str
    place: Place | None = None
    doubt: bool = False

    def evidence(self) -> Evidence:
        """As evidence."""
        return Evidence(raw=self.text, kind="text", place=self.place, doubt=self.doubt)


def field_lines(head: Sequence[tuple[int, Paragraph]]) -> tuple[list[Meta], set[int]]:
    """What lines of the head name that hold nothing else (发布日期：2023年1月20日 来源：…), and which lines."""
    metas: list[Meta] = []
    lines: set[int] = set()
    for number, paragraph in head:
        text = paragraph.text.strip()
        if not text.lstrip("【[").startswith(_LINE_NAMES):
            continue
        fields = list(_FIELD.finditer(text))
        if not fields or fields[0].start() > 0 or re.search(r"[。；;]", text):
            continue
        ends = [*(field.start() for field in fields[1:]), len(text)]
        values = [
            text[field.end() : end].strip(" \u3000\t|【】[]") for field, end in zip(fields, ends, strict=True)
        ]
        if any(len(value) > _LONGEST for value in values):
            continue
        lines.add(number)
        metas += [
            Meta.filled(field[1], value, paragraph)
            for field, value in zip(fields, values, strict=True)
            if value
        ]
    return metas, lines


def by_name(metadata: Sequence[Meta]) -> dict[str, Meta]:
    """What is printed beside each name, first come first kept, by the name's key."""
    first: dict[str, Meta] = {}
    for meta in metadata:
        first.setdefault(label_key(meta.name).strip(":").lower(), meta)
    return first


def named(known: Mapping[str, Meta], names: Sequence[str], fits: Callable[[str], bool]) -> Printed | None:
    """What is printed beside the first of some names that has a fitting value."""
    for name in names:
        found = known.get(name)
        if found is not None and found.value.strip() and fits(found.value):
            return Printed(text=found.value.strip(), place=found.place)
    return None
