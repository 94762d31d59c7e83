"""How checks speak: templates in both languages, written for the clerk, and the lines around them."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from gov_disclosure.model.errors import Lang
from gov_disclosure.model.fields import Value

__all__ = ["Wording", "coverage_line", "note_lines", "number", "shown", "suspicion"]


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
    """A figure in plain digits; a dash for a blank."""
    if value is None:
        return "–"
    if isinstance(value, Decimal):
        return format(value, "f")
    try:
        return str(value)
    except ValueError:  # more digits than Python turns into text
        return f"{Decimal(value):.3E}"


def shown(values: "list[Value]", most: int = 8) -> str:
    """The figures that were added up, without the zeros; the tail is cut where there are many."""
    terms = [value for value in values if value]
    text = ""
    for value in terms[:most]:
        if not text:
            text = number(value)
        else:
            text += f" + {number(value)}" if value > 0 else f" - {number(-value)}"
    return (text + " + …" if len(terms) > most else text) or "0"


def note_lines(
    lang: Lang,
    sentence: str,
    *,
    advice: str,
    reading: bool,
    assumed: bool,
    despite_blanks: bool,
    lapsed: tuple[str, str] | None = None,
) -> Iterator[str]:
    """A finding's sentence with what must be said around it; ``lapsed`` is until when it was accepted, and why."""
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
    if lapsed is not None:
        yield gap + _LAPSED[lang].format(*lapsed)


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
_LAPSED = {
    "zh": "（此前认可至 {0}，现已过期：{1}）",
    "en": "(It was accepted until {0}: {1}.)",
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
    accepted: int,
) -> str:
    """The verdict line."""
    if lang == "zh":
        found = "、".join(
            f"{count} {word}"
            for count, word in ((errors, "处错误"), (warnings, "处疑点"), (infos, "条提示"))
            if count
        )
        head = f"发现 {found}" if found else "未发现问题"
        head += f"（另有 {accepted} 处已认可）" if accepted else ""
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
    head += f" ({accepted} accepted)" if accepted else ""
    if not has_tables:
        return f"{head}; no table was read, so there was nothing to verify."
    text = f"{head}; {answered} of {answered + unanswered} identities verified"
    if assumed:
        text += f" ({assumed} with blanks counted as 0)"
    if unanswered:
        cells = f"for want of {wanting} cell{'' if wanting == 1 else 's'}"
        text += f", {unanswered} could not be ({cells if wanting else 'figures of last year are missing'})"
    return text + "."


_SUSPICIONS: dict[str, tuple[str, str]] = {
    "cell": (
        "{first}可能填错：现为 {current}，若为 {value} 则各项相符。",
        "{first} is likely to be wrong: it says {current}, and {value} would fit",
    ),
    "total-left-out": (
        "{first}可能漏填：现为 {current}，各项之和为 {value}。",
        "{first} was probably forgotten: it says {current}, and its parts make {value}",
    ),
    "swapped": ("{first}与{second}可能填反。", "{first} and {second} probably changed places"),
    "misplaced": (
        "{first}与{second}可能填错了位置（一格的数填到了另一格）。",
        "a figure probably stands in the wrong one of {first} and {second}",
    ),
    "shifted": (
        "从{first}起，这一行各数可能错了一列；此格应为 {value}。",
        "the row probably moved by a column from {first} on, where {value} belongs",
    ),
    "sign": (
        "{first}可能多了负号：现为 {current}，应为 {value}。",
        "{first} probably has a minus too many: it says {current}, and {value} is meant",
    ),
    "unit": (
        "{first}的单位可能填错：现为 {current}，换算后为 {value}。",
        "{first} is probably in the wrong unit: it says {current}, and {value} would fit",
    ),
}


def suspicion(
    lang: Lang, pattern: str, *, labels: list[str], current: Value, value: Value, alternative: bool
) -> str:
    """The sentence on a cell that is probably wrong, or that might be it instead."""
    zh, en = _SUSPICIONS.get(pattern, _SUSPICIONS["cell"])
    quoted = [f"“{label}”" for label in labels]
    sentence = (zh if lang == "zh" else en).format(
        first=quoted[0], second=quoted[-1], current=number(current), value=number(value)
    )
    if lang == "zh":
        return f"或者：{sentence}" if alternative else sentence
    return f"Or else: {sentence}." if alternative else f"{sentence[0].upper()}{sentence[1:]}."
