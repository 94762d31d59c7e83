"""A table of contents: its lines look like the sections' headings, and are none."""

from pathlib import Path

import pytest

from gov_disclosure import read
from gov_disclosure.model.narrative import SECTIONS

EXAMPLE = Path(__file__).parents[2] / "examples" / "example-district-2020.txt"


@pytest.mark.parametrize("line", ["{heading}", "{heading}........ {page}", "{heading} {page}"])
@pytest.mark.parametrize("after_title", [False, True])
def test_a_table_of_contents_takes_nothing_away(line: str, after_title: bool) -> None:
    """A report that opens with its contents would otherwise lose all its tables, or be taken for two reports."""
    text = EXAMPLE.read_text(encoding="utf-8")
    printed = read(text.encode(), format="text")
    lines = [line.format(heading=section.heading, page=page) for page, section in enumerate(SECTIONS, 1)]
    contents = "目录\n" + "\n".join(lines) + "\n\n"
    at = text.index(SECTIONS[0].heading) if after_title else 0
    found = read((text[:at] + contents + text[at:]).encode(), format="text")
    assert tuple(found.report.cells()) == tuple(printed.report.cells())
    assert found.report.narrative == printed.report.narrative
    assert (found.report.title, found.report.year) == (printed.report.title, printed.report.year)
    assert not any(evidence.doubt for evidence in found.evidence.values())
