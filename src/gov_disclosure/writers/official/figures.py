"""What is printed in a value cell: the figure, or the mark that the document has where it has no figure."""

from decimal import Decimal

from gov_disclosure.language.units import money_unit
from gov_disclosure.model.drawing import figure
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.writers.official.texts import one_line

__all__ = ["exact_number", "figures_of"]

_MARKS = frozenset({"dash", "slash", "text"})
_DIGITS = 15  # what a spreadsheet's number holds


def figures_of(field: Field, value: Value, evidence: Evidence | None) -> tuple[str, str]:
    """The text of a value cell, and the unit that is printed behind a figure where the form's heads name none."""
    unit = field.unit if field.type == "decimal" and money_unit(field.column) is None else ""
    if value is not None:
        return figure(value) + unit, unit
    if evidence is not None and evidence.kind in _MARKS and evidence.raw:
        return one_line(evidence.raw), unit
    return "", unit


def exact_number(value: Value) -> float | int | None:
    """The number that a spreadsheet can hold for a value without losing a digit; None where there is none."""
    if value is None:
        return None
    if len(figure(value).lstrip("-").replace(".", "").strip("0")) > _DIGITS:
        return None
    if isinstance(value, int):
        return value if abs(value) < 10**_DIGITS else None
    number = float(value)
    return number if Decimal(repr(number)) == value and abs(number) < 10**_DIGITS else None
