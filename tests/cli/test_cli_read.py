"""``gov-disclosure read``: tables for people, facts and JSON for programs, and what files that fail cost."""

import io
import sys

import attrs
import pytest

from command_desk import TOTAL, Desk, Run, records_of, small_reading
from gov_disclosure.checks import check
from gov_disclosure.interchange import loads_reading
from gov_disclosure.model.form2021 import AnnualReport2021
from gov_disclosure.reading import Evidence, FrozenMapping, Unplaced, notice


def test_read_prints_tables_and_verdict(run: Run) -> None:
    """The first thing a newcomer runs must show the report and say what was verified."""
    status, out, err = run("read", "good.txt", "--lang", "zh")
    assert (status, err) == (0, "")
    assert "示例区人民政府2023年政府信息公开工作年度报告" in out
    assert "一、本年新收政府信息公开申请数量" in out
    assert "核对结果" in out
    assert check(small_reading("good.txt")).summary("zh") in out.replace("\n", "")


def test_read_marks_cells_of_broken_sums(run: Run) -> None:
    """A clerk looks for the wrong cell in the table, not in a list of paths."""
    status, out, _ = run("read", "wrong.txt", "--lang", "zh")
    assert status == 0
    (line,) = [line for line in out.splitlines() if line.startswith("一、本年新收")]
    assert line.split()[-1] == "7!"


def test_read_shows_doubts_notices_and_unplaced_figures(run: Run, desk: Desk) -> None:
    """What was mended or left over must not be hidden behind a tidy table."""
    desk.documents["torn.txt"] = attrs.evolve(
        small_reading("torn.txt"),
        evidence=FrozenMapping({TOTAL: Evidence(raw="1 2", doubt=True, flags=("repaired",))}),
        notices=(
            notice("cut-off", params={"reason": "it ends in a table", "reason_zh": "表格中断"}),
            *(notice("fuzzy-label", params={"raw": f"x{n}", "label": "规章"}) for n in range(9)),
        ),
        unplaced=(Unplaced(labels=("其他",), raw="186"),),
    )
    status, out, _ = run("read", "torn.txt", "--lang", "en")
    assert status == 0
    assert "6?" in out
    assert "it ends in a table" in out
    assert out.count("is taken for") == 5
    assert "4 more" in out
    assert "186" in out


def test_facts_are_one_line_for_the_document_and_one_for_each_cell(run: Run) -> None:
    """Programs count on the order and the number of the lines."""
    status, out, err = run("read", "good.txt", "wrong.txt", "--to", "facts")
    records = records_of(out)
    assert (status, err) == (0, "")
    cells = len(AnnualReport2021.form.fields) if AnnualReport2021.form else 0
    assert [record["record"] for record in records] == (["document"] + ["cell"] * cells) * 2
    assert records[0]["document"] == "good.txt"
    assert {record["path"]: record["value"] for record in records[1 : cells + 1]}[TOTAL] == 6


def test_json_gives_back_the_reading(run: Run) -> None:
    """A reading stored by the command must be the one that was read."""
    status, out, _ = run("read", "good.txt", "--to", "json")
    assert status == 0
    assert loads_reading(out) == small_reading("good.txt")


@pytest.mark.parametrize("to", ["facts", "json"])
def test_unreadable_files_have_a_record_and_do_not_stop_the_others(run: Run, to: str) -> None:
    """One locked file among a thousand must not cost the rest, nor pass unseen."""
    status, out, err = run("read", "locked.pdf", "good.txt", "plan.docx", "--to", to, "--lang", "en")
    records = records_of(out)
    assert status == 3
    assert [record.get("code") for record in (records[0], records[-1])] == ["encrypted", "not-a-report"]
    assert records[0]["record"] == "error"
    assert records[0]["document"] == "locked.pdf"
    assert "password" in records[0]["message"]
    assert len(records) > 2
    assert [line.split(": ")[1] for line in err.splitlines()] == ["locked.pdf", "plan.docx"]


def test_faults_of_the_program_cost_one_file_only(run: Run, desk: Desk) -> None:
    """A bug that one document brings out must not lose the results of all the others."""
    desk.documents["odd.txt"] = RuntimeError("no such luck")
    status, out, err = run("read", "odd.txt", "good.txt", "--to", "facts")
    records = records_of(out)
    assert status == 3
    assert records[0]["record"] == "error"
    assert "RuntimeError: no such luck" in records[0]["message"]
    assert records[1]["record"] == "document"
    assert "odd.txt" in err


def test_readings_that_cannot_be_written_as_json_are_errors_of_their_file(run: Run, desk: Desk) -> None:
    """Half a character in one title must not end a run over a thousand files."""
    good = small_reading("good.txt")
    desk.documents["half.txt"] = attrs.evolve(good, report=attrs.evolve(good.report, title="示\ud842例"))
    status, out, err = run("read", "half.txt", "good.txt", "--to", "json")
    half, whole = records_of(out)
    assert status == 3
    assert (half["record"], half["document"], half["code"]) == ("error", "half.txt", "invalid-report")
    assert whole["report"]["issuer"] == "示例区人民政府"
    assert "half.txt" in err


def test_standard_input_is_named_by_its_sign(run: Run, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts from a pipe must still name their document."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"good.txt")))
    status, out, _ = run("read", "-", "--to", "facts")
    assert status == 0
    assert records_of(out)[0]["document"] == "-"
    assert hasattr(desk.asked[0][0], "read")
