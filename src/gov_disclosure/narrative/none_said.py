"""Sentences that say there was nothing: 未收到政府信息公开申请, 未发生行政复议、行政诉讼, 未收取信息处理费."""

import re
from collections.abc import Iterator

from gov_disclosure.narrative.words import APPLICATION, CHANNELS, PART_OF_YEAR

__all__ = ["none_said"]

_NOT = r"(?:未曾|尚未|均未|未有|没有|并未|未|无|暂无|从未|零)"
_NO_FIGURE = r"(?!(?:[^,。;]{0,3})[0-9]*[1-9][0-9]*[件条份次宗起项])"
_WHO = (
    r"(?:任何|有关|相关|一件|一起|单位|个人|公民|法人|其他组织|社会公众|公众|群众|申请人|、|和|及|或者|或|与|的"
    r"|提出|提交|要求)*"
)
_NONE_RECEIVED = re.compile(
    rf"{_NOT}(?:收到|接到|接收到?|收悉|受理){_WHO}(?:{APPLICATION})(?!公开)(?:的)?(?:情况|事项|案件|件|0件|信息)*(?=[,。;、()]|$|也|及|和|且|,)"
    rf"|(?<![有末])无(?:政府信息公开申请|信息公开申请|依申请公开(?:政府信息|信息)?(?:的)?(?:申请|事项|件|情况|案件)*)(?=[,。;]|$)"
)
_OVER = (
    r"(?:因|由|涉及?|就|针对|与|关于)?(?:(?:政府)?信息公开(?:工作)?|依申请公开|公开(?:工作|申请)?|政府信息)?"
    r"(?:工作|申请|答复|事项|问题|类)*(?:而|所)?"
    r"(?:引起|引发|产生|导致|提起|发生|相关|有关|被申请|被提起)*(?:的)?(?:任何)?"
)
_VERBS = r"(?:发生|产生|引发|引起|出现|收到|接到|有|涉及|被提起|被申请|提起|因|存在|受理)*"
_RECONSIDERATION = r"(?:行政)?复议(?:申请|案件|案|事项|情况)*"
_LITIGATION = r"(?:行政)?诉讼(?:案件|案|事项|情况)*"
_NONE_CHALLENGED = re.compile(
    rf"{_NOT}{_VERBS}{_OVER}(?:(?P<first>{_RECONSIDERATION})(?:(?:、|和|及|或者?|与|以及|或是|,也?未?(?:发生|引发)?){_OVER}(?P<second>{_LITIGATION}))?"
    rf"|(?P<suits>{_LITIGATION})(?:(?:、|和|及|或者?|与|以及){_OVER}(?P<also>{_RECONSIDERATION}))?)(?=[,。;、()]|$)"
)
_NO_FEE = re.compile(
    r"(?:未|没有|均未|未曾|从未|并未)(?:发生|产生|收取|有|出现|涉及|向[^,。;]{1,12}收取)+(?:任何|相关|有关|政府信息公开|信息公开|依申请公开|的)*(?:信息处理费|处理费|费用|收费)(?:用)?(?:的)?(?:情况|行为|事项|案件|现象)?(?=[,。;]|$)"
    r"|(?:不收取|无收取)(?:任何|相关|的)*(?:信息处理费|费用)(?:的)?(?:情况|案件)?(?=[,。;]|$)|无(?:信息处理费)?(?:收费|收取费用|收取信息处理费)(?:情况|的案件|的情况)?(?=[,。;]|$)"
)
_NONE_FORWARD = re.compile(
    r"(?:无|没有|未有|不存在)(?:需|申请|案件)?(?:(?:结转|顺延)(?:至|到)?(?:下一?年度?|次年|明年)(?:度)?|(?:下一?年度?|次年)结转)(?:继续)?(?:办理|处理|答复)?(?:的)?(?:申请|案件|件|情况|事项)*(?=[,。;]|$)"
)
_NONE_OVER = re.compile(
    r"(?:无|没有|未有|不存在)(?:上一?年度?|去年)(?:度)?结转(?:办理|处理)?(?:的)?(?:申请|案件|件|情况|事项)*(?=[,。;]|$)"
)
_SOME_BY_THIS_WAY = re.compile(rf"(?:{CHANNELS})|不予|部分|复议|诉讼")
_EXCEPTED = re.compile(r"(?:除|此外|其他|其余|另|其它|之外|外,)[^,。;]*$")


def none_said(sentence: str, section: str) -> "Iterator[tuple[str, tuple[int, int]]]":
    """The kinds of which a sentence says there were none, each with its place in the sentence."""
    if not _MAY.search(sentence):
        return
    if PART_OF_YEAR.search(sentence.replace("1月1日", "").replace("12月31日", "")):
        return
    for kind, pattern in (
        ("received", _NONE_RECEIVED),
        ("carried_forward", _NONE_FORWARD),
        ("carried_over", _NONE_OVER),
        ("fee", _NO_FEE),
    ):
        match = pattern.search(sentence)
        if match is not None and not _EXCEPTED.search(sentence[: match.start()]):
            if kind == "received" and _SOME_BY_THIS_WAY.search(match.group()):
                continue
            yield kind, match.span()
    match = _NONE_CHALLENGED.search(sentence)
    if (
        match is not None
        and _over_information(sentence, section)
        and not _EXCEPTED.search(sentence[: match.start()])
    ):
        for name, kind in (
            ("first", "reconsideration"),
            ("second", "litigation"),
            ("suits", "litigation"),
            ("also", "reconsideration"),
        ):
            if match[name] is not None:
                yield kind, match.span(name)


_MAY = re.compile("[未无不]|没有|零")


def _over_information(sentence: str, section: str) -> bool:
    return (
        section == "challenges" or "信息公开" in sentence or "申请公开" in sentence or "公开工作" in sentence
    )
