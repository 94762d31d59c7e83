"""Plain text: a paragraph a line with an empty line behind it, tables between upright strokes."""

from collections.abc import Iterator
from typing import ClassVar

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.official import Grid, Part, Particular, piped_lines
from gov_disclosure.writers.official.blocks import written_in_blocks
from gov_disclosure.writers.protocol import Written

__all__ = ["TextWriter"]


class TextWriter:
    """The official form as plain text in UTF-8.

    Every line of a table has all columns of the table's grid; a cell that covers several stands in the first
    of them. So a blank cell can be told from one that is not there.
    """

    name = "text"
    suffixes: tuple[str, ...] = (".txt",)
    reads_as: ClassVar[str] = "text"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The text."""
        return written_in_blocks(value, _block)


def _block(part: Part) -> Iterator[str]:
    if isinstance(part, Grid):
        yield "\n".join(piped_lines(part, lambda text: text.replace("|", "\\|")))
    elif isinstance(part, Particular):
        yield part.line
    else:
        yield part.text
