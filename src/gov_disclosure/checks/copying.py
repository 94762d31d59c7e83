"""Text that was left standing: last year's paragraphs, last year's year, the official format's own words."""

import re
from collections.abc import Iterator

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.check import Check
from gov_disclosure.checks.wording import Wording
from gov_disclosure.language.patterns import regex
from gov_disclosure.reading.notices import Severity

__all__ = ["COPYING"]

_WHAT_MAY_CHANGE = dict.fromkeys(map(ord, "0123456789０１２３４５６７８９ \t\n\u3000\u00a0"))
_NUMBERING = "（()）一二三四五六七八九十0123456789.、．是:： \t\u3000\u00a0"
_RIGHTLY_OF_ANOTHER_YEAR = (
    "比", "较", "同期", "上年", "上一年", "去年", "结转", "规划", "计划", "评估", "评为", "获", "以来", "印发",
    "发布", "施行", "实施", "起", "修订",
)  # fmt: skip
_LEFT_IN = (
    "该部分以表格形式报告",
    "以表格形式报告。表格如下",
    "20XX年",
    "20××年",
    "20xx年",
    "XX年",
    "××年",
    "XXX",
    "×××",
    "***",
)
_ANY_LEFT_IN = regex("|".join(map(re.escape, _LEFT_IN)))


def _opening(text: str, most: int = 24) -> str:
    text = text.strip()
    return text if len(text) <= most else text[:most] + "…"


def _unchanged(case: Case, check: Check) -> Iterator[Breach]:
    earlier = case.back(1)
    if earlier is None:
        return
    least = check.threshold(case, "characters_at_least")
    before = {plain for text in earlier.paragraphs if len(plain := text.translate(_WHAT_MAY_CHANGE)) >= least}
    now = [
        (text, plain) for text in case.paragraphs if len(plain := text.translate(_WHAT_MAY_CHANGE)) >= least
    ]
    same = [text for text, plain in now if plain in before]
    if same:
        share = float(check.threshold(case, "share"))
        most_of_it = sum(map(len, same)) >= share * sum(len(text) for text, _ in now)
        yield Breach(
            params={"same": len(same), "of": len(now), "first": _opening(same[0])},
            severity=Severity.warning if most_of_it else None,
        )


def _stale_year(case: Case, check: Check) -> Iterator[Breach]:
    year = case.report.year
    if year is None:
        return
    stale = tuple(f"{year - back}年" for back in range(1, 1 + check.threshold(case, "years_back")))
    if not any(old in case.text() for old in stale):
        return
    found = []
    for paragraph in case.paragraphs:
        if f"{year}年" in paragraph or not any(old in paragraph for old in stale):
            continue
        for sentence in paragraph.split("。"):
            opened = next((old for old in stale if _opens(sentence, old)), None)
            if opened is not None and not any(word in sentence for word in _RIGHTLY_OF_ANOTHER_YEAR):
                found.append((opened, _opening(sentence)))
                break
    if found:
        opened, first = found[0]
        yield Breach(params={"year": year, "stale": opened, "first": first, "count": len(found)})


def _opens(sentence: str, year: str) -> bool:
    """Whether the sentence opens with the year, numbering and heading aside."""
    start = sentence.find(year)
    return start >= 0 and not sentence[:start].strip(_NUMBERING)


def _format_left_in(case: Case, check: Check) -> Iterator[Breach]:
    if not _ANY_LEFT_IN.search(case.text()):
        return
    for paragraph in case.paragraphs:
        left = next((words for words in _LEFT_IN if words in paragraph), None)
        if left is not None:
            yield Breach(params={"words": left, "first": _opening(paragraph)})


Y6 = Check(
    id="Y6",
    scope="year",
    severity=Severity.info,
    formula="no long paragraph is last year's  (figures aside)",
    formula_zh="较长段落除数字外不与上年相同",
    citation="《政府信息公开条例》第五十条",
    rule=_unchanged,
    years_back=1,
    thresholds={"characters_at_least": 40, "share": 0.5},
    wording=Wording(
        name_zh="正文未照搬上年",
        name_en="text not copied from last year",
        zh="正文 {of} 个较长段落中有 {same} 个与上年报告除数字外完全相同，如“{first}”。",
        en="{same} of {of} longer paragraphs are last year's but for the figures, such as “{first}”.",
        do_zh="请按本年度情况重新撰写。",
        do_en="Write what is true of this year.",
    ),
)

G11 = Check(
    id="G11",
    scope="text",
    severity=Severity.warning,
    formula="no sentence opens with an earlier year  (unless it compares)",
    formula_zh="句首不写以前年度（作比较的除外）",
    citation="《政府信息公开条例》第五十条",
    rule=_stale_year,
    thresholds={"years_back": 2},
    wording=Wording(
        name_zh="正文年份",
        name_en="years in the text",
        zh="本报告为 {year} 年度，正文却有 {count} 段以其他年份开头，如“{first}”。",
        en="The report is on {year}, but {count} of its paragraphs begin with another year, such as “{first}”.",
        do_zh="请核对“{stale}”是否应为“{year}年”。",
        do_en="Check whether {stale} should be {year}.",
    ),
)

G12 = Check(
    id="G12",
    scope="text",
    severity=Severity.warning,
    formula="no words of the official format are left in",
    formula_zh="不留格式文本和占位符",
    citation="{form}",
    rule=_format_left_in,
    wording=Wording(
        name_zh="格式文本未删除",
        name_en="words of the format left in",
        zh="正文中留有格式文本或占位符“{words}”：“{first}”。",
        en="The text still has words of the format or a placeholder, “{words}”: “{first}”.",
        do_zh="请删除或补全。",
        do_en="Delete or fill in.",
    ),
)

#: In the order in which their findings are told.
COPYING: tuple[Check, ...] = (Y6, G11, G12)
