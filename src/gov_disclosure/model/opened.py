"""Frozen values that are made by the hundred for each document.

What attrs writes for a frozen class goes around its lock once for each field, which takes longer than all the rest
of making a value. Here the fields are set as in any class, on a value that is locked only afterwards::

    _OpenCell = opened(Cell)

    cell = new(_OpenCell)
    cell.text = text
    cell.__class__ = Cell
"""

from typing import Any

__all__ = ["new", "opened"]

#: A value of a class with none of its fields set.
new = object.__new__


def opened(cls: type[Any]) -> type[Any]:
    """The class without its lock: its fields are set one by one before a value is locked."""
    # Both methods are the object's own, so that setting a field is no call.
    unlocked = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"Open{cls.__name__}", (cls,), unlocked)
