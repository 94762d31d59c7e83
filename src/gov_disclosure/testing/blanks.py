"""How reports leave things out: blank cells, rows and tables that are not printed."""

from hypothesis import strategies as st

from gov_disclosure.model.forms import Form, FormRow
from gov_disclosure.testing.figures import Figures

__all__ = ["absent_rows", "leave_blank"]

_HABITS = (
    "zeros printed",
    "zeros blank",
    "empty rows blank",
    "empty rows absent",
    "some zeros blank",
    "table lost",
)


def leave_blank(draw: st.DrawFn, form: Form, rows: tuple[FormRow, ...], values: Figures) -> frozenset[str]:
    """Blank some zeros in place; the paths of the rows that are not printed, or of a whole table, come back.

    Only zeros are left out (or a whole table), so that every identity holds for blanks taken as zero as well.
    """
    habit = draw(st.sampled_from(_HABITS))
    if habit == "zeros blank":
        _blank_zeros(values, values)
    elif habit == "empty rows blank":
        for row in _empty(rows, values):
            values.update((field.path, None) for field in row.fields)
    elif habit == "empty rows absent":
        empty = [row.path for row in _empty(rows, values)]
        # Something has to be printed, or there would be no form.
        return _some(draw, empty[1:] if len(empty) == len(rows) else empty)
    elif habit == "some zeros blank":
        zeros = [path for path, value in values.items() if value == 0]
        _blank_zeros(values, _some(draw, zeros))
    elif habit == "table lost":
        return frozenset([draw(st.sampled_from(form.tables)).name])
    return frozenset()


def absent_rows(rows: tuple[FormRow, ...], absent: frozenset[str]) -> frozenset[str]:
    """The rows that stand in none of the places named."""
    return frozenset(row.path for row in rows if row.path in absent or row.path.partition(".")[0] in absent)


def _blank_zeros(values: Figures, paths: "Figures | frozenset[str]") -> None:
    for path in paths:
        if values[path] == 0:
            values[path] = None


def _empty(rows: tuple[FormRow, ...], values: Figures) -> list[FormRow]:
    return [row for row in rows if not any(values[field.path] for field in row.fields)]


def _some(draw: st.DrawFn, names: list[str]) -> frozenset[str]:
    drawn = draw(st.binary(min_size=len(names), max_size=len(names)))
    return frozenset(name for name, byte in zip(names, drawn, strict=True) if byte % 2)
