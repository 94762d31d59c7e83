"""Where a paragraph ends on a page: lines set in the middle, headings under headings, words that are not broken."""

import pytest

from gov_disclosure.readers.pdf.paragraphs import Margins, PlacedLine, paragraphs_of
from gov_disclosure.readers.pdf.settings import Tolerances
from gov_disclosure.readers.pdf.text import Line, Segment

LEFT, RIGHT, SIZE, STEP = 60.0, 540.0, 12.0, 20.0
MARGINS = Margins(LEFT, RIGHT, STEP)


def _lines(*lines: tuple[str, float, float]) -> list[PlacedLine]:
    """Lines of text from the top of a page, each with where it begins and ends."""
    placed = []
    for number, (text, x0, x1) in enumerate(lines):
        top = 80 + number * STEP
        segment = Segment(text=text, x0=x0, x1=x1)
        line = Line(text=text, segments=(segment,), x0=x0, top=top, x1=x1, bottom=top + SIZE, size=SIZE)
        placed.append(PlacedLine(1, line, line.box))
    return placed


def _paragraphs(*lines: tuple[str, float, float], right: float = RIGHT) -> list[str]:
    margins = MARGINS._replace(right=right)
    return [paragraph.text for paragraph in paragraphs_of(_lines(*lines), margins, Tolerances())]


def test_a_line_in_the_middle_ends_where_it_ends() -> None:
    """In a short report the day of publication stood before the first sentence, as if it belonged to it."""
    assert _paragraphs(
        ("发布日期：2023年1月20日", 200.0, 400.0),
        ("本报告按照条例的要求编制。", LEFT + 24, 330.0),
        right=400.0,
    ) == ["发布日期：2023年1月20日", "本报告按照条例的要求编制。"]


def test_particulars_under_each_other_are_lines_of_their_own() -> None:
    """What the report says of itself would be lost where two of its lines are read as one."""
    lines = (("发布日期：2023年1月20日", 200.0, 400.0), ("统计期限：2022年1月1日至12月31日", 170.0, 430.0))
    assert len(_paragraphs(*lines, right=400.0)) == 2


def test_a_title_of_two_lines_stays_together() -> None:
    """A title wraps in the middle of the page, and is one title."""
    lines = (("示例区人民政府办公室2022年政府信息公开", 130.0, 470.0), ("工作年度报告", 260.0, 340.0))
    assert "".join(_paragraphs(*lines, right=470.0)) == "示例区人民政府办公室2022年政府信息公开工作年度报告"


def test_a_heading_under_a_heading_begins_anew() -> None:
    """A section without text lost its heading to the one before it."""
    lines = (("五、存在的主要问题及改进情况", LEFT, 240.0), ("六、其他需要报告的事项", LEFT, 200.0))
    assert _paragraphs(*lines, right=240.0) == ["五、存在的主要问题及改进情况", "六、其他需要报告的事项"]


@pytest.mark.parametrize(
    ("end", "beginning", "joined"),
    [
        ("请与我们联系（邮编：", "223100，电话见下）。", True),
        ("按照有关文件（示政办发", "[2020]37号）的要求办理。", True),
        ("工作按照要求完成了", "各单位继续努力。", False),
        ("工作按照要求完成了。", "2022年收到申请三件。", False),
    ],
)
def test_a_word_that_is_not_broken_leaves_the_line_before_it_short(
    end: str, beginning: str, joined: bool
) -> None:
    """Numbers are kept whole at the end of a line; the sentence goes on all the same."""
    short = RIGHT - 3.5 * SIZE
    found = _paragraphs((end, LEFT, short), (beginning, LEFT, 300.0))
    assert found == ([end + beginning] if joined else [end, beginning])
