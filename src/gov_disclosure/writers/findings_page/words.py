"""What the page says, in Chinese and English."""

from gov_disclosure.model.errors import Lang

__all__ = ["say"]


def say(word: str, lang: Lang) -> str:
    """The words of that name in a language."""
    zh, en = _WORDS[word]
    return zh if lang == "zh" else en


_WORDS: dict[str, tuple[str, str]] = {
    "page": (
        "政府信息公开工作年度报告核对结果",
        "Checks of annual reports on open-government-information work",
    ),
    "untitled": ("（无标题）", "(no title)"),
    "verdict": ("核对结论", "Verdict"),
    "year": ("报告年度 {}", "report year {}"),
    "form": ("{} 年版表式（{}）", "form of {} ({})"),
    "error": ("错误", "error"),
    "warning": ("疑点", "warning"),
    "info": ("提示", "info"),
    "legend-doubt": ("? 未能确切读出，请对照原文", "? not read with certainty: compare with the document"),
    "legend-suspect": ("▲ 最可能填错", "▲ most likely to be wrong"),
    "legend-wanting": ("空白，缺此数无法核对", "blank, and needed to verify"),
    "not-printed": ("（原文未印出此表）", "(this table is not printed)"),
    "no-tables": ("未读到已知版式的表格。", "No table of a known form was read."),
    "elsewhere": ("文字部分及其他", "Text and particulars"),
    "basis": ("依据：{}", "Source: {}"),
    "fingerprint": ("指纹：{}", "Fingerprint: {}"),
    "suspects": ("最可能填错的单元格", "Cells most likely to be wrong"),
    "accepted": ("已认可的问题", "Accepted findings"),
    "reason": ("理由：{}", "Reason: {}"),
    "unanswered": ("未能核对的关系", "What could not be verified"),
    "wanting": ("缺 {} 格数据", "{} cells are missing"),
    "of-others": ("缺上年或所属机关的数据", "figures of other reports are missing"),
    "document": ("文件：{}", "Document: {}"),
    "profile": ("核对配置：{}", "Profile: {}"),
    "by": ("由 gov_disclosure {} 生成", "made by gov_disclosure {}"),
    "unread": ("无法读取", "could not be read"),
    "see": ("见第 {} 条", "see finding {}"),
}
