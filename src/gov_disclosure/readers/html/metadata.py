"""What a page says about itself: titles, meta tags, and the fields printed above the article.

Sites print those fields as a table (名称 | 索引号 | 发布机构 | 公开日期 …), as a list of definitions, or as
a line ``发布时间：… 来源：…``.
"""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from gov_disclosure.documents import Meta
from gov_disclosure.readers.html.paths import Addressed, Paths
from gov_disclosure.readers.html.raw import Item, RawCell, RawParagraph, RawTable

__all__ = ["is_metadata_table", "page_metadata", "paragraph_metadata", "table_metadata"]

_PRINTED_NAMES = (
    "名称 信息名称 标题 信息标题 文件名称 文件标题 公文名称 公开事项名称 索引号 "
    "信息索引号 索引编号 信息索引 分类 信息分类 主题分类 组配分类 体裁分类 "
    "服务对象分类 公文种类 文种 类别 信息类别 栏目 所属栏目 发布机构 发布单位 "
    "发布机关 发文机关 发文机构 发文单位 公开主体 公开单位 公开机构 责任部门 "
    "责任单位 信息来源 来源 文章来源 稿件来源 单位 制发机关 制发单位 生成机构 "
    "信息提供单位 公开日期 发布日期 发布时间 发文日期 发文时间 成文日期 成文时间 "
    "生成日期 生成时间 制发日期 制作日期 印发日期 签发日期 生效日期 施行日期 "
    "实施日期 废止日期 失效日期 失效时间 公开时间 更新时间 更新日期 时间 日期 文号 "
    "发文字号 发文文号 文件编号 公文文号 编号 关键词 关键字 主题词 内容概述 "
    "内容概要 信息概述 摘要 时效 时效性 有效性 有效期 效力状态 信息有效性 公开方式 "
    "公开范围 公开形式 公开类别 公开程序 公开时限 公开类型 公开属性 载体类型 "
    "信息格式 语种 文件下载 附件下载 附件 作者 编辑 责任编辑 审核 审核人 "
    "浏览次数 浏览量 点击数 点击量 阅读次数 阅读 访问量 字体 字号 字体大小 "
    "采集时间 保管期限 记录形式 登记号 统一登记号 备注 主送机关 规范性文件统一编号 "
    "是否有效 发布人"
)
_NAMES = frozenset(_PRINTED_NAMES.split())
_SEPARATORS = re.compile(r"[\s\u3000:：【】\[\]〔〕*·|]+")
_MOST_CELLS = 80
_HEAD = 80  # paragraphs above the first table that may hold fields
_SHORT = 120
_LONGEST_VALUE = 1_000
_MOST_TAGS = 200
_TECHNICAL = frozenset(("viewport", "renderer", "robots", "referrer", "theme-color", "format-detection"))
# Too common in running text to be fields there; they only end the one before.
_TOO_COMMON = "单位 时间 日期 备注 附件 编号 分类 类别 文种 审核 编辑 阅读 字体 字号 摘要"
_NOT_IN_LINES = frozenset(_TOO_COMMON.split())
_WORD = re.compile(r"\S+")
_BEFORE_COLON = re.compile(r"([\u4e00-\u9fff][\u4e00-\u9fff\s]*)[】\]]?\s*[：:]")


def page_metadata(noted: Sequence[LexborNode], paths: Paths) -> Iterator[Meta]:
    """Titles, meta tags, and the fields that common publishing systems mark up."""
    for node in noted[:_MOST_TAGS]:
        if node.tag == "meta":
            attributes = node.attributes
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
            value = attributes.get("content")
        else:
            name, value = node.tag, node.text(deep=True)
        value = " ".join((value or "").split())[:_LONGEST_VALUE]
        if name and value and name not in _TECHNICAL:
            yield Meta.filled(name, value, Addressed(node, paths))


def is_metadata_table(table: RawTable) -> bool:
    """Whether a table certainly holds fields about the page and nothing else."""
    if table.is_metadata is None:
        table.is_metadata = _holds_fields(table)
    return table.is_metadata


def _holds_fields(table: RawTable) -> bool:
    if table.cell_count > _MOST_CELLS or _first_name(table) not in _NAMES:
        return False
    names = pairs = others = 0
    for name, value in _pairs(table):
        if name is None:
            others += bool(value.text)
        else:
            pairs += 1
            names += _plain(name.text) in _NAMES
    return names >= 2 and others == 0 and names * 2 >= pairs


def _first_name(table: RawTable) -> str:
    return next((_plain(cell.text) for row in table.rows() for cell in row.cells if cell.text), "")


def table_metadata(table: RawTable, paths: Paths | None) -> Iterator[Meta]:
    """The fields of a metadata table, with their places where they have addresses."""
    for name, value in _pairs(table):
        if name is not None and value.text:
            place = Addressed(value.node, paths) if paths is not None else None
            yield Meta.filled(_plain(name.text), value.text[:_LONGEST_VALUE], place)


def _pairs(table: RawTable) -> Iterator[tuple[RawCell | None, RawCell]]:
    """Names with their values, side by side or one row above the other; cells that are no pair come alone."""
    rows = [row.cells for row in table.rows() if any(cell.text for cell in row.cells)]
    number = 0
    while number < len(rows):
        cells = rows[number]
        below = rows[number + 1] if number + 1 < len(rows) else []
        if len(cells) > 1 and len(cells) == len(below) and _all_names(cells) and not _all_names(below[::2]):
            yield from zip(cells, below, strict=True)
            number += 2
            continue
        if len(cells) % 2:
            yield from ((None, cell) for cell in cells)
        else:
            yield from zip(cells[::2], cells[1::2], strict=True)
        number += 1


def _all_names(cells: Sequence[RawCell]) -> bool:
    return all(_plain(cell.text) in _NAMES for cell in cells)


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", text)


def paragraph_metadata(items: Sequence[Item], paths: Paths) -> Iterator[Meta]:
    """The fields printed in lines and lists above the first table."""
    head: list[RawParagraph] = []
    for item in items:
        if isinstance(item, RawTable) and not is_metadata_table(item):
            break
        if isinstance(item, RawParagraph):
            head.append(item)
            if len(head) == _HEAD:
                break
    for number, paragraph in enumerate(head):
        text = paragraph.text
        if len(text) > _SHORT:
            continue
        if paragraph.node.tag == "dt" and number + 1 < len(head) and head[number + 1].node.tag == "dd":
            name = _plain(text)
            if name in _NAMES:
                yield _meta(name, head[number + 1], paths)
        elif "：" in text or ":" in text:
            yield from _fields(paragraph, paths)


def _fields(paragraph: RawParagraph, paths: Paths) -> Iterator[Meta]:
    """Each ``name：value`` of a line; a value ends where the next name begins."""
    text = paragraph.text
    found = [field for match in _BEFORE_COLON.finditer(text) if (field := _name_in(match)) is not None]
    for number, (name, _, start) in enumerate(found):
        end = found[number + 1][1] if number + 1 < len(found) else len(text)
        value = text[start:end].strip(" \u3000|【】[]\t\n")
        if value and name not in _NOT_IN_LINES:
            yield Meta.filled(name, value, Addressed(paragraph.node, paths))


def _name_in(match: re.Match[str]) -> tuple[str, int, int] | None:
    """The name of a field at the end of the words before a colon, where it begins, and where its value does."""
    words = list(_WORD.finditer(match[1]))
    for word in words:
        name = "".join(later[0] for later in words if later.start() >= word.start())
        if name in _NAMES:
            return name, match.start(1) + word.start(), match.end()
    return None


def _meta(name: str, paragraph: RawParagraph, paths: Paths) -> Meta:
    return Meta.filled(name, paragraph.text, Addressed(paragraph.node, paths))
