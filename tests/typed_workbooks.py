"""Workbooks as a person leaves them: figures typed into the template, saved by another program."""

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import openpyxl

import gov_disclosure

__all__ = ["typed_in"]


def typed_in(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The template as another program saves it with these values typed in: without the results of formulas."""
    places = gov_disclosure.read(template).evidence
    book = openpyxl.load_workbook(io.BytesIO(template))
    for path, value in values.items():
        place = places[path].place
        assert place is not None
        assert place.sheet is not None
        assert place.cell is not None
        book[place.sheet][place.cell] = float(value) if isinstance(value, Decimal) else value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
