"""The outcome of reading a document: the report, and everything one should know about how it was read."""

from collections.abc import Mapping
from typing import Any

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.evidence import Evidence, Unplaced
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Notice

__all__ = ["Reading", "Source"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(ByFields):
    """The document that was read: its name as given, the SHA-256 of its bytes, and what read it."""

    document: str | None = None
    sha256: str | None = None
    reader: str | None = None
    engine: str | None = None


def _frozen(evidence: Mapping[str, Evidence]) -> FrozenMapping[str, Evidence]:
    return FrozenMapping(evidence)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reading(ByFields):
    """A report as read from a document.

    ``evidence`` holds, in printed order, what stands in the document for every cell of the form and for
    ``title``, ``issuer``, ``year`` and ``period``; ``unplaced`` the printed figures that belong to no cell;
    ``notices`` what was inferred, mended or lost.
    """

    report: AnnualReport
    evidence: FrozenMapping[str, Evidence] = attrs.field(factory=FrozenMapping, converter=_frozen)
    unplaced: tuple[Unplaced, ...] = ()
    notices: tuple[Notice, ...] = ()
    source: Source = attrs.field(factory=Source)

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The paths a person should look at before using their values, in printed order."""
        return tuple(path for path, evidence in self.evidence.items() if evidence.doubt)

    def __repr__(self) -> str:
        name = f" of {self.source.document!r}" if self.source.document else ""
        return (
            f"<Reading{name}: {self.report!r}, {len(self.doubtful)} cells in doubt, "
            f"{len(self.unplaced)} figures unplaced, {len(self.notices)} notices>"
        )

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))  # IPython and Hypothesis would print the evidence of every cell

    def _repr_html_(self) -> str:
        from gov_disclosure.model.display import report_html

        return report_html(self.report, doubtful=frozenset(self.doubtful))
