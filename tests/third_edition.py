"""An edition of the form that does not exist, declared by its classes alone, for the tests of all areas.

It has a new column among the applicants, new outcome rows, a new row in table
two (counted, signed and in money), and lacks rows that the others have. Nothing in the library knows of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import ClassVar

import attrs

from gov_disclosure.model import forms
from gov_disclosure.model.applications import (
    Applications,
    ByApplicant,
    Denied,
    NotProcessed,
    Unavailable,
)
from gov_disclosure.model.challenges import Challenges
from gov_disclosure.model.fields import (
    Block,
    Row,
    again,
    block,
    count,
    in_printed_order,
    money,
    row,
    signed_count,
    table,
)
from gov_disclosure.model.form2021 import Decisions
from gov_disclosure.model.forms import Form, edition
from gov_disclosure.model.report import AnnualReport

__all__ = ["NAME", "AnnualReport2031", "declared"]

NAME = "2031"


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class ByApplicant2031(ByApplicant):
    """The applicants, with a column that no other edition has."""

    media: int | None = count("新闻媒体", "news media", "media", before="total")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class Denied2031(Denied):
    """Refusals, on the wider rows, with one ground more."""

    state_secret: ByApplicant2031 | None = again()
    prohibited_by_law: ByApplicant2031 | None = again()
    security_and_stability: ByApplicant2031 | None = again()
    third_party_rights: ByApplicant2031 | None = again()
    internal_affairs: ByApplicant2031 | None = again()
    process_information: ByApplicant2031 | None = again()
    enforcement_files: ByApplicant2031 | None = again()
    registry_lookup: ByApplicant2031 | None = again()
    archived: ByApplicant2031 | None = row("9.属于档案管理事项", "archived matters", "archived")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class Unavailable2031(Unavailable):
    """What cannot be provided, on the wider rows."""

    not_held: ByApplicant2031 | None = again()
    requires_creation: ByApplicant2031 | None = again()
    unclear: ByApplicant2031 | None = again()


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class NotProcessed2031(NotProcessed):
    """What is not processed, on the wider rows."""

    petition_or_complaint: ByApplicant2031 | None = again()
    repeated: ByApplicant2031 | None = again()
    publication: ByApplicant2031 | None = again()
    excessive: ByApplicant2031 | None = again()
    confirm_or_reissue: ByApplicant2031 | None = again()


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class OtherHandling2031(Block):
    """Other outcomes, as two rows of this edition's own."""

    withdrawn: ByApplicant2031 | None = row("1.申请人撤回申请", "withdrawn by the applicant", "withdrawn")
    merged: ByApplicant2031 | None = row("2.并案处理", "merged with another application", "merged")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class Results2031(Block):
    """How applications were concluded."""

    granted: ByApplicant2031 | None = row("（一）予以公开", "granted in full", "granted")
    denied: Denied2031 = block(Denied2031, "（三）不予公开", "denied", "den")
    unavailable: Unavailable2031 = block(Unavailable2031, "（四）无法提供", "unable to provide", "una")
    not_processed: NotProcessed2031 = block(NotProcessed2031, "（五）不予处理", "not processed", "npr")
    other_handling: OtherHandling2031 = block(OtherHandling2031, "（六）其他处理", "other handling", "oth")
    total: ByApplicant2031 | None = row("（七）总计", "total concluded in the year", "concluded")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class Applications2031(Block):
    """Table three of this edition."""

    corner: ClassVar[str] = Applications.corner
    corner_english: ClassVar[str] = Applications.corner_english
    columns_head: ClassVar[str] = Applications.columns_head
    columns_head_english: ClassVar[str] = Applications.columns_head_english

    received: ByApplicant2031 | None = row("一、本年新收政府信息公开申请数量", "newly received", "received")
    carried_over: ByApplicant2031 | None = row(
        "二、上年结转政府信息公开申请数量", "carried over", "carried_over"
    )
    results: Results2031 = block(Results2031, "三、本年度办理结果", "", "")
    carried_forward: ByApplicant2031 | None = row("四、结转下年度继续办理", "carried forward", "carried_fwd")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class OpenData(Row):
    """第二十条第（十）项: data sets opened to the public."""

    items_previous_year: int | None = count("上一年数据集数量", "data sets last year", "sets_prev", "个")
    change: int | None = signed_count("本年增/减", "change in the year", "change", "个")
    spent: Decimal | None = money("运行经费", "money spent", "spent", "万元")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class Proactive2031(Block):
    """Table two of this edition."""

    columns_head: ClassVar[str] = "信息内容"
    columns_head_english: ClassVar[str] = "content"

    licensing: Decisions | None = row(
        "行政许可", "administrative licensing", "lic", item="第二十条第（五）项"
    )
    open_data: OpenData | None = row("公共数据开放", "open data", "open", item="第二十条第（十）项")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class AnnualReport2031(AnnualReport):
    """An annual report on the edition that does not exist."""

    proactive: Proactive2031 | None = table("proactive disclosure", "p")
    applications: Applications2031 | None = table("applications", "a")
    challenges: Challenges | None = table("reconsideration and litigation", "c")


@contextmanager
def declared() -> Iterator[Form]:
    """The edition, known to the library for the time of the block."""
    edition(NAME, citation="示例办函〔2031〕1号", years=(2031, None))(AnnualReport2031)
    try:
        yield Form(NAME)
    finally:
        forms._REGISTERED.pop(NAME)
        forms._WALKED.pop(NAME, None)
        Form._known.pop(NAME, None)
        AnnualReport2031.form = None
