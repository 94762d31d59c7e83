"""The title of an annual report, and the issuer and year that it names, in the many ways it is worded."""

import re
from functools import lru_cache

from gov_disclosure.language.dates import report_years
from gov_disclosure.language.folding import fold, simplify
from gov_disclosure.language.patterns import regex

__all__ = ["ends_like_body", "is_title", "issuer_in", "plain_title", "soundness", "title_in", "title_year"]

_TITLE = regex(
    r"^(?P<front>.{0,60}?)(?:(?:政府|政务)?(?:信息|政务)公开|政府信息工作公开)(?P<behind>.{0,24}?)(?P<end>报告|年报|报)$"
)
# words and marks are looked for one by one: it is as quick as an expression, which would have to be compiled first
_NOT_TITLES = (
    *("通知", "方案", "计划", "部署", "培训", "办法", "指南", "目录", "条例", "要点", "制度", "统计表"),
    *("数据统计", "情况说明", "评估", "解读", "编制", "填报", "发布工作", "模板", "范文", "关于做好"),
    *("关于印发", "半年", "季度", "月报", "整改", "自查", "检查", "考核", "测评", "调研", "述职"),
)
_MEETINGS = ("会", "会议")
_SITE = ("网站", "首页", "位置")
_SENTENCE_MARKS = frozenset("。；，;,")
_INTACT = regex(
    r"政府信息公开(?:工作)?(?:的)?(?:20\d{2}年?度?|二.{3}年度?)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)$"
)
_VERSION = "图解|图片版|超链版|全文|文字版|图文|公开版?|附表|年报|PDF版?"
_BRACKETS = regex(
    rf"^[（(【\[](?:{_VERSION})[）)】\]]|[（(【\[](?:{_VERSION})[）)】\]](?:\.(?:pdf|docx?|html?))?$"
    r"|\.(?:pdf|docx?|html?|wps)$",
    re.I,
)
_NOTICES = ("公示", "公告", "通告", "公布")
_PUBLISHED = regex(rf"(?:予以)?(?:的)?(?:{'|'.join(_NOTICES)})$")
_YEAR_BEHIND = regex(r"[(（]\s*(20\d{2})\s*年?度?\s*[)）]$")
_YEAR = regex(r"(?<!\d)(?P<year>20[0-4]\d)\s*年?(?:度)?(?!\d)")
_DAY = regex(r"\d{4}[-./]\d|\d{4}年\d{1,2}月|[:：]")
_PARTS = regex(r"\s+[-–—_|｜>»·]+\s+|[_|｜>»]|[-–—](?=[^\d\s])")
_BETWEEN_PARTS = frozenset("-–—_|｜>»·")
_NUMBER_OPENS = frozenset("〔[【")
_NUMBERED = regex(r"[〔\[【].*?[〕\]】]\d*号?")
_BODIES = (
    *("政府", "委", "会", "局", "厅", "部", "署", "办公室", "办", "处", "中心", "院", "队", "所", "站"),
    *("行", "社", "公司", "学校", "大学", "街道", "镇", "乡", "苏木", "区", "县", "市", "旗", "州", "省"),
    *("盟", "海关", "机关", "集团", "系统", "部门"),
)
_OPENING, _CLOSING = frozenset("（(【["), frozenset("）)】]")
_ENDING = len(".docx")


def plain_title(text: str) -> str:
    """A title without spaces, quotation marks and notes on the version (图片版)."""
    plain = "".join(text.split())
    if plain[:1] in _OPENING or plain[-1:] in _CLOSING or "." in plain[-_ENDING:]:
        plain = _BRACKETS.sub("", plain)
    return plain.strip("\"'“”《》·-—_|")


def _core(plain: str) -> str:
    """What a title is matched by: plain, simplified characters, without what may stand behind its name."""
    core = simplify(fold(plain))
    if core.endswith((")", "）")):
        core = _YEAR_BEHIND.sub("", core)
    if core.endswith(_NOTICES):
        core = _PUBLISHED.sub("", core)
    return core.strip("\"'《》“”")


@lru_cache(maxsize=1024)
def is_title(text: str) -> bool:
    """Whether a text can be the title of an annual report."""
    plain = fold(plain_title(text))
    if not 6 <= len(plain) <= 64 or not _SENTENCE_MARKS.isdisjoint(plain) or _DAY.search(plain):
        return False
    core = _core(plain)
    match = _TITLE.match(core)
    if match is None or any(word in core for word in _SITE):
        return False
    front = _without_year(match.group("front"))
    # 示例市检查局 is a body, 关于印发 is none
    named = core[match.end("front") :] if ends_like_body(front) else core
    if any(word in named for word in _NOT_TITLES) or named.endswith(_MEETINGS):
        return False
    return "年" in plain or core.endswith("工作报告")


def _without_year(text: str) -> str:
    return re.sub(r"(?:[12１２][0-9０-９]{3}|二[〇○零0O]\S{2})\s*年?度?(?:年度)?", "", text)


def title_in(text: str) -> str | None:
    """The title in a text that may hold other things before and behind it, as title tags do; None without one."""
    if is_title(text):
        return plain_title(text)
    if _BETWEEN_PARTS.isdisjoint(text):
        return None
    parts = [part for part in _PARTS.split(text) if part and is_title(part)]
    return plain_title(max(parts, key=soundness)) if parts else None


@lru_cache(maxsize=512)
def title_year(title: str) -> int | None:
    """The report year named in a title."""
    plain = fold(plain_title(title))
    match = _YEAR.search(plain if _NUMBER_OPENS.isdisjoint(plain) else _NUMBERED.sub("", plain))
    if match:
        return int(match.group("year"))
    years = report_years(title)
    return years[0].value if years else None


@lru_cache(maxsize=512)
def issuer_in(title: str) -> str | None:
    """The issuer named in a title: what is left when the year and the name of the report are taken out."""
    plain = plain_title(title)
    core = _core(plain)
    match = _TITLE.match(core)
    if match is None:
        return None
    if len(fold(plain)) == len(plain):
        # folding went character by character, so the front can be kept as printed
        start = simplify(fold(plain)).find(core)
        front = plain[start : start + match.end("front")]
    else:
        front = core[: match.end("front")]
    if (bare := _without_start(front, ("关于", "關於", "转发"))) != front:
        front = _without_start(bare, ("公布", "发布", "公开"))
    front = _without_year(front)
    front = _without_end(front, ("关于", "關於", "的", "年度")).strip(" 　,，:：-—_《》“”\"'")
    front = _without_end(front, ("关于", "關於", "的"))
    return _without_start(front, ("关于", "發布", "发布", "公布")) or None


def _without_start(text: str, starts: tuple[str, ...]) -> str:
    return next((text.removeprefix(start) for start in starts if text.startswith(start)), text)


def _without_end(text: str, ends: tuple[str, ...]) -> str:
    return next((text.removesuffix(end) for end in ends if text.endswith(end)), text)


def ends_like_body(text: str) -> bool:
    """Whether a name ends as those of public bodies do."""
    return simplify(fold(text)).endswith(_BODIES)


@lru_cache(maxsize=512)
def soundness(title: str) -> float:
    """How whole a title is: with a year and an issuer, its words in their order."""
    year, issuer = title_year(title), issuer_in(title)
    score = 2.0 * (year is not None) + 2.0 * (issuer is not None)
    plain = fold(plain_title(title))
    if year is not None and str(year) in plain and f"{year}年" not in plain:
        score -= 0.5
    if issuer is not None and ends_like_body(issuer):
        score += 0.5
    if _INTACT.search(_core(plain)) is not None:
        score += 1.0
    return score
