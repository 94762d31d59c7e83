"""What a table of reports' cells cannot hold of them."""

from collections.abc import Iterable, Iterator

import attrs

from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.reading import Reading

__all__ = ["LostInData", "lost_in_data"]

_SHOWN = 8


def lost_in_data(value: AnnualReport | Reading) -> Iterator[Notice]:
    """Notices of the text and of the figures without a cell, which a table of cells has no place for."""
    lost = LostInData()
    lost.add(value)
    yield from lost.notices()


@attrs.define
class LostInData:
    """The same for many reports, as they pass by: their paragraphs counted, their figures without a cell each named."""

    paragraphs: int = 0
    reports: int = 0
    unplaced: list[Notice] = attrs.field(factory=list)

    def watched(self, items: Iterable[AnnualReport | Reading]) -> Iterator[AnnualReport | Reading]:
        """The items, each looked at on its way."""
        for item in items:
            self.add(item)
            yield item

    def add(self, value: AnnualReport | Reading) -> None:
        """Look at a report."""
        report = value.report if isinstance(value, Reading) else value
        self.reports += 1
        self.paragraphs += len(report.preamble) + sum(
            len(getattr(report.narrative, section.name) or ()) for section in SECTIONS
        )
        if isinstance(value, Reading) and value.unplaced:
            shown = "、".join(f"“{unplaced.raw}”" for unplaced in value.unplaced[:_SHOWN])
            more = "…" if len(value.unplaced) > _SHOWN else ""
            params = {"count": len(value.unplaced), "raw": shown + more}
            place = Place(member=value.source.document) if value.source.document else None
            self.unplaced.append(notice("unplaced-not-written", place=place, params=params))

    def notices(self) -> Iterator[Notice]:
        """What was seen until now."""
        if self.paragraphs:
            yield notice("text-not-written", params={"count": self.paragraphs})
        yield from self.unplaced
