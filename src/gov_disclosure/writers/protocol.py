"""The shape every writer has: a report or reading in, bytes out, with notices of what could not be held."""

from typing import Protocol

import attrs

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.notices import Notice
from gov_disclosure.reading.reading import Reading

__all__ = ["Writer", "Written"]


@attrs.frozen(kw_only=True)
class Written:
    """The bytes of a written file, and what of the report the format could not hold."""

    content: bytes
    notices: tuple[Notice, ...] = ()


class Writer(Protocol):
    """A writer: any object with a name, the endings of its files, and ``write``.

    Where it also has ``reads_as``, the name of the reader for its files, :func:`gov_disclosure.write` reads back
    what was written and adds a notice of everything that comes back otherwise. Where it has a true ``joins``, its
    files one after the other make a file of all their reports.
    """

    name: str
    suffixes: tuple[str, ...]

    def write(self, value: AnnualReport | Reading) -> Written:
        """The file's bytes; writing the same value twice gives the same bytes."""
        ...
