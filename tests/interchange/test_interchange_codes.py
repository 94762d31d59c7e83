"""The codes that other programs hold on to: all listed, none lost."""

from collections import Counter
from pathlib import Path

import pytest

from gov_disclosure.interchange.codes import GROUPS, codes
from gov_disclosure.model import GovDisclosureError, editions
from gov_disclosure.model.errors import PROBLEMS
from gov_disclosure.reading import FLAGS, KINDS, NOTICES

RECORD = Path(__file__).parent / "snapshots" / "codes.txt"
UPDATE = f"python -m gov_disclosure.interchange.codes > tests/interchange/snapshots/{RECORD.name}"


def test_interchange_no_code_vanishes_or_changes() -> None:
    """Otherwise programs that look for a code would silently find nothing from one release to the next."""
    recorded = RECORD.read_text(encoding="utf-8").splitlines()
    now = {str(code) for code in codes()}
    lost = [line for line in recorded if line not in now]
    assert not lost, f"only a major version may change a code: {lost}"


def test_interchange_every_code_is_on_record() -> None:
    """Otherwise a new code would not be held to when it changes later."""
    recorded = set(RECORD.read_text(encoding="utf-8").splitlines())
    new = [str(code) for code in codes() if str(code) not in recorded]
    assert not new, f"not on record yet: {new}; run {UPDATE}"


def test_interchange_codes_list_everything_once() -> None:
    """Otherwise one could meet a code that no list explains."""
    found = codes()
    assert max(Counter((code.group, code.form, code.code) for code in found).values()) == 1
    by_group = {group: {code.code for code in found if code.group == group} for group in GROUPS}
    assert {code.group for code in found} == set(GROUPS)
    assert by_group["problem"] == set(PROBLEMS)
    assert by_group["notice"] == set(NOTICES)
    assert by_group["kind"] == set(KINDS)
    assert by_group["flag"] == set(FLAGS)
    assert by_group["path"] == {path for form in editions() for path in form.paths}
    assert {"C1", "R1", "L1", "F1"} <= by_group["check"]


def subclasses(cls: type[GovDisclosureError]) -> set[type[GovDisclosureError]]:
    """A class and all classes under it."""
    found = {cls}
    for inner in cls.__subclasses__():
        found |= subclasses(inner)
    return found


def test_interchange_codes_list_every_error() -> None:
    """Otherwise a script could meet an error whose code no list explains."""
    listed = {code.code for code in codes() if code.group == "error"}
    ours = [cls for cls in subclasses(GovDisclosureError) if cls.__module__.startswith("gov_disclosure.")]
    assert len(ours) > 10
    assert {cls.code for cls in ours} <= listed


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_interchange_codes_are_explained(lang: str) -> None:
    """Otherwise the list would be of no use to whoever meets a code."""
    for code in codes():
        assert code.meaning("zh" if lang == "zh" else "en").strip(), str(code)


def test_interchange_cells_are_told_with_short_code_and_unit() -> None:
    """Otherwise a path could come to mean another unit and the record would not show it."""
    lines = {str(code) for code in codes()}
    assert "path 2021 proactive.administrative_fees.amount p_fees_amount_wan 万元" in lines
    assert "path 2019 applications.received.total a_received_tot 件" in lines
