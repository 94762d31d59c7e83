"""What a reading has to say about itself: notices with stable codes and sentences in two languages."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.errors import Lang
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.place import Place

__all__ = ["NOTICES", "Notice", "NoticeKind", "Severity", "notice"]


class Severity(StrEnum):
    """How much a finding or notice matters."""

    error = "error"
    warning = "warning"
    info = "info"


class NoticeKind(NamedTuple):
    """A kind of notice: how much it matters and how it is put; ``{names}`` are filled from the parameters."""

    severity: Severity
    en: str
    zh: str


_W, _I = Severity.warning, Severity.info

#: Every notice a reading can carry, by its stable code.
NOTICES: dict[str, NoticeKind] = {
    "repaired": NoticeKind(
        _W,
        "{label}: printed as {raw!r}, read as {value}, the only way in which {reason}",
        "{label}：原文为“{raw}”，读作 {value}，因为只有这样{reason_zh}",
    ),
    "unread": NoticeKind(
        _W,
        "{label}: something is printed ({raw!r}) that cannot be told for certain; left empty",
        "{label}：此处印有内容（“{raw}”），但无法确定，留空",
    ),
    "unread-row": NoticeKind(
        _W,
        "{label}: {count} figures are printed ({raw!r}) for {columns} columns, and they can be placed in more "
        "than one way; the row is left empty",
        "{label}：{columns} 列中印有 {count} 个数（“{raw}”），对应关系不唯一，整行留空",
    ),
    "row-in-doubt": NoticeKind(
        _W,
        "{label}: the row does not add up, and its columns do not show that it is so in print; figures may have been "
        "torn or lost, look",
        "{label}：本行合计不符，所在各列也不能印证原文即如此，数字可能断裂或丢失，请核对原文",
    ),
    "row-unproved": NoticeKind(
        _W,
        "{label}: elsewhere in this text blanks have vanished or figures are torn, and no sum proves this row; look",
        "{label}：本文其他行有空格丢失或数字断裂，而本行没有合计可以印证，请核对原文",
    ),
    "rows-unclear": NoticeKind(
        _W,
        "{label}: rows in doubt ({count}): {rows}; what stands around them leaves open whether figures are missing, "
        "torn or another row's or column's; look",
        "{label}：有 {count} 行存疑（{rows}）：从上下文不能排除数字缺失、断裂或属于其他行、其他列，请核对原文",
    ),
    "change-unclear": NoticeKind(
        _W,
        "{label}: {raw!r} stands under {column} without a sign, is more than there was before, and nothing stands "
        "under {next}; it may belong there, look",
        "{label}：“{column}”一栏的“{raw}”不带增减号且大于原有数量，而“{next}”一栏为空，可能填错了栏，请核对原文",
    ),
    "not-a-count": NoticeKind(
        _W,
        "{label}: {raw!r} is not a whole number; kept as evidence, the cell is left empty",
        "{label}：“{raw}”不是整数；原文保留，该格留空",
    ),
    "unplaced": NoticeKind(
        _W,
        "{raw!r} ({label}) belongs to no cell of the form; kept aside",
        "“{raw}”（{label}）不属于表中任何一格，另行保留",
    ),
    "heads-unclear": NoticeKind(
        _W,
        "{label}: the heads printed above it ({heads}) are not the form's; its figures are taken in order, in doubt",
        "{label}：其上方印的表头（{heads}）与表式不符；各数按顺序读取，存疑",
    ),
    "heads-missing": NoticeKind(
        _W,
        "{label}: heads are printed above other rows, not above this one; its figures are taken in order, in doubt",
        "{label}：其他各行上方印有表头，本行没有；各数按顺序读取，存疑",
    ),
    "parts-of-row": NoticeKind(
        _W,
        "{label} is printed as several rows ({parts}); they are kept aside and the row is left unread; "
        "their sum would be {sum}",
        "“{label}”被拆成几行印出（{parts}）；各行另行保留，本行不读；合计为 {sum}",
    ),
    "printed-twice": NoticeKind(
        _W,
        "{label} is printed more than once with different contents ({raw!r} and {other!r}); the first is kept",
        "{label} 印了两次，内容不同（“{raw}”与“{other}”）；保留前者",
    ),
    "fuzzy-label": NoticeKind(
        _I,
        "the label {raw!r} is taken for {label!r}",
        "标签“{raw}”按“{label}”读取",
    ),
    "position-inferred": NoticeKind(
        _I,
        "{label}: the columns were told by where the figures stand, since {reason}",
        "{label}：各列按数字所在位置判定，因为{reason_zh}",
    ),
    "unit-converted": NoticeKind(
        _I,
        "{label}: {raw!r} converted to {value} {unit}",
        "{label}：“{raw}”换算为 {value} {unit}",
    ),
    "unit-assumed": NoticeKind(
        _I,
        "{label}: no unit is printed beside {raw!r}; the form's unit {unit} is assumed",
        "{label}：“{raw}”旁未印单位，按表式单位“{unit}”读取",
    ),
    "form-assumed": NoticeKind(
        _W,
        "the tables do not tell the edition of the form; {form} is assumed from the report year {year}",
        "表格本身看不出版式；按报告年度 {year} 推定为 {form} 年版式",
    ),
    "mixed-forms": NoticeKind(
        _W,
        "the tables mix the {form} form with heads of the {other} form",
        "表格在 {form} 年版式中混有 {other} 年版式的表头",
    ),
    "table-missing": NoticeKind(
        _W,
        "table {section} ({label}) was not found; nothing is known of its cells",
        "未找到第{section}部分的表格（{label}），其中各格均不得而知",
    ),
    "rows-missing": NoticeKind(
        _W,
        "{label}: {count} rows of the form are not printed ({rows})",
        "{label}：有 {count} 行未印出（{rows}）",
    ),
    "no-tables": NoticeKind(
        _W,
        "no table of a known form was found: only the text was read",
        "未找到已知版式的表格，只读取了文字部分",
    ),
    "sections-reordered": NoticeKind(
        _I,
        "the sections stand in another order than the form's: {order}",
        "各部分的顺序与格式不同：{order}",
    ),
    "cut-off": NoticeKind(
        _W,
        "the document seems to be cut off: {reason}",
        "文件似乎不完整：{reason_zh}",
    ),
    "year-unclear": NoticeKind(
        _W,
        "the report year is not clear: {years} are printed; {year} is taken",
        "报告年度不明确：印有 {years}；取 {year}",
    ),
    "issuer-unclear": NoticeKind(
        _W,
        "it is not certain that {raw!r} is the issuer",
        "“{raw}”是否为发布机关不能确定",
    ),
    "encoding-repaired": NoticeKind(
        _W,
        "{count} characters could not be decoded as {encoding} and were replaced",
        "有 {count} 个字符无法按 {encoding} 解码，已用替换符代替",
    ),
    "hidden-content": NoticeKind(
        _W,
        "the tables stand in a part of the page that is not shown; they were read from there",
        "表格位于页面未显示的部分，已从中读取",
    ),
    "file-repaired": NoticeKind(
        _W,
        "the file was damaged and was mended before it was read: {reason}",
        "文件有损坏，修复后读取：{reason}",
    ),
    "scanned-pages": NoticeKind(
        _W,
        "pages {pages} are pictures without text and were not read",
        "第 {pages} 页是图片，没有文字，未读取",
    ),
    "hidden-text": NoticeKind(
        _W,
        "the text of pages {pages} is an invisible layer, as text recognition leaves it behind a scan: check it",
        "第 {pages} 页的文字是不可见的文字层（多为扫描识别所得），请核对",
    ),
    "unmapped-text": NoticeKind(
        _W,
        "{count} characters are printed in fonts that do not say which characters they are",
        "有 {count} 个字符所用字体未注明其对应的文字",
    ),
    "page-unread": NoticeKind(
        _W,
        "pages {pages} are damaged and could not be read",
        "第 {pages} 页已损坏，无法读取",
    ),
    "formula-untrusted": NoticeKind(
        _W,
        "{label}: the cell holds the formula {raw!r} without a result that can be trusted",
        "{label}：该格为公式“{raw}”，没有可信的计算结果",
    ),
    "formula-evaluated": NoticeKind(
        _I,
        "{label}: the formula {raw!r} is stored without its result; {value} was calculated from the cells it adds",
        "{label}：公式“{raw}”未存结果，按所加各格算得 {value}",
    ),
    "shown-otherwise": NoticeKind(
        _W,
        "{label}: the cell holds {raw!r}, but its number format {format!r} shows it otherwise",
        "{label}：该格存有“{raw}”，但其数字格式“{format}”显示的内容不同",
    ),
    "hidden-sheets": NoticeKind(
        _W,
        "hidden sheets were not read: {sheets}",
        "未读取隐藏的工作表：{sheets}",
    ),
    "hidden-cells": NoticeKind(
        _W,
        "hidden rows or columns of sheet {sheet} were not read: {cells}",
        "未读取工作表“{sheet}”中隐藏的行或列：{cells}",
    ),
    "embedded-part": NoticeKind(
        _W,
        "the document embeds {count} other documents, which were not read",
        "文件内嵌有 {count} 个其他文档，未读取",
    ),
    "last-year": NoticeKind(
        _I,
        "{count} figures of last year stand beside the tables; they are not taken for this year's",
        "表格旁列有 {count} 个上年数字，不作为本年数读取",
    ),
    "unread-not-written": NoticeKind(
        _W,
        "{count} cells hold something that could not be read; they are blank in the file",
        "有 {count} 格印有无法读取的内容，写出的文件中为空白",
    ),
    "doubt-not-written": NoticeKind(
        _W,
        "{count} values are in doubt; the file holds them without a mark",
        "有 {count} 个数值存疑，写出的文件中没有标记",
    ),
    "unplaced-not-written": NoticeKind(
        _W,
        "{count} figures that belong to no cell of the form are not in the file: {raw}",
        "有 {count} 个数不属于表中任何一格，没有写入文件：{raw}",
    ),
    "not-as-written": NoticeKind(
        _W,
        "{label}: {value} was to be written, but the file reads {read}",
        "{label}：应写出 {value}，但从文件中读到的是 {read}",
    ),
    "not-readable": NoticeKind(
        _W,
        "the file cannot be read back as a report: {reason}",
        "写出的文件无法作为报告读回：{reason_zh}",
    ),
    "text-not-written": NoticeKind(
        _I,
        "{count} paragraphs of text are not in the file, which holds the cells of the tables alone",
        "有 {count} 段文字没有写入文件：该格式只保存表中的单元格",
    ),
    "several-agree": NoticeKind(
        _W,
        "the document holds {count} reports that agree in every cell and are not of one body and year ({titles}); "
        "the first of them is taken",
        "文件中有 {count} 份报告，各格数据相同，但单位或年度不同（{titles}）；取第一份",
    ),
    "no-rows": NoticeKind(
        _W,
        "report {number} ({document}): no table of a known form was found, so it has no rows in the data",
        "第 {number} 份报告（{document}）没有已知版式的表格，因此数据中没有它的行",
    ),
    "no-counterpart": NoticeKind(
        _I,
        "report {number} ({document}): {count} figures of the {form} form have no counterpart in the {other} form",
        "第 {number} 份报告（{document}）：{form} 版中有 {count} 个数在 {other} 版中没有对应的格",
    ),
}


def _frozen(params: Mapping[str, Any]) -> FrozenMapping[str, Any]:
    frozen = {name: tuple(value) if isinstance(value, list) else value for name, value in params.items()}
    return FrozenMapping(frozen)


class _Filled(dict[str, Any]):
    """Parameters of a sentence; one that was not given, as in a file made elsewhere, is left open."""

    def __missing__(self, name: str) -> str:
        return "…"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Notice(ByFields):
    """Something a reader of the figures should know: what was inferred, mended, lost or left open."""

    code: str
    severity: Severity
    paths: tuple[str, ...] = ()
    place: Place | None = None
    params: FrozenMapping[str, Any] = attrs.field(factory=FrozenMapping, converter=_frozen)

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads."""
        kind = NOTICES.get(self.code)
        if kind is None:
            return self.code
        return (kind.zh if lang == "zh" else kind.en).format_map(_Filled(self.params))

    def __str__(self) -> str:
        return self.message("en")


def notice(
    code: str,
    paths: tuple[str, ...] = (),
    place: Place | None = None,
    params: Mapping[str, Any] | None = None,
) -> Notice:
    """A notice of a known code, with the severity that belongs to it."""
    return Notice(code=code, severity=NOTICES[code].severity, paths=paths, place=place, params=params or {})
