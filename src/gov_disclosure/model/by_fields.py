"""Equality, hash and repr by fields, written once for all classes.

attrs writes these methods as text for each class and compiles them when the class is made. With a hundred classes
that is a good part of the time it takes to import the library, for methods that most programs never call.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import attrs

__all__ = ["ByFields"]


class ByFields:
    """Base of attrs classes that are made with ``eq=False, repr=False`` and compare as attrs has it by default.

    Two values are equal where their classes are the same and all fields that count are equal.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        told = _told(type(self))
        return self is other or bool(told(self) == told(other))

    def __hash__(self) -> int:
        cls = type(self)
        return hash((cls, _told(cls)(self)))

    def __repr__(self) -> str:
        cls = type(self)
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in _fields(cls) if field.repr)
        return f"{cls.__qualname__.rpartition('>.')[2]}({', '.join(shown)})"


_TOLD: dict[type[Any], Callable[[Any], object]] = {}


def _told(cls: type[Any]) -> Callable[[Any], object]:
    """What tells one value of a class from another, worked out once."""
    told = _TOLD.get(cls)
    if told is None:
        names = [field.name for field in _fields(cls) if field.eq]
        told = _TOLD[cls] = attrgetter(*names) if names else _nothing
    return told


def _nothing(_value: object) -> object:
    return None


def _fields(cls: type[Any]) -> "tuple[attrs.Attribute[Any], ...]":
    return tuple(attrs.fields(cls))
