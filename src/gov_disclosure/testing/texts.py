"""Issuers, years and running text, all made up."""

from hypothesis import strategies as st

from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.narrative import SECTIONS, Narrative

__all__ = ["issuers", "narratives", "paragraphs", "period_of", "preambles", "title_of", "years"]

_PLACES = ("示例", "样本", "范例", "示范")
_GOVERNMENTS = ("省人民政府", "市人民政府", "区人民政府", "县人民政府", "镇人民政府", "乡人民政府")
_BODIES = (
    "市教育局",
    "区财政局",
    "县卫生健康局",
    "市人民政府办公室",
    "区街道办事处",
    "市市场监督管理局",
    "省水利厅",
    "区经济开发区管理委员会",
)
_SUBJECTS = ("本机关", "各承办单位", "全体工作人员", "公开工作机构", "专门工作人员", "有关科室")
_MANNERS = ("持续", "逐步", "按要求", "及时", "认真", "进一步")
_ACTS = (
    "完善公开目录和办事指南",
    "更新网站栏目内容",
    "开展业务学习和交流",
    "规范答复文书格式",
    "核对发布前的各项内容",
    "听取公众的意见和建议",
    "整理历年文件并分类归档",
    "改进查询服务的方式",
)
_TAILS = (
    "",
    "，取得了一定成效",
    "，方便群众办事",
    "，工作基础更加牢固",
    "，有关做法正在总结",
    "，仍有不足之处",
)
_OPENINGS = ("", "近年来，", "在此基础上，", "同时，", "下一步，", "此外，")
_AHEAD = 8  # years offered after the newest edition came in


def issuers() -> st.SearchStrategy[str]:
    """Names of public bodies, none of which exists: 示例区人民政府, 样本市教育局."""
    return st.builds(str.__add__, st.sampled_from(_PLACES), st.sampled_from((*_GOVERNMENTS, *_BODIES)))


def years(form: Form | str | None = None) -> st.SearchStrategy[int]:
    """Report years for which an edition is prescribed (by default any edition)."""
    spans = [Form(form).years] if form is not None else [edition.years for edition in editions()]
    first = min(span[0] for span in spans)
    latest = max(span[0] for span in spans) + _AHEAD
    last = latest if any(span[1] is None for span in spans) else max(span[1] or 0 for span in spans)
    return st.integers(first, last)


def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of one to three sentences: one line, trimmed, without figures, no heading."""
    return st.sampled_from(_PARAGRAPHS)


_SENTENCES = tuple(
    f"{_OPENINGS[(a + b) % len(_OPENINGS)]}{subject}{_MANNERS[(a * 2 + b) % len(_MANNERS)]}{act}"
    f"{_TAILS[(a + 2 * b) % len(_TAILS)]}。"
    for a, subject in enumerate(_SUBJECTS)
    for b, act in enumerate(_ACTS)
)
_PARAGRAPHS = tuple(
    "".join(_SENTENCES[place : place + sentences])
    for sentences in (1, 2, 3)
    for place in range(0, len(_SENTENCES) - 2, sentences)
)


def narratives(*, complete: bool = False) -> st.SearchStrategy[Narrative]:
    """The text of the six sections; unless ``complete``, some are empty and some not printed."""
    return _COMPLETE if complete else _PARTIAL


def _written(drawn: bytes, least: int) -> Narrative:
    """A narrative out of two bytes a section: how much text, and which."""
    sections: dict[str, tuple[str, ...] | None] = {}
    for section, much, which in zip(SECTIONS, drawn[::2], drawn[1::2], strict=True):
        number = least + much % 4
        text = tuple(_PARAGRAPHS[(which * 7 + place) % len(_PARAGRAPHS)] for place in range(number - 1))
        sections[section.name] = text if number else None
    return Narrative(**sections)


_DRAWN = st.binary(min_size=2 * len(SECTIONS), max_size=2 * len(SECTIONS))
_COMPLETE = _DRAWN.map(lambda drawn: _written(drawn, 2))
_PARTIAL = _DRAWN.map(lambda drawn: _written(drawn, 0))


def preambles(issuer: str | None, year: int | None) -> st.SearchStrategy[tuple[str, ...]]:
    """What stands before section one."""
    said = "本报告按照《中华人民共和国政府信息公开条例》的要求编制"
    who = f"由{issuer}负责发布" if issuer else "面向社会发布"
    lines = [f"{said}，{who}。"]
    if year is not None:
        lines.append(f"所列数据的统计期限为{period_of(year)}。")
    return st.sampled_from([(), ("".join(lines),), tuple(lines)])


def period_of(year: int) -> str:
    """The period a report covers, as printed."""
    return f"{year}年1月1日至{year}年12月31日"


def title_of(issuer: str, year: int) -> str:
    """The title of a report, as printed."""
    return f"{issuer}{year}年政府信息公开工作年度报告"
