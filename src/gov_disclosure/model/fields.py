"""How a field says what the form prints for it, and the base classes of rows, blocks and tables.

Everything that names a cell elsewhere (paths, labels, codes, units, layouts, schemas) is derived from the
:class:`Printed` value that these makers put into a field's metadata.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, get_args

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.caveats import Caveat
from gov_disclosure.model.errors import InvalidReport, Problem

__all__ = [
    "Block",
    "CellType",
    "Printed",
    "Row",
    "Value",
    "again",
    "block",
    "count",
    "in_printed_order",
    "inner_class",
    "money",
    "printed",
    "row",
    "signed_count",
    "table",
]

Value: TypeAlias = int | Decimal | None
CellType: TypeAlias = Literal["count", "signed count", "decimal"]
Role: TypeAlias = Literal["cell", "row", "block", "table"]

_KEY = "gov_disclosure"
BlockT = TypeVar("BlockT", bound="Block")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Printed(ByFields):
    """What the official form prints for one field, and how the field is called elsewhere."""

    role: Role
    label: str  # as printed
    english: str
    code: str  # part of the short code; "" adds nothing
    also: tuple[str, ...] = ()  # other wordings that published reports print for the same thing
    type: CellType = "count"
    unit: str = ""
    head: str = ""  # printed once above several neighbouring columns
    head_english: str = ""
    item: str = ""  # the item of Article 20 whose block a row of table two stands in
    variant: str = ""  # the way of printing the form to which this row belongs
    own_line: bool = False  # the row is printed on its block's own line, under the block's label
    ground: str = ""  # legal ground or filling rule
    caveats: tuple[Caveat, ...] = ()  # what to know about its figures
    before: str = ""  # in a derived class: the inherited field before which a new one is printed


def printed(attribute: "attrs.Attribute[Any]") -> Printed:
    """The :class:`Printed` value of a field made here."""
    value = attribute.metadata[_KEY]
    assert isinstance(value, Printed)
    return value


def _cell(type_: CellType, label: str, english: str, code: str, unit: str, **more: Any) -> Any:
    what = Printed(role="cell", label=label, english=english, code=code, type=type_, unit=unit, **more)
    if type_ == "decimal":
        return attrs.field(default=None, converter=_exact, metadata={_KEY: what})
    return attrs.field(default=None, metadata={_KEY: what})


def count(label: str, english: str, code: str, unit: str = "件", **more: Any) -> Any:
    """A cell that holds a number of cases, documents or items."""
    return _cell("count", label, english, code, unit, **more)


def signed_count(label: str, english: str, code: str, unit: str = "项", **more: Any) -> Any:
    """A cell that holds a rise or a fall (本年增/减)."""
    return _cell("signed count", label, english, code, unit, **more)


def money(label: str, english: str, code: str, unit: str, **more: Any) -> Any:
    """A cell that holds money, in the unit named."""
    return _cell("decimal", label, english, code, unit, **more)


def row(label: str, english: str, code: str, **more: Any) -> Any:
    """A row of cells; None where the document does not print it."""
    return attrs.field(
        default=None, metadata={_KEY: Printed(role="row", label=label, english=english, code=code, **more)}
    )


def block(cls: "type[BlockT]", label: str, english: str, code: str, **more: Any) -> Any:
    """Rows under a common label; the block itself is always there."""
    return attrs.field(
        factory=cls, metadata={_KEY: Printed(role="block", label=label, english=english, code=code, **more)}
    )


def table(english: str, code: str, **more: Any) -> Any:
    """One statutory table; None where the document does not print it. Its label is its section's title."""
    return attrs.field(
        default=None, metadata={_KEY: Printed(role="table", label="", english=english, code=code, **more)}
    )


def again(cls: "type[BlockT] | None" = None, **changes: Any) -> Any:
    """A field of the base class once more, with another class or other marks; the rest is inherited."""
    if cls is None:
        return attrs.field(default=None, metadata={_KEY: changes})
    return attrs.field(factory=cls, metadata={_KEY: changes})


def in_printed_order(cls: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """attrs hook: a field that overrides an inherited one keeps its printed place and what it does not change.

    A new field is printed after the inherited ones, or ``before`` the one it names.
    """
    inherited: dict[str, attrs.Attribute[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        for attribute in getattr(base, "__attrs_attrs__", ()):
            inherited[attribute.name] = attribute
    own = {field.name: field for field in fields}
    for name, field in own.items():
        changes = field.metadata.get(_KEY)
        if isinstance(changes, dict):
            full = attrs.evolve(printed(inherited[name]), **changes)
            own[name] = field.evolve(metadata={_KEY: full})
    names = list(inherited)
    for name, field in own.items():
        if name not in inherited:
            before = getattr(field.metadata.get(_KEY), "before", "")
            names.insert(names.index(before) if before else len(names), name)
    return [own[name] for name in names]


def inner_class(attribute: "attrs.Attribute[Any]") -> type:
    """The class of a row, block or table field, without its ``None``."""
    options = [option for option in get_args(attribute.type) if option is not type(None)]
    found = options[0] if options else attribute.type
    assert isinstance(found, type)
    return found


def _exact(value: object) -> object:
    return Decimal(value) if type(value) is int else value


class Part(ByFields):
    """Common manners of rows, blocks and tables: exact types inside, and a repr without what is not there."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        if not self._is_plain():
            problems = tuple(self._problems())
            if problems:
                raise InvalidReport(problems=problems)

    def _is_plain(self) -> bool:
        """Whether it can be told at a glance that nothing is wrong, as with nearly all."""
        raise NotImplementedError

    def _problems(self) -> Iterator[Problem]:
        raise NotImplementedError

    def __repr__(self) -> str:
        shown = []
        for field in attrs.fields(type(self)):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if value is not None and not (isinstance(value, Block) and value == type(value)()):
                shown.append(f"{field.name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"


class Row(Part):
    """One printed row: every field is a cell. None is a blank cell."""

    __slots__ = ()
    joint: ClassVar[str] = ": "  # between the row's and the column's English words
    across: ClassVar[bool] = False  # printed as a band of columns rather than as a line

    def _is_plain(self) -> bool:
        return _PLAIN.issuperset(map(type, _values_of(type(self))(self)))

    def _problems(self) -> Iterator[Problem]:
        for name, kind in cell_types(type(self)):
            value = getattr(self, name)
            if value is not None:
                problem = value_problem(name, kind, value)
                if problem is not None:
                    yield problem


class Block(Part):
    """Rows (and smaller blocks) that the form prints together."""

    __slots__ = ()

    def _is_plain(self) -> bool:
        return all(type(getattr(self, name)) in fitting for name, fitting in _fitting_classes(type(self)))

    def _problems(self) -> Iterator[Problem]:
        for field in attrs.fields(type(self)):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if value is None and printed(field).role != "block":
                continue
            needed = inner_class(field)
            if type(value) is not needed:
                yield Problem(
                    path=field.name, code="wrong-class", value=type(value).__name__, expected=needed.__name__
                )


_PLAIN = frozenset({int, type(None)})


_VALUES: dict[type, Callable[[Any], tuple[object, ...]]] = {}
_FITTING: dict[type, tuple[tuple[str, tuple[type, ...]], ...]] = {}


def _values_of(cls: type[Row]) -> Callable[[Any], tuple[object, ...]]:
    """What gives the cells of a row of a class, all at once; looked up once."""
    known = _VALUES.get(cls)
    if known is None:
        names = [name for name, _ in cell_types(cls)]
        get = attrgetter(*names)
        known = _VALUES[cls] = get if len(names) > 1 else lambda row: (get(row),)
    return known


def _fitting_classes(cls: type[Block]) -> tuple[tuple[str, tuple[type, ...]], ...]:
    """The rows and blocks of a block with the classes that they may have, looked up once."""
    known = _FITTING.get(cls)
    if known is None:
        fields = [(field, inner_class(field)) for field in attrs.fields(cls)]  # type: ignore[arg-type]
        known = _FITTING[cls] = tuple(
            (field.name, (needed,) if printed(field).role == "block" else (needed, type(None)))
            for field, needed in fields
        )
    return known


_CELL_TYPES: dict[type, tuple[tuple[str, CellType], ...]] = {}


def cell_types(cls: type[Row]) -> tuple[tuple[str, CellType], ...]:
    """The cells of a row class with their types, looked up once."""
    known = _CELL_TYPES.get(cls)
    if known is None:
        known = tuple((field.name, printed(field).type) for field in attrs.fields(cls))  # type: ignore[arg-type]
        _CELL_TYPES[cls] = known
    return known


def value_problem(path: str, kind: CellType, value: object) -> Problem | None:
    """What is wrong with a value offered for a cell, if anything; ``bool`` is no count, NaN no amount."""
    if value is None or type(value) is int:
        return None
    if kind == "decimal":
        if type(value) is Decimal and value.is_finite():
            return None
        return Problem(path=path, code="not-an-amount", value=repr(value))
    return Problem(path=path, code="not-a-count", value=repr(value))
