"""The JSON Schema of a declared type, and of a class with what the official form prints for its fields."""

import sys
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

import attrs

from gov_disclosure.interchange.scalars import MONEY_PATTERN, NOT_MONEY_PATTERN
from gov_disclosure.interchange.shapes import (
    choices,
    fields_of,
    fixed_items,
    many_items,
    mapped,
    only_known_parts,
    optional,
)
from gov_disclosure.model.fields import Printed

__all__ = ["Schema", "TypeSchemas", "one_object"]

Schema: TypeAlias = dict[str, Any]

_NULL: Schema = {"type": "null"}
_MONEY: Schema = {"type": "string", "pattern": MONEY_PATTERN, "not": {"pattern": NOT_MONEY_PATTERN}}
# 1e400 becomes infinity in most parsers; the bounds keep it out.
_FINITE: Schema = {"type": "number", "minimum": -sys.float_info.max, "maximum": sys.float_info.max}


def one_object(properties: dict[str, Schema], *, required: bool = True) -> Schema:
    """An object with exactly these keys."""
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        found["required"] = list(properties)
    return found


class TypeSchemas:
    """Schemas of types; those of classes are kept once, in ``defs``."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}
        self._names: dict[str, type] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of any type the converter knows."""
        if kind in _SIMPLE:
            return dict(_SIMPLE[kind])
        if (inner := optional(kind)) is not None:
            return {"anyOf": [self.of(inner), _NULL]}
        if (words := choices(kind)) is not None:
            return {"enum": list(words)}
        if (inner := many_items(kind)) is not None:
            return {"type": "array", "items": self.of(inner)}
        if (items := fixed_items(kind)) is not None:
            return {
                "type": "array",
                "prefixItems": [self.of(item) for item in items],
                "minItems": len(items),
                "maxItems": len(items),
            }
        if kind is Any:
            return self._param()
        if kind is object:
            return {"anyOf": [{"type": "integer"}, _MONEY, _NULL]}
        if (inner := mapped(kind)) is not None:
            return {"type": "object", "additionalProperties": self.of(inner)}
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"enum": [member.value for member in kind]}
        return self.reference(kind)

    def reference(self, cls: type) -> Schema:
        """A reference to the schema of an attrs class."""
        name = cls.__name__
        if self._names.setdefault(name, cls) is not cls:  # another edition may use a name again
            name = f"{cls.__module__}.{name}"
        if name not in self.defs:
            self.defs[name] = {}  # evidence holds evidence
            self.defs[name] = self.of_class(cls)
        return {"$ref": f"#/$defs/{name}"}

    def of_class(self, cls: type, before: dict[str, Schema] | None = None) -> Schema:
        """The schema of an attrs class itself, with other keys before its own if need be."""
        partial = only_known_parts(cls)
        properties = dict(before or {})
        printed = {field.name: field.metadata.get("gov_disclosure") for field in attrs.fields(cls)}
        for name, kind in fields_of(cls):
            inner = optional(kind) if partial else None
            properties[name] = self.of(kind if inner is None else inner)
            if isinstance(what := printed[name], Printed):
                properties[name] |= _described(what)
        return {"description": _first_line(cls)} | one_object(properties, required=not partial)

    def _param(self) -> Schema:
        self.defs["Parameter"] = {
            "description": "A value that a sentence of a notice is filled with.",
            "anyOf": [
                {"type": ["string", "boolean", "null", "integer"]},
                _FINITE,
                {"type": "array", "items": {"$ref": "#/$defs/Parameter"}},
                one_object({"decimal": _MONEY}),
            ],
        }
        return {"$ref": "#/$defs/Parameter"}


_SIMPLE: dict[Any, Schema] = {
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    str: {"type": "string"},
    float: _FINITE,
    Decimal: _MONEY,
}


def _described(what: Printed) -> Schema:
    """What the form prints for a field, and what that means."""
    found: Schema = {}
    label = " ".join(part for part in (what.item, what.head, what.label) if part)
    if label:
        found["title"] = label
    unit = f"unit: {what.unit}" if what.unit else ""
    words = [part for part in (what.english, unit, what.ground) if part]
    if words:
        found["description"] = "; ".join(words)
    return found


def _first_line(cls: type) -> str:
    return (cls.__doc__ or cls.__name__).strip().splitlines()[0]
