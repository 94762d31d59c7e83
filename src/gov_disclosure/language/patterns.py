"""Regular expressions that are compiled when they are first asked something.

A document makes use of few of the expressions that this library knows, and compiling all of them takes longer than
reading a report does.
"""

import re
from typing import Any, AnyStr, cast

__all__ = ["LETTER", "regex"]

#: In an expression: a letter that is not of the Latin alphabet, as Chinese characters are. It is put by kinds, since a
#: range of twenty thousand characters takes a millisecond to compile, every time a program starts.
LETTER = r"[^\W\d_a-zA-Z]"


def regex(expression: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """The expression as :func:`re.compile` gives it, compiled at the first use of any of its methods.

    Use it by its methods: the functions of :mod:`re` do not take it in place of a compiled expression.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(expression, flags))


class _Uncompiled:
    def __init__(self, expression: str | bytes, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._expression, self._flags), name)
        # kept on the instance, so that the next use finds it there at once
        setattr(self, name, value)
        return value
