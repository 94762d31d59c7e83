"""The editions of the form, walked without a report: tables, rows, cells, labels, units and citations.

>>> from gov_disclosure import forms
>>> form = forms.Form("2021")
>>> form.citation
'国办公开办函〔2021〕30号'
>>> form.field("applications.received.total").code
'a_received_tot'
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar, cast

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.caveats import Caveat
from gov_disclosure.model.errors import InvalidReport, Problem, UnknownPath
from gov_disclosure.model.fields import Block, CellType, Printed, Row, inner_class, printed
from gov_disclosure.model.narrative import Section, section_of

if TYPE_CHECKING:
    from gov_disclosure.model.report import AnnualReport

__all__ = ["Field", "Form", "FormRow", "FormTable", "edition", "editions"]

ReportT = TypeVar("ReportT", bound="AnnualReport")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Field(ByFields):
    """One cell of a form: where it stands, what is printed for it, and how it is called."""

    form: str
    section: str
    path: str
    variant: str
    code: str
    group: str
    row: str
    column: str
    english: str
    type: CellType
    unit: str
    source: str
    keys: tuple[str, ...] = attrs.field(repr=False, eq=False)
    also: tuple[str, ...] = attrs.field(repr=False, eq=False)  # other printed wordings of the column
    head: str = attrs.field(repr=False, eq=False)
    ground: str = attrs.field(repr=False, eq=False)  # legal ground or filling rule of its row
    caveats: tuple[Caveat, ...] = attrs.field(repr=False, eq=False)  # of its table, blocks, row and column
    name: str = attrs.field(init=False, repr=False, eq=False)  # the last part of the path

    @name.default
    def _last_key(self) -> str:
        return self.keys[-1]

    @property
    def table(self) -> str:
        """The table's name in paths: ``proactive``, ``applications``, ``challenges``."""
        return self.keys[0]

    @property
    def row_path(self) -> str:
        """The path of the row that holds the cell."""
        return ".".join(self.keys[:-1])

    def label(self, lang: str = "zh") -> str:
        """Row and column as one phrase, for sentences."""
        if lang == "en":
            return self.english
        row = self.row or self.group.replace("/", "·")
        return f"{row}·{self.column}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FormRow(ByFields):
    """One printed row of a form (in table four: one band of columns)."""

    path: str
    label: str
    also: tuple[str, ...]
    english: str
    groups: tuple[str, ...]  # labels of the blocks around it, outermost first
    item: str
    variant: str
    across: bool
    own_line: bool
    ground: str
    cls: type[Row]
    fields: tuple[Field, ...]
    columns: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)  # the cells' names

    @columns.default
    def _names_of_cells(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FormTable(ByFields):
    """One statutory table of a form."""

    name: str
    section: Section
    english: str
    code: str
    cls: type[Block]
    rows: tuple[FormRow, ...]
    by_path: dict[str, FormRow] = attrs.field(init=False, repr=False, eq=False)

    @by_path.default
    def _rows_by_path(self) -> dict[str, FormRow]:
        return {row.path: row for row in self.rows}

    @property
    def fields(self) -> tuple[Field, ...]:
        """The table's cells in printed order."""
        return tuple(field for row in self.rows for field in row.fields)


class _Edition(NamedTuple):
    name: str
    citation: str
    years: tuple[int, int | None]
    report_class: "type[AnnualReport]"
    tables: tuple[FormTable, ...]
    rows: tuple[FormRow, ...]
    fields: tuple[Field, ...]
    by_path: dict[str, Field]
    by_code: dict[str, Field]


_REGISTERED: "dict[str, tuple[type[AnnualReport], str, tuple[int, int | None]]]" = {}
_WALKED: dict[str, _Edition] = {}


def edition(
    name: str, *, citation: str, years: tuple[int, int | None]
) -> Callable[[type[ReportT]], type[ReportT]]:
    """Class decorator: make a report class known as an edition of the form.

    ``years`` are the first and last report year for which the edition was prescribed (None: still in force).
    """

    def register(cls: type[ReportT]) -> type[ReportT]:
        _REGISTERED[name] = (cls, citation, years)
        _WALKED.pop(name, None)
        cls.form = Form(name)
        return cls

    return register


def editions() -> "tuple[Form, ...]":
    """All known editions, oldest first."""
    return _editions(tuple(_REGISTERED))


@lru_cache(maxsize=8)
def _editions(names: tuple[str, ...]) -> "tuple[Form, ...]":
    return tuple(Form(name) for name in sorted(names))


class Form(str):
    """An edition of the form, named by its year; equal to its name.

    Raises :class:`InvalidReport` for an edition that is not known: nothing falls back to the newest.
    """

    __slots__ = ()
    _known: ClassVar[dict[str, "Form"]] = {}

    def __new__(cls, name: str) -> "Form":
        """The edition of that name."""
        if name not in _REGISTERED:
            known = ", ".join(sorted(_REGISTERED))
            raise InvalidReport(
                problems=(Problem(path="form", code="unknown-form", value=repr(name), expected=known),)
            )
        if name not in cls._known:
            cls._known[name] = super().__new__(cls, name)
        return cls._known[name]

    def __repr__(self) -> str:
        return f"Form({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Form, (str(self),))

    @property
    def _edition(self) -> _Edition:
        walked = _WALKED.get(self)
        if walked is None:
            walked = _WALKED[str(self)] = _walk_edition(str(self))
        return walked

    @property
    def citation(self) -> str:
        """The notice that prescribes the edition."""
        return self._edition.citation

    @property
    def years(self) -> tuple[int, int | None]:
        """First and last report year the edition was prescribed for; the last is None while it is in force."""
        return self._edition.years

    @property
    def report_class(self) -> "type[AnnualReport]":
        """The report class of the edition."""
        return self._edition.report_class

    @property
    def tables(self) -> tuple[FormTable, ...]:
        """The statutory tables in printed order."""
        return self._edition.tables

    @property
    def rows(self) -> tuple[FormRow, ...]:
        """All rows of all tables in printed order."""
        return self._edition.rows

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every cell in printed order, all variants included."""
        return self._edition.fields

    @property
    def paths(self) -> tuple[str, ...]:
        """Every cell's path in printed order."""
        return tuple(self._edition.by_path)

    def table(self, name: str) -> FormTable:
        """The table of that name."""
        return next(table for table in self.tables if table.name == name)

    def get(self, path: str) -> Field | None:
        """The cell at a path, or None."""
        return self._edition.by_path.get(path)

    def field(self, path_or_code: str) -> Field:
        """The cell of that path or short code; raises :class:`UnknownPath` naming the nearest."""
        found = self._edition.by_path.get(path_or_code) or self._edition.by_code.get(path_or_code)
        if found is None:
            raise UnknownPath(path=path_or_code, form=str(self), nearest=self.nearest(path_or_code))
        return found

    def nearest(self, path: str) -> str | None:
        """The path most like one that is not known, for error messages."""
        import difflib

        close = difflib.get_close_matches(str(path), self._edition.by_path, n=1, cutoff=0.0)
        return close[0] if close else None


def _walk_edition(name: str) -> _Edition:
    cls, citation, years = _REGISTERED[name]
    tables = tuple(
        _table(attribute, name, citation)
        for attribute in attrs.fields(cls)
        if isinstance(attribute.metadata.get("gov_disclosure"), Printed)
    )
    fields = tuple(field for table in tables for field in table.fields)
    return _Edition(
        name=name,
        citation=citation,
        years=years,
        report_class=cls,
        tables=tables,
        rows=tuple(row for table in tables for row in table.rows),
        fields=fields,
        by_path={field.path: field for field in fields},
        by_code={field.code: field for field in fields},
    )


def _table(attribute: "attrs.Attribute[Any]", form: str, citation: str) -> FormTable:
    what = printed(attribute)
    cls = cast(type[Block], inner_class(attribute))
    section = section_of(attribute.name)
    rows = tuple(_rows(cls, (attribute.name,), (what,), form, section.number, citation))
    return FormTable(
        name=attribute.name, section=section, english=what.english, code=what.code, cls=cls, rows=rows
    )


def _rows(
    cls: type[Block],
    keys: tuple[str, ...],
    above: tuple[Printed, ...],
    form: str,
    section: str,
    citation: str,
) -> Iterator[FormRow]:
    for attribute in attrs.fields(cls):  # type: ignore[arg-type]
        what = printed(attribute)
        inner = inner_class(attribute)
        here = (*keys, attribute.name)
        if what.role == "block":
            yield from _rows(cast(type[Block], inner), here, (*above, what), form, section, citation)
        else:
            yield _row(cast(type[Row], inner), here, above, what, form, section, citation)


def _row(
    cls: type[Row],
    keys: tuple[str, ...],
    above: tuple[Printed, ...],
    what: Printed,
    form: str,
    section: str,
    citation: str,
) -> FormRow:
    blocks = above[1:]
    printed_blocks = blocks[:-1] if what.own_line else blocks
    groups = tuple(level.label for level in printed_blocks)
    prefix = "" if what.own_line else ": ".join(level.english for level in blocks if level.english)
    english = f"{prefix}: {what.english}" if prefix else what.english
    path = ".".join(keys)
    code = "_".join(level.code for level in (*above, what) if level.code)
    caveats = tuple(caveat for level in (*above, what) for caveat in level.caveats)
    if cls.across:
        group, row_label = "/".join((*groups, what.label)), ""
    else:
        group, row_label = what.item or "/".join(groups), what.label
    fields = []
    for attribute in attrs.fields(cls):  # type: ignore[arg-type]
        cell = printed(attribute)
        fields.append(
            Field(
                form=form,
                section=section,
                path=f"{path}.{attribute.name}",
                variant=what.variant,
                code=f"{code}_{cell.code}",
                group=group,
                row=row_label,
                column=cell.label,
                english=f"{english}{cls.joint}{cell.english}",
                type=cell.type,
                unit=cell.unit,
                source=citation,
                keys=(*keys, attribute.name),
                also=cell.also,
                head=cell.head,
                ground=what.ground,
                caveats=(*caveats, *cell.caveats),
            )
        )
    return FormRow(
        path=path,
        label=what.label,
        also=what.also,
        english=english,
        groups=groups,
        item=what.item,
        variant=what.variant,
        across=cls.across,
        own_line=what.own_line,
        ground=what.ground,
        cls=cls,
        fields=tuple(fields),
    )
