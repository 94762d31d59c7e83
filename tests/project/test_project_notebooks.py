"""The notebooks as they are shown: run from top to bottom, without an error and without a trace of a machine."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def _cells(notebook: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def test_there_are_notebooks_for_each_kind_of_user() -> None:
    """A clerk, a researcher and somebody who has one file each look for an example of their own."""
    assert {notebook.stem for notebook in NOTEBOOKS} >= {"first-look", "folder", "tidy-data", "clerk"}


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_a_notebook_was_run_from_top_to_bottom(notebook: Path) -> None:
    """Outputs of other cells than those shown would explain nothing, or something false."""
    cells = _cells(notebook)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert outputs
    assert "error" not in {output["output_type"] for output in outputs}
    assert not [output for output in outputs if output.get("name") == "stderr"]
    for cell in cells:
        compile("".join(cell["source"]), notebook.name, "exec")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_a_notebook_says_nothing_of_the_machine_it_ran_on(notebook: Path) -> None:
    """Paths and clocks differ with each run and are nobody's business."""
    outputs = json.dumps([cell["outputs"] for cell in _cells(notebook)], ensure_ascii=False)
    without_pictures = re.sub(r'"image/png": "[^"]*"', "", outputs)
    assert not re.search(r"/(?:tmp|home|root|Users|var|work)/|[A-Z]:\\\\", without_pictures)
    assert "execution" not in {key for cell in _cells(notebook) for key in cell["metadata"]}


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_a_notebook_is_found(notebook: Path) -> None:
    """An example that no page leads to is seen by nobody."""
    assert f"notebooks/{notebook.stem}\n" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert notebook.name in (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
