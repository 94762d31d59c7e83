"""How much a single document may cost."""

import time
from typing import TYPE_CHECKING

import attrs

from gov_disclosure.model.by_fields import ByFields

if TYPE_CHECKING:
    from gov_disclosure.reading.errors import TooLarge

__all__ = ["Deadline", "Limits"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Limits(ByFields):
    """Bounds on one document: reading stops with :class:`~gov_disclosure.TooLarge` where one is passed."""

    max_bytes: int = 64 * 1024 * 1024
    max_pages: int = 2_000
    max_cells: int = 200_000
    max_seconds: float = 120.0

    def check_bytes(self, size: int) -> None:
        """Raise if a document (or what it unpacks to) is too long."""
        if size > self.max_bytes:
            raise _too_large(limit="max_bytes", allowed=self.max_bytes, found=str(size))

    def check_pages(self, pages: int) -> None:
        """Raise if there are too many pages."""
        if pages > self.max_pages:
            raise _too_large(limit="max_pages", allowed=self.max_pages, found=str(pages))

    def check_cells(self, cells: int) -> None:
        """Raise if there are too many table cells."""
        if cells > self.max_cells:
            raise _too_large(limit="max_cells", allowed=self.max_cells, found=str(cells))

    def deadline(self) -> "Deadline":
        """A clock that starts now."""
        return Deadline(limits=self, started=time.monotonic())


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Deadline(ByFields):
    """The time a document may still take; to be asked now and then in every long loop."""

    limits: Limits
    started: float

    def check(self) -> None:
        """Raise if the time is up."""
        spent = time.monotonic() - self.started
        if spent > self.limits.max_seconds:
            raise _too_large(limit="max_seconds", allowed=self.limits.max_seconds, found=f"{spent:.1f}")


def _too_large(limit: str, allowed: float, found: str) -> "TooLarge":
    from gov_disclosure.reading.errors import TooLarge

    return TooLarge(limit=limit, allowed=allowed, found=found)
