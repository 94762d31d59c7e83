"""Sentences that say there was nothing: 未收到政府信息公开申请, 未发生行政复议、行政诉讼, 未收取信息处理费."""

from collections.abc import Iterator

from gov_disclosure.language.patterns import regex
from gov_disclosure.narrative.words import APPLICATION, CHANNELS, WHO_APPLIES, counts_part_of_year

__all__ = ["may_say_none", "none_said"]

_NOT = r"(?:未曾|尚未|均未|未有|没有|并未|未|无|暂无|从未|零)"
_END = r"(?=[,。;、()]|(?:和|及|以及|与)(?:举报|投诉|信访)|$)"
_CLOSE = r"(?=[,。;]|$)"
_MATTERS = r"(?:的)?(?:申请|情况|事项|案件|案|件|行为|现象)*"
_AND = r"(?:、|和|及|与|以及|或者?|或是)"

_PEOPLE = r"(?:公民|法人|其他组织|单位|个人|社会公众|群众|、|和|及|或者|或)+"
_NONE_RECEIVED = regex(
    rf"{_NOT}(?:收到|接到|接收到?|收悉|受理){WHO_APPLIES}(?:{APPLICATION})(?!公开)(?:0件|信息)?{_MATTERS}"
    r"(?=[,。;、()也及和且]|$)"
    rf"|{_NOT}{_PEOPLE}(?:向[^,。;]{{1,12}})?(?:提出|提交)(?:过)?(?:的)?(?:{APPLICATION}){_MATTERS}{_CLOSE}"
    rf"|{_NOT}{_PEOPLE}(?:向[^,。;]{{1,12}})?申请(?:公开政府信息|政府信息公开){_MATTERS}{_CLOSE}"
    rf"|(?<![有末])无(?:(?:政府)?信息公开申请|依申请公开(?:政府信息|信息)?){_MATTERS}{_CLOSE}"
)

_NEXT = r"(?:下一?年度?|次年|明年)(?:度)?"
_NONE_AT_ALL = r"(?:无|没有|未有|不存在)(?:需|申请|案件)?"
_HANDLED = r"(?:继续)?(?:办理|处理|答复)?"
_NONE_FORWARD = regex(
    rf"{_NONE_AT_ALL}(?:(?:结转|顺延)(?:至|到)?{_NEXT}|{_NEXT}结转){_HANDLED}{_MATTERS}{_CLOSE}"
)
_NONE_OVER = regex(rf"{_NONE_AT_ALL}(?:上一?年度?|去年)(?:度)?结转{_HANDLED}{_MATTERS}{_CLOSE}")

_FEE = r"(?:信息处理费|处理费|费用|收费)(?:用)?"
_OF_THIS = r"(?:任何|相关|有关|政府信息公开|信息公开|依申请公开|的)*"
_NO_FEE = regex(
    rf"(?:未|没有|均未|未曾|从未|并未)(?:发生|产生|收取|有|出现|涉及|向[^,。;]{{1,12}}收取)+{_OF_THIS}{_FEE}{_MATTERS}{_CLOSE}"
    rf"|(?:不收取|无收取){_OF_THIS}{_FEE}{_MATTERS}{_CLOSE}"
    rf"|无(?:信息处理费)?(?:收费|收取费用|收取信息处理费){_MATTERS}{_CLOSE}"
)

_HAPPENED = r"(?:发生|产生|引发|引起|出现|收到|接到|有|涉及|被提起|被申请|提起|因|存在|受理)*"
_OVER_THIS = (
    r"(?:因|由|涉及?|就|针对|与|关于)?(?:(?:[我本][局委办厅区县市镇乡]|本机关|本单位)(?:的)?)?(?:(?:政府)?信息公开(?:工作)?|依申请公开|公开(?:工作|申请)?|政府信息)?"
    r"(?:工作|申请|答复|事项|问题|类)*(?:而|所)?"
    r"(?:引起|引发|产生|导致|提起|发生|相关|有关|被申请|被提起)*(?:的)?(?:任何)?"
)
_RECONSIDERATION = rf"(?:行政)?复议{_MATTERS}"
_LITIGATION = rf"(?:行政)?诉讼{_MATTERS}"
_NONE_CHALLENGED = regex(
    rf"{_NOT}{_HAPPENED}{_OVER_THIS}(?:"
    rf"(?P<first>{_RECONSIDERATION})(?:(?:{_AND}|,也?未?(?:发生|引发)?){_OVER_THIS}(?P<second>{_LITIGATION}))?"
    rf"|(?P<suits>{_LITIGATION})(?:{_AND}{_OVER_THIS}(?P<also>{_RECONSIDERATION}))?){_END}"
)
_CHALLENGES = {
    "first": "reconsideration",
    "second": "litigation",
    "suits": "litigation",
    "also": "reconsideration",
}

_BY_THIS_WAY_ONLY = regex(rf"(?:{CHANNELS})|不予|部分|复议|诉讼")
_EXCEPTED = regex(r"(?:除|此外|其他|其余|另|其它|之外|外,)[^,。;]*$")
_MAY = regex("[未无無不零没沒]")


def may_say_none(text: str) -> bool:
    """Whether a text has any of the words without which it says of nothing that there was none, in any characters."""
    return _MAY.search(text) is not None


def none_said(sentence: str, section: str, *, topic: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """The kinds of which a sentence says there were none, each with its place in the sentence.

    ``topic`` is true where the paragraph is about applications: no reconsideration at all is then none over them.
    """
    if not may_say_none(sentence) or counts_part_of_year(sentence):
        return
    for kind, word, pattern in (
        ("received", "申请", _NONE_RECEIVED),
        ("carried_forward", "年", _NONE_FORWARD),
        ("carried_over", "结转", _NONE_OVER),
        ("fee", "费", _NO_FEE),
    ):
        match = pattern.search(sentence) if word in sentence else None
        if match is None or _EXCEPTED.search(sentence[: match.start()]):
            continue
        if kind != "received" or not _BY_THIS_WAY_ONLY.search(match.group()):
            yield kind, match.span()
    if "复议" not in sentence and "诉讼" not in sentence:
        return
    match = _NONE_CHALLENGED.search(sentence)
    if match is None or not (topic or _over_information(sentence, section)):
        return
    if not _EXCEPTED.search(sentence[: match.start()]):
        for name, kind in _CHALLENGES.items():
            if match[name] is not None:
                yield kind, match.span(name)


def _over_information(sentence: str, section: str) -> bool:
    """Whether a sentence on reconsiderations and suits is about those over information work."""
    return section == "challenges" or any(
        words in sentence for words in ("信息公开", "申请公开", "公开工作", "政府信息")
    )
