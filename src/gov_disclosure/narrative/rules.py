"""Rules that tell from the words around a figure what it counts. The first that fits decides."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

import attrs

from gov_disclosure.language.patterns import regex
from gov_disclosure.narrative.cells import Cells
from gov_disclosure.narrative.words import (
    APPLICATION,
    CHALLENGED,
    CHALLENGED_THERE,
    CHANNELS,
    OUTCOMES,
    OUTCOMES_OF_CHALLENGES,
    RECEIVED,
    TAIL,
    WHO_APPLIES,
)

__all__ = ["Around", "Told", "is_fee", "names_channel", "tell"]


@attrs.frozen(eq=False)
class Around:
    """What stands around a figure.

    ``left`` is the text from the figure (or the stop) before it, ``right`` that up to the next figure or mark,
    ``behind`` what follows up to the next figure. ``clause`` is the text from the last comma to the figure,
    ``by_channel`` whether it says by which way applications came; ``sentence`` all of the sentence before it.
    ``glued`` is true where no mark stands between it and the figure before. ``before`` is the kind told last in the
    sentence; ``stranger`` is true where the count before is of something unknown, of which this may be a part;
    ``nothing`` where the figure is 0. ``topic`` says whether the paragraph has spoken of applications for
    information by now, or the whole section is about them.
    """

    left: str
    right: str
    behind: str
    clause: str
    by_channel: bool
    sentence: str
    glued: bool
    before: str | None
    stranger: bool
    nothing: bool
    topic: bool
    section: str
    year: int | None
    cells: Cells


@attrs.frozen
class Told:
    """A kind of figure, and whether it is a part of one before it (其中)."""

    kind: str
    part: bool = False


_Rule: TypeAlias = Callable[[Around], "str | None"]

_OBJECT = regex(rf"(?:{APPLICATION})")
_LEFT_RECEIVED = regex(rf"{RECEIVED}{WHO_APPLIES}(?:{APPLICATION}){TAIL}$")
_LEFT_OBJECT_FIRST = regex(rf"(?:{APPLICATION})(?:共|累计|总共|全年|合计|数)*{RECEIVED}{TAIL}$")
_LEFT_BARE = regex(rf"{RECEIVED}{WHO_APPLIES}(?:申请)?{TAIL}$")
_LEFT_APPLICATION = regex(rf"{RECEIVED}申请{TAIL}$")
_LEFT_NEW = regex(rf"(?:本年|新)(?:度)?(?:新收|收|增)(?:的)?(?:{APPLICATION}|申请){TAIL}$")
_RIGHT_OBJECT = regex(rf"^(?:的)?(?:有效|合规)?(?:{APPLICATION})")
_RIGHT_AMONG = regex(rf"^(?:的)?(?:{APPLICATION})(?:当)?中$")
_LEFT_CONCLUDED = regex(r"(?:办结|答复|办理|处理)(?:完毕)?的$")
_RIGHT_AMONG_THEM = regex(r"^申请(?:当)?中$")
_LEFT_NEWLY = regex(rf"(?:本年|当年|今年)(?:度)?新(?:收到?|增|受理){TAIL}$")
_RIGHT_APPLICATION = regex(r"^(?:的)?申请(?!人)")
_CHANNEL = regex(rf"(?:{CHANNELS})[^,。;、]*(?:申请|受理|收到|接收|提交|提出|方式|渠道|途径)[^,。;、]*$")
_MANNERS = regex(r"(?:申请|受理|接收)(?:方式|渠道|途径)")
_LISTED_CHANNEL = regex(rf"(?:{CHANNELS}){TAIL}$")
_RIGHT_CHANNEL = regex(rf"^(?:申请)?(?:是|为|系|通过)?(?:{CHANNELS})")

_LAST_YEAR = r"(?:上一?年度?|去年度?|往年|历年|(?P<last>20[0-9]{2})年度?)"
_NEXT_YEAR = r"(?:下一?个?年度?|次年度?|来年|明年|翌年|(?P<next>20[0-9]{2})年度?)"
_OF_APPLICATIONS = rf"(?:的)?(?:{APPLICATION}|申请(?!人))?"
_CARRIES = r"(?:结转|转结|顺延|延续|延期|转入|转)"
_LEFT_OVER = regex(
    rf"{_LAST_YEAR}(?:结转|转结|遗留|转入)(?:至|到)?(?:本年度?|今年)?(?:下来|过来)?(?:继续)?(?:办理|处理|答复)?{_OF_APPLICATIONS}{TAIL}$"
    rf"|(?:结转|转结)(?:自)?(?:上一?年度?|去年)(?:度)?(?:继续)?(?:办理|处理|答复)?{_OF_APPLICATIONS}{TAIL}$"
)
_RIGHT_OVER = regex(rf"^{_OF_APPLICATIONS}(?:为|系|是|属|由|自)*{_LAST_YEAR}(?:结转|转结|遗留)")
_LEFT_FORWARD = regex(
    rf"{_CARRIES}(?:至|到|入)?{_NEXT_YEAR}(?:继续)?(?:办理|处理|答复|办结)?{_OF_APPLICATIONS}{TAIL}$"
)
_RIGHT_FORWARD = regex(
    rf"^{_OF_APPLICATIONS}(?!.*(?:上一?年|去年))[^,。;]{{0,24}}?{_CARRIES}(?:至|到|入)?{_NEXT_YEAR}"
)

_BEHIND_FORWARD = regex(
    rf"^(?:{APPLICATION}|申请)?因[^,。;(]{{1,20}},[^,。;(]{{0,12}}?{_CARRIES}(?:至|到|入)?{_NEXT_YEAR}"
)

_HANDLES = r"(?:办理|办结|(?:[作做]出)?答复|回复|办复|处理)(?:完毕|完成|了)?"
_LEFT_HANDLED = regex(rf"(?<![未需]){_HANDLES}(?:政府|各类)?(?:{APPLICATION}|申请){TAIL}$")
_LEFT_HANDLED_BARE = regex(rf"(?<![未需在]){_HANDLES}{TAIL}$")
_LEFT_HANDLED_ALONE = regex(
    rf"(?:^|[,;。:、)])(?:[我本][局委办厅镇乡]|本机关|本单位|全[市县区镇局]|并|已|共|累计|总共|合计|全年|本年度?|年内|均|全部|依法|按期|按时|如期|及时)*{_HANDLES}{TAIL}$"
)
_RIGHT_HANDLED = regex(
    rf"^{_OF_APPLICATIONS}(?:均|都|全部|已|经)*(?:按(?:时|期|规定|要求|照规定)|依法|及时|如期)*(?:在[^,。;]{{1,12}}?)?(?:予以|给予|作出|做出)?(?:答复|办结|办理完毕|回复)"
)

_CHALLENGE_VERBS = regex(r"(?:审理|审结|办结|办理|受理|化解|调解|承办|应诉)[^,。;]*$")
_RECONSIDERATION = regex(
    rf"行政复议(?:申请|案件|案|事项|数量|情况|件)*(?:并?办结)?{TAIL}$|复议(?:申请|案件|案)+{TAIL}$"
)
_LITIGATION = regex(rf"(?:行政)?诉讼(?:案件|案|事项|数量|情况|件)*{TAIL}$")
_BOTH = regex(rf"复议(?:案件)?(?:和|、|及|与|或|以及)?(?:行政)?诉讼(?:案件|案|事项|数量|情况|件)*{TAIL}$")
_RIGHT_BOTH = regex(r"复议.{0,12}诉讼")
_AFTER_RECONSIDERATIONS = regex(r"复议[^,;]*$")
_ENDED = "|".join(OUTCOMES_OF_CHALLENGES)
_ENDED_LEFT = regex(rf"(?P<phrase>{_ENDED})(?:的)?{TAIL}$")
_ENDED_RIGHT = regex(rf"(?:被|获|予以)?(?P<phrase>{_ENDED})")
_RIGHT_RECONSIDERATION = regex(
    r"^(?:因[^,。;]*|涉及?[^,。;]*|政府信息公开|信息公开类?|的)*行政复议(?:案件|申请|$)(?!.*诉讼)"
)
_RIGHT_LITIGATION = regex(
    r"^(?:因[^,。;]*|涉及?[^,。;]*|政府信息公开|信息公开类?|的)*(?<!复议)行政诉讼(?:案件|$)"
)

_NOT_PUBLISHING = regex(
    r"(?:公开|公示|公布|发布|推送|归集|录入|上传|上报|备案|审查|清理|解读|印发|转发)[^,。;]*$"
)
_DOCUMENT = r"(?:行政)?规范性文件"
_ISSUES = r"(?:制发|制定|制定出台|出台|新制定|新制发)(?:了)?"
_LEFT_ISSUED = regex(rf"{_ISSUES}{_DOCUMENT}{TAIL}$|{_DOCUMENT}(?:本年)?(?:制发|制定)(?:件数|数)?{TAIL}$")
_LEFT_REPEALED = regex(
    rf"(?<!失效、)(?<!失效和)废止{_DOCUMENT}{TAIL}$|{_DOCUMENT}(?:本年)?废止(?:件数)?{TAIL}$"
)
_LEFT_IN_FORCE = regex(rf"现行有效(?:的)?{_DOCUMENT}{TAIL}$|{_DOCUMENT}现行有效(?:件数)?{TAIL}$")
_LEFT_RULES = regex(rf"{_ISSUES}(?:政府|地方政府|部门)?规章(?!制度){TAIL}$")
_LEFT_RULES_IN_FORCE = regex(rf"现行有效(?:的)?(?:政府|地方政府|部门)?规章{TAIL}$")
_LEFT_COMPARED = regex(r"(?:上一?年度?|去年|20[0-9]{2}年度?)(?:同期)?(?:的|为|是|有|共|收到|受理)*\(?$")
_SUM_OF_MONEY = r"(?:共计|总计|合计|累计|共|为|计|约)*$"
_LEFT_FEE = regex(
    r"(?:收取|收到|收缴|征收|缴纳)(?:了)?(?:依申请公开|政府信息公开|信息公开)?(?:的)?(?:信息处理费|处理费)(?:用)?(?:金额)?"
    rf"{_SUM_OF_MONEY}"
    rf"|信息处理费(?:总金额|金额|总额)?(?:的)?(?:实际)?(?:收取)?(?:金额|总额)?{_SUM_OF_MONEY}"
)
_LEFT_SUM_OF_FEES = regex(rf"信息处理费[^。;]{{0,16}},(?:收费)?(?:总金额|金额|合计){_SUM_OF_MONEY}")
_LEFT_FEE_NOTICE = regex(rf"(?:发出|出具|送达|下发)(?:信息处理费)?收费通知(?:书)?{TAIL}$")
_RIGHT_FEE_NOTICE = regex(r"^(?:信息处理费)?收费通知")
_LEFT_ITEMS = regex(
    rf"主动公开(?:了)?(?:各类|各种|有关|相关)*(?:政府|政务)?(?:信息)?(?:公开)?(?:信息)?(?:数量)?{TAIL}$"
)
_PARTS = regex(r"其中|包括|包含|分别|含")


def tell(around: Around) -> Told | None:
    """What a count counts, or None where the words do not tell."""
    for rule in _RULES:
        kind = rule(around)
        if kind is not None:
            return Told(kind, part=bool(_PARTS.search(around.clause)))
    return None


def _open_files(around: Around) -> str | None:
    """What was carried over from last year, and what is carried forward to the next."""
    if not around.topic:
        return None
    left, right, year = around.left, around.right, around.year
    said = left + right + around.behind
    if "转" not in said and "延" not in said and "遗" not in said:
        return None  # in every way of saying it there is one of them
    for pattern, text in ((_LEFT_FORWARD, left), (_RIGHT_FORWARD, right), (_BEHIND_FORWARD, around.behind)):
        match = pattern.search(text)
        if match is not None and (match["next"] is None or year is None or int(match["next"]) == year + 1):
            return "carried_forward"
    for pattern, text in ((_LEFT_OVER, left), (_RIGHT_OVER, right)):
        match = pattern.search(text)
        if match is not None and (match["last"] is None or year is None or int(match["last"]) == year - 1):
            return "carried_over"
    return None


@lru_cache(maxsize=32)
def _outcome_patterns(cells: Cells) -> "tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]":
    kinds = {
        **{phrase: kind for phrase, kind in OUTCOMES.items() if kind in cells.readings},
        **dict(cells.phrases),
    }
    alternatives = "|".join(re.escape(phrase) for phrase in sorted(kinds, key=len, reverse=True))
    reason = r"(?:的|类|情形|情况|决定|答复|政府信息|信息|原因|等)*(?:的)?(?:申请|事项)?"
    left = re.compile(rf"(?<![不未])(?P<phrase>{alternatives}){reason}{TAIL}$")
    right = re.compile(
        rf"^(?:{APPLICATION}|申请(?!人))?(?:的)?(?:因|由于|属于|属|为|系|已|均|都|依法|决定|作出|做出|予以|答复|告知|是|经审查|本机关|本单位)*(?P<phrase>{alternatives})"
    )
    return left, right, kinds


def _outcome(around: Around) -> str | None:
    """How applications were concluded, in the form's words or others."""
    if around.stranger and around.before is None:
        return None
    if not around.topic or _ABOUT_OTHERS.search(around.clause):
        return None
    left, right, kinds = _outcome_patterns(around.cells)
    tail = _IN_BRACKETS.sub("", around.left)
    found = left.search(tail)
    if found is not None:
        among_others = (around.glued and found.start() <= 1) or _JOINED.search(tail, 0, found.start("phrase"))
        return None if among_others else kinds[found["phrase"]]
    match = right.search(around.right)
    if match is None:
        return None
    wider = [kinds[phrase] for phrase in kinds if kinds[phrase] == kinds[match["phrase"]].partition(".")[0]]
    said = [phrase for phrase in kinds if kinds[phrase] in wider and phrase in around.right[match.end() :]]
    return kinds[(said or [match["phrase"]])[0]]


_JOINED = regex(r"(?:公开|提供|处理)(?:的)?(?:、|和|及|与|或者?|以及)$")  # the figure is that of both
_IN_BRACKETS = regex(r"\([^()]*\)$")
_ABOUT_OTHERS = regex(r"建议|提案|决策|规范性文件|预算|处罚|许可|稿件|栏目|议案|政策")


def names_channel(clause: str) -> bool:
    """Whether a clause says by which way applications came."""
    return _CHANNEL.search(clause) is not None


def _channel(around: Around) -> str | None:
    """By which way applications came: not asked for by the form."""
    if not around.topic:
        return None
    if around.by_channel and not _OBJECT.search(_CHANNEL.sub("", around.clause)):
        return "channel"
    listed = around.before in ("received", "channel") or _MANNERS.search(around.sentence)
    if listed and _LISTED_CHANNEL.search(around.left):
        return "channel"
    return "channel" if _RIGHT_CHANNEL.search(around.right) else None


def _received(around: Around) -> str | None:
    left, right = around.left, around.right
    if around.by_channel:
        return None
    if _LEFT_RECEIVED.search(left) or _LEFT_NEW.search(left) or _LEFT_OBJECT_FIRST.search(left):
        return "received"
    if _LEFT_BARE.search(left) and (
        _RIGHT_OBJECT.search(right) or (around.topic and _RIGHT_APPLICATION.search(right))
    ):
        return "received"
    if around.topic and (_LEFT_APPLICATION.search(left) or _LEFT_NEWLY.search(left)):
        return "received"
    return None


_BEHIND_APPLICANT = regex(rf"(?:提出|提交)?(?:的)?(?:申请|{APPLICATION})?{TAIL}")


def _applicant(around: Around) -> str | None:
    if not around.topic:
        return None
    for label, kind in around.cells.applicants:
        place = around.left.rfind(label)
        if place >= 0 and _BEHIND_APPLICANT.fullmatch(around.left, place + len(label)):
            return kind
    return None


def _handled(around: Around) -> str | None:
    left, right = around.left, around.right
    if _RIGHT_AMONG.search(right) or (_RIGHT_AMONG_THEM.search(right) and _LEFT_CONCLUDED.search(left)):
        return "handled"
    if "复议" in around.clause or "诉讼" in around.clause or around.by_channel:
        return None
    if _LEFT_HANDLED.search(left) and (around.topic or _OBJECT.search(left)):
        return "handled"
    if around.stranger:
        return None
    about = around.topic and _OBJECT.search(around.sentence)
    if _LEFT_HANDLED_BARE.search(left) and (
        _RIGHT_OBJECT.search(right) or (about and around.before in _OF_FILES)
    ):
        return "handled"
    if around.topic and around.before != "items" and _LEFT_HANDLED_ALONE.search(around.sentence):
        return "handled"
    if (
        _RIGHT_HANDLED.search(right)
        and (about or _RIGHT_OBJECT.search(right) or (around.topic and _RIGHT_APPLICATION.search(right)))
        and not _LEFT_BARE.search(left)
    ):
        return "handled"
    return None


_OF_FILES = ("received", "carried_over", "handled", "carried_forward")


def _challenge(around: Around) -> str | None:
    """Reconsiderations and suits over the body's own information work, and how they ended."""
    before = (around.before or "").partition(".")[0]
    if before in ("reconsideration", "litigation"):
        ended = _ENDED_LEFT.search(around.left) or _ENDED_RIGHT.match(around.right)
        if ended is not None:
            return f"{before}.{OUTCOMES_OF_CHALLENGES[ended['phrase']]}"
    if not any(word in around.left or word in around.right for word in ("复议", "诉讼")):
        return None
    if _CHALLENGE_VERBS.search(around.clause) and "信息公开" not in around.clause:
        return None
    left, right = around.left, around.right
    over_information = around.section == "challenges" or CHALLENGED.search(around.sentence + right)
    if not over_information and not (
        around.topic and (around.nothing or CHALLENGED_THERE.search(around.clause))
    ):
        return None
    if _BOTH.search(left) or _RIGHT_BOTH.search(right):
        return "challenges"
    if _RECONSIDERATION.search(left) or _RIGHT_RECONSIDERATION.search(right):
        return "reconsideration"
    if _LITIGATION.search(left) or _RIGHT_LITIGATION.search(right):
        return "challenges" if _AFTER_RECONSIDERATIONS.search(left) and "复议后" not in left else "litigation"
    return None


def _made(around: Around) -> str | None:
    """Documents and decisions of table two; what was merely published is not in the table."""
    left = around.left
    if not ("规范性文件" in left or "规章" in left or "决定" in left):
        return None
    if _NOT_PUBLISHING.search(around.clause):
        return None
    for pattern, row, names in (
        (_LEFT_ISSUED, "normative_documents", ("issued", "created")),
        (_LEFT_REPEALED, "normative_documents", ("repealed",)),
        (_LEFT_IN_FORCE, "normative_documents", ("in_force",)),
        (_LEFT_RULES, "rules", ("issued", "created")),
        (_LEFT_RULES_IN_FORCE, "rules", ("in_force",)),
    ):
        if pattern.search(left):
            return next((f"{row}.{name}" for name in names if f"{row}.{name}" in around.cells.readings), None)
    if "决定" not in left:
        return None
    decided = _decision_pattern(around.cells).search(left)
    return dict(around.cells.decisions)[decided["what"]] if decided is not None else None


@lru_cache(maxsize=32)
def _decision_pattern(cells: Cells) -> "re.Pattern[str]":
    what = "|".join(re.escape(label) for label, _ in cells.decisions)
    return re.compile(rf"(?:作出|做出|办理|处理|下达)?(?P<what>{what or '$.'})(?:处理)?决定(?:书)?{TAIL}$")


def _compared(around: Around) -> str | None:
    """The same for another year: 21 件（上年为 30 件）."""
    if around.before is not None and around.before not in _OTHERS and _LEFT_COMPARED.search(around.left):
        return around.before
    return None


_OTHERS = ("channel", "items", "fee-notices", "fee")


def _others(around: Around) -> str | None:
    """What the form does not ask for."""
    if _LEFT_FEE_NOTICE.search(around.left) or _RIGHT_FEE_NOTICE.search(around.right):
        return "fee-notices"
    return "items" if _LEFT_ITEMS.search(around.left) else None


def is_fee(around: Around) -> bool:
    """Whether an amount of money is the information-handling fee."""
    found = _LEFT_FEE.search(around.left) or _LEFT_SUM_OF_FEES.search(around.sentence)
    return found is not None


_RULES: tuple[_Rule, ...] = (
    _open_files,
    _outcome,
    _channel,
    _received,
    _applicant,
    _handled,
    _challenge,
    _made,
    _compared,
    _others,
)
