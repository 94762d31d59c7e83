"""The classes of both editions and the list of all cells (tests/data/fields.csv) hold each other."""

import csv
from pathlib import Path

import pytest

from gov_disclosure.model import Form, editions

LIST = Path(__file__).parent.parent / "data" / "fields.csv"
COLUMNS = (
    *("form", "section", "path", "variant", "code", "group"),
    *("row", "column", "english", "type", "unit", "source"),
)


def listed() -> list[dict[str, str]]:
    """The lines of the list."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def declared() -> list[dict[str, str]]:
    """The same lines, made from the classes alone."""
    forms = [form for form in editions() if form in ("2019", "2021")]
    return [{name: str(getattr(field, name)) for name in COLUMNS} for form in forms for field in form.fields]


def test_the_list_has_every_column_that_is_compared() -> None:
    """A column left out of the comparison could drift without anyone noticing."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        assert tuple(next(csv.reader(lines))) == COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
def test_classes_and_list_agree(column: str) -> None:
    """Labels, paths, codes, units or citations would no longer be those that were agreed on."""
    assert [(line["path"], line[column]) for line in declared()] == [
        (line["path"], line[column]) for line in listed()
    ]


def test_every_line_is_a_cell_and_every_cell_a_line() -> None:
    """A cell of the printed form could not be addressed, or one would exist that no form prints."""
    assert [(line["form"], line["path"]) for line in declared()] == [
        (line["form"], line["path"]) for line in listed()
    ]


def test_the_number_of_cells() -> None:
    """The facts of a report would have more or fewer lines than other people's code counts on."""
    assert {str(form): len(form.fields) for form in editions()} == {"2019": 198, "2021": 207}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("name", ["path", "code"])
def test_names_are_unique(edition: str, name: str) -> None:
    """Two cells of one form would share a column in a table of data."""
    names = [getattr(field, name) for field in Form(edition).fields]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("line", listed()[::17], ids=lambda line: f"{line['form']}-{line['code']}")
def test_a_cell_is_found_by_path_and_by_code(line: dict[str, str]) -> None:
    """Someone with a short code from a spreadsheet could not find the cell it names."""
    form = Form(line["form"])
    assert form.field(line["path"]) is form.field(line["code"])
    assert form.get(line["path"]) is form.field(line["path"])


def test_shared_cells_have_the_same_code_in_both_editions() -> None:
    """A column of a panel over the years would change its name when the form changed."""
    old, new = Form("2019"), Form("2021")
    shared = set(old.paths) & set(new.paths)
    assert len(shared) > 150
    assert {path for path in shared if old.field(path).code != new.field(path).code} == set()
