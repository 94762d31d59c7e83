"""What is written is what is read back, in every format that is read."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure import AnnualReport, Narrative
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.report import PRINTED_METADATA
from gov_disclosure.reading import Notice
from gov_disclosure.testing import reports
from gov_disclosure.testing.reports import reports_without_tables
from gov_disclosure.writers import BUILT_IN, pick_writer

#: The formats that print the official form, each with the reader for it.
PRINTED = {
    name: str(reader)
    for name, writer in BUILT_IN.items()
    if (reader := getattr(writer.load(), "reads_as", None)) is not None
}


def _written(report: AnnualReport, name: str) -> tuple[bytes, tuple[Notice, ...]]:
    target = io.BytesIO()
    notices = gov_disclosure.write(report, target, format=name)
    return target.getvalue(), notices


def _differences(report: AnnualReport, read: AnnualReport) -> Iterator[str]:
    for path, value in report.cells():
        if read[path] != value:
            yield f"{path}: {value!r} came back as {read[path]!r}"
        if read.prints(path) != report.prints(path):
            yield f"{path}: printed {report.prints(path)} came back {read.prints(path)}"
    for name in ("year", *PRINTED_METADATA, "preamble", "narrative"):
        if getattr(report, name) != getattr(read, name):
            yield f"{name}: {getattr(report, name)!r} came back as {getattr(read, name)!r}"


def test_all_printing_formats_are_tried() -> None:
    """A format that fell out of this list would be promised and never tested."""
    assert set(PRINTED) == {"docx", "html", "html-fragment", "markdown", "text", "xlsx"}


@pytest.mark.parametrize("name", PRINTED)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(report=reports())
def test_a_report_comes_back_from_every_format(name: str, report: AnnualReport) -> None:
    """Whoever writes a report and reads it again must find every figure, particular and paragraph."""
    content, notices = _written(report, name)
    assert notices == ()
    read = gov_disclosure.read(content, format=PRINTED[name]).report
    assert type(read) is type(report)
    assert list(_differences(report, read)) == []


@pytest.mark.parametrize("name", PRINTED)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports())
def test_the_format_is_told_by_the_content(name: str, report: AnnualReport) -> None:
    """A written file that has to be read with ``format=`` could not be passed on to anybody."""
    content, _ = _written(report, name)
    if name != "markdown":  # which only its name tells from text
        assert tuple(gov_disclosure.read(content).report.cells()) == tuple(report.cells())


@pytest.mark.parametrize("name", BUILT_IN)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(report=st.one_of(reports(), reports_without_tables()))
def test_writing_twice_gives_the_same_bytes(name: str, report: AnnualReport) -> None:
    """A file that changes with each writing shows up as changed in every archive and backup."""
    writer = pick_writer("", name)
    assert writer.write(report) == writer.write(report)


def test_another_run_of_the_program_gives_the_same_bytes() -> None:
    """What is written must not hang on the order in which one run happens to keep its sets."""
    runs = {
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            env=os.environ | {"PYTHONHASHSEED": number},
            check=True,
            capture_output=True,
        ).stdout
        for number in ("1", "2")
    }
    (said,) = runs
    assert len(said.split()) == len(BUILT_IN)


_DIGESTS = """
import hashlib
from gov_disclosure import AnnualReport
from gov_disclosure.writers import BUILT_IN
report = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府").replace({"applications.received.total": 3})
for name, writer in BUILT_IN.items():
    print(hashlib.sha256(writer.load().write(report).content).hexdigest())
"""


@pytest.mark.parametrize("name", PRINTED)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports(consistent=False))
def test_what_comes_back_otherwise_is_said(name: str, report: AnnualReport) -> None:
    """A figure that a format cannot hold must not be lost without a word."""
    content, notices = _written(report, name)
    said = {path for notice in notices for path in notice.paths}
    read = gov_disclosure.read(content, format=PRINTED[name])
    for path, value in report.cells():
        if read.report[path] != value:
            assert path in said
            assert read.report[path] is None  # never another figure
            assert path in read.doubtful


@pytest.mark.parametrize("name", PRINTED)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports_without_tables())
def test_a_report_without_tables_comes_back_or_that_is_said(name: str, report: AnnualReport) -> None:
    """The text of a report from before 2019 is all there is of it."""
    content, notices = _written(report, name)
    if notices:
        assert {notice.code for notice in notices} <= {"not-readable", "not-as-written"}
    else:
        assert gov_disclosure.read(content, format=PRINTED[name]).report == report


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize(
    "paragraph",
    [
        "第一行\n第二行",
        "三、收到和处理政府信息公开申请情况",
        "  前后有空格的一段话。  ",
        "一\x00个控制字符。",
        "| 像 | 表格 | 的 | 一行 |",
    ],
)
def test_a_paragraph_that_cannot_be_kept_is_named(name: str, paragraph: str) -> None:
    """Text that a format would change must come with a notice, or nobody would look at it again."""
    report = attrs.evolve(
        AnnualReport.blank("2021", year=2022, title="示例区人民政府2022年政府信息公开工作年度报告"),
        issuer="示例区人民政府",
        narrative=Narrative(overview=("这一段照旧。", paragraph, "这一段也照旧。"), applications=()),
    )
    content, notices = _written(report, name)
    read = gov_disclosure.read(content, format=PRINTED[name]).report
    assert (read.narrative == report.narrative and read.preamble == ()) == (notices == ())
    assert all(notice.code == "not-as-written" for notice in notices)
    if name in ("html", "docx") and paragraph.startswith("第一行"):
        assert notices
        assert read.narrative.overview == ("这一段照旧。", "第一行", "第二行", "这一段也照旧。")


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize(
    "paragraph",
    ["# 不是标题。", "1. 不是编号。", "*星号* 与 _下划线_。", "<b>不是标签</b> & 实体。", "- 不是列表。"],
)
def test_marks_in_a_text_are_nothing_but_text(name: str, paragraph: str) -> None:
    """A report's text may hold what another format takes for a mark."""
    report = attrs.evolve(
        AnnualReport.blank("2021", year=2022, title="示例区人民政府2022年政府信息公开工作年度报告"),
        issuer="示例区人民政府",
        narrative=Narrative(overview=("这一段照旧。", paragraph)),
    )
    content, notices = _written(report, name)
    assert notices == ()
    assert gov_disclosure.read(content, format=PRINTED[name]).report.narrative == report.narrative


@pytest.mark.parametrize("name", PRINTED)
def test_both_ways_of_printing_one_form_come_back(name: str) -> None:
    """Figures in both variants contradict each other; whoever checks the file has to see both."""
    report = AnnualReport.blank("2021", year=2022).replace(
        {
            "applications.results.other_handling.all.total": 3,
            "applications.results.other_handling.miscellaneous.total": 2,
        }
    )
    assert len(printed_variants(report)) == 2
    content, notices = _written(report, name)
    assert notices == ()
    assert dict(gov_disclosure.read(content, format=PRINTED[name]).report.cells()) == dict(report.cells())
