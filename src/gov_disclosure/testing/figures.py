"""The figures of a report, as Hypothesis draws them: townships of zeros, cities of thousands.

All figures come out of one drawn byte string, a byte for each cell: fast, and it shrinks to zeros.
"""

from decimal import Decimal
from typing import Literal, TypeAlias, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, Form, FormRow
from gov_disclosure.testing.relations import column_sums, ledgers, printed_rows, row_sums, stocks

__all__ = ["Figures", "Scale", "figures", "scales"]

Scale: TypeAlias = Literal["township", "county", "city"]
Figures: TypeAlias = dict[str, Value]

_TOP = 255
_DECIMALS = 6


@attrs.frozen
class _Size:
    thresholds: tuple[int, ...]  # bytes up to it are zeros
    most: int  # by what the rest is multiplied, at most
    money: int


_SIZES: dict[str, _Size] = {
    "township": _Size(thresholds=(255, 253, 248), most=1, money=10_000),
    "county": _Size(thresholds=(240, 215, 180), most=4, money=10**8),
    "city": _Size(thresholds=(160, 60, 10), most=12, money=10**12),
}


def scales() -> tuple[Scale, ...]:
    """The scales there are, smallest first."""
    return get_args(Scale)


@attrs.frozen(eq=False)
class _Plan:
    rows: tuple[FormRow, ...]
    free: tuple[tuple[Field, bool], ...]  # every counted cell, and whether it is one that bodies mostly fill
    money: tuple[Field, ...]


_PLANS: dict[tuple[object, str], _Plan] = {}


def _plan(form: Form, variant: str) -> _Plan:
    """Worked out once for a report class: an edition may be declared anew under its name."""
    key = (form.report_class, variant)
    if key not in _PLANS:
        _PLANS[key] = _worked_out(printed_rows(form, variant))
    return _PLANS[key]


def _worked_out(rows: tuple[FormRow, ...]) -> _Plan:
    cells = [(field, column == 0) for row in rows for column, field in enumerate(row.fields)]
    return _Plan(
        rows=rows,
        free=tuple(
            (field, opens or field.type == "signed count")
            for field, opens in cells
            if field.type != "decimal"
        ),
        money=tuple(field for field, _ in cells if field.type == "decimal"),
    )


def figures(draw: st.DrawFn, form: Form, variant: str, scale: Scale | None, *, consistent: bool) -> Figures:
    """A value for every cell that the variant prints; sums are made to hold where ``consistent``."""
    plan = _plan(form, variant)
    size = _SIZES.get(scale or draw(st.sampled_from(scales())))
    if size is None:
        raise InvalidArgument(f"scale={scale!r} is none of {', '.join(map(repr, scales()))}")
    threshold = draw(st.sampled_from(size.thresholds))
    times = draw(st.integers(1, size.most)) if size.most > 1 else 1
    thinner = (threshold + _TOP) // 2
    drawn = draw(st.binary(min_size=len(plan.free), max_size=len(plan.free)))
    values: Figures = {}
    for (field, common), byte in zip(plan.free, drawn, strict=True):
        over = byte - (threshold if common else thinner)
        if over <= 0:
            values[field.path] = 0
        elif field.type == "signed count":
            values[field.path] = -(over // 2 + 1) if over % 2 else over // 2
        else:
            values[field.path] = over * times - over % times
    for field in plan.money:
        digits = draw(st.integers(0, size.money))
        values[field.path] = Decimal(digits).scaleb(-draw(st.integers(0, _DECIMALS)))
    if consistent:
        _make_consistent(values, form, variant, plan)
    return values


def _make_consistent(values: Figures, form: Form, variant: str, plan: _Plan) -> None:
    for stock, change in stocks(form, variant):
        values[stock.path] = max(_whole(values, stock), -_whole(values, change))
    for total_row, leaves in row_sums(form, variant):
        for column, total in enumerate(total_row.fields):
            values[total.path] = sum(_whole(values, leaf.fields[column]) for leaf in leaves)
    for ledger in ledgers(form, variant):
        for column, received in enumerate(ledger.received.fields):
            left = _whole(values, ledger.concluded.fields[column]) + _whole(
                values, ledger.carried_forward.fields[column]
            )
            carried_over = ledger.carried_over.fields[column]
            values[carried_over.path] = min(_whole(values, carried_over), left)
            values[received.path] = left - _whole(values, carried_over)
    for row in plan.rows:
        summed = column_sums(row)
        if summed is not None:
            total, parts = summed
            values[total.path] = sum(_whole(values, part) for part in parts)


def _whole(values: Figures, field: Field) -> int:
    value = values[field.path]
    assert isinstance(value, int)
    return value
