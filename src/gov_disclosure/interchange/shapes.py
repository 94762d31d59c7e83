"""What a declared type of the model looks like: the one place where type annotations are taken apart.

The converter and the schemas both go by it, so that neither can know a type that the other does not.
"""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.report import PRINTED_METADATA
from gov_disclosure.reading import FrozenMapping, Place

__all__ = [
    "EVIDENCE_OF_METADATA",
    "choices",
    "fields_of",
    "fixed_items",
    "is_report",
    "many_items",
    "mapped",
    "only_known_parts",
    "optional",
]

#: What else than cells a reading keeps evidence for.
EVIDENCE_OF_METADATA: tuple[str, ...] = ("year", *PRINTED_METADATA)


def fields_of(cls: type) -> tuple[tuple[str, Any], ...]:
    """The fields of an attrs class with their types, in order."""
    if any(isinstance(field.type, str) for field in attrs.fields(cls)):
        attrs.resolve_types(cls)
    return tuple((field.name, field.type) for field in attrs.fields(cls))


def optional(kind: Any) -> Any:
    """The type beside None, or None where the type is no such thing."""
    if get_origin(kind) in (Union, UnionType):
        others = [option for option in get_args(kind) if option is not NoneType]
        if len(others) == 1 and len(get_args(kind)) == 2:
            return others[0]
    return None


def choices(kind: Any) -> tuple[str, ...] | None:
    """The words a ``Literal`` allows, or None."""
    return get_args(kind) if get_origin(kind) is Literal else None


def many_items(kind: Any) -> Any:
    """The type of every item of ``tuple[X, ...]``, or None."""
    inner = get_args(kind)
    return inner[0] if get_origin(kind) is tuple and len(inner) == 2 and inner[1] is Ellipsis else None


def fixed_items(kind: Any) -> tuple[Any, ...] | None:
    """The types of the items of ``tuple[X, Y, Z]``, or None."""
    return get_args(kind) if get_origin(kind) is tuple and many_items(kind) is None else None


def mapped(kind: Any) -> Any:
    """The type of the values of ``FrozenMapping[str, X]``, or None."""
    return get_args(kind)[1] if get_origin(kind) is FrozenMapping else None


def is_report(kind: Any) -> bool:
    """Whether the type is a report, of any edition or of none."""
    return isinstance(kind, type) and issubclass(kind, AnnualReport)


def only_known_parts(kind: Any) -> bool:
    """Whether an object of the class names only the parts that apply, instead of all with null."""
    return kind is Place
