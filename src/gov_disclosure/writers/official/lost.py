"""What a printed form cannot hold of a reading: doubts, figures without a place, what could not be read."""

from collections.abc import Iterator

from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.reading import Reading

__all__ = ["lost_evidence"]

_SHOWN = 8


def lost_evidence(reading: Reading) -> Iterator[Notice]:
    """Notices of what a person who has only the printed form would not know."""
    unread = tuple(path for path, evidence in reading.evidence.items() if evidence.kind == "unread")
    if unread:
        yield notice("unread-not-written", paths=unread, params={"count": len(unread)})
    doubtful = tuple(path for path in reading.doubtful if path not in unread)
    if doubtful:
        yield notice("doubt-not-written", paths=doubtful, params={"count": len(doubtful)})
    if reading.unplaced:
        shown = "、".join(f"“{unplaced.raw}”" for unplaced in reading.unplaced[:_SHOWN])
        more = "…" if len(reading.unplaced) > _SHOWN else ""
        params = {"count": len(reading.unplaced), "raw": shown + more}
        yield notice("unplaced-not-written", params=params)
