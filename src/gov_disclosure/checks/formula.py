"""A formula as data: two sums of cells and the relation that must hold between them.

Checks are evaluated from these, findings show both sides of them, documentation prints them, and a workbook
writer can turn them into live formulas. Nothing here knows an edition: the cells come from the form's
classes.
"""

from collections.abc import Iterable
from typing import Literal, TypeAlias

import attrs

from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Field, Form, FormRow

__all__ = ["Identity", "Relation", "Term", "column_label", "plus", "row_label", "summed"]

Relation: TypeAlias = Literal["=", "<=", ">="]


@attrs.frozen(kw_only=True)
class Term:
    """One cell in a formula, times a factor; ``back`` is how many years before the report's own."""

    path: str
    factor: int = 1
    back: int = 0


@attrs.frozen(kw_only=True)
class Identity:
    """``left relation right``: what the other cells make it, and what is stated. An empty side is zero.

    ``label_zh`` and ``label_en`` name the row, column or table it is about, as printed; ``variant`` the way
    of printing the form to which it belongs ("" for all). Where ``unless`` names a cell, a stronger formula
    holds that cell, and this one is evaluated only where the cell is blank.
    """

    left: tuple[Term, ...]
    relation: Relation
    right: tuple[Term, ...]
    label_zh: str
    label_en: str
    variant: str = ""
    unless: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Both sides, left first."""
        return self.left + self.right

    def label(self, lang: Lang = "en") -> str:
        """The row, column or table the formula is about."""
        return self.label_zh if lang == "zh" else self.label_en

    def text(self, lang: Lang = "en", form: Form | str | None = None) -> str:
        """The formula in one line: with the form's printed labels, or with paths where no form is given."""
        named = Form(form) if form is not None else None
        left, right = (_side(side, lang, named) for side in (self.left, self.right))
        return f"{left} {_SIGNS[self.relation]} {right}"


_SIGNS: dict[str, str] = {"=": "=", "<=": "≤", ">=": "≥"}


def _side(terms: tuple[Term, ...], lang: Lang, form: Form | None) -> str:
    text = ""
    for term in terms:
        field = form.get(term.path) if form is not None else None
        name = f"[{field.label(lang)}]" if field is not None else term.path
        if term.back:
            name += f"(t-{term.back})"
        size = "" if abs(term.factor) == 1 else f"{abs(term.factor)} × "
        sign = "-" if term.factor < 0 else "+"
        text += f" {sign} {size}{name}" if text else f"{'-' if term.factor < 0 else ''}{size}{name}"
    return text or "0"


def plus(*paths: str, back: int = 0) -> tuple[Term, ...]:
    """The sum of the cells at ``paths``."""
    return tuple(Term(path=path, back=back) for path in paths)


def summed(fields: Iterable[Field]) -> tuple[Term, ...]:
    """The sum of the cells ``fields``."""
    return tuple(Term(path=field.path) for field in fields)


def row_label(row: FormRow, lang: Lang = "zh") -> str:
    """A row's printed label, with its group in front where the label alone would not tell it."""
    if lang == "en":
        return row.english
    inner = row.groups if row.across else row.groups[1:]
    return "·".join((*inner, row.label))


def column_label(row: FormRow, field: Field, lang: Lang = "zh") -> str:
    """A column's printed label, with the head above it where the label alone would not tell it."""
    if lang == "en":
        return field.english.removeprefix(row.english + row.cls.joint)
    return f"{field.head}·{field.column}" if field.head else field.column
