"""``gov-disclosure convert``: what it writes, and what it refuses."""

from pathlib import Path

import pytest

import gov_disclosure
from command_desk import Desk, Run
from gov_disclosure.reading import Notice, Reading, notice
from gov_disclosure.writers import TargetExists


def test_convert_writes_each_file_and_asks_before_replacing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A conversion must end up under the name expected, and never over somebody's file."""
    written: list[tuple[str | None, Path, str | None]] = []

    def write(
        reading: Reading,
        target: Path,
        *,
        format: str | None,  # noqa: A002
        overwrite: bool,
    ) -> tuple[Notice, ...]:
        if target.exists() and not overwrite:
            raise TargetExists(target=str(target))
        written.append((reading.source.document, target, format))
        target.write_text("done")
        return (notice("no-tables"),) if overwrite else ()

    monkeypatch.setattr(gov_disclosure, "write", write, raising=False)
    target = tmp_path / "out.json"
    assert run("convert", "good.txt", str(target)) == (0, "", "")
    assert run("convert", "good.txt", str(target), "--lang", "en")[0] == 2
    status, _, err = run("convert", "good.txt", str(target), "--force", "--lang", "en")
    assert (status, notice("no-tables").message("en") in err) == (0, True)
    assert run("convert", "good.txt", "locked.pdf", "wrong.txt", str(tmp_path), "--to", "facts")[0] == 3
    assert written == [
        ("good.txt", target, None),
        ("good.txt", target, None),
        ("good.txt", tmp_path / "good.jsonl", "facts"),
        ("wrong.txt", tmp_path / "wrong.jsonl", "facts"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("good.txt", "out.bmp"),
        ("good.txt", "wrong.txt", "out.json"),
        ("good.txt", "{folder}"),
    ],
)
def test_conversions_that_make_no_sense_are_refused_before_reading(
    run: Run, desk: Desk, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """An hour of reading must not end in the news that there is nowhere to write to."""
    assert run("convert", *(word.format(folder=tmp_path) for word in words))[0] == 2
    assert desk.asked == []
    assert list(tmp_path.iterdir()) == []
