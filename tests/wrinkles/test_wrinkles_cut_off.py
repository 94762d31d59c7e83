"""Parts of reports: one table, a stretch under a heading, a document cut off anywhere."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gov_disclosure
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Reading
from messy_html import write_page
from other_forms import other_form
from small_reports import HEADING, applicants, bands, grid, read_lines, read_page
from text_dumps import SHAPES, random_report, write_dump
from verdicts import Verdict, judge

RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_services", "other", "total")
STEP = 83  # bytes between cuts, so that they fall everywhere in words, figures and tags


def verdict(report: AnnualReport, parts: Iterator[bytes]) -> Verdict:
    """What became of the cells in all parts of a document that can be read."""
    found = Verdict()
    for part in parts:
        try:
            reading = gov_disclosure.read(part)
        except gov_disclosure.ReadError:
            continue
        if reading.report.form in (
            None,
            report.form,
        ):  # before the tables the edition is assumed from the year
            found.add(judge(report, reading))
    return found


def cuts(content: bytes, start: int = 60) -> Iterator[bytes]:
    """The document cut off at many places, ever later."""
    return (content[:end] for end in range(start, len(content), STEP))


def values(reading: Reading, row: str) -> list[object]:
    """The values of a row of applications."""
    return [reading.report[f"applications.{row}.{name}"] for name in APPLICANTS]


@pytest.mark.parametrize("seed", range(4))
def test_a_page_cut_off_anywhere(seed: int) -> None:
    """A download that stopped: a figure cut in two is another figure, and what is gone is not blank."""
    report = random_report(random.Random(seed))
    page = write_page(random.Random(seed), report, frozenset())
    found = verdict(report, cuts(page))
    assert found.wrong == found.silent == []
    assert found.right > 4_000


@pytest.mark.parametrize("form", ["copied, tabs", "copied, a cell a line", "Markdown", "laid out"])
def test_a_text_cut_off_anywhere(form: str) -> None:
    """Half a page copied, an extractor that stops at a limit: the same, without a tag that tells it."""
    for seed in range(4):
        report = random_report(random.Random(seed))
        page = write_page(random.Random(seed), report, frozenset()).decode()
        found = verdict(report, cuts(other_form(page, form)))
        assert found.wrong == found.silent == []
        assert found.right > 500


@pytest.mark.parametrize("shape", SHAPES)
def test_a_dump_cut_off_anywhere(shape: str) -> None:
    """Text of a PDF in whatever shape its tables came out, up to any character."""
    for seed in range(4):
        report = random_report(random.Random(seed))
        content = write_dump(random.Random(seed), report, shape).encode()
        found = verdict(report, cuts(content))
        assert found.wrong == found.silent == []
        assert found.right > 20


@given(st.integers(0, 10**6), st.sampled_from([*SHAPES]), st.floats(0.05, 0.99))
def test_any_dump_cut_off_at_any_place(seed: int, shape: str, share: float) -> None:
    """What the examples above show, for other reports and other places."""
    report = random_report(random.Random(seed))
    text = write_dump(random.Random(seed), report, shape)
    found = verdict(report, iter([text[: int(len(text) * share)].encode()]))
    assert found.wrong == found.silent == []


def test_the_last_figure_of_a_text_without_an_end_is_in_doubt() -> None:
    """2 may be the beginning of 27; where the row adds up it is not, and where the line ends neither."""
    rows = ([RECEIVED, *"1200003"], [CARRIED, *"075465"])
    head = f"示例区人民政府2023年政府信息公开工作年度报告\n{HEADING['applications']}\n"
    for last, doubt in (("2", True), ("27", False), ("2\n", False)):
        text = "\n".join("\t".join(row) for row in rows)
        reading = gov_disclosure.read(f"{head}{text}\t{last}".encode())
        assert reading.evidence["applications.carried_over.total"].doubt is doubt
        assert reading.report["applications.carried_over.total"] == int(last)
        assert values(reading, "received") == [1, 2, 0, 0, 0, 0, 3]
        assert not reading.evidence["applications.received.total"].doubt


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_label_at_the_end_has_lost_its_figures(end: str) -> None:
    """A row whose figures come on the next page is not a row of blanks."""
    granted = "三、本年度办理结果（一）予以公开"
    parts = [HEADING["applications"], f"{RECEIVED} 1 2 0 0 0 0 3", f"{CARRIED} 0 0 0 0 0 0 0", granted]
    head = "示例区人民政府2023年政府信息公开工作年度报告\n"
    reading = gov_disclosure.read((head + "\n".join(parts) + end).encode())
    assert values(reading, "received") == [1, 2, 0, 0, 0, 0, 3]
    assert values(reading, "results.granted") == [None] * 7
    assert all(
        reading.evidence[f"applications.results.granted.{name}"].kind == "unread" for name in APPLICANTS
    )
    assert "cut-off" in {notice.code for notice in reading.notices}


def test_a_blank_row_before_the_next_section_is_blank() -> None:
    """Text that goes on behind the table was not cut off in it."""
    rows = [f"{RECEIVED} 1 2 0 0 0 0 3", f"{CARRIED} 0 0 0 0 0 0 0", "四、结转下年度继续办理"]
    parts = [HEADING["challenges"], "五、存在的主要问题及改进情况", "有待改进。"]
    reading = read_lines(HEADING["applications"], *rows, *parts)
    assert all(
        reading.evidence[f"applications.carried_forward.{name}"].kind == "blank" for name in APPLICANTS
    )
    assert "cut-off" not in {notice.code for notice in reading.notices}


def test_heads_above_which_a_page_was_cut_are_no_row() -> None:
    """总计 closes the heads as it closes the rows: a page that ends in the heads has no blank row of totals."""
    heads = applicants()
    for last in ("总计", "总<br>计", "合计"):
        heads[1][-1] = (last, 1, 2)
        reading = read_page(HEADING["applications"], grid([*heads, [(RECEIVED, 3), *"1200003"]]))
        assert values(reading, "received") == [1, 2, 0, 0, 0, 0, 3]
        assert reading.evidence["applications.results.total.total"].kind == "absent"


def test_the_last_row_of_a_block_behind_repeated_heads() -> None:
    """3.其他 right below the heads of the second page is the row, though 其他 is a head as well."""
    nobody = ["0"] * 7
    first = applicants(
        [(RECEIVED, 3), *nobody],
        [("三、本年度办理结果", 1, 2), ("（六）其他处理", 1, 2), "1.申请人无正当理由逾期不补正", *nobody],
        ["2.申请人逾期未按收费通知要求缴纳费用", *nobody],
    )
    second = applicants(["", "", "3.其他", *"1234516"], ["", ("（七）总计", 2), *"1234516"])
    for again in (second, second[3:], [row[2:] if row[0] == "" else row for row in second]):
        reading = read_page(HEADING["applications"], grid(first), grid(again))
        assert values(reading, "results.other_handling.miscellaneous") == [1, 2, 3, 4, 5, 1, 6]


def test_one_table_alone() -> None:
    """A table that somebody cut out: its cells, and a notice for each of the others."""
    figures = [str(number) for number in (1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 5, 0, 0, 0, 5)]
    reading = gov_disclosure.read(grid(bands(figures)).encode(), form="2021")
    assert reading.report["challenges.reconsideration.total"] == 10
    missing = [notice for notice in reading.notices if notice.code == "table-missing"]
    assert [notice.params["section"] for notice in missing] == ["二", "三"]


def test_a_stretch_under_a_heading() -> None:
    """One section without title or year: its table or its text, and what else there is is not known."""
    heading = "三、收到和处理政府信息公开申请情况"
    reading = gov_disclosure.read(
        f"<h2>{heading}</h2>{grid(applicants([(RECEIVED, 3), *'1200003']))}".encode(), form="2021"
    )
    assert values(reading, "received") == [1, 2, 0, 0, 0, 0, 3]
    assert (reading.report.year, reading.report.title, reading.report.issuer) == (None, None, None)
    assert {notice.code for notice in reading.notices} >= {"table-missing", "rows-missing"}
    text = "一、总体情况\n本机关共收到政府信息公开申请3件，均已答复。\n"
    assert gov_disclosure.read(text.encode()).report.narrative.overview == (text.splitlines()[1],)
