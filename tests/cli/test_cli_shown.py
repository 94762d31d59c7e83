"""What findings are shown with: why a figure may be the reading's slip and not the document's."""

import attrs
import pytest

from command_desk import TOTAL, small_reading
from gov_disclosure.checks import check
from gov_disclosure.cli.shown import finding_lines
from gov_disclosure.reading import Place, Reading
from gov_disclosure.reading.notices import notice

ROW = TOTAL.rpartition(".")[0]


def shown(reading: Reading, lang: str = "en") -> str:
    """The lines under the verdict, in one string."""
    lines = finding_lines(check(reading), lang=lang, columns=200, notices=reading.notices)  # type: ignore[arg-type]
    return "\n".join("".join(span.text for span in line) for line in lines)


def doubted(reading: Reading, *paths: str) -> Reading:
    """The reading with its total in doubt, and a notice about some cells or rows."""
    evidence = {path: attrs.evolve(found, doubt=True) for path, found in reading.evidence.items()}
    said = notice(
        "repaired",
        paths=paths,
        place=Place(line=12),
        params={"label": "总计", "raw": "1 2", "value": 12, "reason": "of the sums", "reason_zh": "各数之和"},
    )
    return attrs.evolve(reading, evidence=evidence, notices=(said,))


@pytest.mark.parametrize("path", [TOTAL, ROW])
def test_a_finding_to_be_looked_at_says_why(path: str) -> None:
    """A clerk is asked to look at the document, and would not learn that the figure was printed in two pieces."""
    text = shown(doubted(small_reading("wrong.txt", total=12), path))
    assert "To be looked at" in text
    assert "1 2" in text
    assert "line 12" in text


def test_what_concerns_other_cells_is_not_shown() -> None:
    """A reason that is none would send the clerk to the wrong row."""
    assert "1 2" not in shown(
        doubted(small_reading("wrong.txt", total=12), "applications.carried_over.total")
    )


def test_an_error_of_the_document_needs_no_reason() -> None:
    """Notices under a plain error would make it look like the reading's."""
    reading = small_reading("wrong.txt", total=12)
    said = doubted(reading, TOTAL).notices
    assert "line 12" not in shown(attrs.evolve(reading, notices=said))
