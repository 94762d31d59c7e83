"""No text, however mangled, makes reading fail in a way that is not ours, hang, or tell a wrong figure for sure."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure import Limits, ReadError, Reading
from gov_disclosure.testing import mangled
from text_dumps import SHAPES, random_report, write_dump

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "example-district-2020.txt"
TEXT = EXAMPLE.read_text(encoding="utf-8")
LINES = TEXT.splitlines(keepends=True)
PATIENT = Limits(max_seconds=60)  # far beyond what any of these texts may take


def read(content: str | bytes) -> Reading | None:
    """The reading, or None where reading says that it cannot be read; anything else comes through."""
    refused: ReadError
    try:
        given_ = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        return gov_disclosure.read(given_, limits=PATIENT)
    except ReadError as error:
        refused = error
    assert getattr(refused, "limit", None) != "max_seconds", "reading ran away"
    assert refused.message("en")
    assert refused.message("zh")
    return None


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """Texts of all the shapes that people have."""
    rng = random.Random(draw(st.integers(0, 10_000)))
    return write_dump(rng, random_report(rng), draw(st.sampled_from(sorted(SHAPES))))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mangled(TEXT) | mangled(dumps(), most=6))
def test_mangled_text_is_read_or_refused(text: str) -> None:
    """One broken file among thousands would end the run with a traceback, or never end it."""
    reading = read(text)
    if reading is not None:
        assert reading.report.form is None or set(reading.report.form.paths) <= set(reading.evidence)
        assert all(notice.message("en") and notice.message("zh") for notice in reading.notices)


@given(st.text() | st.text("一二三、（）规章总计 0123456789\n|\t", max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Something that is no report at all would end the run with a traceback."""
    read(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """A file of garbage would end the run with a traceback."""
    read(content)


def test_a_heading_that_slipped_into_table_four_is_no_row_of_figures() -> None:
    """A line of words behind the heads of table four made reading fail with an IndexError."""
    heads = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 " * 3
    reading = read(
        "示例区人民政府2021年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
        f"| 行政复议 {'| ' * 5}| 行政诉讼 {'| ' * 9}|\n"
        f"{'| ' * 5}| 未经复议直接起诉 {'| ' * 5}| 复议后起诉 {'| ' * 4}|\n{heads}|\n|五、存在的主要问题及改进情况\n"
    )
    assert reading is not None
    assert all(value is None for _, value in reading.report.cells())


TRUTH = dict(gov_disclosure.read(EXAMPLE).report.cells())


def harmed(harm: str, at: int) -> str:
    """The example with one of its lines harmed."""
    before, line, after = LINES[:at], LINES[at : at + 1], LINES[at + 1 :]
    return "".join(
        {
            "cut off": before,
            "lost": before + after,
            "doubled": before + line + line + after,
            "swapped": before + after[:1] + line + after[1:],
            "joined": [*before, line[0].rstrip("\n"), *after],
        }[harm]
    )


@settings(max_examples=25)
@pytest.mark.parametrize("harm", ["cut off", "lost", "doubled", "swapped", "joined"])
@given(data=st.data())
def test_a_harmed_line_never_gives_a_wrong_figure_for_sure(harm: str, data: st.DataObject) -> None:
    """A figure would stand in the wrong cell, and nobody would be told."""
    reading = read(harmed(harm, data.draw(st.integers(0, len(LINES) - 1))))
    if reading is not None:
        wrong = {
            path: value
            for path, value in reading.report.cells()
            if value is not None and value != TRUTH.get(path) and not reading.evidence[path].doubt
        }
        assert wrong == {}


def test_most_of_a_text_survives_a_lost_line() -> None:
    """The test above would hold for a reader that reads nothing."""
    kept = []
    for at in range(0, len(LINES), 25):
        reading = read(harmed("lost", at))
        kept.append(
            sum(value is not None for _, value in reading.report.cells()) if reading is not None else 0
        )
    assert sorted(kept)[len(kept) // 2] == len(TRUTH)
