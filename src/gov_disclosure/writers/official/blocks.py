"""The official form as text: its parts as blocks with an empty line between them."""

from collections.abc import Callable, Iterable

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.official.compose import official
from gov_disclosure.writers.official.parts import Part
from gov_disclosure.writers.protocol import Written

__all__ = ["written_in_blocks"]


def written_in_blocks(value: AnnualReport | Reading, blocks_of: Callable[[Part], Iterable[str]]) -> Written:
    """The file in UTF-8; ``blocks_of`` gives the blocks of each part."""
    form = official(value)
    blocks = [block for part in form.parts for block in blocks_of(part)]
    text = "\n\n".join(blocks) + "\n" if blocks else ""
    return Written(content=text.encode(), notices=form.notices)
