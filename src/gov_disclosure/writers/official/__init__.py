"""What the official form prints for a report, part by part, before it becomes a file of any format."""

from gov_disclosure.writers.official.compose import official
from gov_disclosure.writers.official.figures import exact_number, figures_of
from gov_disclosure.writers.official.grid import Grid, GridCell, lines_of
from gov_disclosure.writers.official.lost import lost_evidence
from gov_disclosure.writers.official.parts import (
    Heading,
    Official,
    Paragraph,
    Part,
    Particular,
    Signature,
    Title,
)
from gov_disclosure.writers.official.pipes import piped_lines

__all__ = [
    "Grid",
    "GridCell",
    "Heading",
    "Official",
    "Paragraph",
    "Part",
    "Particular",
    "Signature",
    "Title",
    "exact_number",
    "figures_of",
    "lines_of",
    "lost_evidence",
    "official",
    "piped_lines",
]
