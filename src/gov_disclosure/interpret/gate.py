"""Whether a document is an annual report at all."""

from collections.abc import Sequence

from gov_disclosure import reading
from gov_disclosure.documents import Block, Document
from gov_disclosure.interpret.particulars import Particulars
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.interpret.sections import SectionSpan
from gov_disclosure.language.folding import label_key

__all__ = ["require_report"]

_SUBJECTS = ("信息公开", "政务公开", "公开政府信息")


def require_report(
    blocks: Sequence[Block],
    spans: Sequence[SectionSpan],
    harvest: Harvest,
    particulars: Particulars,
    document: Document,
) -> None:
    """Raise :class:`~gov_disclosure.NotAReport` unless tables, or a title with sections, say that it is one."""
    if not blocks or not any(text.strip() for text in document.walk_text()):
        raise reading.NotAReport(reason="it is empty", reason_zh="内容为空")
    printed = sum(row.has_cells for row in harvest.rows) + sum(bool(item.values) for item in harvest.items)
    if printed or len(harvest.items) + len(harvest.rows) >= 2:
        return
    told = [span for span in spans if span.expected]
    if particulars.title is not None and (len(spans) >= 2 or _long_enough(document)):
        return
    subject = any(subject in label_key(text) for text in document.walk_text() for subject in _SUBJECTS)
    if subject and (
        len(told) >= 3 or (len(told) >= 1 and len(spans) == len(told) and _only_sections(blocks, spans))
    ):
        return
    raise reading.NotAReport(
        reason="neither its tables nor a title with the report's sections are there",
        reason_zh="既没有报告的表格，也没有报告的标题和各部分",
    )


def _long_enough(document: Document) -> bool:
    return sum(len(text) for text in document.walk_text()) >= 120


def _only_sections(blocks: Sequence[Block], spans: Sequence[SectionSpan]) -> bool:
    return spans[0].heading <= 3 and bool(blocks)
