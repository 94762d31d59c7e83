"""How checks speak: templates in both languages, written for the clerk, and the lines around them."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from gov_disclosure.model.errors import Lang
from gov_disclosure.model.fields import Value

__all__ = ["Wording", "coverage_line", "note_lines", "number", "shown"]


@attrs.frozen
class Wording:
    """What a check is called, what it says when it does not hold, what to do, and the likely cause.

    The sentences are templates: ``{names}`` are filled from a finding's parameters. ``zh`` and ``en`` state
    the fact without blame; the advice is added only where the figures were read with certainty.
    """

    name_zh: str = ""
    name_en: str = ""
    zh: str = ""
    en: str = ""
    do_zh: str = ""
    do_en: str = ""
    hint_zh: str = ""
    hint_en: str = ""

    def name(self, lang: Lang) -> str:
        """What the check is called."""
        return self.name_zh if lang == "zh" else self.name_en

    def fact(self, lang: Lang) -> str:
        """The template of the sentence that states what does not hold."""
        return self.zh if lang == "zh" else self.en

    def advice(self, lang: Lang) -> str:
        """The template of the sentence that says what to do."""
        return self.do_zh if lang == "zh" else self.do_en

    def hint(self, lang: Lang) -> str:
        """The template of the sentence on the likely cause."""
        return self.hint_zh if lang == "zh" else self.hint_en


def number(value: Value) -> str:
    """A figure in plain digits; what is blank says so in neither language: ``–``."""
    if value is None:
        return "–"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def shown(values: "list[Value]", joint: str = " + ", most: int = 8) -> str:
    """The figures that were added up, without the zeros; the tail is cut where there are many."""
    terms = [number(value) for value in values if value]
    if len(terms) > most:
        terms = [*terms[:most], "…"]
    return joint.join(terms) if terms else "0"


def note_lines(
    lang: Lang, sentence: str, *, advice: str, reading: bool, assumed: bool, despite_blanks: bool
) -> Iterator[str]:
    """A finding's sentence with what must be said around it."""
    gap = "" if lang == "zh" else " "
    if reading:
        yield _TO_BE_LOOKED_AT[lang]
    yield sentence
    if despite_blanks:
        yield gap + _DESPITE_BLANKS[lang]
    if assumed:
        yield gap + _ASSUMED[lang]
    if reading:
        yield gap + _READING[lang]
    elif advice:
        yield gap + advice


_TO_BE_LOOKED_AT = {"zh": "请对照原文查看：", "en": "To be looked at: "}
_READING = {
    "zh": "其中有的数字未能确切读出，在与原文核对之前不能认定填报有误。",
    "en": "Not every figure here was read with certainty: compare them with the document before "
    "concluding anything.",
}
_ASSUMED = {
    "zh": "（此处空白格按 0 计算，仅供参考。）",
    "en": "(Blank cells are counted as 0 here, which is an assumption.)",
}
_DESPITE_BLANKS = {
    "zh": "其中的空白格无论填什么件数都不能使其相符。",
    "en": "No number of cases in the blank cells could make it fit.",
}


def coverage_line(
    lang: Lang,
    *,
    errors: int,
    warnings: int,
    infos: int,
    answered: int,
    assumed: int,
    unanswered: int,
    wanting: int,
    has_tables: bool,
) -> str:
    """The verdict line."""
    if lang == "zh":
        found = "、".join(
            f"{count} {word}"
            for count, word in ((errors, "处错误"), (warnings, "处疑点"), (infos, "条提示"))
            if count
        )
        head = f"发现{found}" if found else "未发现问题"
        if not has_tables:
            return f"{head}；未读到表格，没有可核对的数据。"
        text = f"{head}；勾稽关系共 {answered + unanswered} 项，核对了 {answered} 项"
        if assumed:
            text += f"（其中 {assumed} 项将空白按 0 计）"
        if unanswered:
            text += f"，另有 {unanswered} 项无法核对"
            text += f"（缺 {wanting} 格数据）" if wanting else "（缺上年数据）"
        return text + "。"
    found = ", ".join(
        f"{count} {word}{'' if count == 1 or word == 'info' else 's'}"
        for count, word in ((errors, "error"), (warnings, "warning"), (infos, "info"))
        if count
    )
    head = found or "no findings"
    if not has_tables:
        return f"{head}; no table was read, so there was nothing to verify."
    text = f"{head}; {answered} of {answered + unanswered} identities verified"
    if assumed:
        text += f" ({assumed} with blanks counted as 0)"
    if unanswered:
        cells = f"for want of {wanting} cell{'' if wanting == 1 else 's'}"
        text += f", {unanswered} could not be ({cells if wanting else 'figures of last year are missing'})"
    return text + "."
