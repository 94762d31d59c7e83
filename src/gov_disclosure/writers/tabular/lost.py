"""What a table of a report's cells cannot hold of it."""

from collections.abc import Iterator

from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.reading import Reading

__all__ = ["lost_in_data"]

_SHOWN = 8


def lost_in_data(value: AnnualReport | Reading) -> Iterator[Notice]:
    """Notices of the text and of the figures without a cell, which a table of cells has no place for."""
    report = value.report if isinstance(value, Reading) else value
    paragraphs = len(report.preamble) + sum(
        len(getattr(report.narrative, section.name) or ()) for section in SECTIONS
    )
    if paragraphs:
        yield notice("text-not-written", params={"count": paragraphs})
    if isinstance(value, Reading) and value.unplaced:
        shown = "、".join(f"“{unplaced.raw}”" for unplaced in value.unplaced[:_SHOWN])
        more = "…" if len(value.unplaced) > _SHOWN else ""
        yield notice("unplaced-not-written", params={"count": len(value.unplaced), "raw": shown + more})
