"""The words with which reports speak of their figures: kinds of figures, scopes, years, and ways of saying none.

All patterns expect text in half-width marks and simplified characters, without spaces and quotation marks.
"""

from gov_disclosure.language.patterns import regex

__all__ = [
    "APPLICATION",
    "CHALLENGED",
    "CHALLENGED_THERE",
    "CHANNELS",
    "COUNTED_AS_CASES",
    "MORE_OR_LESS",
    "ORGAN",
    "OUTCOMES",
    "OUTCOMES_OF_CHALLENGES",
    "RECEIVED",
    "REGION",
    "TAIL",
    "WHO_APPLIES",
    "counts_part_of_year",
]

#: An application for government information, as an object that is counted.
APPLICATION = (
    r"(?:(?:(?:政府|政务)?信息公开|政府信息|公开)的?申请(?!人|表|渠道|平台|栏|公开(?!件|事项))"
    r"|(?:政府信息)?依申请(?:公开(?:的)?(?:政府信息|信息)?|(?:政府)?信息公开)(?:的)?(?:申请)?(?!渠道|平台|栏|目录|指南|工作)"
    r"|申请公开(?:的)?政府信息|要求公开政府信息的?申请)"
    r"(?:公开)?(?:(?:的)?(?:事项|案件|事件)|办件|件(?!次))?"
)
_SUMMED = "共计|总计|合计|累计|共有|共|总共|为|有|达|计|是|分别为"
#: What may stand between what is counted and the figure: 数量共, 为 …
TAIL = rf"(?:的)?(?:总?数量|总数|总量|数|量|件数)?(?:{_SUMMED})*:?"
#: Who applied, between the verb and what was received.
WHO_APPLIES = (
    r"(?:各类|各种|任何|新的|有关|相关|有效|一件|单位|个人|公民|法人|其他组织|社会公众|公众|群众|申请人|、|和|及|或者|或|与|的"
    r"|提出|提交|要求)*"
)
#: To receive.
RECEIVED = r"(?<![未没不])(?:收到|接收到?|接到|收悉|受理|新收)(?:并(?:受理|办理|处理|接收))?(?:了)?"

#: Outcomes in other words than the form's, each with the kind it names.
OUTCOMES: dict[str, str] = {
    "同意公开": "granted",
    "全部公开": "granted",
    "准予公开": "granted",
    "同意部分公开": "partially_granted",
    "予以部分公开": "partially_granted",
    "予以公开及部分公开": "disclosed",
    "予以公开和部分公开": "disclosed",
    "予以公开、部分公开": "disclosed",
    "予以公开或部分公开": "disclosed",
    "予以公开或者部分公开": "disclosed",
    "同意公开或部分公开": "disclosed",
    "公开或部分公开": "disclosed",
    "公开或者部分公开": "disclosed",
    "公开、部分公开": "disclosed",
    "公开和部分公开": "disclosed",
    "公开与部分公开": "disclosed",
    "公开及部分公开": "disclosed",
    "不同意公开": "denied",
    "涉及国家秘密": "denied.state_secret",
    "内部事务信息": "denied.internal_affairs",
    "过程性信息": "denied.process_information",
    "行政执法案卷": "denied.enforcement_files",
    "行政执法案卷信息": "denied.enforcement_files",
    "行政查询事项": "denied.registry_lookup",
    "不掌握相关政府信息": "unavailable.not_held",
    "不掌握相关信息": "unavailable.not_held",
    "不掌握": "unavailable.not_held",
    "政府信息不存在": "unavailable.not_held",
    "信息不存在": "unavailable.not_held",
    "需要另行制作": "unavailable.requires_creation",
    "补正后仍不明确": "unavailable.unclear",
    "信访举报投诉类": "not_processed.petition_or_complaint",
    "信访、举报、投诉类": "not_processed.petition_or_complaint",
    "逾期不补正": "other_handling.uncorrected",
    "逾期未补正": "other_handling.uncorrected",
    "逾期未缴费": "other_handling.unpaid",
    "作其他处理": "other_handling",
}

#: How a reconsideration or a suit ended, each with the column it names.
OUTCOMES_OF_CHALLENGES: dict[str, str] = {
    "结果维持": "upheld",
    "予以维持": "upheld",
    "维持": "upheld",
    "结果纠正": "corrected",
    "被纠正": "corrected",
    "被纠错": "corrected",
    "予以纠正": "corrected",
    "纠正": "corrected",
    "纠错": "corrected",
    "其他结果": "other",
    "尚未审结": "pending",
    "未审结": "pending",
    "尚未办结": "pending",
}

#: That a reconsideration or suit is over the organ's information work.
CHALLENGED = regex(r"信息公开|政府信息|依申请|公开申请|被申请人|作为被告")

#: … where the paragraph has spoken of applications for information by now.
CHALLENGED_THERE = regex(
    r"(?:被申请|被提起|被提出|对[^,。;]{0,8}答复[^,。;]{0,8}(?:申请|提起))(?:的)?行政(?:复议|诉讼)"
)

#: Ways in which an application arrives; the form does not count them.
CHANNELS = (
    r"网络|网上|线上|在线|线下|现场|当面|当场|窗口|信函|信件|邮寄|来信|寄送|传真|电子邮件|邮件|邮箱|电话|平台|网站"
    r"|书面|(?:申请|公开|办理|受理)系统"
)

REGION = regex(
    r"全(?:市|省|区|县|州|旗|盟|域|系统|局系统)|各(?:县|区|市|镇|乡|街道|部门|单位|级|委办局|地|处室?)|[我本](?:市|省|区|县|州|旗)(?![一-龥]{0,8}局)"
    r"|本行政区域|系统各|[市区县省](?:直|级)(?:各)?(?:部门|单位)|市县两级|下属单位|所属单位"
)
ORGAN = regex(
    r"本(?:机关|单位|级|局|委|办|厅|镇|乡|街道|部门|院|中心)|我(?:局|委|办|厅|处|会|院|镇|乡|街道|单位|机关|部|中心|支队|大队)"
    r"|政府办公[室厅]|代表[市区县省]"
)

#: A figure that is a difference.
MORE_OR_LESS = regex(
    r"(?:增加|减少|增长|下降|上升|提升|提高|降低|净增|新增加|多出?|少|增|减|升|降)(?:了|到|至|为)?$"
)

_OF_TIME = regex("[半季月周日均]")
_PART_OF_YEAR = regex(
    r"[上下]半年|季度|(?<![0-9])(?:[1-9]|1[0-2])月(?!(?:31|1)日)|[一二三四五六七八九十]+月(?!份?工作)|本周|每[月周日]|月均|日均|年均"
)

# what names days and months and yet means the whole year
_WHOLE_YEAR = regex(r"1月1日|1(?:月份?)?(?:至|到|-)12月份?|12月31日|12月底|12月末|年底|年末")


def counts_part_of_year(text: str) -> bool:
    """Whether the figures of a text are for less than the year."""
    return _OF_TIME.search(text) is not None and _PART_OF_YEAR.search(_WHOLE_YEAR.sub("", text)) is not None


#: Measure words with which applications, cases and documents are counted.
COUNTED_AS_CASES = frozenset(("件", "件次", "份", "宗", "起", "次", "项", "例", "条", "个", "则", "笔", "批"))
