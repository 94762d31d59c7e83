"""``gov-disclosure inspect``: what a document looked like to the reader."""

from pathlib import Path

import attrs

from command_desk import TOTAL, Desk, Run, small_reading
from gov_disclosure.reading import Evidence, FrozenMapping, Place


def test_inspect_shows_what_needs_a_look(run: Run, desk: Desk) -> None:
    """A wrong reading must be traceable to the place in the document."""
    plain = small_reading("good.txt")
    desk.documents["good.txt"] = attrs.evolve(
        plain,
        evidence=FrozenMapping(
            {
                "issuer": Evidence(raw="示例区人民政府", place=Place(line=1)),
                TOTAL: Evidence(raw="1 2", place=Place(page=2), flags=("repaired",), doubt=True),
                "applications.received.business": Evidence(raw="1", place=Place(page=2)),
            }
        ),
    )
    status, out, _ = run("inspect", "good.txt", "--lang", "en")
    assert status == 0
    assert f"{TOTAL} = 6?  '1 2'  number  repaired  @ page 2" in out.splitlines()
    assert "issuer = 示例区人民政府  '示例区人民政府'  number  @ line 1" in out.splitlines()
    assert "received.business" not in out
    assert "received.business = 1  '1'" in run("inspect", "good.txt", "--all")[1]


def test_inspect_shows_the_document_before_it_is_interpreted(run: Run, tmp_path: Path) -> None:
    """Whether the reader or the interpreter went wrong can only be told if both can be looked at."""
    document = tmp_path / "note.txt"
    document.write_text("一、总体情况\n| 规章 | 0 | 3 |\n| 行政规范性文件 | 1 | 2 |\n", encoding="utf-8")
    status, out, err = run("inspect", "--document", str(document), "--lang", "en")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "read by: text"
    assert "~ 一、总体情况  @ line 1" in lines
    assert any(line.startswith("── table 1, 2 × 3") for line in lines)
    assert "规章 | 0 | 3" in lines
    assert run("inspect", "--document", str(tmp_path / "none.txt"))[0] == 3
    assert run("inspect", "--document", str(tmp_path))[0] == 3
