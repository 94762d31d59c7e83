"""The rules by which reports and readings become JSON values and come back: a strict preset of cattrs.

cattrs' own defaults are kind to a fault (``"3"`` and ``true`` become counts, unknown keys vanish), so every
type of the model gets a hook of ours. cattrs is imported only when a converter is made.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from gov_disclosure.interchange import scalars
from gov_disclosure.interchange.objects import ClassHooks, MappingHooks, ReadingHooks, ReportHooks, RowHooks
from gov_disclosure.interchange.scalars import refused, under
from gov_disclosure.interchange.shapes import choices, fixed_items, is_report, many_items, mapped, optional
from gov_disclosure.model import InvalidReport, Problem, Row
from gov_disclosure.reading import Reading

if TYPE_CHECKING:
    from cattrs import Converter


__all__ = ["make_converter"]


def make_converter() -> "Converter":
    """A new converter with these choices, and no others.

    - An ``int`` is a JSON integer: neither ``true`` nor ``5.0`` nor ``"5"``; at most 4300 digits.
    - Money (``Decimal``) is a JSON string of its digits, all of them kept: ``"7730.280"``; finite, with an
      exponent of at most four digits. A JSON number is refused, since many programs would round it.
    - A ``str`` is a JSON string of whole characters; a ``bool`` is ``true`` or ``false``.
    - A ``float`` (only places have any) is a finite JSON number.
    - A ``Literal`` or a ``StrEnum`` is one of its words.
    - ``X | None`` is the JSON of X, or null.
    - A ``tuple`` is an array, of any length or of exactly as many items as the type says.
    - An attrs class is an object with exactly its fields as keys, in their order: all there, none twice.
    - A ``Place`` is the one exception: it names the parts that apply and leaves out the others.
    - A report is the object of its class with ``form`` in front, null where no known tables are printed.
    - A reading's evidence has as keys the paths of its report's form and the names of what a report says of
      itself.
    - A ``FrozenMapping`` is an object in its own order.
    - The figure of an ``Unplaced`` is an integer, money as a string, or null.
    - A notice's parameter is a string, a number, true, false, null, an array of these (a tuple), or
      ``{"decimal": "7730.280"}`` for an amount.

    What breaks a rule raises :class:`~gov_disclosure.InvalidReport` with every problem found, in the order of
    the form, each with its path (``applications.received.total``, ``unplaced[3].raw``). The same rules hold
    on the way out, so that nothing is written that could not be read back. cattrs' global converter is never
    touched.
    """
    from cattrs import Converter

    converter = Converter(detailed_validation=False, forbid_extra_keys=True)
    for kind, load, dump in _SCALARS:
        converter.register_structure_hook(kind, load)
        converter.register_unstructure_hook(kind, dump)
    _register(converter, lambda kind: kind is object, _figure)
    _register(converter, lambda kind: kind is Any, _param)
    _register(converter, lambda kind: optional(kind) is not None, _optional)
    _register(converter, lambda kind: many_items(kind) is not None, _many)
    _register(converter, lambda kind: fixed_items(kind) is not None, _fixed)
    _register(converter, lambda kind: choices(kind) is not None, _choice)
    _register(converter, lambda kind: mapped(kind) is not None, _pair(MappingHooks))
    _register(converter, lambda kind: isinstance(kind, type) and attrs.has(kind), _pair(ClassHooks))
    _register(converter, lambda kind: isinstance(kind, type) and issubclass(kind, Row), _pair(RowHooks))
    _register(converter, lambda kind: kind is Reading, _pair(ReadingHooks))
    _register(converter, is_report, _pair(ReportHooks))
    return converter


@lru_cache(maxsize=1)
def shared_converter() -> "Converter":
    """The one converter behind ``dumps`` and ``loads``."""
    return make_converter()


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:
    words = [member.value for member in kind]
    if type(value) is str and value in words:
        return kind(value)
    raise refused("wrong-value", value, "one of " + ", ".join(words))


def _word_text(value: Any) -> str:
    if isinstance(value, StrEnum):
        return value.value
    raise refused("wrong-value", value, "a member of the enumeration")


# A StrEnum is a str too: cattrs follows the order of base classes, in which StrEnum comes first.
_SCALARS: tuple[tuple[type, Callable[..., Any], Callable[..., Any]], ...] = (
    (int, scalars.whole, scalars.whole),
    (bool, scalars.truth, scalars.truth),
    (str, scalars.text, scalars.text),
    (StrEnum, _word, _word_text),
    (float, scalars.coordinate, scalars.coordinate),
    (Decimal, scalars.amount_from_text, scalars.amount_to_text),
)

_Hooks = tuple[Callable[[Any, Any], Any], Callable[[Any], Any]]


def _register(
    converter: "Converter", fits: Callable[[Any], bool], pair: "Callable[[Any, Converter], _Hooks]"
) -> None:
    converter.register_structure_hook_factory(fits, lambda kind: pair(kind, converter)[0])
    converter.register_unstructure_hook_factory(fits, lambda kind: pair(kind, converter)[1])


def _pair(hooks: Callable[[Any, "Converter"], Any]) -> "Callable[[Any, Converter], _Hooks]":
    def make(kind: Any, converter: "Converter") -> _Hooks:
        made = hooks(kind, converter)
        return made.load, made.dump

    return make


def _figure(_: Any, __: "Converter") -> _Hooks:
    return scalars.number_from_json, scalars.number_to_json


def _param(_: Any, __: "Converter") -> _Hooks:
    return scalars.param_from_json, scalars.param_to_json


def _optional(kind: Any, converter: "Converter") -> _Hooks:
    inner = optional(kind)
    inner_load, inner_dump = converter.get_structure_hook(inner), converter.get_unstructure_hook(inner)
    return (
        lambda value, _: None if value is None else inner_load(value, inner),
        lambda value: None if value is None else inner_dump(value),
    )


def _many(kind: Any, converter: "Converter") -> _Hooks:
    inner = many_items(kind)
    inner_load, inner_dump = converter.get_structure_hook(inner), converter.get_unstructure_hook(inner)

    def load(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise refused("wrong-value", value, "an array")
        return tuple(_each(value, lambda item: inner_load(item, inner)))

    def dump(value: Any) -> list[Any]:
        if type(value) is not tuple:
            raise refused("wrong-value", value, "a tuple")
        return _each(value, inner_dump)

    return load, dump


def _fixed(kind: Any, converter: "Converter") -> _Hooks:
    items = fixed_items(kind) or ()
    loads = [converter.get_structure_hook(item) for item in items]
    dumps = [converter.get_unstructure_hook(item) for item in items]

    def load(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(items):
            raise refused("wrong-value", value, f"an array of {len(items)}")
        return tuple(_each(zip(loads, items, value, strict=True), lambda part: part[0](part[2], part[1])))

    def dump(value: Any) -> list[Any]:
        if type(value) is not tuple or len(value) != len(items):
            raise refused("wrong-value", value, f"a tuple of {len(items)}")
        return _each(zip(dumps, value, strict=True), lambda part: part[0](part[1]))

    return load, dump


def _choice(kind: Any, _: "Converter") -> _Hooks:
    words = choices(kind) or ()

    def one_of(value: Any, _: Any = None) -> str:
        if type(value) is str and value in words:
            return value
        raise refused("wrong-value", value, "one of " + ", ".join(words))

    return one_of, one_of


def _each(items: Any, hook: Callable[[Any], Any]) -> list[Any]:
    made: list[Any] = []
    problems: list[Problem] = []
    for place, item in enumerate(items):
        try:
            made.append(hook(item))
        except InvalidReport as error:
            problems += under(f"[{place}]", error)
    if problems:
        raise InvalidReport(problems=tuple(problems))
    return made
