"""A published page, cell by cell."""

import json
from pathlib import Path

from gov_disclosure.model.forms import Form
from html_pages import read_html


def test_every_cell_of_a_published_page_stands_in_its_place(real_reports: Path) -> None:
    """All 200 cells of a real page, 125 of them blank, in the order of the form."""
    truth = json.loads((real_reports / "shuyang-ndrc-2023.cells.json").read_text("utf-8"))
    document = read_html((real_reports / "shuyang-ndrc-2023.html").read_bytes())
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


PROACTIVE = ("规章", "规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
