"""The example that the README's first command reads."""

import json
import re
from pathlib import Path
from typing import Any

import gov_disclosure

EXAMPLES = Path(__file__).parents[2] / "examples"


def expected() -> dict[str, Any]:
    """What a person reads in the example."""
    found: dict[str, Any] = json.loads(
        (EXAMPLES / "example-district-2020.cells.json").read_text(encoding="utf-8")
    )
    return found


def test_example_is_read_in_full() -> None:
    """The newcomer's first command would show a wrong figure."""
    reading = gov_disclosure.read(EXAMPLES / "example-district-2020.txt")
    found = {path: None if value is None else float(value) for path, value in reading.report.cells()}
    assert found == expected()["cells"]
    assert len(found) == 198
    assert reading.report.year == 2020
    assert reading.report.issuer == "示例区人民政府"
    assert reading.report.form == "2019"
    assert reading.report.title == expected()["title"]
    assert not reading.doubtful
    assert not gov_disclosure.check(reading).errors


def test_example_has_what_it_is_there_to_show() -> None:
    """An editor that tidies the file up would leave an example of nothing."""
    text = (EXAMPLES / "example-district-2020.txt").read_text(encoding="utf-8")
    for quirk in (
        "减 17",
        "0 1 2 \n",
        "31482898.87 元",
        "\n三\n\n、\n\n本\n\n年\n",
        "\n度\n\n办\n\n理\n\n结\n\n果 \n",
    ):
        assert quirk in text, quirk
    assert len(re.findall(r"\n\n\n\n", text)) >= 6  # page breaks


def test_prose_is_healed_across_lines_and_pages() -> None:
    """A search for a word would fail where the dump broke it."""
    narrative = gov_disclosure.read(EXAMPLES / "example-district-2020.txt").report.narrative
    assert narrative.overview is not None
    assert narrative.problems is not None
    whole = "\n".join((*narrative.overview, *narrative.problems))
    assert "乡镇(街道)和村(社区)服务点" in whole  # broken by a page
    assert "逐件加注" in whole  # broken by a page
    assert "全年共 96 条" in whole or "全年共96条" in whole  # broken by a line
    assert "把问得最多的事项" in whole  # broken by a line
    assert narrative.other_matters is not None
    assert len(narrative.other_matters) == 1
