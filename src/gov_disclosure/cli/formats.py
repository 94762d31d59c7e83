"""``gov-disclosure formats``: what can be read and what can be written."""

import argparse
from collections.abc import Iterator
from importlib.metadata import entry_points

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.words import say

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Print the formats: the built-in ones, then those that other packages bring."""
    from gov_disclosure.interchange.lines import dumps_record
    from gov_disclosure.language.width import pad

    for direction, name, suffixes, what in _formats():
        if arguments.to == "json":
            record = {"direction": direction, "name": name, "suffixes": list(suffixes), "what": what}
            console.record(dumps_record(record))
        else:
            word = pad(say(f"{direction}s", console.lang), 8)
            console.text(f"{word}{pad(name, 10)}{pad(' '.join(suffixes), 38)}  {what}".rstrip())


def _formats() -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    from gov_disclosure import readers, writers

    for reader in readers.BUILT_IN.values():
        yield "read", reader.name, reader.suffixes, reader.what
    for writer in writers.BUILT_IN.values():
        yield "write", writer.name, writer.suffixes, writer.what
    for direction in ("read", "write"):
        for point in entry_points(group=f"gov_disclosure.{direction.removesuffix('e')}ers"):
            yield direction, point.name, (), point.value
