"""Tables that are printed cell for cell as the form draws them are read at a glance, and just as others are."""

import random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.documents import Cell, Document, Paragraph, Table
from gov_disclosure.interpret import as_drawn, interpret, interpreter
from gov_disclosure.interpret.printed import Harvest
from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.layout import layout
from gov_disclosure.reading.errors import ReadError
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.reading import Reading

FIGURES = ("0", "3", "12", "7675", "", "", "—", "/", "无", "-4", "１２", "3件", "1.5", "约3", "1 2", "\xa0")
LABELS = ("其他", "规范性文件", "总计", "合计", "3.其他", "信息内容", "上年", "本年新收", "", "备注", "12")


def ways(form: Form) -> list[str]:
    """The ways of printing a form that leaves a choice."""
    return [*dict.fromkeys(row.variant for row in form.rows if row.variant)] or [""]


def tables(rng: random.Random, form: Form, way: str) -> list[Table]:
    """The form's tables with some figures in them."""
    drawn = []
    for number, table in enumerate(layout(form, variants=(way,)), start=1):
        cells = [
            Cell(
                text=cell.text or rng.choice(FIGURES),
                row=cell.row,
                column=cell.column,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                place=Place(table=number, row=cell.row + 1, column=cell.column + 1),
                doubt=rng.random() < 0.01,
            )
            for cell in table.cells
        ]
        drawn.append(Table(cells=tuple(cells), place=Place(table=number)))
    return drawn


def spoil(rng: random.Random, drawn: list[Table]) -> list[Table]:
    """One thing that is not as the form has it."""
    number = rng.randrange(len(drawn))
    table = drawn[number]
    place = rng.randrange(len(table.cells))
    cell = table.cells[place]
    changed: dict[str, list[Cell]] = {
        "label": [attrs.evolve(cell, text=rng.choice(LABELS))],
        "figure": [attrs.evolve(cell, text=rng.choice(FIGURES))],
        "letter": [attrs.evolve(cell, text=cell.text[1:])],
        "wide": [attrs.evolve(cell, colspan=cell.colspan + 1)],
        "moved": [attrs.evolve(cell, column=cell.column + 1)],
        "lost": [],
    }
    how = rng.choice([*changed, "blank table", "no table", "table twice", "order", "other table", "ragged"])
    rest = [other for other in drawn if other is not table]
    if how in changed:
        cells = (*table.cells[:place], *changed[how], *table.cells[place + 1 :])
        return [*drawn[:number], attrs.evolve(table, cells=cells), *drawn[number + 1 :]]
    if how == "no table":
        return rest
    if how == "table twice":
        return [*drawn, table]
    if how == "order":
        return [*rest, table]
    if how == "ragged":
        return [attrs.evolve(table, sure_columns=False), *rest]
    lone = Cell(text=rng.choice(["索引号", "3", "上年", "总计"]), row=0, column=0)
    return [Table(cells=(lone, attrs.evolve(lone, text="2", column=1))), *drawn]


def reading(drawn: list[Table], year: int) -> tuple[Reading, ...] | str:
    """What is made of a report with these tables."""
    title = Paragraph(text=f"示例区人民政府{year}年政府信息公开工作年度报告", heading=True)
    try:
        return interpret(Document(blocks=(title, *drawn), reader="html"))
    except ReadError as error:
        return f"{type(error).__name__} {error}"


@settings(max_examples=250, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(editions()), st.integers(0, 3))
def test_the_glance_reads_what_a_close_look_reads(rng: random.Random, form: Form, slips: int) -> None:
    """Were a table read at a glance that is not quite the form's, figures would stand in other cells in silence."""
    drawn = tables(rng, form, rng.choice(ways(form)))
    for _ in range(slips):
        if drawn:
            drawn = spoil(rng, drawn)
    year = rng.choice([2019, 2020, 2023])
    at_a_glance = reading(drawn, year)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interpreter, "drawings_of", lambda tables: {})
        assert at_a_glance == reading(drawn, year)


@pytest.mark.parametrize("form", editions(), ids=str)
def test_every_way_of_printing_is_known_at_a_glance(form: Form) -> None:
    """If the official form itself were not known, every report would pay for a search that finds nothing."""
    for way in ways(form):
        harvest = Harvest()
        drawn = tables(random.Random(way), form, way)
        assert as_drawn.take_as_drawn(drawn, as_drawn.drawings_of(drawn), harvest)
        assert harvest.tables == {table.name for table in form.tables}
        printed = {row.path for row in form.rows if row.variant in ("", way)}
        assert {row.path for row in harvest.rows} | {item.path for item in harvest.items} == printed


def test_what_is_not_drawn_so_is_left_alone() -> None:
    """A half-taken harvest would count the tables before the odd one twice."""
    drawn = tables(random.Random(0), editions()[-1], "single_other")
    odd = attrs.evolve(drawn[-1], cells=drawn[-1].cells[:-1])
    harvest = Harvest()
    spoilt = [*drawn[:-1], odd]
    assert not as_drawn.take_as_drawn(spoilt, as_drawn.drawings_of(spoilt), harvest)
    assert not harvest.tables
    assert not harvest.rows
    assert not harvest.items
