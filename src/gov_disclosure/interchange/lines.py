"""One record, one line of JSON, with every number exactly as it is.

``json.dumps`` can write a ``Decimal`` only as text or through a float that drops digits; here it becomes a
JSON number with all of them (``7730.280``).
"""

import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gov_disclosure.interchange.scalars import whole
from gov_disclosure.language.patterns import regex

__all__ = ["dumps_record"]

_LONE_SURROGATE = regex("[\ud800-\udfff]")
_TEXT = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ASCII = json.JSONEncoder(ensure_ascii=True, allow_nan=False).encode


def dumps_record(record: Mapping[str, Any], *, ensure_ascii: bool = False) -> str:
    """A record as one line of JSON, without the line's end.

    It can always be encoded as UTF-8: half a surrogate pair stays an escape, as does every character beyond
    ASCII with ``ensure_ascii`` (for consoles that know no Chinese).
    """
    text = _ASCII if ensure_ascii else _TEXT
    try:
        line = text(record)
    except (TypeError, ValueError):  # an amount, or what JSON has no word for
        line = _literal(record, text)
    try:
        line.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
    return line


def _literal(value: Any, text: Any) -> str:
    if value is None:
        return "null"
    kind = type(value)
    if kind is str:
        return text(value)  # type: ignore[no-any-return]
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(whole(value))
    if kind is Decimal:
        return str(value).upper() if value.is_finite() else "null"
    if kind is float:
        return repr(value) if math.isfinite(value) else "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{text(key)}: {_literal(item, text)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_literal(item, text) for item in value) + "]"
    if isinstance(value, str):  # an edition, a severity
        return text(str(value))  # type: ignore[no-any-return]
    raise TypeError(f"{kind.__name__} cannot stand in a record")
