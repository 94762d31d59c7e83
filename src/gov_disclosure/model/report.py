"""An annual report as a value: what it says of itself, its text, and (in the editions' classes) its tables."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.errors import InvalidReport, Problem, UnknownPath
from gov_disclosure.model.fields import Printed, Row, Value, inner_class, value_problem
from gov_disclosure.model.forms import Field, Form, editions
from gov_disclosure.model.narrative import Narrative

__all__ = ["PARTICULAR_LABELS", "PRINTED_METADATA", "AnnualReport"]

#: What a report says of itself, each as printed.
PRINTED_METADATA = ("issuer", "title", "period", "published", "signed", "document_number")

#: The words before a particular where it is printed on a line of its own: 发布日期：2023年1月20日.
PARTICULAR_LABELS: dict[str, str] = {
    "title": "标题",
    "issuer": "发布机构",
    "year": "报告年度",
    "published": "发布日期",
    "document_number": "文号",
    "period": "统计期限",
    "signed": "落款",
}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AnnualReport(ByFields):
    """An annual report. This base class stands for a document in which no known tables are printed.

    ``year`` is the year the report covers; the other particulars are kept as printed, or None.
    Raises :class:`~gov_disclosure.InvalidReport` for values of the wrong type, all problems at once.
    """

    form: ClassVar[Form | None] = None

    year: int | None = None
    issuer: str | None = None
    title: str | None = None
    period: str | None = None
    published: str | None = None
    signed: str | None = None
    document_number: str | None = None
    preamble: tuple[str, ...] = ()
    narrative: Narrative = attrs.field(factory=Narrative)

    def __attrs_post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise InvalidReport(problems=problems)

    def _problems(self) -> Iterator[Problem]:
        if self.year is not None and type(self.year) is not int:
            yield Problem(path="year", code="wrong-value", value=repr(self.year), expected="an int or None")
        for name in PRINTED_METADATA:
            value = getattr(self, name)
            if value is not None and type(value) is not str:
                yield Problem(path=name, code="wrong-value", value=repr(value), expected="a str or None")
        if type(self.preamble) is not tuple or not all(type(line) is str for line in self.preamble):
            yield Problem(
                path="preamble", code="wrong-value", value=repr(self.preamble)[:60], expected="a tuple of str"
            )
        if type(self.narrative) is not Narrative:
            yield Problem(
                path="narrative", code="wrong-class", value=repr(self.narrative)[:60], expected="Narrative"
            )
        for name, needed in _table_classes(type(self)):
            value = getattr(self, name)
            if value is not None and type(value) is not needed:
                yield Problem(
                    path=name,
                    code="wrong-class",
                    value=type(value).__name__,
                    expected=needed.__name__,
                )

    @staticmethod
    def blank(
        form: "Form | str", *, year: int | None = None, issuer: str | None = None, title: str | None = None
    ) -> "AnnualReport":
        """An empty report on an edition of the form: every row of the official layout there, every cell blank."""
        edition = Form(form)
        variants = [field.variant for field in edition.fields if field.variant]
        official = variants[-1] if variants else ""
        tables = {
            attribute.name: _blank(inner_class(attribute), official)
            for attribute in _table_attributes(edition.report_class)
        }
        return edition.report_class(year=year, issuer=issuer, title=title, **tables)

    def cells(self) -> Iterator[tuple[str, Value]]:
        """Every cell of the form as (path, value), in printed order; None where nothing is printed."""
        if self.form is not None:
            for field in self.form.fields:
                yield field.path, self._value(field)

    def __getitem__(self, path: str) -> Value:
        """The value of the cell at ``path``; an unknown path raises :class:`~gov_disclosure.UnknownPath`."""
        if self.form is None:
            raise UnknownPath(path=path, form=None)
        field = self.form.get(path)
        if field is None:
            raise UnknownPath(path=path, form=str(self.form), nearest=self.form.nearest(path))
        return self._value(field)

    def _value(self, field: Field) -> Value:
        here: Any = self
        for key in field.keys:
            here = getattr(here, key)
            if here is None:
                return None
        return here  # type: ignore[no-any-return]

    def prints(self, path: str) -> bool:
        """Whether the row that holds the cell at ``path`` is printed at all (a blank cell is; an absent row is not)."""
        if self.form is None:
            raise UnknownPath(path=path, form=None)
        here: Any = self
        for key in self.form.field(path).keys[:-1]:
            here = getattr(here, key)
            if here is None:
                return False
        return True

    def replace(self, values: Mapping[str, Value]) -> Self:
        """A new report with other values in the cells named; a row that was not printed comes to be.

        Raises :class:`~gov_disclosure.InvalidReport` naming every wrong path and value, in the form's order.
        """
        problems = _cell_problems(self.form, values)
        if problems:
            raise InvalidReport(problems=problems)
        tree: dict[str, Any] = {}
        assert self.form is not None or not values
        for path, value in values.items():
            assert self.form is not None
            here = tree
            *above, last = self.form.field(path).keys
            for key in above:
                here = here.setdefault(key, {})
            here[last] = value
        changed: Self = _evolve(self, type(self), tree)
        return changed

    def __repr__(self) -> str:
        shown = [
            f"{name}={getattr(self, name)!r}"
            for name in ("year", "issuer")
            if getattr(self, name) is not None
        ]
        if self.form is not None:
            values = [value for _, value in self.cells()]
            filled = sum(value is not None for value in values)
            shown.append(f"{filled} of {len(values)} cells filled")
        return f"<{type(self).__name__} {', '.join(shown)}>".replace(" >", ">")

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))  # IPython and Hypothesis would print every cell of an attrs class

    def _repr_html_(self) -> str:
        from gov_disclosure.model.display import report_html

        return report_html(self)


def _table_attributes(cls: type[AnnualReport]) -> "list[attrs.Attribute[Any]]":
    return [
        attribute
        for attribute in attrs.fields(cls)
        if isinstance(attribute.metadata.get("gov_disclosure"), Printed)
    ]


_TABLE_CLASSES: "dict[type[AnnualReport], tuple[tuple[str, type], ...]]" = {}


def _table_classes(cls: type[AnnualReport]) -> tuple[tuple[str, type], ...]:
    """The tables of a report's class with their classes, looked up once."""
    known = _TABLE_CLASSES.get(cls)
    if known is None:
        tables = [(attribute.name, inner_class(attribute)) for attribute in _table_attributes(cls)]
        known = _TABLE_CLASSES[cls] = tuple(tables)
    return known


def _blank(cls: type[Any], official: str) -> Any:
    if issubclass(cls, Row):
        return cls()
    made = {}
    for attribute in attrs.fields(cls):
        what: Printed = attribute.metadata["gov_disclosure"]
        if what.variant in ("", official):
            made[attribute.name] = _blank(inner_class(attribute), official)
    return cls(**made)


def _evolve(value: Any, cls: type, tree: Mapping[str, Any]) -> Any:
    changes = {}
    attributes = {attribute.name: attribute for attribute in attrs.fields(cls)}
    for name, change in tree.items():
        inner = inner_class(attributes[name]) if isinstance(change, dict) else None
        changes[name] = (
            change
            if inner is None
            else _evolve(None if value is None else getattr(value, name), inner, change)
        )
    return cls(**changes) if value is None else attrs.evolve(value, **changes)


def _cell_problems(form: Form | None, values: Mapping[str, Value]) -> tuple[Problem, ...]:
    order = {path: place for place, path in enumerate(form.paths)} if form is not None else {}
    found: list[tuple[int, Problem]] = []
    for path, value in values.items():
        field = form.get(path) if form is not None and type(path) is str else None
        if field is None:
            found.append((len(order), _unknown_cell(form, path)))
        else:
            problem = value_problem(path, field.type, value)
            if problem is not None:
                found.append((order[path], problem))
    return tuple(problem for _, problem in sorted(found, key=lambda pair: pair[0]))


def _unknown_cell(form: Form | None, path: str) -> Problem:
    for other in editions():
        if other != form and other.get(path) is not None:
            return Problem(path=path, code="other-form", expected=str(other))
    nearest = form.nearest(str(path)) if form is not None else None
    return Problem(path=str(path), code="unknown-path", expected=nearest or "-")
