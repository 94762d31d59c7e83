"""The 2021 edition of the form: 国办公开办函〔2021〕30号."""

from decimal import Decimal
from typing import ClassVar

import attrs

from gov_disclosure.model import caveats
from gov_disclosure.model.applications import Applications2021
from gov_disclosure.model.challenges import Challenges
from gov_disclosure.model.fields import Block, Row, count, in_printed_order, money, row, table
from gov_disclosure.model.forms import edition
from gov_disclosure.model.report import AnnualReport

__all__ = ["AnnualReport2021", "Decisions", "DocumentsIssued", "FeesCollected", "Proactive2021"]


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class DocumentsIssued(Row):
    """第二十条第（一）项: documents issued, repealed and in force. Unit: 件."""

    issued: int | None = count("本年制发件数", "issued in the year", "issued", also=("本年度制发数",))
    repealed: int | None = count(
        "本年废止件数",
        "repealed in the year",
        "repealed",
        also=("本年废止数",),
        caveats=(caveats.REPEALED,),
    )
    in_force: int | None = count(
        "现行有效件数",
        "in force",
        "in_force",
        also=("现行有效",),
        ground="stock on 31 December",
        caveats=(caveats.STOCK_IN_FORCE, caveats.STOCK_OR_EVER),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Decisions(Row):
    """第二十条第（五）、（六）项: decisions taken in the year. Unit: 件."""

    decisions: int | None = count(
        "本年处理决定数量", "decisions in the year", "decisions", caveats=(caveats.WHICH_DECISIONS,)
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class FeesCollected(Row):
    """第二十条第（八）项: administrative fees collected in the year. Unit: 万元 (10 000 yuan)."""

    amount: Decimal | None = money(
        "本年收费金额（单位：万元）",
        "amount collected in the year",
        "amount_wan",
        "万元",
        also=("本年收费金额",),
        caveats=(caveats.FEES_COLLECTED, caveats.HANDLING_FEE),
    )


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Proactive2021(Block):
    """Table two of the 2021 edition: 主动公开政府信息情况."""

    columns_head: ClassVar[str] = "信息内容"
    columns_head_english: ClassVar[str] = "content"

    rules: DocumentsIssued | None = row(
        "规章",
        "government rules",
        "rules",
        item="第二十条第（一）项",
        caveats=(caveats.WHO_MAKES_RULES,),
    )
    normative_documents: DocumentsIssued | None = row(
        "行政规范性文件",
        "normative documents",
        "normdocs",
        item="第二十条第（一）项",
        also=("规范性文件",),
        caveats=(caveats.NORMATIVE,),
    )
    licensing: Decisions | None = row(
        "行政许可",
        "administrative licensing",
        "lic",
        item="第二十条第（五）项",
        caveats=(caveats.LICENSING_DECISIONS,),
    )
    penalties: Decisions | None = row(
        "行政处罚",
        "administrative penalties",
        "pen",
        item="第二十条第（六）项",
        caveats=(caveats.PUBLISHED_PENALTIES, caveats.TOWNSHIP_PENALTIES),
    )
    compulsion: Decisions | None = row(
        "行政强制", "administrative compulsion", "comp", item="第二十条第（六）项"
    )
    administrative_fees: FeesCollected | None = row(
        "行政事业性收费", "administrative fees", "fees", item="第二十条第（八）项"
    )


@edition("2021", citation="国办公开办函〔2021〕30号", years=(2021, None))
@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class AnnualReport2021(AnnualReport):
    """An annual report on the form of 2021 (国办公开办函〔2021〕30号), used for report years from 2021."""

    proactive: Proactive2021 | None = table("proactive disclosure", "p")
    applications: Applications2021 | None = table("applications", "a")
    challenges: Challenges | None = table("reconsideration and litigation", "c")
