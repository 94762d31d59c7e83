"""Where converted reports go: names of files in a folder that do not collide and lie over nothing."""

import os
from collections.abc import Iterable
from pathlib import Path

from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.sources import STANDARD_INPUT

__all__ = ["Folder", "names_folder"]


def names_folder(target: str) -> bool:
    """Whether a folder is meant: one that is there, or a name that ends as only folders' names do."""
    separators = tuple(filter(None, (os.sep, os.altsep)))
    return Path(target).is_dir() or target.endswith(separators)


class Folder:
    """The files to be written into a folder, each under its source's name.

    Where several sources have one name but for its ending, the ending stays in it (``report.pdf.html``,
    ``report.docx.html``); where even that does not tell them apart, they are numbered. Names that differ in capitals
    alone count as one, since on many machines they are.
    """

    def __init__(self, folder: Path, sources: Iterable[str], suffix: str) -> None:
        self._folder, self._suffix = folder, suffix
        self._sources = tuple(dict.fromkeys(sources))
        self._taken: set[str] = set()
        self._bases = self._named()

    def target(self, source: str, number: int | None = None) -> Path:
        """The file for a source, or for the report of that number in it."""
        base = self._bases[source]
        return self._folder / (base + self._suffix if number is None else self._free(f"{base}-{number}"))

    def check(self) -> None:
        """Refuse to write over any of the sources, whatever else was allowed."""
        held = {Path(source).resolve() for source in self._sources if source != STANDARD_INPUT}
        for source in self._sources:
            if (target := self.target(source)).resolve() in held:
                raise UsageError("over-its-source", target)

    def _named(self) -> dict[str, str]:
        stems = {source: _stem(source, keep=False) for source in self._sources}
        count: dict[str, int] = {}
        for stem in stems.values():
            count[stem.casefold()] = count.get(stem.casefold(), 0) + 1
        return {
            source: self._free(
                stem if count[stem.casefold()] == 1 else _stem(source, keep=True)
            ).removesuffix(self._suffix)
            for source, stem in stems.items()
        }

    def _free(self, base: str) -> str:
        name, number = base + self._suffix, 2
        while name.casefold() in self._taken:
            name = f"{base} ({number}){self._suffix}"
            number += 1
        self._taken.add(name.casefold())
        return name


def _stem(source: str, *, keep: bool) -> str:
    if source == STANDARD_INPUT:
        return "stdin"
    return Path(source).name if keep else Path(source).stem
