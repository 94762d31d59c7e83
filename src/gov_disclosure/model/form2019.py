"""The 2019 edition of the form: 国办公开办函〔2019〕60号."""

from decimal import Decimal
from typing import ClassVar

import attrs

from gov_disclosure.model import caveats
from gov_disclosure.model.applications import Applications2019
from gov_disclosure.model.challenges import Challenges
from gov_disclosure.model.fields import Block, Row, count, in_printed_order, money, row, signed_count, table
from gov_disclosure.model.forms import edition
from gov_disclosure.model.report import AnnualReport

__all__ = [
    "AnnualReport2019",
    "CentralisedProcurement",
    "DocumentsMade",
    "FeeItems",
    "PowerItems",
    "Proactive2019",
]


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class DocumentsMade(Row):
    """第二十条第（一）项: documents made and disclosed. Unit: 件."""

    created: int | None = count("本年新制作数量", "made in the year", "created", caveats=(caveats.MADE,))
    disclosed: int | None = count(
        "本年新公开数量", "newly disclosed in the year", "disclosed", caveats=(caveats.NEWLY_DISCLOSED,)
    )
    total_disclosed: int | None = count(
        "对外公开总数量",
        "disclosed in total",
        "total_disclosed",
        ground="cumulative stock at the year's end",
        caveats=(caveats.EVER_DISCLOSED,),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class PowerItems(Row):
    """第二十条第（五）、（六）项: items of power (项) and decisions taken under them (件)."""

    items_previous_year: int | None = count(
        "上一年项目数量",
        "items at the end of the previous year",
        "items_prev",
        "项",
        caveats=(caveats.POWER_ITEMS,),
    )
    change: int | None = signed_count(
        "本年增/减",
        "change in items in the year",
        "change",
        caveats=(caveats.POWER_ITEMS, caveats.NET_CHANGE),
    )
    decisions: int | None = count(
        "处理决定数量", "decisions in the year", "decisions", caveats=(caveats.WHICH_DECISIONS,)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class FeeItems(Row):
    """第二十条第（八）项: kinds of administrative fees. Unit: 项, no money in this edition."""

    items_previous_year: int | None = count(
        "上一年项目数量",
        "items at the end of the previous year",
        "items_prev",
        "项",
        caveats=(caveats.FEE_ITEMS,),
    )
    change: int | None = signed_count(
        "本年增/减",
        "change in items in the year",
        "change",
        caveats=(caveats.FEE_ITEMS, caveats.NET_CHANGE),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class CentralisedProcurement(Row):
    """第二十条第（九）项: centralised procurement: projects (项) and their amount (元)."""

    projects: int | None = count("采购项目数量", "projects", "projects", "项")
    amount: Decimal | None = money(
        "采购总金额",
        "amount",
        "amount_yuan",
        "元",
        also=("采购总金额（中标价）",),
        caveats=(caveats.PROCUREMENT_UNIT,),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Proactive2019(Block):
    """Table two of the 2019 edition: 主动公开政府信息情况."""

    columns_head: ClassVar[str] = "信息内容"
    columns_head_english: ClassVar[str] = "content"

    rules: DocumentsMade | None = row(
        "规章",
        "government rules",
        "rules",
        item="第二十条第（一）项",
        caveats=(caveats.WHO_MAKES_RULES,),
    )
    normative_documents: DocumentsMade | None = row(
        "规范性文件",
        "normative documents",
        "normdocs",
        item="第二十条第（一）项",
        also=("行政规范性文件",),
        caveats=(caveats.NORMATIVE,),
    )
    licensing: PowerItems | None = row(
        "行政许可", "administrative licensing", "lic", item="第二十条第（五）项"
    )
    other_external_matters: PowerItems | None = row(
        "其他对外管理服务事项",
        "other external management and service matters",
        "ext",
        item="第二十条第（五）项",
        caveats=(caveats.OTHER_MATTERS,),
    )
    penalties: PowerItems | None = row(
        "行政处罚", "administrative penalties", "pen", item="第二十条第（六）项"
    )
    compulsion: PowerItems | None = row(
        "行政强制", "administrative compulsion", "comp", item="第二十条第（六）项"
    )
    administrative_fees: FeeItems | None = row(
        "行政事业性收费", "administrative fees", "fees", item="第二十条第（八）项"
    )
    procurement: CentralisedProcurement | None = row(
        "政府集中采购", "centralised government procurement", "proc", item="第二十条第（九）项"
    )


@edition("2019", citation="国办公开办函〔2019〕60号", years=(2019, 2020))
@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class AnnualReport2019(AnnualReport):
    """An annual report on the form of 2019 (国办公开办函〔2019〕60号), used for report years 2019 and 2020."""

    proactive: Proactive2019 | None = table("proactive disclosure", "p")
    applications: Applications2019 | None = table("applications", "a", caveats=(caveats.TWO_REGIMES,))
    challenges: Challenges | None = table("reconsideration and litigation", "c")
