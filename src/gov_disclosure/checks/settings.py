"""Which checks run, how much they matter, and with which bounds: the defaults, or what a profile says."""

from collections.abc import Mapping
from typing import Any

import attrs

from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Severity

__all__ = ["DEFAULTS", "Acceptance", "Settings"]


@attrs.frozen(kw_only=True)
class Acceptance:
    """A finding that somebody has looked at and accepts: by its fingerprint, with a reason and a last day."""

    fingerprint: str
    reason: str
    until: str | None = None  # ISO date, the last day on which it holds


@attrs.frozen(kw_only=True)
class Settings:
    """What a profile decides. ``name`` and ``sha256`` are stamped into every output that rests on it."""

    name: str | None = None
    sha256: str | None = None
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = attrs.field(factory=FrozenMapping)
    thresholds: Mapping[str, Mapping[str, Any]] = attrs.field(factory=FrozenMapping)
    texts: Mapping[str, Mapping[str, str]] = attrs.field(factory=FrozenMapping)
    level: str | None = None
    government: bool | None = None
    phrases: tuple[str, ...] = ()
    accepted: tuple[Acceptance, ...] = ()

    def stamp(self) -> FrozenMapping[str, str]:
        """Name and hash, for outputs; empty without a profile."""
        if self.name is None and self.sha256 is None:
            return _NO_STAMP
        stamped = {"name": self.name, "sha256": self.sha256}
        return FrozenMapping({key: value for key, value in stamped.items() if value is not None})


_NO_STAMP: FrozenMapping[str, str] = FrozenMapping()

DEFAULTS = Settings()
