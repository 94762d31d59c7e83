"""Why a document could not be read: one class for each reason, all under :class:`ReadError`."""

from typing import ClassVar

import attrs

from gov_disclosure.model.errors import GovDisclosureError, Lang
from gov_disclosure.reading.place import Place

__all__ = [
    "Damaged",
    "Encrypted",
    "MissingExtra",
    "NoSuchPage",
    "NotAReport",
    "ReadError",
    "ScannedDocument",
    "SeveralReports",
    "TooLarge",
    "UnknownEngine",
    "UnknownForm",
    "UnknownFormat",
    "Unreadable",
]


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class MissingExtra(GovDisclosureError, ImportError):
    """Something was asked for that needs an optional dependency."""

    code: ClassVar[str] = "missing-extra"
    templates: ClassVar[dict[str, str]] = {
        "en": "{purpose} needs {package}: pip install 'gov_disclosure[{extra}]'",
        "zh": "{purpose} 需要 {package}：请运行 pip install 'gov_disclosure[{extra}]'",
    }
    extra: str
    package: str
    purpose: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class ReadError(GovDisclosureError):
    """A document could not be read as an annual report. ``source`` is its name, where it has one."""

    code: ClassVar[str] = "read-error"
    templates: ClassVar[dict[str, str]] = {"en": "could not be read", "zh": "无法读取"}
    source: str | None = None
    place: Place | None = None

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads, with the document's name in front and the place behind."""
        sentence = self.templates[lang].format(**self._values())
        if self.place is not None and (where := self.place.describe(lang)):
            sentence = f"{sentence} ({where})" if lang == "en" else f"{sentence}（{where}）"
        if self.source is None:
            return sentence
        return f"{self.source}: {sentence}" if lang == "en" else f"{self.source}：{sentence}"


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class Unreadable(ReadError):
    """The file cannot be opened at all: missing, a directory, no permission."""

    code: ClassVar[str] = "unreadable"
    templates: ClassVar[dict[str, str]] = {
        "en": "the file cannot be opened: {reason}",
        "zh": "文件打不开：{reason}",
    }
    reason: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class UnknownFormat(ReadError):
    """The bytes are of a kind that no reader knows. ``found`` names the kind, ``advice`` what to do."""

    code: ClassVar[str] = "unknown-format"
    templates: ClassVar[dict[str, str]] = {
        "en": "this is {found}, which cannot be read; {advice}",
        "zh": "这是{found_zh}，无法读取；{advice_zh}",
    }
    found: str = "a kind of file that no reader knows"
    found_zh: str = "未知类型的文件"
    advice: str = "save it as PDF, DOCX, HTML or text"
    advice_zh: str = "请另存为 PDF、DOCX、HTML 或文本"


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class NotAReport(ReadError):
    """The document could be opened, but holds no annual report."""

    code: ClassVar[str] = "not-a-report"
    templates: ClassVar[dict[str, str]] = {
        "en": "no annual report on government information disclosure was found in it: {reason}",
        "zh": "其中没有政府信息公开工作年度报告：{reason_zh}",
    }
    reason: str
    reason_zh: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class UnknownForm(ReadError):
    """Tables are there, but which edition of the form they follow cannot be told, or is not known."""

    code: ClassVar[str] = "unknown-form"
    templates: ClassVar[dict[str, str]] = {
        "en": "the edition of the form cannot be told ({reason}); say form= one of {known}",
        "zh": "无法判定表格版式（{reason_zh}）；请用 form= 指定（{known}）",
    }
    reason: str
    reason_zh: str
    known: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class NoSuchPage(ReadError, ValueError):
    """A page was asked for that the document does not have. ``pages`` is how many it has."""

    code: ClassVar[str] = "no-such-page"
    templates: ClassVar[dict[str, str]] = {
        "en": "there is no page {page}: the document has {pages}",
        "zh": "没有第 {page} 页：文件共 {pages} 页",
    }
    page: int
    pages: int


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class UnknownEngine(ReadError, ValueError):
    """An engine was asked for that does not exist."""

    code: ClassVar[str] = "unknown-engine"
    templates: ClassVar[dict[str, str]] = {
        "en": "there is no engine {engine!r}; known are {known}",
        "zh": "没有 {engine!r} 这个引擎；可用的有 {known}",
    }
    engine: str
    known: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class SeveralReports(ReadError):
    """The document holds several reports that differ; ``read_all`` gives them all."""

    code: ClassVar[str] = "several-reports"
    templates: ClassVar[dict[str, str]] = {
        "en": "it holds {count} reports ({titles}); read_all() gives them all, as --report all does on the command "
        "line, and --report 1 the first",
        "zh": "其中有 {count} 份报告（{titles}）；命令行请用 --report all 全部读取，或用 --report 1 只读第 1 份；"
        "程序中请用 read_all()",
    }
    count: int
    titles: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class Encrypted(ReadError):
    """The document is protected by a password."""

    code: ClassVar[str] = "encrypted"
    templates: ClassVar[dict[str, str]] = {
        "en": "the file is protected by a password; give it with password=, or save it without one",
        "zh": "文件有密码保护；请提供密码，或另存为无密码的文件",
    }


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class Damaged(ReadError):
    """The file is broken: truncated, or not what it says it is."""

    code: ClassVar[str] = "damaged"
    templates: ClassVar[dict[str, str]] = {
        "en": "the file is damaged: {reason}",
        "zh": "文件已损坏：{reason_zh}",
    }
    reason: str
    reason_zh: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class TooLarge(ReadError):
    """A limit was reached: bytes, pages, cells or seconds."""

    code: ClassVar[str] = "too-large"
    templates: ClassVar[dict[str, str]] = {
        "en": "the document exceeds the limit {limit} = {allowed} (found: {found})",
        "zh": "文件超出限制 {limit} = {allowed}（实际：{found}）",
    }
    limit: str
    allowed: float
    found: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class ScannedDocument(ReadError):
    """The pages are pictures without text. ``pages`` are their numbers, from 1."""

    code: ClassVar[str] = "scanned-document"
    templates: ClassVar[dict[str, str]] = {
        "en": "the pages hold pictures and no text (pages {page_list}); reading scans needs the extra 'ocr'",
        "zh": "页面是图片，没有文字（第 {page_list} 页）；识别扫描件需要安装 ocr 扩展",
    }
    pages: tuple[int, ...] = ()

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads, naming the pages."""
        shown = ", ".join(map(str, self.pages[:20])) + (" …" if len(self.pages) > 20 else "")
        sentence = self.templates[lang].format(page_list=shown or "-")
        if self.source is None:
            return sentence
        return f"{self.source}: {sentence}" if lang == "en" else f"{self.source}：{sentence}"
