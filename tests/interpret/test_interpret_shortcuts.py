"""What is told of a cell at a glance, or remembered from one table to the next, is what a close look would tell."""

import random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.documents import Cell
from gov_disclosure.interpret import assembly, grid_items, grids, tables
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.printed import Drawn, Harvest, PrintedCell, PrintedRow
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.model.forms import Field, editions
from gov_disclosure.model.layout import layout
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.notices import Notice

decimal_digits = st.text(st.characters(categories=["Nd"]), min_size=1, max_size=30)
figures = st.one_of(decimal_digits, st.integers(0, 10**20).map(str))


@given(figures)
def test_digits_are_a_figure_at_a_glance(text: str) -> None:
    """A run of digits taken for a blank or a label would vanish from its row, and the row's figures would shift."""
    assert text.isdecimal()
    assert grids._is_figure.__wrapped__(text)
    assert not grids._is_nothing.__wrapped__(text)
    assert not tables._weights.__wrapped__(text, editions())
    assert label_key(text) not in tables._LAST_YEAR


@given(figures)
def test_digits_name_no_row_item_or_head(text: str) -> None:
    """A figure taken for an item or a head would hide the row it stands in."""
    for table in editions()[-1].tables:
        labels = row_labels(table.name)
        assert not labels.exact(text)
        key = label_key(text)
        assert not any(group in key for group in labels.groups)
        told = len(key) >= 3 and grid_items._is_like_a_head.__wrapped__(key, table.name, editions())
        assert grid_items.looks_like_head(key, labels) == told


@given(st.text(max_size=6))
def test_what_looks_like_a_head_begins_like_one(text: str) -> None:
    """A shortened head that was not told from its first character would leave its columns without an edition."""
    for table in editions()[-1].tables:
        heads = [field.column for row in table.rows for field in row.fields]
        for key in (label_key(text), *(label_key(head[:4] + text) for head in heads[:8])):
            told = len(key) >= 3 and grid_items._is_like_a_head.__wrapped__(key, table.name, editions())
            assert grid_items.looks_like_head(key, row_labels(table.name)) == told


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_row_tells_the_same_once_more(rng: random.Random) -> None:
    """What a row tells is remembered for its words; were another row's answer given, its figures would be read as
    those of another table."""
    rows = [row for form in editions() for drawn in layout(form) for row in drawn.by_row()]
    for row in rng.sample(rows, 12):
        kept = [cell for cell in row if rng.random() < 0.9]
        cells = tuple(
            Cell(text=cell.text or rng.choice(["", "0", str(rng.randrange(10**6)), "-"]), row=0, column=place)
            for place, cell in enumerate(kept)
        )
        fresh = tables._told_by_words.__wrapped__(tuple(cell.text for cell in cells), editions())
        assert tables._told_by(cells, editions()) == fresh


@settings(max_examples=300)
@given(
    st.one_of(
        figures, st.sampled_from(["", "—", "/", "无", "3件", "１２", "-4", "1.5", "约3", "012", "1,024"])
    ),
    st.sampled_from(editions()[-1].fields),
    st.booleans(),
)
def test_a_plain_figure_is_read_as_any_other(text: str, field: Field, doubt: bool) -> None:
    """Nearly all figures are read without a look at how else they might be meant; what they say must not differ."""
    cell = PrintedCell(text=text, doubt=doubt)
    row = PrintedRow(path=field.row_path, labels=(), cells=((field.name, cell),))
    in_document = Cell(text=text, row=0, column=0, doubt=doubt)
    closely = list[Notice]()
    value, evidence = assembly._read_cell(cell, field, (), "", closely)
    for drawn in (False, True):
        made, said = assembly.Assembled(), list[Notice]()
        if drawn:
            assembly._read_drawn((in_document,), (field,), made, said)
        else:
            assembly._read_cells(row, (field,), made, said)
        assert made.values[field.path] == value
        assert type(made.values[field.path]) is type(value)
        assert made.evidence[field.path] == evidence
        assert said == closely
        if read_number(text).kind == "blank":
            assert made.evidence[field.path] == Evidence(kind="blank", doubt=doubt)


def test_figures_put_in_place_of_those_drawn_are_the_ones_that_count() -> None:
    """A row as the form draws it is read from the document's own cells; were they read where a reader has doubted or
    mended them since, the mended figure would be lost without a word."""
    form = editions()[-1]
    known = form.tables[1].rows[0]
    cells = [Cell(text=str(number), row=0, column=number) for number in range(len(known.fields))]
    row = PrintedRow.as_drawn(known.path, (known.label,), Drawn(known.columns, cells), cells[0])
    assert [(name, cell.text) for name, cell in row.cells] == [
        (name, str(number)) for number, name in enumerate(known.columns)
    ]
    mended = attrs.evolve(
        row, cells=tuple((name, attrs.evolve(cell, text="7", doubt=True)) for name, cell in row.cells)
    )
    flagged = attrs.evolve(row, flags=("position-inferred",))
    emptied = attrs.evolve(row, cells=())
    assert (row.has_cells, mended.has_cells, emptied.has_cells) == (True, True, False)
    found = {}
    for name, one in (("row", row), ("mended", mended), ("flagged", flagged), ("emptied", emptied)):
        found[name] = assembly.assemble(form, [one], Harvest())
    paths = [field.path for field in known.fields]
    assert [found["row"].values[path] for path in paths] == list(range(len(paths)))
    assert all(found["mended"].values[path] == 7 and found["mended"].evidence[path].doubt for path in paths)
    assert all(found["flagged"].evidence[path].flags == ("position-inferred",) for path in paths)
    assert [found["emptied"].values[path] for path in paths] == [None] * len(paths)
