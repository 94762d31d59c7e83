"""Section four: reconsideration and litigation over the organ's information work. Shared by both editions."""

from typing import ClassVar

import attrs

from gov_disclosure.model import caveats
from gov_disclosure.model.fields import Block, Row, block, count, in_printed_order, row

__all__ = ["Challenges", "Litigation", "Outcomes"]


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Outcomes(Row):
    """Five columns: cases by outcome. The total includes the pending ones. Unit: 件."""

    across: ClassVar[bool] = True

    upheld: int | None = count("结果维持", "upheld", "upheld", caveats=(caveats.UPHELD,))
    corrected: int | None = count("结果纠正", "corrected", "corrected", caveats=(caveats.CORRECTED,))
    other: int | None = count("其他结果", "other outcome", "other", caveats=(caveats.OTHER_OUTCOME,))
    pending: int | None = count("尚未审结", "pending", "pending")
    total: int | None = count("总计", "total", "total", also=("合计",), caveats=(caveats.PENDING_INCLUDED,))


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Litigation(Block):
    """行政诉讼: suits, by whether a reconsideration came first."""

    direct: Outcomes | None = row(
        "未经复议直接起诉",
        "litigation without prior reconsideration",
        "direct",
        caveats=(caveats.RECONSIDERATION_FIRST,),
    )
    after_reconsideration: Outcomes | None = row("复议后起诉", "litigation after reconsideration", "after")


@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=in_printed_order)
class Challenges(Block):
    """Table four: 政府信息公开行政复议、行政诉讼情况."""

    reconsideration: Outcomes | None = row(
        "行政复议",
        "administrative reconsideration",
        "recon",
        caveats=(caveats.CASES, caveats.RECONSIDERATION_FIRST),
    )
    litigation: Litigation = block(
        Litigation, "行政诉讼", "", "lit", caveats=(caveats.CASES, caveats.INSTANCES)
    )
