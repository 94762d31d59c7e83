"""Section three: applications received, how they were concluded, and what was carried forward.

Shared by both editions, which differ only in the rows under （六）其他处理.
"""

from typing import ClassVar

import attrs

from gov_disclosure.model import caveats
from gov_disclosure.model.fields import Block, Row, again, block, count, in_printed_order, row

__all__ = [
    "Applications",
    "Applications2019",
    "Applications2021",
    "ByApplicant",
    "Denied",
    "NotProcessed",
    "OtherHandling",
    "OtherHandling2019",
    "OtherHandling2021",
    "Results",
    "Results2019",
    "Results2021",
    "Unavailable",
]

_ORGANISATION = {"head": "法人或其他组织", "head_english": "legal persons and other organisations"}


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class ByApplicant(Row):
    """Seven columns under 申请人情况: applications by who made them. Unit: 件."""

    joint: ClassVar[str] = ", "

    natural_person: int | None = count("自然人", "natural persons", "np", caveats=(caveats.OWN_NAME,))
    business: int | None = count(
        "商业企业", "commercial enterprises", "bus", caveats=(caveats.SOLE_TRADERS,), **_ORGANISATION
    )
    research: int | None = count("科研机构", "research institutions", "res", **_ORGANISATION)
    public_interest: int | None = count(
        "社会公益组织", "public-interest organisations", "pub", **_ORGANISATION
    )
    legal_services: int | None = count(
        "法律服务机构",
        "legal-service institutions",
        "law",
        caveats=(caveats.IN_THE_FIRMS_NAME,),
        **_ORGANISATION,
    )
    other: int | None = count(
        "其他", "other organisations", "oth", caveats=(caveats.OTHER_APPLICANTS,), **_ORGANISATION
    )
    total: int | None = count("总计", "total", "tot", also=("合计",))


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Denied(Block):
    """（三）不予公开: refusals, by ground (Regulations, arts 14, 15, 16 and 36(7))."""

    state_secret: ByApplicant | None = row("1.属于国家秘密", "state secret", "secret", ground="art. 14")
    prohibited_by_law: ByApplicant | None = row(
        "2.其他法律行政法规禁止公开",
        "disclosure prohibited by another law or administrative regulation",
        "law",
        ground="art. 14",
        caveats=(caveats.LAWS_AND_REGULATIONS,),
    )
    security_and_stability: ByApplicant | None = row(
        "3.危及“三安全一稳定”",
        "endangers national, public or economic security or social stability",
        "security",
        ground="art. 14",
    )
    third_party_rights: ByApplicant | None = row(
        "4.保护第三方合法权益",
        "protection of a third party's lawful rights and interests",
        "third",
        ground="arts 15, 32",
    )
    internal_affairs: ByApplicant | None = row(
        "5.属于三类内部事务信息",
        "internal-affairs information (three kinds)",
        "internal",
        also=("5.属于三类内容事务信息",),
        ground="art. 16 ¶1",
        caveats=(caveats.DISCRETIONARY,),
    )
    process_information: ByApplicant | None = row(
        "6.属于四类过程性信息",
        "process information (four kinds)",
        "process",
        ground="art. 16 ¶2",
        caveats=(caveats.DISCRETIONARY,),
    )
    enforcement_files: ByApplicant | None = row(
        "7.属于行政执法案卷",
        "administrative enforcement case files",
        "files",
        ground="art. 16 ¶2",
        caveats=(caveats.DISCRETIONARY,),
    )
    registry_lookup: ByApplicant | None = row(
        "8.属于行政查询事项",
        "record look-up with its own access regime",
        "registry",
        ground="art. 36(7)",
        caveats=(caveats.MAPPED,),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Unavailable(Block):
    """（四）无法提供: what the organ cannot provide (arts 30, 36(4), 36(5) and 38)."""

    not_held: ByApplicant | None = row(
        "1.本机关不掌握相关政府信息",
        "not held by this organ",
        "held",
        also=("1.本单位不掌握相关政府信息", "1.本办不掌握相关政府信息", "1.本级不掌握相关政府信息"),
        ground="art. 36(4), 36(5)",
        caveats=(caveats.MAPPED, caveats.NOT_HELD),
    )
    requires_creation: ByApplicant | None = row(
        "2.没有现成信息需要另行制作", "would have to be created", "create", ground="art. 38"
    )
    unclear: ByApplicant | None = row(
        "3.补正后申请内容仍不明确", "still unclear after correction", "unclear", ground="art. 30"
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class NotProcessed(Block):
    """（五）不予处理: applications not processed (arts 35, 36(6) and 39)."""

    petition_or_complaint: ByApplicant | None = row(
        "1.信访举报投诉类申请", "petition, report or complaint", "petition", ground="art. 39 ¶1"
    )
    repeated: ByApplicant | None = row("2.重复申请", "repeated application", "repeated", ground="art. 36(6)")
    publication: ByApplicant | None = row(
        "3.要求提供公开出版物", "request for a public publication", "publication", ground="art. 39 ¶2"
    )
    excessive: ByApplicant | None = row(
        "4.无正当理由大量反复申请",
        "excessive repeated applications without good reason",
        "excessive",
        ground="art. 35",
    )
    confirm_or_reissue: ByApplicant | None = row(
        "5.要求行政机关确认或重新出具已获取信息",
        "request to confirm or reissue information already obtained",
        "confirm",
        ground="art. 2",
        caveats=(caveats.MAPPED,),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class OtherHandling(Block):
    """（六）其他处理: all other outcomes, printed as one row."""

    all: ByApplicant | None = row("（六）其他处理", "other handling, one row", "all", own_line=True)


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class OtherHandling2019(OtherHandling):
    """（六）其他处理 in the 2019 edition: one row."""


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class OtherHandling2021(OtherHandling):
    """（六）其他处理 in the 2021 edition: three rows, or the single row that some bodies still print."""

    all: ByApplicant | None = again(variant="single_other")
    uncorrected: ByApplicant | None = row(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "not corrected in time without good reason",
        "uncorrected",
        variant="split_other",
        ground="art. 30",
        caveats=(caveats.DEEMED_ABANDONED,),
    )
    unpaid: ByApplicant | None = row(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "fee not paid in time",
        "unpaid",
        variant="split_other",
        ground="国办函〔2020〕109号",
        caveats=(caveats.UNPAID, caveats.FEES_SINCE_2021),
    )
    miscellaneous: ByApplicant | None = row(
        "3.其他", "miscellaneous", "misc", variant="split_other", caveats=(caveats.WITHDRAWN,)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Results(Block):
    """三、本年度办理结果: how applications were concluded in the year."""

    granted: ByApplicant | None = row(
        "（一）予以公开",
        "granted in full",
        "granted",
        ground="art. 36(1), 36(2)",
        caveats=(caveats.MAPPED,),
    )
    partially_granted: ByApplicant | None = row(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "granted in part (counted only here)",
        "partial",
        also=("（二）部分公开",),
        ground="art. 37",
        caveats=(caveats.ONLY_HERE,),
    )
    denied: Denied = block(Denied, "（三）不予公开", "denied", "den")
    unavailable: Unavailable = block(Unavailable, "（四）无法提供", "unable to provide", "una")
    not_processed: NotProcessed = block(NotProcessed, "（五）不予处理", "not processed", "npr")
    other_handling: OtherHandling = block(OtherHandling, "（六）其他处理", "other handling", "oth")
    total: ByApplicant | None = row(
        "（七）总计", "total concluded in the year", "concluded", also=("（七）合计",)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Results2019(Results):
    """三、本年度办理结果 in the 2019 edition."""

    other_handling: OtherHandling2019 = again(OtherHandling2019)


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Results2021(Results):
    """三、本年度办理结果 in the 2021 edition."""

    other_handling: OtherHandling2021 = again(OtherHandling2021)


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Applications(Block):
    """Table three: 收到和处理政府信息公开申请情况."""

    corner: ClassVar[str] = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    corner_english: ClassVar[str] = "(in every column, items one and two add up to items three and four)"
    columns_head: ClassVar[str] = "申请人情况"
    columns_head_english: ClassVar[str] = "applicants"

    received: ByApplicant | None = row(
        "一、本年新收政府信息公开申请数量",
        "applications newly received in the year",
        "received",
        caveats=(caveats.RECEIVED_WHEN,),
    )
    carried_over: ByApplicant | None = row(
        "二、上年结转政府信息公开申请数量", "applications carried over from the previous year", "carried_over"
    )
    results: Results = block(Results, "三、本年度办理结果", "", "")
    carried_forward: ByApplicant | None = row(
        "四、结转下年度继续办理",
        "carried forward to the next year",
        "carried_fwd",
        caveats=(caveats.OPEN_AT_YEARS_END,),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Applications2019(Applications):
    """Table three of the 2019 edition."""

    results: Results2019 = again(Results2019)


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Applications2021(Applications):
    """Table three of the 2021 edition."""

    results: Results2021 = again(Results2021)
