"""A published page, cell by cell: as it was saved, without its charset, copied from a browser, and as text."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure.model.forms import Form
from gov_disclosure.reading import Reading
from html_pages import read_html
from messy_html import write_page
from other_forms import OTHER_FORMS, other_form
from text_dumps import random_report
from verdicts import Verdict, judge

PROACTIVE = ("规章", "规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
NAME = "shuyang-ndrc-2023"


def test_every_cell_of_a_published_page_stands_in_its_place(real_reports: Path) -> None:
    """All 200 cells of a real page, 125 of them blank, in the order of the form."""
    truth = json.loads((real_reports / f"{NAME}.cells.json").read_text("utf-8"))
    document = read_html((real_reports / f"{NAME}.html").read_bytes())
    proactive, applications, challenges = document.tables
    printed = [cell.text for row in proactive.rows() for cell in row[1:] if row[0].text in PROACTIVE]
    printed += [cell.text for row in applications.rows()[3:] for cell in row[-7:]]
    printed += [cell.text for cell in challenges.rows()[-1]]
    form = Form(truth["form"])
    paths = [path for path in form.paths if path in truth["cells"]]
    assert len(paths) == len(printed) == 200
    assert [int(text) if text else None for text in printed] == [truth["cells"][path] for path in paths]
    assert [cell.column for cell in applications.rows()[5][-7:]] == list(range(3, 10))
    assert {meta.name: meta.value for meta in document.metadata}["公开日期"] == "2024-01-17"
    assert not any(cell.doubt for table in document.tables for cell in table.cells)
    assert document.notices == ()


def judged(reading: Reading, truth: dict[str, int | None]) -> Counter[str]:
    """How many cells are right, in doubt, left open with a word about it, wrong, or lost in silence."""
    said = {path for notice in reading.notices if notice.severity != "info" for path in notice.paths}
    found: Counter[str] = Counter()
    for path, value in truth.items():
        evidence = reading.evidence[path]
        if reading.report[path] == value and evidence.doubt:
            found["doubted"] += 1
        elif reading.report[path] == value:
            found["right"] += 1
        elif reading.report[path] is None:
            found["open" if evidence.doubt or path in said else "lost in silence"] += 1
        else:
            found["doubted" if evidence.doubt else "wrong"] += 1
    return found


#: Where blank cells leave a trace every cell is read; where they vanish, two figures of seven columns have no place.
WHOLE = Counter({"right": 200})
BLANKS_GONE = Counter({"right": 19, "open": 50, "doubted": 131})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("no charset", WHOLE),
        ("no charset, GB 18030", WHOLE),
        ("copied, tabs", WHOLE),
        ("copied, a cell a line", BLANKS_GONE),
        ("copied, a cell a line, none empty", BLANKS_GONE),
        ("Markdown", WHOLE),
        ("Markdown, wrapped", WHOLE),
        ("laid out", BLANKS_GONE),
        ("bare text", BLANKS_GONE),
    ],
)
def test_the_page_in_other_forms(real_reports: Path, name: str, expected: Counter[str]) -> None:
    """The same report is held as text as often as it is held as a page: no figure may come out as another."""
    truth = json.loads((real_reports / f"{NAME}.cells.json").read_text("utf-8"))["cells"]
    page = (real_reports / f"{NAME}.html").read_text("utf-8")
    intact = gov_disclosure.read(page.encode()).report
    reading = gov_disclosure.read(other_form(page, name))
    found = judged(reading, truth)
    assert found["wrong"] == found["lost in silence"] == 0
    assert found == expected
    assert (reading.report.issuer, reading.report.year) == (intact.issuer, intact.year)
    assert reading.report.form == intact.form


@pytest.mark.parametrize("name", OTHER_FORMS)
def test_made_up_pages_in_other_forms(name: str) -> None:
    """What holds for one page holds for others: nothing wrong outside doubt, nothing lost in silence."""
    verdict = Verdict()
    for seed in range(12):
        report = random_report(random.Random(seed))
        page = write_page(random.Random(seed), report, frozenset()).decode()
        verdict.add(judge(report, gov_disclosure.read(other_form(page, name))))
    assert verdict.wrong == verdict.silent == []
    assert verdict.right > 500
